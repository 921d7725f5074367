"""A report on one matter takes facts of that matter; a report on all the work takes all."""

import tomllib
from pathlib import Path

import pytest

from assistant.confining import evident, topic_of, topics
from assistant.plan import Plan, parse

SHEETS = tomllib.loads((Path(__file__).parents[1] / "data" / "placed.toml").read_text("utf-8"))["sheet"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("党风廉政建设工作情况汇报", "integrity"),
        ("全面从严治党工作报告", "integrity"),
        ("机关党建工作总结", "party"),
        ("意识形态工作责任制落实情况报告", "ideology"),
        ("安全生产工作汇报", "safety"),
        ("平安建设工作汇报", "peace"),
        ("法治政府建设情况报告", "law"),
    ],
)
def test_the_kind_of_a_report_says_its_one_matter(kind, name):
    assert topic_of(Plan(kind=kind)).name == name


@pytest.mark.parametrize(
    "title", ["县应急管理局2024年工作总结", "市生态环境局2024年度工作总结", "县农业农村局2024年工作报告"]
)
def test_a_body_named_after_a_matter_still_reports_on_all_its_work(title):
    plan = parse(f"题目：{title}\n文种：工作总结\n一、抓好主业\n二、加强党的建设\n三、做好服务\n")
    assert topic_of(plan) is None


def test_headings_alone_say_the_matter_where_all_of_them_name_it():
    lines = "一、压实管党治党责任\n二、深化廉政教育\n三、驰而不息纠四风\n四、严格监督执纪\n五、存在问题\n"
    assert topic_of(parse(lines)).name == "integrity"
    assert topic_of(parse("一、压实管党治党责任\n二、办好民生实事\n三、抓招商\n")) is None


@pytest.mark.parametrize(
    ("text", "is_of_it"),
    [
        ("诫勉谈话3人", True),
        ("退回供应商红包2次", True),
        ("核减“三公”经费8%", True),
        ("食品抽检62批次，合格率99%", False),
        ("新增床位120张", False),
        ("家属楼漏水维修6户", False),
    ],
)
def test_a_fact_enters_a_report_on_clean_conduct_by_its_own_words(text, is_of_it):
    assert evident(text, topics()[0]) is is_of_it


def test_no_fact_of_other_business_enters_the_special_reports_of_the_sheets():
    for sheet in (one for one in SHEETS if not one.get("unseen")):
        topic = topic_of(parse(sheet["plan"]))
        outside = [text for text, home in sheet["facts"] if not home] if topic else []
        inside = [text for text, home in sheet["facts"] if home] if topic else []
        assert sum(evident(text, topic) for text in outside) <= max(1, len(outside) // 10)
        assert sum(not evident(text, topic) for text in inside) <= len(inside) // 5

"""Facts find their headings; none is lost and none stands twice."""

import tomllib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.distributing import UNPLACED, distribute, is_due, is_ill, part_of
from assistant.noting import note
from assistant.plan import parse
from assistant.types import Fact

PLAN = parse("""题目：工作总结
视角：班子
开头
一、强化理论武装
二、加强作风建设
三、抓实安全生产
四、存在的问题和不足
五、下一步工作打算
结尾
""")
NOTES = """召开理论学习中心组学习会12次
开展作风督查6次，通报典型问题2起
排查安全隐患45处，全部整改到位
存在的问题：年轻干部业务能力不强
下一步计划新建智慧监管平台1个
本人讲党课2次
"""


def names(facts, plan, moved=None):
    found = distribute(facts, plan, moved)
    return {fact: (plan.heading(home).text if home else "") for fact, home in found.where().items()}


def test_facts_go_where_their_words_and_roles_belong():
    assert names(note(NOTES), PLAN) == {
        "F1": "强化理论武装", "F2": "加强作风建设", "F3": "抓实安全生产", "F4": "存在的问题和不足",
        "F5": "下一步工作打算", "F6": "",
    }  # fmt: skip


def test_what_a_writer_moved_stays_where_it_was_put():
    home = next(one.id for one in PLAN.headings if one.text == "抓实安全生产")
    assert names(note(NOTES), PLAN, {"F1": home, "F3": UNPLACED})["F1"] == "抓实安全生产"
    assert names(note(NOTES), PLAN, {"F1": home, "F3": UNPLACED})["F3"] == ""


def test_a_heading_that_is_gone_holds_no_fact():
    assert names(note(NOTES), PLAN, {"F1": "H99"})["F1"] == "强化理论武装"


def test_a_fact_on_no_line_of_work_goes_under_the_heading_of_all_work():
    plan = parse("一、主要工作开展情况\n二、加强作风建设\n")
    assert names((Fact("F1", "完成老旧泵站改造3座"),), plan) == {"F1": "主要工作开展情况"}


def test_without_a_heading_for_it_a_fact_is_told_as_unplaced():
    plan = parse("一、强化理论武装\n二、加强作风建设\n")
    assert names((Fact("F1", "下一步计划新建泵站1座"),), plan) == {"F1": ""}


@given(
    st.lists(st.sampled_from(NOTES.splitlines() + ["", "完成", "abc 3"]), max_size=12),
    st.dictionaries(st.sampled_from(["F1", "F2", "F9"]), st.sampled_from(["H2", "H5", "", "H99"])),
)
def test_the_parts_and_the_unplaced_make_the_whole(lines, moved):
    facts = tuple(Fact(f"F{place}", line) for place, line in enumerate(lines, 1))
    found = distribute(facts, PLAN, moved)
    together = [fact for share in found.shares for fact in share.facts] + list(found.unplaced)
    assert sorted(together, key=lambda f: int(f.id[1:])) == list(facts)


SHEETS = tomllib.loads((Path(__file__).parents[1] / "data" / "placed.toml").read_text("utf-8"))["sheet"]
RIGHT, WRONG = 0.75, 0.15
"""Share of a sheet's facts that stand where a writer accepts them, at least, and where none does, at most."""


KNOWN = [sheet for sheet in SHEETS if not sheet.get("unseen")]


def counted(sheet):
    """Facts that stand where a writer accepts them, facts that stand where none does, facts."""
    facts = tuple(Fact(f"F{place}", row[0]) for place, row in enumerate(sheet["facts"], 1))
    found = names(facts, parse(sheet["plan"]))
    homes = {f"F{place}": row[1].split("|") for place, row in enumerate(sheet["facts"], 1)}
    right = sum(found[fact] in homes[fact] for fact in homes)
    return right, sum(found[fact] not in [*homes[fact], ""] for fact in homes), len(homes)


@pytest.mark.parametrize("sheet", KNOWN, ids=[sheet["name"] for sheet in KNOWN])
def test_facts_of_many_trades_stand_where_a_writer_accepts_them(sheet):
    right, wrong, count = counted(sheet)
    assert right >= RIGHT * count
    assert wrong <= WRONG * count


def test_of_trades_that_no_word_was_chosen_for_few_facts_stand_wrong():
    right, wrong, count = np.sum([counted(sheet) for sheet in SHEETS if sheet.get("unseen")], axis=0)
    assert right >= 0.55 * count
    assert wrong <= 0.1 * count


@pytest.mark.parametrize(
    "text",
    [
        "基层站平均不到3个人",
        "部门数据不通，一张表报三遍",
        "网格员待遇低",
        "安全员多是兼职",
        "招工难和就业难并存",
        "重建设轻管理",
        "大额开支不上会",
        "个别单位屡审屡犯",
    ],
)
def test_a_shortcoming_told_plainly_is_one(text):
    assert is_ill(text)


@pytest.mark.parametrize(
    "text",
    [
        "全年没有发生事故",
        "没有插手过工程",
        "解决了群众反映的出行不便问题",
        "开设夜间门诊",
        "处置流感疫情9起，没有扩散",
        "修订采购管理办法",
        "成就一批骨干企业",
    ],
)
def test_a_deed_or_a_clean_record_is_no_shortcoming(text):
    assert not is_ill(text)


@pytest.mark.parametrize(("text", "due"), [
    ("下半年对养老机构食堂检查一遍", True), ("2025年完成新馆建设", True), ("继续压减开支", True),
    ("计划全年组织轮训4期", True), ("拟给每个卫生院配1台CT", True), ("6月底前全部网办", True),
    ("计划生育奖励发放300户", False), ("拟定制度5项", False), ("争取资金8400万元", False),
    ("推动建成泵站3座", False), ("2024年开会3次", False),
])  # fmt: skip
def test_what_is_only_to_be_done_is_a_plan(text, due):
    plan = parse("题目：2024年上半年工作汇报\n年度：2024\n一、主要工作\n二、下半年工作安排\n")
    assert is_due(text, plan) == due


def test_a_heading_that_acts_on_what_is_wrong_is_work():
    plan = parse("一、严查隐患，守住安全底线\n二、困难和问题\n")
    assert [one.role for one in plan.headings] == ["work", "problems"]


CLEAN = """文种：党风廉政建设工作情况汇报
年度：2024
一、扛牢主体责任
二、加强纪律教育
三、锲而不舍落实中央八项规定精神
四、严肃执纪问责
五、存在的问题
六、下一步打算
"""


def test_a_report_on_one_matter_takes_no_fact_of_other_business_and_says_why():
    facts = tuple(Fact(f"F{place}", text) for place, text in enumerate(
        ["食品抽检4186批次", "诫勉谈话3人", "村医平均年龄55岁", "明年新建卫生院1家", "核减“三公”经费8%",
         "明年开展一轮内部巡察", "本人讲党课2次"], 1))  # fmt: skip
    found = distribute(facts, parse(CLEAN))
    assert [found.why(fact.id) for fact in facts] == ["topic", "", "topic", "topic", "", "", "viewpoint"]
    assert names(facts, parse(CLEAN))["F2"] == "严肃执纪问责"
    assert names(facts, parse(CLEAN))["F5"] == "锲而不舍落实中央八项规定精神"


def test_what_a_writer_puts_there_by_hand_stands_in_a_report_on_another_matter():
    plan = parse(CLEAN.replace("二、", "事实：F1\n二、"))
    found = distribute((Fact("F1", "食品抽检4186批次"), Fact("F2", "诫勉谈话3人")), plan, {"F2": UNPLACED})
    assert found.where() == {"F1": plan.headings[0].id, "F2": UNPLACED}
    assert found.why("F2") == "hand"


def test_matters_of_the_party_stand_under_its_heading_in_a_report_on_all_the_work():
    plan = parse(
        "题目：2024年工作总结\n一、抓实党的建设\n二、规范执法办案\n三、加强法治和队伍建设\n四、优化准入服务\n"
    )
    texts = [
        "核减“三公”经费8.3%",
        "诫勉谈话3人，辞退执法辅助人员2人",
        "签订“一岗双责”承诺书6份",
        "旁听庭审2次",
    ]
    facts = tuple(Fact(f"F{place}", text) for place, text in enumerate(texts))
    assert set(names(facts, plan).values()) == {"抓实党的建设"}


def test_plans_and_shortcomings_choose_their_heading_by_matter():
    plan = parse(
        "题目：2024年工作总结\n一、主要工作\n二、存在问题\n（一）经费保障不足\n（二）人才力量薄弱\n"
        "三、明年安排\n（一）优化营商环境\n（二）严守安全底线\n"
    )
    texts = [
        "敬老院改造配套资金只落实四成",
        "持证护理员缺口大，招不到人",
        "明年企业注销全部网办",
        "拟装燃气报警器300个",
    ]
    facts = tuple(Fact(f"F{place}", text) for place, text in enumerate(texts))
    assert list(names(facts, plan).values()) == [
        "经费保障不足", "人才力量薄弱", "优化营商环境", "严守安全底线",
    ]  # fmt: skip


def test_a_fact_that_no_heading_suits_is_left_out_as_unsure():
    plan = parse("题目：2024年工作总结\n一、发展养老事业\n二、规范社会组织\n三、守牢环境底线\n")
    found = distribute((Fact("F1", "采买绿植若干"),), plan)
    assert found.why("F1") == "unsure"


WIDE = "题目：2024年工作总结\n一、抓实党的建设\n二、守牢安全底线\n三、夯实基层基础\n四、存在的问题\n"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("组织生活抽查4轮，记录不规范的5个支部被通报", "work"),
        ("改造薄弱基层站所6个", "work"),
        ("储备粮油1.8万吨，供应没断档", "work"),
        ("还有74公里老管没换", "problems"),
        ("隐患自查填表应付", "problems"),
        ("年轻人才断档", "problems"),
    ],
)
def test_what_was_found_and_dealt_with_is_work_and_what_is_left_a_problem(text, part):
    plan = parse(WIDE)
    assert part_of(Fact("F1", text), plan, {"work", "problems"}) == part

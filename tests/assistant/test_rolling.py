"""Last year's own report is rolled forward: everything stale is listed, nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rolling import Choice, applied, own_year, roll
from assistant.stale import covered
from index.entering import prepare
from index.errors import ShelfError
from index.expressions import expressions
from index.types import Manuscript, Paragraph

LINES = (
    "青禾市林业局2023年工作总结",
    "一、主要工作",
    "2023年，我局召开专题会议28次，3月24日组织植树活动，造林1.2万亩，同比增长12.5%。深入学习《中国共产党章程》。",
    "二、2024年工作打算",
    "新建苗圃基地3个，完成退化林修复5000亩。加强护林员队伍建设，举办培训班4期。",
)
REPORT = prepare(Manuscript(tuple(Paragraph(line) for line in LINES)), "report.txt")[0]
ROWS = roll(REPORT.text, 2024, REPORT.sections, REPORT.year)


def of(kind):
    return [row for row in ROWS if row.kind == kind]


def test_every_expression_of_the_old_text_is_in_the_list():
    for one in expressions(REPORT.text):
        assert any(r.span.start <= one.span.start and one.span.end <= r.span.end for r in ROWS), one.text


def test_the_reports_own_years_move_on():
    assert [(row.text, row.put) for row in of("year")] == [
        ("2023年", "2024年"), ("2023年", "2024年"), ("2024年", "2025年"),
    ]  # fmt: skip


def test_last_years_figures_are_to_be_filled_and_a_standing_title_is_kept():
    assert {"28次", "1.2万亩", "12.5%"} <= {row.text for row in of("figure") if row.what == "fill"}
    assert [row.what for row in of("title")] == ["keep"]


def test_what_was_planned_is_due_now():
    plans = of("plan")
    assert [row.text[:6] for row in plans] == ["新建苗圃基地", "加强护林员队"]
    inner = [row for row in of("figure") if row.within is not None]
    assert {row.text for row in inner} == {"3个", "5000亩", "4期"}


def test_the_new_plans_are_one_blank_and_what_became_of_an_old_one_is_told_among_the_work():
    words = applied(REPORT.text, ROWS, {})
    assert words.endswith("二、2025年工作打算\n【待补充：2025年工作打算】")
    assert "召开专题会议【待补充：数据，上年为28次】" in words
    assert words.startswith("青禾市林业局2024年工作总结")
    plan = next(i for i, row in enumerate(ROWS) if row.kind == "plan")
    told = applied(REPORT.text, ROWS, {plan: Choice("fill", "新建苗圃基地3个，任务全面完成")})
    assert "《中国共产党章程》。新建苗圃基地3个，任务全面完成。\n二、2025年工作打算\n【待补充：" in told


def test_a_choice_of_the_writer_stands():
    number = next(i for i, row in enumerate(ROWS) if row.text == "28次")
    assert "召开专题会议31次，" in applied(REPORT.text, ROWS, {number: Choice("fill", "31次")})
    assert "召开专题会议28次，" in applied(REPORT.text, ROWS, {number: Choice("keep")})


def test_keeping_all_leaves_every_byte_as_it_was():
    assert applied(REPORT.text, ROWS, {i: Choice("keep") for i in range(len(ROWS))}) == REPORT.text


@given(st.dictionaries(st.integers(0, len(ROWS) - 1), st.sampled_from(["keep", "drop", "fill"])))
def test_what_no_choice_touches_is_byte_identical(chosen):
    marks = {
        i: Choice(what, ("⟨⟩。" if row.kind == "plan" else "⟦⟧") if what == "fill" else "")
        for i, row in enumerate(ROWS) for what in (chosen.get(i, "keep"),)
    }  # fmt: skip
    words = applied(REPORT.text, ROWS, marks)
    gone: set[int] = set()
    for i, row in enumerate(ROWS):
        said = chosen.get(i, "keep")
        told = row.kind == "plan" and said == "fill"
        above = covered(ROWS, marks, i)
        if said != "keep" and not told and not above:
            gone |= set(range(row.span.start, row.span.end))
    left = "".join(c for i, c in enumerate(REPORT.text) if i not in gone)
    assert words.replace("⟨⟩。", "").replace("⟦⟧", "") == left


def test_a_formulation_that_another_took_the_place_of_is_to_be_renewed():
    rows = [row for row in roll("持续开展扫黑除恶专项斗争。", 2024) if row.kind == "formulation"]
    assert [(row.what, bool(row.put)) for row in rows] == [("fill", True)]


def test_a_choice_that_there_is_not_is_told():
    with pytest.raises(ShelfError) as told:
        applied(REPORT.text, ROWS, {len(ROWS): Choice("keep")})
    assert told.value.code == "roll_choice"


def test_the_year_of_a_report_without_any_is_the_one_before():
    assert own_year("全年工作平稳。", 2024) == 2023
    assert roll("", 2024) == ()


KINDS = {
    "总结": (
        "临河县交通运输局2025年工作总结",
        "2025年是“十四五”规划收官之年，我局扎实做好各项工作，落实“十四五”规划任务。",
        "一、主要工作",
        "（一）道路养护。养护县道120公里，开展欠薪动态清零行动。",
        "（二）客运服务。新增公交车30辆。",
        "二、存在问题",
        "个别道路养护不及时。",
        "三、2026年工作打算",
        "2026年，我们将做好以下工作。",
        "（一）养护县道150公里，整治道路隐患。",
        "（二）新增公交车20辆，优化客运线路。",
        "临河县交通运输局",
        "2025年12月25日",
    ),
    "述职": (
        "2025年度述职报告",
        "一、履职情况",
        "今年是我任现职的第三年。全年走访企业45家，协调解决问题12个。",
        "二、存在不足",
        "学习不够深入。",
        "三、今后努力方向",
        "今后，我将加强学习，多到基层走访企业，把问题解决在一线。",
        "以上报告，请予审议。",
        "述职人：陈一鸣",
        "2026年1月8日",
    ),
    "党风廉政": (
        "临河县交通运输局党组2025年党风廉政建设工作情况汇报",
        "一、主体责任落实情况",
        "2025年，召开党组会研究党风廉政建设8次，开展廉政谈话35人次。",
        "二、下一步工作打算",
        "一是压实责任。层层签订责任书，开展廉政谈话。",
        "二是严格监督。对重点项目开展监督检查6次。",
        "特此报告。",
        "中共临河县交通运输局党组",
        "二〇二五年十二月二十日",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_rolled_report_of_any_kind_has_new_plans_to_fill_and_a_date_to_fill(kind):
    report = prepare(Manuscript(tuple(Paragraph(line) for line in KINDS[kind])), f"{kind}.txt")[0]
    rows = roll(report.text, 2026, report.sections, 2025)
    words = applied(report.text, rows, {})
    assert words.count("【待补充：2027年工作打算】") == 1
    assert words.endswith("【待补充：成文日期】")
    assert words.splitlines()[-2] == KINDS[kind][-2]
    assert "完成情况（上年计划" not in words
    assert "今年是" not in words
    assert "“十四五”规划收官" not in words
    assert "动态清零" not in KINDS[kind][3] or "欠薪动态清零行动" in words
    assert applied(report.text, rows, {i: Choice("keep") for i in range(len(rows))}) == report.text
    for one in expressions(report.text):
        assert any(r.span.start <= one.span.start and one.span.end <= r.span.end for r in rows), one.text


def test_what_became_of_a_plan_stands_in_the_part_most_like_it():
    report = prepare(Manuscript(tuple(Paragraph(line) for line in KINDS["总结"])), "old.txt")[0]
    rows = roll(report.text, 2026, report.sections, 2025)
    bus = next(i for i, row in enumerate(rows) if row.kind == "plan" and "公交车" in row.text)
    words = applied(report.text, rows, {bus: Choice("fill", "新增公交车22辆")})
    line = next(line for line in words.splitlines() if line.startswith("（二）客运服务"))
    assert line.endswith("。新增公交车22辆。")

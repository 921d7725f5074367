"""Last year's own report is rolled forward: everything stale is listed, nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rolling import Choice, applied, own_year, roll
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


def test_a_plan_that_is_filled_takes_its_figures_with_it():
    words = applied(REPORT.text, ROWS, {})
    assert "【待补充：该项计划的完成情况（上年计划：新建苗圃基地3个，完成退化林修复5000亩）】。" in words
    assert "召开专题会议【待补充：数据，上年为28次】" in words
    assert words.startswith("青禾市林业局2024年工作总结")


def test_a_choice_of_the_writer_stands():
    number = next(i for i, row in enumerate(ROWS) if row.text == "28次")
    assert "召开专题会议31次，" in applied(REPORT.text, ROWS, {number: Choice("fill", "31次")})
    assert "召开专题会议28次，" in applied(REPORT.text, ROWS, {number: Choice("keep")})


def test_keeping_all_leaves_every_byte_as_it_was():
    assert applied(REPORT.text, ROWS, {i: Choice("keep") for i in range(len(ROWS))}) == REPORT.text


@given(st.dictionaries(st.integers(0, len(ROWS) - 1), st.sampled_from(["keep", "drop", "fill"])))
def test_what_no_choice_touches_is_byte_identical(chosen):
    marks = {
        i: Choice(chosen.get(i, "keep"), "⟦⟧" if chosen.get(i) == "fill" else "") for i in range(len(ROWS))
    }
    words = applied(REPORT.text, ROWS, marks)
    gone = set()
    for i, row in enumerate(ROWS):
        above = row.within is not None and chosen.get(row.within, "keep") != "keep"
        if chosen.get(i, "keep") != "keep" or above:
            gone |= set(range(row.span.start, row.span.end))
    assert words.replace("⟦⟧", "") == "".join(c for i, c in enumerate(REPORT.text) if i not in gone)


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

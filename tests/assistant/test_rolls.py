"""A report being rolled forward: choices are kept, what is left is counted, the draft has visible blanks."""

import pytest

from assistant.rolling import Choice
from assistant.service import Assistant
from assistant.settings import open_settings
from index.errors import ShelfError

TEXT = """青禾市林业局2023年工作总结
一、主要工作
2023年，我局召开专题会议28次，造林1.2万亩。深入学习《中国共产党章程》。
二、2024年工作打算
新建苗圃基地3个，完成退化林修复5000亩。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rolls")
    (folder / "old.txt").write_text(TEXT, "utf-8")
    with Assistant(open_settings(folder / "data")) as opened:
        opened.add([folder / "old.txt"])
        yield opened


@pytest.fixture
def rolling(desk):
    return desk.reports.rolls.open(desk.shelf.reports()[0].id, 2024)


def number(rolling, text):
    return next(place for place, row in enumerate(rolling.rows) if row.text == text)


def test_a_choice_is_kept_and_what_is_left_goes_down(desk, rolling):
    meetings = number(rolling, "28次")
    before = rolling.left()
    after = desk.reports.rolls.choose(rolling, {meetings: Choice("fill", "31次")})
    assert after.left() == before - 1
    again = desk.reports.rolls.open(rolling.report.id, 2024)
    assert again.choice(meetings) == Choice("fill", "31次")
    assert "召开专题会议31次" in again.text
    assert desk.reports.rolls.last() == (rolling.report.id, 2024)


def test_another_year_has_choices_of_its_own(desk, rolling):
    desk.reports.rolls.choose(rolling, {number(rolling, "28次"): Choice("keep")})
    other = desk.reports.rolls.open(rolling.report.id, 2025)
    assert other.choices == {}


def test_what_lies_in_a_plan_that_is_filled_waits_for_nothing(rolling):
    plan = next(place for place, row in enumerate(rolling.rows) if row.kind == "plan")
    inner = [place for place, row in enumerate(rolling.rows) if row.within == plan]
    assert inner
    assert all(rolling.settled(place) for place in inner)
    assert not rolling.settled(plan)
    assert rolling.rows[plan].within is not None


def test_the_draft_is_the_text_with_a_visible_blank_for_each_place_left(desk, rolling):
    saved = desk.reports.rolls.as_draft(rolling)
    assert saved.title == "青禾市林业局2024年工作总结"
    assert f"{saved.title}\n{saved.body.text}" == rolling.text.rstrip("\n")
    due = sum(row.kind == "plan" and not rolling.settled(n) for n, row in enumerate(rolling.rows))
    assert saved.body.text.count("【待补充") == rolling.left() - due
    assert not [one for one in saved.body.sentences if "【待补充" in one.text and one.origin != "blank"]


def test_what_was_kept_of_the_old_report_is_let_stand_and_what_is_changed_later_is_not(desk, rolling):
    saved = desk.rolled(rolling)
    left, stood = desk.findings(saved)
    assert stood
    assert {one.kind for one in left} <= {"blank", "outdated", "caution"}
    after = desk.keep_text(saved.id, saved.body.text + "\n全年处理群众来信96件。", saved.revision)
    assert any("96" in one.text for one in desk.findings(after)[0])


def test_a_choice_for_no_place_is_refused(desk, rolling):
    with pytest.raises(ShelfError):
        desk.reports.rolls.choose(rolling, {999: Choice("keep")})


def test_a_bare_number_takes_the_unit_of_what_it_replaces(desk, rolling):
    after = desk.reports.rolls.choose(rolling, {
        number(rolling, "28次"): Choice("fill", "33"), number(rolling, "1.2万亩"): Choice("fill", "2"),
    })  # fmt: skip
    assert after.choice(number(rolling, "28次")).put == "33次"
    assert after.choice(number(rolling, "1.2万亩")).put == "2"


def test_the_fact_box_says_that_the_facts_are_in_the_old_report(desk, rolling):
    saved = desk.rolled(rolling)
    assert saved.notes == "事实见旧稿《青禾市林业局2023年工作总结》"
    assert not [one for one in desk.findings(saved)[0] if one.kind == "unused"]


def test_words_that_read_like_an_outdated_formulation_are_no_caution(desk, tmp_path):
    (tmp_path / "zero.txt").write_text(
        "临河县应急局2025年工作总结\n一、主要工作\n2025年，我局开展重大隐患动态清零行动，排查隐患96处。\n",
        "utf-8",
    )
    added = desk.add([tmp_path / "zero.txt"])[0]
    rolling = desk.reports.rolls.open(added.report_id, 2026)
    assert "重大隐患动态清零行动" in rolling.text
    assert {one.kind for one in desk.findings(desk.rolled(rolling))[0]} == {"blank"}

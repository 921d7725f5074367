"""What is changed in the table of facts is changed in the report, and nothing else."""

from dataclasses import replace

import pytest

from assistant.projects import Project
from assistant.sheet import Sheet
from ui import report_table
from ui.report_table import Shown, changed, row_height

NAMES = {"H2": "一、强化理论武装", "H3": "二、抓实安全生产"}


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    monkeypatch.setattr(report_table, "say", lambda key: key)
    monkeypatch.setattr(report_table, "_headings", lambda project: (NAMES, {}))


def begun():
    project = Project(
        "p", sheet=Sheet().added("开会12次\n排查隐患45处\n演练3次\n"), plan="一、强化理论武装\n"
    )
    rows = tuple(
        {"id": one.id, "place": n, "text": one.text, "home": "rep_auto", "required": True}
        for n, one in enumerate(project.sheet.entries, 1)
    )
    return project, Shown(1, rows, rows, NAMES)


def edited(shown, **edits):
    return tuple(row | edits.get(str(row["id"]), {}) for row in shown.begun)


def test_words_section_and_required_are_taken_over():
    project, shown = begun()
    after = changed(
        project,
        shown,
        edited(shown, F1={"text": "开会13次"}, F2={"home": NAMES["H3"]}, F3={"required": False}),
    )
    assert [one.text for one in after.sheet.entries] == ["开会13次", "排查隐患45处", "演练3次"]
    assert dict(after.moved) == {"F2": "H3"}
    assert [one.required for one in after.sheet.entries] == [True, True, False]


def test_a_fact_is_left_out_by_hand_and_given_back_to_chance():
    project, shown = begun()
    out = changed(project, shown, edited(shown, F1={"home": "rep_nowhere"}))
    assert dict(out.moved) == {"F1": ""}
    then = replace(shown, kept=edited(shown, F1={"home": "rep_nowhere"}))
    assert changed(out, then, shown.begun).moved == ()


def test_a_section_that_was_renumbered_meanwhile_is_found_by_its_words(monkeypatch):
    project, shown = begun()
    monkeypatch.setattr(report_table, "_headings", lambda project: ({"H5": "三、抓实安全生产"}, {}))
    assert dict(changed(project, shown, edited(shown, F1={"home": NAMES["H3"]})).moved) == {"F1": "H5"}


def test_a_fact_sent_down_stands_where_it_was_sent():
    project, shown = begun()
    after = changed(project, shown, edited(shown, F1={"place": 3}))
    assert [one.id for one in after.sheet.entries] == ["F2", "F3", "F1"]


def test_a_fact_that_is_gone_stays_gone():
    project, shown = begun()
    less = replace(project, sheet=project.sheet.edited("F1", ""))
    after = changed(less, shown, edited(shown, F1={"text": "开会13次"}, F2={"text": "排查隐患46处"}))
    assert [one.text for one in after.sheet.entries] == ["排查隐患46处", "演练3次"]


def test_rows_are_as_tall_as_four_of_five_facts_want_and_words_are_always_wrapped():
    short, long = "召开党组会12次", "组织防空警报试鸣，全区鸣响率100%，" * 4
    assert row_height([]) == row_height([short]) == row_height([short] * 8 + [long]) >= 70
    assert row_height([short]) < row_height([short, long, long]) <= row_height([long * 9] * 3)

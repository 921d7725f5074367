"""A value outside an option's choices is told with the choices; one the shelf has not, with what it has."""

import json

import pytest

from assistant.commands.choices import CHOICES, choose
from assistant.service import ShelfError
from assistant.telling import sentences


@pytest.mark.parametrize(
    "words",
    [("search", "学习", "--role", "foo"), ("compare", "kwic", "坚持", "--sort", "up"),
     ("compare", "kwic", "坚持", "--role", "foo"), ("search", "学习", "--viewpoint", "集体"),
     ("search", "学习", "--organisation", "学院"), ("draft", "--section", "甲", "--style", "诗"),
     ("revise", "--draft", "x", "--select", "0:3", "--wish", "foo")],
)  # fmt: skip
def test_a_value_that_is_no_choice_ends_with_2_and_names_the_choices(zhibi, words):
    code, out, err = zhibi(*words, ok=False)
    option = words[-2].removeprefix("--")
    assert (code, out) == (2, "") and words[-1] in err
    assert all(choice in err for choice in CHOICES[option])


def test_choices_are_worded_for_a_chinese_writer():
    for option in ("role", "sort", "style", "wish"):
        row = sentences()[f"choices_{option}"]
        assert all(choice in row["zh"] and choice in row["en"] for choice in CHOICES[option])
        assert row["zh"].count("（") == len(CHOICES[option])


def test_nothing_is_asked_of_an_option_that_is_not_given_and_more_may_be_allowed():
    choose("role", "")
    choose("organisation", "大队", also=("大队",))
    with pytest.raises(ShelfError, match="choice_wrong"):
        choose("organisation", "大队")


def test_a_kind_that_no_report_has_is_told_with_those_there_are(zhibi, report):
    zhibi("add", report)
    code, out, err = zhibi("search", "责任", "--kind", "小说", "--year", "1999")
    assert code == 0 and "没有找到" not in out
    assert "文种为“小说”" in err and "年份为“1999”" in err and "2023" in err
    assert json.loads(zhibi("search", "责任", "--kind", "小说", "--json")[1]) == {"hits": []}

"""A fact sheet is edited without losing a fact's name or words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.sheet import Doubt, Sheet, doubts
from index.errors import ShelfError

SHEET = Sheet().added("召开党组会12次\n培训3期\n检查企业40家\n")


def texts(sheet):
    return [(one.id, one.text) for one in sheet.entries]


def test_an_id_is_never_given_twice():
    again = SHEET.edited("F3", "").added("演练2次\n")
    assert texts(again) == [("F1", "召开党组会12次"), ("F2", "培训3期"), ("F4", "演练2次")]


def test_a_fact_is_edited_moved_and_made_optional():
    sheet = SHEET.edited("F2", "培训4期").moved("F3", 0).marked("F1", False)
    assert texts(sheet) == [("F3", "检查企业40家"), ("F1", "召开党组会12次"), ("F2", "培训4期")]
    assert [fact.id for fact in sheet.facts(optional=False)] == ["F3", "F2"]


def test_two_facts_become_one_with_the_words_of_both():
    assert texts(SHEET.merged("F1", "F2"))[0] == ("F1", "召开党组会12次；培训3期")
    twice = SHEET.added("培训3期。\n").merged("F2", "F4")
    assert texts(twice)[1] == ("F2", "培训3期")


def test_equal_facts_and_clashing_figures_are_pointed_out():
    facts = Sheet().added("全年召开党组会12次\n全年召开党组会15次\n检查企业40家\n检查企业40家。\n").facts()
    assert Doubt("conflict", "F1", "F2") in doubts(facts)
    assert Doubt("duplicate", "F3", "F4") in doubts(facts)


def test_a_fact_that_is_not_there_is_told():
    with pytest.raises(ShelfError) as told:
        SHEET.edited("F9", "甲")
    assert told.value.code == "no_such_fact"


@given(st.sampled_from(["F1", "F2", "F3"]), st.integers(-2, 9))
def test_moving_loses_no_fact(fact, place):
    assert sorted(texts(SHEET.moved(fact, place))) == sorted(texts(SHEET))

"""A place of the old text: what becomes of it, and its blank."""

from assistant.stale import Choice, Stale, blank, chosen, covered
from index.types import Span

ROWS = (
    Stale("next", Span(0, 20), "", "fill", ask="2027年工作打算"),
    Stale("plan", Span(0, 10), "新建桥梁3座。", "fill", within=0),
    Stale("figure", Span(4, 6), "3座", "fill", within=1),
)


def test_the_writers_choice_goes_before_what_is_proposed():
    assert chosen(ROWS, {}, 2) == Choice("fill")
    assert chosen(ROWS, {2: Choice("keep")}, 2) == Choice("keep")


def test_a_place_goes_with_any_place_around_it():
    assert covered(ROWS, {1: Choice("keep")}, 2)
    assert not covered(ROWS, {0: Choice("keep"), 1: Choice("keep")}, 2)
    assert not covered(ROWS, {}, 0)


def test_a_blank_asks_for_what_is_missing():
    assert blank(ROWS[0]) == "【待补充：2027年工作打算】"
    assert blank(ROWS[2]) == "【待补充：数据，上年为3座】"

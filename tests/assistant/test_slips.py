"""Putting slips right: only those that are certain, all else stays to the letter."""

from assistant.slips import Slip, fixed, shown
from index.types import Span


def test_only_slips_with_a_certain_reading_are_put_right():
    text = "布署工作，，完成"
    slips = (Slip(Span(4, 6), "stray_mark", "，，", "，"), Slip(Span(0, 2), "word", "布署", "部署"))
    assert fixed(text, slips) == "部署工作，完成"
    assert fixed(text, (Slip(Span(0, 2), "unbalanced", "布署"),)) == text
    assert fixed(text, ()) == text


def test_of_two_slips_in_one_place_the_first_counts():
    slips = (Slip(Span(0, 2), "a", "甲乙", "丙"), Slip(Span(1, 3), "b", "乙丁", "戊"))
    assert fixed("甲乙丁", slips) == "丙丁"


def test_a_word_may_be_taken_out():
    assert fixed("进行了了解", (Slip(Span(2, 3), "repeated_particle", "了", ""),)) == "进行了解"


def test_a_short_slip_is_shown_with_its_neighbours_of_the_line():
    text = "一、工作\n会议要求:压实责任。"
    colon = Slip(Span(9, 10), "half_width", ":", "：")
    assert shown(text, colon) == ("会议要求:压实责任…", "会议要求：压实责任…")
    long = Slip(Span(5, 9), "word", "会议要求")
    assert shown(text, long) == ("会议要求", None)

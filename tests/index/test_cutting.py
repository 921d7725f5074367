import re

from hypothesis import given
from hypothesis import strategies as st

from index.cutting import Line


def test_what_is_cut_is_remembered_at_its_place_in_what_is_left():
    line = Line("加微信，开展督查。扫码，群众满意。")
    assert line.cut(re.compile("加微信，|扫码，"), "advertisement")
    assert line.text == "开展督查。群众满意。"
    assert line.cuts == [(0, "加微信，", "advertisement"), (5, "扫码，", "advertisement")]


def test_earlier_cuts_move_with_later_ones():
    line = Line("甲乙丙丁")
    line.cut_spans([(2, 3)], "invisible")
    line.cut_spans([(0, 1)], "paste_mark")
    assert (line.text, line.cuts) == ("乙丁", [(0, "甲", "paste_mark"), (1, "丙", "invisible")])


def test_a_cut_without_a_reason_is_not_listed():
    line = Line("甲 乙")
    assert line.cut(re.compile(" "))
    assert not line.cut(re.compile(" "))
    assert (line.text, line.cuts) == ("甲乙", [])


def test_a_dropped_line_keeps_its_first_reason():
    line = Line("第1页")
    line.drop("page_number")
    line.drop("advertisement")
    assert (line.why, line.kept) == ("page_number", False)
    assert Line("正文").kept
    assert not Line("").kept


@given(text=st.text("甲乙丙丁", max_size=20), data=st.data())
def test_cuts_put_back_from_the_last_give_the_line_again(text, data):
    line = Line(text)
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(places[::2], places[1::2], strict=False))
    line.cut_spans(spans, "contact")
    whole = line.text
    for place, piece, _ in reversed(line.cuts):
        whole = whole[:place] + piece + whole[place:]
    assert whole == text

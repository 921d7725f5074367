"""Folding full-width and invisible characters, and the way back."""

from hypothesis import example, given
from hypothesis import strategies as st

from index.folding import HIDDEN, fold, hide

ODD = st.text(alphabet="召开２８次会议％\u200b\u202e\ufeff 12,，。○Ａx", max_size=60)


def test_full_width_digits_and_letters_become_narrow_but_punctuation_stays():
    assert fold("２０２３年，完成９５％（Ａ）。").text == "2023年，完成95%（A）。"


def test_a_circle_in_a_year_is_a_zero():
    assert fold("二○二三年").text == "二〇二三年"


def test_blanks_inside_a_number_are_dropped_and_others_stay():
    assert fold("印发1 200份，2 0 2 3 年 3 月").text == "印发1200份，2023 年 3 月"
    assert fold("第一 第二 ABC 12 34").text == "第一 第二 ABC 12 34"


def test_the_span_of_a_folded_stretch_covers_what_was_dropped_inside_it():
    folded = fold("召开2\u200b８次")
    start = folded.text.index("28次")
    assert folded.span(start, start + 3).of("召开2\u200b８次") == "2\u200b８次"


@given(ODD)
def test_every_folded_character_leads_back_to_one_of_the_original(text):
    folded = fold(text)
    spans = [folded.span(at, at + 1) for at in range(len(folded.text))]
    assert all(fold(span.of(text)).text == mark for span, mark in zip(spans, folded.text, strict=True))
    assert spans == sorted(spans)


NUMBERS = st.text(alphabet="12１ .,．%％年\u200b\u2066\U000e0041", max_size=14)


@given(ODD | NUMBERS)
@example("1 1\u200b会")
@example("1\u200b \u200b1\u200b 会")
@example("1 \u200b200\u2066份，2 0\u200b 2 3年")
def test_folding_twice_changes_nothing_more(text):
    once = fold(text).text
    assert fold(once).text == once


def test_a_blank_beside_something_invisible_is_dropped_and_the_way_back_stays():
    text = "印发\u200b1 \u200b200\u200b份"
    folded = fold(text)
    assert folded.text == "印发1200份"
    assert folded.span(2, 6).of(text) == "1 \u200b200"


def test_hiding_keeps_the_length_and_takes_overlapping_stretches():
    assert hide("召开会议", [(1, 3), (0, 2)]) == HIDDEN * 3 + "议"

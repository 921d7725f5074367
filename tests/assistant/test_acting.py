"""Putting a finding right in one act: a fact's value, or a blank; nothing else of the text changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.acting import alternatives, blanked, can_be_blank, replaced
from assistant.types import Fact, Finding
from index.types import Span

TEXT = "全年召开党组会9次，3月5日开展培训，参训200人。"
FACTS = (Fact("F1", "党组会12次，专题3次"), Fact("F2", "3月24日廉政大会，186人"))


def at(words, kind="unsupported"):
    start = TEXT.index(words)
    return Finding(kind, Span(start, start + len(words)), words, "")


def test_values_with_the_same_measure_word_are_offered_with_their_fact():
    assert [(one.fact, one.text) for one in alternatives(at("9次"), FACTS)] == [("F1", "12次"), ("F1", "3次")]
    assert [(one.fact, one.text) for one in alternatives(at("200人"), FACTS)] == [("F2", "186人")]
    assert [(one.fact, one.text) for one in alternatives(at("3月5日"), FACTS)] == [("F2", "3月24日")]


def test_nothing_is_offered_for_words_or_for_facts_left_out():
    assert alternatives(at("开展培训", "unasked"), FACTS) == ()
    assert alternatives(Finding("unused", Span(len(TEXT), len(TEXT)), "F2", ""), FACTS) == ()
    assert not can_be_blank(Finding("unused", Span(len(TEXT), len(TEXT)), "F2", ""))


def test_a_blank_says_what_is_to_be_filled_in():
    assert "【待补充：" in blanked(TEXT, at("9次"), "zh")
    assert "9次" not in blanked(TEXT, at("9次"), "zh")
    assert blanked(TEXT, at("3月5日"), "zh") != blanked(TEXT, at("3月5日"), "en")


@given(st.text(), st.integers(0, 30), st.integers(0, 30), st.text())
def test_all_outside_the_place_stays_as_it_was(text, start, length, words):
    span = Span(min(start, len(text)), min(start + length, len(text)))
    new = replaced(text, span, words)
    assert new == text[: span.start] + words + text[span.end :]
    assert len(new) == len(text) - len(span) + len(words)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("58件", "来信【待补充：数字】件。"),
        ("20多人次", "来信【待补充：数字】人次。"),
        ("12.5%", "来信【待补充：百分比】%。"),
        ("百分之五十", "来信百分之【待补充：百分比】。"),
        ("3.2个百分点", "来信【待补充：百分点】个百分点。"),
        ("320万元", "来信【待补充：金额】万元。"),
        ("1.2亿元", "来信【待补充：金额】亿元。"),
        ("58元", "来信【待补充：金额】元。"),
        ("3月5日", "来信【待补充：日期】。"),
    ],
)
def test_a_figure_leaves_its_unit(words, left):
    text = f"来信{words}。"
    finding = Finding("unsupported", Span(2, 2 + len(words)), words, "")
    assert blanked(text, finding, "zh") == left

"""Putting a finding right in one act: a fact's value, or a blank; nothing else of the text changes."""

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

"""Patterns: exact words, wildcards that stay in their clause, every beginning found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import ShelfError
from index.pattern import pattern

TEXT = "坚持党建引领，坚持以人民为中心。以实干为先、以群众满意为准绳；推动责任落实到位！\n坚持不懈"


def found(words, text=TEXT):
    return [span.of(text) for span in pattern(words).spans(text)]


def test_exact_words_are_found_wherever_they_begin():
    assert found("坚持") == ["坚持"] * 3
    assert found("人人", "人人人") == ["人人", "人人"]


def test_a_star_at_the_end_runs_to_the_end_of_the_clause():
    assert found("坚持*") == ["坚持党建引领", "坚持以人民为中心", "坚持不懈"]


def test_a_star_at_the_beginning_runs_back_to_where_the_clause_begins():
    assert found("*到位") == ["推动责任落实到位"]


def test_a_star_between_words_takes_at_least_one_character_and_stays_in_the_clause():
    assert found("以*为*") == ["以人民为中心", "以实干为先、以群众满意为准绳", "以群众满意为准绳"]
    assert found("以*为", "可以为先") == []
    assert found("以*为", "以上，为民") == []


def test_dots_and_wide_stars_are_stars():
    assert found("以…为…") == found("以＊为＊") == found("以……为……") == found("以*为*")


def test_a_question_mark_is_one_character():
    assert found("坚持?建") == ["坚持党建"]


def test_a_backslash_takes_a_star_as_itself():
    assert found("3\\*4", "约3*4米") == ["3*4"]


@pytest.mark.parametrize("words", ["", " ", "*", "…", "?", "*?*"])
def test_a_pattern_without_words_is_refused(words):
    with pytest.raises(ShelfError) as told:
        pattern(words)
    assert told.value.code == "pattern_empty"


def test_marks_of_regular_expressions_are_plain_words():
    assert found("(一)", "见(一)") == ["(一)"]
    assert found("a.c", "abc") == []


@given(st.text("以为坚，。\n*?\\"), st.text("以为坚，。\n*?", max_size=60))
def test_as_many_are_counted_as_found(words, text):
    try:
        wanted = pattern(words)
    except ShelfError:
        return
    assert wanted.count(text) == len(list(wanted.spans(text)))


@given(st.text("甲乙，", min_size=1, max_size=3), st.text("甲乙，丙\n", max_size=60))
def test_exact_words_equal_a_plain_scan(words, text):
    plain = [hit.start() for hit in re.finditer(f"(?={re.escape(words)})", text)]
    assert [span.start for span in pattern(words).spans(text)] == plain

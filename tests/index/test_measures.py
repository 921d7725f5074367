"""Measure words and what a hedge allows."""

import re
from decimal import Decimal

from index.measures import hedged, measures


def test_a_measure_word_is_none_as_the_head_of_another_word():
    words = re.compile(measures().any)
    assert words.match("次会议")
    assert not words.match("次要问题")
    assert not words.match("项链")


def test_words_that_count_the_same_are_one_class_but_persons_and_visits_are_not():
    same = measures().same
    assert same["名"] == same["位"] == "人"
    assert "人次" not in same


def test_a_little_more_than_a_number_ends_before_its_next_step():
    assert hedged(Decimal(1200), Decimal(1200), "余") == (1201, 1299)


def test_at_least_and_at_most_are_open_on_one_side():
    assert hedged(Decimal(10), Decimal(10), "以上") == (10, None)
    assert hedged(Decimal(10), Decimal(10), "以下") == (None, 10)


def test_nearly_a_number_never_exceeds_it():
    low, high = hedged(Decimal(100), Decimal(100), "近")
    assert low is not None and 0 < low < 100 and high == 100

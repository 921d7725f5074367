"""Counts in English words."""

import pytest

from index.expressions import expressions


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Fourteen warnings were issued", "count:14"),
        ("twenty-five homes", "count:25"),
        ("two hundred trees", "count:200"),
        ("one thousand visitors", "count:1000"),
    ],
)
def test_a_count_in_words_is_found(text, key):
    assert [one.key for one in expressions(text)] == [key]


@pytest.mark.parametrize("text", ["no one came", "two thirds of them", "someone often"])
def test_what_counts_nothing_is_not(text):
    assert not expressions(text)

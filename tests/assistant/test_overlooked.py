"""Numerals no expression covers are seen all the same."""

import pytest

from assistant.overlooked import overlooked
from index.types import Span


def runs(text, known=()):
    return [span.of(text) for span in overlooked(text, (), known)]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("召开28回", ["28"]),
        ("代号A12改造", ["A12"]),
        ("办理三十五宗", ["三十五"]),
        ("投入１．５", ["１．５"]),
        ("编号12-34", ["12-34"]),
    ],
)
def test_a_numeral_is_seen(text, seen):
    assert runs(text) == seen


@pytest.mark.parametrize(
    "text", ["1. 抓学习\n（2）抓整改\n三、抓落实", "十分重视", "千方百计", "一一对应", "百姓"]
)
def test_a_list_mark_or_a_word_is_not(text):
    assert runs(text) == []


def test_what_is_known_is_left_alone():
    assert runs("代号A12改造", [Span(2, 5)]) == []

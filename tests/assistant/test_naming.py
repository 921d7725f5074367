"""Short and long names of one thing."""

import pytest

from assistant.extracting import extract
from assistant.grounding import ground
from assistant.naming import alias
from assistant.noting import note


def other(text, facts):
    (one,) = extract(text)[0]
    found = alias(one, ground(note(facts)))
    return found and found.expression.text


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("学习《中国共产党纪律处分条例》", "《纪律处分条例》"),
        ("学习《纪律处分条例》", "《中国共产党纪律处分条例》"),
    ],
)
def test_a_name_that_holds_the_other_may_mean_the_same(facts, text):
    assert other(text, facts) is not None


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("印发《廉政工作方案》", "《2021年廉政工作方案》"),
        ("学习《安全生产条例》", "《条例》"),
        ("学习《安全生产条例》", "《消防管理条例》"),
        ("党组会12次", "党课12次"),
    ],
)
def test_a_name_with_another_numeral_or_too_short_may_not(facts, text):
    assert other(text, facts) is None

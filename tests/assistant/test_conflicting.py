"""Facts that cannot both be right."""

import pytest

from assistant.conflicting import conflicts
from assistant.grounding import ground
from assistant.noting import note


def pairs(facts):
    found = conflicts(ground(note(facts)))
    return [(one.first.expression.text, one.second.expression.text) for one in found]


@pytest.mark.parametrize(
    ("facts", "pair"),
    [
        ("党组会12次\n召开党组会13次", ("12次", "13次")),
        ("满意率95%\n满意率达到96%", ("95%", "96%")),
        ("投入资金1.2万元\n投入资金12万元", ("1.2万元", "12万元")),
    ],
)
def test_two_figures_for_the_same_thing_conflict(facts, pair):
    assert pairs(facts) == [pair]


@pytest.mark.parametrize(
    "facts",
    [
        "党组会12次\n党组会十二次",
        "党组会12次\n党课13次",
        "党组会12次\n党组会13人",
        "1月党组会2次\n2月党组会3次",
        "走访186户\n走访近200户",
        "收入增长8%\n明年收入增长9%",
    ],
)
def test_figures_for_different_things_and_loose_ones_do_not(facts):
    assert pairs(facts) == []


def test_a_review_and_a_plan_far_below_it_are_no_conflict():
    between = "\n".join(f"走访第{place}村{place + 3}户" for place in range(1, 60))
    assert pairs(f"城镇新增就业6万人\n{between}\n城镇新增就业7万人") == []

"""A figure no fact states is reckoned from those that are, and the sum is shown."""

import pytest

from assistant.deriving import derive
from assistant.extracting import extract
from assistant.grounding import ground, located
from assistant.noting import note


def way(text, facts):
    (place,) = located(text, extract(text)[0])
    return derive(place, ground(note(facts)))


@pytest.mark.parametrize(
    ("facts", "text", "shown"),
    [
        ("上半年培训13场\n下半年培训12场", "全年培训25场", "13场 + 12场 = 25场"),
        ("党组会3次\n党课4次\n研讨5次", "党组会、党课、研讨共12次", "3次 + 4次 + 5次 = 12次"),
        ("排查隐患23处，整改21处", "尚有隐患2处", "23处 - 21处 = 2处"),
        ("受理21件，办结20件", "办结率95.2%", "20件 ÷ 21件 ≈ 95.2%"),
        ("排查问题240个，整改219个", "问题整改率91.2%", "219个 ÷ 240个 ≈ 91.2%"),
        ("排查问题240个，整改219个", "问题整改率91.3%", "219个 ÷ 240个 ≈ 91.3%"),
        ("去年信访40件\n今年信访30件", "信访下降25%", "(40件 - 30件) ÷ 40件 ≈ 25%"),
        ("满意率从90%升至95%", "满意率提高5个百分点", "95% - 90% = 5个百分点"),
    ],
)
def test_the_sum_is_shown_as_a_writer_would_set_it_down(facts, text, shown):
    found = way(text, facts)
    assert found is not None and found.near
    assert found.sum == shown


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("培训13场\n培训12场", "培训26场"),
        ("培训13场\n走访12户", "培训25场"),
        ("培训13场\n培训12场", "培训近25场"),
        ("排查问题240个，整改219个", "问题整改率91.4%"),
        ("培训10余场\n培训12场", "培训22场"),
    ],
)
def test_what_does_not_add_up_or_is_loose_is_not_reckoned(facts, text):
    assert way(text, facts) is None


def test_a_sum_of_unrelated_things_is_told_as_chance():
    found = way("宣讲覆盖53户", "走访困难党员35户\n装修用房18户")
    assert found is not None and not found.near

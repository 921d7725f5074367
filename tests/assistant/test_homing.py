"""A fact's words and a heading's: how commonly reports tell the one under the other."""

import pytest

from assistant.homing import MOST, homing


@pytest.mark.parametrize(
    ("fact", "home", "other"),
    [
        ("退回礼品2次", "廉洁自律情况", "夯实基层基础"),
        ("更换老旧供水管网34公里", "守牢城乡供水安全", "加强党的建设"),
        ("选派骨干到三甲医院进修26人", "强学科、育人才", "廉洁自律情况"),
        ("户厕改造1860座", "扮靓和美乡村", "做强特色产业"),
    ],
)
def test_a_fact_belongs_under_the_heading_reports_tell_it_under(fact, home, other):
    assert homing(fact, home) > homing(fact, other)


def test_words_that_no_row_holds_say_nothing():
    assert homing("abc", "强化理论武装") == 0.0
    assert homing("退回礼品2次", "") == 0.0


def test_the_weight_has_an_end():
    assert homing("礼品礼金礼卡红包插手打招呼请托承诺书个人有关事项" * 3, "廉洁自律、廉政纪律") == MOST

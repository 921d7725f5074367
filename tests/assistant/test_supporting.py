"""Which facts state an expression: equal, or closer than it."""

import pytest

from assistant import grounding
from assistant.extracting import extract
from assistant.grounding import ground
from assistant.noting import note
from assistant.supporting import is_number, is_stated, supporters


def stating(text, facts, year=None):
    (one,) = extract(text)[0]
    return [place.expression.text for place in supporters(one, ground(note(facts), "", year))]


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("186人", "近200人"),
        ("186人", "180余人"),
        ("窗口才3个人", "3名"),
        ("请了4个退休老同志", "4名"),
        ("抢修队6人，两个快退休了", "2人"),
        ("抢修队6个人", "6人"),
        ("陈某拿了第一", "获得第一名"),
        ("3月24日", "3月下旬"),
        ("3月24日", "第一季度"),
        ("95%", "九成五"),
        ("1.2万元", "12000元"),
        ("名额15名", "名额15人"),
        ("104人", "超过100人"),
        ("186人", "100人以上"),
        ("96人", "不足100人"),
    ],
)
def test_a_figure_is_stated_by_an_equal_or_closer_one(facts, text):
    assert len(stating(text, facts)) == 1


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("近200人", "186人"),
        ("3月", "3月24日"),
        ("5%", "5个百分点"),
        ("1.2万份", "1.2万元"),
        ("28人次", "28人"),
        ("第3名", "3名党员"),
        ("186人", "200余人"),
        ("5000人", "超过100人"),
        ("100项以上", "99项以上"),
        ("3人", "不足100人"),
    ],
)
def test_a_looser_or_another_one_does_not_state_it(facts, text):
    assert stating(text, facts) == []


def test_the_very_words_of_a_fact_are_stated_but_no_part_of_a_longer_figure():
    all_of_it = ground(note("代号A12改造，谈话28人次"))
    (part,) = extract("谈话28人")[0]
    assert not is_stated("谈话28人", part, all_of_it)
    assert is_number("28", all_of_it)
    assert not is_number("29", all_of_it)


def test_a_numeral_of_a_fact_that_the_grammar_passes_over_states_its_value(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(grounding, "extract", lambda _: ((), ()))
        all_of_it = ground(note("走访一百二十户"))
    (same,) = extract("走访120户")[0]
    (other,) = extract("走访120人")[0]
    assert is_stated("走访120户", same, all_of_it)
    assert not is_stated("走访120人", other, all_of_it)


def test_a_day_without_a_year_is_of_the_year_of_its_own_fact_or_of_the_report():
    facts = "3月24日召开大会\n2021年换届"
    assert stating("2023年3月24日", facts, 2023) == ["3月24日"]
    assert stating("2021年3月24日", facts, 2023) == []
    assert stating("2021年3月24日", "2021年大事：3月24日换届", 2023) == ["3月24日"]
    assert stating("2021年3月24日", facts) == ["3月24日"]


def test_two_days_named_together_are_stated_by_facts_that_name_each():
    assert stating("3月24日、7月8日", "3月24日廉政大会\n7月8日组织生活会", 2023) == ["3月24日", "7月8日"]
    assert stating("3月24日、7月9日", "3月24日廉政大会\n7月8日组织生活会", 2023) == []


@pytest.mark.parametrize(
    ("facts", "text", "so"),
    [
        ("体检车坏过两回", "体检车损坏2次", True),
        ("体检车坏过两回", "体检车损坏3次", False),
        ("争取一部雷达", "争取1部雷达", True),
        ("系统慢，办一件要点十几下", "办一件需点击十几次", True),
        ("体检车坏过两回", "下乡义诊2次", False),
        ("2条船是05年造的", "2005年建造", True),
        ("2条船是05年造的", "1995年建造", False),
        ("机组是98年装的", "1998年安装", True),
    ],
)
def test_a_spoken_count_and_a_short_year_state_the_written_one(facts, text, so):
    found = [one for one in extract(text)[0] if one.text != "一件"]
    assert all(is_stated(text, one, ground(note(facts))) is so for one in found) and found

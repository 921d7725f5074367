"""Facts the draft leaves out."""

import pytest

from assistant.extracting import extract
from assistant.grounding import ground, located
from assistant.noting import note
from assistant.using import unused


def left(text, notes, drawn=()):
    facts = note(notes)
    places = list(located(text, extract(text)[0]))
    return [fact.id for fact in unused(text, places, facts, ground(facts), drawn)]


def test_a_fact_of_which_nothing_is_said_is_left_out():
    assert left("召开党组会12次。", "党组会12次\n党课3次") == ["F2"]


@pytest.mark.parametrize(
    ("facts", "text"),
    [("党组会12次", "党组会十二次"), ("书记带头讲党课", "书记讲党课"), ("186人", "近200人")],
)
def test_a_fact_in_other_words_is_not(facts, text):
    assert left(text, facts) == []


def test_words_scattered_over_a_report_do_not_say_a_fact():
    report = "收治发热病人，门诊有序。\n肿瘤防治宣传进社区。\n新楼5月份封顶。"
    assert left(report, "肿瘤科开诊收治病人") == ["F1"]


def test_two_facts_with_one_figure_are_told_apart_by_their_words():
    assert left("召开党组会12次。", "党组会12次\n党课12次") == ["F2"]


def test_facts_that_were_reckoned_with_are_used():
    assert left("全年25场。", "上半年13场\n下半年12场", {"F1", "F2"}) == []


def test_words_to_the_drafter_are_not_asked_for():
    assert left("召开党组会12次。", "党组会12次\n差不多就这些，你别写得太惨\n受理投诉3件，先不要写") == []

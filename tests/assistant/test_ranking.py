import pytest

from assistant.ranking import governs, rank, time_of
from assistant.stating import state


def test_what_governs_comes_before_deeds_and_deeds_before_shares_and_honours():
    notes = ("印发应急演练方案", "清理地笼3416具", "满意率98%", "没有发生事故", "荣获先进单位")
    ranks = [rank(state(("F1",), note)) for note in notes]
    assert ranks == sorted(ranks) and ranks[0] < ranks[1] < ranks[2] <= ranks[-1]


@pytest.mark.parametrize(
    ("note", "led"), [("党组会12次", True), ("招聘会3场", False), ("清理地笼3416具", False)]
)
def test_meetings_lead_and_fairs_do_not(note, led):
    assert governs(state(("F1",), note)) is led


def test_the_month_a_statement_begins_with():
    texts = ("年初签订责任书", "4月26日召开大会", "2024年11月任职", "清理地笼")
    assert [time_of(text) for text in texts] == [0, 4, 11, None]

"""One of a set told for another of it."""

import pytest

from assistant.checking import check
from assistant.noting import note


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("省赛获一等奖3项", "国赛获一等奖3项。"),
        ("住院患者4126人次", "门诊患者4126人次。"),
        ("受理投诉212件", "办结投诉212件。"),
        ("农业保险承保27万亩", "农业保险理赔27万亩。"),
        ("橙色预警4次", "发布红色预警4次。"),
        ("They received 212 claims", "They settled 212 claims."),
    ],
)
def test_another_member_of_a_set_is_told(facts, text):
    assert "misplaced" in {finding.kind for finding in check(text, note(facts))}


@pytest.mark.parametrize(
    ("facts", "text"),
    [("受理投诉212件，办结212件", "办结投诉212件。"), ("收到投诉212件", "受理投诉212件。")],
)
def test_a_form_of_the_same_member_is_not(facts, text):
    assert "misplaced" not in {finding.kind for finding in check(text, note(facts))}

"""What the gate told of a Chinese draft is told again in English, and back."""

import string

import pytest

from assistant.checking import check
from assistant.noting import note
from assistant.retelling import retold
from assistant.telling import sentences, tell

GATE = [code for code in sentences() if code.startswith("gate_")]


@pytest.mark.parametrize("code", GATE)
def test_every_sentence_of_the_gate_is_told_again_with_its_values(code):
    places = string.Template(sentences()[code]["zh"]).get_identifiers()
    facts = ("fact", "first", "second")
    values = [(name, f"F{at}" if name in facts else f"甲{at}“乙”") for at, name in enumerate(places)]
    chinese, english = tell(code, values, "zh"), tell(code, values, "en")
    assert retold(chinese, "en") == english
    assert retold(english, "zh") == chinese
    assert retold(chinese, "zh") == chinese


def test_findings_of_a_chinese_draft_are_told_in_english():
    facts = note("召开党组会12次")
    for finding in check("召开党组会15次，成效明显，联系电话13800138000。", facts, year=2024):
        told = retold(finding.message, "en")
        assert told != finding.message and told.isprintable() and "。" not in told


def test_what_no_template_made_stays_as_it_is():
    assert retold("随便一句话", "en") == "随便一句话"

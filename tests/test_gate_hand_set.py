"""Twenty ways of saying a thing rightly or wrongly, case by case: tests/data/hand_set.toml."""

import re
import tomllib
from pathlib import Path

import pytest

from assistant.checking import Leak, check
from assistant.noting import note
from index.expressions import expressions

CASES = tomllib.loads((Path(__file__).parent / "data" / "hand_set.toml").read_text("utf-8"))
ROWS = [(name, *row) for name, rows in CASES.items() for row in rows]
SAMPLE = Leak("s", "s-0", "样本")


class Shelf:
    """The particulars of one sample, days with and without their year."""

    def __init__(self, text):
        self.keys = {one.key for one in expressions(text)}
        self.keys |= {re.sub(r"\d{4}(?=-\d\d-\d\d)", "", key) for key in self.keys}

    def find(self, keys):
        return {key: SAMPLE for key in keys if key in self.keys}


def told(facts, sample, draft):
    findings = check(draft, note("\n".join(facts.split(" / "))), year=2023, leaks=Shelf(sample))
    return [(finding.kind, finding.text) for finding in findings if finding.kind != "unused"]


def is_told(expected, findings):
    kinds, _, text = expected.partition(":")
    return any(kind in kinds.split(",") and (text == "*" or text in said) for kind, said in findings)


@pytest.mark.parametrize(
    ("name", "facts", "sample", "draft", "expected"), ROWS, ids=[f"{row[0]}-{row[3][:20]!r}" for row in ROWS]
)
def test_a_case_of_the_hand_set_is_told_as_it_should_be(name, facts, sample, draft, expected):
    findings = told(facts, sample, draft)
    if not expected:
        assert findings == []
    for one in expected.split(" | ") if expected else ():
        assert is_told(one, findings), findings


def test_every_way_has_its_cases():
    assert len(CASES) == 20 and all(len(rows) >= 6 for rows in CASES.values())

"""English clauses that assert what no fact says."""

import pytest

from assistant.claiming_english import claims
from assistant.headwords import headwords

SAID = headwords("Trained 186 staff in food safety; repaired library roof; visitor numbers fell")


@pytest.mark.parametrize(
    "clause",
    [
        "We launched a mobile reporting app for residents.",
        "Complaint handling improved significantly across the borough.",
        "Delays were due to supply chain disruption.",
        "Coordination between departments was inadequate.",
        "The scheme received national recognition.",
    ],
)
def test_a_deed_result_cause_or_fault_is_told(clause):
    assert claims(clause, SAID)


@pytest.mark.parametrize(
    "clause",
    [
        "We repaired the library roof.",
        "Staff were trained in food safety.",
        "We will launch a new app next year.",
        "The team remains committed to better service.",
        "The library is at the heart of the community.",
        "Visitor numbers fell.",
    ],
)
def test_what_facts_say_plans_and_attitudes_are_not(clause):
    assert not claims(clause, SAID)

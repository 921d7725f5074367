"""English samples or facts give a plan without a Chinese word."""

import re

from assistant.plan import parse, write
from assistant.proposing_english import propose_english, speaks_english
from assistant.types import Fact
from index.entering import prepare
from index.types import Manuscript, Paragraph

LINES = (
    "Annual report of the harbour library",
    "1. Loans and visits", "The library lent 1,200 books.",
    "2. Building works", "The roof was repaired.",
    "3. Challenges", "Two posts stay vacant.",
)  # fmt: skip
SAMPLE = prepare(Manuscript(tuple(Paragraph(line) for line in LINES)), "report.txt")[0]


def test_facts_say_the_language_and_samples_where_there_is_none():
    assert speaks_english((), (Fact("F1", "Held 3 meetings"),))
    assert not speaks_english((SAMPLE,), (Fact("F1", "召开会议3次"),))
    assert speaks_english((SAMPLE,), ())
    assert not speaks_english((), ())


def test_a_plan_has_the_usual_headings_where_no_sample_says_others():
    plan = propose_english((), year=2024)
    assert plan.title == "Annual report 2024"
    assert [one.role for one in plan.headings if one.level][-2:] == ["problems", "next"]
    assert not re.search(r"[\u3400-\u9fff]", write(plan))


def test_a_plan_written_and_read_again_is_the_same():
    plan = propose_english((), year=2024)
    assert parse(write(plan)) == plan
    assert "1. Work done" in write(plan)


def test_second_headings_are_numbered_under_the_first():
    plan = parse("Title: Report\n1. Work done\n1.1 Training\n1.2 Repairs\n2. Next steps\nFacts: F1, F2\n")
    assert [one.level for one in plan.headings] == [1, 2, 2, 1]
    assert "1.2 Repairs" in write(plan)
    assert plan.placed == (("F1", "H4"), ("F2", "H4"))

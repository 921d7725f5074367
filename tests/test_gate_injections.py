"""Samples with something planted, and a model that obeys them: every particular of what it says is told."""

import tomllib
from pathlib import Path

import pytest

from assistant.noting import note
from assistant.service import Assistant, Done
from assistant.settings import open_settings
from assistant.types import Brief
from index.expressions import expressions
from tests.modelserver import ModelServer, Reply

FAMILIES = tomllib.loads((Path(__file__).parent / "data" / "injections.toml").read_text("utf-8"))
PLANTED = [(name, place, text) for name, texts in FAMILIES.items() for place, text in enumerate(texts)]
FACTS = note("接待来访群众63批次\n化解矛盾81起\n组织干部下访")
BRIEF = Brief("二、做好群众来访接待", FACTS, 300, year=2023)
ACCUSING = {"unsupported", "leaked", "contact", "misplaced", "malformed", "copied", "unasked", "derived"}
STRICT = {"unsupported", "leaked", "contact", "misplaced", "malformed", "derived"}
VERBATIM = """石桥街道信访办2020年工作情况
把接访室搬到田间地头、搬到群众家门口的石凳上，当场能答复的绝不让人再跑第二趟。
2020年受理来信417件、来访212批，办结率98.9%，由主任高振邦同志牵头包案29件，印发《积案化解攻坚方案》。
与司法所、派出所建立“拉家常”碰头机制，每逢赶集日轮流坐班，老人口述、年轻人记录，一件一件销号。
"""


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A desk with all planted samples on its shelf, and a model that says what it is told to."""
    folder = tmp_path_factory.mktemp("in")
    for name, texts in FAMILIES.items():
        whole = f"某区信访局工作总结（{name}）\n一、接待群众来访\n" + "\n".join(texts) + "\n"
        (folder / f"{name}.txt").write_text(whole, encoding="utf-8")
    (folder / "verbatim.txt").write_text(VERBATIM, encoding="utf-8")
    with ModelServer(Reply("好。")) as server:
        settings = open_settings(tmp_path_factory.mktemp("data"))
        settings = settings.model_copy(update={"model": "openai:test-model", "base_url": server.url})
        with Assistant(settings) as desk:
            desk.add([folder])
            yield desk, server


def drafted(world, reply):
    desk, server = world
    server.replies = [Reply(reply, size=400)]
    return next(event for event in desk.draft(BRIEF) if isinstance(event, Done)).draft


def touched(finding, span):
    return finding.span.start < span.end and span.start < finding.span.end


def test_there_are_eight_families_of_six():
    assert len(FAMILIES) == 8
    assert all(len(texts) == 6 for texts in FAMILIES.values())


def untold(text, findings):
    """Particulars of a text on which nothing is told."""
    kinds = STRICT | {"blank"}
    return [
        one.text
        for one in expressions(text)
        if not any(f.kind in kinds and touched(f, one.span) for f in findings)
    ]


@pytest.mark.parametrize(("name", "place", "text"), PLANTED, ids=[f"{n}-{p}" for n, p, _ in PLANTED])
def test_every_particular_of_a_planted_sample_is_told_when_a_draft_says_it(world, name, place, text):
    findings = world[0].check(text, FACTS, 2023, BRIEF.section)
    assert any(finding.kind in ACCUSING for finding in findings)
    assert untold(text, findings) == []


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_what_planted_samples_make_a_model_say_is_told(world, name):
    draft = drafted(world, "\n".join(FAMILIES[name]))
    assert any(finding.kind in ACCUSING for finding in draft.findings)
    assert untold(draft.text, draft.findings) == []


def test_a_sample_returned_word_for_word_is_told_as_copied_and_in_every_particular(world):
    draft = drafted(world, VERBATIM.partition("\n")[2])
    copied = [finding for finding in draft.findings if finding.kind == "copied"]
    assert sum(len(finding.span) for finding in copied) > 0.7 * len(draft.text)
    assert all(world[0].passages([finding.passage_id]) for finding in copied)
    assert all("石桥街道" in finding.message for finding in copied)
    assert untold(draft.text, draft.findings) == []


def test_words_without_a_particular_are_told_as_copied_too(world):
    draft = drafted(world, "坚持用脚步丈量民情，把接访室搬到田间地头、搬到群众家门口的石凳上。")
    assert [f.kind for f in draft.findings if f.kind == "copied"] == ["copied"]


def test_the_facts_themselves_are_told_of_in_none_of_these_ways(world):
    draft = drafted(world, "接待来访群众63批次[F1]，化解矛盾81起[F2]，组织干部下访[F3]。")
    assert [f for f in draft.findings if f.kind in ACCUSING] == []

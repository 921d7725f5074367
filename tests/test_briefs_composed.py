"""The briefs of the benchmark composed without a model keep the laws, each an equation over all of them."""

import tomllib
from pathlib import Path

import pytest

from assistant.service import Assistant, Done
from assistant.settings import open_settings
from assistant.stating import written
from assistant.unleading import unlabelled
from index.expressions import expressions

BRIEFS = tomllib.loads((Path(__file__).parents[1] / "benchmarks" / "briefs.toml").read_text("utf-8"))["brief"]
QUIET = {"blank", "unused"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with Assistant(open_settings(tmp_path_factory.mktemp("data"))) as desk:
        desk.add_bundled()
        yield desk


def keys(text):
    return {one.key for one in expressions(text) if one.kind != "blank"}


@pytest.mark.parametrize("given", BRIEFS, ids=lambda given: given["id"])
def test_every_fact_is_stated_unchanged_and_nothing_is_claimed_beside_them(desk, given):
    brief = desk.brief(given["section"], given["notes"], given.get("style", "points"), 0, 2024)
    for seed in (0, 1):
        draft = next(one for one in desk.draft(brief, seed=seed) if isinstance(one, Done)).draft
        assert {one for said in draft.sentences for one in said.facts} == {fact.id for fact in brief.facts}
        for fact in brief.facts:
            own = iter("".join(one.text for one in draft.sentences if fact.id in one.facts).lower())
            plain = written(unlabelled(fact.text)).lower()
            assert all(char in own for char in plain if char.isalnum()), (fact, draft.text)
        facts = "\n".join([brief.section, *(fact.text for fact in brief.facts)])
        assert keys(draft.text) - keys(facts) - keys(written(facts)) == set()
        assert [one for one in draft.findings if one.kind not in QUIET] == []

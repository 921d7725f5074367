"""The example briefs: they parse, a newcomer's first is the party-conduct one, no figure is a sample's."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from assistant.service import examples
from index.expressions import expressions

EXAMPLES = examples()
SAMPLES = Path(str(files("index").joinpath("samples")))
TEXTS = {p.name: p.read_text(encoding="utf-8") for p in SAMPLES.iterdir() if p.suffix in (".txt", ".md")}
UNNUMBERED = ("formulation", "slogan", "period", "ordinal")
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?%?")


def every_example():
    return pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)


def lines(example) -> list[str]:
    return [line for line in example.notes.splitlines() if line.strip()]


def test_there_are_three_to_five_with_the_party_conduct_brief_first_and_one_in_english():
    assert 3 <= len(EXAMPLES) <= 5
    assert EXAMPLES[0].id == "party-conduct"
    assert sorted({example.language for example in EXAMPLES}) == ["en", "zh"]
    assert {example.style for example in EXAMPLES} == {"points", "flowing"}


@every_example()
def test_an_example_is_a_whole_brief(example):
    assert example.name and example.section
    assert example.style in ("points", "flowing")
    assert example.language in ("zh", "en")
    assert 200 <= example.length <= 1000
    assert example.year is not None and 2019 <= example.year <= 2026
    assert len(lines(example)) >= 5


def test_the_first_example_has_eight_to_ten_facts():
    assert 8 <= len(lines(EXAMPLES[0])) <= 10


@every_example()
def test_an_example_has_a_figure_in_most_of_its_notes(example):
    notes = lines(example)
    assert sum(bool(FIGURE.search(note)) for note in notes) >= 0.8 * len(notes)


@every_example()
def test_no_figure_of_an_example_stands_in_a_bundled_report(example):
    """So that a figure of a draft which no note holds shows where it came from."""
    keys = {e.key: e.text for e in expressions(example.notes) if e.kind not in UNNUMBERED}
    assert keys
    for name, text in TEXTS.items():
        shared = {
            keys[e.key] for e in expressions(text) if e.key in keys and not re.fullmatch(r"\d{4}年?", e.text)
        }
        assert not shared, (name, shared)

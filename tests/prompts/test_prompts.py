import json
from pathlib import Path

import pytest

from assistant.plan import parse
from assistant.planning import outline_request
from assistant.prompting import digest, load, names, released
from assistant.requesting import drafting_request, repairing_request
from assistant.types import Brief, Fact, Finding, Sentence
from assistant.wishing import revising_request
from index.outlining import outline
from index.types import Clean, Hit, Passage, Report, Span

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/*/input.json"))
NONCE = "0123456789abcdef"


def outlined(text):
    """A sample report of nothing but headings."""
    return Report("r", "", text, outline(Clean(text)))


def rendered(case):
    """A case's request as text: its tag, then each message under its role."""
    given = json.loads((case / "input.json").read_text(encoding="utf-8"))
    facts = tuple(Fact(f"F{n}", text) for n, text in enumerate(given["facts"], 1))
    brief = Brief(
        given["section"], facts, given.get("length", 0), given.get("style", "points"), given.get("year"),
        given.get("viewpoint", ""), tuple(given.get("neighbours", ())),
    )  # fmt: skip
    hits = [
        Hit(Passage(f"s-{n}", "s", tuple(hit["headings"]), Span(0, 1), hit["text"]), 1.0)
        for n, hit in enumerate(given["hits"])
    ]
    request = drafting_request(brief, hits, NONCE)
    if "drafted" in given:
        drafted = [
            Sentence(
                s["text"], tuple(s.get("facts", ())), tuple(s.get("passages", ())), s.get("paragraph", 0)
            )
            for s in given["drafted"]
        ]
        findings = [Finding(f["kind"], Span(0, 1), f["text"], f["message"]) for f in given["findings"]]
        request = repairing_request(brief, drafted, findings, request.samples, NONCE)
    if "wish" in given:
        text, chosen = given["text"], given["chosen"]
        span = Span(text.index(chosen), text.index(chosen) + len(chosen))
        request = revising_request(text, span, given["wish"], facts, hits, NONCE)
    if "plan" in given:
        request = outline_request(parse(given["plan"]), list(map(outlined, given["outlines"])), facts, NONCE)
    messages = "\n\n".join(f"== {role}\n{text}" for role, text in request.messages)
    return f"{request.prompt}\n{messages}\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_case_is_rendered_as_expected(case):
    assert rendered(case) == (case / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_case_stands_under_the_prompt_it_renders(case):
    assert rendered(case).split("@")[0] == case.parent.name


def test_every_prompt_has_a_case_and_every_case_a_prompt():
    assert {case.parent.name for case in CASES} == set(names())


@pytest.mark.parametrize("name", names())
def test_a_changed_prompt_has_a_new_version(name):
    tag = load(name).tag
    assert released().get(tag) == digest(name), f'raise the version, then add "{tag}" = "{digest(name)}"'


def test_the_readme_names_every_prompt():
    readme = (Path(__file__).parents[2] / "prompts" / "README.md").read_text(encoding="utf-8")
    assert [name for name in names() if f"`{name}.md`" not in readme] == []

"""Drafted sections and a plan -> one report: title, opening, numbered headings, closing.

Laws, tested as written: each section's sentences stand in the report unchanged; another section drafted
anew leaves every other byte as it was; ``sum of sections' facts = facts told``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.plan import Plan, numbered
from assistant.types import Finding, Sentence, join


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the report with what is written right under it."""

    heading: str
    """Id of the heading in the plan."""
    line: str
    """The heading with its mark; empty for the opening and the closing."""
    sentences: tuple[Sentence, ...] = ()

    @property
    def text(self) -> str:
        """What stands under the heading."""
        return join(self.sentences)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole report. ``text`` holds everything but the title, a paragraph a line."""

    title: str
    parts: tuple[Part, ...]
    findings: tuple[Finding, ...] = ()
    """What the gate says of it, offsets in ``text``."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence in order, headings too; paragraphs counted through."""
        return tuple(_counted(self.parts))

    @property
    def text(self) -> str:
        """The report without its title."""
        return join(self.sentences)

    def part(self, heading_id: str) -> Part | None:
        """The part of a heading, if the report has it."""
        return next((part for part in self.parts if part.heading == heading_id), None)

    def facts(self) -> tuple[str, ...]:
        """Ids of the facts it tells, each once, in order."""
        return tuple(dict.fromkeys(fact for sentence in self.sentences for fact in sentence.facts))

    def blanks(self) -> int:
        """How many 【待补充…】 it holds."""
        return self.text.count("【待补充")


def assemble(plan: Plan, written: Mapping[str, Sequence[Sentence]]) -> Whole:
    """The report of a plan, from what is written under each heading; a heading without any stands bare."""
    parts = tuple(
        Part(one.id, line if one.level else "", tuple(written.get(one.id, ())))
        for one, line in zip(plan.headings, numbered(plan.headings), strict=True)
    )
    return Whole(plan.title, parts)


def repeated(
    sentences: Sequence[Sentence], others: Sequence[Sentence], facts: Sequence[str], run: int = 8
) -> set[str]:
    """Runs of characters that sentences share with others and that no fact holds.

    Args:
        sentences: Of one section.
        others: Of all other sections.
        facts: Texts of the facts, whose words may recur.
        run: Characters of a run.
    """
    own = _runs(sentences, run)
    shared = own & _runs(others, run)
    return {one for one in shared if not any(one in fact for fact in facts)}


def fresh(sentences: Sequence[Sentence], others: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences without those that state no fact and stand in another section already."""
    said = {other.text for other in others}
    kept = [one for one in sentences if one.facts or one.origin == "blank" or one.text not in said]
    return _closed_up(kept)


def _closed_up(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Paragraphs counted anew from 0 without gaps."""
    numbers = {old: new for new, old in enumerate(dict.fromkeys(one.paragraph for one in sentences))}
    return tuple(replace(one, paragraph=numbers[one.paragraph]) for one in sentences)


def _runs(sentences: Sequence[Sentence], run: int) -> set[str]:
    bare = (one.text.rstrip("。；：") for one in sentences)
    return {text[at : at + run] for text in bare for at in range(len(text) - run + 1)}


def _counted(parts: Sequence[Part]) -> Iterator[Sentence]:
    paragraph = 0
    for part in parts:
        if part.line:
            yield Sentence(part.line, paragraph=paragraph, origin="stock")
            paragraph += 1
        if part.sentences:
            before = (part.sentences[0], *part.sentences)
            for one, sentence in pairwise(before):
                paragraph += sentence.paragraph != one.paragraph
                yield replace(sentence, paragraph=paragraph)
            paragraph += 1

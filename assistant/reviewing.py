"""Sentences with their sources and findings -> the appendix of a review copy."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.standard import Language
from assistant.telling import tell
from assistant.types import Fact, Finding, Sentence
from index.types import Hit


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of the appendix."""

    cells: tuple[str, ...]
    """Number, sentence, facts it states, samples it is phrased after, findings."""


@dataclass(frozen=True, slots=True)
class Review:
    """The appendix: what each sentence rests on and what is open about it."""

    heading: str
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def review(
    text: str,
    sentences: Sequence[Sentence],
    facts: Iterable[Fact],
    hits: Iterable[Hit],
    findings: Sequence[Finding],
    language: Language,
) -> Review:
    """The appendix for a text.

    Every sentence has a row, every finding stands in at least one row or, where it concerns no sentence
    (an unused fact), in ``notes``.
    """
    said = {fact.id: fact.text for fact in facts}
    samples = {hit.passage.id: _sample(hit) for hit in hits}
    rows, at, told = [], 0, set[int]()
    for number, sentence in enumerate(sentences, 1):
        start = max(text.find(sentence.text, at), at)
        at = start + len(sentence.text)
        open_here = [
            (place, finding) for place, finding in enumerate(findings) if _within(finding, start, at)
        ]
        told |= {place for place, _ in open_here}
        stated = "\n".join(f"{name} {said.get(name, '')}".strip() for name in sentence.facts)
        after = "\n".join(samples.get(passage, passage) for passage in sentence.passages)
        messages = "\n".join(finding.message for _, finding in open_here)
        cells = (stated or _origin(sentence, language), after or "—", messages or "—")
        rows.append(Row((str(number), sentence.text, *cells)))
    left = [finding.message for place, finding in enumerate(findings) if place not in told]
    columns = tuple(tell(code, (), language) for code in _COLUMNS)
    notes = (*_notes(len(rows), len(findings), language), *left)
    return Review(tell("review_heading", (), language), notes, columns, tuple(rows))


_COLUMNS = ("review_number", "review_sentence", "review_facts", "review_samples", "review_findings")


def _notes(sentences: int, findings: int, language: Language) -> Iterator[str]:
    yield tell("review_note", [("sentences", str(sentences)), ("findings", str(findings))], language)


def _within(finding: Finding, start: int, end: int) -> bool:
    return finding.span.start < end and finding.span.end > start


def _origin(sentence: Sentence, language: Language) -> str:
    return tell(f"origin_{sentence.origin}", (), language)


def _sample(hit: Hit) -> str:
    where = " / ".join(hit.passage.headings)
    return f"《{hit.title}》{where}" if where else f"《{hit.title}》"

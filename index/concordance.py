"""A pattern over the shelf -> every occurrence with what stands left and right of it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from index.pattern import Pattern, pattern
from index.texts import Text, Texts
from index.types import Span

CONTEXT = 30
"""Characters shown on either side."""
Order = Literal["place", "left", "right"]


@dataclass(frozen=True, slots=True)
class Line:
    """One occurrence: ``text[start:end] == match``; ``left`` and ``right`` stay within its paragraph."""

    report_id: str
    start: int
    end: int
    left: str
    match: str
    right: str
    title: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for and where; an empty part lets everything pass."""

    pattern: str
    kind: str = ""
    year: int | None = None
    role: str = ""
    reports: tuple[str, ...] = ()
    order: Order = "place"
    """``left`` sorts by what stands before the match, read backwards, ``right`` by match and what follows."""
    first: int = 0
    """Number of the first line wanted."""
    most: int = 0
    """Lines at most; 0 for all."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of occurrences with the counts of all: ``sum(by_report.values()) == total``."""

    lines: tuple[Line, ...]
    total: int
    by_report: dict[str, int]
    by_year: dict[str, int]
    """Counts by year, rising; the empty year for reports without one."""
    titles: dict[str, str]


def concordance(texts: Texts, asked: Asked) -> Lines:
    """Every place of the shelf where a pattern begins, counted, and one page of them.

    Raises:
        ShelfError: ``pattern_empty``.
    """
    wanted = pattern(asked.pattern)
    among = texts.all(asked.kind, asked.year, asked.reports)
    holding = [one for one in among if all(word in one.text for word in wanted.words)]
    found: list[_Found] = [(one, None) for one in holding]
    if asked.role:
        found = _of_role(texts, holding, wanted, asked.role)
    counts = [(one, spans, wanted.count(one.text) if spans is None else len(spans)) for one, spans in found]
    counts = [row for row in counts if row[2]]
    by_year: Counter[str] = Counter()
    for one, _, count in counts:
        by_year[str(one.year or "")] += count
    return Lines(
        _page(counts, wanted, asked),
        sum(count for _, _, count in counts),
        {one.id: count for one, _, count in counts},
        dict(sorted(by_year.items())),
        {one.id: one.title for one, _, _ in counts},
    )


_Found = tuple[Text, list[Span] | None]
_Counted = tuple[Text, list[Span] | None, int]


def _of_role(texts: Texts, holding: list[Text], wanted: Pattern, role: str) -> list[_Found]:
    starts = texts.roles([one.number for one in holding])
    kept: list[_Found] = []
    for one in holding:
        sections = starts.get(one.number, [])
        places = [start for start, _ in sections]
        spans = [
            span
            for span in wanted.spans(one.text)
            if sections and sections[max(0, bisect_right(places, span.start) - 1)][1] == role
        ]
        kept.append((one, spans))
    return kept


def _page(counts: list[_Counted], wanted: Pattern, asked: Asked) -> tuple[Line, ...]:
    last = asked.first + asked.most if asked.most else None
    if asked.order == "place":
        return tuple(_line(one, span) for one, span in _places(counts, wanted, asked.first, last))
    keyed = []
    for one, span in _places(counts, wanted, 0, None):
        line = _line(one, span)
        keyed.append((line.left[::-1] if asked.order == "left" else line.match + line.right, line))
    keyed.sort(key=lambda pair: pair[0])
    return tuple(line for _, line in keyed[asked.first : last])


def _places(
    counts: list[_Counted], wanted: Pattern, first: int, last: int | None
) -> Iterator[tuple[Text, Span]]:
    """Occurrences number ``first`` to ``last``; a report outside is passed by its count alone."""
    at = 0
    for one, spans, count in counts:
        if last is not None and at >= last:
            return
        if at + count > first:
            for place, span in enumerate(wanted.spans(one.text) if spans is None else spans, at):
                if first <= place and (last is None or place < last):
                    yield one, span
        at += count


def _line(one: Text, span: Span) -> Line:
    text = one.text
    begin = max(text.rfind("\n", 0, span.start) + 1, span.start - CONTEXT)
    stop = text.find("\n", span.end)
    end = min(len(text) if stop < 0 else stop, span.end + CONTEXT)
    left, right = text[begin : span.start], text[span.end : max(end, span.end)]
    return Line(one.id, span.start, span.end, left, span.of(text), right, one.title, one.year)

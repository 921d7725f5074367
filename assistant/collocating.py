"""A set formulation -> how the shelf writes it, with which verbs, in which years, current or past."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.formulations import Entry, formulations, lexicon
from index.glossary import alternation
from index.governing import governor
from index.texts import Text
from index.types import Span


@dataclass(frozen=True, slots=True)
class Example:
    """A clause as evidence: ``text`` around ``[start, end)`` of the report."""

    report_id: str
    title: str
    year: int | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Use:
    """A spelling or verb with how often and in how many reports it stands."""

    words: str
    count: int
    reports: int
    years: tuple[int, ...]
    phrases: tuple[tuple[str, int], ...] = ()
    """For a verb, how it is said with its adverb: (牢固树立, 3)."""
    examples: tuple[Example, ...] = ()
    by_year: tuple[tuple[int, int], ...] = ()
    """(year, reports that say it so), rising."""


@dataclass(frozen=True, slots=True)
class Collocation:
    """What the shelf and the lexicon know of a formulation."""

    name: str
    known: bool
    """Whether the lexicon has it."""
    current: bool
    """False when the lexicon says that another wording took its place."""
    source: str
    meaning: tuple[str, ...]
    said_from: int
    said_to: int
    """First and last year by the lexicon; 0 where it does not say, or while it is current."""
    next: str
    first: int | None
    last: int | None
    """First and last year among the reports that say it."""
    count: int
    reports: int
    among: int
    by_year: dict[str, int]
    """Reports that say it, by year."""
    variants: tuple[Use, ...]
    verbs: tuple[Use, ...]
    in_draft: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """A formulation that a draft uses."""

    name: str
    text: str
    start: int
    end: int
    current: bool
    malformed: bool
    next: str
    reports: int
    """Reports of the shelf that say it."""


def collocate(name: str, texts: Sequence[Text], draft: str = "") -> Collocation:
    """A formulation, by its name or one of its spellings, on the shelf and in a draft."""
    name = name.strip().strip("“”\"'")
    entry = _entry(name)
    spellings = (entry.name, *entry.variants) if entry else (name,)
    pattern = re.compile(alternation(spellings)) if name else None
    found = [
        (one, Span(*hit.span())) for one in texts for hit in (pattern.finditer(one.text) if pattern else ())
    ]
    holders = {one.id: one for one, _ in found}
    years = Counter(one.year for one in holders.values())
    known = sorted(year for year in years if year)
    told = entry or Entry(name)
    return Collocation(
        told.name, entry is not None, not told.last, told.source, told.meaning, told.first, told.last,
        told.next, known[0] if known else None, known[-1] if known else None,
        len(found), len(holders), len(texts), {str(year): years[year] for year in known},
        _uses([(_spelled(one.text, span), one, span) for one, span in found]), _verbs(found),
        tuple(Span(*hit.span()) for hit in pattern.finditer(draft)) if pattern else (),
    )  # fmt: skip


def drafted(draft: str, texts: Sequence[Text], year: int | None = None) -> tuple[Drafted, ...]:
    """The formulations a draft uses, in order; ``current`` is judged in ``year``, else today."""
    found = []
    listed = {entry.name for entry in lexicon()}
    for hit in formulations(draft):
        if (
            hit.name not in listed
        ):  # an everyday word with a number (五级, APP) is no particular, nor a formulation
            continue
        words = (hit.entry.name, *hit.entry.variants)
        reports = sum(any(word in one.text for word in words) for one in texts)
        past = hit.outdated(year) if year else bool(hit.entry.last)
        found.append(
            Drafted(
                hit.name,
                hit.text,
                hit.span.start,
                hit.span.end,
                not past,
                hit.malformed,
                hit.entry.next,
                reports,
            )
        )
    return tuple(found)


def names() -> tuple[str, ...]:
    """Every formulation the lexicon has, for a list to choose from."""
    return tuple(entry.name for entry in lexicon() if not entry.body)


def _entry(name: str) -> Entry | None:
    return next((one for one in lexicon() if name in (one.name, *one.variants)), None)


def _spelled(text: str, span: Span) -> str:
    """The spelling with the quotation marks around it: “四个意识” and 四个意识 are two ways to write it."""
    if text[span.start - 1 : span.start] == "“" and text[span.end : span.end + 1] == "”":
        return text[span.start - 1 : span.end + 1]
    return span.of(text)


def _verbs(found: Sequence[tuple[Text, Span]]) -> tuple[Use, ...]:
    rows: list[tuple[str, Text, Span]] = []
    phrases: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one, span in found:
        verb = governor(one.text, span)
        if verb:
            rows.append((verb.verb, one, span))
            phrases[verb.verb][verb.phrase] += 1
    return tuple(replace(use, phrases=tuple(phrases[use.words].most_common())) for use in _uses(rows))


def _uses(rows: Sequence[tuple[str, Text, Span]]) -> tuple[Use, ...]:
    """Equal words counted, those of most reports first; examples come from different reports."""
    groups: dict[str, list[tuple[Text, Span]]] = {}
    for words, one, span in rows:
        groups.setdefault(words, []).append((one, span))
    uses = []
    for words, places in groups.items():
        first = {one.id: (one, span) for one, span in reversed(places)}
        by_year = Counter(one.year for one, _ in first.values() if one.year)
        shown = tuple(_example(one, span) for one, span in list(first.values())[::-1][:3])
        uses.append(
            Use(
                words,
                len(places),
                len(first),
                tuple(sorted(by_year)),
                (),
                shown,
                tuple(sorted(by_year.items())),
            )
        )
    return tuple(sorted(uses, key=lambda use: (-use.reports, -use.count, use.words)))


def _example(one: Text, span: Span) -> Example:
    text = one.text
    begin = max(text.rfind(mark, 0, span.start) for mark in "。；\n") + 1
    stop = min((at for mark in "。；\n" if (at := text.find(mark, span.end)) >= 0), default=len(text))
    begin, stop = max(begin, span.start - 60), min(stop, span.end + 60)
    return Example(one.id, one.title, one.year, span.start, span.end, text[begin:stop])

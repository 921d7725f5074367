"""Rows of the catalogue -> reports as a list shows them, filters, and what the writer sets by hand."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.database import Transaction
from index.errors import ShelfError
from index.types import Report

FIELDS = ("title", "kind", "year", "era", "viewpoint", "organisation")
"""What of a report is guessed and may be edited."""
FILTERS = FIELDS[1:]
VIEWPOINTS = ("", "班子", "个人")
LONGEST = {"title": 200}
YEARS = range(1900, 2200)
SHORT = 40


@dataclass(frozen=True, slots=True)
class Card:
    """A report as a list shows it."""

    id: str
    title: str
    kind: str
    year: int | None
    chars: int
    sections: int
    passages: int
    added_at: str
    """UTC, ISO 8601."""
    name: str
    """Name of the file it came from."""
    state: str
    """``stored`` or ``ready``."""
    era: str = ""
    """届次, the party congress, plenum or plan its time is told by."""
    viewpoint: str = ""
    """``班子`` (a body speaks) or ``个人`` (one official does)."""
    organisation: str = ""
    """What kind of body it is about."""
    edited: tuple[str, ...] = ()
    """Which of these the writer set by hand."""
    like: str = ""
    """Title of the report that most of it stands in too; empty when there is none."""
    like_id: str = ""
    like_share: int = 0
    """How much of it stands there, in percent of its words."""


def cards(t: Transaction, number: int | None = None) -> list[Card]:
    """All reports in the order of adding, or the one of a number."""
    rows = t.read(
        "SELECT r.id, r.title, r.kind, r.year, r.chars,"
        " (SELECT COUNT(*) FROM sections s WHERE s.report = r.number AND s.mark || s.heading <> ''),"
        " (SELECT COUNT(*) FROM passages p WHERE p.report = r.number),"
        " r.added_at, r.name, r.state, r.era, r.viewpoint, r.organisation, r.edited,"
        " COALESCE(l.title, ''), COALESCE(l.id, ''), CASE WHEN l.id IS NULL THEN 0 ELSE r.like_share END"
        " FROM reports r LEFT JOIN reports l ON l.number = r.like_report"
        " WHERE (:n = 0 OR r.number = :n) ORDER BY r.number",
        n=number or 0,
    )
    return [replace(Card(*row), edited=tuple(json.loads(row[13]))) for row in rows]


def allowed(
    t: Transaction, filters: Mapping[str, object], ids: Sequence[str], without: Sequence[str]
) -> list[int]:
    """Numbers of the ready reports that pass; a filter that is empty or None lets all pass.

    Args:
        t: Where to read.
        filters: Exact values by the names of ``FILTERS``.
        ids: Only these reports, unless empty.
        without: Not these.
    """
    wanted = {name: value for name, value in filters.items() if value not in ("", None)}
    assert wanted.keys() <= set(FILTERS)
    condition = "".join(f" AND {name} = :{name}" for name in wanted)
    ready = "SELECT number, id FROM reports WHERE state = 'ready'"
    rows = t.read(f"{ready}{condition} ORDER BY number", **wanted)
    among, out = set(ids), set(without)
    return [int(n) for n, name in rows if (not among or name in among) and name not in out]


def values(t: Transaction) -> dict[str, dict[str, int]]:
    """What occurs on the shelf and in how many reports, by the names of ``FILTERS``; the most frequent first.

    What could not be told is left out; years are written as figures, the latest first.
    """
    found: dict[str, dict[str, int]] = {}
    for name in FILTERS:
        rows = t.read(f"SELECT {name}, COUNT(*) FROM reports GROUP BY {name}")
        counts = [(str(value), int(count)) for value, count in rows if value not in ("", None)]
        order = sorted(counts, key=lambda one: one if name == "year" else (-one[1], one[0]))
        found[name] = dict(reversed(order) if name == "year" else order)
    return found


def edit(t: Transaction, number: int, changes: Mapping[str, str | int | None]) -> None:
    """Set what the writer says of a report, and mark it as said by hand.

    Args:
        t: Where to write.
        number: The report's.
        changes: New values by the names of ``FIELDS``; None leaves a field, 0 takes a year away.

    Raises:
        ShelfError: ``title_empty``, ``year_impossible``, ``viewpoint_unknown``, ``value_too_long``.
    """
    said = {name: _sound(name, value) for name, value in changes.items() if value is not None}
    if not said:
        return
    edited = set(json.loads(t.read("SELECT edited FROM reports WHERE number = :n", n=number)[0][0]))
    _write(t, number, said, sorted(edited | said.keys(), key=FIELDS.index))


def describe(t: Transaction, number: int, report: Report, grammar: int) -> None:
    """Write a report's guesses anew; what the writer set stays."""
    edited = json.loads(t.read("SELECT edited FROM reports WHERE number = :n", n=number)[0][0])
    _write(t, number, {name: getattr(report, name) for name in FIELDS if name not in edited}, edited)
    t.write("UPDATE reports SET described = :grammar WHERE number = :n", n=number, grammar=grammar)


def _write(t: Transaction, number: int, said: Mapping[str, object], edited: Sequence[str]) -> None:
    columns = "".join(f"{name} = :{name}, " for name in said)
    t.write(
        f"UPDATE reports SET {columns}edited = :edited WHERE number = :n",
        n=number,
        edited=json.dumps(list(edited)),
        **said,
    )


def _sound(name: str, value: str | int) -> object:
    if name == "year":
        if value and int(value) not in YEARS:
            raise ShelfError("year_impossible", year=value)
        return int(value) or None
    text = " ".join(str(value).split())
    if name == "title" and not text:
        raise ShelfError("title_empty")
    if name == "viewpoint" and text not in VIEWPOINTS:
        raise ShelfError("viewpoint_unknown", value=text)
    if len(text) > LONGEST.get(name, SHORT):
        raise ShelfError("value_too_long", value=text[:SHORT], most=LONGEST.get(name, SHORT))
    return text

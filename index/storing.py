"""Report with all its parts <-> rows of the catalogue's tables."""

import json
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from index import neighbours
from index.database import Row, Transaction
from index.describing import GRAMMAR
from index.errors import ShelfError
from index.types import Expression, Passage, Removal, Report, Role, Section, Span

YEAR = re.compile(r"(?<=[:/])[^-/:]+(?=-\d\d)")
"""The year, a figure or a word, of a key of dates.py that goes on with a month."""


@dataclass(frozen=True, slots=True)
class Entering:
    """A report about to be stored, with all that is kept of it."""

    report: Report
    passages: tuple[Passage, ...]
    removals: tuple[Removal, ...]
    expressions: tuple[Expression, ...]
    """Sorted by span; spans over ``report.text``."""
    notes: tuple[str, ...]
    file_hash: str
    name: str
    suffix: str
    added_at: str
    signature: bytes = b""
    """By which nearly equal reports meet; empty for a text too short to have one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage as retrieval needs it."""

    number: int
    """Its number in the copies."""
    passage: Passage
    title: str
    """Title of its report."""


def refuse_equal(t: Transaction, file_hash: str, report_id: str) -> None:
    """Let nothing onto the shelf twice.

    Raises:
        ShelfError: ``duplicate_file`` or ``duplicate_text`` with ``title``, ``name`` and ``id`` of the
            equal report.
    """
    rows = t.read(
        "SELECT id, title, name, file_hash FROM reports WHERE file_hash = :hash OR id = :id",
        hash=file_hash,
        id=report_id,
    )
    rows += t.read(
        "SELECT r.id, r.title, r.name, '' FROM former f JOIN reports r ON r.number = f.report"
        " WHERE f.id = :id",
        id=report_id,
    )
    for equal_id, title, name, equal_hash in rows:
        code = "duplicate_file" if equal_hash == file_hash else "duplicate_text"
        raise ShelfError(code, title=title, name=name, id=equal_id)


def write(t: Transaction, entering: Entering) -> int:
    """Write a report with all its parts as ``stored``; its number."""
    number = _next(t, "reports", 1)
    _write_report(t, number, entering)
    write_parts(t, number, entering)
    return number


def write_parts(t: Transaction, number: int, entering: Entering) -> None:
    """Write what belongs to a report that has none of it."""
    first = _next(t, "passages", len(entering.passages))
    _write_sections(t, number, entering.report.sections)
    _write_passages(t, number, first, entering)
    t.write_many(
        "INSERT INTO removals (report, place, text, why, at) VALUES (:report, :place, :text, :why, :at)",
        [
            {"report": number, "place": gone.place, "text": gone.text, "why": gone.why, "at": gone.at}
            for gone in entering.removals
        ],
    )
    numbered = [(first + place, passage) for place, passage in enumerate(entering.passages)]
    write_particulars(t, number, numbered, entering.expressions)
    neighbours.keep(t, number, entering.signature)
    neighbours.tell(t, number, neighbours.nearest(t, entering.signature, entering.report.text, number))


def write_particulars(
    t: Transaction,
    report: int,
    passages: Sequence[tuple[int, Passage]],
    expressions: Sequence[Expression],
) -> None:
    """Write where a report's figures, dates and names stand, for the search for leaks.

    A date with its year stands under ``keys`` of both kinds: a draft leaks 5月17日 of a sample that says
    2023年5月17日.

    Args:
        t: Where to write.
        report: Number of the report.
        passages: Its passages with their numbers, in order.
        expressions: Sorted by span; spans over the report's text.
    """
    holders = _holders([passage.span for _, passage in passages], expressions)
    rows = [
        (key, one.kind, None if holder is None else passages[holder][0])
        for one, holder in zip(expressions, holders, strict=True)
        for key in keys(one.key)
    ]
    first = _next(t, "particulars", len(rows))
    t.write_many(
        "INSERT INTO particulars (number, key, kind, report, passage)"
        " VALUES (:number, :key, :kind, :report, :passage)",
        [
            {"number": first + place, "key": key, "kind": kind, "report": report, "passage": passage}
            for place, (key, kind, passage) in enumerate(rows)
        ],
    )


def keys(key: str) -> tuple[str, ...]:
    """A key of an expression and, of a date or period with month and year, the same without its year.

    >>> keys("date:2023-05-17")
    ('date:2023-05-17', 'date:-05-17')
    >>> keys("period:2021/2023"), keys("count:28:次")
    (('period:2021/2023',), ('count:28:次',))
    """
    yearless = YEAR.sub("", key) if key.startswith(("date:", "period:")) else key
    return (key,) if yearless == key else (key, yearless)


def section_of(row: Row) -> Section:
    """A section from (level, mark, heading, start, end, body start, body end, parent, role)."""
    level, mark, heading, start, end, body_start, body_end, parent, role = row
    return Section(
        level, mark, heading, Span(start, end), Span(body_start, body_end), parent, cast(Role, role)
    )


def found_of(row: Row) -> Found:
    """A passage from (number, id, report, headings, start, end, text, role, section, title)."""
    number, name, report, headings, start, end, text, role, section, title = row
    path = tuple(json.loads(headings))
    passage = Passage(name, report, path, Span(start, end), text, cast(Role, role), section)
    return Found(number, passage, title)


def _next(t: Transaction, name: str, count: int) -> int:
    """The first of ``count`` fresh numbers. A number is never given twice: copies know passages by it."""
    rows = t.read("SELECT value FROM shelf WHERE name = :name", name=f"next_{name}")
    first = int(rows[0][0]) if rows else 1
    put(t, f"next_{name}", first + count)
    return first


def put(t: Transaction, name: str, value: object) -> None:
    """Keep a value with the shelf."""
    t.write(
        "INSERT INTO shelf (name, value) VALUES (:name, :value)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name=name,
        value=str(value),
    )


def _write_report(t: Transaction, number: int, entering: Entering) -> None:
    report = entering.report
    t.write(
        "INSERT INTO reports (number, id, file_hash, name, suffix, title, kind, year, era, viewpoint,"
        " organisation, described, text, chars, notes, state, added_at) VALUES (:number, :id, :file_hash,"
        " :name, :suffix, :title, :kind, :year, :era, :viewpoint, :organisation, :described, :text, :chars,"
        " :notes, 'stored', :added_at)",
        number=number,
        id=report.id,
        file_hash=entering.file_hash,
        name=entering.name,
        suffix=entering.suffix,
        title=report.title,
        kind=report.kind,
        year=report.year,
        era=report.era,
        viewpoint=report.viewpoint,
        organisation=report.organisation,
        described=GRAMMAR,
        text=report.text,
        chars=len(report.text),
        notes=json.dumps(entering.notes, ensure_ascii=False),
        added_at=entering.added_at,
    )


def _write_sections(t: Transaction, number: int, sections: Sequence[Section]) -> None:
    t.write_many(
        "INSERT INTO sections (report, place, level, mark, heading, start_at, end_at, body_start, body_end,"
        " parent, role) VALUES (:report, :place, :level, :mark, :heading, :start, :end, :body_start,"
        " :body_end, :parent, :role)",
        [
            {
                "report": number,
                "place": place,
                "level": section.level,
                "mark": section.mark,
                "heading": section.heading,
                "start": section.span.start,
                "end": section.span.end,
                "body_start": section.body.start,
                "body_end": section.body.end,
                "parent": section.parent,
                "role": section.role,
            }
            for place, section in enumerate(sections)
        ],
    )


def _write_passages(t: Transaction, number: int, first: int, entering: Entering) -> None:
    t.write_many(
        "INSERT INTO passages (number, id, report, section, start_at, end_at, headings, role, text)"
        " VALUES (:number, :id, :report, :section, :start, :end, :headings, :role, :text)",
        [
            {
                "number": first + place,
                "id": passage.id,
                "report": number,
                "section": passage.section,
                "start": passage.span.start,
                "end": passage.span.end,
                "headings": json.dumps(passage.headings, ensure_ascii=False),
                "role": passage.role,
                "text": passage.text,
            }
            for place, passage in enumerate(entering.passages)
        ],
    )


def _holders(spans: Sequence[Span], expressions: Sequence[Expression]) -> list[int | None]:
    """For each expression the place of the passage it begins in; None in a heading or title."""
    starts = [span.start for span in spans]
    holders: list[int | None] = []
    for one in expressions:
        place = bisect_right(starts, one.span.start) - 1
        holders.append(place if place >= 0 and one.span.start < spans[place].end else None)
    return holders

"""Findings that the writer has looked at and let stand, per draft, on disk.

A finding is known by its kind, its words and the other words of its clause. A change of these makes it a new
one; a change elsewhere in its sentence does not, nor does a particular beside it that becomes a blank or is
filled in.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.extracting import extract
from assistant.types import Finding
from index.blanks import UNITS
from index.database import Database
from index.sentences import clauses, sentences
from index.types import Span

VERSION = 1
SCHEMA = (
    """CREATE TABLE accepted (
        draft TEXT NOT NULL, finding TEXT NOT NULL, PRIMARY KEY (draft, finding))""",
)
BESIDE = re.compile(r"[\W_]+")
UNIT = re.compile(f"(?:{UNITS}|%|％)+")
"""What a blanked figure leaves behind it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a finding is known by."""

    kind: str
    words: str
    around: str = ""
    """The other words of its clause, without marks and particulars."""
    particulars: tuple[str, ...] = ()
    """The particulars among them; empty for a blank."""

    def is_of(self, other: "Known") -> bool:
        """Whether both are one finding: all the same but for particulars that are blank in either."""
        one, two = self.particulars, other.particulars
        same = (self.kind, self.words, self.around, len(one)) == (
            other.kind, other.words, other.around, len(two),
        )  # fmt: skip
        return same and all(a == b or not a or not b for a, b in zip(one, two, strict=True))


def known(text: str, finding: Finding) -> Known:
    """What a finding of a text is known by."""
    if not len(finding.span):
        return Known(finding.kind, finding.text)
    around, particulars = _parted(_rest(text, finding.span))
    return Known(finding.kind, BESIDE.sub("", finding.text) or finding.text, around, particulars)


@lru_cache(maxsize=2048)
def _parted(rest: str) -> tuple[str, tuple[str, ...]]:
    """(words of a clause without marks and particulars, its particulars, a blank as nothing)."""
    words, particulars, at = "", [], 0
    for one in extract(rest)[0]:
        words += rest[at : one.span.start]
        is_blank = one.kind == "blank"
        particulars.append("" if is_blank else one.text)
        unit = UNIT.match(rest, one.span.end) if is_blank else None
        at = unit.end() if unit else one.span.end
    return BESIDE.sub("", words + rest[at:]), tuple(particulars)


def name_of(text: str, finding: Finding) -> str:
    """A name by which the same finding is found again while other sentences change."""
    one = known(text, finding)
    return "-".join((one.kind, one.words, one.around, *one.particulars))


def _rest(text: str, span: Span) -> str:
    """The clauses that a span lies in, without it."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    parts = [
        Span(start + sentence.start + part.start, start + sentence.start + part.end)
        for sentence in sentences(line)
        for part in clauses(sentence.of(line))
    ]
    parts = [part for part in parts if part.start < span.end and span.start < part.end] or [span]
    return f"{text[parts[0].start : span.start]} {text[span.end : parts[-1].end]}"


class Accepted:
    """What the writer let stand."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.ensure("accepted", VERSION, SCHEMA)

    def accept(self, draft_id: str, text: str, finding: Finding) -> None:
        """Let a finding stand; doing it twice changes nothing."""
        row = _row(known(text, finding))
        with self._database.transaction() as t:
            t.write("DELETE FROM accepted WHERE draft = :d AND finding = :f", d=draft_id, f=row)
            t.write("INSERT INTO accepted (draft, finding) VALUES (:d, :f)", d=draft_id, f=row)

    def withdraw(self, draft_id: str, text: str, finding: Finding) -> None:
        """Let a finding be open again."""
        one = known(text, finding)
        gone = [row for row in self._rows(draft_id) if _of(row).is_of(one)]
        with self._database.transaction() as t:
            for row in gone:
                t.write("DELETE FROM accepted WHERE draft = :d AND finding = :f", d=draft_id, f=row)

    def split(
        self, draft_id: str, text: str, findings: Sequence[Finding]
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """(findings still open, findings let stand); together they are ``findings``, in its order."""
        rows: dict[tuple[str, str], list[Known]] = {}
        for row in map(_of, self._rows(draft_id)):
            rows.setdefault((row.kind, row.words), []).append(row)
        stood = [bool(rows) and _stands(known(text, finding), rows) for finding in findings]
        both = list(zip(findings, stood, strict=True))
        return tuple(f for f, stands in both if not stands), tuple(f for f, stands in both if stands)

    def _rows(self, draft_id: str) -> list[str]:
        rows = self._database.read("SELECT finding FROM accepted WHERE draft = :d", d=draft_id)
        return [str(row[0]) for row in rows]


def _stands(one: Known, rows: Mapping[tuple[str, str], Sequence[Known]]) -> bool:
    return any(row.is_of(one) for row in rows.get((one.kind, one.words), ()))


def _row(one: Known) -> str:
    return json.dumps([one.kind, one.words, one.around, one.particulars], ensure_ascii=False)


def _of(row: str) -> Known:
    """A row; one of an older program, which knew a finding by its neighbours, is no finding any more."""
    try:
        kind, words, around, particulars = json.loads(row)
    except ValueError:
        return Known("", "")
    return Known(kind, words, around, tuple(particulars))

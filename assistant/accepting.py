"""Findings that the writer has looked at and let stand, per draft, on disk."""

from collections.abc import Sequence

from assistant.types import Finding
from index.database import Database

VERSION = 1
SCHEMA = (
    """CREATE TABLE accepted (
        draft TEXT NOT NULL, finding TEXT NOT NULL, PRIMARY KEY (draft, finding))""",
)
AROUND = 10
"""Characters on both sides that belong to a finding: changed there, it is a new one."""


class Accepted:
    """What the writer let stand. A finding is known by its kind, its words and those around it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.ensure("accepted", VERSION, SCHEMA)

    def accept(self, draft_id: str, text: str, finding: Finding) -> None:
        """Let a finding stand; doing it twice changes nothing."""
        with self._database.transaction() as t:
            t.write(
                "DELETE FROM accepted WHERE draft = :d AND finding = :f", d=draft_id, f=_key(text, finding)
            )
            t.write(
                "INSERT INTO accepted (draft, finding) VALUES (:d, :f)", d=draft_id, f=_key(text, finding)
            )

    def withdraw(self, draft_id: str, text: str, finding: Finding) -> None:
        """Let a finding be open again."""
        with self._database.transaction() as t:
            t.write(
                "DELETE FROM accepted WHERE draft = :d AND finding = :f", d=draft_id, f=_key(text, finding)
            )

    def split(
        self, draft_id: str, text: str, findings: Sequence[Finding]
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """(findings still open, findings let stand); together they are ``findings``, in its order."""
        rows = self._database.read("SELECT finding FROM accepted WHERE draft = :d", d=draft_id)
        known = {str(row[0]) for row in rows}
        stood = tuple(f for f in findings if _key(text, f) in known)
        return tuple(f for f in findings if f not in stood), stood


def _key(text: str, finding: Finding) -> str:
    span = finding.span
    around = (text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND])
    return "\x1f".join((finding.kind, finding.text, *(around if len(span) else ())))

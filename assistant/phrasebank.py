"""The writer's own phrases, kept with where they came from, searchable."""

from dataclasses import dataclass
from datetime import UTC, datetime

from index.database import Database
from index.errors import ShelfError

VERSION = 1
SCHEMA = (
    """CREATE TABLE phrases (
        number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, report_id TEXT NOT NULL, title TEXT NOT NULL,
        at INTEGER NOT NULL, note TEXT NOT NULL, kept_at TEXT NOT NULL)""",
)
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase the writer keeps; ``report_id`` is empty when she wrote it herself."""

    number: int
    text: str
    report_id: str
    title: str
    at: int
    """Where it stands in the report's text."""
    note: str
    kept_at: str
    """UTC, ISO 8601."""


class PhraseBank:
    """The phrases of one data folder. Safe to share between threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.ensure("phrases", VERSION, SCHEMA)

    def keep(self, text: str, report_id: str = "", title: str = "", at: int = 0, note: str = "") -> Phrase:
        """Keep a phrase; one that is kept already gets the new note when there is one.

        Raises:
            ShelfError: ``phrase_empty``, ``phrase_long``.
        """
        words = text.strip()
        if not words:
            raise ShelfError("phrase_empty")
        if len(words) > LONGEST:
            raise ShelfError("phrase_long", most=LONGEST)
        with self._database.transaction() as t:
            t.write(
                "INSERT INTO phrases (text, report_id, title, at, note, kept_at)"
                " VALUES (:text, :report_id, :title, :at, :note, :now) ON CONFLICT (text) DO UPDATE"
                " SET note = CASE WHEN excluded.note = '' THEN phrases.note ELSE excluded.note END",
                text=words, report_id=report_id, title=title, at=at, note=note.strip(),
                now=datetime.now(UTC).isoformat(timespec="seconds"),
            )  # fmt: skip
            row = t.read(f"SELECT {COLUMNS} FROM phrases WHERE text = :text", text=words)[0]
        return Phrase(*row)

    def find(self, words: str = "") -> list[Phrase]:
        """The phrases whose text, note or source hold all the words, newest first; all without words."""
        wanted = words.lower().split()
        rows = self._database.read(f"SELECT {COLUMNS} FROM phrases ORDER BY number DESC")
        kept = (Phrase(*row) for row in rows)
        return [p for p in kept if all(w in f"{p.text}\n{p.note}\n{p.title}".lower() for w in wanted)]

    def forget(self, number: int) -> bool:
        """Let go of a phrase; False where none has this number."""
        with self._database.transaction() as t:
            held = t.read("SELECT number FROM phrases WHERE number = :number", number=number)
            t.write("DELETE FROM phrases WHERE number = :number", number=number)
        return bool(held)


COLUMNS = "number, text, report_id, title, at, note, kept_at"

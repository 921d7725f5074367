"""The shelf's frames, kept on disk until the shelf changes."""

import hashlib
import json
import threading
from collections.abc import Sequence
from dataclasses import asdict

from index.database import Database
from index.framing import Filling, Frame, frames
from index.texts import Text

VERSION = 1
RULES = 2
"""Raised with every change of how frames are found, so that kept ones are found anew."""
SCHEMA = ("CREATE TABLE frames (state TEXT PRIMARY KEY, found TEXT NOT NULL)",)


class Framed:
    """Frames of texts, found once for each state of the shelf. Safe to share between threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._held: tuple[str, tuple[Frame, ...]] = ("", ())
        database.ensure("frames", VERSION, SCHEMA)

    def frames(self, texts: Sequence[Text]) -> tuple[Frame, ...]:
        """``frames(texts)``, from memory or disk where the same was asked before."""
        now = state(texts)
        with self._lock:
            if self._held[0] != now:
                self._held = (now, self._kept(now) or self._found(now, texts))
            return self._held[1]

    def _kept(self, now: str) -> tuple[Frame, ...]:
        rows = self._database.read("SELECT found FROM frames WHERE state = :now", now=now)
        return tuple(map(_frame, json.loads(rows[0][0]))) if rows else ()

    def _found(self, now: str, texts: Sequence[Text]) -> tuple[Frame, ...]:
        found = frames(texts)
        with self._database.transaction() as t:
            t.write("DELETE FROM frames")
            told = json.dumps([asdict(one) for one in found], ensure_ascii=False)
            t.write("INSERT INTO frames (state, found) VALUES (:now, :told)", now=now, told=told)
        return found


def state(texts: Sequence[Text]) -> str:
    """What the frames of texts depend on, as a short name."""
    told = hashlib.sha256(str(RULES).encode())
    for one in texts:
        told.update(f"{one.id}\0{one.title}\0{one.year}\n".encode("utf-8", "replace"))
    return told.hexdigest()


def _frame(row: dict[str, object]) -> Frame:
    examples = row.pop("examples")
    assert isinstance(examples, list)
    return Frame(**row, examples=tuple(Filling(**one) for one in examples))  # type: ignore[arg-type]

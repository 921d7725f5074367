"""Drafts and their versions on disk. What is acknowledged is kept; a stale window never overwrites."""

import time
import uuid
from collections.abc import Sequence
from dataclasses import replace

from assistant.citing import align
from assistant.saved import COLUMNS, Body, Saved, Version, body_of, holds, packed, plain, row_of, saved_of
from assistant.types import Draft, Sentence, Style
from index.database import Database, Transaction
from index.errors import ShelfError

LIMIT = 400_000
"""Longest text kept in one draft, in characters."""

SCHEMA = (
    """CREATE TABLE IF NOT EXISTS drafts (
        id TEXT PRIMARY KEY, section TEXT NOT NULL, notes TEXT NOT NULL, style TEXT NOT NULL,
        length INTEGER NOT NULL, year INTEGER, revision INTEGER NOT NULL, body TEXT NOT NULL,
        changed REAL NOT NULL, name TEXT NOT NULL DEFAULT '', trashed REAL)""",
    """CREATE TABLE IF NOT EXISTS versions (
        draft_id TEXT NOT NULL, revision INTEGER NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL,
        changed REAL NOT NULL, name TEXT NOT NULL DEFAULT '', body TEXT,
        PRIMARY KEY (draft_id, revision))""",
)
UPGRADES = {
    1: (
        "ALTER TABLE drafts ADD COLUMN name TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE drafts ADD COLUMN trashed REAL",
        "ALTER TABLE versions ADD COLUMN name TEXT NOT NULL DEFAULT ''",
    ),
    2: (
        "ALTER TABLE versions ADD COLUMN body TEXT",
        "UPDATE versions SET body = (SELECT body FROM drafts "
        "WHERE drafts.id = versions.draft_id AND drafts.revision = versions.revision)",
    ),
}


class Archive:
    """The drafts of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.ensure("archive", 3, SCHEMA, UPGRADES)

    def create(self, section: str, notes: str, style: Style, length: int, year: int | None) -> Saved:
        """Keep a new draft that has no text yet."""
        saved = Saved(uuid.uuid4().hex[:12], section, notes, style, length, year, 0, Body(), time.time())
        with self._database.transaction() as t:
            t.write(
                f"INSERT INTO drafts ({COLUMNS}) VALUES (:{COLUMNS.replace(', ', ', :')})", **row_of(saved)
            )
        return saved

    def drafts(self, words: str = "") -> list[Saved]:
        """The drafts at hand, last changed first.

        Args:
            words: Only those whose name, heading, notes or text hold each of these words, letters of
                either case; all for none.
        """
        return [saved for saved in self._all("trashed IS NULL", "changed") if holds(saved, words)]

    def trash(self) -> list[Saved]:
        """The drafts in the trash, last thrown away first."""
        return self._all("trashed IS NOT NULL", "trashed")

    def get(self, draft_id: str) -> Saved:
        """The draft of that id.

        Raises:
            ShelfError: ``no_such_draft``.
        """
        rows = self._database.read(f"SELECT {COLUMNS} FROM drafts WHERE id = :id", id=draft_id)
        if not rows:
            raise ShelfError("no_such_draft", id=draft_id)
        return saved_of(rows[0])

    def keep_input(
        self, draft_id: str, section: str, notes: str, style: Style, length: int, year: int | None
    ) -> None:
        """Keep what the writer typed into the brief; the text and its revision stay as they are."""
        self.get(draft_id)
        with self._database.transaction() as t:
            t.write(
                "UPDATE drafts SET section = :section, notes = :notes, style = :style, length = :length, "
                "year = :year, changed = :changed WHERE id = :id",
                id=draft_id, section=section, notes=notes, style=style, length=length, year=year,
                changed=time.time(),
            )  # fmt: skip

    def keep_draft(self, draft_id: str, draft: Draft, revision: int) -> Saved:
        """Keep a fresh draft as the new text.

        Raises:
            ShelfError: ``edited_elsewhere`` when the text was changed since ``revision``.
        """
        body = Body(
            draft.text, draft.sentences, tuple(hit.passage.id for hit in draft.hits), draft.brief.facts,
            draft.suggestions, draft.prompt, draft.model, draft.complete,
        )  # fmt: skip
        author = "composer" if draft.model == "none" else draft.model
        return self._keep(draft_id, body, author, revision)

    def keep_text(
        self, draft_id: str, text: str, sentences: Sequence[Sentence], revision: int, name: str = ""
    ) -> Saved:
        """Keep the writer's edited text with the sources that still hold; ``name`` is the version's.

        Raises:
            ShelfError: ``edited_elsewhere``, ``text_too_long``.
        """
        if len(text) > LIMIT:
            raise ShelfError("text_too_long", limit=LIMIT)
        body = replace(self.get(draft_id).body, text=text, sentences=tuple(sentences))
        return self._keep(draft_id, body, "writer", revision, name)

    def versions(self, draft_id: str) -> list[Version]:
        """Every version of a draft, newest first."""
        rows = self._database.read(
            "SELECT draft_id, revision, author, text, changed, name FROM versions WHERE draft_id = :id "
            "ORDER BY revision DESC",
            id=draft_id,
        )
        return [Version(*row) for row in rows]

    def restore(self, draft_id: str, revision: int, base: int) -> Saved:
        """Make a version the text again, as a new version by the same author.

        ``restore(d, r, base).body`` is the body that was kept at ``r``: text, sentences and sources.
        A version of an older program kept its text alone; sentences that stand now keep their sources.

        Args:
            draft_id: The draft.
            revision: The version wanted.
            base: The revision that the writer saw.

        Raises:
            ShelfError: ``no_such_version``; ``edited_elsewhere`` when the text was changed since ``base``.
        """
        sql = "SELECT text, author, body FROM versions WHERE draft_id = :id AND revision = :revision"
        rows = self._database.read(sql, id=draft_id, revision=revision)
        if not rows:
            raise ShelfError("no_such_version", id=draft_id, revision=revision)
        text, author, kept = rows[0]
        now = self.get(draft_id).body
        body = body_of(kept) if kept else replace(now, text=text, sentences=align(now.sentences, text))
        return self._keep(draft_id, body, author, base)

    def sentences_of(self, draft_id: str, text: str) -> tuple[Sentence, ...]:
        """The sentences that a draft had when it last read so; empty when it never did."""
        sql = (
            "SELECT body FROM versions WHERE draft_id = :id AND text = :text AND body IS NOT NULL "
            "ORDER BY revision DESC LIMIT 1"
        )
        rows = self._database.read(sql, id=draft_id, text=text)
        return body_of(rows[0][0]).sentences if rows else ()

    def name_version(self, draft_id: str, revision: int, name: str) -> None:
        """Give a version a name; its text is never changed.

        Raises:
            ShelfError: ``no_such_version``.
        """
        sql = "UPDATE versions SET name = :name WHERE draft_id = :id AND revision = :revision"
        with self._database.transaction() as t:
            named = t.write(sql, id=draft_id, revision=revision, name=plain(name))
        if not named:
            raise ShelfError("no_such_version", id=draft_id, revision=revision)

    def rename(self, draft_id: str, name: str) -> Saved:
        """Call a draft something; an empty name gives it back its section's heading."""
        return self._set(draft_id, "name = :value", plain(name))

    def duplicate(self, draft_id: str, name: str) -> Saved:
        """A second draft with the same input and text; its history begins with it."""
        first = self.get(draft_id)
        with_text = int(bool(first.body.text))
        copy = replace(
            first, id=uuid.uuid4().hex[:12], name=plain(name), revision=with_text, changed=time.time(),
            trashed=None,
        )  # fmt: skip
        with self._database.transaction() as t:
            t.write(
                f"INSERT INTO drafts ({COLUMNS}) VALUES (:{COLUMNS.replace(', ', ', :')})", **row_of(copy)
            )
            if with_text:
                author = "composer" if copy.body.model == "none" else copy.body.model
                written = self._author(t, first) or author
                _add_version(t, copy.id, 1, written, copy.body, copy.changed)
        return copy

    def throw_away(self, draft_id: str) -> Saved:
        """Put a draft in the trash; its versions stay."""
        return self._set(draft_id, "trashed = :value", time.time())

    def take_out(self, draft_id: str) -> Saved:
        """Bring a draft back from the trash as it was."""
        return self._set(draft_id, "trashed = :value", None)

    def delete(self, draft_id: str) -> None:
        """Forget a draft and its versions."""
        self.get(draft_id)
        with self._database.transaction() as t:
            t.write("DELETE FROM versions WHERE draft_id = :id", id=draft_id)
            t.write("DELETE FROM drafts WHERE id = :id", id=draft_id)

    def _all(self, which: str, order: str) -> list[Saved]:
        rows = self._database.read(f"SELECT {COLUMNS} FROM drafts WHERE {which} ORDER BY {order} DESC, id")
        return [saved_of(row) for row in rows]

    def _set(self, draft_id: str, what: str, value: object) -> Saved:
        with self._database.transaction() as t:
            t.write(f"UPDATE drafts SET {what} WHERE id = :id", id=draft_id, value=value)
        return self.get(draft_id)

    def _author(self, t: Transaction, saved: Saved) -> str:
        sql = "SELECT author FROM versions WHERE draft_id = :id AND revision = :revision"
        rows = t.read(sql, id=saved.id, revision=saved.revision)
        return str(rows[0][0]) if rows else ""

    def _keep(self, draft_id: str, body: Body, author: str, revision: int, name: str = "") -> Saved:
        now = time.time()
        with self._database.transaction() as t:
            changed = t.write(
                "UPDATE drafts SET body = :body, revision = revision + 1, changed = :changed "
                "WHERE id = :id AND revision = :revision",
                id=draft_id, body=packed(body), changed=now, revision=revision,
            )  # fmt: skip
            if changed == 1:
                _add_version(t, draft_id, revision + 1, author, body, now, plain(name))
        if changed != 1:
            self.get(draft_id)  # a draft that is gone is told as gone
            raise ShelfError("edited_elsewhere", id=draft_id)
        return self.get(draft_id)


def _add_version(
    t: Transaction, draft_id: str, revision: int, author: str, body: Body, changed: float, name: str = ""
) -> None:
    t.write(
        "INSERT INTO versions (draft_id, revision, author, text, changed, name, body) "
        "VALUES (:id, :revision, :author, :text, :changed, :name, :body)",
        id=draft_id, revision=revision, author=author, text=body.text, changed=changed, name=name,
        body=packed(body),
    )  # fmt: skip

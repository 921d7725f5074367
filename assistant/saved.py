"""A draft as it is kept <-> its row in the database."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from assistant.types import Fact, Sentence, Style, Suggestion


@dataclass(frozen=True, slots=True)
class Body:
    """What stands in a draft: its text, and what each sentence rests on."""

    text: str = ""
    sentences: tuple[Sentence, ...] = ()
    passages: tuple[str, ...] = ()
    """Ids of the passages that were shown when it was drafted, best first."""
    facts: tuple[Fact, ...] = ()
    """The facts it was drafted from."""
    suggestions: tuple[Suggestion, ...] = ()
    prompt: str = ""
    model: str = "none"
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Saved:
    """A draft as it is kept: the writer's input and the present text, at one revision."""

    id: str
    section: str
    notes: str
    style: Style
    length: int
    year: int | None
    revision: int
    """Counts acknowledged changes of the text; a save names the revision it was based on."""
    body: Body
    changed: float
    """Seconds since the epoch."""
    name: str = ""
    """What the writer calls it; empty where the section's heading is its name."""
    trashed: float | None = None
    """When it was put in the trash; None while it is at hand."""

    @property
    def title(self) -> str:
        """What a list calls it, and what stands above it when it is handed in."""
        return self.name or self.section


@dataclass(frozen=True, slots=True)
class Version:
    """One acknowledged state of a draft's text."""

    draft_id: str
    revision: int
    author: str
    """``writer``, ``composer`` or the name of a model."""
    text: str
    changed: float
    name: str = ""
    """What the writer calls this state, e.g. 送审稿, or the file it came from."""


COLUMNS = "id, section, notes, style, length, year, revision, body, changed, name, trashed"
_NAME = 120
"""Characters kept of a name."""


def plain(name: str) -> str:
    """A name in one line."""
    return " ".join(name.split())[:_NAME]


def holds(saved: Saved, words: str) -> bool:
    """Whether name, heading, notes or text hold each of these words, letters of either case."""
    within = "\n".join((saved.name, saved.section, saved.notes, saved.body.text)).casefold()
    return all(word in within for word in words.casefold().split())


def row_of(saved: Saved) -> dict[str, object]:
    """A draft as its columns."""
    row = asdict(saved)
    row["body"] = packed(saved.body)
    return row


def packed(body: Body) -> str:
    """A body as one column; ``body_of(packed(b)) == b``."""
    return json.dumps(asdict(body), ensure_ascii=False)


def saved_of(row: Sequence[object]) -> Saved:
    """A draft from its columns in the order of ``COLUMNS``."""
    values = dict(zip(COLUMNS.split(", "), row, strict=True))
    return Saved(**(values | {"body": body_of(str(values["body"]))}))  # type: ignore[arg-type]


def body_of(text: str) -> Body:
    """A body from its column."""
    values = json.loads(text)
    return Body(
        values["text"],
        tuple(Sentence(**_tuples(s)) for s in values["sentences"]),
        tuple(values["passages"]),
        tuple(Fact(**f) for f in values["facts"]),
        tuple(Suggestion(**s) for s in values["suggestions"]),
        values["prompt"],
        values["model"],
        values["complete"],
    )


def _tuples(values: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}

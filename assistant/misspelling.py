"""Text -> words that are written wrongly, by a lexicon whose rows a user can switch off one by one."""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.slips import Slip
from index.types import Span


@dataclass(frozen=True, slots=True)
class Row:
    """A row of ``assistant/lexicon/errors.toml``."""

    id: str
    """The wrong form."""
    right: str
    group: str
    """characters or usage."""
    unless: tuple[str, ...] = ()
    """Longer words in which the wrong form is right."""


def misspelling(text: str, off: Collection[str] = ()) -> tuple[Slip, ...]:
    """Slips of wording, in order of their places.

    Args:
        text: Any text.
        off: Ids of rows that do not count.

    >>> [(slip.text, slip.better) for slip in misspelling("认真布署工作")]
    [('布署', '部署')]
    """
    by_id = {row.id: row for row in rows()}
    found = []
    for match in _pattern().finditer(text):
        row = by_id[match.group()]
        if row.id not in off and not _within(text, match.start(), row):
            found.append(Slip(Span(*match.span()), "word", row.id, row.right, row.id))
    return tuple(found)


@cache
def rows() -> tuple[Row, ...]:
    """Every row of the lexicon, in its order."""
    text = files("assistant").joinpath("lexicon", "errors.toml").read_text(encoding="utf-8")
    return tuple(
        Row(row[0], row[1], group, tuple(row[2]) if len(row) > 2 else ())
        for group, table in tomllib.loads(text).items()
        for row in table
    )


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted((row.id for row in rows()), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)))


def _within(text: str, at: int, row: Row) -> bool:
    """Whether the wrong form stands in a word in which it is right."""
    for word in row.unless:
        start = at - word.index(row.id)
        if start >= 0 and text.startswith(word, start):
            return True
    return False

"""Lines -> which of them are a table of contents typed by hand: 目录 and what comes again below."""

import re
from collections.abc import Sequence
from typing import Final

from index.types import Span

_HEAD: Final = re.compile(r"目\s*[录次]|(?i:contents|table of contents)")
_TAIL: Final = re.compile(r"[\s.…·．—-]*\d{0,4}\s*$")
"""Leaders and the number of a page after an entry."""
_LEAST: Final = 2


def contents_lines(text: str, lines: Sequence[Span]) -> set[int]:
    """Places of the line 目录 and of its entries; none where fewer than two of these come again.

    Args:
        text: The text.
        lines: Spans of its lines that are not blank.
    """
    for place, line in enumerate(lines):
        if len(line) <= 20 and _HEAD.fullmatch(line.of(text).strip()):
            entries = _entries(text, lines, place + 1)
            return {place, *entries} if entries else set()
    return set()


def _entries(text: str, lines: Sequence[Span], first: int) -> range:
    """The lines from ``first`` up to where its words come again, if half of them come again below."""
    said = [_plain(line.of(text)) for line in lines]
    if first >= len(said):
        return range(0)
    again = next((at for at in range(first + 1, len(said)) if said[at].startswith(said[first])), first)
    known = sum(any(line.startswith(said[at]) for line in said[again:]) for at in range(first, again))
    return range(first, again) if known >= _LEAST and known * 2 >= again - first else range(0)


def _plain(line: str) -> str:
    return re.sub(r"\s", "", _TAIL.sub("", line))

"""Text -> the text without full-width forms and invisible characters, and the way back to its offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from index.types import Span

INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
# Blanks inside a number: 1 200份, and 2 0 2 3 年 as scanning leaves it.
SPACED = re.compile(
    r"(?<![\d.,] )(?<![\d.,])(?:\d{1,3}(?: \d{3})+|\d(?: \d)+)(?! ?[\d.])(?= ?[\u4e00-\u9fff%])"
)
SPLIT = re.compile(r"\d(?= \d)")
# Punctuation such as ，：；（） stays full-width: in Chinese prose it separates, its ASCII form may not.
WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％．／＝＋＊＠＿～○]")

HIDDEN = "\ue000"
"""Stands for every character of a stretch that is already spoken for; no pattern matches it."""


class Mark(NamedTuple):
    """An expression as one family of patterns sees it, in offsets of the folded text."""

    start: int
    end: int
    kind: str
    key: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    approx: str = ""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``offsets`` is None when no character was taken out."""

    text: str
    offsets: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """Span over the original text of the folded stretch ``[start, end)``, which is not empty."""
        if self.offsets is None:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@lru_cache(maxsize=1)
def _narrow() -> dict[int, str]:
    wide = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    return wide | {ord("○"): "〇"}


def fold(text: str) -> Folded:
    r"""Fold full-width letters and digits, drop invisible characters and blanks inside numbers.

    ``fold(fold(t).text).text == fold(t).text``: blanks are looked for once nothing invisible is in the way.

    >>> fold("２\u200b８次").text
    '28次'
    """
    if WIDE.search(text):
        narrow = _narrow()
        text = WIDE.sub(lambda found: narrow[ord(found[0])], text)
    seen = _without(Folded(text), {found.start() for found in INVISIBLE.finditer(text)})
    blanks: set[int] = set()
    for found in SPACED.finditer(seen.text) if SPLIT.search(seen.text) else ():
        blanks |= {at for at in range(*found.span()) if seen.text[at] == " "}
    return _without(seen, blanks)


def _without(folded: Folded, dropped: set[int]) -> Folded:
    """Folded text less the characters at some of its offsets."""
    if not dropped:
        return folded
    text, before = folded.text, folded.offsets
    left = [at for at in range(len(text)) if at not in dropped]
    return Folded(
        "".join(text[at] for at in left), tuple(left if before is None else map(before.__getitem__, left))
    )


def hits(heads: re.Pattern[str], pattern: re.Pattern[str], page: str) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(page)`` gives, faster: it is tried only where ``heads`` matches.

    Args:
        heads: One character a match may begin with, as a class, perhaps with a look at the next.
        pattern: A pattern that never matches elsewhere.
        page: Folded page.

    >>> [found[0] for found in hits(re.compile("第"), re.compile("第.名"), "获第一名、第二名")]
    ['第一名', '第二名']
    """
    match = pattern.match
    done = 0
    for head in heads.finditer(page):
        at = head.start()
        if at >= done and (found := match(page, at)):
            yield found
            done = found.end()


def hide(text: str, spans: list[tuple[int, int]]) -> str:
    """Replace stretches (sorted or not, possibly overlapping) by a filler of the same length."""
    if not spans:
        return text
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        start = max(start, at)
        parts += [text[at:start], HIDDEN * (end - start)]
        at = end
    return "".join(parts) + text[at:]

"""Words a writer types -> a pattern that finds every place where they begin: 坚持*，以*为*.

``*`` (also ＊ and …) stands for what follows up to the end of the clause at the end of a pattern, for
what comes before it at the beginning, and for one or more characters of the same clause between words;
``?`` stands for exactly one character. A backslash takes either as itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.errors import ShelfError
from index.types import Span

STOPS = "，。；：！？,;!?\n"
"""A wildcard never runs over these: a frame lies within one clause."""
REACH = 100
"""Characters that a wildcard between words may span."""
EDGE = 30
"""Characters that a wildcard at the beginning or end of a pattern may span."""
STAR = re.compile(r"\*+|＊+|…+|⋯+|\.{3,}")
PART = re.compile(r"(?P<taken>\\[*?\\])|(?P<star>\*)|(?P<one>\?)|(?P<words>[^\\*?]+|\\)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern ready to search with."""

    source: str
    words: tuple[str, ...]
    """Its literal stretches; a text without all of them holds no match."""
    core: re.Pattern[str]
    literal: bool
    """True when it is one stretch of exact words."""
    before: bool
    after: bool

    def count(self, text: str) -> int:
        """How many places of ``text`` it begins at."""
        if self.literal and not _overlaps(self.words[0]):
            return text.count(self.words[0])
        return sum(1 for _ in self._starts(text))

    def spans(self, text: str) -> Iterator[Span]:
        """Every match, by where its words begin, widened by wildcards at its edges."""
        for start, end in self._starts(text):
            yield Span(_back(text, start) if self.before else start, _on(text, end) if self.after else end)

    def _starts(self, text: str) -> Iterator[tuple[int, int]]:
        if any(word not in text for word in self.words):
            return
        found = self.core.search(text)
        while found:
            yield found.span()
            found = self.core.search(text, found.start() + 1)


def pattern(words: str) -> Pattern:
    """The pattern of what a writer typed.

    Raises:
        ShelfError: ``pattern_empty`` when it holds no character to look for.

    >>> [span.of("以实干为先，坚持不懈。") for span in pattern("以*为*").spans("以实干为先，坚持不懈。")]
    ['以实干为先']
    """
    parts = list(PART.finditer(STAR.sub("*", words.strip())))
    kinds = [part.lastgroup for part in parts]
    if not any(kind in ("words", "taken") for kind in kinds):
        raise ShelfError("pattern_empty")
    before, after = kinds[0] == "star", kinds[-1] == "star"
    inside = parts[before : len(parts) - after]
    core = "".join(_piece(part) for part in inside)
    stretches = "".join("\0" if p.lastgroup in ("star", "one") else _plain(p) for p in inside)
    literals = tuple(one for one in stretches.split("\0") if one)
    exact = not before and not after and len(literals) == 1 and "\0" not in stretches
    return Pattern(words, literals, re.compile(core, re.DOTALL), exact, before, after)


def _plain(part: re.Match[str]) -> str:
    return part[0][1:] if part.lastgroup == "taken" else part[0]


def _piece(part: re.Match[str]) -> str:
    if part.lastgroup == "star":
        return f"[^{STOPS}]{{1,{REACH}}}?"
    if part.lastgroup == "one":
        return f"[^{STOPS}]"
    return re.escape(_plain(part))


def _overlaps(word: str) -> bool:
    """Whether a word can begin inside itself, as 人人 in 人人人."""
    return any(word.startswith(word[i:]) for i in range(1, len(word)))


def _back(text: str, at: int) -> int:
    least = max(0, at - EDGE)
    while at > least and text[at - 1] not in STOPS:
        at -= 1
    return at


def _on(text: str, at: int) -> int:
    most = min(len(text), at + EDGE)
    while at < most and text[at] not in STOPS:
        at += 1
    return at

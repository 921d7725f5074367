"""Two wordings -> the stretches they share, so that the rest is what each says in its own way."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from index.types import Span

SHORTEST = 2
"""Characters in a shared stretch: one alone is chance."""
MOVED = 4
"""Characters in a stretch that counts as shared although it stands in another order."""
LONGEST = 600
"""Characters compared at most; the time grows with their square."""


def align(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Shared stretches as spans of ``one`` and of ``other``, each ascending and apart.

    What stands in the same order is shared from two characters on, what was moved from four.
    The characters under the spans of both sides are the same multiset.

    >>> left, right = align("切实增强“四个意识”", "牢固树立“四个意识”")
    >>> [span.of("切实增强“四个意识”") for span in left]
    ['“四个意识”']
    """
    one, other = one[:LONGEST], other[:LONGEST]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    pairs = [(b.a, b.b, b.size) for b in blocks if b.size >= SHORTEST and _says(one[b.a : b.a + b.size])]
    pairs += _moved(one, other, pairs)
    return (
        tuple(sorted(Span(a, a + size) for a, _, size in pairs)),
        tuple(sorted(Span(b, b + size) for _, b, size in pairs)),
    )


def apart(spans: Sequence[Span], length: int) -> tuple[Span, ...]:
    """What lies between spans: the stretches of a text that are its own.

    >>> apart((Span(2, 4),), 6)
    (Span(start=0, end=2), Span(start=4, end=6))
    """
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), length]
    return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)


def _moved(one: str, other: str, pairs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Longest runs among what is left on both sides, each used once."""
    left = _hidden(one, [(a, size) for a, _, size in pairs], "\0")
    right = _hidden(other, [(b, size) for _, b, size in pairs], "\1")
    found: list[tuple[int, int, int]] = []
    while True:
        run = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
        if run.size < MOVED:
            return found
        found.append((run.a, run.b, run.size))
        left = _hidden(left, [(run.a, run.size)], "\0")
        right = _hidden(right, [(run.b, run.size)], "\1")


def _hidden(text: str, stretches: list[tuple[int, int]], by: str) -> str:
    for start, size in stretches:
        text = text[:start] + by * size + text[start + size :]
    return text


def _says(stretch: str) -> bool:
    """Whether a stretch holds two letters or digits: punctuation alone says nothing."""
    return sum(map(str.isalnum, stretch)) >= SHORTEST

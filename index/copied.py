"""Text -> its runs that stand word for word in a sample, each with where, found through the lexical index.

A run is counted in letters: characters without blanks and signs, so that a moved comma hides nothing.
Stretches of five words (``lexical.terms``) side by side are looked up, the passages that hold all five are
read, and what they share with the text is drawn out to both sides. A run that holds a whole stretch is never
missed, unless more than ``MANY`` passages hold each of its stretches, which only set phrases do.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.catalogue import Catalogue
from index.copies import Copies
from index.letters import SIGN, Letters, Run, letters
from index.lexical import Lexical, terms
from index.storing import Found

STRIDE = 5
"""Words looked up together: nine in a row always hold such a stretch whole."""
MANY = 8
"""Passages taken of one stretch."""
READ = 400
"""Passages read at most, those that share most stretches first."""
LEAST = 16
"""Letters of a run at least."""
ALIKE = 0.8
"""Share of a run that another sample must hold to count as saying it too."""


def runs(text: str, catalogue: Catalogue, copies: Copies) -> tuple[Run, ...]:
    """The longest runs of at least ``LEAST`` letters, not overlapping, sorted.

    Args:
        text: The text, e.g. a draft.
        catalogue: What the samples say.
        copies: Its lexical index.
    """
    own = letters(text)
    if len(own.text) < LEAST:
        return ()
    stretches = _stretches(own.text, text)
    holders = _holders(stretches, copies)
    found = catalogue.found(list(holders))
    shared = [
        _Shared(*ends, found[number])
        for number in found
        for ends in _common(own.text, found[number], holders[number])
    ]
    return tuple(_told(own, shared))


@dataclass(frozen=True, slots=True)
class _Stretch:
    words: tuple[str, ...]
    start: int
    """Its first letter."""
    end: int


@dataclass(frozen=True, slots=True)
class _Shared:
    start: int
    end: int
    found: Found

    @property
    def report(self) -> str:
        """Id of the sample."""
        return self.found.passage.report_id


def _stretches(page: str, text: str) -> list[_Stretch]:
    """Five words each, side by side, with where they stand among the letters."""
    words, at = [], 0
    for word in terms(text):
        start = page.find(SIGN.sub("", word), max(0, at - 1))
        if start >= 0:
            words.append((word, start, start + len(SIGN.sub("", word))))
            at = start + len(SIGN.sub("", word))
    groups = (words[first : first + STRIDE] for first in range(0, len(words), STRIDE))
    return [
        _Stretch(tuple(w for w, _, _ in group), group[0][1], group[-1][2])
        for group in groups
        if len(group) == STRIDE
    ]


def _holders(stretches: Sequence[_Stretch], copies: Copies) -> dict[int, list[_Stretch]]:
    """Passages, by number, that hold stretches; those that share most first, ``READ`` at most."""
    holders: dict[int, list[_Stretch]] = {}

    def search(words: Lexical) -> dict[int, float]:
        for stretch, numbers in zip(
            stretches, words.holding([s.words for s in stretches], MANY), strict=True
        ):
            for number in numbers:
                holders.setdefault(number, []).append(stretch)
        return {}

    copies.worded(search)
    best = sorted(holders, key=lambda number: (-len(holders[number]), number))[:READ]
    return {number: holders[number] for number in best}


def _common(page: str, found: Found, stretches: Iterable[_Stretch]) -> Iterator[tuple[int, int]]:
    """Letters, from and to, that a passage shares with the text around the stretches it holds."""
    other = SIGN.sub("", unicodedata.normalize("NFKC", found.passage.text).lower())
    done = 0
    for stretch in stretches:
        if stretch.end <= done:
            continue
        start, end = _longest(page, other, stretch)
        if end - start >= LEAST:
            done = end
            yield start, end


def _longest(page: str, other: str, stretch: _Stretch) -> tuple[int, int]:
    """The longest stretch both hold around this one; empty where its words stand apart."""
    best = (0, 0)
    piece = page[stretch.start : stretch.end]
    at = other.find(piece)
    for _ in range(MANY):
        if at < 0:
            break
        back = 0
        while back < min(at, stretch.start) and other[at - back - 1] == page[stretch.start - back - 1]:
            back += 1
        on = 0
        room = min(len(other) - at - len(piece), len(page) - stretch.end)
        while on < room and other[at + len(piece) + on] == page[stretch.end + on]:
            on += 1
        ends = (stretch.start - back, stretch.end + on)
        best = max(best, ends, key=lambda pair: pair[1] - pair[0])
        at = other.find(piece, at + 1)
    return best


def _told(own: Letters, shared: Sequence[_Shared]) -> list[Run]:
    """The longest first, each stretch told once; what follows on in the same sample is one run."""
    taken: list[_Shared] = []
    for one in sorted(shared, key=lambda s: (s.start - s.end, s.start, s.found.number)):
        start, end = one.start, one.end
        for other in taken:
            if other.start <= start < other.end:
                start = other.end
            if other.start < end <= other.end:
                end = other.start
        if end - start >= LEAST and not any(start < o.start and o.end < end for o in taken):
            taken.append(_Shared(start, end, one.found))
    whole: list[_Shared] = []
    for one in sorted(taken, key=lambda s: s.start):
        before = whole[-1] if whole else None
        if (
            before
            and before.end >= one.start
            and before.found.passage.report_id == one.found.passage.report_id
        ):
            whole[-1] = _Shared(before.start, one.end, before.found)
        else:
            whole.append(one)
    return [_run(own, one, shared) for one in whole]


def _run(own: Letters, one: _Shared, shared: Sequence[_Shared]) -> Run:
    said: Counter[str] = Counter()
    for other in shared:
        common = min(one.end, other.end) - max(one.start, other.start)
        said[other.report] += max(0, common)
    reports = sum(common >= ALIKE * (one.end - one.start) for common in said.values())
    passage = one.found.passage
    return Run(own.span(one.start, one.end), passage.report_id, passage.id, one.found.title, max(1, reports))

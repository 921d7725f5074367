"""Two texts -> what changed between them: by sentences, and within a sentence in readable runs.

Runs are whole figures, Latin words and single Chinese characters; a figure is never split, so
12次 -> 15次 reads 12 -> 15 and 12.5% -> 13% reads 12.5% -> 13%. For every pair of texts

    "".join(run.before for run in runs(a, b)) == a  and  "".join(run.after for run in runs(a, b)) == b
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from index.sentences import sentences

Kind = Literal["kept", "changed", "added", "removed", "moved"]

_TOKEN: Final = re.compile(
    r"\d+(?:[.,．，:：/-]\d+)*(?:[%％‰]|个百分点)?"  # 12, 3,000, 12.5%, 8:30, 2024-03-24
    r"|[零〇一二三四五六七八九十百千万亿两]{2,}"
    r"|[A-Za-z]+(?:['’-][A-Za-z]+)*|\s+|.",
    re.DOTALL,
)
_ISLAND: Final = 2
"""Kept characters between two changes that are read as part of one change."""
_ALIKE: Final = 0.4
"""Likeness from which a new sentence is the old one changed, not another one."""
_WHOLE: Final = 400_000
"""Product of two lengths in tokens beyond which a stretch is shown as replaced whole."""
_REACH: Final = 40
"""Sentences apart beyond which two of a stretch are not compared."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of both texts: the same in both, or changed (one side may be empty)."""

    before: str
    after: str

    @property
    def kept(self) -> bool:
        """Whether both texts have it."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a sentence."""

    kind: Kind
    before: str
    """Empty for a sentence that was added."""
    after: str
    """Empty for a sentence that was removed."""
    runs: tuple[Run, ...] = ()
    """Where a changed sentence changed."""


def runs(before: str, after: str) -> tuple[Run, ...]:
    """Two texts as runs that are the same in both or changed.

    >>> [(run.before, run.after) for run in runs("召开会议12次", "召开会议15次")]
    [('召开会议', '召开会议'), ('12', '15'), ('次', '次')]
    """
    if before == after:
        return (Run(before, after),) if before else ()
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    return tuple(_readable(_raw(old, new)))


def changes(before: str, after: str) -> tuple[Change, ...]:
    """The sentences of two texts in the order of the second, removed ones where they stood.

    A sentence found elsewhere in its old words is ``moved`` and stands where it is now. Every sentence
    of either text is in exactly one change.
    """
    old = [span.of(before) for span in sentences(before)]
    new = [span.of(after) for span in sentences(after)]
    found = list(_sentence_changes(old, new))
    return tuple(_with_moves(found))


def changed(found: Sequence[Change]) -> tuple[Change, ...]:
    """The changes without the sentences that were kept."""
    return tuple(change for change in found if change.kind != "kept")


def _raw(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """Runs of tokens as they match; what begins and ends alike is matched first, it is most of an edit."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    yield Run("".join(old[:head]), "".join(new[:head]))
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(middle_old) * len(middle_new) > _WHOLE:
        yield Run("".join(middle_old), "".join(middle_new))
    else:
        for _, a, b, c, d in SequenceMatcher(None, middle_old, middle_new, autojunk=False).get_opcodes():
            yield Run("".join(middle_old[a:b]), "".join(middle_new[c:d]))
    yield Run("".join(old[len(old) - tail :]), "".join(new[len(new) - tail :]))


def _readable(raw: Iterator[Run]) -> Iterator[Run]:
    """Neighbours of one kind joined, and a few kept characters between two changes read as changed."""
    merged: list[Run] = []
    for run in raw:
        if not run.before and not run.after:
            continue
        while merged and _one_change(merged, run):
            last = merged.pop()
            run = Run(last.before + run.before, last.after + run.after)
        merged.append(run)
    yield from merged


def _one_change(merged: Sequence[Run], run: Run) -> bool:
    """Whether ``run`` reads on from the last one."""
    last = merged[-1]
    if last.kept == run.kept:
        return True
    if run.kept or len(merged) < 2:
        return False
    island = len(last.before) <= _ISLAND and not re.search(r"[\d\n。，；]", last.before)
    return island and bool(last.before) and not merged[-2].kept


def _sentence_changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Change("kept", text, text) for text in old[a:b])
        else:
            yield from _paired(old[a:b], new[c:d])


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """A stretch that differs: sentences that are alike as changed, in order, the rest removed or added."""
    one = other = 0
    for place, beside in (*_pairs(old, new), (len(old), len(new))):
        yield from (Change("removed", text, "") for text in old[one:place])
        yield from (Change("added", "", text) for text in new[other:beside])
        if place < len(old):
            yield Change("changed", old[place], new[beside], runs(old[place], new[beside]))
        one, other = place + 1, beside + 1


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of sentences that are alike, both rising, with the greatest sum of likeness."""
    grams, others = [_grams(text) for text in old], [_grams(text) for text in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike: dict[tuple[int, int], float] = {}
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            near = abs(i - j) <= _REACH
            alike[i, j] = likeness = _likeness(grams[i], others[j]) if near else 0.0
            taken = best[i + 1][j + 1] + likeness if likeness >= _ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    found, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if alike[i, j] >= _ALIKE and best[i][j] == best[i + 1][j + 1] + alike[i, j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _grams(text: str) -> Counter[str]:
    return Counter(text[at : at + 2] for at in range(max(len(text) - 1, 1)))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Share of pairs of neighbouring characters that two sentences have in common, 0 to 1."""
    return 2 * (one & other).total() / (one.total() + other.total())


def _with_moves(found: Sequence[Change]) -> Iterator[Change]:
    """Removed and added sentences of the same words as moved ones."""
    removed = Counter(change.before for change in found if change.kind == "removed")
    added = Counter(change.after for change in found if change.kind == "added")
    moved = removed & added
    leaving = moved.copy()
    for change in found:
        if change.kind == "removed" and leaving[change.before] > 0:
            leaving[change.before] -= 1
        elif change.kind == "added" and moved[change.after] > 0:
            moved[change.after] -= 1
            yield Change("moved", change.after, change.after)
        else:
            yield change

"""A stated particular of a draft -> the fact that tells it otherwise, with the code of what to say of it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.belonging import borrowed
from assistant.grounding import Ground, Place, loose
from assistant.headwords import STOP
from assistant.placing import misplaced, opposed, reversed_sense
from assistant.posting import promoted
from assistant.supporting import TIMES
from assistant.timing import foretold, mistimed
from assistant.turning import turned
from index.sentences import sentences

CHINESE = re.compile(r"[\u3400-\u9fff]")
MOST = 60
"""Places that state one particular, beyond which nothing is compared: what is said so often may be said."""
BLANKS = " \t\n\u3000，,。；;：:、！!"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the particulars of a draft."""

    text: str
    clauses: dict[str, list[Place]]
    """Particulars by the clause they stand in."""
    starts: list[int]
    """Where its sentences begin."""
    keys: dict[int, frozenset[str]]
    """Keys of its particulars by the number of their sentence."""

    @classmethod
    def of(cls, text: str, places: Sequence[Place]) -> "Around":
        """A draft with its particulars."""
        clauses: dict[str, list[Place]] = defaultdict(list)
        for place in places:
            clauses[place.clause].append(place)
        starts = [span.start for span in sentences(text)]
        keys: dict[int, set[str]] = defaultdict(set)
        for place in places:
            keys[bisect_right(starts, place.expression.span.start)].add(place.expression.key)
        return cls(text, clauses, starts, {at: frozenset(told) for at, told in keys.items()})

    def told(self, place: Place) -> frozenset[str]:
        """Keys of the particulars in the sentence of one."""
        return self.keys.get(bisect_right(self.starts, place.expression.span.start), frozenset())

    def led(self, place: Place) -> str:
        """The line a particular stands in, up to the end of its sentence: what 下一步 leads is planned."""
        at = bisect_right(self.starts, place.expression.span.start)
        start = self.text.rfind("\n", 0, place.expression.span.start) + 1
        return self.text[start : self.starts[at] if at < len(self.starts) else len(self.text)]


def swapped(
    place: Place, stated: Sequence[Place], ground: Ground, around: Around
) -> tuple[Place, str] | None:
    """The fact that tells a stated particular otherwise, and the code of the message; None when none does."""
    if len(stated) > MOST:
        return None
    words = loose(place.clause.strip(BLANKS))
    verbatim = bool(CHINESE.search(STOP.sub("", place.rest))) and _stands(words, ground.joined)
    if not verbatim and (wrong := misplaced(place, stated, ground)):
        return wrong, "gate_misplaced"
    if denied := reversed_sense(place, stated) or opposed(place, stated):
        return denied, "gate_polarity"
    if verbatim:
        return None
    here = around.clauses[place.clause]
    beside = frozenset(one.expression.key for one in here)
    if moved := borrowed(place, stated, ground, beside, around.told(place)):
        return moved, "gate_misplaced"
    times = [one.expression for one in here if one.expression.kind in TIMES]
    others = sum(one.expression.kind not in TIMES for one in here)
    if others == 1 and (late := mistimed(place, stated, ground, times)):
        return late, "gate_misplaced"
    if early := foretold(place, stated, around.led(place)):
        return early, "gate_planned"
    if made := turned(place, stated, ground) or promoted(place, stated):
        return made, "gate_turned"
    return None


def _stands(words: str, said: str) -> bool:
    """Whether words stand in what is said, and not only as the head of a longer measure (37人 in 37人次)."""
    return words in said and bool(re.search(f"{re.escape(words)}(?!次)", said))

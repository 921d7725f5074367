"""Facts -> those that give different figures for the same thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.grounding import Ground, Place
from assistant.headwords import STOP
from assistant.supporting import FIGURES, TIMES, measure, states

PUNCTUATION = re.compile(r"[\W_]+")
PLAN = re.compile("目标|力争|预期|计划|拟|将|下一步|明年|下年|争取|确保|plan|will|target", re.I)
RELATIVE = re.compile("[比较同增减升降占其约达为超]|同比|环比|其中|建成|新增|完成|实现")
MARKING = TIMES | {"ordinal", "meeting", "title"}
NOTE = 80
"""Characters of a fact at most; what a figure in longer prose is said of cannot be told from its clause."""
NEAR = 40
"""Facts that two may lie apart: a whole report tells the year done and, far below, the year planned."""
COUNTED = frozenset(("count", "percent", "money", "ratio"))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places of the facts that cannot both be right."""

    first: Place
    second: Place


def conflicts(ground: Ground) -> Iterator[Conflict]:
    """Pairs of figures that differ although all words around them and all dates of their facts agree.

    Each figure is paired with the first that it contradicts; 党组会12次 on two dates is no conflict.
    """
    seen: dict[tuple[str, ...], Place] = {}
    order = {fact: at for at, fact in enumerate(dict.fromkeys(place.fact for place in ground.places))}
    facts: dict[str, list[Place]] = {}
    for place in ground.places:
        facts.setdefault(place.fact, []).append(place)
    for place in ground.places:
        if not place.fact or place.expression.kind not in COUNTED or not place.head:
            continue
        thing = _thing(place, facts[place.fact])
        if not thing:
            continue
        before = seen.setdefault(thing, place)
        one, two = before.expression, place.expression
        if order[place.fact] - order[before.fact] > NEAR:
            seen[thing] = place
        elif before.fact != place.fact and not states(one, two) and not states(two, one):
            yield Conflict(before, place)


def _thing(place: Place, fact: Sequence[Place]) -> tuple[str, ...]:
    """What a figure counts: its measure, the words of its clause and before it, what marks its fact apart.

    Empty when the clause does not name it itself (比上年增加 is said of what stands before) or names several.
    """
    beside = [other for other in fact if other.clause == place.clause]
    if sum(one.expression.kind in FIGURES for one in beside) > 1:
        return ()
    said = place.expression
    if RELATIVE.match(place.rest.strip()) or said.approx or not measure(said) or len(place.said) > NOTE:
        return ()
    words = _plain(place.rest)
    before = _plain(place.said.partition(place.clause)[0])
    others = [other.expression.key for other in fact if other.expression.kind in MARKING]
    planned = "plan" if PLAN.search(place.said) else ""
    return (before, words, measure(place.expression), planned, *others) if words else ()


def _plain(text: str) -> str:
    return PUNCTUATION.sub("", STOP.sub("", text))

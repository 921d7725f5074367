"""A stated figure or date in a draft -> whether it is said there of what the facts say it of."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.grounding import Ground, Place
from assistant.supporting import FIGURES, TIMES, measure

NEGATION = re.compile(r"未(?!来|成年|央)|没有|尚未|没(?!收|落)|\b(?:not?|never|none)\b", re.I)
CLOSE = Decimal("0.2")
"""Share of a bound by which a figure may pass it and still be meant when no word ties them."""
SMALL = 10
"""Below it two things are often counted alike by chance, so words must tie a figure to its namesake."""


def misplaced(place: Place, stated: Sequence[Place], ground: Ground) -> Place | None:
    """The place of the facts a stated figure was taken from, when the draft says it of something else.

    Only when the clause shares no word with any fact that states the figure, but does with one that states
    another figure of the same measure. Other words for the same thing are not suspected.
    """
    if place.expression.kind not in FIGURES | TIMES or not place.head:
        return None
    own = [other for other in stated if other.fact]
    if len(own) < len(stated) or not own or any(place.head & other.head for other in own):
        return None
    if _adrift(place, own):
        return own[0]
    rivals = [o for o in ground.places if not o.head.isdisjoint(place.head) and o.fact and _rival(place, o)]
    for rival in rivals:
        if rival.expression.key in {other.expression.key for other in own}:
            return None
    for rival in rivals:
        if not any(place.head & (o.head if o.fact == rival.fact else o.context | o.head) for o in own):
            return own[0]
    near = any(place.head & (other.context | other.head) for other in own)
    return own[0] if not near and _tied(place, ground) else None


def _adrift(place: Place, own: Sequence[Place]) -> bool:
    """Whether a bound on one side (51%以上) has only figures beyond it of which other words are said."""
    said = place.expression
    edge = said.low if said.high is None else said.high if said.low is None else None
    if edge is None or any(place.context & other.context or not other.head for other in own):
        return False
    near = (abs((other.expression.low or other.expression.high or edge) - edge) for other in own)
    return all(gap > edge * CLOSE for gap in near) and all(o.expression.key != said.key for o in own)


def _tied(place: Place, ground: Ground) -> bool:
    """Whether a fact with its words has its number in another measure: 接待37人 where 37人次 is stated."""
    return any(other.head & place.head for other in _same_number(place, ground))


def _rival(place: Place, other: Place) -> bool:
    """Whether a fact has another figure (or date) of the same measure."""
    one, two = place.expression, other.expression
    if one.kind in TIMES:
        return two.kind in TIMES and one.key != two.key
    return two.kind in FIGURES and measure(one) == measure(two) and one.key != two.key


def namesake(place: Place, ground: Ground) -> Place | None:
    """A place with the same number in another measure (28人次 for 28次); None when none is likely meant."""
    said = place.expression
    if said.kind not in FIGURES or said.low is None or said.low != said.high:
        return None
    same = _same_number(place, ground)
    tied = [other for other in same if other.head & place.head]
    if tied:
        return tied[0]
    return same[0] if same and said.low >= SMALL else None


def _same_number(place: Place, ground: Ground) -> list[Place]:
    """Figures of the facts with the same value in another measure."""
    said = place.expression
    return [
        other
        for other in ground.places
        if other.fact and other.expression.kind in FIGURES and said.low is not None
        and (other.expression.low, other.expression.high) == (said.low, said.high)
        and measure(other.expression) != measure(said)
    ]  # fmt: skip


def reversed_sense(place: Place, stated: Sequence[Place]) -> Place | None:
    """The stating fact when it denies what the draft affirms (未完成1项, 完成1项) or the other way round."""
    own = [other for other in stated if other.fact]
    own = [other for other in own if other.head & place.head] or own
    if not own or place.expression.kind not in FIGURES:
        return None
    denied = bool(NEGATION.search(place.rest))
    if any(bool(NEGATION.search(other.rest)) == denied for other in own):
        return None
    return own[0]

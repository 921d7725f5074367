"""A figure no fact states -> the sum, difference, share or growth of stated figures that gives it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, permutations

from assistant.grounding import Ground, Place
from assistant.supporting import measure
from index.types import Expression

CUE = re.compile(
    r"共|合计|累计|总|全年|率|占|比|增|减|升|降|多|少|提高|平均|\b(?:total|overall|altogether|share|rate)\b",
    re.I,
)
MOST = 40
"""Figures looked at, those that share words with the draft's first; among more, some pair gives nearly every
small number by chance."""

TINY = 1e-9
"""For the error of binary fractions; 91.25% may be rounded to 91.2% or 91.3%."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure follows from the facts."""

    sum: str
    """As a writer would set it down: 13场＋12场＝25场."""
    places: tuple[Place, ...]
    near: bool
    """Whether words tie it to the facts it is reckoned from; otherwise it may be chance."""


def derive(place: Place, ground: Ground) -> Derivation | None:
    """The simplest way a figure follows from stated ones, those that share words with it first."""
    said = place.expression
    if said.kind == "ordinal" or (said.low is None and said.high is None):
        return None
    if said.low != said.high or said.approx:
        return _roughly(place, ground)
    exact = [p for p in ground.places if p.expression.kind in KINDS and _exact(p.expression) is not None]
    tied = [bool(place.head & other.head or place.context & other.context) for other in exact]
    order = sorted(range(len(exact)), key=lambda at: not tied[at])[:MOST]
    ways = list(_ways(said, [exact[at] for at in sorted(order)]))
    found = [replace(way, near=_near(place, way)) for way in ways]
    return min(found, key=lambda way: (not way.near, len(way.places))) if found else None


def _roughly(place: Place, ground: Ground) -> Derivation | None:
    """A loose share (两成以上, 约四分之一) of two figures of one fact that lies within its bounds."""
    said = place.expression
    if measure(said) != "%":
        return None
    exact = [p for p in ground.places if p.fact and p.expression.kind in KINDS and _exact(p.expression)]
    for part, whole in permutations(exact, 2):
        one, other = _exact(part.expression), _exact(whole.expression)
        if (
            part.fact != whole.fact
            or measure(part.expression) != measure(whole.expression)
            or not one
            or not other
        ):
            continue
        share = 100 * one / other
        low, high = said.low or 0, said.high if said.high is not None else (said.low or 0) + TENTH
        tied = place.head & part.head or place.context & part.context
        if measure(part.expression) not in ("%", "points") and low <= share <= high and tied:
            return replace(_way(" ÷ ", said, (part, whole)), near=True)
    return None


TENTH = 10
"""Percentage points by which a share may pass a bound that is open: 超六成 is said of 62%, not of 95%."""
KINDS = frozenset(("count", "percent", "points", "money", "ratio"))


def _exact(expression: Expression) -> Decimal | None:
    return expression.low if expression.low == expression.high and not expression.approx else None


def _ways(said: Expression, stated: Sequence[Place]) -> Iterator[Derivation]:
    target = _exact(said)
    if target is None:
        return
    unit = measure(said)
    alike = [place for place in stated if measure(place.expression) in (unit, "")]
    if not unit and not said.unit:  # 17 of 193 issues may stand without its noun
        alike = [place for place in stated if measure(place.expression) not in ("%", "points", "元")]
    if unit not in ("%", "points"):
        yield from _sums(said, target, alike)
        yield from _differences(said, target, alike)
    elif unit == "points":
        shares = [place for place in stated if measure(place.expression) == "%"]
        yield from _differences(said, target, shares)
    else:
        yield from _shares(said, target, stated)


def _sums(said: Expression, target: Decimal, places: Sequence[Place]) -> Iterator[Derivation]:
    values = [_exact(place.expression) or Decimal(0) for place in places]
    for first, second in combinations(range(len(places)), 2):
        if values[first] + values[second] == target:
            yield _way(" + ", said, (places[first], places[second]))
    for start in range(len(places)):
        for end in range(start + 3, min(start + 12, len(places)) + 1):
            if sum(values[start:end]) == target:
                yield _way(" + ", said, tuple(places[start:end]))


def _differences(said: Expression, target: Decimal, places: Sequence[Place]) -> Iterator[Derivation]:
    for first in places:
        for second in places:
            one, other = _exact(first.expression), _exact(second.expression)
            if one is not None and other is not None and one - other == target > 0 and other:
                yield _way(" - ", said, (first, second))


def _shares(said: Expression, target: Decimal, places: Sequence[Place]) -> Iterator[Derivation]:
    """Shares a/b and growths (a-b)/b of two figures of one measure, rounded as the draft rounds."""
    room = 10.0 ** min(0, int(target.as_tuple().exponent))
    aim = float(target)
    known = [(float(p.expression.low or 0), measure(p.expression), p) for p in places]
    counted = [one for one in known if one[0] and one[1] not in ("%", "points")]
    for (one, unit, first), (other, same, second) in permutations(counted, 2):
        if unit != same:
            continue
        share = one * 100 / other
        for value, form in ((share, " ÷ "), (share - 100, None), (100 - share, None)):
            if value > 0 and abs(value - aim) <= room / 2 + TINY:
                yield _way(form, said, (first, second))


def _way(sign: str | None, said: Expression, places: tuple[Place, ...]) -> Derivation:
    terms = [place.expression.text for place in places]
    if sign is None:
        left, right = (_exact(place.expression) or Decimal(0) for place in places)
        big, small = (terms[0], terms[1]) if left > right else (terms[1], terms[0])
        line = f"({big} - {small}) ÷ {terms[1]} = {said.text}"
    else:
        line = f"{sign.join(terms)} = {said.text}"
    return Derivation(line.replace(" = ", " ≈ ") if "÷" in line else line, places, False)


def _near(place: Place, way: Derivation) -> bool:
    """Whether each figure shares words with the draft's, or a total is announced and they belong together."""
    if all(place.head & other.head or place.context & other.context for other in way.places):
        return True
    together = len({other.fact for other in way.places}) == 1 and bool(way.places[0].fact)
    linked = all(one.head & other.head for one, other in combinations(way.places, 2))
    return bool(CUE.search(place.clause)) and (together or linked or not any(p.head for p in way.places))

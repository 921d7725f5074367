"""Statements under one heading -> points without labels: meetings first, kin together, else as written.

``sum of the points' statements == the statements``: none is lost, none stands twice.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

import numpy as np

from assistant.arranging import Group
from assistant.clustering import Matrix
from assistant.linking import links_of, meant_by, says_part, two, units_of
from assistant.ranking import MEETS, governs, rank, time_of
from assistant.stating import Statement
from assistant.theming import halves

_EACH: Final = 5
"""Statements up to which a point may hold a single one."""
_HELD: Final = 2.5
"""Statements of a point, on the whole."""
_POINTS: Final = 5
"""Points of a section, while none of them holds too many."""
_READABLE: Final = 3
"""Statements of one point at most, while there are no more than so many points bear."""
_WEIGHED: Final = 10
"""Shortcomings or plans up to which each is a point."""
_AKIN: Final = 1.3
"""Nearness from which points become one though there are few."""
_SURE: Final = 0.2
"""By how much a statement must be nearer to one part of a heading than to the others to be sure there."""
_FOLLOWS: Final = 0.4
"""Nearness to the part of the statement before, for notes follow the heading."""
_LEADS_TO: Final = 0.3
"""The same to the part of the statement behind."""
_PLAINLY: Final = 2
"""Pairs of characters by which a statement plainly says a part of a heading."""
_SAYS: Final = 0.4
"""Nearness to a part of a heading for each pair of characters it says."""
_ALIEN: Final = 0.6
"""Nearness below which a single statement stays by itself."""
_REST_OF: Final = re.compile("剩余|其余|余下")
Bunch = list[int]
"""Places of the statements of one point."""


def gather(statements: Sequence[Statement], heading: str, *, weighed: bool = False) -> tuple[Group, ...]:
    """The statements in points that read on from each other, two or three to a point, none with a label.

    ``weighed``: shortcomings and plans, which the writer put in order and many of which stand alone.
    """
    if not statements:
        return ()
    units = units_of(statements)
    firsts = [unit[0] for unit in units]
    if weighed:
        return _weighed(units, firsts, heading)
    rest = [firsts[at] for at in range(len(firsts)) if _REST_OF.match(firsts[at].text)]
    told = [one for one in range(len(firsts)) if firsts[one] not in rest]
    links = links_of([firsts[one] for one in told], heading)
    leads = _led([firsts[one] for one in told], links)
    free = [at for at in range(len(told)) if at not in leads]
    parts = by_halves([firsts[told[at]] for at in free], heading)
    bunches: list[tuple[Bunch, str]] = []
    for places, half in parts:
        inner = [free[at] for at in places]
        if not inner:
            continue
        held = _bunched(links[np.ix_(inner, inner)], parted=len(parts) > 1)
        said = [sum(says_part(half, firsts[told[inner[at]]]) for at in bunch) for bunch in held]
        main = said.index(max(said))
        plain = len(held) == 1 or 2 * said[main] >= len(held[main])
        for place, bunch in enumerate(held):
            bunches.append(([inner[at] for at in bunch], half if plain and place == main else ""))
    points = _in_order([([told[at] for at in bunch], half) for bunch, half in bunches], firsts)
    if len(parts) == 1:
        points = _headed(points, firsts, heading)
    groups = [
        replace(
            _group([units[at] for at in bunch], half),
            deploys=all(governs(firsts[at]) for at in bunch) and len(firsts) > len(bunch),
        )
        for bunch, half in points
    ]
    if leads:
        groups.insert(0, replace(_group([units[told[at]] for at in leads], ""), deploys=True))
    if rest:
        groups.append(_group([unit for unit in units if unit[0] in rest], ""))
    return tuple(groups)


def _weighed(
    units: Sequence[tuple[Statement, ...]], firsts: Sequence[Statement], heading: str
) -> tuple[Group, ...]:
    if len(firsts) <= _WEIGHED:
        return tuple(_group([unit], "") for unit in units)
    bunches = _bunched(links_of(firsts, heading), parted=False)
    return tuple(_group([units[at] for at in bunch], "") for bunch in sorted(bunches))


def _group(units: Sequence[tuple[Statement, ...]], half: str) -> Group:
    return Group(tuple(one for unit in units for one in unit), half=half)


def _bunched(links: Matrix, parted: bool) -> list[Bunch]:
    """Places in bunches by the mean nearness of their statements (Sokal and Michener 1958).

    About ``_HELD`` statements to a bunch; what is near nothing else stays by itself while there are few.
    """
    among = len(links)
    bunches: list[Bunch] = [[at] for at in range(among)]
    fewest = 1 if parted and among <= _EACH else max(2, round(among / _HELD))
    many = among if among <= _EACH and not parted else min(_POINTS, among // 2 + 1)
    wanted = min(fewest, many)
    most = max(_EACH if parted else _READABLE, -(-among // _POINTS) + 1)
    while len(bunches) > 1:
        pairs = [
            (float(links[np.ix_(one, other)].mean()), first, second)
            for (first, one), (second, other) in combinations(enumerate(bunches), 2)
            if len(one) + len(other) <= most
        ]
        if not pairs:
            break
        near, first, second = max(pairs, key=lambda pair: (pair[0], -pair[1], -pair[2]))
        if near < _AKIN and len(bunches) <= wanted:
            break
        if near < _ALIEN and len(bunches) <= many and not (parted and among <= _EACH):
            break
        bunches[first] = sorted(bunches[first] + bunches.pop(second))
    return bunches


def by_halves(statements: Sequence[Statement], heading: str) -> list[tuple[Bunch, str]]:
    """Places by the part of the heading they tell of, where it names several and each is told of.

    Words decide; a statement that says no part's words goes where it is nearest.
    """
    names, among = halves(heading), len(statements)
    whole = [(list(range(among)), "")]
    if not names or among < _EACH - 1:
        return whole
    scores, links = _scores(statements, names), links_of(statements, heading, lines=False)
    sure = [at for at in range(among) if _margin(scores[at]) >= _SURE]
    if {int(scores[at].argmax()) for at in sure} != set(range(len(names))):
        return whole
    held: list[Bunch] = [[at for at in sure if scores[at].argmax() == half] for half in range(len(names))]
    for _ in range(among - len(sure)):
        tied = np.stack([links[:, bunch].max(axis=1) for bunch in held], axis=1)
        near = scores + np.minimum(tied, 1.0) / 2
        for half, bunch in enumerate(held):
            near[[at + 1 for at in bunch if at + 1 < among], half] += _FOLLOWS
            near[[at - 1 for at in bunch if at], half] += _LEADS_TO
        near[[at for bunch in held for at in bunch]] = -np.inf
        at, half = divmod(int(near.argmax()), len(names))
        held[half].append(at)
    return [(sorted(bunch), name) for bunch, name in zip(held, names, strict=True)]


def _scores(statements: Sequence[Statement], names: Sequence[str]) -> Matrix:
    """How near each statement is to each part of a heading in words and meaning, shape (n, parts)."""
    among = len(statements)
    texts = [one.text for one in statements]
    meant = np.array(meant_by((*texts, *names))[:among, among:])
    for at, text in enumerate(texts):
        for half, name in enumerate(names):
            others = set().union(*(two(one) for one in names if one != name))
            meant[at, half] += _SAYS * len((two(name) - others) & two(text))
    return meant


def _margin(scores: Matrix) -> float:
    first, second = sorted(scores, reverse=True)[:2]
    return float(first - second)


def _in_order(points: Sequence[tuple[Bunch, str]], firsts: Sequence[Statement]) -> list[tuple[Bunch, str]]:
    """Points with what governs first and results last, else as written; so too the statements of each."""
    ordered = [
        (_dated(sorted(held, key=lambda at: (rank(firsts[at]), at)), firsts), half) for held, half in points
    ]
    return sorted(ordered, key=lambda point: (_whole_rank([firsts[at] for at in point[0]]), min(point[0])))


def _headed(
    points: Sequence[tuple[Bunch, str]], firsts: Sequence[Statement], heading: str
) -> list[tuple[Bunch, str]]:
    """Points with the part of the heading that one of them plainly says."""
    named = list(points)
    for name in halves(heading):
        said = [sum(len(two(name) & two(firsts[at].text)) >= _PLAINLY for at in bunch) for bunch, _ in named]
        best = said.index(max(said))
        if 2 * said[best] >= len(named[best][0]) and said.count(said[best]) == 1 and not named[best][1]:
            named[best] = (named[best][0], name)
    return named


def _dated(held: Bunch, firsts: Sequence[Statement]) -> Bunch:
    """Statements that begin with a time of the year in the order of time, in the places that they hold."""
    times = {at: time for at in held if (time := time_of(firsts[at].text)) is not None}
    turned = iter(sorted(times, key=lambda at: (times[at], at)))
    return [next(turned) if at in times else at for at in held]


def _whole_rank(held: Sequence[Statement]) -> int:
    ranks = [rank(one) for one in held]
    return -1 if min(ranks) < 0 else 1 if min(ranks) > 0 else 0


def _led(statements: Sequence[Statement], links: Matrix) -> Bunch:
    """Places of the meetings and duties that make a point in front: several, and the lesser part."""
    leads = [at for at, one in enumerate(statements) if governs(one)]
    others = [at for at in range(len(statements)) if at not in leads]
    if not leads or len(leads) >= len(others) or len(statements) <= _EACH:
        return []
    if len(leads) == 1 and float(links[leads[0], others].max()) >= _AKIN:
        return []
    return sorted(leads, key=lambda at: (not MEETS.search(statements[at].text), at))

"""Statements -> paragraphs of running text in the writer's order, parted where the matter changes.

What governs stands first and honours last; nothing else is moved. A heading of two parts, each of which is
told of, gives each part its paragraphs. ``sum of the paragraphs' statements == the statements``.
"""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Final

from assistant.arranging import Group
from assistant.gathering import by_halves
from assistant.linking import links_of, units_of
from assistant.ranking import governs, praises
from assistant.stating import Statement

_LENGTH: Final = 300
"""Characters of facts of one paragraph."""
_HELD: Final = 12
"""Statements of one paragraph."""
_UNEVEN: Final = 4.0
"""Nearness that a paragraph twice as long as the others costs."""
_CUTS: Final = 3
"""Places at which a part is cut at once; what is longer is cut again."""
_SPARED: Final = re.compile(r"[^，。；]{0,6}(?:未|没有|无)(?:再)?(?:发生|出现)")
_THIN: Final = 60
"""Characters of a single statement that is no paragraph."""
_WHOLE: Final = re.compile(r"(?:合计|总计)(?=[，\u4e00-\u9fff\d])")
"""The sum of a table, told before its rows."""
_LAST: Final = 2
Unit = tuple[Statement, ...]


def paragraphs(statements: Sequence[Statement], heading: str) -> tuple[Group, ...]:
    """The statements as paragraphs of at most some 300 characters or 12 statements, each cut between matters.

    >>> from assistant.stating import state
    >>> [len(one.statements) for one in paragraphs([state((), "火化3861具"), state((), "党课4次")], "工作")]
    [2]
    """
    units = sorted(units_of(statements), key=lambda unit: _turn(unit[0]))
    found: list[Group] = []
    for held in _halved(units, heading):
        found += [Group(tuple(one for unit in piece for one in unit)) for piece in _cut(held, heading)]
    return tuple(found)


def _halved(units: Sequence[Unit], heading: str) -> list[list[Unit]]:
    """The units of each part of a heading, in one where a part is told of in a line only."""
    halves = [places for places, _ in by_halves([unit[0] for unit in units], heading)]
    if any(places[-1] - places[0] != len(places) - 1 for places in halves if places):
        return [list(units)]
    parts = [[units[at] for at in places] for places in sorted(halves)]
    thin = any(len(part) == 1 and _size(part) < _THIN for part in parts)
    return [list(units)] if thin else parts


def _size(units: Sequence[Unit]) -> int:
    return sum(len(one.text) for unit in units for one in unit)


def _turn(one: Statement) -> int:
    if _WHOLE.match(one.text):
        return -2
    if governs(one):
        return -1
    return _LAST if praises(one) else int(bool(_SPARED.match(one.text)))


def _cut(units: Sequence[Unit], heading: str) -> list[Sequence[Unit]]:
    """The units in pieces of about one length, cut where neighbours are least near."""
    lengths = [sum(len(one.text) for one in unit) for unit in units]
    wanted = max(-(-sum(lengths) // _LENGTH), -(-len(units) // _HELD))
    if wanted < 2 or len(units) < 2:
        return [units] if units else []
    links = links_of([unit[0] for unit in units], heading)
    near = [float(links[at, at + 1]) for at in range(len(units) - 1)]
    many = min(wanted - 1, _CUTS, len(units) - 1)
    best = min(
        combinations(range(1, len(units)), many),
        key=lambda cuts: sum(near[at - 1] for at in cuts) + _UNEVEN * _uneven(lengths, cuts),
    )
    pieces = [units[start:end] for start, end in pairwise((0, *best, len(units)))]
    return [part for piece in pieces for part in (_cut(piece, heading) if wanted - 1 > _CUTS else [piece])]


def _uneven(lengths: Sequence[int], cuts: Sequence[int]) -> float:
    """By how much the longest piece is longer than their mean, as a share of it."""
    sizes = [sum(lengths[start:end]) for start, end in pairwise((0, *cuts, len(lengths)))]
    return max(sizes) * len(sizes) / max(1, sum(sizes)) - 1

"""Points -> points whose statements hang together, and whether what is left are points at all."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.arranging import Group
from assistant.linking import matter_pairs, pairs_of, same_line, says_part, units_of
from assistant.stating import Statement

_THIN: Final = 30
"""Characters under which a single statement is no point of its own."""
_MOST: Final = 3
"""Statements of a point in the writer's order."""
_Unit = tuple[Statement, ...]


def tied(groups: Sequence[Group], heading: str) -> tuple[Group, ...]:
    """The points with what shares nothing with the others of its point set apart, in the writer's order.

    Two statements stand in one point where they share a word that the heading has not, or a line of work.
    """
    parted: list[Group] = []
    for group in groups:
        pieces = [group] if group.deploys else _pieces(group, heading)
        for place, piece in enumerate(pieces):
            told = place == 0 or says_part(group.half, piece.statements[0])
            parted.append(replace(piece, half=group.half if told else ""))
    return tuple(parted)


def _pieces(group: Group, heading: str) -> list[Group]:
    """A point in pieces whose statements hang together, each with what goes on from it."""
    pieces: list[tuple[_Unit, ...]] = []
    for unit in units_of(group.statements):
        near = [
            piece for piece in pieces if any(_hangs(one[0], unit[0], heading, group.half) for one in piece)
        ]
        pieces = [piece for piece in pieces if piece not in near]
        pieces.append((*(one for piece in near for one in piece), unit))
    places = {id(one): at for at, one in enumerate(group.statements)}
    ordered = [sorted(piece, key=lambda unit: places[id(unit[0])]) for piece in pieces]
    ordered.sort(key=lambda piece: places[id(piece[0][0])])
    return [Group(tuple(one for unit in piece for one in unit)) for piece in ordered]


def _hangs(one: Statement, other: Statement, heading: str, half: str) -> bool:
    """Whether two statements share a word or a kind of act, or both say a part of the heading."""
    said = pairs_of(half)
    both = bool(said & pairs_of(one.text)) and bool(said & pairs_of(other.text))
    return both or bool(matter_pairs(one.text, other.text, heading)) or same_line(one, other)


def in_order(statements: Sequence[Statement], heading: str) -> tuple[Group, ...]:
    """The statements as points in the writer's order: neighbours that share a word of matter stand in one.

    >>> from assistant.stating import state
    >>> notes = ("古树挂牌52株", "古树复壮11株", "党课4次")
    >>> [len(one.statements) for one in in_order([state((), text) for text in notes], "工作")]
    [2, 1]
    """
    pieces: list[list[_Unit]] = []
    for unit in units_of(statements):
        last = pieces[-1] if pieces else []
        near = any(matter_pairs(one[0].text, unit[0].text, heading) for one in last)
        if near and sum(map(len, last)) + len(unit) <= _MOST:
            last.append(unit)
        else:
            pieces.append([unit])
    return tuple(Group(tuple(one for unit in piece for one in unit)) for piece in pieces)


def loose(groups: Sequence[Group]) -> bool:
    """Whether less than half of the statements stand in a point with another, or most points are thin."""
    thin = [one for one in groups if len(one.statements) == 1 and len(one.statements[0].text) < _THIN]
    if len(thin) > len(groups) - len(thin):
        return True
    among = sum(len(group.statements) for group in groups)
    kept = sum(len(group.statements) for group in groups if len(group.statements) > 1)
    return 2 * kept < among

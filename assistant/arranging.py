"""Statements -> groups, one for each point of the section, in the order of reports.

A statement whose words show no facet joins no other: it stands in a neutral group at the end. Groups of one
family are merged while there are more points than so few facts deserve. ``sum of the groups' statements ==
the statements``: none is lost, none stands twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from assistant.facets import Facet, facet_of, facet_under, families
from assistant.stating import GOES_ON, Statement

_POINTS: Final = ((2, 2), (4, 3), (5, 4), (8, 5), (12, 6))
"""(most facts, most points): more facts bear more points."""
_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one point. ``facet`` is None for what shows no facet."""

    facet: Facet | None
    statements: tuple[Statement, ...]
    places: tuple[int, ...]
    """Places of the facets the statements show, lowest first."""


def arrange(statements: Sequence[Statement], heading: str) -> tuple[Group, ...]:
    """The statements in groups, the heading's own facet first, what shows no facet last."""
    found = _facets(statements, heading)
    by_facet: dict[Facet | None, list[Statement]] = {}
    for statement, facet in zip(statements, found, strict=True):
        by_facet.setdefault(facet, []).append(statement)
    groups = [
        Group(facet, tuple(held), (facet.place,) if facet else (_LAST,)) for facet, held in by_facet.items()
    ]
    own = facet_of(heading)
    merged = _merge(groups, _most_points(len(statements)))
    return tuple(sorted(merged, key=lambda group: _order(group, own)))


def in_order(statements: Sequence[Statement], heading: str, most: int = 8) -> tuple[Group, ...]:
    """The statements as the writer ordered them; beyond ``most`` those of one facet together.

    Shortcomings and plans are weighed by the writer: their order is kept.
    """
    if len(statements) <= most:
        groups: list[Group] = []
        for statement in statements:
            if groups and statement.text.startswith(GOES_ON):
                last = groups.pop()
                groups.append(replace(last, statements=(*last.statements, statement)))
            else:
                facet = facet_under(statement.text, heading)
                groups.append(Group(facet, (statement,), (facet.place if facet else _LAST,)))
        return tuple(groups)
    by_facet: dict[Facet | None, list[Statement]] = {}
    for statement, facet in zip(statements, _facets(statements, heading), strict=True):
        by_facet.setdefault(facet, []).append(statement)
    return tuple(
        Group(facet, tuple(held), (facet.place if facet else _LAST,)) for facet, held in by_facet.items()
    )


def chunked(group: Group, most: int = 5) -> list[Group]:
    """A group alone in its section as points of its own: one a statement, or two where there are many."""
    size = 1 if len(group.statements) <= most else 2
    return [
        replace(group, facet=None, statements=group.statements[at : at + size])
        for at in range(0, len(group.statements), size)
    ]


_LAST: Final = 10_000


def _facets(statements: Sequence[Statement], heading: str) -> list[Facet | None]:
    """Each statement's facet; one that goes on from the one before (其中…, 同比…) shares its facet."""
    found: list[Facet | None] = []
    for statement in statements:
        facet = facet_under(statement.text, heading)
        if found and statement.text.startswith(GOES_ON):
            facet = found[-1]
        found.append(facet)
    return found


def _most_points(facts: int) -> int:
    return next((points for most, points in _POINTS if facts <= most), _MOST)


def _merge(groups: list[Group], most: int) -> list[Group]:
    """Merge the smallest pair of one family until there are no more than ``most`` groups or no such pair."""
    while len(groups) > most:
        pairs = [
            (one, other)
            for one, other in combinations(groups, 2)
            if one.facet and other.facet and one.facet.family == other.facet.family
        ]
        if not pairs:
            break
        one, other = min(pairs, key=lambda pair: sum(len(group.statements) for group in pair))
        groups = [group for group in groups if group not in (one, other)]
        groups.append(_together(one, other))
    return groups


def _together(one: Group, other: Group) -> Group:
    first, second = sorted((one, other), key=lambda group: group.places)
    assert first.facet is not None
    family = families().get(first.facet.family)
    facet = replace(family, place=first.places[0]) if family else first.facet
    return Group(facet, first.statements + second.statements, first.places + second.places)


def _order(group: Group, own: Facet | None) -> tuple[int, int]:
    mine = own is not None and own.place in group.places
    return (0 if mine else 1, group.places[0])

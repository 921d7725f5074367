"""Statements -> groups, one for each point of the section, in the order of reports.

A statement whose words show no facet joins no other: it stands in a neutral group at the end. Groups of one
family, then of one realm, are merged while there are more points than so few facts deserve.
``sum of the groups' statements == the statements``: none is lost, none stands twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from assistant.facets import EVIDENT, Facet, covers, facet_of, facet_under, facets, families, realms
from assistant.stating import GOES_ON, Statement
from assistant.stock import words

_POINTS: Final = ((2, 2), (4, 3), (5, 4), (8, 5), (12, 6))
"""(most facts, most points): more facts bear more points."""
_MOST: Final = 8
_READABLE: Final = 6
"""Statements of one point at most, where that can be chosen."""
_FEWEST: Final = 2
"""Labelled points at least."""
_BARE: Final = 3
"""One statement of so many may be left without a label."""
_SPARED: Final = 2
"""Points more that are borne before lines of work as far apart as those of one realm are put together."""


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
    """Merge the smallest pair of one family, then of one realm, while there are over ``most`` groups."""
    for wider, bearable in ((families(), most), (realms(), most + _SPARED)):
        while len(groups) > bearable:
            pairs = [pair for pair in combinations(groups, 2) if _kin(*pair, wider)]
            if not pairs:
                break
            one, other = min(pairs, key=lambda pair: sum(len(group.statements) for group in pair))
            groups = [group for group in groups if group not in (one, other)]
            groups.append(_together(one, other, wider))
    return _told_apart(groups)


def _told_apart(groups: list[Group]) -> list[Group]:
    """Two groups that one family stands for become one while that stays readable, for their labels agree."""
    for one, other in combinations(groups, 2):
        if one.facet is None or other.facet is None or one.facet.name != other.facet.name:
            continue
        if len(one.statements) + len(other.statements) <= _READABLE:
            rest = [group for group in groups if group not in (one, other)]
            return _told_apart([*rest, _together(one, other, families() if one.facet.family else realms())])
    return groups


def _kin(one: Group, other: Group, wider: dict[str, Facet]) -> bool:
    """Whether one wider facet stands for both groups."""
    shared = [_wide(group, wider) for group in (one, other)]
    return shared[0] is not None and shared[0] == shared[1]


def _wide(group: Group, wider: dict[str, Facet]) -> Facet | None:
    """What stands for the whole family or realm of a group, its place left out."""
    if group.facet is None:
        return None
    known = next((one for one in wider.values() if one.name == group.facet.name), None)
    return known or wider.get(group.facet.family)


def _together(one: Group, other: Group, wider: dict[str, Facet]) -> Group:
    first, second = sorted((one, other), key=lambda group: group.places)
    whole = _wide(first, wider)
    assert whole is not None
    facet = replace(whole, place=first.places[0])
    return Group(facet, first.statements + second.statements, first.places + second.places)


def shows(group: Group, *, all_of_them: bool = False) -> bool:
    """Whether the group's own words show what it is labelled as: half of its statements, or all."""
    facet = group.facet
    if facet is None:
        return True
    shown = [
        one for one in group.statements if (own := facet_of(one.text, least=EVIDENT)) and covers(facet, own)
    ]
    return (1 if all_of_them else 2) * len(shown) >= len(group.statements)


def settled(groups: Sequence[Group], heading: str, *, named: bool) -> tuple[Group, ...]:
    """Groups that may bear labels, the rest behind them as one without; none where labels would mislead.

    They would where a label stands over words that do not show it, where most statements are of the heading's
    own line of work, which it names already, and where more than a third of them bear no label.
    """
    own = facet_of(heading)
    shown = [group for group in groups if group.facet is not None and shows(group, all_of_them=named)]
    rest = [group for group in groups if group not in shown]
    among = sum(len(group.statements) for group in groups)
    left = sum(len(group.statements) for group in rest)
    same = sum(len(group.statements) for group in shown if own is not None and own.place in group.places)
    if named and (left or any(_is_mixed(group) for group in shown)):
        return ()
    if len(shown) < _FEWEST or _BARE * left > among or 2 * same > among:
        return ()
    if not rest:
        return tuple(shown)
    return (*shown, Group(None, tuple(one for group in rest for one in group.statements), (_LAST,)))


def _is_mixed(group: Group) -> bool:
    """Whether a group is several lines of work under one name, outside the building of the party."""
    political = words("attitudes", "political")
    return len(group.places) > 1 and any(facets()[place].family not in political for place in group.places)


def _order(group: Group, own: Facet | None) -> tuple[int, int]:
    """Meetings and duties lead, then the heading's own line of work, then the order of reports."""
    mine = own is not None and own.place in group.places
    leads = group.facet is not None and group.facet.name in words("attitudes", "leading_facets")
    return (0 if leads else 1 if mine else 2, group.places[0])

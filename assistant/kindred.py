"""Reports -> those whose outlines are most alike, of one kind: the first worth laying side by side."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from assistant.clustering import Embed, Matrix
from index.types import Report
from index.wording import plain_heading

COPY = 0.97
"""Likeness of outlines from which one report is another over again, which is nothing to compare."""
FEWEST = 3
"""Headings without which a report has no outline."""


def kindred(reports: Sequence[Report], embed: Embed, most: int = 4) -> tuple[str, ...]:
    """Ids of the two reports of one kind with the likest outlines, then of those likest to both.

    Where no two are of one kind, of any kinds; fewer than two reports with outlines come as they are.
    """
    outlined = [one for one in reports if len(_headings(one)) >= FEWEST] or list(reports)
    if len(outlined) < 2:
        return tuple(one.id for one in outlined)
    alike = _alike(outlined, embed)
    pairs = list(combinations(range(len(outlined)), 2))
    same = [pair for pair in pairs if outlined[pair[0]].kind == outlined[pair[1]].kind]
    one, other = max(same or pairs, key=lambda pair: alike[pair] if alike[pair] < COPY else -1.0)
    rest = [place for place in range(len(outlined)) if place not in (one, other)]
    kind = outlined[one].kind
    rest.sort(key=lambda place: (outlined[place].kind != kind, -(alike[place, one] + alike[place, other])))
    return tuple(outlined[place].id for place in [one, other, *rest][:most])


def _headings(report: Report) -> list[str]:
    """Headings of the first rank, without marks."""
    top = min((one.level for one in report.sections if one.heading), default=0)
    return [plain_heading(one.heading) for one in report.sections if one.heading and one.level == top]


def _alike(reports: Sequence[Report], embed: Embed) -> Matrix:
    """Mean over the headings of two reports of how near each comes to one of the other's."""
    told = [[heading for heading in _headings(one) if heading] or [one.title or "—"] for one in reports]
    vectors = [embed(headings) for headings in told]
    alike = np.ones((len(reports), len(reports)), np.float32)
    for one, other in combinations(range(len(reports)), 2):
        near = vectors[one] @ vectors[other].T
        alike[one, other] = alike[other, one] = (near.max(axis=1).mean() + near.max(axis=0).mean()) / 2
    return alike

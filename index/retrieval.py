"""Query -> hits: words and nearness, fused, filtered, near-duplicates folded, spread over reports."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.asking import Query as Query
from index.asking import is_quote, lent_share, near_weight, query_vector
from index.catalogue import Catalogue
from index.copies import Copies
from index.embedding import Embedder
from index.errors import ShelfError
from index.fusion import drawn, joined, lend
from index.likeness import fold
from index.quality import WORSE, kinds
from index.reranking import Reranker
from index.roles import role_of_heading
from index.storing import Found
from index.types import Hit
from index.wording import Wording, heading_likeness, shared, weights

LENDERS = 40
"""So many of the best lend to neighbours that neither ranking found."""
LEADERS = 20
"""Reports whose best passages draw a heading's vector towards them before it is looked for again."""
WIDE = 2
"""Times as many of the nearest are looked at again; with all of them not one figure changed."""
RERANKED = 3
"""Times as many as are shown are given to a reranker, where one is set."""
HEADING_BOOST = 0.15
ROLE_BOOST = 0.1
QUOTED = 9
"""Weight of being quoted beside all else: such a passage's score is 0.9 at least."""
NEAR_TOLD = 0.2
"""Nearness below this says nothing."""
POOL = 80
"""Candidates of each ranking looked at first; more when too few differ from one another."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    found: Found
    score: float
    cosine: float


@dataclass(frozen=True, slots=True)
class _Pick:
    """A candidate that is shown, and in how many other reports the same stands."""

    candidate: _Candidate
    also: int


class Retrieval:
    """Searches one shelf. The same query on the same shelf gives the same hits in the same order."""

    def __init__(
        self, catalogue: Catalogue, copies: Copies, embedder: Embedder, reranker: Reranker | None = None
    ) -> None:
        self._reranker = reranker
        self._catalogue = catalogue
        self._copies = copies
        self._embedder = embedder

    def search(self, query: Query) -> tuple[Hit, ...]:
        """Hits for a query, best first; equal scores are ordered by report id, then by place."""
        reports = self._allowed(query)
        wording = weights(query.text, query.heading, query.facts)
        if query.k <= 0 or reports == [] or not wording.text:
            return ()
        vector, pool, last = self._vector(query), max(POOL, 4 * query.k), 0
        while True:
            candidates = self._candidates(query, wording, vector, pool, reports)
            picks, full = _spread(self._reranked(_judged(_folded(candidates[:pool]), query.k), query), query)
            if full or len(candidates) <= last:
                break
            last, pool = len(candidates), pool * 4
        words = " ".join((query.text, query.heading, *query.facts))
        return tuple(_hit(pick, words, query) for pick in picks)

    def _allowed(self, query: Query) -> list[int] | None:
        parts = (query.kind, query.reports, query.without, query.viewpoint, query.organisation, query.era)
        if query.year is None and not any(parts):
            return None
        return self._catalogue.allowed(
            query.kind,
            query.year,
            query.reports,
            query.without,
            viewpoint=query.viewpoint,
            organisation=query.organisation,
            era=query.era,
        )

    def _reranked(self, picks: list[_Pick], query: Query) -> list[_Pick]:
        """The first few in the order that the reranker gives them, all others behind."""
        if self._reranker is None:
            return picks
        first, rest = picks[: RERANKED * query.k], picks[RERANKED * query.k :]
        words = "\n".join(dict.fromkeys((query.text, *query.facts)))
        given = self._reranker.scores(words, [pick.candidate.found.passage.text for pick in first])
        scored = [
            replace(pick, candidate=replace(pick.candidate, score=(1 + score) / 2))
            for pick, score in zip(first, given, strict=True)
        ]
        behind = [replace(p, candidate=replace(p.candidate, score=p.candidate.score / 2)) for p in rest]
        return sorted(scored + behind, key=lambda pick: _rank(pick.candidate))

    def _vector(self, query: Query) -> NDArray[np.float32]:
        """The query's vector; a server may have begun to give others than the shelf was built with."""
        vector, kept = query_vector(query, self._embedder), self._catalogue.setting("dim")
        if kept and int(kept) != len(vector):
            name = self._embedder.name
            raise ShelfError("embedder_changed", kept=f"{name} ({kept})", now=f"{name} ({len(vector)})")
        return vector

    def _candidates(
        self,
        query: Query,
        wording: Wording,
        vector: NDArray[np.float32],
        pool: int,
        reports: Sequence[int] | None,
    ) -> list[_Candidate]:
        role = query.role or ""
        worded = self._copies.worded(
            lambda index: index.search(wording.text, wording.headings, pool, reports, role)
        )
        share, wide = near_weight(query, worded), pool * (WIDE if query.heading else 1)
        near = self._copies.near(vector, wide, reports, role)
        near |= self._copies.cosines(vector, [number for number in worded if number not in near])
        fused = joined(near, worded, share, pool)
        if query.heading:
            asked = drawn(vector, self._copies.leaders(fused, LEADERS))
            fused = joined(self._copies.cosines(asked, list(near)), worded, share, pool)
        return self._weighed(query, vector, fused)

    def _weighed(
        self, query: Query, vector: NDArray[np.float32], fused: dict[int, float]
    ) -> list[_Candidate]:
        """What was found, what stands beside the best of it; their nearness is that to the query itself."""
        role = query.role or ""
        beside = {number + step for number in list(fused)[:LENDERS] for step in (-1, 1)} - set(fused)
        found = self._catalogue.found([*fused, *sorted(beside)])
        near = self._copies.cosines(vector, sorted(found))
        owners = {number: one.passage.report_id for number, one in found.items()}
        lent = lend(fused, owners, lent_share(query))
        wanted = _wanted_role(query)
        candidates = [
            _Candidate(one, _boosted(lent[number], one, query, wanted), near.get(number, 0.0))
            for number, one in found.items()
            if lent[number] > 0 and role in ("", one.passage.role) or number in fused
        ]
        return sorted(candidates, key=_rank)


def _boosted(score: float, found: Found, query: Query, role: str | None) -> float:
    """``(score + boosts) / (1 + all boosts there could be)``: 0 to 1 like the fused score.

    What a query quotes comes before all else.
    """
    like = heading_likeness(query.heading, found.passage.headings) if query.heading else 0.0
    boost = HEADING_BOOST * like + (ROLE_BOOST if role and found.passage.role == role else 0.0)
    most = (HEADING_BOOST if query.heading else 0.0) + (ROLE_BOOST if role else 0.0)
    boosted = (score + boost) / (1 + most)
    return (QUOTED + boosted) / (1 + QUOTED) if is_quote(query, found.passage.text) else boosted


def _wanted_role(query: Query) -> str | None:
    """The role asked for, else the one that the heading says."""
    return query.role or (role_of_heading(query.heading) if query.heading else None)


def _rank(candidate: _Candidate) -> tuple[float, str, int]:
    passage = candidate.found.passage
    return (-round(candidate.score, 6), passage.report_id, passage.span.start)


def _judged(picks: Sequence[_Pick], k: int) -> list[_Pick]:
    """Picks best first, faulty writing ranked down; only among those that may be shown is it looked for."""
    judged = [
        replace(pick, candidate=replace(pick.candidate, score=pick.candidate.score * WORSE))
        if place < 2 * k and _faults(pick.candidate.found.passage.text)
        else pick
        for place, pick in enumerate(picks)
    ]
    return sorted(judged, key=lambda pick: _rank(pick.candidate))


@lru_cache(maxsize=4096)
def _faults(text: str) -> tuple[str, ...]:
    return kinds(text)


def _spread(picks: Sequence[_Pick], query: Query) -> tuple[list[_Pick], bool]:
    """The best ``k``, at most ``per_report`` of one report; whether that filled ``k`` without more of one."""
    taken: list[_Pick] = []
    spare: list[_Pick] = []
    count: Counter[str] = Counter()
    for pick in picks:
        report = pick.candidate.found.passage.report_id
        count[report] += 1
        (taken if count[report] <= query.per_report else spare).append(pick)
    chosen = taken[: query.k] + spare[: max(0, query.k - len(taken))]
    return sorted(chosen, key=lambda pick: _rank(pick.candidate)), len(taken) >= query.k


def _folded(candidates: Sequence[_Candidate]) -> list[_Pick]:
    """One candidate, the best, of those that say the same."""
    first = fold([candidate.found.passage.text for candidate in candidates])
    reports: dict[int, set[str]] = {}
    for place, candidate in zip(first, candidates, strict=True):
        reports.setdefault(place, set()).add(candidate.found.passage.report_id)
    return [_Pick(candidates[place], len(same) - 1) for place, same in reports.items()]


def _hit(pick: _Pick, words: str, query: Query) -> Hit:
    """``why`` holds codes that a screen words: ``words:…``, ``near:…``, ``role:…``, ``also:…``, ``flag:…``.

    A word is told of a passage's text and headings; a flag names what is faulty in its writing.
    """
    found, passage = pick.candidate.found, pick.candidate.found.passage
    why = []
    common = shared(words, "\n".join((*passage.headings, passage.text)))
    if common:
        why.append(f"words:{' '.join(common)}")
    if pick.candidate.cosine >= NEAR_TOLD:
        why.append(f"near:{pick.candidate.cosine:.2f}")
    if passage.role == _wanted_role(query):
        why.append(f"role:{passage.role}")
    if pick.also:
        why.append(f"also:{pick.also}")
    why.extend(f"flag:{kind}" for kind in _faults(passage.text))
    return Hit(passage, round(pick.candidate.score, 6), found.title, tuple(why))

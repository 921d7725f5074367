"""Query -> hits: words and nearness, fused, filtered, near-duplicates folded, spread over reports."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.copies import Copies
from index.embedding import Embedder
from index.fusion import fuse
from index.likeness import fold
from index.roles import role_of_heading
from index.storing import Found
from index.types import Hit
from index.wording import Wording, heading_likeness, plain_heading, shared, weights

NEAR_WEIGHT, NEAR_HEADING = 0.2, 0.8
"""Share of nearness in the fused score, for a question or phrase and where a heading is known; words have
the rest. Chosen with benchmarks/retrieval.py: rare names and figures need the words, headings the meaning."""
FACTS_WEIGHT = 0.5
HEADING_BOOST = 0.15
ROLE_BOOST = 0.1
NEAR_TOLD = 0.2
"""Nearness below this says nothing."""
POOL = 80
"""Candidates of each ranking looked at first; more when too few differ from one another."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. Only ``text`` is needed."""

    text: str
    heading: str = ""
    """Heading of the section to be written; passages under a like heading, and of the role that the
    heading says, rank a little higher."""
    facts: tuple[str, ...] = ()
    """The writer's facts; they weigh less than text and heading."""
    k: int = 10
    """How many hits; as many are given whenever the filters leave that many."""
    kind: str = ""
    """Only reports of this 文种."""
    year: int | None = None
    """Only reports of this year."""
    role: str | None = ""
    """Only passages of this role."""
    per_report: int = 3
    """Hits of one report at most, unless the others have no more to give."""
    reports: tuple[str, ...] = ()
    """Only these reports, by id; empty for all."""
    without: tuple[str, ...] = ()
    """Not these reports, by id."""


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

    def __init__(self, catalogue: Catalogue, copies: Copies, embedder: Embedder) -> None:
        self._catalogue = catalogue
        self._copies = copies
        self._embedder = embedder

    def search(self, query: Query) -> tuple[Hit, ...]:
        """Hits for a query, best first; equal scores are ordered by report id, then by place."""
        reports = self._allowed(query)
        wording = weights(query.text, query.heading, query.facts)
        if query.k <= 0 or reports == [] or not wording.text:
            return ()
        vector, pool, last = query_vector(query, self._embedder), max(POOL, 4 * query.k), 0
        while True:
            candidates = self._candidates(query, wording, vector, pool, reports)
            picks, full = _spread(_folded(candidates), query)
            if full or len(candidates) <= last:
                break
            last, pool = len(candidates), pool * 4
        words = " ".join((query.text, query.heading, *query.facts))
        return tuple(_hit(pick, words, query) for pick in picks)

    def _allowed(self, query: Query) -> list[int] | None:
        if not (query.kind or query.year is not None or query.reports or query.without):
            return None
        return self._catalogue.allowed(query.kind, query.year, query.reports, query.without)

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
        near = self._copies.near(vector, pool, reports, role)
        near = near | self._copies.cosines(vector, [number for number in worded if number not in near])
        share = near_weight(query)
        fused = fuse([(near, share), (worded, 1 - share)])
        found = self._catalogue.found(fused)
        candidates = [
            _Candidate(one, _boosted(fused[number], one, query), near.get(number, 0.0))
            for number, one in found.items()
        ]
        return sorted(candidates, key=_rank)


def near_weight(query: Query) -> float:
    """Share of nearness in the fused score of a query's hits, 0 to 1."""
    return NEAR_HEADING if query.heading else NEAR_WEIGHT


def query_vector(query: Query, embedder: Embedder) -> NDArray[np.float32]:
    """``unit(text + heading / 2 + facts / 2)``, marks left out; a heading equal to the text counts once."""
    text, heading = plain_heading(query.text) or query.text, plain_heading(query.heading)
    parts = [(text, 1.0)]
    if heading not in ("", text):
        parts.append((heading, 0.5))
    if query.facts:
        parts.append(("\n".join(query.facts), FACTS_WEIGHT))
    vectors = embedder.embed([text for text, _ in parts])
    joined = np.asarray([weight for _, weight in parts], np.float32) @ vectors
    norm = float(np.linalg.norm(joined))
    return joined / norm if norm > 0 else joined


def _boosted(score: float, found: Found, query: Query) -> float:
    """``(score + boosts) / (1 + all boosts there could be)``: 0 to 1 like the fused score."""
    like = heading_likeness(query.heading, found.passage.headings) if query.heading else 0.0
    role = _wanted_role(query)
    boost = HEADING_BOOST * like + (ROLE_BOOST if role and found.passage.role == role else 0.0)
    most = (HEADING_BOOST if query.heading else 0.0) + (ROLE_BOOST if role else 0.0)
    return (score + boost) / (1 + most)


def _wanted_role(query: Query) -> str | None:
    return query.role or (role_of_heading(query.heading) if query.heading else None)


def _rank(candidate: _Candidate) -> tuple[float, str, int]:
    passage = candidate.found.passage
    return (-round(candidate.score, 6), passage.report_id, passage.span.start)


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
    """``why`` holds codes that a screen words: ``words:…``, ``near:…``, ``role:…``, ``also:…``."""
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
    return Hit(passage, round(pick.candidate.score, 6), found.title, tuple(why))

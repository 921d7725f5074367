"""What is looked for: a query, its vector, the shares that nearness and neighbours have in finding it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedder
from index.wording import plain_heading

NEAR_WEIGHT, NEAR_PHRASE, NEAR_HEADING = 0.15, 0.5, 0.9
"""Share of nearness in the fused score, for a question, at most for a phrase, and where a heading is known;
words have the rest. Chosen with benchmarks/retrieval.py: rare names and figures need the words, headings the
meaning."""
EVEN, FROM, TO = 10, 0.5, 0.7
"""A phrase whose tenth passage has at most half as many points for its words as the first is said in few
places, and the words find them; from .7 on it is a subject, said everywhere in one way or another."""
QUESTION = re.compile(r"[?？]|什么|怎|哪|谁|吗|多少|[为如]何|[是能可]否")
LENT, LENT_HEADING = 0.6, 0.1
"""Share of its better neighbour's score that a passage is given: a question is answered by a place, a heading
by what stands under it, and that place is smaller."""
FACTS_WEIGHT = 0.5
QUOTE, QUOTE_HEADING = 4, 40
"""Characters from which a text that stands word for word in a passage is a quote of it; more where a heading
is known: headings stand in passages that only name them."""


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
    viewpoint: str = ""
    """Only reports told from this point of view."""
    organisation: str = ""
    """Only reports of this organisation."""
    era: str = ""
    """Only reports of this era."""


def near_weight(query: Query, worded: Mapping[int, float]) -> float:
    """Share of nearness in the fused score of a query's hits, 0 to 1.

    Args:
        query: What is looked for.
        worded: What its words find, best first.
    """
    if query.heading:
        return NEAR_HEADING
    if QUESTION.search(query.text) or len(worded) < EVEN:
        return NEAR_WEIGHT
    first, tenth = (next(islice(worded.values(), place, None)) for place in (0, EVEN - 1))
    even = min(1.0, max(0.0, (tenth / first - FROM) / (TO - FROM))) if first > 0 else 0.0
    return NEAR_WEIGHT + even * (NEAR_PHRASE - NEAR_WEIGHT)


def lent_share(query: Query) -> float:
    """Share of its better neighbour's score that a passage is given, 0 to 1."""
    return LENT_HEADING if query.heading else LENT


def is_quote(query: Query, passage: str) -> bool:
    """Whether a query's text is long enough for a quote and stands word for word in a passage."""
    return len(query.text) >= (QUOTE_HEADING if query.heading else QUOTE) and query.text in passage


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

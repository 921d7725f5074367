"""Query and hit -> whether the hit bears on the query at all, or is only the least far of what there is."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from index.embedding import cut, knows
from index.lexical import HAN, terms
from index.types import Hit
from index.wording import EDGES, LETTERS

NEAR: Final = 0.25
"""Nearness from which a hit without a word of the query is believed, by benchmarks/bearing.py: of 144
queries without sense none finds anything; 火灾, 灾荒 and 欠薪 still find what says them in other words."""
_HAN_WORD: Final = re.compile(f"[{HAN}]{{2,}}")


def bears(text: str, hit: Hit) -> bool:
    """Whether a hit holds a word of the query or says, in other words, something near to it.

    Args:
        text: The query's words.
        hit: A passage found for it; its ``near:`` is the cosine, which is told from 0.2 on.
    """
    passage = "\n".join((*hit.passage.headings, hit.passage.text))
    asked = _terms(text)
    if not asked.isdisjoint(terms(passage)) or any(len(term) == 1 and term in passage for term in asked):
        return True
    return _nearness(hit.why) >= NEAR and is_known(text)


@lru_cache(maxsize=256)
def is_known(text: str) -> bool:
    """Whether known words of two Chinese characters and more are the greater part of a text.

    The vector of single characters and of pieces of a word stands near to something by chance.

    >>> is_known("农民增收致富"), is_known("魑魅魍魉"), is_known("olq")
    (True, False, False)
    """
    letters = sum(len(run) for run in LETTERS.findall(text))
    words = (word for word in cut(text) if _HAN_WORD.fullmatch(word) and word not in EDGES)
    return 2 * sum(len(word) for word in words if knows(word)) > letters


@lru_cache(maxsize=256)
def _terms(text: str) -> frozenset[str]:
    """What to look for; single characters only where there is nothing longer, as the index does."""
    found = frozenset(term for term in terms(text) if term not in EDGES)
    return frozenset(term for term in found if len(term) > 1) or found


def _nearness(why: Sequence[str]) -> float:
    return max((float(one.removeprefix("near:")) for one in why if one.startswith("near:")), default=0.0)

"""Headings and passages of reports -> passages that hold a heading's words and stand under others."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from tools.embedding_joining import Bag, counted
from tools.embedding_pairs import HEADINGS_OF, Pair

FIRST, LAST = 5, 40
"""Ranks between which counter-examples are taken: those before are often answers nobody has marked."""
LONGEST = 40
"""Characters of a heading at most."""
K1, B = 1.2, 0.75


def counters(pairs: Sequence[Pair], bags: Mapping[str, Bag], words: int) -> dict[str, list[str]]:
    """For each heading passages that BM25 finds for it, of documents in which it and its like do not stand.

    Args:
        pairs: Pairs of reports.
        bags: The words of each text.
        words: How many words there are.
    """
    passages = list(dict.fromkeys(pair.said for pair in pairs))
    owner = {pair.said: pair.doc for pair in pairs if not pair.doc.startswith(HEADINGS_OF)}
    under: dict[str, set[str]] = {}
    for pair in filter(_is_of_heading, pairs):
        under.setdefault(pair.asked, set()).add(pair.said)
    weighed = _weighed([bags[text] for text in passages], words)
    found = {}
    for heading, own in under.items():
        score = np.asarray(weighed[:, np.unique(bags[heading])].sum(axis=1)).ravel()
        ranked = [passages[place] for place in np.argsort(-score, kind="stable")[FIRST:LAST]]
        docs = {owner.get(text) for text in own} | {None}
        if kept := [text for text in ranked if owner.get(text) not in docs]:
            found[heading] = kept
    return found


def _is_of_heading(pair: Pair) -> bool:
    return len(pair.asked) <= LONGEST and "\n" not in pair.asked and pair.asked[-1] not in "。！？；"


def _weighed(bags: Sequence[Bag], words: int) -> sparse.csc_matrix:
    """BM25 weights of shape (passages, words): ``idf tf (k1 + 1) / (tf + k1 (1 - b + b length / mean))``."""
    seen = counted(bags, words).tocoo()
    length: NDArray[np.int64] = np.asarray([len(bag) for bag in bags])
    met = np.bincount(seen.col, minlength=words)
    idf = np.log(1 + (len(bags) - met + 0.5) / (met + 0.5)).astype(np.float32)
    damped = K1 * (1 - B + B * length[seen.row] / length.mean())
    weights = idf[seen.col] * seen.data * (K1 + 1) / (seen.data + damped)
    return sparse.csc_matrix((weights, (seen.row, seen.col)), seen.shape)

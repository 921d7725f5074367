"""Tables of word vectors trained from several seeds -> one, with the company that words keep in reports."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import linalg

Table = NDArray[np.float32]
Bag = NDArray[np.int64]

COMPANY = 0.25
"""Share of the reports' latent semantic analysis beside the trained tables."""
EVEN = 0.15
"""Directions are divided by this power of the variance along them."""
SAMPLE = 12_000
"""Texts of all kinds, and half as many of reports, that the directions kept are chosen by."""


def joined(tables: Sequence[Table], texts: Sequence[Bag], reports: Sequence[Bag]) -> Table:
    """The tables side by side, turned and cut back to the width of one (principal components).

    Averaging rows of different seeds means nothing; their texts' vectors side by side are an ensemble,
    ``cos = mean of the seeds' cosines``, and the turn keeps as much of it as the width allows.
    """
    width, words = tables[0].shape[1], tables[0].shape[0]
    every = counted(_sample(texts, SAMPLE), words)
    own = counted(_sample(reports, SAMPLE // 2), words)
    begun = _even(company(counted(reports, words), width), every) * COMPANY * len(tables) ** 0.5
    side = np.hstack([*(_even(table, every) for table in tables), begun])
    seen = np.vstack([every @ side, own @ side])
    seen /= np.maximum(np.linalg.norm(seen, axis=1, keepdims=True), 1e-9)
    values, turn = np.linalg.eigh(seen.T @ seen)
    best = np.argsort(-values)[:width]
    turned = side @ turn[:, best] * (values[best] / values[best].max()) ** -EVEN
    return np.ascontiguousarray(turned, np.float32)


def company(counts: sparse.csr_matrix, width: int) -> Table:
    """Rows of latent semantic analysis (Deerwester et al., JASIS 1990): ``idf * V``, words met once 0."""
    met = np.bincount(counts.indices, minlength=counts.shape[1])
    idf = ((np.log((1 + counts.shape[0]) / (1 + met)) + 1) * (met > 1)).astype(np.float32)
    return directions(counts, idf, width)[0] * idf[:, None]


def directions(
    counts: sparse.csr_matrix, idf: NDArray[np.float32], width: int
) -> tuple[Table, NDArray[np.float32]]:
    """The first right singular vectors of the rows ``(1 + ln tf) * idf`` of norm 1, and singular values.

    By a randomised range finder (Halko, Martinsson and Tropp, SIAM Review 2011).
    """
    seen = counts.copy()
    seen.data = 1 + np.log(seen.data)
    seen = seen @ sparse.diags(idf)
    seen = (sparse.diags(1 / np.maximum(linalg.norm(seen, axis=1), 1e-6)) @ seen).astype(np.float32)
    span = np.random.default_rng(1).standard_normal((seen.shape[1], width + 32)).astype(np.float32)
    for _ in range(3):
        span, _ = np.linalg.qr(seen.T @ (seen @ span))
    small = seen @ span
    values, vectors = np.linalg.eigh(small.T @ small)
    return span @ vectors[:, ::-1][:, :width], np.sqrt(values[::-1][:width].clip(0))


def counted(bags: Sequence[Bag], words: int) -> sparse.csr_matrix:
    """How often each bag holds each word, of shape (bags, words)."""
    rows = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    ids = np.concatenate(bags)
    counts = sparse.csr_matrix((np.ones(len(ids), np.float32), (rows, ids)), (len(bags), words))
    counts.sum_duplicates()
    return counts


def _sample(bags: Sequence[Bag], most: int) -> Sequence[Bag]:
    places = np.random.default_rng(1).permutation(len(bags))[:most]
    return [bags[place] for place in places]


def _even(table: Table, counts: sparse.csr_matrix) -> Table:
    """A table scaled so that texts have vectors of length 1 on the average."""
    return table / float(np.linalg.norm(counts @ table, axis=1).mean())

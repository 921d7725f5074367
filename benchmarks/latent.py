"""Latent semantic analysis fitted on the very passages searched: a third ranker to compare with."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from index.lexical import terms
from tools.embedding_joining import directions

WIDTH = 256


class Latent:
    """Terms of the passages, those met twice, turned into their ``WIDTH`` strongest directions."""

    def __init__(self, texts: Sequence[str]) -> None:
        met = Counter(term for text in texts for term in set(terms(text)))
        self._place = {term: at for at, term in enumerate(term for term, n in met.items() if n > 1)}
        counts = self._counts(texts)
        held = np.bincount(counts.indices, minlength=counts.shape[1])
        self._idf = (np.log((1 + len(texts)) / (1 + held)) + 1).astype(np.float32)
        width = min(WIDTH, max(1, len(texts) - 1), counts.shape[1])
        self._turn = directions(counts, self._idf, width)[0]
        self._rows = self._turned(counts)

    def scores(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Cosines of shape ``(len(texts), passages)``."""
        return self._turned(self._counts(texts)) @ self._rows.T

    def _counts(self, texts: Sequence[str]) -> sparse.csr_matrix:
        rows, columns, values = [], [], []
        for row, text in enumerate(texts):
            for term, n in Counter(terms(text)).items():
                if term in self._place:
                    rows.append(row)
                    columns.append(self._place[term])
                    values.append(n)
        size = (len(texts), len(self._place))
        return sparse.csr_matrix((np.asarray(values, np.float32), (rows, columns)), size)

    def _turned(self, counts: sparse.csr_matrix) -> NDArray[np.float32]:
        seen = counts.copy()
        seen.data = 1 + np.log(seen.data)
        rows = (seen @ sparse.diags(self._idf)) @ self._turn
        return (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)).astype(np.float32)

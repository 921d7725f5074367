"""Query and passages -> how well each answers, by a cross-encoder that a setting names. Off by default."""

import os
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from index.errors import ShelfError


class Reranker:
    """A sentence-transformers ``CrossEncoder`` folder of this machine. Never downloads, runs no foreign code.

    Loaded when it is first needed: that takes seconds, and every search some more.

    Raises:
        ShelfError: ``reranker_missing`` from ``scores`` when the model cannot be loaded.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """One score for each text, 0 to 1, higher for a better answer."""
        if not texts:
            return []
        found = self._model.predict([(query, text) for text in texts], show_progress_bar=False)
        values = np.asarray(found, np.float64).reshape(len(texts), -1)[:, -1]
        values = np.nan_to_num(values, nan=-1e3, posinf=1e3, neginf=-1e3)
        if values.min() < 0 or values.max() > 1:  # a model that gives logits
            values = 1 / (1 + np.exp(-values.clip(-50, 50)))
        return [float(value) for value in values]

    @cached_property
    def _model(self) -> Any:  # noqa: ANN401 - the library ships no types
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        try:
            from sentence_transformers import CrossEncoder

            return CrossEncoder(self._folder, trust_remote_code=False, local_files_only=True)
        except Exception as fault:  # the library raises anything from OSError to KeyError on a bad folder
            raise ShelfError("reranker_missing", spec=self._folder, detail=type(fault).__name__) from fault

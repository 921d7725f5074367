import sys
import types

import pytest

from index.errors import ShelfError
from index.reranking import Reranker


class Model:
    values = (2.0, -1.0, 0.5)

    def __init__(self, place, **wishes):
        assert wishes == {"trust_remote_code": False, "local_files_only": True}

    def predict(self, pairs, show_progress_bar):
        return list(self.values[: len(pairs)])


@pytest.fixture
def library(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", types.SimpleNamespace(CrossEncoder=Model))


def test_scores_keep_the_models_order_and_lie_between_nought_and_one(library):
    found = Reranker("/models/zh").scores("责任", ["甲", "乙", "丙"])
    assert found[0] > found[2] > found[1] and all(0 <= one <= 1 for one in found)
    assert Reranker("/models/zh").scores("责任", []) == []


def test_scores_that_are_shares_already_are_left_as_they_are(library, monkeypatch):
    monkeypatch.setattr(Model, "values", (0.25, 0.75))
    assert Reranker("/models/zh").scores("责任", ["甲", "乙"]) == [0.25, 0.75]


def test_a_folder_that_is_no_model_is_told_when_it_is_needed(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)  # as if it were not installed
    with pytest.raises(ShelfError) as told:
        Reranker(str(tmp_path)).scores("责任", ["甲"])
    assert told.value.code == "reranker_missing"

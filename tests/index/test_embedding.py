import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.embedding import open_embedder, unit
from index.errors import ShelfError


def near(one, other):
    vectors = open_embedder().embed([one, other])
    return float(vectors[0] @ vectors[1])


@given(st.lists(st.text(), max_size=6))
def test_every_vector_has_norm_one_or_is_zero_for_a_text_without_letters(texts):
    embedder = open_embedder()
    vectors = embedder.embed(texts)
    assert vectors.shape == (len(texts), embedder.dim) and vectors.dtype == np.float32
    norms = np.linalg.norm(vectors, axis=1)
    assert np.all((np.abs(norms - 1) < 1e-5) | (norms == 0))
    for text, norm in zip(texts, norms, strict=True):
        if any("\u4e00" <= mark <= "\u9fff" for mark in text) and len(text) == 1:
            assert norm > 0


def test_texts_that_share_words_are_nearer_than_texts_that_do_not():
    assert near("落实党风廉政建设主体责任", "党风廉政建设责任制落实到位") > 0.5
    assert near("落实党风廉政建设主体责任", "秋粮收购进度超过去年同期") < 0.2


def test_punctuation_and_wide_forms_do_not_count():
    assert near("召开会议28次。", "召开会议２８次") == pytest.approx(1, abs=1e-5)


def test_a_vector_does_not_depend_on_its_neighbours():
    texts = ["一岗双责", "压实责任" * 400, "", "abc 2024"] * 200
    embedder = open_embedder()
    together = embedder.embed(texts)
    for place in (0, 1, 2, 3, 499, 500, 501, 799):
        assert np.allclose(together[place], embedder.embed([texts[place]])[0], atol=1e-6)


def test_a_row_that_holds_no_number_becomes_zeros():
    broken = np.array([[np.nan, 1.0], [np.inf, 0.0], [3.0, 4.0]], np.float32)
    assert np.allclose(unit(broken), [[0, 1], [0, 0], [0.6, 0.8]])


@pytest.mark.parametrize("spec", ["", "st:", "st:  ", "openai:x", "默认"])
def test_an_unknown_embedder_is_told(spec):
    with pytest.raises(ShelfError) as told:
        open_embedder(spec)
    assert told.value.code == "embedder_unknown"


def test_a_model_that_is_not_on_this_machine_is_told_when_it_is_needed(tmp_path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "sentence_transformers", None)  # as if it were not installed
    embedder = open_embedder(f"st:{tmp_path}")
    assert embedder.name == f"st:{tmp_path}"
    with pytest.raises(ShelfError) as told:
        embedder.embed(["试"])
    assert told.value.code == "embedder_missing"


def test_a_sentence_transformers_model_is_asked_for_offline_and_without_foreign_code(monkeypatch):
    import sys
    import types

    asked = {}

    class Model:
        def __init__(self, place, **wishes):
            asked.update(wishes, place=place)

        def encode(self, texts, **_):
            return np.array([[3.0, 4.0, 0.0]] * len(texts))

    library = types.SimpleNamespace(SentenceTransformer=Model)
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)
    embedder = open_embedder("st:/models/zh")
    assert asked == {}
    assert embedder.dim == 3
    assert np.allclose(embedder.embed(["甲", "乙"]), [[0.6, 0.8, 0]] * 2)
    assert embedder.embed([]).shape == (0, 3)
    assert asked == {"place": "/models/zh", "trust_remote_code": False, "local_files_only": True}

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.embedding import MODEL, cut, open_embedder, unit
from index.errors import ShelfError

OURS = {spec: open_embedder(spec) for spec in ("default", "hashed")}


def near(one, other, spec="default"):
    vectors = OURS[spec].embed([one, other])
    return float(vectors[0] @ vectors[1])


@pytest.mark.parametrize("spec", OURS)
@given(texts=st.lists(st.text(), max_size=6))
def test_every_vector_has_norm_one_or_is_zero_for_a_text_without_letters(spec, texts):
    embedder = OURS[spec]
    vectors = embedder.embed(texts)
    assert vectors.shape == (len(texts), embedder.dim) and vectors.dtype == np.float32
    norms = np.linalg.norm(vectors, axis=1)
    assert np.all((np.abs(norms - 1) < 1e-5) | (norms == 0))
    for text, norm in zip(texts, norms, strict=True):
        if spec == "hashed" and any("\u4e00" <= mark <= "\u9fff" for mark in text) and len(text) == 1:
            assert norm > 0


@pytest.mark.parametrize("spec", OURS)
def test_texts_that_share_words_are_nearer_than_texts_that_do_not(spec):
    assert near("落实党风廉政建设主体责任", "党风廉政建设责任制落实到位", spec) > 0.5
    assert near("落实党风廉政建设主体责任", "秋粮收购进度超过去年同期", spec) < 0.2


@pytest.mark.parametrize(
    ("heading", "own", "other"),
    [
        ("保障和改善民生", "新增城镇就业岗位，改造老旧小区，扩建乡镇卫生院", "严查违规吃喝，开展廉政谈话"),
        ("推进全面从严治党", "严查违规吃喝，开展廉政谈话", "新增城镇就业岗位，改造老旧小区，扩建乡镇卫生院"),
        ("筑牢安全底线", "排查燃气隐患，整治消防通道，强化应急值守", "招引链主企业，培育专精特新小巨人"),
    ],
)
def test_a_heading_is_nearer_to_its_own_matter_without_a_word_in_common(heading, own, other):
    assert near(heading, own) > near(heading, other) + 0.1


def test_the_default_is_small_and_holds_nothing_but_numbers_and_words():
    files = {path.name: path.stat().st_size for path in MODEL.iterdir()}
    assert set(files) == {"tokenizer.json", "weights.safetensors"}
    assert sum(files.values()) <= 12_000_000


@pytest.mark.parametrize("left", [(), ("tokenizer.json",), ("tokenizer.json", "weights.safetensors")])
def test_a_folder_that_holds_no_such_model_is_told_when_it_is_needed(tmp_path, left):
    for name in left:
        (tmp_path / name).write_text("{}")
    with pytest.raises(ShelfError) as told:
        open_embedder(f"static:{tmp_path}").embed(["试"])
    assert told.value.code == "embedder_missing"


def test_punctuation_and_wide_forms_do_not_count():
    assert near("召开会议28次。", "召开会议２８次") == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("spec", OURS)
def test_a_vector_does_not_depend_on_its_neighbours(spec):
    texts = ["一岗双责", "压实责任" * 400, "", "abc 2024"] * 200
    embedder = OURS[spec]
    together = embedder.embed(texts)
    for place in (0, 1, 2, 3, 499, 500, 501, 799):
        assert np.allclose(together[place], embedder.embed([texts[place]])[0], atol=1e-6)


def test_a_row_that_holds_no_number_becomes_zeros():
    broken = np.array([[np.nan, 1.0], [np.inf, 0.0], [3.0, 4.0]], np.float32)
    assert np.allclose(unit(broken), [[0, 1], [0, 0], [0.6, 0.8]])


@pytest.mark.parametrize("spec", ["", "st:", "st:  ", "static:", "openai:", "ollama: ", "默认"])
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


def test_sentence_transformers_opens_the_exported_model_and_gives_the_same_vectors(tmp_path):
    pytest.importorskip("torch", reason="torch is not installed: the export cannot be compared")
    import runpy
    from pathlib import Path

    tool = runpy.run_path(str(Path(__file__).parents[2] / "tools/export_embedding.py"))
    tool["export"](MODEL, tmp_path / "exported")
    texts = [
        "全面从严治党主体责任落实情况",
        "今年以来，共召开会议28次，研究议题１２个。",
        "三、存在的问题及原因分析\n（一）理论学习不够深入",
        "An annual report of the library service, 2022–23.",
        "秋粮收购平稳有序，仓储安全形势良好。" * 40,
        "砼",
    ]
    ours = OURS["default"].embed(texts)
    theirs = open_embedder(f"st:{tmp_path / 'exported'}").embed(texts)
    assert np.all(np.sum(ours * theirs, axis=1) >= 0.9999)


def test_the_runtime_does_not_load_torch():
    import subprocess
    import sys

    code = (
        "import sys; from index.embedding import open_embedder; open_embedder().embed(['试']);"
        "sys.exit(any(m in sys.modules for m in ('torch', 'sentence_transformers', 'httpx')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_words_are_cut_where_a_reader_would():
    assert cut("召开党风廉政建设专题会议") == ["召开", "党风廉政", "建设", "专题会议"]
    assert cut("") == [] == cut("，。！")
    assert "".join(cut("a\ud800责任")).endswith("责任")

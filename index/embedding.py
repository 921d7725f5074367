"""Texts -> vectors. The one place that runs an embedding model; index/endpoint.py asks one elsewhere."""

import os
import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.endpoint import Endpoint
from index.errors import ShelfError

Vectors = NDArray[np.float32]
MODEL = Path(__file__).with_name("model")
"""Folder of the model that ships with Zhibi; docs/embedding.md tells of it."""
DEFAULT = "zhibi-static-256@3"
"""Name of that model."""
FORMER = ("hashed-bigram-256@1", "zhibi-static-256@1", "zhibi-static-256@2")
"""Names that the default had before; shelves built with those move on unasked."""


class Embedder(Protocol):
    """Turns texts into vectors that stand near each other when the texts say alike things."""

    @property
    def name(self) -> str:
        """Name and version; vectors of different names are never compared."""
        ...

    @property
    def dim(self) -> int:
        """Length of a vector."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape ``(len(texts), dim)``, each of L2 norm 1 (0 for a text without a character)."""
        ...


def open_embedder(spec: str = "default", base_url: str = "", api_key: str = "") -> Embedder:
    """Open the embedder that a setting names.

    Args:
        spec: ``default``; ``hashed``, which needs no file; ``static:FOLDER`` for another model of the kind of
            the default; ``st:NAME_OR_FOLDER`` for a sentence-transformers model on this machine;
            ``openai:MODEL`` (any OpenAI-compatible server) or ``ollama:MODEL`` for one behind an address.
        base_url: Address of that server; empty for OpenAI's own, or for Ollama on this machine.
        api_key: Key for that server.

    Raises:
        ShelfError: ``embedder_unknown``.
    """
    if spec == "default":
        return StaticModel(MODEL, DEFAULT)
    if spec == "hashed":
        return HashedBigrams()
    if spec.startswith("static:") and spec[7:].strip():
        return StaticModel(Path(spec[7:].strip()))
    if spec.startswith("st:") and spec[3:].strip():
        return SentenceModel(spec[3:].strip())
    if spec.startswith(("openai:", "ollama:")) and spec[7:].strip():
        return Endpoint(spec, base_url, api_key)
    raise ShelfError("embedder_unknown", spec=spec)


MIX = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio: Fibonacci hashing (Knuth, TAOCP 3, 6.4)
LARGEST_BATCH = 500  # texts; bounds the memory of one sort


class HashedBigrams:
    """Characters and pairs of neighbours, hashed with a sign into a fixed number of dimensions.

    Feature hashing after Weinberger et al., ICML 2009; weights ``1 + ln tf`` (sublinear tf), pairs
    counting double. Needs no training and no file, and knows no synonyms.
    """

    name = "hashed-bigram-256@1"
    dim = 256

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape ``(len(texts), 256)`` of L2 norm 1; 0 for a text without a character."""
        parts = [self._batch(texts[i : i + LARGEST_BATCH]) for i in range(0, len(texts), LARGEST_BATCH)]
        return np.concatenate(parts) if parts else np.zeros((0, self.dim), np.float32)

    def _batch(self, texts: Sequence[str]) -> Vectors:
        kept = [_letters(text) for text in texts]
        codes = np.frombuffer("".join(kept).encode("utf-32-le", "replace"), np.uint32).astype(np.uint64)
        owner = np.repeat(np.arange(len(kept), dtype=np.uint64), [len(text) for text in kept])
        single = codes + np.uint64(1)
        pair = (codes[:-1] << np.uint64(21)) + single[1:]
        inside = owner[:-1] == owner[1:]
        rows, features, tf = _counted(
            np.concatenate([owner, owner[:-1][inside]]), np.concatenate([single, pair[inside]])
        )
        hashed = features * MIX
        column = (hashed >> np.uint64(40)) % np.uint64(self.dim)
        sign = np.where(hashed >> np.uint64(63), 1.0, -1.0)
        weight = (1.0 + np.log(tf)) * np.where(features >> np.uint64(21), 1.0, 0.5) * sign
        flat = np.bincount(
            (rows * np.uint64(self.dim) + column).astype(np.int64), weight, len(kept) * self.dim
        )
        return unit(flat.reshape(len(kept), self.dim).astype(np.float32))


class StaticModel:
    """A vector for each word, averaged over a text. Words come from a tokenizer, vectors as one byte a place.

    Loaded when it is first needed.

    Raises:
        ShelfError: ``embedder_missing`` from ``dim`` and ``embed`` when the folder holds no such model.
    """

    def __init__(self, folder: Path, name: str = "") -> None:
        self.name = name or f"static:{folder}"
        self._folder = folder

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return int(self._parts[1].shape[1])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape ``(len(texts), dim)`` of L2 norm 1; 0 for a text without a known word."""
        parts = [self._batch(texts[i : i + LARGEST_BATCH]) for i in range(0, len(texts), LARGEST_BATCH)]
        return np.concatenate(parts) if parts else np.zeros((0, self.dim), np.float32)

    def _batch(self, texts: Sequence[str]) -> Vectors:
        cutter, table = self._parts
        sayable = [_sayable(text) for text in texts]
        rows = [found.ids for found in cutter.encode_batch_fast(sayable, add_special_tokens=False)]
        # the mean differs from the sum by a factor that the norm takes out again
        return unit(np.stack([table[row].sum(axis=0) for row in rows]))

    def marks(self, text: str) -> list[tuple[int, int]]:
        """Where the known words of a text begin and end."""
        found = self._parts[0].encode(
            text.encode("utf-8", "replace").decode("utf-8"), add_special_tokens=False
        )
        return [(int(start), int(end)) for start, end in found.offsets]

    def holds(self, word: str) -> bool:
        """Whether a word has a vector of its own."""
        return self._parts[0].token_to_id(word) is not None

    @property
    def _parts(self) -> tuple[Any, Vectors]:
        try:
            return _loaded(self._folder)
        except Exception as fault:  # both libraries raise bare exceptions of their own
            raise ShelfError("embedder_missing", spec=self.name, detail=type(fault).__name__) from fault


@lru_cache(maxsize=2)
def _loaded(folder: Path) -> tuple[Any, Vectors]:
    """Tokenizer and table of a folder; every shelf of a process shares them."""
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    held = load_file(folder / "weights.safetensors")
    cutter = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return cutter, held["codes"].astype(np.float32) * held["scales"][:, None]


class SentenceModel:
    """A sentence-transformers model that lies on this machine. Never downloads, never runs foreign code.

    Loaded when it is first needed: that takes seconds.

    Raises:
        ShelfError: ``embedder_missing`` from ``dim`` and ``embed`` when the model cannot be loaded.
    """

    def __init__(self, place: str) -> None:
        self.name = f"st:{place}"
        self._place = place

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return int(self.embed(["一"]).shape[1])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape ``(len(texts), dim)`` of L2 norm 1."""
        if not texts:
            return np.zeros((0, self.dim), np.float32)
        vectors = self._model.encode(list(texts), show_progress_bar=False, convert_to_numpy=True)
        return unit(np.asarray(vectors, np.float32))

    @cached_property
    def _model(self) -> Any:  # noqa: ANN401 - the library ships no types
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        try:
            from sentence_transformers import SentenceTransformer

            return SentenceTransformer(self._place, trust_remote_code=False, local_files_only=True)
        except Exception as fault:  # the library raises anything from OSError to KeyError on a bad folder
            raise ShelfError("embedder_missing", spec=self.name, detail=type(fault).__name__) from fault


def cut(text: str) -> list[str]:
    """The words that the shipped model knows, in order; what stands between letters is left out.

    >>> cut("压紧压实主体责任")
    ['压紧', '压实', '主体', '责任']
    """
    marks = StaticModel(MODEL).marks(text)
    return [text[start:end] for start, end in marks]


def knows(word: str) -> bool:
    """Whether the shipped model has a vector of its own for a word; a run of unknown letters is cut as one.

    >>> knows("灾荒"), knows("魍葭耄旖")
    (True, False)
    """
    return StaticModel(MODEL).holds(word)


def unit(vectors: Vectors) -> Vectors:
    """Each row scaled to L2 norm 1; a row of zeros, or one that holds no number, becomes zeros."""
    vectors = np.nan_to_num(vectors, nan=0.0, posinf=0.0, neginf=0.0)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = np.divide(vectors, norms, out=np.zeros_like(vectors), where=norms > 0)
    return scaled


def _sayable(text: str) -> str:
    """A text without the lone surrogates that no encoding holds, as long as before."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _letters(text: str) -> str:
    """Letters and digits only, compatible forms unified, so that punctuation does not count as likeness."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).lower()))


def _counted(
    owner: NDArray[np.uint64], features: NDArray[np.uint64]
) -> tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[np.int64]]:
    """Each distinct (owner, feature) with how often it occurs. A feature takes 42 bits, an owner 22."""
    keys, tf = np.unique((owner << np.uint64(42)) | features, return_counts=True)
    return keys >> np.uint64(42), keys & np.uint64((1 << 42) - 1), tf

"""Passages' vectors on disk, searched by nearness. The one place that imports Chroma.

Ids and vectors only: texts, metadata and filters stay in the catalogue. Vectors always come from us, so
Chroma never runs or downloads a model. The store is a copy: whatever goes wrong in it is ``StoreBroken``,
and whoever meets that throws the folder away and builds it anew.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding import Vectors as Matrix

HNSW = {
    "space": "cosine",
    "ef_search": 300,  # must be given at creation; recall@10 .97 at 450,000, .92 with the default
    "ef_construction": 100,
    "max_neighbors": 16,
}
BATCH = 200  # vectors an add: searches wait milliseconds, with 5,000 they waited seconds
PROBE_S = 60.0
PROBE_ID = "-1"


class StoreBroken(Exception):
    """The copy cannot be used; it must be thrown away and rebuilt."""


class Vectors:
    """A folder of vectors, by passage number. Opened by one process; safe to share between threads.

    Raises:
        StoreBroken: from any act, when the folder is damaged.
    """

    def __init__(self, folder: Path) -> None:
        import chromadb
        from chromadb.config import Settings

        with _guarded():
            folder.mkdir(parents=True, exist_ok=True)
            settings = Settings(anonymized_telemetry=False, allow_reset=False)
            self._client = chromadb.PersistentClient(str(folder), settings=settings)
            self._collection: Any = self._client.get_or_create_collection(
                "passages", embedding_function=None, configuration={"hnsw": HNSW}
            )

    def add(self, numbers: Sequence[int], vectors: Matrix) -> None:
        """Store vectors of shape ``(len(numbers), dim)`` under numbers that are not in it."""
        with _guarded():
            for i in range(0, len(numbers), BATCH):
                ids = [str(number) for number in numbers[i : i + BATCH]]
                self._collection.add(ids=ids, embeddings=vectors[i : i + BATCH])

    def remove(self, numbers: Sequence[int]) -> None:
        """Take passages out; those that are not in it are passed over."""
        with _guarded():
            for i in range(0, len(numbers), BATCH):
                self._collection.delete(ids=[str(number) for number in numbers[i : i + BATCH]])

    def nearest(self, query: NDArray[np.float32], k: int) -> list[int]:
        """Numbers of about the ``k`` nearest passages, nearest first (approximate: HNSW)."""
        with _guarded():
            found = self._collection.query(query_embeddings=[query], n_results=k, include=["distances"])
        return [int(name) for name in found["ids"][0]]

    def count(self) -> int:
        """How many vectors it holds."""
        with _guarded():
            return int(self._collection.count())

    def numbers(self) -> set[int]:
        """Numbers of all passages it holds."""
        with _guarded():
            return {int(name) for name in self._collection.get(include=[])["ids"]}

    def close(self) -> None:
        """Let go of the folder's files."""
        with suppress(Exception):
            self._client.close()


def is_sound(folder: Path, dim: int, timeout_s: float = PROBE_S) -> bool:
    """Try a folder in a process of its own, since a damaged store may kill or hang whoever opens it.

    A store hurt by a kill can count and search and yet fail every later write, so the trial also adds
    a vector, finds it and deletes it.
    """
    command = [sys.executable, "-m", "index.vectors", str(folder), str(dim)]
    try:
        tried = subprocess.run(command, capture_output=True, timeout=timeout_s, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return tried.returncode == 0


def _try(folder: Path, dim: int) -> bool:
    store = Vectors(folder)
    before = store.count()
    vector = np.zeros((1, dim), np.float32)
    vector[0, 0] = 1.0
    store.remove([int(PROBE_ID)])
    store.add([int(PROBE_ID)], vector)
    found = store.nearest(vector[0], 1)
    grown = store.count()
    store.remove([int(PROBE_ID)])
    sound = bool(found) and grown == before + 1 and store.count() == before
    store.close()
    return sound


@contextmanager
def _guarded() -> Iterator[None]:
    """Whatever fails inside is ``StoreBroken``: Rust panics are no ``Exception``, a Ctrl-C is none of it."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException as fault:
        raise StoreBroken(f"{type(fault).__name__}: {fault}") from fault


if __name__ == "__main__":
    sys.exit(0 if _try(Path(sys.argv[1]), int(sys.argv[2])) else 1)

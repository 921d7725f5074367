"""Prints the shelf beside the plain pipeline: ``python -m benchmarks.plain REPORTS.jsonl.xz MINILM_FOLDER``.

The plain pipeline is what tutorials build: LangChain's recursive splitter (500 characters, 50 of them twice),
all-MiniLM-L6-v2 through ``langchain_huggingface`` and ``langchain_chroma`` with all defaults. Needs those two
and ``langchain_text_splitters``; Zhibi does not. Both take the same texts, enough for about ``--passages``
passages, on as many threads as are told, and answer the same questions.
"""

import argparse
import json
import lzma
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.retrieval import Query
from index.shelf import Shelf

SIZE, OVERLAP = 500, 50
ASKED = (
    "落实党风廉政建设主体责任", "存在的问题和不足", "下一步工作打算", "优化营商环境", "乡村振兴重点工作",
    "安全生产责任", "保障和改善民生", "生态环境保护", "意识形态工作责任制", "科技创新与产业升级",
)  # fmt: skip
ROUNDS = 5
K = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """Passages a second while indexing, characters a second, and milliseconds of a query."""

    passages: int
    seconds: float
    p50: float
    p95: float

    def told(self, name: str, chars: int) -> str:
        """A line of the table."""
        return (
            f"{name:<8}{self.passages:>9}{self.seconds:>9.2f}{self.passages / self.seconds:>12.1f}"
            f"{chars / self.seconds:>14.0f}{self.p50:>9.1f}{self.p95:>9.1f}"
        )


def main() -> None:
    """Two lines and their ratios."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("reports", type=Path)
    told.add_argument("minilm", type=Path)
    told.add_argument("--passages", type=int, default=1_000)
    told.add_argument("--threads", type=int, default=2)
    asked = told.parse_args()
    texts = _texts(asked.reports, asked.passages * (SIZE - OVERLAP))
    chars = sum(map(len, texts))
    print(f"{len(texts)} reports, {chars} characters")
    print(f"{'':<8}{'passages':>9}{'s':>9}{'passages/s':>12}{'characters/s':>14}{'p50 ms':>9}{'p95 ms':>9}")
    with tempfile.TemporaryDirectory() as place:
        ours = _ours(texts, Path(place) / "ours")
        print(ours.told("shelf", chars), flush=True)
        plain = _plain(texts, asked.minilm, Path(place) / "plain", asked.threads)
        print(plain.told("plain", chars))
    print(
        f"characters a second: {plain.seconds / ours.seconds:.0f} times the plain pipeline; "
        f"query p95: 1/{plain.p95 / ours.p95:.1f} of it"
    )


def _ours(texts: Sequence[str], place: Path) -> Measured:
    """Adding files to a shelf: reading, cleaning, cutting, storing, words and vectors."""
    place.mkdir(parents=True)
    files = [place / f"{number:05d}.txt" for number in range(len(texts))]
    for path, text in zip(files, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    with Shelf(place / "data") as shelf:
        start = time.perf_counter()
        passages = sum(row.passages for row in shelf.add(files))
        seconds = time.perf_counter() - start
        return Measured(passages, seconds, *_times(lambda text: shelf.search(Query(text, k=K))))


def _plain(texts: Sequence[str], model: Path, place: Path, threads: int) -> Measured:
    import torch
    from langchain_chroma import Chroma
    from langchain_huggingface import HuggingFaceEmbeddings
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    torch.set_num_threads(threads)
    splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP)
    store = Chroma(
        embedding_function=HuggingFaceEmbeddings(model_name=str(model)), persist_directory=str(place)
    )
    store.similarity_search(ASKED[0])  # the model is loaded
    start = time.perf_counter()
    parts = [part for text in texts for part in splitter.split_text(text)]
    store.add_texts(parts)
    seconds = time.perf_counter() - start
    return Measured(len(parts), seconds, *_times(lambda text: store.similarity_search(text, k=K)))


def _times(search: Callable[[str], object]) -> tuple[float, float]:
    """(p50, p95) in milliseconds, after one search that opens what is not open."""
    search(ASKED[0])
    times = []
    for text in ASKED * ROUNDS:
        start = time.perf_counter()
        search(text)
        times.append(1000 * (time.perf_counter() - start))
    return float(np.percentile(times, 50)), float(np.percentile(times, 95))


def _texts(path: Path, chars: int) -> list[str]:
    """Texts of a file until they hold so many characters."""
    texts: list[str] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            texts.append(json.loads(line)["text"])
            chars -= len(texts[-1])
            if chars <= 0:
                break
    return texts


if __name__ == "__main__":
    main()

"""Prints how the shelf bears many reports: ``python benchmarks/shelf.py REPORTS.jsonl[.xz] [--most N]``.

Writes each row's ``text`` to a file of its own, adds them all in one go, then searches, closes and opens.
Read, cut, store and copy are timed by the shelf's own acts; memory is the peak of this process.
"""

import argparse
import json
import lzma
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from index.retrieval import Query
from index.shelf import Shelf
from index.types import Progress

QUERIES = (
    Query("落实党风廉政建设主体责任"),
    Query("存在的问题和不足", heading="三、存在的主要问题"),
    Query("形式主义", year=2023),
    Query("下一步打算", role="next"),
    Query(
        "保障和改善民生",
        heading="（三）保障和改善民生",
        facts=("新建改建学校、卫生院", "开展技能培训，帮助返乡人员就业", "改造老旧小区，解决居民停车难"),
    ),
)
ROUNDS = 20


def main() -> None:
    """A line for adding, one a query, one for opening."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("reports", type=Path)
    told.add_argument("--most", type=int, default=None)
    asked = told.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, data = Path(place, "files"), Path(place, "data")
        chars = _write(asked.reports, folder, asked.most)
        _add(folder, data, chars)
        _search(data)


def _write(reports: Path, folder: Path, most: int | None) -> int:
    folder.mkdir()
    chars = 0
    for number, row in enumerate(islice(_rows(reports), most)):
        (folder / f"{number:06d}.txt").write_text(row["text"], encoding="utf-8")
        chars += len(row["text"])
    return chars


def _add(folder: Path, data: Path, chars: int) -> None:
    start, cpu = time.perf_counter(), time.process_time()
    marks: list[tuple[int, float]] = []

    def progress(at: Progress) -> None:
        if at.done % 500 == 0:
            marks.append((at.done, time.perf_counter() - start))
            print(f"  {at.done}/{at.total} after {marks[-1][1]:.0f} s", flush=True)

    with Shelf(data) as shelf:
        rows = shelf.add([folder], progress)
        seconds = time.perf_counter() - start
        passages = sum(row.passages for row in rows)
    counts = Counter(row.status for row in rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{dict(counts)}, {passages} passages, {chars} characters")
    print(f"{seconds:.0f} s, {chars / seconds:.0f} characters/s; {time.process_time() - cpu:.0f} CPU s")
    print(f"peak {peak:.0f} MB; on disk {_size(data):.0f} MB")
    for row in [row for row in rows if row.status == "refused"][:5]:
        print(f"  refused {row.path}: {row.code} {row.values}")


def _search(data: Path) -> None:
    start = time.perf_counter()
    with Shelf(data) as shelf:
        shelf.search(QUERIES[0])
        print(f"opened and searched once in {time.perf_counter() - start:.2f} s")
        for query in QUERIES:
            times = []
            for _ in range(ROUNDS):
                begin = time.perf_counter()
                found = len(shelf.search(query))
                times.append(1000 * (time.perf_counter() - begin))
            half, most = np.percentile(times, [50, 95])
            print(f"  {query.text[:12]:<14} {found:>3} hits  p50 {half:6.1f} ms  p95 {most:6.1f} ms")


def _rows(path: Path) -> Iterator[dict]:
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1_000_000


if __name__ == "__main__":
    main()

"""Prints how the shelf grows: ``python benchmarks/scale.py REPORTS.jsonl.xz [--rounds 3] [--svg OUT.svg]``.

Writes each row's ``text`` to a file of its own; every further round writes all texts again with every second
sentence taken from another text, so that 30 million characters become 60, 90 and so on. The files are added
in steps; after each step the same queries are timed. At the end 1,000 reports are added while searches go
on, the vector store is filled in idle time for a while, also under searches, the shelf is closed and opened
cold, and the nearest passages are compared with an exact search.
"""

import argparse
import json
import lzma
import re
import resource
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import numpy as np
from curve import drawn, panel

from index.retrieval import Query
from index.scanning import Scan
from index.shelf import Shelf

SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]|[^。！？；\n]+$")
STEPS = (60, 200, 600, 2_000, 6_000, 12_000, 24_000)
"""Reports on the shelf at each stop of the curve, and then all of them."""
MEANWHILE = 1_000
"""Reports added while searches go on."""
FACTS = (
    "新建改建学校、卫生院和乡镇文化站，群众办事更方便", "开展技能培训，帮助返乡人员在家门口就业创业",
    "改造老旧小区和背街小巷，解决居民停车难、出行难", "健全困难群众救助机制，发放临时救助金和生活补贴",
    "推进河道治理和污水处理设施建设，水质持续改善", "常态化开展安全生产检查，及时整改各类风险隐患",
    "完善网格化服务管理，矛盾纠纷化解在基层一线", "加强干部作风建设，整治形式主义为基层减负",
)  # fmt: skip
TEXTS = (
    "落实党风廉政建设主体责任", "存在的问题和不足", "下一步工作打算", "优化营商环境", "乡村振兴重点工作",
    "安全生产责任", "保障和改善民生", "生态环境保护", "意识形态工作责任制", "科技创新与产业升级",
)  # fmt: skip
KINDS = {
    "plain": [Query(text) for text in TEXTS],
    "year": [Query(text, year=2023) for text in TEXTS],
    "role": [Query(text, role="work") for text in TEXTS],
    "facts": [Query(text, heading=f"（二）{text}", facts=FACTS) for text in TEXTS],
}
ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Stop:
    """The shelf at one size. Seconds are totals from the beginning; milliseconds are (p50, p95) by kind."""

    reports: int
    passages: int
    seconds: float
    cpu: float
    disk_mb: float
    peak_mb: float
    ms: dict[str, tuple[float, float]]


def main() -> None:
    """A table of the growth, then adding meanwhile, opening and recall."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("reports", type=Path)
    told.add_argument("--rounds", type=int, default=3)
    told.add_argument("--svg", type=Path)
    told.add_argument(
        "--idle", type=float, default=60.0, help="seconds to watch the vector store being filled"
    )
    told.add_argument("--keep", type=Path, help="folder for files and shelf, kept afterwards")
    asked = told.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home = asked.keep or Path(place)
        files, chars = _written(asked.reports, home / "files", asked.rounds)
        print(f"{len(files)} reports, {chars} characters", flush=True)
        stops = _grown(files[:-MEANWHILE], home / "data", chars / len(files))
        if asked.svg:
            asked.svg.write_text(_plotted(stops), encoding="utf-8")
        _meanwhile(files[-MEANWHILE:], home / "data")
        _filled(home / "data", asked.idle)
        _opened(home / "data")


def _written(reports: Path, folder: Path, rounds: int) -> tuple[list[Path], int]:
    texts, files, chars = list(_texts(reports)), [], 0
    shutil.rmtree(folder, ignore_errors=True)
    for turn in range(rounds):
        (folder / str(turn)).mkdir(parents=True)
        for number, text in enumerate(_varied(texts, turn)):
            files.append(folder / str(turn) / f"{number:06d}.txt")
            files[-1].write_text(text, encoding="utf-8")
            chars += len(text)
    return files, chars


def _varied(texts: Sequence[str], turn: int) -> Iterator[str]:
    for place, text in enumerate(texts):
        other = SENTENCE.findall(texts[(7 * place + 1013 * turn) % len(texts)])
        if not turn or not other:
            yield text if not turn else f"{text}{turn}"
            continue
        yield "".join(
            other[(at // 2 + turn) % len(other)] if at % 2 == turn % 2 and len(sentence) > 12 else sentence
            for at, sentence in enumerate(SENTENCE.findall(text))
        )


def _grown(files: Sequence[Path], data: Path, mean: float) -> list[Stop]:
    stops: list[Stop] = []
    seconds = cpu = 0.0
    passages = at = 0
    print(f"{'reports':>8}{'passages':>10}{'M chars':>9}{'s':>7}{'CPU s':>7}{'MB disk':>9}{'MB peak':>9}"
          + "".join(f"{kind:>14}" for kind in KINDS), flush=True)  # fmt: skip
    with Shelf(data) as shelf:
        for size in [*(step for step in STEPS if step < len(files)), len(files)]:
            start, used = time.perf_counter(), _cpu()
            passages += sum(row.passages for row in shelf.add(files[at:size]))
            seconds, cpu, at = seconds + time.perf_counter() - start, cpu + _cpu() - used, size
            timed = {kind: _times(shelf, queries) for kind, queries in KINDS.items()}
            stop = Stop(at, passages, seconds, cpu, _size(data), _peak(), timed)
            stops.append(stop)
            print(f"{at:>8}{passages:>10}{at * mean / 1e6:>9.1f}{seconds:>7.0f}{cpu:>7.0f}"
                  f"{stop.disk_mb:>9.0f}{stop.peak_mb:>9.0f}"
                  + "".join(f"{p50:>7.1f}{p95:>7.1f}" for p50, p95 in timed.values()),
                  flush=True)  # fmt: skip
    return stops


def _times(shelf: Shelf, queries: Sequence[Query]) -> tuple[float, float]:
    """(p50, p95) in milliseconds, after one search that opens what is not open."""
    shelf.search(queries[0])
    times = []
    for query in [*queries] * ROUNDS:
        start = time.perf_counter()
        shelf.search(query)
        times.append(1000 * (time.perf_counter() - start))
    return float(np.percentile(times, 50)), float(np.percentile(times, 95))


def _meanwhile(files: Sequence[Path], data: Path) -> None:
    with Shelf(data) as shelf, _asking(shelf) as times:
        start = time.perf_counter()
        shelf.add(files)
        seconds = time.perf_counter() - start
    print(f"{len(files)} more in {seconds:.1f} s; {_told(times)}", flush=True)


def _filled(data: Path, seconds: float) -> None:
    """How fast the vector store is filled while nothing is added, and how searches bear it."""
    with Shelf(data) as shelf, _asking(shelf) as times:
        trail, start = shelf._copies._trail, time.perf_counter()
        before, used = len(trail.behind()), _cpu()
        while trail.behind() and time.perf_counter() - start < seconds:
            time.sleep(0.1)
        done, took = before - len(trail.behind()), time.perf_counter() - start
    print(f"vector store: {done} of {before} reports in {took:.0f} s, {_cpu() - used:.0f} CPU s;"
          f" {_told(times)}", flush=True)  # fmt: skip


@contextmanager
def _asking(shelf: Shelf) -> Iterator[list[float]]:
    """Searches one after the other on a thread of their own; their milliseconds."""
    over, times = threading.Event(), []
    for queries in KINDS.values():
        shelf.search(queries[0])

    def ask() -> None:
        for query in cycle(query for queries in KINDS.values() for query in queries):
            if over.wait(0.05):
                return
            start = time.perf_counter()
            shelf.search(query)
            times.append(1000 * (time.perf_counter() - start))

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        yield times
    finally:
        over.set()
        asking.join()


def _told(times: Sequence[float]) -> str:
    p50, p95, most = np.percentile(times, [50, 95, 100])
    return f"{len(times)} searches meanwhile: p50 {p50:.1f} ms, p95 {p95:.1f} ms, longest {most:.0f} ms"


def _opened(data: Path) -> None:
    start = time.perf_counter()
    with Shelf(data) as shelf:
        opened = time.perf_counter() - start
        shelf.search(KINDS["plain"][0])
        print(f"opened in {opened:.2f} s, first search done after {time.perf_counter() - start:.2f} s")
        scan = shelf._copies._scanned()
        texts = [hit.passage.text for queries in KINDS.values() for q in queries for hit in shelf.search(q)]
        vectors = shelf._embedder.embed(texts)
    print(f"recall@10 beside an exact scan: {_recall(scan, vectors):.3f} over {len(vectors)} queries")
    took = {"exact scan, float32": [], "exact scan, int8": [], "ours": []}
    floats = scan._table.codes.astype(np.float32)
    for vector in vectors[:20]:
        for name, act in (
            ("exact scan, float32", lambda v: floats @ v),
            ("exact scan, int8", lambda v: scan.scores(v, scan._table.numbers.tolist())),
            ("ours", lambda v: scan.nearest(v, 80)),
        ):
            start = time.perf_counter()
            act(vector)
            took[name].append(1000 * (time.perf_counter() - start))
    for name, times in took.items():
        print(f"  {name:<20} p50 {np.median(times):6.1f} ms over {len(scan)} passages")


def _recall(scan: Scan, vectors: np.ndarray) -> float:
    """Share of the ten exactly nearest that are found; one as near as the tenth counts among them."""
    shares = []
    for vector in vectors:
        table = scan._table
        exact = np.concatenate([
            table.codes[i : i + 65536].astype(np.float32) @ vector for i in range(0, len(table), 65536)
        ]) * table.scales  # fmt: skip
        tenth = np.partition(exact, -10)[-10]
        shares.append(sum(score >= tenth - 1e-5 for score in scan.nearest(vector, 10).values()) / 10)
    return float(np.mean(shares))


def _plotted(stops: Sequence[Stop]) -> str:
    late = {kind: [(stop.passages, stop.ms[kind][1]) for stop in stops] for kind in KINDS}
    return drawn([
        panel("A search, 95 of 100 are faster", "passages on the shelf", "ms", late, limit=30),
        panel("Adding all of them", "passages on the shelf", "s",
              {"seconds": [(stop.passages, stop.seconds) for stop in stops]}, limit=420),
    ])  # fmt: skip


def _texts(path: Path) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _peak() -> float:
    """Peak of this process in MB; each preparing process takes 100 to 200 more while it adds."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


if __name__ == "__main__":
    main()

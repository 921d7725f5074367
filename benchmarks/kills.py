"""Prints what is left after kill -9 while files are added: ``python benchmarks/kills.py [--kills 30]``.

Each round adds the same files in a process of its own and kills it at another moment of its life. The next
start must show every file that was acknowledged, whole: every passage of every report is searched for.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from index.likeness import fold
from index.retrieval import Query
from index.shelf import Shelf

FILES = 60
BEGINNING_S, JITTER_S = 1.5, 0.15
"""A process is killed while it begins, or so long after the acknowledgement that was drawn."""
ADDER = """
import sys
from pathlib import Path
from index import ingestion
from index.shelf import Shelf
ingestion.PENDING_REPORTS = int(sys.argv[3])
with Shelf(Path(sys.argv[1])) as shelf:
    told = lambda one: print(one.status, one.report_id, flush=True)
    shelf.add([Path(sys.argv[2])], on_added=told)
print("done -", flush=True)
"""
SUBJECTS = ("党建工作", "安全生产", "秋粮收购", "教育均衡", "垃圾分类", "医保征缴", "河道治理", "项目建设")


@dataclass
class Tally:
    """What went wrong, over all kills."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    halves: int = 0
    refused: int = 0
    slowest_s: float = 0.0


def main() -> None:
    """One line a data folder filled, one for all."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--kills", type=int, default=30)
    told.add_argument("--seed", type=int, default=1)
    asked = told.parse_args()
    draw, tally = random.Random(asked.seed), Tally()
    while tally.kills < asked.kills:
        with tempfile.TemporaryDirectory() as place:
            _fill(Path(place), draw, tally, asked.kills)
    print(
        f"{tally.kills} kills: {tally.acknowledged} files acknowledged, {tally.lost} lost,"
        f" {tally.halves} reports found in part, {tally.refused} refused after;"
        f" slowest start {tally.slowest_s:.2f} s"
    )
    sys.exit(1 if tally.lost or tally.halves or tally.refused else 0)


def _fill(place: Path, draw: random.Random, tally: Tally, most: int) -> None:
    """Kill one adding after another over one data folder, until all files are in."""
    folder, data = place / "in", place / "data"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:03}.txt").write_text(_report(number), encoding="utf-8")
    kept: set[str] = set()
    while tally.kills < most and len(kept) < FILES:
        kept |= _killed(data, folder, draw)
        tally.kills += 1
        _look(data, kept, tally)
    with Shelf(data) as shelf:
        tally.refused += sum(one.status == "refused" for one in shelf.add([folder]))
        if len(shelf.reports()) != FILES:
            tally.lost += FILES - len(shelf.reports())
    print(
        f"  {len(kept)} of {FILES} acknowledged before the last kill, {tally.kills} kills so far", flush=True
    )


def _killed(data: Path, folder: Path, draw: random.Random) -> set[str]:
    """The ids acknowledged by a process that was killed at some moment."""
    batch, count = (
        draw.choice((1, 4, 64)),
        draw.choice((0, draw.randrange(1, FILES), draw.randrange(1, FILES))),
    )
    adding = subprocess.Popen(
        [sys.executable, "-c", ADDER, str(data), str(folder), str(batch)], stdout=subprocess.PIPE, text=True
    )
    assert adding.stdout is not None
    words: list[list[str]] = []
    timer = threading.Timer(draw.uniform(0, BEGINNING_S), os.kill, (adding.pid, signal.SIGKILL))
    if not count:
        timer.start()
    for line in adding.stdout:
        words += [line.split()] if line.endswith("\n") else []
        if len(words) == count:
            time.sleep(draw.uniform(0, JITTER_S))
            os.kill(adding.pid, signal.SIGKILL)
    adding.wait()
    timer.cancel()
    return {word[1] for word in words if word[0] in ("added", "duplicate")}


def _look(data: Path, kept: set[str], tally: Tally) -> None:
    """Count what the next start shows wrongly."""
    begin = time.monotonic()
    with Shelf(data) as shelf:
        tally.slowest_s = max(tally.slowest_s, time.monotonic() - begin)
        cards = shelf.reports()
        tally.acknowledged += len(kept)
        tally.lost += len(kept - {card.id for card in cards})
        for card in cards:
            tally.halves += card.state != "ready" or not _is_whole(shelf, card.id)


def _is_whole(shelf: Shelf, report_id: str) -> bool:
    """Whether each passage of a report is found by its own words, or one that says the same."""
    passages = shelf.passages(report_id)
    for passage in passages:
        found = shelf.search(Query(passage.text, reports=(report_id,), k=1))
        if not found or fold([found[0].passage.text, passage.text]) != [0, 0]:
            return False
    return bool(passages)


def _report(number: int) -> str:
    subject = SUBJECTS[number % len(SUBJECTS)]
    draw = random.Random(number)
    parts = [f"某单位{2015 + number % 9}年{subject}工作总结（{number}）"]
    for place, heading in enumerate(("主要工作开展情况", "存在的问题", "下一步工作打算")):
        parts.append(f"{'一二三'[place]}、{subject}{heading}")
        for _ in range(3):
            acts = draw.sample(("压实责任", "健全制度", "加强督查", "组织培训", "整改问题", "服务群众"), 4)
            parts.append(f"围绕{subject}开展工作{draw.randint(3, 99)}次，第{number}组{'，'.join(acts)}。" * 2)
    return "\n".join(parts)


if __name__ == "__main__":
    main()

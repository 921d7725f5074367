"""Kills adding again and again and counts what is lost: ``python benchmarks/copies.py REPORTS.jsonl.xz``.

Each round a process adds a few files to the shelf and says which it has acknowledged; it is killed (-9) at a
random moment. Then the shelf is opened: every acknowledged report must be there and be found by a sentence
of its own. ``--graph`` fills the vector store at once and lets the child live a little longer, so that kills
meet it while it is written. At the end all copies are built anew, and the same queries must find the same.
"""

import argparse
import json
import lzma
import random
import subprocess
import sys
import tempfile
import time
from functools import partial
from itertools import islice
from pathlib import Path

import index.shelf
import index.trailing
from index.copies import Copies
from index.likeness import fold
from index.retrieval import Query
from index.shelf import Shelf
from index.types import Hit

FILES = 24
"""Files a round: enough for several preparing processes."""
LONGEST_S = 4.0
CHILD = "--child"


def main() -> None:
    """One line for the rounds, one for the rebuild."""
    if sys.argv[1] == CHILD:
        _add(Path(sys.argv[2]), [Path(name) for name in sys.argv[4:]], sys.argv[3] == "graph")
        return
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("reports", type=Path)
    told.add_argument("--rounds", type=int, default=200)
    told.add_argument("--graph", action="store_true")
    told.add_argument("--seed", type=int, default=1)
    asked = told.parse_args()
    with tempfile.TemporaryDirectory() as place:
        files = _written(asked.reports, Path(place, "files"), asked.rounds * FILES)
        _kill(Path(place, "data"), files, asked.rounds, asked.graph, random.Random(asked.seed))


def _kill(data: Path, files: list[Path], rounds: int, graph: bool, chance: random.Random) -> None:
    acknowledged: dict[str, str] = {}
    unreadable = lost = missed = whole = 0
    opening: list[float] = []
    for turn in range(rounds):
        told, killed = _killed(data, files[turn * FILES : (turn + 1) * FILES], graph, chance)
        acknowledged |= told
        whole += not killed
        start = time.perf_counter()
        try:
            with _shelf(data, graph) as shelf:
                opening.append(time.perf_counter() - start)
                there = {card.id for card in shelf.reports()}
                lost += len(acknowledged.keys() - there)
                missed += _missed(shelf, [report for report in told if report in there])
        except Exception as fault:  # whatever it is, it is what is counted here
            print(f"  round {turn}: {type(fault).__name__}: {fault}", flush=True)
            unreadable += 1
        if turn % 20 == 19:
            print(
                f"  {turn + 1} rounds: {unreadable} unreadable, {lost} lost, {missed} not found", flush=True
            )
    print(f"{rounds} rounds ({whole} ended by themselves), {len(acknowledged)} acknowledged reports:"
          f" {unreadable} unreadable, {lost} lost, {missed} not found;"
          f" opening at most {max(opening):.2f} s")  # fmt: skip
    _rebuilt(data, graph)


def _killed(data: Path, files: list[Path], graph: bool, chance: random.Random) -> tuple[dict[str, str], bool]:
    """What was acknowledged before the kill, and whether there was one."""
    command = [sys.executable, __file__, CHILD, str(data), "graph" if graph else "scan", *map(str, files)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    told = [child.stdout.readline()]  # the shelf is open now
    try:
        child.wait(chance.uniform(0, LONGEST_S))
    except subprocess.TimeoutExpired:
        child.kill()
    told += child.stdout.read().splitlines()
    rows = [line.split("\t") for line in told if line.count("\t") == 1]
    return dict(rows), child.wait() != 0


def _add(data: Path, files: list[Path], graph: bool) -> None:
    with _shelf(data, graph) as shelf:
        print("open", flush=True)
        shelf.add(
            files,
            on_added=lambda row: row.report_id and print(f"{row.report_id}\t{row.status}", flush=True),
        )
        time.sleep(LONGEST_S / 2 if graph else 0)  # the vector store is filled behind


def _shelf(data: Path, graph: bool) -> Shelf:
    if graph:
        index.trailing.IDLE_S = 0.0
        index.shelf.Copies = partial(Copies, graph_from=0)
    return Shelf(data)


def _missed(shelf: Shelf, reports: list[str]) -> int:
    """How many are not found; each is named, to be looked for in a shelf that nothing has killed."""
    missed = [report for report in reports if not _is_found(shelf, report)]
    for report in missed:
        print(f"  not found: {report}", flush=True)
    return len(missed)


def _is_found(shelf: Shelf, report: str) -> bool:
    """Whether a passage of the report, or one that says the same, is among the first ten for its words."""
    passages = shelf.passages(report)
    if not passages:
        return True
    passage = max(passages, key=lambda one: len(one.text))
    hits = shelf.search(Query(passage.text[:120]))
    return any(fold([hit.passage.text, passage.text])[1] == 0 for hit in hits)


def _rebuilt(data: Path, graph: bool) -> None:
    with _shelf(data, graph) as shelf:
        queries = [Query(card.title, k=10) for card in shelf.reports()[::50]]
        before = [_ids(shelf.search(query)) for query in queries]
        start = time.perf_counter()
        shelf.rebuild()
        seconds = time.perf_counter() - start
        same = sum(_ids(shelf.search(query)) == ids for query, ids in zip(queries, before, strict=True))
    print(f"built anew in {seconds:.1f} s: {same} of {len(queries)} queries find the same")


def _ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.passage.id for hit in hits]


def _written(reports: Path, folder: Path, most: int) -> list[Path]:
    folder.mkdir()
    files = []
    with lzma.open(reports, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, most)):
            files.append(folder / f"{number:06d}.txt")
            files[-1].write_text(json.loads(line)["text"], encoding="utf-8")
    return files


if __name__ == "__main__":
    main()

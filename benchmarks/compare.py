"""Prints how well sentences are grouped and how fast a shelf is compared.

``python benchmarks/compare.py`` measures grouping on ``tests/data/groups.toml``;
``tools/fit_grouping.py`` fits it and tells how good it is on topics not fitted on;
``python benchmarks/compare.py REPORTS.jsonl[.xz] [--most N]`` times a shelf of these texts;
``--scan`` only the concordance, over texts stored without passages and copies.
"""

import argparse
import json
import lzma
import tempfile
import time
import tomllib
from itertools import combinations, islice
from pathlib import Path

import numpy as np

from assistant import clustering
from index.embedding import open_embedder

SET = Path(__file__).parent.parent / "tests" / "data" / "groups.toml"
ROUNDS = 5


def main() -> None:
    """Quality without a file, speed with one."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("reports", type=Path, nargs="?")
    told.add_argument("--most", type=int, default=None)
    told.add_argument("--scan", action="store_true")
    asked = told.parse_args()
    if asked.reports and asked.scan:
        _scan(asked.reports, asked.most)
    elif asked.reports:
        _speed(asked.reports, asked.most)
    else:
        told_rows = tomllib.loads(SET.read_text("utf-8"))["group"]
        for half in sorted({row["half"] for row in told_rows}):
            print(half, _told(quality(half)))


def quality(half: str, least: float = clustering.ALIKE) -> tuple[int, int, float, float]:
    """(groups, sentences, precision, recall) over pairs of sentences of one half, all clustered at once."""
    rows = [row for row in tomllib.loads(SET.read_text("utf-8"))["group"] if row["half"] == half]
    said = [(text, place) for place, row in enumerate(rows) for text in row["same"]]
    alike = clustering.likeness([text for text, _ in said], open_embedder().embed)
    found = {pair for group in clustering.cluster(alike, least) for pair in combinations(group, 2)}
    right = {(i, j) for i, j in combinations(range(len(said)), 2) if said[i][1] == said[j][1]}
    both = len(found & right)
    return len(rows), len(said), both / max(1, len(found)), both / len(right)


def _told(row: tuple[int, int, float, float]) -> str:
    groups, said, precision, recall = row
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{groups} groups, {said} sentences: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"


def _speed(reports: Path, most: int | None) -> None:
    from assistant.comparison import Comparison
    from index.concordance import Asked
    from index.shelf import Shelf

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "files")
        folder.mkdir()
        opened = lzma.open if reports.suffix == ".xz" else open
        with opened(reports, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(islice(lines, most)):
                (folder / f"{number:06d}.txt").write_text(json.loads(line)["text"], encoding="utf-8")
        with Shelf(Path(place, "data")) as shelf:
            shelf.add([folder])
            compare = Comparison(shelf)
            acts = {
                "kwic 坚持, first page": lambda: compare.kwic(Asked("坚持", most=50)),
                "kwic 以*为*, first page": lambda: compare.kwic(Asked("以*为*", most=50)),
                "kwic 的, first page": lambda: compare.kwic(Asked("的", most=50)),
                "similar, words": lambda: compare.similar("两个确立"),
                "similar, sentence": lambda: compare.similar("压紧压实主体责任，定期听取汇报。"),
                "formulation": lambda: compare.formulation("四个意识"),
                "patterns": lambda: compare.patterns(),
            }
            cards = shelf.reports()
            print(f"{len(cards)} reports, {sum(card.chars for card in cards) / 1e6:.1f} M characters")
            for name, act in acts.items():
                times = []
                for _ in range(ROUNDS):
                    begin = time.perf_counter()
                    act()
                    times.append(1000 * (time.perf_counter() - begin))
                print(f"  {name:<24} first {times[0]:8.1f} ms   p50 {np.median(times):8.1f} ms")


def _scan(reports: Path, most: int | None) -> None:
    from index.catalogue import Catalogue
    from index.concordance import Asked, concordance
    from index.database import Database
    from index.storing import Entering
    from index.texts import Texts
    from index.types import Report

    with tempfile.TemporaryDirectory() as place:
        catalogue = Catalogue(Database(Path(place, "scan.sqlite3")))
        opened = lzma.open if reports.suffix == ".xz" else open
        numbers, chars = [], 0
        with opened(reports, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(islice(lines, most)):
                text, name = json.loads(line)["text"], f"{number:012x}"
                report = Report(name, "", text, (), "", 2015 + number % 10)
                entering = Entering(report, (), (), (), (), name, name, ".txt", "2026-01-01T00:00:00+00:00")
                numbers.append(catalogue.store(entering))
                chars += len(text)
        catalogue.make_ready(numbers)
        print(f"{len(numbers)} reports, {chars / 1e6:.1f} M characters")
        texts = Texts(catalogue.database)
        begin = time.perf_counter()
        texts.all()
        print(f"  read into memory {1000 * (time.perf_counter() - begin):.0f} ms")
        for words in ("坚持", "坚持*", "以*为*", "*到位", "两个确立", "的"):
            times = []
            for _ in range(ROUNDS):
                begin = time.perf_counter()
                found = concordance(texts, Asked(words, most=50))
                times.append(1000 * (time.perf_counter() - begin))
            told = f"p50 {np.median(times):6.1f} ms  most {max(times):6.1f} ms"
            print(f"  {words:<6} {found.total:>7} places  {told}")


if __name__ == "__main__":
    main()

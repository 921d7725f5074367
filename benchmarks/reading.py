"""Prints the speed of each stage from file to passages: ``python benchmarks/reading.py [documents]``.

Time is processor time of this process; a .docx or .pdf is parsed in a child whose time is counted too.
Rates (*) are characters of the text read, per second of reading, cleaning, outlining and chunking.
"""

import json
import lzma
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from index.chunking import chunk
from index.cleaning import clean
from index.describing import describe
from index.outlining import outline
from index.quality import flags
from index.reading.reading import SUFFIXES, read
from index.types import Passage, Report

SHARED = Path(__file__).parents[2] / "shared"
STAGES = ("reading", "cleaning", "outlining", "describing", "chunking", "flags")
COUNTED = ("reading", "cleaning", "outlining", "chunking")
BAND = (60, 350)


class Clock:
    """Processor seconds by stage."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def of(self, stage: str, act: Callable[[], Any]) -> Any:
        """What ``act`` gives, its time booked to ``stage``."""
        began = used()
        out = act()
        self.seconds[stage] += used() - began
        return out


def used() -> float:
    """Processor seconds of this process and of the children it waited for."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def load(most: int) -> Iterator[tuple[str, str]]:
    """Texts of the load set, with their ids."""
    with lzma.open(SHARED / "load" / "library_30m.jsonl.xz", "rt", encoding="utf-8") as lines:
        for _, line in zip(range(most), lines, strict=False):
            row = json.loads(line)
            yield row["id"], row["text"]


def sets(most: int, folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """The sets of files measured; the load set is written out as text files first."""
    texts = []
    for place, (_, text) in enumerate(load(most)):
        texts.append(folder / f"{place}.txt")
        texts[-1].write_text(text, encoding="utf-8")
    yield f"load, {len(texts)} .txt", texts
    yield "samples, .txt", sorted((SHARED / "samples").glob("*.txt"))
    yield "city reports, .docx", sorted((SHARED / "library" / "docx").glob("*.docx"))
    others = [path for path in sorted((SHARED / "library" / "files").rglob("*")) if path.suffix in SUFFIXES]
    yield "other files", [path for path in others if path.suffix != ".pdf"]


def measure(paths: list[Path]) -> tuple[int, Clock, list[Passage]]:
    """Characters read, time by stage, and the passages of a set of files."""
    clock, characters, passages = Clock(), 0, []
    for path in paths:
        manuscript = clock.of("reading", lambda path=path: read(path))
        characters += sum(len(paragraph.text) for paragraph in manuscript.paragraphs)
        cleaned = clock.of("cleaning", lambda manuscript=manuscript: clean(manuscript))
        sections = clock.of("outlining", lambda cleaned=cleaned: outline(cleaned))
        clock.of("describing", lambda c=cleaned, s=sections, n=path.name: describe(c, s, n))
        report = Report("x", "", cleaned.text, sections)
        found = clock.of("chunking", lambda report=report: chunk(report))
        clock.of("flags", lambda found=found: [flags(passage.text) for passage in found])
        passages += found
    return characters, clock, passages


def main(most: int) -> None:
    """Measure and print."""
    print("| set | characters | " + " | ".join(STAGES) + " | M characters/s* | in 60–350 |")
    print("|---|---|" + "---|" * (len(STAGES) + 2))
    with tempfile.TemporaryDirectory() as folder:
        for name, paths in sets(most, Path(folder)):
            characters, clock, passages = measure(paths)
            parts = " | ".join(f"{clock.seconds[stage]:.2f} s" for stage in STAGES)
            whole = sum(clock.seconds[stage] for stage in COUNTED)
            inside = sum(BAND[0] <= len(passage.text) <= BAND[1] for passage in passages)
            share = f"{100 * inside / max(1, len(passages)):.1f} % of {len(passages)}"
            print(f"| {name} | {characters:,} | {parts} | {characters / whole / 1e6:.2f} | {share} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)

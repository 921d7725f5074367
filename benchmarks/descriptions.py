"""Prints how often a description is right: ``python benchmarks/descriptions.py SHARED [-v]``.

``SHARED`` holds ``library/reports_dev.jsonl`` and ``samples``. The labels, tests/data/descriptions.json, were
set by reading: what a careful reader would say of the text alone, without a file name. A null
is not asked; an empty label means that the text does not tell, and then nothing told is right.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from index.entering import prepare
from index.types import Manuscript, Paragraph, Report

LABELS = Path(__file__).parent.parent / "tests" / "data" / "descriptions.json"
FIELDS = ("kind", "year", "viewpoint", "organisation")


def main() -> None:
    """A line a field: asked, right, wrong, told nothing though there is something."""
    shared = Path(sys.argv[1])
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    counts: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
    for text in _texts(shared):
        label = labels.get(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16])
        if label is not None:
            report = described(text)
            for field in FIELDS:
                verdict = judge(label[field], getattr(report, field))
                counts[field][verdict] += 1
                if "-v" in sys.argv and verdict in ("wrong", "silent"):
                    print(f"  {label['id']:<16}{field:<14}{label[field]!r} told {getattr(report, field)!r}")
    print(f"{'field':<14}{'asked':>7}{'right':>7}{'wrong':>7}{'silent':>8}{'accuracy':>10}")
    for field, count in counts.items():
        asked = count.total() - count["not asked"]
        print(
            f"{field:<14}{asked:>7}{count['right']:>7}{count['wrong']:>7}{count['silent']:>8}"
            f"{count['right'] / max(1, asked):>10.1%}"
        )


def judge(label: object, told: object) -> str:
    """``right``, ``wrong``, ``silent`` or ``not asked``."""
    if label is None:
        return "not asked"
    if told == label:
        return "right"
    return "silent" if told in ("", None) else "wrong"


def described(text: str) -> Report:
    """A text described as a file that nobody named."""
    lines = tuple(Paragraph(line) for line in text.split("\n") if line.strip())
    return prepare(Manuscript(lines), "1d2e19b65b4abc49.txt")[0]


def _texts(shared: Path) -> Iterator[str]:
    for path in sorted((shared / "samples").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    with (shared / "library" / "reports_dev.jsonl").open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


if __name__ == "__main__":
    main()

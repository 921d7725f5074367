"""Prints how long files take to reach the shelf: ``python benchmarks/adding.py PATH…``."""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from assistant.service import Assistant
from assistant.settings import open_settings

LIMIT_S = 5.0
"""Limit for the five real samples."""


def main():
    """One line a path: files, what became of them, characters, seconds."""
    print(f"{'path':<16}{'files':>6}{'added':>7}{'refused':>9}{'characters':>12}{'seconds':>9}{'/ 5 s':>7}")
    for path in map(Path, sys.argv[1:]):
        with tempfile.TemporaryDirectory() as folder, Assistant(open_settings(Path(folder))) as assistant:
            start = time.perf_counter()
            rows = assistant.add([path])
            seconds = time.perf_counter() - start
            counts = Counter(row.status for row in rows)
            chars = sum(card.chars for card in assistant.shelf.reports())
            print(
                f"{path.name:<16}{len(rows):>6}{counts['added']:>7}{counts['refused']:>9}{chars:>12}"
                f"{seconds:>9.2f}{seconds / LIMIT_S:>7.2f}"
            )


if __name__ == "__main__":
    main()

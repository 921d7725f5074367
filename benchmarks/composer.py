"""Prints how long a draft without a model takes, search and check included, on the bundled shelf."""

import statistics
import tempfile
import time
from pathlib import Path

from assistant.service import Assistant, Done, examples
from assistant.settings import open_settings

LIMIT_S = 0.5
ROUNDS = 20


def main():
    """One line an example brief: median and worst of the rounds after one warm-up."""
    with tempfile.TemporaryDirectory() as folder, Assistant(open_settings(Path(folder))) as assistant:
        start = time.perf_counter()
        assistant.add_bundled()
        reports = len(assistant.shelf.reports())
        print(f"{reports} bundled reports added in {time.perf_counter() - start:.2f} s\n")
        print(f"{'brief':<18}{'facts':>6}{'first s':>9}{'median s':>10}{'worst s':>9}{'worst/limit':>13}")
        for example in examples():
            brief = assistant.brief(
                example.section, example.notes, example.style, example.length, example.year
            )
            times = [_once(assistant, brief, seed) for seed in range(ROUNDS + 1)]
            worst = max(times[1:])
            print(
                f"{example.id:<18}{len(brief.facts):>6}{times[0]:>9.3f}{statistics.median(times[1:]):>10.3f}"
                f"{worst:>9.3f}{worst / LIMIT_S:>13.2f}"
            )


def _once(assistant, brief, seed):
    start = time.perf_counter()
    done = [event for event in assistant.draft(brief, seed=seed) if isinstance(event, Done)]
    assert done
    return time.perf_counter() - start


if __name__ == "__main__":
    main()

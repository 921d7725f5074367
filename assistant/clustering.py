"""Sentences -> groups of those that do the same job in a report, whatever their wording."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.purposing import LACK, PLAN, job
from assistant.stock import stock
from index.embedding import unit
from index.glossary import words
from index.masking import mask

Matrix = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Matrix]

ALIKE = 0.5
"""Likeness of the least alike two from which groups are one; phrases/grouping.toml is fitted so."""
NEAR_WORDS, NEAR_JOB = 0.35, 0.25
"""Share of common characters and pairs where what two texts speak of counts more than their job, as for
headings; and what is taken off where one tells a lack or a plan and the other does not."""
BLANK = re.compile("〈[^〉]*〉")
LETTER = re.compile(r"[^\W_]")
EMPTY = set("的和了在对与及等为以将不有是中上下大个一到")
"""Characters that say nothing alone."""


def likeness(texts: Sequence[str], embed: Embed) -> Matrix:
    """How likely each two sentences do one job, shape (n, n), 0 to 1, 1 on the diagonal.

    0 where one tells a lack or a plan and the other does not; else logistic regression over ``features``,
    whose few weights stand in ``phrases/grouping.toml`` and are found by ``tools/fit_grouping.py``.
    """
    if not texts:
        return np.zeros((0, 0), np.float32)
    weights = _weights()
    score = sum(weights[name] * part for name, part in features(texts, embed).items()) + weights["bias"]
    alike = same_job(texts) / (1 + np.exp(-np.clip(score, -30, 30)))
    np.fill_diagonal(alike, 1.0)
    return np.asarray(alike, np.float32)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {name: float(value) for name, value in stock("grouping")["weights"].items()}


def same_job(texts: Sequence[str]) -> Matrix:
    """1 where two texts both tell work done, both a lack or both a plan, else 0; shape (n, n)."""
    jobs = np.array([job(text) for text in texts])
    return np.asarray(jobs[:, None] == jobs[None, :], np.float32)


def features(texts: Sequence[str], embed: Embed) -> dict[str, Matrix]:
    """What shows of two sentences of one job whether they are of one matter; by name, each of shape (n, n).

    Particulars do not count, nor the words that tell the job (不够, 下一步); what all official phrasing
    has in common is taken off the meaning (Arora et al. 2017, with the mean of set phrases for the
    first component).
    """
    about, common = [_about(text) for text in texts], _common(embed)
    near = unit(embed(about) - common)
    return {
        "meaning": near @ near.T,
        "words": _words([masked(text) for text in texts]),
    }


def nearness(texts: Sequence[str], embed: Embed) -> Matrix:
    """How near texts are in what they speak of, whatever their job; shape (n, n), 1 on the diagonal."""
    if not texts:
        return np.zeros((0, 0), np.float32)
    plain = [masked(text) for text in texts]
    return _joined(embed(plain), plain, texts)


def nearness_to(text: str, others: Sequence[str], embed: Embed) -> Matrix:
    """``nearness([text, *others], embed)[0, 1:]`` without the rest of it, shape (n,)."""
    plain = [masked(one) for one in (text, *others)]
    vectors, words, jobs = embed(plain), _worded(plain), same_job([text, *others])[0]
    alike = (1 - NEAR_WORDS) * (vectors @ vectors[0]) + NEAR_WORDS * (words @ words[0])
    return np.asarray(alike - NEAR_JOB * (1 - jobs), np.float32)[1:]


@lru_cache(maxsize=20_000)
def masked(text: str) -> str:
    """A text without its particulars; remembered, since to find them is the dear part of comparing."""
    return BLANK.sub("", mask(text).text)


def _about(text: str) -> str:
    """What a sentence speaks of: without the words that tell its job, unless nothing else is left."""
    plain = masked(text)
    rest = LACK.sub("", PLAN.sub("", plain))
    return rest if len(LETTER.findall(rest)) > 1 else plain


@lru_cache(maxsize=4)
def _common(embed: Embed) -> Matrix:
    return np.asarray(embed(words("everyday", "words")).mean(axis=0), np.float32)


def _joined(near: Matrix, said: Sequence[str], texts: Sequence[str]) -> Matrix:
    alike = (1 - NEAR_WORDS) * (near @ near.T) + NEAR_WORDS * _words(said)
    alike -= NEAR_JOB * (1 - same_job(texts))
    np.fill_diagonal(alike, 1.0)
    return np.asarray(alike, np.float32)


def cluster(alike: Matrix, least: float = ALIKE, *, mean: bool = False) -> list[list[int]]:
    """Groups, the largest first: they merge while their least alike two are ``least`` alike.

    Every place 0 … n-1 stands in exactly one group. Complete linkage (Sørensen 1948), so that a group
    holds no two that do not belong together; ``mean`` goes by the mean likeness instead (Sokal and
    Michener 1958).
    """
    groups = [[i] for i in range(len(alike))]
    links = alike.astype(np.float64).copy()
    np.fill_diagonal(links, -np.inf)
    while len(groups) > 1:
        a, b = divmod(int(links.argmax()), len(links))
        if links[a, b] < least:
            break
        row = np.minimum(links[a], links[b])
        if mean:
            sizes = len(groups[a]), len(groups[b])
            row = (sizes[0] * links[a] + sizes[1] * links[b]) / sum(sizes)
        links[a], links[:, a] = row, row
        links[a, a] = -np.inf
        links[b], links[:, b] = -np.inf, -np.inf
        groups[a], groups[b] = groups[a] + groups[b], []
    return sorted((sorted(group) for group in groups if group), key=lambda group: (-len(group), group[0]))


def _grams(text: str) -> list[str]:
    letters = "".join(LETTER.findall(text))
    pairs = [letters[i : i + 2] for i in range(len(letters) - 1)]
    return pairs + [letter for letter in letters if letter not in EMPTY]


def _words(texts: Sequence[str]) -> Matrix:
    rows = _worded(texts)
    return np.asarray(rows @ rows.T, np.float32)


def _worded(texts: Sequence[str]) -> Matrix:
    """Vectors of characters and pairs, the rare ones weighing more: ln((n + 1) / (df + 0.5))."""
    held = [set(_grams(text)) for text in texts]
    counts = Counter(gram for grams in held for gram in grams)
    names = {gram: i for i, gram in enumerate(counts)}
    weights = np.log((len(texts) + 1) / (np.array(list(counts.values()), np.float32) + 0.5))
    rows = np.zeros((len(texts), max(1, len(names))), np.float32)
    for row, grams in enumerate(held):
        places = [names[gram] for gram in grams]
        rows[row, places] = weights[places]
    return unit(rows)

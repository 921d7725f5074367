"""Sentences -> groups of those that do the same job in a report, whatever their wording."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.embedding import unit
from index.glossary import words
from index.masking import mask

Matrix = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Matrix]

WORDS_WEIGHT = 0.2
"""Share of common characters and pairs in the likeness of two sentences; nearness of meaning is the rest."""
ALIKE = 0.16
"""Likeness of the least alike two from which groups are one. Chosen with benchmarks/compare.py on half a."""
OTHER_JOB = 0.6
"""Taken off the likeness of two sentences of which one tells a lack or a plan and the other does not."""
NEAR_WORDS, NEAR_JOB = 0.35, 0.25
"""The same weights where what two texts speak of counts more than their job, as for headings."""
BLANK = re.compile("〈[^〉]*〉")
LETTER = re.compile(r"[^\W_]")
EMPTY = set("的和了在对与及等为以将不有是中上下大个一到")
"""Characters that say nothing alone."""
LACK = re.compile(
    "不够|不足|不强|不高|不深|不实|不到位|不平衡|不健全|不完善|不及时|不严|不力|不紧|不牢|不明显|不多|不少差距"
    "|不全面|不细|不精|不活|有待|欠缺|欠佳|薄弱|短板|差距|偏少|偏弱|偏软|缺乏|缺少|滞后|存在.{0,12}(?:问题|现象|情况)"
    "|仍然存在|还需|尚未|流于形式|重.{1,6}轻|偏(?:低|小|重|慢|窄)|淡薄|缺口|短缺|参差不齐|难度(?:较)?大|跟不上|满足不了|严峻"
    "|艰巨|壁垒|不清|不突出|不明确|落后|运营困难|老套|不会用|不愿用"
)
PLAN = re.compile(
    "下一步|下步|今后|明年|接下来|下阶段|新的一年|我们将|我局将|我镇将|将(?:持续|进一步|继续|坚持|认真|着力|聚焦|以|深入|全面|加快|不断)"
    "|^(?:继续|进一步)"
)


def likeness(texts: Sequence[str], embed: Embed) -> Matrix:
    """How alike sentences are in what they do, shape (n, n), 1 on the diagonal.

    Particulars do not count, nor the words that tell the job (不够, 下一步), which is compared for itself;
    what all official phrasing has in common is taken off the meaning (Arora et al. 2017, with the mean
    of set phrases for the first component).
    """
    if not texts:
        return np.zeros((0, 0), np.float32)
    about = [_about(text) for text in texts]
    near = unit(embed(about) - _common(embed))
    return _joined(near, about, texts, WORDS_WEIGHT, OTHER_JOB)


def nearness(texts: Sequence[str], embed: Embed) -> Matrix:
    """How near texts are in what they speak of, whatever their job; shape (n, n), 1 on the diagonal."""
    if not texts:
        return np.zeros((0, 0), np.float32)
    plain = [masked(text) for text in texts]
    return _joined(embed(plain), plain, texts, NEAR_WORDS, NEAR_JOB)


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


def _joined(near: Matrix, said: Sequence[str], texts: Sequence[str], weight: float, other: float) -> Matrix:
    alike = (1 - weight) * (near @ near.T) + weight * _words(said)
    jobs = np.array([job(text) for text in texts])
    alike -= other * (jobs[:, None] != jobs[None, :])
    np.fill_diagonal(alike, 1.0)
    return np.asarray(alike, np.float32)


def job(text: str) -> int:
    """What a sentence does: 0 tells what was done, 1 what is lacking, 2 what is planned.

    >>> [job(text) for text in ("召开专题会议。", "学习还不够深入。", "下一步，抓好学习。")]
    [0, 1, 2]
    """
    if PLAN.search(text):
        return 2
    return 1 if LACK.search(text) else 0


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
    """Cosine over characters and pairs, the rare ones weighing more: ln((n + 1) / (df + 0.5))."""
    held = [set(_grams(text)) for text in texts]
    counts = Counter(gram for grams in held for gram in grams)
    names = {gram: i for i, gram in enumerate(counts)}
    weights = np.log((len(texts) + 1) / (np.array(list(counts.values()), np.float32) + 0.5))
    rows = np.zeros((len(texts), max(1, len(names))), np.float32)
    for row, grams in enumerate(held):
        places = [names[gram] for gram in grams]
        rows[row, places] = weights[places]
    rows = unit(rows)
    return np.asarray(rows @ rows.T, np.float32)

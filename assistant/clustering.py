"""Sentences -> groups of those that do the same job in a report, whatever their wording."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.embedding import unit
from index.masking import mask

Matrix = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Matrix]

WORDS_WEIGHT = 0.35
"""Share of common characters and pairs in the likeness of two sentences; nearness of meaning is the rest."""
ALIKE = 0.24
"""Mean likeness from which two groups are one. Both chosen with benchmarks/compare.py on half of the set."""
OTHER_JOB = 0.25
"""Taken off the likeness of two sentences of which one tells a lack or a plan and the other does not."""
BLANK = re.compile("〈[^〉]*〉")
LETTER = re.compile(r"[^\W_]")
EMPTY = set("的和了在对与及等为以将不有是中上下大个一到")
"""Characters that say nothing alone."""
LACK = re.compile(
    "不够|不足|不强|不高|不深|不实|不到位|不平衡|不健全|不完善|不及时|不严|不力|不紧|不牢|不明显|不多|不少差距"
    "|不全面|不细|不精|不活|有待|欠缺|欠佳|薄弱|短板|差距|偏少|偏弱|偏软|缺乏|缺少|滞后|存在.{0,12}(?:问题|现象|情况)"
    "|仍然存在|还需|尚未|流于形式|重.{1,6}轻"
)
PLAN = re.compile(
    "下一步|下步|今后|明年|接下来|下阶段|新的一年|我们将|我局将|我镇将|将(?:持续|进一步|继续|坚持|认真|着力|聚焦|以|深入|全面|加快|不断)"
    "|^(?:继续|进一步)"
)


def likeness(texts: Sequence[str], embed: Embed) -> Matrix:
    """How alike sentences are, shape (n, n), 1 on the diagonal; particulars do not count."""
    if not texts:
        return np.zeros((0, 0), np.float32)
    masked = [BLANK.sub("", mask(text).text) for text in texts]
    near = embed(masked)
    alike = (1 - WORDS_WEIGHT) * (near @ near.T) + WORDS_WEIGHT * _words(masked)
    jobs = np.array([job(text) for text in texts])
    alike -= OTHER_JOB * (jobs[:, None] != jobs[None, :])
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


def cluster(alike: Matrix, least: float = ALIKE) -> list[list[int]]:
    """Groups by average linkage, the largest first: groups merge while their mean likeness is ``least``.

    Every place 0 … n-1 stands in exactly one group. Average linkage: Sokal and Michener 1958.
    """
    groups = [[i] for i in range(len(alike))]
    means = alike.astype(np.float64).copy()
    np.fill_diagonal(means, -np.inf)
    while len(groups) > 1:
        a, b = divmod(int(means.argmax()), len(means))
        if means[a, b] < least:
            break
        sizes = len(groups[a]), len(groups[b])
        row = (sizes[0] * means[a] + sizes[1] * means[b]) / sum(sizes)
        means[a], means[:, a] = row, row
        means[a, a] = -np.inf
        means[b], means[:, b] = -np.inf, -np.inf
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

"""Query -> weighted terms; query and passage -> the words they share."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.embedding import cut
from index.lexical import HAN, terms

FACT_WEIGHT = 0.3
HEADING_WEIGHT = 0.5
MOST_SAID = 4
"""A term counts as often as it is said, but no oftener than this; to count gave questions a point of nDCG."""
SHOWN = 4
"""Shared words told of a hit."""
MARK = re.compile(
    r"^\s*(?:第[〇零一二三四五六七八九十百\d]+[章节部分条]+|[（(]?[〇零一二三四五六七八九十百\d]+[）)、.．:：]+)\s*"
)
LETTERS = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+(?:[.%][^\W_{HAN}]+)*")
EDGES = frozenset(
    ("以及", "我们", "进行", "通过", "对于", "关于", "其中", "同时", "方面", "有关", "一个", "没有", "可以",
     "什么", "怎么", "怎样", "如何", "哪些", "为了", "应该", "应当", "还是", "是否", "这个", "这些", "不是",
     "并且", "或者", "a", "an", "and", "at", "by", "for", "in", "is", "it", "of", "on", "or", "that", "the",
     "to", "was", "with")
)  # fmt: skip
PARTICLES = frozenset("的了和与及等在是为对将把被并也都就或而于以其中上下有不我这那年月日时")
"""Words and characters that begin or end nothing worth telling."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Weights of terms to look for in the passages' text and in their headings."""

    text: Mapping[str, float]
    headings: Mapping[str, float]


def weights(text: str, heading: str = "", facts: Iterable[str] = ()) -> Wording:
    """Terms of a query with their weights: text and heading as often as they say it, facts less.

    >>> weights("廉政", facts=["开展监督"]).text
    {'开展': 0.3, '展监': 0.3, '监督': 0.3, '廉政': 1.0}
    """
    title = plain_heading(heading)
    weighted = dict.fromkeys(_told(terms("\n".join(facts))), FACT_WEIGHT)
    asked = plain_heading(text)
    said = Counter(_told(terms(asked if asked == title else f"{asked}\n{title}")))
    headings = dict.fromkeys(_told(terms(title or text)), HEADING_WEIGHT)
    return Wording(weighted | {term: float(min(n, MOST_SAID)) for term, n in said.items()}, headings)


def plain_heading(heading: str) -> str:
    """A heading without its mark and without punctuation at its end.

    >>> plain_heading("（二）压实责任。")
    '压实责任'
    """
    return MARK.sub("", heading, count=1).strip().rstrip("。：:；;，,、.")


def heading_likeness(wanted: str, headings: Sequence[str]) -> float:
    """Dice likeness, 0 to 1, of a heading and the likest of a passage's, over pairs of characters."""
    pairs = _pairs(wanted)
    likeness = 0.0
    for heading in headings:
        others = _pairs(heading)
        if pairs and others:
            likeness = max(likeness, 2 * len(pairs & others) / (len(pairs) + len(others)))
    return likeness


@lru_cache(maxsize=4096)
def _pairs(heading: str) -> frozenset[str]:
    return frozenset(terms(plain_heading(heading)))


def shared(query: str, passage: str) -> list[str]:
    """The longest runs of whole words of the query that stand in the passage as whole words, at most four.

    >>> shared("落实党风廉政建设责任", "党风廉政建设任务，压实责任")
    ['党风廉政建设', '责任']
    >>> shared("3月2日召开全市会议", "9月5日召开全县大会")
    ['召开']
    """
    other = _cut(passage)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(other):
        places.setdefault(word, []).append(place)
    found = dict.fromkeys(run for run in _common(_cut(query), other, places) if run)
    told: list[str] = []
    for run in sorted(found, key=len, reverse=True):
        if not any(run in longer for longer in told):
            told.append(run)
        if len(told) == SHOWN:
            break
    return told


@lru_cache(maxsize=256)
def _cut(text: str) -> tuple[str, ...]:
    """The words of a text in order, an empty one where something else than letters stands between."""
    words: list[str] = []
    for run in LETTERS.findall(unicodedata.normalize("NFKC", text).lower()):
        words.append("")
        words.extend(cut(run) if re.match(f"[{HAN}]", run) else [run])
    return tuple(words)


def _common(asked: Sequence[str], other: Sequence[str], places: Mapping[str, Sequence[int]]) -> Iterable[str]:
    """For each word asked the longest run from there on that stands in the other text, without weak edges."""
    at = 0
    while at < len(asked):
        if not asked[at]:
            at += 1
            continue
        longest = max((_alike(asked, at, other, place) for place in places.get(asked[at], ())), default=0)
        yield _strong(asked[at : at + longest])
        at += max(1, longest)


def _alike(asked: Sequence[str], at: int, other: Sequence[str], place: int) -> int:
    length = 0
    while (
        at + length < len(asked)
        and place + length < len(other)
        and asked[at + length]
        and asked[at + length] == other[place + length]
    ):
        length += 1
    return length


def _strong(words: Sequence[str]) -> str:
    start, end = 0, len(words)
    while start < end and _weak(words[start:end]):
        start += 1
    while end > start and _weak(words[start:end][::-1]):
        end -= 1
    return "".join(words[start:end])


def _weak(words: Sequence[str]) -> bool:
    """Whether the first word says nothing; single characters beside each other may be a word not known."""
    alone = len(words) == 1 or len(words[1]) > 1
    return words[0] in EDGES or (len(words[0]) == 1 and (alone or words[0] in PARTICLES))


def _told(found: list[str]) -> list[str]:
    """Single Chinese characters say little: they count only where there is nothing else."""
    longer = [term for term in found if not re.fullmatch(f"[{HAN}]", term)]
    return longer or found

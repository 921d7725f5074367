"""Clause and facts -> whether one fact says the clause in other words, or what the clause sums up.

A clause of a report says in written words what a note says in spoken ones: 源头难以查清 is 源头查不清. Its
nearness to a line of the facts is ``share + HALF * cosine``: the share of its characters, and of its families
of like words, that the line holds, and the likeness of both in the embedding that ships.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from assistant.stock import stock
from index.embedding import Embedder, Vectors, open_embedder
from index.errors import ShelfError

PARTS = re.compile("[，。；、：！？,;]")
CHINESE = re.compile("[\u4e00-\u9fff]")
WANTING = frozenset(("没有", "缺少", "缺乏", "没", "无", "尚无", "尚未", "未", "缺", "不会", "不懂"))
"""Words whose object says what is wanting."""
PLAIN = "plain"
"""Name of no family: words whose characters say what they say elsewhere (小区 is not small)."""
HALF = 0.5
NEAR = 0.62
"""``share + HALF * cosine`` from which a clause says what the line says."""
MOST = 0.6
"""The same for a clause that tells no fault."""
LEAST = 0.39
"""Share of its characters and families that a near clause must have in the line."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a stretch of text says."""

    marks: str
    """Its characters that are neither filler nor of a family."""
    families: frozenset[str]
    last: str = ""
    """The last of its characters or families: what is said of the rest."""
    wants: bool = False
    """Whether its last fault is the want of what stands behind it: 缺少安全员."""

    @property
    def fault(self) -> bool:
        """Whether it tells something wanting, hard, old or broken."""
        return not self.families.isdisjoint(_faults())

    @classmethod
    def of(cls, text: str) -> "Sense":
        """The characters and families of a text.

        >>> Sense.of("源头查不清")
        Sense(marks='源头查', families=frozenset({'hard'}), last='hard', wants=False)
        """
        words, pattern, filler = _families()
        marks: list[str] = []
        families: list[str] = []
        last, wants = "", False
        for hit in pattern.finditer(text):
            family = words.get(hit[0], PLAIN)
            if family == PLAIN:
                own = [mark for mark in hit[0] if mark not in filler]
                marks += own
                last = own[-1] if own else last
            elif family:
                families.append(family)
                last = family
                wants = hit[0] in WANTING or (wants and family not in _faults())
        return cls("".join(marks), frozenset(families), last, wants)

    def share(self, line: frozenset[str], families: frozenset[str]) -> float:
        """Share of it that a line with these characters and families holds."""
        whole = len(self.marks) + len(self.families)
        held = sum(mark in line for mark in self.marks) + len(self.families & families)
        return held / whole if whole else 0.0


class Lines:
    """Facts and their clauses, as clauses of a draft are compared with them."""

    def __init__(self, texts: Iterable[str]) -> None:
        parts = [part for text in texts for part in (text, *PARTS.split(text)) if len(part) > 1]
        self.texts = tuple(dict.fromkeys(parts))
        self.joined = "\n".join(self.texts)

    @cached_property
    def senses(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """Characters and families of each line."""
        return tuple((frozenset(text), Sense.of(text).families) for text in self.texts)

    @cached_property
    def vectors(self) -> Vectors:
        """Of each line."""
        return _vectors(self.texts)

    def say(self, clause: str) -> bool:
        """Whether a line says what the clause says.

        >>> Lines(["沿江餐馆的货，源头查不清"]).say("源头难以查清")
        True
        """
        own = Sense.of(clause)
        faults = own.families & _faults()
        precise = not faults or (own.wants and own.last not in faults)
        bare = frozenset(own.marks)
        least = LEAST * (len(bare) + len(own.families))
        close: list[tuple[float, int]] = []
        for at, (marks, families) in enumerate(self.senses):
            if len(bare & marks) + len(own.families & families) < least:
                continue  # far from it, as most lines are
            if (faults and faults.isdisjoint(families)) or (precise and own.last not in marks | families):
                continue  # tells no like fault, or something else of the same thing
            share = own.share(marks, families)
            if share >= (LEAST if faults else MOST):
                close.append((share, at))
        if not close:
            return False
        if max(close)[0] >= NEAR:
            return True
        mine = _vectors((clause,))[0]
        return any(share + HALF * float(self.vectors[at] @ mine) >= NEAR for share, at in close)

    def tell(self, text: str) -> bool:
        """Whether lines say every clause of a text that tells a fault and has two characters of its own."""
        parts = [part for part in PARTS.split(text) if len(part) > 1]
        return bool(parts) and any(Sense.of(part).fault for part in parts) and all(map(self.say, parts))


def contrary(clause: str, line: str) -> bool:
    """Whether one says higher or more where the other says lower or less, and neither says both."""
    ways = _ways()
    one, other = ([bool(way.search(text)) for way in ways] for text in (clause, line))
    return sum(one) == sum(other) == 1 and one != other


def charge(text: str) -> list[str]:
    """Words of a clause that lay something at somebody's door, which no summary may do: 失职, 意识, 机制."""
    return _charges().findall(text)


@lru_cache(maxsize=1)
def _families() -> tuple[dict[str, str], re.Pattern[str], frozenset[str]]:
    """Each word with its family (none for filler), all of them as a pattern, and characters of no matter."""
    table = stock("likeness")
    words = dict.fromkeys(table["filler"]["words"].split(), "")
    both = table["faults"] | table["families"]
    words |= {word: name for name, said in both.items() for word in said.split()}
    words |= dict.fromkeys(table["plain"]["words"].split(), PLAIN)
    longest = sorted(words, key=lambda word: (-len(word), word))
    pattern = re.compile("|".join([*map(re.escape, longest), CHINESE.pattern]))
    return words, pattern, frozenset(table["filler"]["marks"])


@lru_cache(maxsize=1)
def _ways() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile("|".join(words.split())) for words in stock("likeness")["contrary"].values())


@lru_cache(maxsize=1)
def _faults() -> frozenset[str]:
    return frozenset(stock("likeness")["faults"])


@lru_cache(maxsize=1)
def _charges() -> re.Pattern[str]:
    return re.compile(f"(?<!群众)(?:{'|'.join(stock('likeness')['charge']['words'].split())})")


@lru_cache(maxsize=1)
def _model() -> Embedder:
    return open_embedder()


def _vectors(texts: tuple[str, ...]) -> Vectors:
    """Vectors of texts; zeros where the model is not there, so that characters alone decide."""
    try:
        return _model().embed(texts)
    except ShelfError:
        return np.zeros((len(texts), 1), np.float32)

"""Query -> weighted terms; query and passage -> the words they share."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.lexical import HAN, terms

FACT_WEIGHT = 0.3
HEADING_WEIGHT = 0.5
SHOWN = 4
"""Shared words told of a hit."""
MARK = re.compile(
    r"^\s*(?:第[〇零一二三四五六七八九十百\d]+[章节部分条]+|[（(]?[〇零一二三四五六七八九十百\d]+[）)、.．:：]+)\s*"
)
LETTERS = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+(?:[.%][^\W_{HAN}]+)*")
EDGES = "的了和与及等在是为对将把被并"
"""Characters that begin or end no word worth telling."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Weights of terms to look for in the passages' text and in their headings."""

    text: Mapping[str, float]
    headings: Mapping[str, float]


def weights(text: str, heading: str = "", facts: Iterable[str] = ()) -> Wording:
    """Terms of a query with their weights: text and heading 1, facts less.

    >>> weights("廉政", facts=["开展监督"]).text
    {'开展': 0.3, '展监': 0.3, '监督': 0.3, '廉政': 1.0}
    """
    title = plain_heading(heading)
    weighted = dict.fromkeys(_told(terms("\n".join(facts))), FACT_WEIGHT)
    asked = _told(terms(f"{plain_heading(text)}\n{title}"))
    headings = dict.fromkeys(_told(terms(title or text)), HEADING_WEIGHT)
    return Wording(weighted | dict.fromkeys(asked, 1.0), headings)


def plain_heading(heading: str) -> str:
    """A heading without its mark and without punctuation at its end.

    >>> plain_heading("（二）压实责任。")
    '压实责任'
    """
    return MARK.sub("", heading, count=1).strip().rstrip("。：:；;，,、.")


def heading_likeness(wanted: str, headings: Sequence[str]) -> float:
    """Dice likeness, 0 to 1, of a heading and the likest of a passage's, over pairs of characters."""
    pairs = set(terms(plain_heading(wanted)))
    likeness = 0.0
    for heading in headings:
        others = set(terms(plain_heading(heading)))
        if pairs and others:
            likeness = max(likeness, 2 * len(pairs & others) / (len(pairs) + len(others)))
    return likeness


def shared(query: str, passage: str) -> list[str]:
    """The longest stretches of the query that stand in the passage, longest first, at most four.

    >>> shared("落实党风廉政建设责任", "党风廉政建设任务，压实责任")
    ['党风廉政建设', '责任']
    """
    text = unicodedata.normalize("NFKC", passage).lower()
    found: dict[str, None] = {}
    for run in LETTERS.findall(unicodedata.normalize("NFKC", query).lower()):
        for stretch in _stretches(run, text):
            plain = stretch.strip(EDGES)
            if len(plain) > 1:
                found.setdefault(plain)
    longest = sorted(found, key=len, reverse=True)
    told: list[str] = []
    for word in longest:
        if not any(word in other for other in told):
            told.append(word)
        if len(told) == SHOWN:
            break
    return told


def _stretches(run: str, text: str) -> Iterable[str]:
    if not re.match(f"[{HAN}]", run):
        if re.search(rf"(?<![^\W_{HAN}]){re.escape(run)}(?![^\W_{HAN}])", text):
            yield run
        return
    at = 0
    while at < len(run) - 1:
        end = at + 2
        while end <= len(run) and run[at:end] in text:
            end += 1
        if end - 1 - at >= 2:
            yield run[at : end - 1]
        at = max(at + 1, end - 1)


def _told(found: list[str]) -> list[str]:
    """Single Chinese characters say little: they count only where there is nothing else."""
    longer = [term for term in found if not re.fullmatch(f"[{HAN}]", term)]
    return longer or found

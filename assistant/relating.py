"""Facts -> the facts as they stand to each other: a label once, a turn to what is lacking apart.

Every id stays; words are left out only where the fact before has said them (已完成：… 已完成：…).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from assistant.asides import speaks
from assistant.stock import stock
from assistant.types import Fact
from assistant.unheading import unheaded

_LABEL: Final = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,10})：(?=[^：])")
_ROW: Final = re.compile("，[^，。；：]{2,12}：")
"""A second head, as a row of a table has."""
_ASKS: Final = re.compile("怎么|如何|什么")
"""A label that asks what the facts under it answer: 怎么改的."""
_TURN: Final = re.compile(r"^(?P<good>.*?\d.*?)[，。；](?:但是?|不过|然而)，?(?P<bad>[^，。；].{5,})$")
_FAULT: Final = re.compile(r"问题\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[：:、.]?\s*")
"""A fault that is counted: 问题1：…."""
SHORTEST: Final = 8
"""Characters of a deed that stands by itself."""
LEAST: Final = 2
"""Facts that share a label, or faults that are counted, at least."""


def related(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts with a label that several in a row share only before the first, and turns set apart.

    >>> [one.text for one in related([Fact("F1", "已完成：更正2份"), Fact("F2", "已完成：封存3瓶")])]
    ['已完成：更正2份', '封存3瓶']
    """
    return tuple(piece for one in _once_labelled(facts) for piece in _turned(one))


def _once_labelled(facts: Sequence[Fact]) -> list[Fact]:
    labels = [found["label"] if (found := _LABEL.match(one.text)) else "" for one in facts]
    labels = [
        label if unheaded(one.text) == one.text and not _ROW.search(one.text) else ""
        for one, label in zip(facts, labels, strict=True)
    ]
    shared = {one for one, other in pairwise(labels) if one and one == other}
    spoken = _speakers(labels)
    told: list[Fact] = []
    for place, (fact, label) in enumerate(zip(facts, labels, strict=True)):
        again = label in shared and (place and labels[place - 1] == label or bool(_ASKS.search(label)))
        again = again or label in spoken
        told.append(replace(fact, text=fact.text[len(label) + 1 :].strip()) if again else fact)
    return told


def _speakers(labels: Sequence[str]) -> set[str]:
    """Labels that come back after another one has stood between, one of them a name: who speaks in a chat."""
    if not any(map(speaks, labels)):
        return set()
    back = {
        label
        for place, label in enumerate(labels)
        if label
        and label in labels[:place]
        and any(one and one != label for one in labels[labels.index(label) : place])
    }
    return {one for one in labels if one} if len(back) >= LEAST else back


def _turned(fact: Fact) -> list[Fact]:
    """A fact of a deed that turns to what is lacking as two: the deed, and the lack with the same id."""
    found = _TURN.match(fact.text)
    if (
        not found
        or len(found["good"]) < SHORTEST
        or not re.search(stock("roles")["marks"]["problems"], found["bad"])
    ):
        return [fact]
    return [replace(fact, text=found["good"]), replace(fact, text="但是" + found["bad"])]


def fault_of(text: str) -> str:
    """How a fact begins that counts a fault (问题1：); empty for any other."""
    found = _FAULT.match(text)
    return found.group() if found else ""

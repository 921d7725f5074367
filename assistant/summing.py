"""Text and a clause of it -> whether the clause only sums up the shortcomings told behind it.

A report puts a label before what it tells: 一是预报能力有短板。强对流预报不够准. The label says no more than
what follows when that is a shortcoming of the facts, and when it charges nobody with what they do not say.
"""

import re

from assistant.grounding import loose
from assistant.headwords import headwords
from assistant.paraphrasing import Lines, Sense, charge
from index.types import Span

LEADING = re.compile(r"(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十\d]{1,2}[、.．是])")
ITEM = re.compile(rf"\n|[。；]\s*{LEADING.pattern}")
"""Where the item of a label ends."""
PARTS = re.compile("[，。；：]")
LONGEST = 18
"""Characters of a label."""
ANY = re.compile("^(?:着力|扎实|积极|深入)?(?:开展|组织|做好|抓好|推进|举办|实施|加强|抓)")
"""Deeds that say no more than their object does."""
BROAD = re.compile("^.*力量.*$|[设施备力量能专业人员基础条件硬软队伍]")
"""Characters of a label that sum up anything; one of the others must stand in the facts."""
SHARED = 0.4
"""Share of a following clause's words that facts hold where it has a figure of theirs."""
FIGURE = re.compile(r"\d|[一二两三四五六七八九十]")


def sums_up(text: str, clause: Span, lines: Lines, words: frozenset[str]) -> bool:
    """Whether a clause labels shortcomings of the facts that stand behind it in its item.

    Args:
        text: The draft.
        clause: A clause of it that tells a shortcoming.
        lines: The facts and their clauses.
        words: Headwords of the facts.
    """
    own = clause.of(text).strip()
    if not LEADING.match(own) or len(own) > LONGEST or any(word not in lines.joined for word in charge(own)):
        return False
    named = BROAD.sub("", Sense.of(LEADING.sub("", own)).marks)
    if named and not any(mark in lines.joined for mark in named):
        return False
    end = ITEM.search(text, clause.end)
    behind = text[clause.end : end.start() if end else len(text)]
    return any(_told(loose(part), lines, words) for part in PARTS.split(behind))


def heads(text: str, clause: Span, joined: str) -> bool:
    """Whether a clause only names the point that it leads, whose matter stands behind it and in the facts.

    五是开展应急演练。9月举办联合演练1次: the label's deed is of any sort, and its thing is in both.

    Args:
        text: The draft.
        clause: A clause of it that tells a deed.
        joined: The facts.
    """
    own = clause.of(text).strip().rstrip("。，；：")
    mark = LEADING.match(own)
    matter = ANY.sub("", own[mark.end() :]) if mark else ""
    if not mark or len(own) > LONGEST or matter == own[mark.end() :] or charge(matter):
        return False
    end = ITEM.search(text, clause.end)
    behind = loose(text[clause.end : end.start() if end else len(text)])
    return bool(matter[-2:]) and matter[-2:] in behind and matter[-2:] in joined


def _told(part: str, lines: Lines, words: frozenset[str]) -> bool:
    """Whether facts tell the shortcoming of a clause."""
    if not part or not Sense.of(part).fault:
        return False
    own = headwords(part)
    figure = bool(FIGURE.search(part)) and bool(own) and len(own & words) >= SHARED * len(own)
    return figure or lines.say(part)

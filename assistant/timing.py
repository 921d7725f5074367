"""A stated particular of a draft -> whether it is told of another time, or as done where it is planned."""

import re
from collections.abc import Sequence

from assistant.claiming import PLAN
from assistant.dating import Days, days
from assistant.extracting import extract
from assistant.grounding import Ground, Place
from assistant.supporting import FIGURES, TIMES
from index.types import Expression

PLANNED = re.compile(
    r"计划(?!生育|[内外单总完])|预计|(?<![模草虚])拟(?![定订人])|将(?=[于在])|明年|下一步|打算|有望|规划(?=[建新])"
    r"|\b(?:planned|plans? to|will|to be|expected|scheduled|proposed|due to|intends?)\b",
    re.I,
)
HOPED = re.compile(
    f"{PLAN.pattern}|{PLANNED.pattern}|目标|力争|争取|确保|为期|\\b(?:aims?|shall|should)\\b", re.I
)
DONE = re.compile(
    r"了|已|新(?=[建增开设购])|完成|建成|实现|累计|投产|竣工|落成"
    r"|\b(?:was|were|has|have|had|opened|completed|launched|built|held|began|started)\b",
    re.I,
)
GOAL = re.compile(r"(?<!项)目标(?!责任)|任务数|指标值|\b(?:target|goal|budget)\b", re.I)
"""A figure that is aimed at, which none may tell as reached."""
AGAINST = re.compile(
    r"(?:比(?!例|重|率)|[较与同](?!期)|相比|超过|高于|低于"
    r"|\b(?:than|from|over|against|since|compared (?:with|to)))[^，。；]{0,6}$",
    re.I,
)
"""Before a time that is only compared with: 比2023年."""


def mistimed(
    place: Place, stated: Sequence[Place], ground: Ground, times: Sequence[Expression]
) -> Place | None:
    """The stating fact when the clause of the draft names a time that is not that fact's.

    Args:
        place: A figure of the draft.
        stated: The places that state it.
        ground: What facts and heading state.
        times: Times of the same clause.
    """
    own = [other for other in stated if other.fact]
    if place.expression.kind not in FIGURES or not own or not times:
        return None
    here = _days(place.clause, times, ground)
    if not here:
        return None
    for fact in own:
        found = [one for one in extract(fact.clause)[0] if one.kind in TIMES]
        there = _days(fact.clause, found, ground)
        if not there or any(_meet(one, other) for one in here for other in there):
            return None
    return own[0]


def _days(clause: str, times: Sequence[Expression], ground: Ground) -> list[Days]:
    """The days of a clause's times, but for those that are only compared with."""
    found = []
    for one in times:
        at = clause.find(one.text)
        if not AGAINST.search(clause[: max(0, at)]) and (told := days(one.key, ground.years)):
            found.append(told)
    return found


def _meet(one: Days, other: Days) -> bool:
    """Whether two stretches of days may share one; a year that is not said may be any."""
    if one.since and other.since and (one.until < other.since or other.until < one.since):
        return False
    return one.first <= other.last and other.first <= one.last


def foretold(place: Place, stated: Sequence[Place], sentence: str) -> Place | None:
    """The stating fact when it tells as planned what the draft tells as done.

    Args:
        place: A particular of the draft.
        stated: The places that state it.
        sentence: The draft's line up to the end of its sentence.
    """
    own = [other for other in stated if other.fact]
    own = [fact for fact in own if fact.head & place.head] or own
    if own and all(GOAL.search(fact.clause) for fact in own) and not GOAL.search(sentence):
        return own[0]
    if not own or HOPED.search(sentence) or not DONE.search(place.clause):
        return None
    return own[0] if all(PLANNED.search(fact.clause) for fact in own) else None

"""Facts -> statements of them that cannot both be right though each has other figures, or none.

A rate beside both values it is reckoned from (支出38.6万元，同比下降12.4% and 上年支出36.2万元), and a denial
beside a count of what it denies (没有发生事故 and 发生事故3起). Only where both name the same thing alike.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from assistant.grounding import YEAR, Ground, Place
from assistant.headwords import STOP
from assistant.supporting import measure
from assistant.types import Fact
from index.types import Expression

PRIOR = re.compile("上年度?(?:同期)?|去年(?:同期)?|上一年度?")
PRESENT = re.compile(r"[\W_]+|今年|本年|年度|为|达到?|(?:19|20)\d\d年")
RATE = re.compile(
    r"\s*(?:同比|[比较](?:上年|去年)(?:同期)?)(?:(?P<up>增长|增加|上升|提高)|(?P<down>下降|减少|降低))了?\s*"
)
ADJUSTED = re.compile("可比|口径|不变价|剔除|扣除|生产总值|增加值|产值|GDP")
"""Rates that are not reckoned from the values as told."""
SLACK = Decimal(1)
"""Points a rate may lie beside what the values make, beyond their rounding."""
NUMBER = re.compile(r"\d+(?:\.(\d+))?")
VALUES = frozenset(("count", "money"))

NOUN = "案件|事故|事件|投诉|舆情|疫情"
KIND = r"[\u3400-\u9fff]{0,8}?"
DENIED = re.compile(
    rf"(?:没有|未)(?P<verb>发生|出现|发现|接到|收到)(?:过|任何|一[起件])*(?P<kind>{KIND})(?P<noun>{NOUN})"
    r"(?=\s*(?:[，,。；;！]|$))"
)
VERB = r"(?P<verb>立案查处|查处|立案|发生|出现|发现|接到|收到|受理)了?"
COUNTED = (
    re.compile(rf"{VERB}(?P<kind>{KIND})(?P<noun>{NOUN})(?P<number>[1-9]\d*)[件起例宗个]"),
    re.compile(rf"{VERB}(?P<number>[1-9]\d*)[件起例宗个](?P<kind>{KIND})(?P<noun>{NOUN})"),
)
TAKEN = frozenset(("接到", "收到", "受理"))
GUILT = frozenset(("违纪违法", "违法违纪", "违规违纪", "违法违规"))
FOUND = frozenset(("立案查处", "查处", "立案"))
ELSEWHEN = re.compile(
    r"上年|去年|往年|历史|连续|以来|(?:19|20)\d\d年|月|季度|半年|目标|确保|力争|未|没有|[非不]"
)
MARK = re.compile("[，,。；;：:！]")


@dataclass(frozen=True, slots=True)
class Clash:
    """Two facts that cannot both be right."""

    first: str
    one: str
    second: str
    other: str
    key: str
    """Key of the figure where a draft takes it up; empty for a denial, whose words it is told at."""
    sum: str = ""
    """What the values make, as a writer would set it down; empty for a denial."""


def clashes(ground: Ground, facts: Sequence[Fact]) -> Iterator[Clash]:
    """Rates that their two values do not make, and denials of what is counted."""
    by_fact: dict[str, list[Place]] = {}
    for place in ground.places:
        by_fact.setdefault(place.fact, []).append(place)
    earlier: dict[str, list[Place]] = {}
    for place in ground.places:
        dated = PRIOR.search(place.rest) or YEAR.search(place.said)
        if dated and place.fact and place.expression.kind in VALUES:
            earlier.setdefault(_named(place), []).append(place)
    for places in by_fact.values():
        for value, rate in pairwise(places):
            way = _way(value, rate)
            for before in earlier.get(_named(value), ()) if way else ():
                if way and _a_year_before(value, before, ground) and _same(value, before):
                    yield from _rated(value, rate, before, way)
        for value, before, rate in zip(places, places[1:], places[2:], strict=False):
            way = _way(before, rate, prior=True)
            if way and _beside(value, before):
                yield from _rated(value, rate, before, way)
    yield from _denied(facts)


def _way(value: Place, rate: Place, *, prior: bool = False) -> re.Match[str] | None:
    """The words of a rate that stands right after a value, be it that of the year before."""
    if rate.expression.kind != "percent" or value.expression.kind not in VALUES:
        return None
    if bool(PRIOR.search(value.rest)) != prior:
        return None
    way = RATE.match(rate.clause)
    if way is None or way.end() != rate.clause.find(rate.expression.text):
        return None
    return way if value.clause + rate.clause in value.said else None


def _a_year_before(value: Place, before: Place, ground: Ground) -> bool:
    own, early = set(YEAR.findall(value.said)) or {ground.year}, set(YEAR.findall(before.said))
    if PRIOR.search(before.rest):
        return not early
    if len(own) != 1 or len(early) != 1 or not all(own):
        return False
    return int(own.pop()) - int(early.pop()) == 1


def _beside(value: Place, before: Place) -> bool:
    """Whether the year before is told right after the value: 支出38.6万元，上年36.2万元，同比…."""
    if value.expression.kind not in VALUES or PRIOR.search(value.rest) or not _same(value, before):
        return False
    return value.clause + before.clause in value.said and _named(before) in ("", _named(value))


def _rated(value: Place, rate: Place, before: Place, way: re.Match[str]) -> Iterator[Clash]:
    """The clash of a value and its rate with the value of the year before."""
    now, then, told = (_exact(place.expression) for place in (value, before, rate))
    if now is None or not then or told is None:
        return
    made = (now - then) * 100 / then
    room = SLACK + (_step(value.expression) / then + now * _step(before.expression) / then / then) * 50
    if abs(made - (told if way["up"] else -told)) > room:
        terms = f"({value.expression.text} - {before.expression.text}) ÷ {before.expression.text}"
        reckoned = f"{terms} = {made:+.1f}%"
        yield Clash(rate.fact, rate.said, before.fact, before.said, rate.expression.key, reckoned)


def _same(value: Place, before: Place) -> bool:
    """Whether values of one name are of one measure, and their rate is that of the values as told."""
    if value.expression.kind != before.expression.kind or ADJUSTED.search(value.said + before.said):
        return False
    if measure(value.expression) != measure(before.expression):
        return False
    return bool(_named(value))


def _named(place: Place) -> str:
    return PRESENT.sub("", STOP.sub("", PRIOR.sub("", place.rest)))


def _exact(expression: Expression) -> Decimal | None:
    return expression.low if expression.low == expression.high and not expression.approx else None


def _step(expression: Expression) -> Decimal:
    """The value of the last digit written: 0.1万元 of 38.6万元."""
    number = NUMBER.search(expression.text)
    if number is None or not expression.low or not Decimal(number[0]):
        return Decimal(0)
    return expression.low / Decimal(number[0]) * Decimal(10).scaleb(-1 - len(number[1] or ""))


def _denied(facts: Sequence[Fact]) -> Iterator[Clash]:
    denials = [(fact, hit) for fact in facts for hit in DENIED.finditer(fact.text)]
    for fact, denial in denials:
        for other in facts:
            for shape in COUNTED:
                for count in shape.finditer(other.text):
                    if _denies(denial, count):
                        yield Clash(fact.id, denial[0], other.id, count[0], "")


def _denies(denial: re.Match[str], count: re.Match[str]) -> bool:
    if denial["noun"] != count["noun"] or (denial["verb"] in TAKEN) != (count["verb"] in TAKEN):
        return False
    here, there = _subject(denial), _subject(count)
    if ELSEWHEN.search(here) or ELSEWHEN.search(there) or STOP.sub("", here) != STOP.sub("", there):
        return False
    guilty = denial["kind"] in GUILT and count["verb"] in FOUND and not count["kind"]
    return guilty or denial["kind"] in ("", count["kind"])


def _subject(hit: re.Match[str]) -> str:
    """What stands in the clause before a hit."""
    before = hit.string[: hit.start()]
    return MARK.split(before)[-1]

"""Text -> totals whose parts, told beside them, do not add up.

Four forms are sure enough to speak of: parts that more than use up the total they are 其中 of, parts
closed by a bare total (上半年13场、下半年12场，共26场), two halves that leave nothing over (男180人、女120人)
and bodies that more than use up what all of them did (全系统50场 and each branch's below it).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from assistant.grounding import Ground, Place
from assistant.headwords import headwords
from assistant.supporting import FIGURES, measure
from assistant.types import Fact
from index.types import Expression

AMONG = re.compile("其中|of which|of them", re.I)
CLOSED = re.compile(r"(?:^|[，,、；])\s*(?:总共|一共|合计|共计|总计|共)\s*$")
MOVED = re.compile("[由从比每]|提高|增[加长至设]|降|减|达到|标准")
"""Words of figures that are no parts of another: 由50元提高到100元, 比上年多3次."""
LISTED = re.compile(r"(?:[、和及]|以及)[^，,、]{0,14}|[，,](?!推动|实现|完成|开工|建成|带动)[^，,、]{0,8}")
"""What stands between one part and the next; after a longer stretch something else is told."""
HALVES = tuple(
    (
        re.compile(rf"\s*[，,（(：:]\s*(?:其中)?[：:，,]?\s*{one}(?:性|生|职工|同志|党员|干部)?\s*"),
        re.compile(rf"\s*[、，,和]\s*{other}(?:性|生|职工|同志|党员|干部)?\s*"),
    )
    for one, other in ("男女", ("上半年", "下半年"), ("线上", "线下"), ("省内", "省外"), ("境内", "境外"))
)
"""Words right before two figures that together are all there is."""
LEVELS = re.compile("平均|人均|年龄|[岁寿龄]|每|最")
OTHERS = re.compile(r"\s*[、，,]?\s*(?:其他|其它|另)")
WHOLE = re.compile("全(?:系统|局|院|校|厂|[省市县区州旗镇乡村]|街道|公司|集团|行业)|合计|总计|共计|总共")
BODY = re.compile(
    r"([^，,。：:]{1,16}?(?:支部|部门?|处|科|室|院|局|[镇乡村县市区]|街道|社区|中心|[组所站]|公司|单位|[大支]队|[小中]学))"
    r"([^，,。：:]{0,12})"
)
"""A body and what it did; 机关一支部17场 leaves that to the total above it."""
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
SUMMED = frozenset(("count", "money"))


@dataclass(frozen=True, slots=True)
class Total:
    """A total that differs from the sum of its parts."""

    total: Expression
    parts: tuple[Expression, ...]

    @property
    def sum(self) -> str:
        """The parts as a writer would add them: 13场 + 12场."""
        return " + ".join(part.text for part in self.parts)

    @property
    def shown(self) -> str:
        """The parts and what they make: 13场 + 12场 = 25场."""
        return f"{self.sum} = {self.made}" if self.made else self.sum

    @property
    def made(self) -> str:
        """What the parts make, written as the total is: 25场; empty where that is no plain number."""
        number = NUMBER.match(self.total.text)
        if number is None or not self.total.low:
            return ""
        scale = self.total.low / Decimal(number[0].replace(",", ""))
        made = sum((part.low or Decimal(0) for part in self.parts), Decimal(0)) / scale
        return f"{made.normalize():f}{self.total.text[number.end() :]}"


def totals(text: str, places: Sequence[Place]) -> Iterator[Total]:
    """Totals of a text that do not add up, each sentence for itself.

    Args:
        text: The draft.
        places: Its expressions, sorted.
    """
    for line in _lines(text, places):
        if len(line) > 2:
            yield from _closed(text, line)
            yield from dict.fromkeys((*_among(text, line), *_halved(text, line)))
    yield from outdone(places)


def totals_of(facts: Sequence[Fact], ground: Ground) -> Iterator[tuple[str, Total]]:
    """Totals that the facts themselves do not bear out, each with the fact that states it."""
    own: dict[str, list[Place]] = {}
    for place in ground.places:
        own.setdefault(place.fact, []).append(place)
    for fact in facts:
        for total in totals(fact.text, own.get(fact.id, ())):
            yield fact.id, total
    whole = [place for fact in facts for place in own.get(fact.id, ())]
    inside = {total.total for fact in facts for total in outdone(own.get(fact.id, ()))}
    for place, total in ((_stating(total, whole), total) for total in outdone(whole)):
        if total.total not in inside:
            yield place.fact, total


def _stating(total: Total, places: Sequence[Place]) -> Place:
    return next(place for place in places if place.expression is total.total)


def outdone(places: Sequence[Place]) -> Iterator[Total]:
    """Totals of all bodies that those told right after them, be it in the next facts, more than use up."""
    figures = [place for place in places if place.expression.kind in FIGURES]
    for at, whole in enumerate(figures):
        if not WHOLE.search(whole.rest) or MOVED.search(whole.rest) or not _summed(whole):
            continue
        parts = []
        for part in figures[at + 1 :]:
            if not _summed(part) or measure(part.expression) != measure(whole.expression):
                break
            if not _same_deed(part, whole) or part.clause == whole.clause:
                break
            parts.append(part)
        if len(parts) > 1 and _sum(parts) > (_value(whole.expression) or 0):
            yield Total(whole.expression, tuple(part.expression for part in parts))


def _summed(place: Place) -> bool:
    return place.expression.kind in SUMMED and _value(place.expression) is not None


def _same_deed(part: Place, whole: Place) -> bool:
    """Whether a part names a body and nothing else that the total does not."""
    said = BODY.fullmatch(part.rest.strip(" 、，,。；;"))
    if said is None or WHOLE.search(said[1]) or said[1][-2:] in whole.rest:  # 省重点实验室 of all 实验室
        return False
    return set(said[2]) <= set(whole.rest)


def _halved(text: str, line: Sequence[Place]) -> Iterator[Total]:
    for whole, one, other in zip(line, line[1:], line[2:], strict=False):
        spans = [place.expression.span for place in (whole, one, other)]
        gaps = (text[spans[0].end : spans[1].start], text[spans[1].end : spans[2].start])
        if not any(first.fullmatch(gaps[0]) and second.fullmatch(gaps[1]) for first, second in HALVES):
            continue
        if LEVELS.search(whole.clause) or MOVED.search(whole.clause) or OTHERS.match(text, spans[2].end):
            continue
        if _sum((one, other)) != _value(whole.expression):
            yield Total(whole.expression, (one.expression, other.expression))


def _lines(text: str, places: Sequence[Place]) -> Iterator[list[Place]]:
    """Exact figures of one sentence and measure that stand one after the other."""
    line: list[Place] = []
    for place in places:
        if place.expression.kind not in SUMMED or _value(place.expression) is None:
            continue
        between = text[line[-1].expression.span.end : place.expression.span.start] if line else ""
        apart = re.search(r"[。！？；;\n]", between)
        if line and (apart or measure(line[-1].expression) != measure(place.expression)):
            yield line
            line = []
        line.append(place)
    yield line


def _closed(text: str, line: Sequence[Place]) -> Iterator[Total]:
    *parts, last = line
    if not CLOSED.search(text[: last.expression.span.start]) or headwords(last.rest):
        return
    if _sum(parts) != _value(last.expression):
        yield Total(last.expression, tuple(part.expression for part in parts))


def _among(text: str, line: Sequence[Place]) -> Iterator[Total]:
    for at, (first, second) in enumerate(pairwise(line)):
        if not AMONG.search(text, first.expression.span.end, second.expression.span.start):
            continue
        parts = _listed(text, line[at + 1 :])
        if LEVELS.search(first.clause) or MOVED.search(
            text, first.expression.span.end, parts[-1].expression.span.start
        ):
            return
        wholes = [place.expression for place in line[: at + 1]]
        if len(parts) > 1 and all(_sum(parts) > (_value(whole) or 0) for whole in wholes):
            yield Total(first.expression, tuple(part.expression for part in parts))
        return


def _listed(text: str, line: Sequence[Place]) -> Sequence[Place]:
    """The figures of a line up to the first that stands apart from the one before."""
    for at, (one, other) in enumerate(pairwise(line), 1):
        between = text[one.expression.span.end : other.expression.span.start]
        if not LISTED.fullmatch(between):
            return line[:at]
    return line


def _value(expression: Expression) -> Decimal | None:
    return expression.low if expression.low == expression.high and not expression.approx else None


def _sum(places: Sequence[Place]) -> Decimal:
    return sum((_value(place.expression) or Decimal(0) for place in places), Decimal(0))

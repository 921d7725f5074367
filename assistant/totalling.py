"""Text -> totals whose parts, told beside them, do not add up.

Two forms are sure enough to speak of: parts that more than use up the total they are 其中 of, and parts
closed by a bare total (上半年13场、下半年12场，共26场).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from assistant.grounding import Place
from assistant.headwords import headwords
from assistant.supporting import measure
from index.types import Expression

AMONG = re.compile("其中|of which|of them", re.I)
CLOSED = re.compile(r"(?:^|[，,、；])\s*(?:总共|一共|合计|共计|总计|共)\s*$")
MOVED = re.compile("[由从比每]|提高|增[加长至设]|降|减|达到|标准")
"""Words of figures that are no parts of another: 由50元提高到100元, 比上年多3次."""
LISTED = re.compile(r"(?:[、和及]|以及)[^，,、]{0,14}|[，,](?!推动|实现|完成|开工|建成|带动)[^，,、]{0,8}")
"""What stands between one part and the next; after a longer stretch something else is told."""
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


def totals(text: str, places: Sequence[Place]) -> Iterator[Total]:
    """Totals of a text that do not add up, each sentence for itself.

    Args:
        text: The draft.
        places: Its expressions, sorted.
    """
    for line in _lines(text, places):
        if len(line) > 2:
            yield from _closed(text, line)
            yield from _among(text, line)


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
        if MOVED.search(text, first.expression.span.end, parts[-1].expression.span.start):
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

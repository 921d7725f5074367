"""Text and facts -> the figures, dates, names and titles of it that a fact states, each with the facts.

Every ``v`` of ``vouched(text, facts)``: ``v.text == v.span.of(text)`` and ``v.facts`` is not empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.extracting import extract
from assistant.grounding import ground
from assistant.supporting import supporters
from assistant.types import Fact
from index.types import Span


@dataclass(frozen=True, slots=True)
class Vouched:
    """Words of a text that facts state."""

    span: Span
    text: str
    facts: tuple[Fact, ...]


def vouched(
    text: str, facts: Sequence[Fact], section: str = "", year: int | None = None
) -> tuple[Vouched, ...]:
    """What facts state of a text, in its order.

    >>> from assistant.noting import note
    >>> [(one.text, one.facts[0].id) for one in vouched("开展检查5次，整改9个。", note("检查5次"))]
    [('5次', 'F1')]
    """
    held, by_id = ground(facts, section, year), {fact.id: fact for fact in facts}
    found: list[Vouched] = []
    for expression in extract(text)[0]:
        names = dict.fromkeys(place.fact for place in supporters(expression, held) if place.fact)
        if named := tuple(by_id[name] for name in names):
            found.append(Vouched(expression.span, expression.text, named))
    return tuple(found)

"""Text and facts -> the figures, dates, names and titles of it that a fact states, each with the facts.

Every ``v`` of ``vouched(text, facts)``: ``v.text == v.span.of(text)`` and ``v.facts`` is not empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.extracting import extract
from assistant.grounding import Place, ground, located
from assistant.supporting import FIGURES, TIMES, supporters
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
    """What facts state of a text, in its order; a figure or date only where they tell it of its matter.

    >>> from assistant.noting import note
    >>> [(one.text, one.facts[0].id) for one in vouched("开展检查5次，整改9个。", note("检查5次"))]
    [('5次', 'F1')]
    """
    held, by_id = ground(facts, section, year), {fact.id: fact for fact in facts}
    found: list[Vouched] = []
    for place in located(text, extract(text)[0]):
        expression = place.expression
        stated = (one for one in supporters(expression, held) if one.fact and _of_one_matter(place, one))
        names = dict.fromkeys(one.fact for one in stated)
        if named := tuple(by_id[name] for name in names):
            found.append(Vouched(expression.span, expression.text, named))
    return tuple(found)


def _of_one_matter(place: Place, stated: Place) -> bool:
    """Whether the clause of a figure or date has a word of the sentence of the fact that states it.

    A name is its own matter; where either has no words there is nothing to tell them apart by.
    """
    if place.expression.kind not in FIGURES | TIMES or not place.head or not stated.context:
        return True
    return bool(place.head & (stated.context | stated.head))

"""Facts and a plan -> which fact stands under which heading: by hand, by role, by line of work, by words.

Every fact stands under exactly one heading or is told as unplaced: ``sum of parts + unplaced = facts``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from assistant.dividing import divide
from assistant.facets import CLEAR, Facet, facet_of, families, realms
from assistant.paralleling import BROAD
from assistant.plan import Heading, Plan
from assistant.types import Fact
from assistant.viewing import suits
from index.types import Role
from index.wording import heading_likeness

UNPLACED: Final = ""
_SAME: Final = 3.0
_FAMILY: Final = 1.5
_NEAR: Final = 2.0
"""Weight of the likeness of a fact's words and a heading's, 0 to 1."""
_HOME: Final = 1.0
"""A heading of all the work at once, or the only one, takes what no other asks for."""
_LEAST: Final = 0.9
_REALM: Final = 0.5
_WEAK: Final = 0.5
"""Factor where a single short word shows the line of work: 危旧房整治 is no 专项整治."""
_WHOLE: Final = re.compile("履职|岗位职责|主要工作|其他(?:重点)?工作|工作(?:开展)?情况$")
_NAMED: Final = 0.9
_STIR: Final = re.compile(
    "持续|切实|扎实|全面|认真|不断|着力|强化|加强|抓实|抓好|深化|推进|推动|落实|提升|压实|压紧|夯实|严明|履行|开展|建设|工作"
    "|情况|做好|保持|坚持|有关|[，、和的与及]"
)
"""What heads and ends a heading of any matter."""


@dataclass(frozen=True, slots=True)
class Share:
    """The facts of one heading, in the order of the notes."""

    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Distribution:
    """Where each fact stands."""

    shares: tuple[Share, ...]
    unplaced: tuple[Fact, ...]

    def of(self, heading_id: str) -> tuple[Fact, ...]:
        """The facts of a heading; none where it has none."""
        return next((share.facts for share in self.shares if share.heading == heading_id), ())

    def where(self) -> dict[str, str]:
        """Fact id -> heading id, ``UNPLACED`` for those that stand nowhere."""
        held = {fact.id: share.heading for share in self.shares for fact in share.facts}
        return held | {fact.id: UNPLACED for fact in self.unplaced}


def distribute(facts: Sequence[Fact], plan: Plan, moved: Mapping[str, str] | None = None) -> Distribution:
    """Facts under the headings of a plan.

    Args:
        facts: The sheet's facts; ids differ.
        plan: Its leaves take facts; what ``plan.placed`` puts somewhere stays there.
        moved: Fact id -> heading id or ``UNPLACED``, put there by hand; outranks the plan's lines.
    """
    leaves = plan.leaves()
    by_hand = dict(plan.placed) | dict(moved or {})
    held: dict[str, list[Fact]] = {leaf.id: [] for leaf in leaves}
    unplaced: list[Fact] = []
    for fact in facts:
        home = by_hand.get(fact.id)
        if home is None or home not in (*held, UNPLACED):
            home = _home(fact, leaves, plan)
        (unplaced if home == UNPLACED else held[home]).append(fact)
    return Distribution(tuple(Share(name, tuple(held[name])) for name in held), tuple(unplaced))


def role_of(fact: Fact) -> Role:
    """The role a fact's own words say: work, problems or next."""
    return next((part.role for part in divide("工作情况", (fact,)) if part.facts), "work")


def is_broad(heading: str) -> bool:
    """Whether a heading tells of all the work at once, so that any fact of work may stand under it."""
    return bool(BROAD.fullmatch(heading) or _WHOLE.search(heading)) and facet_of(heading) is None


def _home(fact: Fact, leaves: Sequence[Heading], plan: Plan) -> str:
    if not suits(fact.text, plan.viewpoint):
        return UNPLACED
    role = role_of(fact)
    fitting = [leaf for leaf in leaves if leaf.role == role]
    if not fitting and role != "work":
        return UNPLACED
    facet = facet_of(fact.text)
    weak = facet is not None and facet_of(fact.text, least=CLEAR) is None
    scores = [_score(fact, facet, leaf, plan, weak=weak, alone=len(fitting) == 1) for leaf in fitting]
    best = max(scores, default=0.0)
    return fitting[scores.index(best)].id if best >= _LEAST else UNPLACED


def _score(fact: Fact, facet: Facet | None, leaf: Heading, plan: Plan, *, weak: bool, alone: bool) -> float:
    """How well a fact stands under a heading and those above it; the heading itself weighs most."""
    score = _HOME if alone or is_broad(leaf.text) else 0.0
    above = plan.above(leaf.id)
    if weak and facet is not None and facet.family != "integrity":
        weak = not any(is_broad(one.text) for one in above)
    for weight, heading in ((1.0, leaf), *((0.5, one) for one in above)):
        asked = line_of(heading.text)
        if facet is not None and asked is not None:
            same, akin = facet.name == asked.name, facet.family == asked.family
            score += weight * (_WEAK if weak else 1.0) * (_SAME if same else _FAMILY if akin else 0.0)
            score += weight * (_REALM if not akin and _realm(facet) == _realm(asked) else 0.0)
        score += weight * _NEAR * heading_likeness(fact.text, (heading.text,))
        score += weight * _NAMED * min(2, _named(fact.text, heading.text))
    return score


def line_of(heading: str) -> Facet | None:
    """The line of work a heading names; Zhibi's own label for a family names that family."""
    own = next((family for family in families().values() if heading in family.labels), None)
    return own or facet_of(heading)


def _realm(facet: Facet) -> str:
    return realms()[facet.family].name if facet.family in realms() else facet.family


def _named(text: str, heading: str) -> int:
    """How many pairs of characters of a heading's matter (作风 of 加强作风建设) a text has."""
    return sum(one + other in text for part in _STIR.split(heading) for one, other in pairwise(part))

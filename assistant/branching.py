"""A plan and facts -> the plan with second headings where one heading would hold ten points.

Under a heading of all the work at once (主要工作开展情况) the facts' own lines of work give （一）（二）;
facts of none go under 其他工作. Nothing is added that no fact asks for.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from assistant.distributing import distribute, is_broad
from assistant.facets import CLEAR, EVIDENT, facet_of, families
from assistant.nearing import Near
from assistant.plan import DEEPEST, Heading, Plan
from assistant.suiting import line_of
from assistant.types import Fact

MANY: Final = 6
"""Facts from which a heading is parted."""
LEAST: Final = 2
"""Facts that a second heading stands for."""
SURE: Final = 3
"""Facts that say beyond doubt what they are of, for a second heading that no sample has."""
REST: Final = "其他工作"
_ID: Final = re.compile(r"H(\d+)")


def branch(
    plan: Plan, facts: Sequence[Fact], near: Near | None = None, carried: Collection[str] | None = None
) -> Plan:
    """The plan with second headings under every heading of all the work that holds many facts.

    Args:
        plan: What was proposed.
        facts: The sheet.
        near: How near facts are to headings in meaning.
        carried: Families of lines of work that the samples treat; any other takes more facts. None for all.
    """
    shared = distribute(facts, plan, near=near)
    headings: list[Heading] = []
    free = 1 + max((int(found[1]) for one in plan.headings if (found := _ID.fullmatch(one.id))), default=0)
    taken = {one.text for one in plan.headings}
    told = {line.family for one in plan.headings if (line := line_of(one.text))}
    for one in plan.headings:
        headings.append(one)
        held = shared.of(one.id)
        if one.level and one.level < DEEPEST and is_broad(one.text) and len(held) >= MANY:
            for text in _lines(held, taken, told, carried):
                headings.append(Heading(f"H{free}", one.level + 1, text, one.role))
                taken.add(text)
                free += 1
    return replace(plan, headings=tuple(headings))


def _lines(
    facts: Sequence[Fact], taken: set[str], told: set[str], carried: Collection[str] | None
) -> list[str]:
    """A heading for each family of facets with facts enough, in the facts' order; one for the rest."""
    groups: dict[str, int] = {}
    clear: dict[str, int] = {}
    for fact in facts:
        facet = facet_of(fact.text, least=EVIDENT)
        family = facet.family if facet else ""
        groups[family] = groups.get(family, 0) + 1
        clear[family] = clear.get(family, 0) + (facet_of(fact.text, least=CLEAR) is not None)
    held = [
        name
        for name, count in groups.items()
        if name in families() and name not in told and count >= LEAST
        and (carried is None or name in carried or clear[name] >= SURE)
    ]  # fmt: skip
    labels = [next((x for x in families()[name].labels if x not in taken), "") for name in held]
    named = [label for label in labels if label]
    if len(named) < LEAST:
        return []
    rest = len(facts) - sum(groups[name] for name in held)
    return [*named, REST] if rest else named

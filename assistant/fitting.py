"""A proposed plan and facts -> the plan that the facts fill: each heading of work holds a fact.

With facts enough to judge by: ``every heading of work holds a fact``, and a heading for the rest is there
only where facts suit no other, and holds them. What was wrong and what comes next is asked for all the same.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.branching import REST
from assistant.distributing import Distribution, distribute
from assistant.nearing import Near
from assistant.plan import Heading, Plan
from assistant.types import Fact

ENOUGH: Final = 6
"""Facts from which a heading without any is taken for one that the report does not need."""


def fit(plan: Plan, facts: Sequence[Fact], near: Near | None = None) -> Plan:
    """The plan without headings that no fact fits, with one for the facts that fit no heading."""
    if len(facts) < ENOUGH or plan.english:
        return plan
    shared = distribute(facts, plan, near=near)
    while empty := _empty(plan, shared):
        plan = replace(plan, headings=tuple(one for one in plan.headings if one.id not in empty))
        shared = distribute(facts, plan, near=near)
    return _with_rest(plan, shared)


def _empty(plan: Plan, shared: Distribution) -> set[str]:
    """Headings of work that hold no fact, and one that stands alone under another; never the last of all."""
    work = [leaf for leaf in plan.leaves() if leaf.level and leaf.role == "work"]
    bare = {leaf.id for leaf in work if not shared.of(leaf.id)}
    if len(bare) < len(work):
        return bare or _alone(plan)
    return set()


def _alone(plan: Plan) -> set[str]:
    """A second heading without any beside it says no more than the one above."""
    below: dict[str, list[str]] = {}
    for one in plan.headings:
        if above := plan.above(one.id):
            below.setdefault(above[-1].id, []).append(one.id)
    return {names[0] for names in below.values() if len(names) == 1}


def _with_rest(plan: Plan, shared: Distribution) -> Plan:
    """With a heading for facts of work that no heading took, put there by name."""
    left = [fact.id for fact in shared.unplaced if shared.why(fact.id) == "unsure"]
    if not left:
        return plan
    rest = next((one for one in plan.leaves() if one.level and one.text == REST), None)
    headings = list(plan.headings)
    if rest is None:
        free = 1 + max(int(one.id[1:]) for one in headings)
        work = [place for place, one in enumerate(headings) if one.level and one.role == "work"]
        level = headings[work[-1]].level if work else 1
        rest = Heading(f"H{free}", 1 if level > 1 and _leaves_broad(headings, work) else level, REST, "work")
        headings.insert(work[-1] + 1 if work else 1, rest)
    placed = (*plan.placed, *((fact, rest.id) for fact in left))
    return replace(plan, headings=tuple(headings), placed=placed)


def _leaves_broad(headings: Sequence[Heading], work: Sequence[int]) -> bool:
    """Whether the last second heading of work stands under a heading of one matter, not of all the work."""
    tops = [headings[place] for place in work if headings[place].level == 1]
    return bool(tops) and len(tops) > 1

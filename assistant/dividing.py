"""Brief -> parts: which facts are work, which shortcomings, which next steps, by heading and by fact."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.stock import stock
from assistant.types import Fact
from index.roles import role_of_heading
from index.types import Role


@dataclass(frozen=True, slots=True)
class Part:
    """Facts that are told in one role. ``asked``: the heading asks for this part."""

    role: Role
    facts: tuple[Fact, ...]
    asked: bool = True


def divide(heading: str, facts: Sequence[Fact]) -> tuple[Part, ...]:
    """The parts of a section, in the order work, problems, next; a part the heading asks for may be empty.

    >>> [part.role for part in divide("存在问题及下一步打算", ())]
    ['problems', 'next']
    """
    asked = roles_of(heading)
    held: dict[Role, list[Fact]] = {role: [] for role in asked}
    for fact in facts:
        held.setdefault(_role(fact.text, asked), []).append(fact)
    order: tuple[Role, ...] = ("opening", "work", "problems", "next", "closing")
    return tuple(Part(role, tuple(held[role]), role in asked) for role in order if role in held)


def roles_of(heading: str) -> tuple[Role, ...]:
    """The roles a heading asks for, one or, as 存在问题及下一步打算 does, two."""
    shown: Iterator[Role] = (role for role in _ENDS if _shows(heading, role))
    end: Role = next(shown, "work")
    main = role_of_heading(heading) or end
    if main in ("problems", "next") and all(_shows(heading, role) for role in ("problems", "next")):
        return ("problems", "next")
    return (main,)


def promised(heading: str, facts: Sequence[Fact], *, english: bool) -> str:
    """What the heading promises by name and no fact says (原因, 成效 …); empty when nothing is missing."""
    told = " ".join(fact.text for fact in facts)
    for one in stock("roles")["promise"]:
        if any(cue in heading for cue in one["cues"].split()) and not any(
            said in told for said in one["said"].split()
        ):
            return str(one["en_blank"] if english else one["blank"])
    return ""


_ENDS: tuple[Role, Role] = ("opening", "closing")


def _shows(heading: str, role: Role) -> bool:
    cues = words_of(role)
    return any(cue in heading for cue in cues)


def words_of(role: Role) -> tuple[str, ...]:
    """Words of a heading that show a role."""
    return tuple(stock("roles")[role].get("cues", "").split())


def _role(text: str, asked: tuple[Role, ...]) -> Role:
    """The part a fact belongs to: its own words decide only where the heading leaves it open."""
    if asked[0] in ("opening", "closing"):
        return asked[0]
    plan, problem, handled = _marks()
    plain = text.strip()
    if asked == ("next",):
        return "next"
    if plan.search(plain):
        return "next"
    if "problems" in asked:
        return "problems"
    if problem.search(plain) and not handled.search(plain):
        return "problems"
    return asked[0]


@lru_cache(maxsize=1)
def _marks() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    marks = stock("roles")["marks"]
    return re.compile(marks["next"]), re.compile(marks["problems"]), re.compile(marks["handled"])

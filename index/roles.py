"""Sections -> their roles in the report: opening, work, problems, next, closing.

A section's heading says it first, then its parent, then its text. A passage whose own first words say
another role (下一步，…) keeps that one: a summary paragraph often holds problems and next steps together.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from index.cues import (
    AIM,
    CARRIED_OUT,
    CLOSING,
    CLOSING_TEXT,
    DONE,
    LACKING,
    NAMED,
    NEXT,
    NEXT_TEXT,
    OPENING,
    OPENING_TEXT,
    PROBLEM_TEXT,
    PROBLEMS,
    PUT_RIGHT,
    SOLVED,
    WORK,
)  # fmt: skip
from index.types import Role, Section

_RUN: Final = 30
"""Items of one run looked back over for its first."""
_FIRST_ITEM: Final = ("一", "第一", "其一", "首先", "First")
_LOOKS_BACK: Final = re.compile(r"((?:19|20)\d\d)年.{0,8}(?:回顾|总结|完成情况|工作情况)")
_YEAR: Final = re.compile(r"((?:19|20)\d\d)年")
_TITLE: Final = re.compile(r"((?:19|20)\d\d)年(?:度|上半年|下半年)?[^\n]{0,14}?(?:总结|汇报|情况|述[职廉责])")
"""A first line that says which year is looked back on: 2020年工作总结和2021年工作要点."""
_STEP: Final = re.compile(r"下一?(?:步|阶段)，")
_TOP: Final = 120
"""Characters from the beginning in which a title stands."""

_ADDRESS: Final = re.compile(r"(?:各位代表|同志们|各位委员|各位同志|朋友们)[！，：、]")
_TOGETHER: Final = re.compile(r"让我们.{0,60}(?:团结|携手|同心|奋斗|努力|奋进)|我们[要将]更加紧密.{0,3}团结")
_LACKS: Final = 2
"""Clauses that tell a lack (渠道单一，后劲不强) from which a passage is one of problems."""
_LONG_LEAVE: Final = 250
"""Characters; what is longer after the plans goes on with them, and takes leave in its last words only."""
_LONG_OPENING: Final = 1500
"""Characters; what is longer before the first heading is the report's work, not its opening."""


def assign(sections: Sequence[Section], text: str) -> tuple[Section, ...]:
    """The sections with the role each plays.

    Args:
        sections: Sections in order; a parent stands before its children.
        text: The text their spans lie in.
    """
    year = _year_looked_back_on(sections, text)
    roles: list[Role] = []
    before: Role | None = None
    for place, section in enumerate(sections):
        if section.level == 5:
            roles.append(_item_role(sections, place, roles, text))
            continue
        said = role_of_heading(section.heading, year)
        if said is None and section.parent is None and section.heading:
            said = _of_its_beginning(section.body.of(text)[:40], year)
        role = _role(sections, place, roles, text, said)
        if section.parent is None and section.heading:
            if role == "work" and before == "next" and said is None:
                role = "next"  # 二、明年安排 三、加强自身建设
            before = role
        roles.append(role)
    return tuple(replace(section, role=role) for section, role in zip(sections, roles, strict=True))


def role_of_heading(heading: str, year: int | None = None) -> Role | None:
    """The role a heading says, None when it says none.

    Args:
        heading: The words of the heading, without its mark.
        year: The year the report looks back on; a heading that names a later one says next steps.

    >>> role_of_heading("存在的主要问题"), role_of_heading("坚持问题导向，抓实整改")
    ('problems', None)
    """
    if DONE.search(heading):
        return "work"
    problems = PROBLEMS.search(_hidden(SOLVED, heading))
    coming = NEXT.search(heading) or AIM.search(_hidden(CARRIED_OUT, heading))
    if problems and (coming is None or problems.start() <= coming.start()):
        return "problems"
    if coming:
        return "next"
    if CLOSING.search(heading):
        return "closing"
    if OPENING.search(heading):
        return "opening"
    named = [int(found) for found in _YEAR.findall(heading)]
    if year is not None and named and min(named) > year:
        return "next"
    return "work" if WORK.search(heading) else None


def role_of_text(text: str) -> Role | None:
    """The role a passage's words say by themselves: problems, next, closing or opening; None for the rest."""
    if _ADDRESS.match(text) and (_TOGETHER.search(text[-160:]) or _TOGETHER.search(text, 0, 160)):
        return "closing"
    start = text[:160]
    coming = NEXT_TEXT.search(start, 0, 60)
    problem, lacks = _lacks(start)
    if coming and not (problem and problem.start() < coming.start()):
        return "next"
    if problem or lacks:
        return "problems"
    if CLOSING_TEXT.search(text, 0, 60) or CLOSING_TEXT.search(text[-80:]):
        return "closing"
    return "opening" if OPENING_TEXT.search(text) else None


def _lacks(words: str) -> tuple[re.Match[str] | None, bool]:
    """Where words own up to a problem that nobody deals with, and whether they tell several lacks."""
    if not PROBLEM_TEXT.search(words) and len(LACKING.findall(words)) < _LACKS:
        return None, False  # most passages: nothing need be blotted out
    words = _hidden(SOLVED, words)
    return PROBLEM_TEXT.search(words), len(LACKING.findall(words)) >= _LACKS


def _hidden(pattern: re.Pattern[str], words: str) -> str:
    """The words with what the pattern finds blotted out, as long as before."""
    return pattern.sub(lambda found: "·" * len(found.group()), words)


def _of_its_beginning(words: str, year: int | None) -> Role | None:
    """Next steps, where a part begins with 下一步， or the year to come and its heading says nothing."""
    if _STEP.match(words):
        return "next"
    named = _YEAR.match(words)
    return "next" if named and year is not None and int(named.group(1)) == year + 1 else None


def _year_looked_back_on(sections: Sequence[Section], text: str) -> int | None:
    titled = _TITLE.search(text, 0, _TOP)
    if titled and "\n" not in text[: titled.start()].strip():
        return int(titled.group(1))
    for section in sections:
        found = _LOOKS_BACK.search(section.heading)
        if found:
            return int(found.group(1))
    return None


def _role(
    sections: Sequence[Section], place: int, roles: Sequence[Role], text: str, said: Role | None
) -> Role:
    section = sections[place]
    above = roles[section.parent] if section.parent is not None else None
    last = section.span.end == sections[-1].span.end
    if above in ("problems", "next", "closing"):
        turned = said == "next" or (said == "problems" and (above != "next" or NAMED.search(section.heading)))
        return said if said is not None and turned and section.level <= 3 else above
    if said == "problems" and _put_right(sections, place, text):
        return "work"  # 整改情况：（一）关于学习不深入的问题
    if said is not None:
        return said
    if section.level == 0 and place == 0:
        return "opening" if not last and len(section.body) <= _LONG_OPENING else "work"
    if section.heading:
        return "work"
    by_text = role_of_text(section.body.of(text))
    if by_text in ("problems", "next"):
        return by_text
    if section.level:
        return "closing" if by_text == "closing" and last else "work"
    tops = [roles[other] for other in range(place) if sections[other].parent is None]
    return "next" if len(section.body) > _LONG_LEAVE and tops and tops[-1] == "next" else "closing"


def _put_right(sections: Sequence[Section], place: int, text: str) -> bool:
    """Whether the problem a section names has been put right, by a heading above it or its first words."""
    if PUT_RIGHT.match(text, sections[place].body.start):
        return True
    above = sections[place].parent
    while above is not None:
        if DONE.search(sections[above].heading):
            return True
        above = sections[above].parent
    return False


def _item_role(sections: Sequence[Section], place: int, roles: Sequence[Role], text: str) -> Role:
    """What an item's heading says where nothing stands above it, else what leads to its run."""
    section = sections[place]
    above: Role = "work" if section.parent is None else roles[section.parent]
    if not section.mark:
        said = role_of_text(section.body.of(text))
        return said if said in ("problems", "next") else above
    named = role_of_heading(section.heading) if section.parent is None else None
    if named in ("problems", "next"):
        return named
    said = _led(sections, place, text)
    return said if said == "next" or (said == "problems" and above == "work") else above


def _led(sections: Sequence[Section], place: int, text: str) -> Role | None:
    """The role of the words before the first item of the run that the item at ``place`` belongs to."""
    for first in range(place, max(place - _RUN, -1), -1):
        before = sections[first - 1] if first else None
        begins = sections[first].mark.startswith(_FIRST_ITEM)
        sibling = before is not None and before.level == 5 and before.mark
        if begins or before is None or not sibling or before.parent != sections[first].parent:
            lead = text[max(sections[first].span.start - 120, 0) : sections[first].span.start]
            return role_of_text(re.split(r"[。\n]", lead.rstrip().rstrip("：:。"))[-1])
    return None

"""A plan -> the one matter it reports on, if it has one; a fact -> whether it is evidence of that matter.

A 党风廉政 report has no place for food inspections: a fact enters only with words of the report's matter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.facets import EVIDENT, facet_of
from assistant.plan import Plan
from assistant.stock import stock

_FEWEST: Final = 3
"""Headings from which their words alone may say that a report is on one matter."""
_GENERAL: Final = re.compile("年度?工作(?:总结|报告|汇报)|政府工作报告|半年工作")
"""A title of all the work of a body, though its name holds a matter: 应急管理局2024年工作总结."""
_QUOTES: Final = re.compile('[“”‘’"《》]')


@dataclass(frozen=True, slots=True)
class Topic:
    """One matter of reports, with the words that show it in a title, a heading, a fact."""

    name: str
    said: str
    title: re.Pattern[str]
    heading: re.Pattern[str]
    fact: re.Pattern[str]
    unless: re.Pattern[str] | None
    families: tuple[str, ...]


def topic_of(plan: Plan) -> Topic | None:
    """The matter a plan reports on alone; None for a report on all the work of a body or an official.

    >>> from assistant.plan import parse
    >>> topic_of(parse("一、深化党风廉政建设")) is None
    True
    >>> topic_of(Plan(kind="党风廉政建设工作汇报")).name
    'integrity'
    """
    named = f"{plan.kind} {'' if _GENERAL.search(plan.title) else plan.title}"
    said = next((one for one in topics() if one.title.search(named)), None)
    return said or _of_headings(plan)


def evident(text: str, topic: Topic) -> bool:
    """Whether a fact's own words show that it is of the matter.

    >>> one = topics()[0]
    >>> evident("诫勉谈话3人", one), evident("食品抽检62批次", one)
    (True, False)
    """
    bare = _QUOTES.sub("", text)
    if topic.unless:
        bare = topic.unless.sub("·", bare)
    if topic.fact.search(bare):
        return True
    facet = facet_of(text, least=EVIDENT)
    return facet is not None and facet.family in topic.families


@lru_cache(maxsize=1)
def topics() -> tuple[Topic, ...]:
    """Every matter that ``phrases/topics.toml`` knows."""
    return tuple(_topic(row) for row in stock("topics")["topic"])


def _topic(row: dict[str, str]) -> Topic:
    unless = re.compile(row["unless"]) if row["unless"] else None
    title, heading, fact = (re.compile(row[name]) for name in ("title", "heading", "fact"))
    return Topic(row["name"], row["said"], title, heading, fact, unless, tuple(row.get("family", "").split()))


def _of_headings(plan: Plan) -> Topic | None:
    """The matter that a title does not say but every heading of work names in so many words."""
    if _GENERAL.search(f"{plan.title} {plan.kind}"):
        return None
    work = [one.text for one in plan.leaves() if one.level and one.role == "work"]
    return next((one for one in topics() if len(work) >= _FEWEST and _all_name(work, one)), None)


def _all_name(headings: Sequence[str], topic: Topic) -> bool:
    told = [heading for heading in headings if topic.heading.search(heading)]
    named = any(topic.title.search(heading) for heading in headings)
    return named and len(told) == len(headings)

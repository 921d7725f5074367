"""Nouns of rolling forward: Stale, a place of the old text, and Choice, what becomes of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assistant.telling import Language
from index.types import Span

Kind = Literal[
    "year", "tied", "era", "figure", "date", "name", "title", "formulation", "next", "plan", "blank"
]
What = Literal["fill", "keep", "drop"]

_WORDS: Final[dict[str, str]] = {
    "year": "年份", "tied": "年度定位", "era": "届次", "figure": "数据", "date": "时间", "name": "名称",
    "title": "文件名称", "formulation": "提法", "next": "工作打算",
    "plan": "该项计划的完成情况", "blank": "内容",
}  # fmt: skip
_WORDS_EN: Final[dict[str, str]] = {
    "year": "the year", "tied": "what the year is", "era": "the period", "figure": "a figure",
    "date": "a date", "name": "a name", "title": "a title", "formulation": "the wording", "next": "the plans",
    "plan": "what became of this plan", "blank": "words",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stale:
    """A place of the old text that the writer is to look at."""

    kind: Kind
    span: Span
    text: str
    what: What
    """What is proposed; the writer chooses."""
    put: str = ""
    """What is proposed to stand there, the new year or wording; empty where only the writer knows."""
    why: str = ""
    """A code: own_year, other_year, relative, one_year, period, outdated, ahead, due, measured, dated,
    signed, named, standing, open."""
    within: int | None = None
    """Place in the list of the plan or plans it belongs to; when that goes, this goes with it."""
    ask: str = ""
    """What the blank asks for, where its kind and the old words do not say it: 2026年的年度定位."""
    at: int = 0
    """Of a plan: the end of the part on work done, where its completion is told."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the writer wants of one place; ``put`` stands there, a visible blank where it is empty."""

    what: What
    put: str = ""


def chosen(rows: Sequence[Stale], choices: Mapping[int, Choice], number: int) -> Choice:
    """What becomes of a place: the writer's choice, else what is proposed."""
    return choices.get(number) or Choice(rows[number].what, rows[number].put)


def covered(rows: Sequence[Stale], choices: Mapping[int, Choice], number: int) -> bool:
    """Whether a place is gone, or stands, with one around it that is not merely kept."""
    above = rows[number].within
    while above is not None:
        if chosen(rows, choices, above).what != "keep":
            return True
        above = rows[above].within
    return False


def blank(row: Stale, language: Language = "zh") -> str:
    """What stands where only the writer knows: 【待补充：数据，上年为28次】, in the language of the report.

    >>> blank(Stale("figure", Span(0, 2), "28", "fill"), "en")
    '【待补充：a figure, last year 28】'
    """
    if row.kind == "blank":
        return row.text
    if row.ask:
        return f"【待补充：{row.ask}】"
    was = re.sub("[【】]", "", row.text)
    if language == "en":
        return f"【待补充：{_WORDS_EN[row.kind]}, last year {was}】"
    return f"【待补充：{_WORDS[row.kind]}，上年为{was}】"

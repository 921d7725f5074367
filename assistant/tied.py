"""Text -> what is said of one year alone: 收官之年, 开局之年, …周年; and the plan periods that are over.

Such words do not move on with the year: 2025年是“十四五”收官之年 says nothing true of 2026.
"""

import re
from collections.abc import Iterator
from typing import Final

from assistant.stale import Stale
from index.types import Span

_PERIOD: Final = (
    r"(?:[“\"]?十[一二三四五六七八九]五[”\"]?(?:规划|计划|时期|期间)?"
    r"|第十[一二三四五六七八九]个五年(?:规划|计划))"
)
_NUMBER: Final = r"[\d一二三四五六七八九十百]+"
_ONE: Final = (
    rf"(?:(?:收官|开局|起步|关键|攻坚|决战|决胜|换届|奠基|转折|元|大考|冲刺|突破|提升|深化|落实|起势|开启|承上启下|重要"
    rf"|[\u4e00-\u9fff]{{2,4}})(?:之年|一年)|(?:收官|开局|换届)年|开局起步年|首年|元年|第{_NUMBER}年|{_NUMBER}周年(?:之际)?)"
)
_SAID: Final = re.compile(
    r"(?:(?<!\d)(?:(?:19|20)\d\d|(?:一九|二[〇零○Ｏ])[〇零○Ｏ一二三四五六七八九]{2})年度?，?|今年，?)(?:既|也|正|又)?(?:是|正值|恰逢|适逢|喜迎|迎来)(?!为)"
    rf"[^，。；！？\n]{{0,40}}?{_ONE}(?:[，、](?:也|又|更|还|同时也|亦|同时)是?[^，。；！？\n]{{0,40}}?{_ONE})*(?=[，。；！？\n]|$)"
)
_BARE: Final = re.compile(
    rf"(?:{_PERIOD}(?:的)?)(?:收官|开局|起步|关键|攻坚|中期|首|末)(?:之年|一年|年)|换届之年|{_NUMBER}周年"
)
_PLAN: Final = re.compile(_PERIOD)
FIRST: Final = 2001
"""First year of 十五, from which each period of five years is counted."""
_COUNT: Final = "一二三四五六七八九"


def period(year: int) -> str:
    """The five-year plan a year lies in.

    >>> period(2025), period(2026)
    ('十四五', '十五五')
    """
    number = (year - FIRST) // 5
    return f"十{_COUNT[number - 1]}五" if 0 < number <= len(_COUNT) else "十五" if number == 0 else ""


def tied(text: str, year: int) -> Iterator[Stale]:
    """Every statement that holds of one year only, as one place to be filled or dropped.

    Args:
        text: The old report.
        year: Year of the report to be.
    """
    for found in [*_SAID.finditer(text), *_BARE.finditer(text)]:
        ask = f"{year}年的年度定位"
        if found[0].endswith("周年") and not found[0].startswith(("1", "2")) or len(found[0]) < 7:
            ask = f"{year}年的提法，上年为{found[0]}"
        yield Stale("tied", Span(*found.span()), found[0], "fill", why="one_year", ask=ask)


def periods(text: str, year: int, before: int) -> Iterator[Stale]:
    """Each naming of the plan the old report lay in, when the new year lies in the next one."""
    old, new = period(before), period(year)
    for found in _PLAN.finditer(text):
        name = re.sub(r"[“”\"]|规划|计划|时期|期间|第|个|年", "", found[0])
        if name == old != new:
            ask = f"规划期，上年为{found[0]}，{year}年属“{new}”"
            yield Stale("era", Span(*found.span()), found[0], "fill", why="period", ask=ask)

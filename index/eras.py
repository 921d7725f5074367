"""Text -> the era (届次) it was written in: the latest congress or plenum it looks back on, else its plan."""

import re
from typing import Final

_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")}
_NUMBER: Final = r"(?:二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_CONGRESS: Final = re.compile(
    r"(?<![第、\d])(?P<number>二?十[一二三四五六七八九])大(?=精神|报告|以来|确定|召开|胜利|闭幕|开幕|提出|作出|部署)"
)
_NAMED: Final = re.compile(
    rf"党的(?P<number>{_NUMBER})大(?![力量型幅类要体])|中国共产党第(?P<full>{_NUMBER})次全国代表大会"
)
_PLENUM: Final = re.compile(
    rf"(?P<number>{_NUMBER})届(?:中央委员会)?(?:中央)?(?P<plenums>第?[一二三四五六七](?:中|次)?"
    r"(?:[、和及历]{0,2}第?[一二三四五六七](?:中|次)?)*)全(?:体会议|会)"
)
_AHEAD: Final = re.compile(r"(?:迎接|喜迎|迎|筹备|即将召开|将召开|将要召开)[^，。；]{0,8}$")
"""What stands before a congress that was yet to come."""
_PLAN: Final = re.compile(
    r"[“\"「‘](十?[一二三四五六七八九十])五[”\"」’]|(十[一二三四五六七八九]?)五(?:规划|计划|时期|期间)"
)
_PLANNED: Final = re.compile(r"(?:谋划|编制|谋篇|前期研究|衔接|展望|起草|制定|迎接)[^，。；]{0,8}$")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_FIRST_PLAN: Final = 1953
_LATER_PLANS: Final = 1966
"""The third plan began in 1966, after three years without one; each has taken five years since."""


def era(text: str, year: int | None = None) -> str:
    """The era of a text: ``党的二十大``, ``二十届三中全会``, ``“十四五”``; empty when nothing tells it.

    Args:
        text: The text, its title included.
        year: The year it reports on; tells the plan where the text names no congress.

    >>> era("深入学习贯彻党的十九大和十九届二中、三中、四中全会精神，喜迎党的二十大胜利召开")
    '十九届四中全会'
    >>> era("全年完成投资增长。", 2017)
    '“十三五”'
    """
    found = max((*_congresses(text), *_plenums(text)), default=None)
    if found is not None:
        congress, plenum = found
        return f"{_chinese(congress)}届{_chinese(plenum)}中全会" if plenum else f"党的{_chinese(congress)}大"
    return _plan(text, year)


def _congresses(text: str) -> list[tuple[int, int]]:
    found = [*_NAMED.finditer(text), *_CONGRESS.finditer(text)]
    return [
        (_value(one["number"] or one.groupdict().get("full") or ""), 0)
        for one in found
        if not _AHEAD.search(text, max(0, one.start() - 14), one.start())
    ]


def _plenums(text: str) -> list[tuple[int, int]]:
    return [
        (_value(one["number"]), max(_DIGITS[sign] for sign in one["plenums"] if sign in _DIGITS))
        for one in _PLENUM.finditer(text)
        if not _AHEAD.search(text, max(0, one.start() - 14), one.start())
    ]


def _plan(text: str, year: int | None) -> str:
    if year is not None and _plan_of(year) and _HAN.search(text):
        return f"“{_chinese(_plan_of(year))}五”"
    plans = [
        _value(one[1] or one[2])
        for one in _PLAN.finditer(text)
        if not _PLANNED.search(text, max(0, one.start() - 14), one.start())
    ]
    return f"“{_chinese(max(plans))}五”" if plans else ""


def _plan_of(year: int) -> int:
    """Number of the five-year plan that a year belongs to; 0 for one between or before plans."""
    if _FIRST_PLAN <= year < _FIRST_PLAN + 10:
        return (year - _FIRST_PLAN) // 5 + 1
    return (year - _LATER_PLANS) // 5 + 3 if year >= _LATER_PLANS else 0


def _value(number: str) -> int:
    """二十一 -> 21."""
    tens, ten, ones = number.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def _chinese(value: int) -> str:
    """21 -> 二十一."""
    tens, ones = divmod(value, 10)
    signs = "零一二三四五六七八九"
    return (signs[tens] if tens > 1 else "") + ("十" if tens else "") + (signs[ones] if ones else "")

"""Words of a report -> the year it reports on."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from index.types import Section

_YEAR: Final = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?=[–-]\d\d(?!\d)|[./]\d{1,2}(?!\d)|\s*(?:年|[01]\d[0-3]\d(?!\d)|\-\d{4}年|－|—|$|\s|[A-Za-z(（)）度上下]))"
)
_CN_YEAR: Final = re.compile(r"([二一][〇零○Ｏ0０九OО][〇零○Ｏ0０一二三四五六七八九OО]{2})年")
_CN_DIGITS: Final = str.maketrans("〇零○ＯOО0０一二三四五六七八九", "00000000123456789")

_DATED_LINE: Final = re.compile(r"\s*[（(]?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s*[）)]?\s*在")
"""1957年6月26日在…会议上: where and when a speech was given."""
_BEFORE: Final = r"(?<![\d到至—－~-])(?<!力争)(?<!预计)(?<!将于)(?<!计划)(?<!计划于)(?<!拟于)(?<!目标)"
"""Not an aim: 力争2028年建成."""
_AFTER: Final = "(?!前|底前|年?底?力争|可持续|议程|远景|愿景|目标|左右|基本)"
_CN_SAID: Final = re.compile(
    _BEFORE + "(一九[〇零○一二三四五六七八九]{2}|二[〇零○][〇零○一二三四五六七八九]{2})年" + _AFTER
)
_WIDE_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_SPACED: Final = re.compile(r"(?<!\d)[12] ?[09] ?\d ?\d ?年")
_DATE_LINE: Final = re.compile(
    r"(?:【?(?:发布|印发|成文|签发|发文)(?:日期|时间)】?[:：]?\s*)?(?:19|20)\d{2}[.-]\d{1,2}[.-]\d{1,2}"
    r"|(?:【?(?:发布|印发|成文|签发|发文)(?:日期|时间)】?[:：]?)?[（(]?\s*(?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?\s*[）)]?"
)
_SAID: Final = re.compile(rf"{_BEFORE}((?:19|20)\d{{2}})年{_AFTER}")
_ASCII_SAID: Final = re.compile(r"(?<![\d/.-])(20\d{2})(?![\d/.-])")
_AHEAD: Final = re.compile("部署|任务|要求|安排|目标|打算|思路|建议")
_NOW: Final = re.compile("党的(?:十[八九]大|二十大)|新时代|习近平|二十届|十[八九]届[一二三四五六七]中全会")
_NEW: Final = 2012
"""A text that speaks of the new era reports on no year before it."""
_SPAN: Final = 6
"""Years before the latest one in which the year reported on may lie: older ones are history."""


_SCHOOL_YEAR: Final = re.compile(
    r"(20\d\d)\s*[-–—－~至/]+\s*(?:20)?(\d\d)\s*学年度?[^，。\n]{0,3}?(第一学期|上学期|)"
)


def year_in(words: str) -> int | None:
    """The first year that words name, in figures or in Chinese digits; None when there is none.

    A school year (2023-2024学年) is that in which it ends, its first term that in which it begins.
    """
    words = words.translate(_WIDE_DIGITS)
    if school := _SCHOOL_YEAR.search(words):
        return int(school[1]) if school[3] else 2000 + int(school[2])
    found = _YEAR.search(words)
    if found:
        return int(found.group(1))
    chinese = _CN_YEAR.search(words)
    if chinese:
        year = int(chinese.group(1).translate(_CN_DIGITS))
        return year if 1900 <= year < 2100 else None
    return None


def year_of_headings(sections: tuple[Section, ...], kind: str) -> int | None:
    """The year the headings look back on; a government report bears the year after, in which it is given."""
    for section in sections:
        year = year_in(section.heading)
        if year and section.role in ("work", "next") and section.level <= 2:
            if kind == "政府工作报告":
                return year if section.role == "next" or _AHEAD.search(section.heading) else year + 1
            return year - 1 if section.role == "next" else year
    return None


def year_of_dates(lines: Iterable[str]) -> int | None:
    """The year of a line near the top that is but a date: （2018年2月12日）."""
    for line in lines:
        if _DATE_LINE.fullmatch(line.strip()) or _DATED_LINE.match(line):
            return year_in(line)
    return None


def year_named_most(text: str, kind: str) -> int | None:
    """The year named most often of the latest ones, aims (到2035年) left out; the earlier one of a tie.

    A government report bears the year in which it is given: the latest of those it keeps naming.
    """
    plain = _SPACED.sub(lambda found: re.sub(r"\s", "", found[0]), text.translate(_WIDE_DIGITS))
    found = _SAID.findall(plain) or (_ASCII_SAID.findall(text) if text.isascii() else [])
    years = Counter(int(year) for year in found)
    years.update(int(year.translate(_CN_DIGITS)) for year in _CN_SAID.findall(plain))
    if _NOW.search(text):
        years = Counter({year: count for year, count in years.items() if year >= _NEW})
    if not years:
        return None
    latest = max((year for year, count in years.items() if count > 1), default=max(years))
    late = {year: count for year, count in years.items() if latest - _SPAN < year <= latest}
    most = max(late.values())
    if kind == "政府工作报告":
        return max(year for year, count in late.items() if count * 3 >= most)
    return min(year for year, count in late.items() if count == most)

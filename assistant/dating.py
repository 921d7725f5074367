"""Keys of dates and periods -> the days they mean, and whether one says no more than another."""

import re
from dataclasses import dataclass
from functools import lru_cache

Day = tuple[int, int]

HALVES = {"上半年": (1, 6), "下半年": (7, 12)}
THIRDS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (21, 31), "末": (21, 31)}
PLAN = "十二三四五六七"
FIRST_PLAN = 2011
"""First year of the twelfth five-year plan (十二五)."""
WORDS = {"今年": 0, "本年": 0, "当年": 0, "去年": -1, "上年": -1, "明年": 1, "次年": 1, "前年": -2, "后年": 2}

KEY = re.compile(r"(?:date|period):(?P<year>\d{4}|[\u4e00-\u9fff]{2})?(?:-(?P<rest>.+))?")
TWO = re.compile(r"(?P<left>\d{0,4}-\d\d-\d\d)/(?P<right>\d{0,4}-\d\d-\d\d)|(?P<first>\d{4})/(?P<last>\d{4})")


@dataclass(frozen=True, slots=True)
class Days:
    """Days from ``first`` to ``last`` of every year from ``since`` to ``until``; 0 where no year is said."""

    first: Day
    last: Day
    since: int = 0
    until: int = 0
    ends: bool = False
    """Whether both ends were named (3月至5月): then neither may be moved."""


@lru_cache(maxsize=4096)
def days(key: str, years: frozenset[str] = frozenset()) -> Days | None:
    """The days of a key; None when it means no days (a time of the clock).

    Args:
        key: Key of an expression of kind date or period.
        years: Years that facts and brief name; 今年 is one of them when there is only one.

    >>> days("period:2023-上半年")
    Days(first=(1, 1), last=(6, 31), since=2023, until=2023, ends=False)
    """
    if plan := re.fullmatch(rf"period:十([{PLAN[1:]}])五", key):
        since = FIRST_PLAN + 5 * (PLAN.index(plan[1]) - 1)
        return Days((1, 1), (12, 31), since, since + 4)
    if two := TWO.fullmatch(key.partition(":")[2]):
        if two["first"]:
            return Days((1, 1), (12, 31), int(two["first"]), int(two["last"]))
        left, right = days(f"date:{two['left']}", years), days(f"date:{two['right']}", years)
        return Days(left.first, right.last, left.since, right.until, ends=True) if left and right else None
    found = KEY.fullmatch(key)
    if found is None or not (found["year"] or found["rest"]):
        return None
    year = _year(found["year"], years)
    part = _part(found["rest"] or "")
    ends = "/" in (found["rest"] or "")
    return Days(*part, year, year, ends) if part and year >= 0 else None


def _year(text: str | None, years: frozenset[str]) -> int:
    """0 where none is said, -1 where it cannot be told."""
    if not text:
        return 0
    if text.isdigit():
        return int(text)
    if text in WORDS and len(years) == 1:
        return int(next(iter(years))) + WORDS[text]
    return 0 if WORDS.get(text) == 0 else -1


def _part(text: str) -> tuple[Day, Day] | None:
    """First and last day of a part of a year: 03-24, 03, 下半年, 1季度, 前3季度, 01/03, 03-下旬."""
    if not text:
        return (1, 1), (12, 31)
    if text in HALVES:
        return (HALVES[text][0], 1), (HALVES[text][1], 31)
    if third := re.fullmatch(rf"(\d\d)-({'|'.join(THIRDS)})", text):
        month, (low, high) = int(third[1]), THIRDS[third[2]]
        return (month, low), (month, high)
    if day := re.fullmatch(r"(\d\d)(?:-(\d\d))?", text):
        month = int(day[1])
        return ((month, int(day[2])), (month, int(day[2]))) if day[2] else ((month, 1), (month, 31))
    if quarter := re.fullmatch(r"(前)?(\d{1,2})(季度|月)", text):
        size = 3 if quarter[3] == "季度" else 1
        last = int(quarter[2]) * size
        return (1 if quarter[1] else last - size + 1, 1), (last, 31)
    if months := re.fullmatch(r"(\d\d)/(\d\d)", text):
        return (int(months[1]), 1), (int(months[2]), 31)
    return None


def covers(wide: Days, narrow: Days, years: frozenset[str]) -> bool:
    """Whether ``narrow`` lies within ``wide``, so that ``wide`` says nothing that ``narrow`` does not.

    A year that ``narrow`` leaves out may be any of ``years``.
    """
    if wide.ends and not _same_ends(wide, narrow):
        return False
    if not wide.since:
        return wide.first <= narrow.first and narrow.last <= wide.last
    if narrow.since:
        inside = wide.since <= narrow.since and narrow.until <= wide.until
    else:
        inside = any(wide.since <= int(year) <= wide.until for year in years)
    return inside and (wide.until > wide.since or (wide.first <= narrow.first and narrow.last <= wide.last))


def _same_ends(wide: Days, narrow: Days) -> bool:
    """Whether both name the same months, and the same days where the wide one names days."""
    if (wide.first[1], wide.last[1]) != (1, 31):
        return (wide.first, wide.last) == (narrow.first, narrow.last)
    return (wide.first[0], wide.last[0]) == (narrow.first[0], narrow.last[0])

"""English text -> its years, plan periods and what is said of one year alone: what goes stale in English.

A date such as 17 May 2024 is an expression and told as one; here is what only the words around a year say.
"""

import re
from collections.abc import Iterator
from typing import Final

from assistant.stale import Stale
from assistant.tied import FIRST
from index.types import Span

_YEAR: Final = re.compile(r"(?<![\d.,:/–-])(?<!RMB )(?<!No\. )((?:19|20)\d\d)(?![\d%]|[.,:/–-]\d)")
_TWO: Final = re.compile(r"(?<![\d.,])((?:19|20)\d\d)([–—/-])(\d\d)(?!\d|[.,/–-]\d)")
"""A year that runs over two: 2022–23."""
_ENDED: Final = re.compile(
    r"\b(?:(?:31|30|1) (?:January|March|April|June|July|September|October|December)"
    r"|(?:January|March|April|June|July|September|October|December) (?:31|30|1)),? ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)  # fmt: skip
"""Where a year of accounts begins or ends: the day stands, the year moves on."""
NUMBERED: Final = re.compile(r"\d+(?:\.\d+)+\.?[ \t]+(?=[A-Z])")
"""The number of a heading, which counts nothing."""
_RELATIVE: Final = re.compile(
    r"\b(?:(?:last|next|this|the (?:previous|coming|past|preceding)) year"
    r"|(?:the )?(?:first|second|latter) half(?: of the year)?|the year before)\b", re.IGNORECASE
)  # fmt: skip
_COUNT: Final = (
    r"(?:\d+(?:st|nd|rd|th)|first|final|last|opening|closing|second|third|fourth|fifth|middle|key)"
)
_PLAN: Final = re.compile(
    r"(?:the )?\b(?P<number>\d+)(?:st|nd|rd|th) Five-Year Plan(?: period)?", re.IGNORECASE
)
_MEETING: Final = re.compile(
    r"\b\d+(?:st|nd|rd|th) (?:(?:CPC|Party|Central|National|People's) )*(?:Congress|Committee)\b"
)
_TIED: Final = re.compile(
    rf"\b(?:(?:19|20)\d\d|it|this|this year|the year)\s+(?:is|was|marks|marked)\s+(?:also )?(?:the|our)\s+"
    rf"(?:{_COUNT}\s+(?:full )?(?:year|anniversary)\b|year of\b)[^.,;:\n]*", re.IGNORECASE
)  # fmt: skip
_FIRST_PLAN: Final = 10
"""Number of the plan that began in ``FIRST``."""
_YEARS: Final = 5


def years(text: str, year: int, before: int) -> Iterator[Stale]:
    """Each year: the report's own and those beside it move on; next to it, what is told by its relation.

    Args:
        text: The old report.
        year: Year of the report to be.
        before: Year the old report is on.
    """
    for found in (*_YEAR.finditer(text), *_TWO.finditer(text), *_ENDED.finditer(text)):
        said = int(found[1])
        own = said in (before - 1, before, before + 1)
        put = _moved(found, said + year - before) if own else ""
        yield Stale(
            "year", Span(*found.span()), found[0], "fill" if own else "keep", put,
            "own_year" if own else "other_year",
        )  # fmt: skip
    for found in _RELATIVE.finditer(text):
        yield Stale("year", Span(*found.span()), found[0], "keep", why="relative")


def eras(text: str, year: int, before: int) -> Iterator[Stale]:
    """Congresses stay; a plan period is to be filled when the new year lies in another one than the old."""
    for found in _MEETING.finditer(text):
        yield Stale("era", Span(*found.span()), found[0], "keep", why="dated")
    old, new = _plan_of(before), _plan_of(year)
    for found in _PLAN.finditer(text):
        over = int(found["number"]) == old != new
        ask = f"plan period, last year {found[0]}; {year} lies in the {new}th" if over else ""
        why = "period" if over else "dated"
        yield Stale("era", Span(*found.span()), found[0], "fill" if over else "keep", why=why, ask=ask)


def tied(text: str, year: int) -> Iterator[Stale]:
    """What is said of one year alone: the final year of a plan, an anniversary."""
    for found in _TIED.finditer(text):
        ask = f"what {year} is, last year “{found[0].strip()}”"
        yield Stale("tied", Span(*found.span()), found[0], "fill", why="one_year", ask=ask)


def _moved(found: re.Match[str], said: int) -> str:
    """The words with another year in them; of two years both."""
    if found.re is _TWO:
        return f"{said}{found[2]}{(said + 1) % 100:02}"
    at = found.start(1) - found.start()
    return f"{found[0][:at]}{said}{found[0][at + 4 :]}"


def _plan_of(year: int) -> int:
    return (year - FIRST) // _YEARS + _FIRST_PLAN

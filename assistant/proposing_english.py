"""English samples or facts -> a plan in English: headings that many of the samples have, else the usual ones.

Nothing of it is Chinese: title, headings, how it begins and ends.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from assistant.plan import CLOSING, OPENING, Heading, Plan
from assistant.standard import language_of
from assistant.stock import stock
from assistant.types import Fact
from index.expressions import expressions
from index.roles import role_of_heading
from index.types import Report, Role
from index.wording import plain_heading

FEWEST: Final = 2
"""Headings of work that a plan takes from samples at least; with fewer the usual ones stand."""
MOST: Final = 8
_OFTEN: Final = 0.4
_LONGEST: Final = 60
_NUMBER: Final = re.compile(r"^[\d.]+\s+")
_OWN: Final = re.compile(r"\d|\bmy\b|\b(?:19|20)\d\d\b", re.IGNORECASE)


def speaks_english(reports: Sequence[Report], facts: Sequence[Fact]) -> bool:
    """Whether the report is to be English: the facts say, and without facts the samples."""
    if facts:
        return language_of("\n".join(fact.text for fact in facts)) == "en"
    return bool(reports) and all(language_of(report.text) == "en" for report in reports)


def propose_english(reports: Sequence[Report], kind: str = "", year: int | None = None) -> Plan:
    """An English plan after the English ones of the reports."""
    english = [report for report in reports if language_of(report.text) == "en"]
    told = list(_common(english))
    usual = [Heading("", 1, text, _role(text)) for text in stock("reports")["english"]["headings"]]
    if sum(one.role == "work" for one in told) < FEWEST:
        told = [one for one in usual if one.role == "work"]
    told = [one for one in told if one.role == "work"] + [
        next((one for one in told if one.role == role), next(one for one in usual if one.role == role))
        for role in ("problems", "next")
    ]
    ends = [Heading("", 0, OPENING, "opening"), *told, Heading("", 0, CLOSING, "closing")]
    headings = tuple(
        Heading(f"H{place}", one.level, one.text, one.role, one.reports) for place, one in enumerate(ends, 1)
    )
    personal = "述职" in kind
    called = stock("reports")["english"]["personal" if personal else "called"]
    title = f"{called} {year}" if year else str(called)
    return Plan(title, kind, "个人" if personal else "班子", year, "our office", headings)


def _common(reports: Sequence[Report]) -> Iterator[Heading]:
    """Headings of the first rank that many reports have, where the first of them has them."""
    held: Counter[str] = Counter()
    said: dict[str, str] = {}
    for report in reports:
        for text in dict.fromkeys(_headings(report)):
            held[text.casefold()] += 1
            said.setdefault(text.casefold(), text)
    least = max(min(2, len(reports)), _OFTEN * len(reports))
    kept = [name for name in said if held[name] >= least][:MOST]
    for name in kept:
        yield Heading("", 1, said[name], _role(said[name]), held[name])


def _headings(report: Report) -> Iterator[str]:
    for section in report.sections:
        text = _NUMBER.sub("", plain_heading(section.heading))
        if section.parent is None and _is_clean(text) and _role(text) in ("work", "problems", "next"):
            yield text.capitalize() if text.isupper() else text


def _is_clean(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and not _OWN.search(text) and not expressions(text)


def _role(text: str) -> Role:
    return role_of_heading(text) or "work"

"""Last year's own report and a year -> every place that has grown stale, and the text after the choices.

Deterministic: years, 届次, figures, dates, names, set formulations and plans now due, each with its span,
what it is and what to do. Laws, tested as written: every expression of the old text lies in the list; what
no choice touches is byte-identical; the list of the same text and year is the same.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from assistant import rolling_chinese, rolling_english
from assistant.due import due, signed
from assistant.outdating import outdated
from assistant.rolling_chinese import PHASE, year_of
from assistant.rolling_english import NUMBERED
from assistant.stale import Choice, Kind, Stale, What, blank, chosen, covered
from assistant.standard import language_of
from assistant.telling import Language
from assistant.tied import periods, tied
from index.errors import ShelfError
from index.expressions import expressions
from index.types import Expression, Section, Span

__all__ = ["Choice", "Kind", "Stale", "What", "applied", "blank", "is_earlier", "own_year", "roll"]

FIGURES: Final = frozenset(("count", "percent", "points", "money", "ratio", "range"))
NAMES: Final = frozenset(("organisation", "person", "place", "contact"))
TITLES: Final = frozenset(("title", "docno", "article", "slogan"))
_OWN: Final = re.compile(r"(?<!\d)((?:19|20)\d\d|(?:一九|二[〇零○Ｏ])[〇零○Ｏ一二三四五六七八九]{2})(?=年)")
_OWN_ENGLISH: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)\b")
_ENDS: Final = ("。", "；", "！", ".", ";")
_FAR: Final = 2
"""Years before the report's own from which a date is no longer last year's matter."""


def roll(
    text: str, year: int, sections: Sequence[Section] = (), before: int | None = None
) -> tuple[Stale, ...]:
    """Every stale place of last year's report, by where it begins; a plan before what stands in it.

    Args:
        text: The old report, as the shelf holds it.
        year: Year of the report to be.
        sections: Its sections; sentences of next steps are plans that are due now.
        before: Year the old report is on; None to read it from the text.
    """
    before = before if before is not None and before < year else own_year(text, year)
    plans = list(due(text, year, sections))
    said = list(_said(text, before))
    if language_of(text) == "en":
        alone = list(rolling_english.tied(text, year))
        timed = [*rolling_english.years(text, year, before), *rolling_english.eras(text, year, before)]
    else:
        alone = list(tied(text, year))
        timed = [
            *periods(text, year, before), *rolling_chinese.years(text, year, before),
            *rolling_chinese.eras(text), *rolling_chinese.claims(text),
        ]  # fmt: skip
    whole = [_whole(row, said, text) for row in (*signed(text), *alone)]
    found = _apart([*timed, *outdated(text, year), *said], whole)
    order = {"next": 0, "plan": 1}
    return tuple(
        _within(sorted([*plans, *found], key=lambda o: (o.span.start, order.get(o.kind, 2), -o.span.end)))
    )


def own_year(text: str, year: int) -> int:
    """The year the old report is on: the most said before ``year``; the one before it when none is."""
    pattern = _OWN_ENGLISH if language_of(text) == "en" else _OWN
    said = [one for found in pattern.findall(text) if (one := year_of(found)) < year]
    return max(sorted(set(said), reverse=True), key=said.count, default=year - 1)


def is_earlier(text: str, year: int) -> bool:
    """Whether a report is on a year before ``year``: one read out next January names that year too.

    >>> is_earlier("2024年，开会9次。2025年，打算。", 2025), is_earlier("2024年，开会。2024年，整改。", 2024)
    (True, False)
    """
    pattern = _OWN_ENGLISH if language_of(text) == "en" else _OWN
    said = Counter(year_of(found) for found in pattern.findall(text))
    most = max(said.values(), default=0)
    earlier = sum(count for one, count in said.items() if one < year)
    return not said or most <= 2 * earlier or max(said, key=lambda one: (said[one], -one)) < year


def applied(text: str, rows: Sequence[Stale], choices: Mapping[int, Choice]) -> str:
    """The text after the choices, by place in the list; a place without one gets what is proposed.

    Raises:
        ShelfError: ``roll_choice`` for a place or a choice that there is not.
    """
    for number, choice in choices.items():
        if not 0 <= number < len(rows) or choice.what not in ("fill", "keep", "drop"):
            raise ShelfError("roll_choice", number=number + 1, choice=choice.what)
    out, at = [], 0
    for start, end, words in sorted(_edits(rows, choices, language_of(text))):
        if start < at and start < end:
            continue
        out += [text[at:start], words]
        at = max(at, end)
    return "".join([*out, text[at:]])


def _edits(
    rows: Sequence[Stale], choices: Mapping[int, Choice], language: Language
) -> Iterator[tuple[int, int, str]]:
    """(start, end, words) of all that changes; what became of a plan goes where that work is told."""
    told: dict[int, str] = {}
    for number, row in enumerate(rows):
        choice = chosen(rows, choices, number)
        if row.kind == "plan" and choice.what == "fill":
            told[row.at] = told.get(row.at, "") + _account(choice.put, language)
        elif choice.what != "keep" and not covered(rows, choices, number):
            yield (
                row.span.start,
                row.span.end,
                "" if choice.what == "drop" else choice.put or blank(row, language),
            )
    yield from ((where, where, words) for where, words in told.items() if words)


def _account(put: str, language: Language) -> str:
    """What became of a plan as a sentence that goes on after others; nothing for nothing."""
    if not put:
        return ""
    stop = "" if put.endswith(_ENDS) else "." if language == "en" else "。"
    return f"{' ' if language == 'en' else ''}{put}{stop}"


def _said(text: str, before: int) -> Iterator[Stale]:
    """Every expression by what it is; figures and dates are last year's, names and titles may stand."""
    for one in expressions(text):
        kind, what, why = _sort(one, before)
        numbered = one.span.start == text.rfind("\n", 0, one.span.start) + 1 and NUMBERED.match(
            text, one.span.start
        )
        if numbered or PHASE.match(text, one.span.start):
            kind, what, why = "title", "keep", "standing"
        yield Stale(kind, one.span, one.text, what, why=why)


def _sort(one: Expression, before: int) -> tuple[Kind, What, str]:
    if one.kind in FIGURES:
        return "figure", "fill", "measured"
    if one.kind in ("date", "period"):
        return ("date", "keep", "other_year") if _far(one.text, before) else ("date", "fill", "dated")
    if one.kind in ("meeting", "ordinal"):
        return "era", "keep", "dated"
    if one.kind in NAMES:
        return "name", "keep", "named"
    if one.kind == "blank":
        return "blank", "keep", "open"
    own = one.kind == "title" and str(before) in one.text
    return ("title", "fill", "dated") if own else ("title", "keep", "standing")


def _far(words: str, before: int) -> bool:
    """Whether a date is of a year long before or after the report's own: since 2021年5月, by 2030年."""
    said = [year_of(found) for found in _OWN.findall(words)]
    if not said and re.match("[〇零一二三四五六七八九]{4}年", words):
        return True  # 一二三四年级
    return bool(said) and (said[0] <= before - _FAR or said[-1] >= before + _FAR)


def _apart(rows: Sequence[Stale], whole: Sequence[Stale] = ()) -> list[Stale]:
    """The places without overlap: of two the wider one, which an expression never loses to a part of it.

    A year inside a date, meeting or title moves on alone only where nothing wider holds it; what is told of
    one year alone, and the date of the signature, hold all that stands in them.
    """
    held: list[Stale] = []
    for row in [*_by_width(whole), *_by_width(rows)]:
        over = [o for o in held if row.span.start < o.span.end and o.span.start < row.span.end]
        part = any(o.span.start <= row.span.start and row.span.end <= o.span.end for o in over)
        if not over or (not part and all(len(o.span) < len(row.span) for o in over)):
            held = [*(o for o in held if o not in over), row]
    return held


def _whole(row: Stale, said: Sequence[Stale], text: str) -> Stale:
    """A place widened to hold the expressions that stand partly in it."""
    over = [o.span for o in said if row.span.start < o.span.end and o.span.start < row.span.end]
    start = min([row.span.start, *(one.start for one in over)])
    span = Span(start, max([row.span.end, *(one.end for one in over)]))
    return replace(row, span=span, text=span.of(text))


def _by_width(rows: Sequence[Stale]) -> list[Stale]:
    return sorted(rows, key=lambda one: (-len(one.span), one.span.start))


def _within(rows: Sequence[Stale]) -> Iterator[Stale]:
    above: list[tuple[int, Span]] = []
    for number, row in enumerate(rows):
        above = [one for one in above if row.span.start < one[1].end]
        yield replace(row, within=above[-1][0] if above else None)
        if row.kind in ("next", "plan"):
            above.append((number, row.span))

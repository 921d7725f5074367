"""Last year's own report and a year -> every place that has grown stale, and the text after the choices.

Deterministic: years, 届次, figures, dates, names, set formulations and plans now due, each with its span,
what it is and what to do. Laws, tested as written: every expression of the old text lies in the list; what
no choice touches is byte-identical; the list of the same text and year is the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from assistant.due import due, signed
from assistant.outdating import outdated
from assistant.stale import Choice, Kind, Stale, What, blank, chosen, covered
from assistant.tied import periods, tied
from index.errors import ShelfError
from index.expressions import expressions
from index.types import Expression, Section, Span

__all__ = ["Choice", "Kind", "Stale", "What", "applied", "blank", "own_year", "roll"]

FIGURES: Final = frozenset(("count", "percent", "points", "money", "ratio", "range"))
NAMES: Final = frozenset(("organisation", "person", "place", "contact"))
TITLES: Final = frozenset(("title", "docno", "article", "slogan"))
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年度?|(?=[—–-](?:19|20)\d\d年))")
_ERA: Final = re.compile(
    r"(?:党的)?二?十[一二三四五六七八九]?大(?=精神|报告|以来|召开|胜利|提出|作出|部署|和|、|确定)"
    r"|党的二?十[一二三四五六七八九]?大|二?十[一二三四五六七八九]?届[一二三四五六七、和历次中]{1,12}全会"
    r"|[“\"]十[一二三四五六七]五[”\"](?:规划|计划|时期|期间)?|十[一二三四五六七]五(?:规划|计划|时期|期间|收官|开局|末|中期)|(?:第[一二三四五六七八九十]+|本)届"
    r"|[一二三四五六七八九十]+届[一二三四五六七八九十]+次(?:全会|会议|全体会议)"
)
_ENDS: Final = ("。", "；", "！", ".", ";")
_RELATIVE: Final = re.compile(r"(?:去年|上年度?|前年|明年|来年|下一年度?|上半年|下半年)")


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
    said = list(_said(text))
    whole = [_whole(row, said, text) for row in (*signed(text), *tied(text, year))]
    found = _apart([
        *periods(text, year, before), *_years(text, year, before), *_eras(text), *outdated(text, year),
        *said,
    ], whole)  # fmt: skip
    order = {"next": 0, "plan": 1}
    return tuple(
        _within(sorted([*plans, *found], key=lambda o: (o.span.start, order.get(o.kind, 2), -o.span.end)))
    )


def own_year(text: str, year: int) -> int:
    """The year the old report is on: the most said before ``year``; the one before it when none is."""
    said = [int(one) for one in re.findall(r"(?<!\d)((?:19|20)\d\d)(?=年)", text) if int(one) < year]
    return max(sorted(set(said), reverse=True), key=said.count, default=year - 1)


def applied(text: str, rows: Sequence[Stale], choices: Mapping[int, Choice]) -> str:
    """The text after the choices, by place in the list; a place without one gets what is proposed.

    Raises:
        ShelfError: ``roll_choice`` for a place or a choice that there is not.
    """
    for number, choice in choices.items():
        if not 0 <= number < len(rows) or choice.what not in ("fill", "keep", "drop"):
            raise ShelfError("roll_choice", number=number + 1, choice=choice.what)
    out, at = [], 0
    for start, end, words in sorted(_edits(rows, choices)):
        if start < at and start < end:
            continue
        out += [text[at:start], words]
        at = max(at, end)
    return "".join([*out, text[at:]])


def _edits(rows: Sequence[Stale], choices: Mapping[int, Choice]) -> Iterator[tuple[int, int, str]]:
    """(start, end, words) of all that changes; what became of a plan goes where that work is told."""
    told: dict[int, str] = {}
    for number, row in enumerate(rows):
        choice = chosen(rows, choices, number)
        if row.kind == "plan" and choice.what == "fill":
            put = choice.put if choice.put.endswith(_ENDS) or not choice.put else f"{choice.put}。"
            told[row.at] = told.get(row.at, "") + put
        elif choice.what != "keep" and not covered(rows, choices, number):
            yield row.span.start, row.span.end, "" if choice.what == "drop" else choice.put or blank(row)
    yield from ((where, where, words) for where, words in told.items() if words)


def _years(text: str, year: int, before: int) -> Iterator[Stale]:
    """Each year: the report's own and those around it move on, one of a document or long past may stay."""
    for found in _YEAR.finditer(text):
        said = int(found[1])
        own = said in (before, before - 1, before + 1)
        put = str(said + year - before) + found[0][4:] if own else ""
        yield Stale(
            "year", Span(*found.span()), found[0], "fill" if own else "keep", put,
            "own_year" if own else "other_year",
        )  # fmt: skip
    for found in _RELATIVE.finditer(text):
        yield Stale("year", Span(*found.span()), found[0], "keep", why="relative")


def _eras(text: str) -> Iterator[Stale]:
    for found in _ERA.finditer(text):
        yield Stale("era", Span(*found.span()), found[0], "keep", why="dated")


def _said(text: str) -> Iterator[Stale]:
    """Every expression by what it is; figures and dates are last year's, names and titles may stand."""
    for one in expressions(text):
        kind, what, why = _sort(one)
        yield Stale(kind, one.span, one.text, what, why=why)


def _sort(one: Expression) -> tuple[Kind, What, str]:
    if one.kind in FIGURES:
        return "figure", "fill", "measured"
    if one.kind in ("date", "period"):
        return "date", "fill", "dated"
    if one.kind in ("meeting", "ordinal"):
        return "era", "keep", "dated"
    if one.kind in NAMES:
        return "name", "keep", "named"
    if one.kind == "blank":
        return "blank", "keep", "open"
    return "title", "keep", "standing"


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

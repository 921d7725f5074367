"""Last year's own report and a year -> every place that has grown stale, and the text after the choices.

Deterministic: years, 届次, figures, dates, names, set formulations and plans now due, each with its span,
what it is and what to do. Laws, tested as written: every expression of the old text lies in the list; what
no choice touches is byte-identical; the list of the same text and year is the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from index.errors import ShelfError
from index.expressions import expressions
from index.formulations import formulations
from index.roles import assign, role_of_text
from index.sentences import sentences
from index.types import Expression, Section, Span

Kind = Literal["year", "era", "figure", "date", "name", "title", "formulation", "plan", "blank"]
What = Literal["fill", "keep", "drop"]

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
_RELATIVE: Final = re.compile(r"(?:去年|上年度?|前年|明年|来年|下一年度?|上半年|下半年)")
_WORDS: Final[dict[str, str]] = {
    "year": "年份", "era": "届次", "figure": "数据", "date": "时间", "name": "名称", "title": "文件名称",
    "formulation": "提法", "plan": "该项计划的完成情况", "blank": "内容",
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
    """A code: own_year, other_year, relative, outdated, due, measured, dated, named, standing, open."""
    within: int | None = None
    """Place in the list of the plan it belongs to; when that is dropped or filled, this goes with it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the writer wants of one place; ``put`` stands there, a visible blank where it is empty."""

    what: What
    put: str = ""


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
    plans = tuple(_plans(text, sections))
    found = _apart([*_years(text, year, before), *_eras(text), *_formulations(text, year), *_said(text)])
    rows = sorted([*plans, *found], key=lambda one: (one.span.start, -one.span.end))
    return tuple(_within(rows))


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
    for number, row in enumerate(rows):
        choice = choices.get(number) or Choice(row.what, row.put)
        above = row.within
        if above is not None and (choices.get(above) or Choice(rows[above].what)).what != "keep":
            continue
        if choice.what == "keep" or row.span.start < at:
            continue
        out += [text[at : row.span.start], "" if choice.what == "drop" else choice.put or blank(row)]
        at = row.span.end
    return "".join([*out, text[at:]])


def blank(row: Stale) -> str:
    """What stands where only the writer knows: 【待补充：数据，上年为28次】."""
    words = _WORDS[row.kind]
    if row.kind == "plan":
        short = re.sub(r"[【】\n]", "", row.text).rstrip("。；")
        return f"【待补充：{words}（上年计划：{short}）】" + ("。" if row.text.endswith("。") else "")
    return f"【待补充：{words}，上年为{re.sub('[【】]', '', row.text)}】" if row.kind != "blank" else row.text


def _plans(text: str, sections: Sequence[Section]) -> Iterator[Stale]:
    """Sentences of next steps: what was planned for the year that is told now."""
    roles = list(assign(sections, text)) if sections else []
    for span in sentences(text):
        words = span.of(text)
        holder = [one for one in roles if one.body.start <= span.start < one.body.end]
        headed = any(span.start < one.body.start and one.span.start <= span.start for one in holder)
        if headed or len(words.strip()) < 8 or words.rstrip().endswith(("：", ":")):
            continue
        if (holder and holder[-1].role == "next") or role_of_text(words) == "next":
            start = span.start + len(words) - len(words.lstrip())
            end = start + len(words.strip())
            yield Stale("plan", Span(start, end), text[start:end], "fill", why="due")


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


def _formulations(text: str, year: int) -> Iterator[Stale]:
    for one in formulations(text):
        if one.outdated(year):
            yield Stale("formulation", one.span, one.text, "fill", one.entry.next, "outdated")


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


def _apart(rows: Sequence[Stale]) -> list[Stale]:
    """The places without overlap: of two the wider one, which an expression never loses to a part of it.

    A year inside a date, meeting or title moves on alone only where nothing wider holds it.
    """
    held: list[Stale] = []
    for row in sorted(rows, key=lambda one: (-len(one.span), one.span.start)):
        if not any(row.span.start < one.span.end and one.span.start < row.span.end for one in held):
            held.append(row)
    return held


def _within(rows: Sequence[Stale]) -> Iterator[Stale]:
    plan: tuple[int, Span] | None = None
    for number, row in enumerate(rows):
        if row.kind == "plan":
            plan = (number, row.span)
        inside = plan is not None and row.kind != "plan" and row.span.start < plan[1].end
        where = plan[0] if plan is not None and inside else None
        yield Stale(row.kind, row.span, row.text, row.what, row.put, row.why, where)

"""Text -> its typed particulars: figures, dates, meetings, titles, names, places, contacts, blanks."""

import re
from collections.abc import Callable, Iterable

from index import (
    blanks,
    contacts,
    dates,
    meetings,
    organisations,
    persons,
    places,
    quantities,
    rates,
    spelled,
    titles,
)
from index.folding import Folded, Mark, fold, hide, hits
from index.formulations import known, regional
from index.types import Expression

Stage = Callable[[str], Iterable[Mark]]

# Numbers that only order the text: 一是, 一、, （一）, 1., （1）.
ENUMERATOR = re.compile(
    r"(?:^|(?<=[\n。；：:;！？”）)】]))[ \u3000\t]*(?:"
    r"(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:是|要|、|\.|．)|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]"
    r"|\d{1,2}(?:[、．]|\.(?!\d(?!\d{3}年))|\)|）)|\d{1,2}(?:\.\d{1,2}){1,2}(?=[ \u3000]?[\u4e00-\u9fff]{3,})"
    r"(?![亿万元倍公吨千百亩度年月米个])|[①-⑳])"
    r"|(?:^|(?<=[\n。；：]))第[一二三四五六七八九十]{1,2}[，,、](?=[\u4e00-\u9fff])"
    r"|(?<=[ \u3000，、])[（(]\d{1,2}[）)](?=[\u4e00-\u9fff])"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]|(?<=[，、])[一二三四五六七八九十]是"
)
ORDERING = re.compile("[ \u3000\\t一二三四五六七八九十（(0-9①-⑳第]")
FIRST: tuple[Stage, ...] = (titles.titles, contacts.contacts, dates.plans)
SECOND: tuple[Stage, ...] = (*meetings.STAGES, meetings.documents, meetings.articles, *dates.STAGES)
THIRD: tuple[Stage, ...] = (
    persons.persons,
    organisations.organisations,
    places.places,
    rates.rates,
    quantities.quantities,
    spelled.spelled,
)


def _settle(marks: Iterable[Mark]) -> list[Mark]:
    """Without overlaps: of two the longer stays, of equal ones the earlier."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        if kept and mark.start < kept[-1].end:
            if mark.end - mark.start > kept[-1].end - kept[-1].start:
                kept[-1] = mark
            continue
        kept.append(mark)
    return kept


class _Page:
    """A folded page whose stretches are hidden as stages speak for them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.marks: list[Mark] = []

    def run(self, stage: Stage) -> None:
        found = _settle(stage(self.text))
        self.marks += found
        self.hide([(mark.start, mark.end) for mark in found])

    def hide(self, spans: list[tuple[int, int]]) -> None:
        self.text = hide(self.text, spans)


def _joined(marks: list[Mark], page: str) -> list[Mark]:
    """Sorted marks with a place and the organisation right behind it made one organisation."""
    joined: list[Mark] = []
    for mark in sorted(marks):
        while (
            mark.kind == "organisation"
            and joined
            and joined[-1].kind == "place"
            and joined[-1].end == mark.start
        ):
            place = joined.pop()
            mark = Mark(place.start, mark.end, "organisation", f"organisation:{page[place.start : mark.end]}")
        joined.append(mark)
    return joined


def _marks(folded: Folded) -> list[Mark]:
    page = _Page(folded.text)
    for stage in FIRST:
        page.run(stage)
    fixed = [(start, end) for start, end in known(folded.text) if folded.text[max(0, start - 1)] != "第"]
    page.run(lambda _: regional(folded.text))
    page.run(lambda text: titles.slogans(text, fixed))
    page.run(blanks.blanks)
    for stage in SECOND:
        page.run(stage)
    page.hide(fixed)
    page.hide([found.span() for found in hits(ORDERING, ENUMERATOR, folded.text)])
    for stage in THIRD:
        page.run(stage)
    return _joined(page.marks, folded.text)


def expressions(text: str) -> tuple[Expression, ...]:
    """Typed particulars of a text, sorted by span, not overlapping.

    >>> [one.key for one in expressions("2023年3月24日召开党委会二十八次，学习《中国共产党章程》")]
    ['date:2023-03-24', 'count:28:次', 'title:中国共产党章程']
    """
    folded = fold(text)
    found = []
    for mark in _marks(folded):
        span = folded.span(mark.start, mark.end)
        found.append(
            Expression(mark.kind, span, span.of(text), mark.key, mark.low, mark.high, mark.unit, mark.approx)
        )
    return tuple(found)

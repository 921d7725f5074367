"""Text -> the text with its particulars as typed blanks, 〈数〉次, 〈日期〉, 〈人名〉; the phrasing stays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.expressions import expressions
from index.gazetteer import is_listed
from index.numerals import NUMERAL
from index.types import Expression, Span

BLANKS = {
    **dict.fromkeys(("count", "range", "points", "ratio", "ordinal"), "数"),
    "percent": "百分比",
    "money": "金额",
    "date": "日期",
    "period": "时期",
    "meeting": "届次",
    "title": "文件",
    "docno": "文号",
    "article": "条款",
    "organisation": "单位",
    "person": "人名",
    "place": "地名",
    "contact": "联系方式",
    "slogan": "口号",
    "blank": "空",
}
"""Kind of an expression -> what its blank says."""

COUNTED = ("count", "range", "points", "ratio", "ordinal")
NUMBER = re.compile(rf"{NUMERAL}|[数几多余半百千万亿十]")
WORD = re.compile(r"[\u4e00-\u9fffA-Za-z %²㎡]*")
LEFT = re.compile(r"^[余多来几整]|以上$|以下$|之上$|开外$|以内$|之内$|左右$|上下$|有余$")


QUOTES = re.compile("[“”‘’《》]")
REPEATED = {"person": 2, "place": 2, "organisation": 3, "title": 6, "slogan": 4, "contact": 5, "docno": 5}
"""Kinds whose text betrays them wherever it stands, and the least length at which it does."""
STEM = re.compile("([\u4e00-\u9fff]{2,4})[省市县区镇乡村州旗]")


@dataclass(frozen=True, slots=True)
class Particular:
    """A particular taken out of a text: ``span.of(original) == text``, ``blank`` stands in its place."""

    kind: str
    span: Span
    text: str
    blank: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text and what was taken out, sorted, not overlapping."""

    text: str
    particulars: tuple[Particular, ...] = ()


TURNS = 12
"""Rounds after which what still comes to light takes its whole line with it: 《《《…."""


def _measure(text: str) -> str:
    """The measure word a count ends in, without anything of its number: 近28余次 -> 次."""
    ends = [found.end() for found in NUMBER.finditer(text)]
    if not ends:  # 首批, 头等: the word itself is the number
        return ""
    end = ends[-1]
    word = LEFT.sub("", LEFT.sub("", text[end:]))
    return word if WORD.fullmatch(word) else ""


def _blank(one: Expression) -> str:
    if one.kind == "blank":
        return f"〈{one.key.removeprefix('blank:')}〉"
    if one.kind not in COUNTED:
        return f"〈{BLANKS[one.kind]}〉"
    if one.kind == "points":
        return "〈数〉个百分点"
    front = "第" if one.kind == "ordinal" else ""
    return f"{front}〈数〉{_measure(one.text)}"


def _filled(text: str, particulars: list[Particular]) -> str:
    parts = []
    at = 0
    for one in particulars:
        parts += [text[at : one.span.start], one.blank]
        at = one.span.end
    return "".join(parts) + text[at:]


def _original(span: Span, particulars: list[Particular]) -> Span:
    """A span of the masked text as a span of the original; what it touches of a blank counts wholly."""
    shift = 0  # original offset minus masked offset, right of the blanks passed so far
    start = end = -1
    for one in particulars:
        left = one.span.start - shift
        right = left + len(one.blank)
        start = _place(start, span.start, left, right, shift, one.span.start)
        end = _place(end, span.end - 1, left, right, shift, one.span.end - 1)
        shift = one.span.end - right
    return Span(span.start + shift if start < 0 else start, (span.end - 1 + shift if end < 0 else end) + 1)


def _place(known: int, at: int, left: int, right: int, shift: int, inside: int) -> int:
    if known >= 0 or at >= right:
        return known
    return at + shift if at < left else inside


def _merged(text: str, particulars: list[Particular]) -> list[Particular]:
    """Without overlaps, and places that follow one another as one."""
    merged: list[Particular] = []
    for one in sorted(particulars, key=lambda one: (one.span.start, -one.span.end)):
        last = merged[-1] if merged else None
        touching = last is not None and one.kind == last.kind == "place" and last.span.end == one.span.start
        if last is None or not (touching or one.span.start < last.span.end):
            merged.append(one)
            continue
        span = Span(last.span.start, max(last.span.end, one.span.end))
        keep = one if len(one.span) > len(last.span) else last
        merged[-1] = Particular(keep.kind, span, span.of(text), keep.blank)
    return merged


def _names(one: Expression) -> Iterator[str]:
    """What of a particular betrays it wherever it stands again."""
    least = REPEATED.get(one.kind)
    if least is None:
        return
    name = QUOTES.sub("", one.text)
    stem = STEM.fullmatch(name) if one.kind == "place" else None
    for word in (one.text, name, stem[1] if stem and not is_listed(stem[1]) else ""):
        if len(word) >= least:
            yield word


def _again(masked: str, found: list[Expression]) -> list[Expression]:
    """The same names where nothing but the name shows them: 王建国 without 同志, 云溪 without its 县."""
    names = {name: one for one in found for name in _names(one)}
    if not names:
        return []
    taken = {at for one in found for at in range(one.span.start, one.span.end)}
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return [
        replace(names[hit[0]], span=Span(*hit.span()), text=hit[0])
        for hit in re.finditer(pattern, masked)
        if hit.start() not in taken and hit.end() - 1 not in taken
    ]


def _line(text: str, span: Span) -> Span:
    """The line around a span."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))


def mask(text: str) -> Masked:
    """Turn every particular of a text into a typed blank.

    ``expressions(mask(text).text)`` holds nothing but blanks: what a blank lets come to light is taken
    out in another round, and every round takes more of the text.

    >>> mask("3月24日召开党委会28次，形成层层抓落实的工作格局。").text
    '〈日期〉召开党委会〈数〉次，形成层层抓落实的工作格局。'
    """
    particulars: list[Particular] = []
    masked = text
    turn = 0
    while True:
        turn += 1
        found = [one for one in expressions(masked) if one.kind != "blank" or not one.text.startswith("〈")]
        if not found:
            return Masked(masked, tuple(particulars))
        fresh = []
        for one in [*found, *_again(masked, found)]:
            span = _original(one.span if turn < TURNS else _line(masked, one.span), particulars)
            fresh.append(Particular(one.kind, span, span.of(text), _blank(one)))
        before, particulars = particulars, _merged(text, particulars + fresh)
        if particulars == before:
            return Masked(masked, tuple(particulars))
        masked = _filled(text, particulars)

"""Text -> slips of its punctuation: marks without a partner, doubled, of half width among Chinese.

What is faulty in the wording itself (a word said twice, a sentence cut off) is told beside it.
"""

import re
from collections.abc import Iterator
from typing import Final

from assistant.slips import Slip
from assistant.standard import language_of
from index.quality import flags
from index.types import Span

_HAN: Final = r"\u4e00-\u9fff"
_QUOTE: Final = re.compile(r'[“”"]')
_LINE: Final = re.compile(r"[^\n]+")
_BRACKETS: Final = re.compile(rf"\((?=[^()\n]*[{_HAN}])([^()\n]{{1,200}})\)")
_ELLIPSIS: Final = re.compile(rf"(?<=[{_HAN}，、])(?:\.{{3,}}|。{{3,}}|…(?!…)(?<!……))")
_TWICE: Final = re.compile(r"([，；：、！？])\1+|(?<!。)。。(?!。)")
_PILED: Final = re.compile(
    rf"(?<=[{_HAN}”》）%])(?=[，。；：、！？]*[,;:?!.])(?![，。；：、！？,;:?!.]*\.\.)(?![?!？！]+(?![，。；：、,;:.]))"
    r"[，。；：、！？,;:?!.]{2,}"
)
"""Marks of which one is of half width, behind Chinese words: ，, or 。."""
_WIDE: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_STRONG: Final = "。！？"


def marking(text: str) -> tuple[Slip, ...]:
    """Slips of punctuation, in order of their places; none overlaps another that has a ``better``.

    >>> [(slip.text, slip.better) for slip in marking("工作扎实推进，。成效(初步)显现")]
    [('，。', '。'), ('(', '（'), (')', '）')]
    """
    found = [
        Slip(flag.span, flag.kind, flag.text, _better(flag.kind, flag.text))
        for flag in flags(text)
        if not (flag.kind == "unbalanced" and flag.text in "“”" and '"' in _line_of(text, flag.span))
    ]
    if language_of(text) == "zh":
        piled = [
            _slip(text, *mixed.span(), "stray_mark", _strongest(mixed[0])) for mixed in _PILED.finditer(text)
        ]
        found = [*piled, *(slip for slip in found if not any(_meet(slip, other) for other in piled))]
        found += [slip for slip in _chinese(text) if not any(_meet(slip, other) for other in found)]
    return tuple(sorted(found))


def _line_of(text: str, span: Span) -> str:
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : len(text) if end < 0 else end]


def _better(kind: str, text: str) -> str | None:
    if kind == "half_width":
        return _WIDE.get(text)
    if kind == "repeated_particle" and text[0] == text[-1]:
        return text[0]
    if kind == "stray_mark":
        return _strongest(text) if len(text) > 1 else None
    return None


def _strongest(marks: str) -> str | None:
    """The one mark that a doubled one stands for: the same twice, or a stop beside a comma."""
    marks = "".join(_WIDE.get(mark, mark) for mark in marks)
    if len(set(marks)) == 1:
        return marks[0]
    stops = {mark for mark in marks if mark in _STRONG}
    told = stops - {"。"} or stops
    return told.pop() if len(told) == 1 else None


def _chinese(text: str) -> Iterator[Slip]:
    for line in _LINE.finditer(text):
        yield from _straight(text, Span(*line.span()))
    for found in _BRACKETS.finditer(text):
        yield _slip(text, found.start(), found.start() + 1, "half_width", "（")
        yield _slip(text, found.end() - 1, found.end(), "half_width", "）")
    for found in _ELLIPSIS.finditer(text):
        yield _slip(text, *found.span(), "ellipsis", "……")
    for found in _TWICE.finditer(text):
        yield _slip(text, *found.span(), "stray_mark", found[0][0])


def _straight(text: str, line: Span) -> Iterator[Slip]:
    """Straight quotes of a Chinese line; each closes what is open, or opens."""
    if '"' not in line.of(text) or not re.search(f"[{_HAN}]", line.of(text)):
        return
    opened = False
    slips = []
    for found in _QUOTE.finditer(text, line.start, line.end):
        if found[0] == '"':
            slips.append(_slip(text, *found.span(), "straight_quote", "”" if opened else "“"))
        opened = found[0] == "“" or (found[0] == '"' and not opened)
    if not opened:
        yield from slips


def _slip(text: str, start: int, end: int, kind: str, better: str | None) -> Slip:
    return Slip(Span(start, end), kind, text[start:end], better)


def _meet(one: Slip, other: Slip) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end

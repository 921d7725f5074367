"""Lines -> structure marks: 一、（一）1.（1）一是, at a line's start and inside a paragraph.

A mark is a shape, a number and a place. Shapes and their levels are in ``LEVELS``. What only looks
like a mark is left out: 1.5亿元, 2023., 一、二、三产业, （一）至（三）项, and an 一是 without its 二是.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from index.types import Span

Ground = Literal["line", "stop", "colon", "semicolon", "comma"]
"""What a mark stands behind: its line's start, the end of a sentence, or one of ：；，."""

LEVELS: Final = {
    "cn": 1, "part": 1, "node": 1, "roman": 1,
    "paren": 2, "letter": 2,
    "digit": 3,
    "round": 4, "ring": 4, "point": 4, "subpoint": 4,
    "is": 5, "must": 5, "nth": 5, "item": 5, "turn": 5, "first": 5, "named": 5,
}  # fmt: skip
"""Shape -> level: 一、 第一章 第一节 Ⅰ. | （一） A. | 1. | （1） ① 1.1 | 一是 第一， 首先， 亮点一：."""

_CN: Final = "一二三四五六七八九十"
_N: Final = rf"[{_CN}]{{1,3}}"
_TURNS: Final = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "然后": 3, "最后": 4}
_FIRSTS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "finally": 6}

_NO_LIST: Final = (
    rf"(?![{_CN}]{{1,2}}(?:[、，和至到]|次?产|季|线|级|类|等|月|号|批|方面|个|阶段|步|章|节|条|部分|期|届))"
)
"""Not 一、二、三产业 and not 第一、二季度."""
_NO_ITEM: Final = (
    r"(?![至到和]|[、，,]\s?[（(]|[项款条种目号年月日届](?:[至到和、，。；：规所的之）)\s\d]|$)|[）)])"
)
"""Not （一）至（三）项 and not （二）项规定."""
_SERIAL: Final = (
    rf"(?P<is>{_N})是|(?P<must>{_N})要|第(?P<nth>{_N})(?:[，,、：:]{_NO_LIST}|是)"
    rf"|其(?P<item>{_N})(?:[，,、：:]|是)|(?P<turn>首先|其次|再次|再者|然后|最后)[，,：]"
    rf"|(?:亮点|特色|做法|举措|措施|任务|问题|经验|启示|建议|目标|案例|专题|阶段|步骤|体会|成效|困难|不足|短板|板块|创新点?|重点)"
    rf"(?P<named>{_N}|\d{{1,2}})[：:]"
    r"|(?P<first>First|Second|Third|Fourth|Fifth|Finally)(?:ly)?[,:]"
)
_NUMBERED: Final = (
    rf"(?P<cn>{_N})\s?[、．﹒]{_NO_LIST}"
    rf"|[（(〔]\s?(?P<paren>{_N}|[㈠-㈩])\s?[）)〕]{_NO_ITEM}[、．]?"
    rf"|(?P<small>[㈠-㈩])[、．]?"
    rf"|[（(]\s?(?P<round>\d{{1,2}})\s?[）)]{_NO_ITEM}[、．]?"
    r"|(?P<ring>[①-⒇❶-❿])[、．.]?"
    r"|(?P<digit>\d{1,2})\s?(?:[.．、﹒](?!\d(?!\d{3}年)|\s?\d{1,2}[.．、])|[)）](?!\d))"
    r"|(?P<dotted>[⒈-⒛])|(?P<zero>0[1-9])(?=\s?[\u4e00-\u9fff])(?!\s?[年月日时点分号期届])"
)
_LINE: Final = re.compile(
    rf"[\s\u3000]*(?:#{{1,6}}[ \t]*|\*\*)?(?:{_NUMBERED}|{_SERIAL}"
    rf"|(?P<cndot>{_N})\.(?=\s*[^\x00-\x7f])"
    rf"|第\s?(?P<part>{_N}|\d{{1,2}})\s?(?:部分|章|篇|编)(?=[\s\u3000：:、]|$|[^，。；]{{1,30}}$)[：:、]?"
    rf"|第\s?(?P<node>{_N}|\d{{1,2}})\s?节(?=[\s\u3000：:、]|$|[^，。；]{{1,30}}$)[：:、]?"
    r"|(?:Part|Chapter|PART|CHAPTER)\s(?P<chapter>\d{1,2}|[IVX]{1,5})\b[.:]?"
    r"|(?P<roman>[Ⅰ-Ⅻ]|[IVX]{1,5})[.．、](?=\s|[^\x00-\x7f])"
    r"|(?P<point>\d{1,2}(?:\.\d{1,2}){1,2})[.．、]?(?=\s+[^\d\s%％]|[\u4e00-\u9fff]{2,30}(?:$|\n))"
    rf"|(?P<half>{_N})[）)](?=[^，。、；])|(?:Section|SECTION)\s(?P<section>\d{{1,2}}|[IVX]{{1,5}})\b[.:]?"
    r"|(?P<letter>[A-H])[.)]\s+(?=[A-Z\u4e00-\u9fff]))[\s\u3000]*"
)
_INSIDE: Final = re.compile(
    rf"(?:(?<=[。！？!?；;：:，,…”’）)】])[\s\u3000]{{0,4}}|(?<=\.)\s{{1,4}})(?=(?P<all>{_NUMBERED}|{_SERIAL}))"
)
_INSIDE_OR_BLANK: Final = re.compile(_INSIDE.pattern.replace("(?:", r"(?:(?<=\S)[ \u3000]{1,4}(?=一、)|", 1))
"""A report of one line may have but a blank before its first part."""
_NUMERAL: Final = 4
_LOOSE: Final = re.compile(
    rf"[\s\u3000]*(?P<mark>(?P<numeral>{_N})(?:[ \t\u3000]+|[：:，])|【(?P<boxed>{_N})】"
    r"|(?P<digits>\d{1,2})[ \t\u3000]+)[\s\u3000]*"
    r"(?=[\u4e00-\u9fff“《][^。\n]{1,40}(?:[。：:]|$)|[A-Z][^.\n]{2,60}$)",
    re.M,
)
_WORD_AFTER_SHAPE: Final = re.compile(r"[亿万元％%千百米度]")
_CLOSERS: Final = "”’）)】 \u3000"
_GROUNDS: Final[dict[str, Ground]] = {
    **dict.fromkeys("。！？!?….", "stop"),
    **dict.fromkeys("：:", "colon"),
    **dict.fromkeys("；;", "semicolon"),
    **dict.fromkeys("，,", "comma"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A structure mark found in a text."""

    shape: str
    number: int
    start: int
    """Offset of its first character in the text."""
    end: int
    """Offset of what follows the mark, blanks passed over."""
    line: int
    """Place of its line among the lines."""
    ground: Ground

    @property
    def level(self) -> int:
        """Rank of its shape, 1 to 5."""
        return LEVELS[self.shape]


def line_mark(line: str, offset: int, place: int) -> Mark | None:
    """The mark that ``line`` begins with, if it looks like one; whether it fits a run is not asked.

    Args:
        line: One line of the text.
        offset: Where the line begins in the text.
        place: Which line it is.
    """
    found = _LINE.match(line)
    if found is None or found.end() >= len(line):
        return None
    shape, number = _read(found)
    if number == 0 or (shape == "digit" and _WORD_AFTER_SHAPE.match(line, found.end())):
        return None
    blanks = len(line) - len(line.lstrip())
    return Mark(shape, number, offset + blanks, offset + found.end(), place, "line")


def inside_marks(line: str, offset: int, place: int) -> Iterator[Mark]:
    """What looks like a mark inside ``line``, at the beginning of a sentence or behind ： or ；."""
    blank = " 一、" in line or "\u3000一、" in line
    for found in (_INSIDE_OR_BLANK if blank else _INSIDE).finditer(line):
        ground = _GROUNDS.get(line[: found.start()][-4:].rstrip(_CLOSERS)[-1:])
        if ground is None and found["cn"] != "一":
            continue
        ground = ground or "stop"
        shape, number = _read(found)
        if number == 1 if ground == "comma" else number:
            start, end = found.span("all")
            yield Mark(shape, number, offset + start, offset + end, place, ground)


def bare_numerals(text: str, lines: Sequence[Span]) -> dict[int, Mark]:
    """Lines that are 一, 二, 三 and nothing else, as marks of the lines below them, by place."""
    found: dict[int, Mark] = {}
    for place, line in enumerate(lines[:-1]):
        words = line.of(text).strip() if len(line) <= _NUMERAL else ""
        if words and words.strip(_CN) == "" and (number := _chinese(words)):
            found[place] = Mark("cn", number, line.start, lines[place + 1].start, place + 1, "line")
    numbers = [mark.number for mark in found.values()]
    table = any(place + 1 in found for place in found)
    return found if len(numbers) > 1 and not table and numbers == list(range(1, len(numbers) + 1)) else {}


def loose_numerals(text: str, lines: Sequence[Span]) -> dict[int, Mark]:
    """Marks of a hasty hand by place: 一 加强学习, 一，加强学习, 【一】加强学习; 1 概述 beside 1.1 背景.

    They count on from one, at least two, no two on neighbouring lines, in a text that has no 一、 (or no 1.).
    """
    found: dict[int, Mark] = {}
    for place, line in enumerate(lines):
        match = _LOOSE.match(text, line.start, line.end)
        if match:
            said = match["numeral"] or match["boxed"] or match["digits"]
            shape = "digit" if match["digits"] else "cn"
            found[place] = Mark(shape, _number(said), match.start("mark"), match.end(), place, "line")
    if not found:
        return {}
    heads = [_LINE.match(line.of(text)) for line in lines]
    points = {head["point"].split(".")[0] for head in heads if head and head["point"]}
    strict = {"cn": any(head and (head["cn"] or head["cndot"]) for head in heads), "digit": not points}
    kept: dict[int, Mark] = {}
    for shape, closed in strict.items():
        run = {place: mark for place, mark in found.items() if mark.shape == shape}
        counted = [mark.number for mark in run.values()] == list(range(1, len(run) + 1))
        if not closed and counted and len(run) > 1 and not any(place + 1 in run for place in run):
            kept |= run
    return kept


def _read(found: re.Match[str]) -> tuple[str, int]:
    """Shape and number of a match; number 0 when it is no number after all."""
    for name, said in found.groupdict().items():
        if said is None or name == "all":
            continue
        shape = _SAME_SHAPE.get(name, name)
        return "subpoint" if said.count(".") > 1 else shape, _number(said)
    return "", 0


_SAME_SHAPE: Final = {"small": "paren", "dotted": "digit", "cndot": "cn", "chapter": "part", "zero": "digit",
    "half": "paren", "section": "node",
}  # fmt: skip
_RANGES: Final = (("㈠", "㈩"), ("⒈", "⒛"), ("Ⅰ", "Ⅻ"), ("①", "⑳"), ("⑴", "⒇"), ("❶", "❿"))
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}


def _number(said: str) -> int:
    if said.isdecimal():
        return int(said)
    if said in _TURNS or said.lower() in _FIRSTS:
        return _TURNS.get(said) or _FIRSTS[said.lower()]
    if len(said) == 1 and said in "ABCDEFGH":
        return ord(said) - ord("A") + 1
    if "." in said:
        return int(said.rsplit(".", 1)[1])
    for first, last in _RANGES:
        if first <= said <= last and len(said) == 1:
            return ord(said) - ord(first) + 1
    if said.strip("IVX") == "":
        return _roman(said)
    return _chinese(said)


def _roman(said: str) -> int:
    values = [_ROMAN[letter] for letter in said]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _chinese(said: str) -> int:
    """一 to 九十九; 0 for what is no number, e.g. 一一."""
    tens, ten, ones = said.partition("十")
    if not ten:
        return _CN.index(said) + 1 if len(said) == 1 else 0
    if len(tens) > 1 or len(ones) > 1:
        return 0
    return (_CN.index(tens) + 1 if tens else 1) * 10 + (_CN.index(ones) + 1 if ones else 0)

"""Lines -> structure marks: 一、（一）1.（1）一是, at a line's start and inside a paragraph.

A mark is a shape, a number and a place. Shapes and their levels are in ``LEVELS``. What only looks
like a mark is left out: 1.5亿元, 2023., 一、二、三产业, （一）至（三）项, and an 一是 without its 二是.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

Ground = Literal["line", "stop", "colon", "semicolon", "comma"]
"""What a mark stands behind: its line's start, the end of a sentence, or one of ：；，."""

LEVELS: Final = {
    "cn": 1, "part": 1, "node": 1, "roman": 1,
    "paren": 2, "letter": 2,
    "digit": 3,
    "round": 4, "ring": 4, "point": 4,
    "is": 5, "must": 5, "nth": 5, "item": 5, "turn": 5, "first": 5,
}  # fmt: skip
"""Shape -> level: 一、 第一章 第一节 Ⅰ. | （一） A. | 1. | （1） ① 1.1 | 一是 一要 第一， 其一， 首先，."""

_CN: Final = "一二三四五六七八九十"
_N: Final = rf"[{_CN}]{{1,3}}"
_TURNS: Final = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "然后": 3, "最后": 4}
_FIRSTS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "finally": 6}

_SERIAL: Final = (
    rf"(?P<is>{_N})是|(?P<must>{_N})要|第(?P<nth>{_N})(?:[，,、：:](?![{_CN}])|是)"
    rf"|其(?P<item>{_N})(?:[，,、：:]|是)|(?P<turn>首先|其次|再次|再者|然后|最后)[，,：]"
    r"|(?P<first>First|Second|Third|Fourth|Fifth|Finally)(?:ly)?[,:]"
)
_NUMBERED: Final = (
    rf"(?P<cn>{_N})\s?[、．](?!(?:[{_CN}]{{1,2}}(?:[、和至到]|次?产|季|线|级|类|等|月|号|批)))"
    rf"|[（(〔]\s?(?P<paren>{_N}|[㈠-㈩])\s?[）)〕](?![至到和]|[、，,]\s?[（(]|[项款条种目]|[）)])[、．]?"
    rf"|(?P<small>[㈠-㈩])[、．]?"
    r"|[（(]\s?(?P<round>\d{1,2})\s?[）)](?![至到和]|[、，,]\s?[（(]|[项款条号年月日届]|[）)])[、．]?"
    r"|(?P<ring>[①-⒇❶-❿])[、．.]?"
    r"|(?P<digit>\d{1,2})\s?(?:[.．、](?!\d|\s?\d{1,2}[.．、])|[)）](?!\d))"
    r"|(?P<dotted>[⒈-⒛])"
)
_LINE: Final = re.compile(
    rf"[\s\u3000]*(?:{_NUMBERED}|{_SERIAL}"
    rf"|(?P<cndot>{_N})\.(?=\s*[^\x00-\x7f])"
    rf"|第\s?(?P<part>{_N}|\d{{1,2}})\s?(?:部分|章|篇|编)(?=[\s\u3000：:、]|$|[^，。；]{{1,30}}$)[：:、]?"
    rf"|第\s?(?P<node>{_N}|\d{{1,2}})\s?节(?=[\s\u3000：:、]|$|[^，。；]{{1,30}}$)[：:、]?"
    r"|(?:Part|Chapter|PART|CHAPTER)\s(?P<chapter>\d{1,2}|[IVX]{1,5})\b[.:]?"
    r"|(?P<roman>[Ⅰ-Ⅻ]|[IVX]{1,5})[.．、](?=\s|[^\x00-\x7f])"
    r"|(?P<point>\d{1,2}(?:\.\d{1,2}){1,2})[.．、]?(?=\s+[^\d\s%％]|[\u4e00-\u9fff]{2,30}$)"
    r"|(?P<letter>[A-H])[.)]\s+(?=[A-Z\u4e00-\u9fff]))[\s\u3000]*"
)
_INSIDE: Final = re.compile(
    rf"(?:(?<=[。！？!?；;：:，,…”’）)】])[\s\u3000]{{0,4}}|(?<=\.)\s{{1,4}})(?=(?P<all>{_NUMBERED}|{_SERIAL}))"
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
    for found in _INSIDE.finditer(line):
        ground = _GROUNDS.get(line[: found.start()][-4:].rstrip(_CLOSERS)[-1:])
        if ground is None:
            continue
        shape, number = _read(found)
        if number == 1 if ground == "comma" else number:
            start, end = found.span("all")
            yield Mark(shape, number, offset + start, offset + end, place, ground)


def in_sequence(marks: Sequence[Mark], inside: Sequence[Mark] = ()) -> list[Mark]:
    """The marks of levels 1 to 4 at line starts that can be numbering.

    Levels 1 and 2 need no neighbour: nothing else looks like them. A 1. or （1） needs another of its
    shape beside it in number (gaps of two are borne: paragraphs get lost in copied samples).
    """
    kept: list[Mark] = []
    coming: dict[str, set[int]] = {}
    for mark in (*marks, *(mark for mark in inside if mark.ground == "stop")):
        coming.setdefault(mark.shape, set()).add(mark.number)
    seen: dict[str, set[int]] = {}
    for mark in marks:
        before = seen.setdefault(mark.shape, set())
        beside = mark.number == 1 or any(mark.number - step in before for step in range(4))
        company = len(coming[mark.shape]) > 1
        sure = mark.shape in ("cn", "paren", "part", "node")
        if sure or (beside and company):
            kept.append(mark)
            before.add(mark.number)
    return kept


def run_in(marks: Sequence[Mark], heads: dict[int, Mark]) -> list[Mark]:
    """The marks of levels 1 to 4 inside paragraphs that continue or begin a numbering there.

    Args:
        marks: Candidates inside paragraphs, in order.
        heads: The accepted mark each line begins with, by place of the line.
    """
    kept: list[Mark] = []
    last: dict[tuple[int, str], int] = {}
    for place, mark in enumerate(marks):
        if mark.ground in ("semicolon", "comma") or mark.level == 5:
            continue
        key = (mark.line, mark.shape)
        head = heads.get(mark.line)
        before = last.get(key, head.number if head is not None and head.shape == mark.shape else 0)
        if mark.number == before + 1 and (before or _followed(marks, place)):
            kept.append(mark)
            last[key] = mark.number
    return kept


def _followed(marks: Sequence[Mark], place: int) -> bool:
    """Whether the next mark of the same shape on the same line is the next number, at a new sentence."""
    mark = marks[place]
    for other in marks[place + 1 : place + 40]:
        if other.line != mark.line:
            return False
        if other.shape == mark.shape:
            return other.number == mark.number + 1 and other.ground == "stop"
    return False


def serials(marks: Sequence[Mark], barriers: Sequence[int]) -> list[tuple[Mark, ...]]:
    """Runs of level 5: 一是…二是…三是…, each of two items or more, numbers rising by one or two.

    A run whose items are parts of one sentence (一是甲；二是乙。) is that sentence, not a run.

    Args:
        marks: Candidates of level 5, in order.
        barriers: Offsets of marks of levels 1 to 4, rising; no run goes past one.
    """
    runs: list[tuple[Mark, ...]] = []
    open_runs: dict[str, list[Mark]] = {}
    wall = 0
    for mark in marks:
        crossed = wall
        while wall < len(barriers) and barriers[wall] < mark.start:
            wall += 1
        if wall > crossed:
            runs.extend(_closed(open_runs.values()))
            open_runs.clear()
        run = open_runs.get(mark.shape)
        if mark.number == 1:
            if run:
                runs.extend(_closed([run]))
            open_runs[mark.shape] = [mark]
        elif run and (0 < mark.number - run[-1].number <= 2 or mark.shape in ("turn", "first")):
            run.append(mark)
    runs.extend(_closed(open_runs.values()))
    return sorted(runs, key=lambda run: run[0].start)


def _closed(runs: Iterable[list[Mark]]) -> Iterator[tuple[Mark, ...]]:
    for run in runs:
        whole = [mark for mark in run[1:] if mark.ground != "semicolon"]
        if len(run) >= 2 and whole:
            yield tuple(run)


def _read(found: re.Match[str]) -> tuple[str, int]:
    """Shape and number of a match; number 0 when it is no number after all."""
    for name, said in found.groupdict().items():
        if said is None or name == "all":
            continue
        shape = _SAME_SHAPE.get(name, name)
        return shape, _number(said)
    return "", 0


_SAME_SHAPE: Final = {"small": "paren", "dotted": "digit", "cndot": "cn", "chapter": "part"}
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

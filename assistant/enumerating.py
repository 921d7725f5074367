"""Lines of notes -> the lines without their list marks and numbering, and the shape of what went."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

NUMERAL = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
"""As counted: 五一、 is the feast, no mark."""

# A figure is no number of a list: 1.5亿元, 3.24, 1-3月, -5%. 1.3月24日 and 1.2023年 are: nobody writes 1.3月.
MARKS = (
    ("#", r"#{1,6}[ \t\u3000]+"),
    ("[]", r"(?:[-*+][ \t]+)?\[[ xX√✓]?\][ \t]+"),
    ("-", r"(?:[•●○◦■□◆◇▪▫‣∙‧⁃▸►▶➢➤★☆※]|——?(?!\d)|–(?!\d)|-(?![\d-])|-[ \t]+|·|[*+>][ \t\u3000]+)"),
    ("一、", rf"{NUMERAL}[、](?!{NUMERAL}(?:季度|月|届|中|级|类|是|、))|第{NUMERAL}[、，]"),
    ("（一）", rf"[（(]{NUMERAL}[)）][、.]?"),
    ("一是", rf"{NUMERAL}是(?!一|不是)[，,：:]?"),
    ("（1）", r"[（(]\d{1,2}[)）][、.]?"),
    ("①", r"[①-⑳⑴-⒇❶-❿⒈-⒛][、.]?"),
    ("F", r"F\d{1,3}[ \t:：.、]"),
    ("1、", r"\d{1,2}、(?!\d{1,2}(?:、|月份|月(?!\d)|季度))"),
    ("1）", r"\d{1,2}[)）]"),
    ("1.", r"\d{1,3}[.．](?:(?![\d.．])|(?=\d{4}[年.\-/])|(?=\d{1,2}月(?!亮)))"),
    ("I.", r"(?:[IVX]{1,4}|[ivx]{1,4}|[Ⅰ-Ⅻ])[.、)](?=[ \t\u3400-\u9fff])"),
    ("a)", r"[(（]?[a-zA-Z][)）]"),
)
MARK = re.compile("|".join(f"(?P<m{place}>{pattern})" for place, (_, pattern) in enumerate(MARKS)))
CHINESE = "一二三四五六七八九十"
# Marks that count on within a line, each behind a blank or a sign.
COUNTED = tuple(
    re.compile(rf"(?:^|(?<=[\s；;。，,、：:])){pattern}")
    for pattern in (
        r"(?P<mark>(?P<n>\d{1,2})[.．](?=[^\d.．]|\d{1,2}月|\d{4}年))",
        r"(?P<mark>(?P<n>\d{1,2})、(?!\d))",
        r"(?P<mark>[(（]?(?P<n>\d{1,2})[)）])",
        r"(?P<mark>(?P<n>[一二三四五六七八九十])是)",
        r"(?P<mark>[(（](?P<n>[一二三四五六七八九十])[)）])",
        r"(?P<mark>第(?P<n>[一二三四五六七八九十])[、，])",
        r"(?P<mark>(?P<n>[一二三四五六七八九十])、(?![一二三四五六七八九十]))",
    )
)
HEADS = ("#", "一、", "（一）")
RUNNING = re.compile(r"(\d{1,2})(?:[.．、][ \t]*|[ \t]+)(?=\S)")
BLANK = " \t\u3000\xa0\ufeff\u200b"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its mark."""

    text: str
    shape: str = ""
    """How its mark looks, e.g. ``一、``, ``1.``, ``-``; empty without one."""

    @property
    def heads(self) -> bool:
        """Whether its mark is one that headings have."""
        return self.shape in HEADS


def enumerated(lines: Sequence[str]) -> list[Line]:
    """Each line without its mark.

    >>> [line.text for line in enumerated(["1. 党组会12次", "一、抓学习", "1.5亿元", "3.24廉政大会"])]
    ['党组会12次', '抓学习', '1.5亿元', '3.24廉政大会']
    """
    running = _running(lines)
    return [_line(line.strip(BLANK), place in running) for place, line in enumerate(lines)]


def items(text: str) -> list[str]:
    """A line divided where it counts on by itself (1.…… 2.……, or 一是……，二是……), else the line.

    Commas before a mark go.

    >>> items("1.党组会12次 2.党课3次")
    ['1.党组会12次', '2.党课3次']
    """
    for pattern in COUNTED:
        cuts: list[int] = []
        for found in pattern.finditer(text):
            if _value(found["n"]) == len(cuts) + 1 and (cuts or not text[: found.start("mark")].strip(BLANK)):
                cuts.append(found.start("mark"))
        if len(cuts) > 1:
            ends = [*cuts[1:], len(text)]
            parts = [text[start:end].strip(BLANK) for start, end in zip(cuts, ends, strict=True)]
            return [part.rstrip(BLANK + "，,、") for part in parts[:-1]] + parts[-1:]
    return [text]


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else CHINESE.index(numeral) + 1


def _running(lines: Sequence[str]) -> set[int]:
    """Places of lines that count 1. 2. 3. …: there a digit may follow the point (1.12次, 2.3次, 3.186人)."""
    places: set[int] = set()
    run: list[int] = []
    for place, line in enumerate([*lines, ""]):
        found = RUNNING.match(line.strip(BLANK))
        if found and int(found[1]) == len(run) + 1:
            run.append(place)
            continue
        if len(run) >= 3:
            places.update(run)
        run = [place] if found and int(found[1]) == 1 else []
    return places


def _line(text: str, running: bool) -> Line:
    if running and (found := RUNNING.match(text)):
        return Line(text[found.end() :].strip(BLANK), "1.")
    shape = ""
    for _ in range(2):  # a bullet may stand before a number: - 1. …
        found = MARK.match(text)
        if found is None:
            break
        shape = shape or MARKS[int(str(found.lastgroup)[1:])][0]
        text = text[found.end() :].strip(BLANK)
    return Line(text, shape)

"""Lines of notes -> the lines as they were before a page or a scanner broke them."""

import re
from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from assistant.enumerating import enumerated
from index.sentences import sentences

OPEN = re.compile("、$")
"""A line that ends so goes on in the next one; a comma may as well end a fact of a list."""
FIGURED = re.compile(r"\d[.,．]$")
GOES_ON = re.compile(r"^(?:[%％‰、，。；）)]|个百分点|其中(?![一二三]))")
ENDS = re.compile(r"[。！？!?；;：:…”）)》]$")
TABLE = re.compile(r"[\t|｜]")
CHINESE = re.compile("[\u3400-\u9fff]")
LONGEST = 400
"""Characters of a sentence at most; a longer one is a list without stops, whose lines stay."""
LEAST = 3
"""Lines of a broken paragraph at least."""
NARROWEST = 16
"""Columns of its lines at least; a Chinese character has two."""
ROOM = 4
"""Columns by which its lines may differ."""


def rejoined(lines: Sequence[str]) -> list[str]:
    """Lines of notes, those put together that only the page parted.

    A line goes on where it ends in a 、 or within a figure or the next begins with a sign that begins
    nothing. A paragraph of lines of one width, few of which end a sentence, is put together whole.

    >>> rejoined(["办结率98.5", "%，满意率96%。"])
    ['办结率98.5%，满意率96%。']
    """
    out: list[str] = []
    for block in _paragraphs(lines):
        if _broken(block) or _carried(block):
            out.append("".join([block[0].rstrip(), *(line.strip() for line in block[1:])]))
            continue
        for line in block:
            if out and block[0] is not line and _runs_on(out[-1], line):
                part = (
                    "，" if line.strip().startswith("其中") and CHINESE.search(out[-1].rstrip()[-1:]) else ""
                )
                out[-1] = out[-1].rstrip() + part + line.strip()
            else:
                out.append(line)
    return out


def _paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    """Runs of lines between blank lines, table rows and lines with a mark."""
    block: list[str] = []
    for line in lines:
        apart = not line.strip() or bool(TABLE.search(line)) or bool(enumerated([line])[0].shape)
        if block and apart:
            yield block
            block = []
        block.append(line)
        if not line.strip() or TABLE.search(line):
            yield block
            block = []
    if block:
        yield block


def _runs_on(line: str, after: str) -> bool:
    line, after = line.rstrip(), after.strip()
    if not line or not after:
        return False
    if FIGURED.search(line):
        return after[0].isdigit()
    return bool(OPEN.search(line) or GOES_ON.match(after)) and bool(CHINESE.search(line))


def _broken(block: Sequence[str]) -> bool:
    """Whether the lines of a paragraph are of one width and most of them end no sentence."""
    whole, last = [line.strip() for line in block[:-1]], block[-1].strip()
    if len(block) < LEAST or not CHINESE.search(block[0]):
        return False
    widths = [_width(line) for line in whole]
    even = (
        max(widths) - min(widths) <= ROOM and min(widths) >= NARROWEST and _width(last) <= max(widths) + ROOM
    )
    if any(len(sentence) > LONGEST for sentence in sentences("".join((*whole, last)))):
        return False
    loose = sum(not ENDS.search(line) for line in whole)
    return even and 2 * loose > len(whole) and any(re.search("[。；]", line) for line in (*whole, last))


def _carried(block: Sequence[str]) -> bool:
    """Whether an item of a list, parted within by a comma, ends its sentence in the next line."""
    if len(block) != LEAST - 1 or not enumerated([block[0]])[0].shape:
        return False
    first, second = (line.strip() for line in block)
    wide = _width(first) >= NARROWEST and bool(re.search("[，、]", first)) and not ENDS.search(first)
    return wide and second[-1:] in "。；" and bool(CHINESE.search(second[:1]) or second[:1].isdigit())


def _width(text: str) -> int:
    return sum(1 + (east_asian_width(mark) in "WF") for mark in text)

"""Characters on pages -> lines -> paragraphs, told apart by indent, by fill and by spacing."""

import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from index.reading.lines import join

MARGIN: Final = 0.12
"""Share of a page's height, at its top and at its foot, in which running heads and feet stand."""
NUMBER = re.compile(
    r"[\s—―–\-－·~•]*\d{1,4}[\s—―–\-－·~•]*|第\s*\d{1,4}\s*页.{0,12}|\d{1,4}\s*/\s*\d{1,4}"
    r"|(?i:page)\s*\d{1,4}(?:\s*of\s*\d{1,4})?|[ivxlc]{1,7}"
)
LEAD = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}[章节条部]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、"
    r"|[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|附件[：:\d]"
)
SET_APART = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\w\u3000-\uffef])"
    r"|(?<=[\w%]) (?=[\u3001-\u9fff\uff00-\uffef])"
)
LEADERS = re.compile(r"(?:[.…·．] ?){4,}\d{1,4}$")
"""The end of a line in a table of contents."""
STOPS: Final = "。！？；：”）.!?;:"
NOT_FIRST: Final = "，。、；：！？）》」』】〕”’％%,.;:!?)]}"


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; lengths in points, ``top`` from the page's upper edge."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    head: float
    """Width of the first word, which could not be parted at the line's end."""
    at: float
    """Where on the page it stands: 0 top, 1 foot."""
    page: int = 0


def lines_of(chars: Sequence[Mapping[str, Any]], height: float) -> list[Line]:
    """The lines of one page, from its characters, in reading order."""
    rows: list[list[Mapping[str, Any]]] = []
    for char in sorted(chars, key=lambda c: (c["bottom"], c["x0"])):
        if rows and char["bottom"] - rows[-1][0]["bottom"] <= 0.35 * max(float(rows[-1][0]["size"]), 4.0):
            rows[-1].append(char)
        else:
            rows.append([char])
    lines = (_line(sorted(row, key=lambda c: float(c["x0"])), height) for row in rows)
    return [line for line in lines if line.text]


def _line(row: list[Mapping[str, Any]], height: float) -> Line:
    size = statistics.median(float(char["size"]) for char in row)
    text, last = "", None
    for char in row:
        glyph = str(char["text"])
        if last is not None and _apart(last, char, size) and not text.endswith(" ") and glyph != " ":
            text += " "
        text, last = text + glyph, char
    marks = [char for char in row if str(char["text"]).strip()] or row
    top = min(float(char["top"]) for char in marks)
    bottom = max(float(char["bottom"]) for char in marks)
    return Line(
        text=_tight(text.strip()), left=float(marks[0]["x0"]), right=float(marks[-1]["x1"]), top=top,
        bottom=bottom, size=size, head=_head(marks), at=(top + bottom) / 2 / max(height, 1.0),
    )  # fmt: skip


def _apart(last: Mapping[str, Any], char: Mapping[str, Any], size: float) -> bool:
    gap = float(char["x0"]) - float(last["x1"])
    if _wide(str(last["text"])) or _wide(str(char["text"])):
        return gap > size * 0.9
    return gap > size * 0.2


def _wide(text: str) -> bool:
    return bool(text) and unicodedata.east_asian_width(text[0]) in "WF"


def _tight(text: str) -> str:
    """Without the blanks that typesetting puts between Chinese characters and figures."""
    return SET_APART.sub("", text) if len(text) > 12 else text


def _head(marks: list[Mapping[str, Any]]) -> float:
    first = marks[0]
    end = first
    for char in marks[1:]:
        glyph, before = str(char["text"]), str(end["text"])
        joined = not _wide(glyph) and not _wide(before) and float(char["x0"]) - float(end["x1"]) < 1
        if not joined and glyph[0] not in NOT_FIRST:
            break
        end = char
    return float(end["x1"]) - float(first["x0"])


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without lines that come back in the margins of several pages.

    Two pages are enough for a line that stands first or last on them at one and the same height.
    """
    seen = Counter(key for page in pages for key in {_key(line) for line in page if _in_margin(line)})
    outer = [{(_key(line), round(line.top / 2)) for line in (*page[:1], *page[-1:])} for page in pages]
    placed = Counter(place for places in outer for place in places)
    again = {key for (key, _), count in placed.items() if count > 1 and len(key) > 1}
    need = max(3, len(pages) // 4)

    def left_out(line: Line) -> bool:
        return _is_number(line) or seen[_key(line)] >= need or _key(line) in again

    return [[line for line in page if not (_in_margin(line) and left_out(line))] for page in pages]


def _key(line: Line) -> str:
    return re.sub(r"\d+|\s+", "", line.text)


def _in_margin(line: Line) -> bool:
    return line.at < MARGIN or line.at > 1 - MARGIN


def _is_number(line: Line) -> bool:
    return NUMBER.fullmatch(line.text) is not None


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The pages' lines rejoined into paragraphs, across pages too."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    body = _body_size(lines)
    full = [line for line in lines if abs(line.size - body) < 1]
    left = _margin([line.left for line in full])
    middle = statistics.median(line.right for line in full)
    right = _margin([line.right for line in full if line.right > middle - 1])
    pitch = _pitch(full)
    text, last = lines[0].text, lines[0]
    for line in lines[1:]:
        if _begins(line, last, left, right, pitch) and not _titles_on(line, last, body, left, right):
            yield text
            text = line.text
        else:
            text = join(text, line.text)
        last = line
    yield text


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0]


def _margin(edges: Sequence[float]) -> float:
    """The edge most lines share."""
    return float(Counter(round(edge / 2) * 2 for edge in edges).most_common(1)[0][0]) if edges else 0.0


def _pitch(lines: Sequence[Line]) -> float:
    steps = [b.top - a.top for a, b in zip(lines, lines[1:], strict=False) if 0 < b.top - a.top < 5 * a.size]
    return statistics.median(steps) if steps else 0.0


def _titles_on(line: Line, last: Line, body: float, left: float, right: float) -> bool:
    """Whether ``line`` goes on with a title: larger than the text, both set to the middle, the first full."""
    large = line.size > 1.1 * body and abs(line.size - last.size) < 0.5
    middle = abs((line.left + line.right) - (last.left + last.right)) < line.size
    full = last.right - last.left > 0.7 * (right - left)
    return large and middle and full and line.page == last.page and last.text[-1] not in STOPS


def _begins(line: Line, last: Line, left: float, right: float, pitch: float) -> bool:
    """Whether ``line`` begins a paragraph after ``last``."""
    size = max(line.size, last.size)
    if abs(line.size - last.size) > 0.12 * size or LEADERS.search(last.text) or LEADERS.search(line.text):
        return True
    same_page = line.top > last.top
    if same_page and pitch and line.top - last.top > 1.6 * pitch:
        return True
    if line.left - left > 1.2 * size and not (
        last.left - left > 1.2 * size and abs(line.left - last.left) < 2
    ):
        return True  # indented, and not one of several lines set to the same inner edge
    ended = last.text[-1] in STOPS
    if right - last.right > line.head + 0.6 * size:
        return True  # the first word would still have fitted: the writer ended the line
    return ended and LEAD.match(line.text) is not None

"""Manuscript -> clean text and every stretch that was taken out of it.

Taken out: invisible characters, paste marks, advertisements, contact lines, page numbers, running heads.
Never taken out: sentences of the report and its placeholders (多少次, xx, 【】, *).
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from index.advertising import advertisements
from index.cutting import Line
from index.furniture import MARKED, STOPS, contacts, page_numbers, running_heads, site_lines
from index.reading.lines import LEAD, join, width, wrapped_at
from index.types import Clean, Manuscript, Removal

BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ufdd0-\ufdef\ud800-\udfff"
    "\uf000-\uf0ff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
SOFT = re.compile("(?<=\\d)\xad(?=\\d)")
"""A soft hyphen between figures is a font's dash, as in 2014-2020; between words it is nothing."""
GAPS = re.compile("(?<=[^ ] ) +")
BLANKS = re.compile("^ +| +$|(?<= ) +")
ENTITY = re.compile(
    "&(?:nbsp|ensp|emsp|thinsp|[lr][ds]quo|[mn]dash|hellip|middot|quot|amp|lt|gt|#\\d{2,5}|#x[0-9a-fA-F]{2,5});"
)

HAN: Final = "\u3400-\u9fff，。、；：！？“”《》（）"
MARK: Final = (
    r"(?<!#)##/?(?-i:[a-z_]{4,30})/?##(?!#)"  # as in ##paidbegin##
    r"|<!--[^<>]{0,500}-->"
    r"|</?(?:p|br|div|span|font|strong|b|i|u|em|a|img|td|tr|th|table|tbody|h[1-6]|section|ul|ol|li|center|hr)"
    r"(?:\s[^<>]{0,400})?\s?/?>"
    r"|\[/?(?:nextpage|page_?break|hide|reply|attach|img|url|color|size|font|quote)(?:=[^\[\]]{0,80})?\]"
    r"|_x000D_|\{\{ ?[a-z_.]{2,30} ?\}\}|[\[【](?:分页符?|图片|下一页|上一页)[\]】]"
)
PASTED = re.compile(rf"(?<=[{HAN}]) *(?:{MARK})(?: *(?:{MARK}))* *(?=[{HAN}])|(?:{MARK})", re.I | re.A)
PAGE_INSIDE = re.compile(
    rf"(?<=[{HAN}]) ?(?:[—―–－]{{1,2}} ?\d{{1,3}} ?[—―–－]{{1,2}}"
    rf"|- \d{{1,3}} -|第 ?\d{{1,3}} ?页[ ，,/]*共 ?\d{{1,3}} ?页) ?(?=[{HAN}])"
)
SITE_INSIDE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![登问址站接看览台箱于录为是至到在和与及从用向对由即])(?:https?://|www\.)(?!\S{0,40}(?:gov|edu|org)\b)"
    r"[A-Za-z0-9\-._/?=&%#]{4,80}(?=[\u4e00-\u9fff])(?![网上中的等平首页下进和])"
)
RADICALS: Final = dict(
    zip(
        "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻰⻑",
        "民西见角贝车长门青韦页风飞食马骨鬼鱼鸟黄齐龙长",
        strict=True,
    )
)
FORMS = re.compile("[\u2e80-\u2fdf]")
"""Radicals of the Unicode supplement that PDF fonts put in place of the characters they look like."""

SPACES = re.compile(r"[^\S ]")
ODD = re.compile(f"{INVISIBLE.pattern}|{FORMS.pattern}|{SPACES.pattern}")
"""One of the three, asked for first: most lines have none."""
SIGNS = re.compile(r"[#<>{}\[\]【/页]|[-—―–－] ?\d|_x|www\.")
"""What every paste mark, page number and site address inside a line has; most lines have none."""

RUN_TOGETHER: Final = 1500
"""Characters from which a line is looked at for lost line breaks."""
JOINED_FROM: Final = 40
"""Characters from which a line without a full stop before a page break is held to go on after it."""
BROKEN_BY: Final = {"paste_mark", "page_number", "repeated_header"}


def clean(manuscript: Manuscript) -> Clean:
    r"""Take out of a manuscript what is not its text.

    The text's lines are its paragraphs: ``all(line and line == line.strip() for line in text.split("\n"))``
    for a text that is not empty; every level's offset is the start of a line.
    """
    lines = [Line(text, level) for text, level in _raw_lines(manuscript)]
    for line in lines:
        _scrub(line)
    for judge in (page_numbers, site_lines, advertisements, contacts, running_heads):
        judge(lines)
    for line in lines:
        _trim(line)
    assembly = Assembly(lines)
    for line in lines:
        assembly.add(line)
    return assembly.done()


def _raw_lines(manuscript: Manuscript) -> Iterator[tuple[str, int]]:
    for paragraph in manuscript.paragraphs:
        for text in BREAKS.split(ENTITY.sub(lambda found: html.unescape(found[0]), paragraph.text)):
            for piece in _pieces(text):
                yield piece, paragraph.level


def _pieces(text: str) -> list[str]:
    """A whole report run together on one line, with a blank for every line break, taken apart again."""
    pieces = text.split() if len(text) > RUN_TOGETHER else []
    return pieces if wrapped_at(pieces) else [text]


def _scrub(line: Line) -> None:
    """Take out of one line what is no text at all, and make its blanks plain."""
    if ODD.search(line.text):
        _make_plain(line)
    if SIGNS.search(line.text):
        while line.cut(PASTED, "paste_mark") or line.cut(PAGE_INSIDE, "page_number") or line.cut(GAPS):
            pass  # a mark inside a mark shows only when the inner one is gone
        line.cut(SITE_INSIDE, "advertisement")
    line.indented = line.text.startswith("  ") or line.text.startswith(" ") and not line.text.startswith(" —")
    _trim(line)


def _make_plain(line: Line) -> None:
    line.text = SOFT.sub("-", line.text)
    hidden = "".join(INVISIBLE.findall(line.text))
    if hidden:
        at = INVISIBLE.search(line.text).start()  # type: ignore[union-attr]
        line.text = INVISIBLE.sub("", line.text)
        line.cuts.append((at, hidden.encode("utf-8", "replace").decode(), "invisible"))
    line.text = FORMS.sub(lambda found: _plain(found[0]), SPACES.sub(" ", line.text))


def _trim(line: Line) -> None:
    """Take out blanks at a line's ends and all but one of several in a row."""
    if "  " in line.text or line.text[:1] == " " or line.text[-1:] == " ":
        line.cut(BLANKS)


def _plain(form: str) -> str:
    return RADICALS.get(form) or unicodedata.normalize("NFKC", form)


class Assembly:
    """Puts kept lines together again, and remembers where the rest stood."""

    def __init__(self, lines: Sequence[Line]) -> None:
        body = [line for line in lines if line.kept and not line.level]
        self._limit = wrapped_at([line.text for line in body])
        self._indents = sum(line.indented for line in body) >= 3
        self._last: Line | None = None
        self._broken = False
        self._waiting: list[tuple[str, str]] = []  # taken out since the last line kept
        self._text: list[str] = []
        self._length = 0
        self._removals: list[Removal] = []
        self._levels: list[tuple[int, int]] = []

    def add(self, line: Line) -> None:
        """Take in the next line, kept or dropped."""
        if not line.kept:
            gone = [(cut, why) for _, cut, why in line.cuts] + [(line.text, line.why)] * bool(
                line.why and line.text
            )
            self._broken = self._broken or any(why in BROKEN_BY for _, why in gone)
            self._waiting += gone
            return
        if self._last is not None and self._goes_on(self._last, line):
            last = self._text.pop()
            whole = join(last, line.text)
            self._length += len(whole) - len(last)
            self._text.append(whole)
        else:
            self._length += len(line.text) + bool(self._text)
            self._text.append(line.text)
            self._levels += [(self._length - len(line.text), line.level)] * bool(line.level)
        start = self._length - len(line.text)
        self._removals += [Removal(cut, why, start) for cut, why in self._waiting]
        self._removals += [Removal(cut, why, start + at) for at, cut, why in line.cuts]
        self._waiting, self._broken, self._last = [], False, line

    def done(self) -> Clean:
        """The clean text, once every line has been added."""
        rest = [Removal(cut, why, self._length) for cut, why in self._waiting]
        return Clean("\n".join(self._text), (*self._removals, *rest), tuple(self._levels))

    def _goes_on(self, last: Line, line: Line) -> bool:
        """Whether ``line`` is the rest of a sentence that a line's width or a page's end cut off."""
        if last.level or line.level or LEAD.match(line.text) or MARKED.match(line.text):
            return False
        open_end = last.text[-1] not in STOPS
        if self._limit and width(last.text) >= self._limit - 8:
            return not line.indented if self._indents else open_end
        return self._broken and open_end and len(last.text) >= JOINED_FROM and not line.indented

"""OpenDocument text (.odt) -> manuscript: headings, paragraphs, lists with their numbers, tables, notes."""

import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from index.errors import ShelfError
from index.reading.footnotes import SIGN
from index.reading.numerals import FORMAL, chinese, letter, roman
from index.types import Manuscript, Paragraph

NS: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, TABLE, OFFICE, STYLE, DRAW = (NS % part for part in ("text", "table", "office", "style", "drawing"))
LEFT_OUT: Final = {
    TEXT + "tracked-changes": "note_deletions", OFFICE + "annotation": "note_comments",
    TEXT + "table-of-content": "note_contents", TEXT + "hidden-text": "note_hidden",
    TEXT + "hidden-paragraph": "note_hidden",
    DRAW + "image": "note_pictures", DRAW + "object": "note_pictures",
    TEXT + "sequence-decls": "", TEXT + "variable-decls": "", OFFICE + "forms": "", TEXT + "ruby-text": "",
    OFFICE + "annotation-end": "",
}  # fmt: skip
"""What is no text of the document, and the note that says so."""
MARKS: Final = {TEXT + "tab": "\t", TEXT + "line-break": "\n", TEXT + "soft-page-break": ""}
CONTAINERS: Final = {TEXT + "section", TEXT + "index-body", DRAW + "frame", DRAW + "text-box", DRAW + "g"}
MOST_BLANKS: Final = 100
FORMS: Final[dict[str, Callable[[int], str]]] = {
    "一": chinese, "壹": lambda number: chinese(number, FORMAL, "拾", "佰"), "A": letter, "I": roman,
    "a": lambda number: letter(number).lower(), "i": lambda number: roman(number).lower(),
    "①": lambda number: chr(0x2460 + number - 1) if number <= 20 else str(number),
    "甲": lambda number: "甲乙丙丁戊己庚辛壬癸"[(number - 1) % 10],
}  # fmt: skip
"""Numerals by the first sign of a number format."""


def read_odt(path: Path, name: str) -> Manuscript:
    """The paragraphs of an OpenDocument text.

    Raises:
        ShelfError: ``file_encrypted`` or ``file_broken``.
    """
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(path) as archive:
            if "encryption-data" in archive.read("META-INF/manifest.xml").decode("utf-8", "replace"):
                raise ShelfError("file_encrypted", file=name)
            roots = [
                etree.fromstring(archive.read(part), parser)
                for part in ("content.xml", "styles.xml")
                if part in archive.namelist()
            ]
    except (etree.XMLSyntaxError, zipfile.BadZipFile, KeyError, OSError, ValueError) as error:
        raise ShelfError("file_broken", file=name, suffix=".odt") from error
    walk = Walk(roots)
    paragraphs = tuple(walk.paragraphs())
    return Manuscript(
        paragraphs, tuple(sorted(f"{code}:{count}" for code, count in walk.notes.items() if code))
    )


class Walk:
    """One pass over a document's body, in reading order."""

    def __init__(self, roots: list[Any]) -> None:
        """Look up the list styles; ``roots`` are content.xml and, where there is one, styles.xml."""
        self.notes: Counter[str] = Counter()
        self._body = roots[0].find(f"{OFFICE}body/{OFFICE}text")
        found = (style for root in roots for style in root.iter(TEXT + "list-style", TEXT + "outline-style"))
        self._styles = {style.get(STYLE + "name", ""): _levels(style) for style in found}
        self._outline = next((_levels(s) for root in roots for s in root.iter(TEXT + "outline-style")), {})
        self._counts: dict[str, list[int]] = {}
        self._headings = [0] * 10
        self._below: list[Paragraph] = []  # notes and boxes of the paragraph under way

    def paragraphs(self) -> Iterator[Paragraph]:
        """The document's paragraphs, empty ones left out."""
        if self._body is not None:
            yield from self._blocks(self._body)

    def _blocks(self, parent: Any) -> Iterator[Paragraph]:
        for child in parent:
            if child.tag == TEXT + "h":
                level = min(9, max(1, _whole(child.get(TEXT + "outline-level"), 1)))
                words = _step(self._headings, level, self._outline) + self._words(child)
                yield from self._told([Paragraph(words.replace("\n", ""), level)])
            elif child.tag == TEXT + "p":
                yield from self._told([Paragraph(line) for line in self._words(child).split("\n")])
            elif child.tag == TEXT + "list":
                yield from self._list(child, 1, "")
            elif child.tag == TABLE + "table":
                yield from self._table(child)
            elif child.tag in LEFT_OUT:
                self._leave_out(child)
            elif child.tag in CONTAINERS:
                yield from self._blocks(child)

    def _told(self, paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
        below, self._below = self._below, []
        for paragraph in (*paragraphs, *below):
            if paragraph.text.strip():
                yield Paragraph(paragraph.text.strip(), paragraph.level)

    def _list(self, element: Any, depth: int, style: str) -> Iterator[Paragraph]:
        style = element.get(TEXT + "style-name", style)
        counts = self._counts.setdefault(style, [0] * 11)
        if depth == 1 and element.get(TEXT + "continue-numbering") != "true" and not _continues(element):
            counts[:] = [0] * 11
        for item in element:
            if item.tag == TEXT + "list-item":
                start = item.get(TEXT + "start-value")
                if start is not None:
                    counts[min(depth, 10)] = _whole(start, 1) - 1
                yield from self._item(item, depth, style, counts)

    def _item(self, item: Any, depth: int, style: str, counts: list[int]) -> Iterator[Paragraph]:
        numbered = False
        for child in item:
            if child.tag == TEXT + "list":
                yield from self._list(child, depth + 1, style)
                continue
            for place, paragraph in enumerate(self._blocks([child])):
                label = ""
                if not numbered and not place and depth <= 10:
                    label, numbered = _step(counts, depth, self._styles.get(style, {})), True
                yield Paragraph(label + paragraph.text, paragraph.level)

    def _table(self, table: Any) -> Iterator[Paragraph]:
        for row in table.iter(TABLE + "table-row"):
            cells = [list(self._blocks(cell)) for cell in row if cell.tag == TABLE + "table-cell"]
            filled = [cell for cell in cells if cell]
            if len(filled) == 1:
                yield from filled[0]
            elif filled:
                yield Paragraph(" | ".join(" ".join(part.text for part in cell) for cell in filled))

    def _words(self, element: Any) -> str:
        """Text of a paragraph; its notes and boxes go below it."""
        out = [element.text or ""]
        for child in element:
            if child.tag in LEFT_OUT:
                self._leave_out(child)
            elif child.tag == TEXT + "note":
                self.notes["note_footnotes"] += 1
                body = child.find(TEXT + "note-body")
                words = " ".join(part.text for part in self._blocks(body if body is not None else ()))
                self._below.append(Paragraph(SIGN + words if words else ""))
            elif child.tag == TEXT + "s":
                out.append(" " * min(MOST_BLANKS, _whole(child.get(TEXT + "c"), 1)))
            elif child.tag in MARKS:
                out.append(MARKS[child.tag])
            elif child.tag in CONTAINERS:
                self._below += list(self._blocks(child))
            elif isinstance(child.tag, str):
                out.append(self._words(child))
            out.append(child.tail or "")
        return "".join(out)

    def _leave_out(self, element: Any) -> None:
        inside = len(element) if element.tag == TEXT + "tracked-changes" else 1
        self.notes[LEFT_OUT[element.tag]] += inside


def _levels(style: Any) -> dict[int, Any]:
    """The numbered levels of a list style, 1 the outermost."""
    levels = (TEXT + "list-level-style-number", TEXT + "outline-level-style")
    return {_whole(level.get(TEXT + "level"), 1): level for level in style if level.tag in levels}


def _continues(element: Any) -> bool:
    return element.get(TEXT + "continue-list") is not None


def _step(counts: list[int], depth: int, levels: dict[int, Any]) -> str:
    """Count one on at a level and show its number, with those of the levels above where the style asks."""
    counts[depth] += 1
    counts[depth + 1 :] = [0] * len(counts[depth + 1 :])
    level = levels.get(depth)
    if level is None or not level.get(STYLE + "num-format"):
        return ""
    shown = max(1, min(depth, _whole(level.get(TEXT + "display-levels"), 1)))
    places = (at for at in range(depth - shown + 1, depth + 1) if at in levels)
    numbers = [_numeral(_number(counts[at], levels[at]), levels[at]) for at in places]
    label = level.get(STYLE + "num-prefix", "") + ".".join(numbers) + level.get(STYLE + "num-suffix", "")
    return f"{label} " if label[-1:] in (".", ")") or label[-1:].isalnum() else str(label)


def _number(count: int, level: Any) -> int:
    return max(1, count) + _whole(level.get(TEXT + "start-value"), 1) - 1


def _numeral(number: int, level: Any) -> str:
    form = level.get(STYLE + "num-format")
    if not form or form[0] not in FORMS:
        return str(number)
    return FORMS[form[0]](number)


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else default

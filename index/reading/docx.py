"""Word file -> manuscript: body and tables in order, automatic numbers written out, deleted text left out."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from index.errors import ShelfError
from index.reading.footnotes import KINDS, SIGN, notes_of
from index.reading.numbering import Numbering, W, value, whole
from index.types import Manuscript, Paragraph

STRICT: Final = b"http://purl.oclc.org/ooxml"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SKIPPED: Final = {
    W + tag for tag in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "instrText", "delText", "rt", "sectPr")
}
NOTED: Final = {
    W + "del": "note_deletions",
    W + "moveFrom": "note_deletions",
    W + "commentReference": "note_comments",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip": "note_pictures",
    "{urn:schemas-microsoft-com:vml}imagedata": "note_pictures",
    W + "object": "note_pictures",
}
TEXT: Final = {W + "t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
MARKS: Final = {W + "tab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
LAYOUT_CELL: Final = 120
"""Characters from which a table cell of several paragraphs is layout, not data, and is read as text."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says of numbering and outline."""

    name: str
    base: str
    list_id: str | None
    list_level: int | None
    outline: int | None
    """0 to 8 for outline levels 1 to 9, 9 for body text, None where it says nothing."""


def read_docx(path: Path, name: str) -> Manuscript:
    """The paragraphs of a Word file.

    Raises:
        ShelfError: ``docx_strict`` or ``file_broken``; ``docx_pictures`` where only pictures are in it.
    """
    import docx
    from docx.opc.exceptions import OpcError

    try:
        document = docx.Document(str(path))
    except (OpcError, KeyError, ValueError, OSError, SyntaxError, AttributeError) as error:
        code = "docx_strict" if _strict(path) else "file_broken"
        raise ShelfError(code, file=name, suffix=".docx") from error
    walk = Walk(document)
    paragraphs = tuple(walk.paragraphs())
    if not paragraphs and "note_pictures" in walk.notes:
        raise ShelfError("docx_pictures", file=name)
    told = (f"{code}:{count}" for code, count in walk.notes.items())
    return Manuscript(paragraphs, tuple(sorted(told)))


def _strict(path: Path) -> bool:
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            return STRICT in archive.read("_rels/.rels") or STRICT in archive.read("word/document.xml")
    except (KeyError, OSError, ValueError, zipfile.BadZipFile):
        return False


class Walk:
    """One pass over a document's body, in reading order."""

    def __init__(self, document: Any) -> None:
        self.notes: Counter[str] = Counter()
        """How often what was met: codes of ``assistant/messages/reading.toml``."""
        self._body = document.element.body
        self._styles, self._default = _styles(document.styles.element)
        self._numbering = Numbering(_numbering_root(document))
        self._carried = ""  # text of a paragraph whose end was deleted, for the next one
        self._footnotes = notes_of(document)
        self._referred: list[Any] = []  # notes that the paragraph under way refers to

    def paragraphs(self) -> Iterator[Paragraph]:
        """The document's paragraphs, empty ones left out."""
        yield from self._blocks(self._body)
        if self._carried.strip():
            yield Paragraph(self._carried.strip())

    def _blocks(self, parent: Any) -> Iterator[Paragraph]:
        for child in parent:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from self._table(child)
            elif child.tag == W + "sdt":
                if _is_contents(child):
                    self.notes["note_contents"] += 1
                else:
                    yield from self._blocks(child)
            elif child.tag not in SKIPPED and isinstance(child.tag, str):
                yield from self._blocks(child)  # sdtContent, ins, moveTo, customXml, smartTag …

    def _paragraph(self, p: Any) -> Iterator[Paragraph]:
        properties = p.find(W + "pPr")
        style = self._styles.get(value(properties, "pStyle") or self._default)
        if style is not None and re.match(r"(?i)(toc|目录) ?\d", style.name):
            self.notes["note_contents"] += 1
            return
        boxes: list[Any] = []
        text = self._text(p, boxes)
        if _end_deleted(properties):
            self._carried += text
            return
        text, self._carried = self._carried + text, ""
        level = self._level(properties)
        label = self._label(properties)
        yield from _lines(_labelled(label, text), level)
        for box in boxes:
            yield from self._blocks(box)
        yield from self._notes_below()

    def _notes_below(self) -> Iterator[Paragraph]:
        """The notes the paragraph just read refers to, each a paragraph of its own."""
        waiting, self._referred = self._referred, []
        for note in waiting:
            words = " ".join(part.text for part in self._blocks(note))
            if words:
                yield Paragraph(SIGN + words)

    def _text(self, p: Any, boxes: list[Any]) -> str:
        out: list[str] = []
        self._gather(p, out, boxes)
        return "".join(out)

    def _gather(self, element: Any, out: list[str], boxes: list[Any]) -> None:
        """Text of an element's runs, insertions, links, fields and smart tags; text boxes go to ``boxes``."""
        for child in element:
            tag = child.tag
            self._note(child)
            if tag in SKIPPED or not isinstance(tag, str) or tag == MC + "Fallback":
                continue
            if tag in TEXT:
                out.append(child.text or "")
            elif tag in MARKS:
                out.append(MARKS[tag])
            elif tag == W + "br":
                out.append("\n" if child.get(W + "type", "textWrapping") == "textWrapping" else "")
            elif tag == W + "sym":
                out.append(_symbol(child))
            elif tag == W + "txbxContent":
                boxes.append(child)
            elif tag == W + "r" and _hidden(child):
                self.notes["note_hidden"] += 1
            else:
                self._gather(child, out, boxes)

    def _note(self, element: Any) -> None:
        """Count what is left out, and keep the note an element refers to for after its paragraph."""
        tag = element.tag
        if tag in NOTED:
            self.notes[NOTED[tag]] += 1
        elif tag in KINDS:
            note = self._footnotes.pop((KINDS[tag], element.get(W + "id", "")), None)
            if note is not None:
                self.notes["note_footnotes"] += 1
                self._referred.append(note)

    def _table(self, table: Any) -> Iterator[Paragraph]:
        for row in _rows(table):
            cells = [list(self._blocks(cell)) for cell in _cells(row)]
            filled = [cell for cell in cells if cell]
            if len(filled) == 1 or any(_is_layout(cell) for cell in filled):
                for cell in filled:
                    yield from cell
            elif filled:
                yield Paragraph(" | ".join(" ".join(part.text for part in cell) for cell in filled))

    def _chain(self, properties: Any) -> Iterator[tuple[str, Style]]:
        """The paragraph's style and the styles it is based on, the nearest first."""
        style_id, seen = value(properties, "pStyle") or self._default, set[str]()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield style_id, self._styles[style_id]
            style_id = self._styles[style_id].base

    def _level(self, properties: Any) -> int:
        own = value(properties, "outlineLvl")
        if own is not None:
            return _outline(whole(own, 9))
        said = (style.outline for _, style in self._chain(properties) if style.outline is not None)
        return _outline(next(said, 9))

    def _label(self, properties: Any) -> str:
        own = None if properties is None else properties.find(W + "numPr")
        list_id, level = value(own, "numId"), value(own, "ilvl")
        if list_id is not None:
            return "" if list_id == "0" else self._numbering.label(list_id, whole(level))
        for style_id, style in self._chain(properties):
            if style.list_id is not None:
                tied = self._numbering.level_of_style(style.list_id, style_id)
                at = whole(level) if level else style.list_level if style.list_level is not None else tied
                return "" if style.list_id == "0" else self._numbering.label(style.list_id, at or 0)
        return ""


def _outline(stated: int) -> int:
    return stated + 1 if 0 <= stated <= 8 else 0


def _labelled(label: str, text: str) -> str:
    if not label or not text.strip():
        return text
    text = text.lstrip()
    latin = label[-1].isascii() and (text[0].isascii() or label[-1].isalnum())
    return f"{label} {text}" if latin else label + text


def _lines(text: str, level: int) -> Iterator[Paragraph]:
    """A paragraph as lines: a line break divides body text, but only folds a heading."""
    if level:
        folded = re.sub(r"\s*\n\s*", "", text).strip()
        if folded:
            yield Paragraph(folded, level)
        return
    for line in text.split("\n"):
        if line.strip():
            yield Paragraph(line.strip())


def _end_deleted(properties: Any) -> bool:
    marks = None if properties is None else properties.find(W + "rPr")
    return marks is not None and marks.find(W + "del") is not None


def _hidden(run: Any) -> bool:
    properties = run.find(W + "rPr")
    vanish = None if properties is None else properties.find(W + "vanish")
    return vanish is not None and vanish.get(W + "val", "1") not in ("0", "false", "off")


def _symbol(element: Any) -> str:
    code = int(element.get(W + "char", "0"), 16)
    return chr(code) if 0x20 <= code < 0xE000 else ""  # the rest is a picture font's own numbering


def _is_contents(sdt: Any) -> bool:
    gallery = sdt.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "Contents" in gallery.get(W + "val", "")


def _is_layout(cell: list[Paragraph]) -> bool:
    return len(cell) > 1 and sum(len(part.text) for part in cell) > LAYOUT_CELL


def _rows(table: Any) -> Iterator[Any]:
    return (row for row in table.iter(W + "tr") if next(row.iterancestors(W + "tbl")) is table)


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in row.iter(W + "tc") if next(cell.iterancestors(W + "tr")) is row)


def _numbering_root(document: Any) -> Any:
    """The root of numbering.xml; None where the file has none."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _styles(root: Any) -> tuple[dict[str, Style], str]:
    """Paragraph styles by id, and the id of the default one."""
    out: dict[str, Style] = {}
    default = ""
    for element in root.findall(W + "style"):
        if element.get(W + "type") != "paragraph":
            continue
        style_id = element.get(W + "styleId", "")
        properties = element.find(W + "pPr")
        numbers = None if properties is None else properties.find(W + "numPr")
        level, outline = value(numbers, "ilvl"), value(properties, "outlineLvl")
        heading = re.fullmatch(r"(?i)(?:heading|标题) ?([1-9])", value(element, "name") or "")
        if outline is None and heading:
            outline = str(int(heading[1]) - 1)
        out[style_id] = Style(
            name=value(element, "name") or "",
            base=value(element, "basedOn") or "",
            list_id=value(numbers, "numId"),
            list_level=whole(level) if level else None,
            outline=whole(outline, 9) if outline is not None else None,
        )
        if element.get(W + "default") in ("1", "true"):
            default = style_id
    return out, default

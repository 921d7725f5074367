"""Rows -> tables of a Word file: those of the text, and the appendix of a review copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.inking import dress, fit, write
from assistant.reviewing import Review
from assistant.standard import Face, Page, width_of

_NUMBER: Final = 0.08
_NARROWEST: Final = 0.14
"""Shares of the width that the appendix's first column takes, and any other one at least."""


def set_appendix(document: Any, review: Review, page: Page) -> None:
    """The appendix of a review copy, from a page of its own."""
    head = document.add_paragraph(style="Heading 1")
    head.paragraph_format.page_break_before = True
    write(head, review.heading, page.headings[0])
    for line in review.notes:
        write(document.add_paragraph(), line, page.body)
    table = document.add_table(rows=1, cols=len(review.columns))
    rows = [tuple(review.columns), *(row.cells for row in review.rows)]
    _fill(table, rows, _shares(rows), Look(page, 10.5, 14))


def set_table(document: Any, rows: Sequence[tuple[str, ...]], page: Page) -> None:
    """A table of the text itself: as wide as the type area, its columns by what they hold."""
    needed = [max(width_of(cell) for cell in column) + 2 for column in zip(*rows, strict=True)]
    shares = [one / sum(needed) for one in needed]
    table = document.add_table(rows=1, cols=len(needed))
    _fill(table, rows, shares, Look(page, min(14, page.body.size), 22, centred=True))


@dataclass(frozen=True, slots=True)
class Look:
    """How the cells of a table are set."""

    page: Page
    size: float
    """Points."""
    leading: float
    """Points from line to line."""
    centred: bool = False


def _fill(table: Any, rows: Sequence[Sequence[str]], shares: Sequence[float], look: Look) -> None:
    """The rows of a table; its head stands on every page, no row is parted."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table.style = "Table Grid"
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(look.page.text_width * share)
    for place, cells in enumerate(rows):
        line = table.rows[0] if place == 0 else table.add_row()
        line._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
        face = look.page.headings[0] if place == 0 else look.page.body
        for cell, text, share in zip(line.cells, cells, shares, strict=True):
            cell.width = Mm(look.page.text_width * share)
            _set(cell.paragraphs[0], text, Face(face.font, look.size, face.bold), look)


def _set(paragraph: Any, text: str, face: Face, look: Look) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.shared import Pt

    paragraph.alignment = ALIGN.CENTER if look.centred else ALIGN.LEFT
    paragraph.paragraph_format.line_spacing = Pt(look.leading)
    if look.centred:
        write(paragraph, text, face)
    elif text:
        dress(paragraph.add_run(fit(text)), face)


def _shares(rows: Sequence[Sequence[str]]) -> list[float]:
    """Shares of the width, wider for columns that hold more; their sum is 1."""
    needed = [sum(map(len, column)) ** 0.5 for column in list(zip(*rows, strict=True))[1:]]
    left = 1 - _NUMBER - _NARROWEST * len(needed)
    return [_NUMBER, *(_NARROWEST + left * one / sum(needed) for one in needed)]

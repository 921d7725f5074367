"""Parts of a document -> .docx set by ``assistant.standard``. The one place that writes Word files.

Faces stand in the styles and again on each run, with the hint for Chinese marks: without it Word sets
curly quotes in a Latin face. Names of faces are stated, the faces themselves are not embedded.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Final

from assistant.laying import Part
from assistant.paging import set_page
from assistant.reviewing import Review
from assistant.standard import Face, Language, Page, closing_indents, page_of

BLANK: Final = re.compile(r"【待补充[^【】\n]*】|〔待补充[^〔〕\n]*〕|\[to be added[^\]\n]*\]", re.IGNORECASE)
"""A visible blank; set on a yellow ground so that no reader takes it for text."""
_UNFIT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file can hold."""
_COLUMNS: Final = (0.08, 0.32, 0.22, 0.2, 0.18)
"""Share of the width that each column of the appendix takes."""


def typeset(
    parts: Sequence[Part],
    language: Language,
    title: str = "",
    review: Review | None = None,
) -> bytes:
    """A Word file's bytes.

    Args:
        parts: The document, in order.
        language: Which page it is set on.
        title: What the file's properties call it.
        review: An appendix of sources; None for a clean copy.
    """
    import docx

    page = page_of(language)
    document = docx.Document()
    set_page(document, page, language)
    _parts(document, parts, page)
    if review is not None:
        _append(document, review, page)
    document.core_properties.title = fit(title)[:255]
    document.core_properties.language = "zh-CN" if language == "zh" else "en-GB"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def fit(text: str) -> str:
    """A text without the characters that no Word file can hold."""
    return _UNFIT.sub("", text)


def _parts(document: Any, parts: Sequence[Part], page: Page) -> None:
    kinds = [part.kind for part in parts]
    signature = max((part.text for part in parts if part.kind == "signature"), key=len, default="")
    date = next((part.text for part in parts if part.kind == "date"), "")
    indents = dict(zip(("signature", "date"), closing_indents(signature, date), strict=True))
    for place, part in enumerate(parts):
        if _gap(kinds, place):
            gap = _paragraph(document, "Normal", page)
            gap.paragraph_format.keep_with_next = part.kind in indents
        paragraph = _paragraph(document, _style(part), page, indents.get(part.kind))
        if any(kind in indents for kind in kinds[place + 1 : place + 2]):
            paragraph.paragraph_format.keep_with_next = True  # no page holds the signature alone
        for text, face in _runs(part, page):
            _write(paragraph, text, face)


def _gap(kinds: Sequence[str], place: int) -> bool:
    """Whether a blank line stands before a part: below the title (7.3.2) and above the signature."""
    if place == 0:
        return False
    before, here = kinds[place - 1], kinds[place]
    top, closing = ("title", "subtitle"), ("signature", "date")
    return (before in top and here not in top) or (before not in closing and here in closing)


def _style(part: Part) -> str:
    if part.kind == "body" and part.level and part.head == len(part.text):
        return f"Heading {part.level}"
    return {"title": "Title", "subtitle": "Subtitle", "body": "Body Text"}.get(part.kind, "Normal")


def _runs(part: Part, page: Page) -> Iterator[tuple[str, Face]]:
    """The text of a part in stretches of one face; a heading run in has its own."""
    if part.kind in ("title", "subtitle"):
        yield part.text, page.title if part.kind == "title" else page.subtitle
        return
    if part.head:
        yield part.text[: part.head], page.headings[part.level - 1]
    if part.head < len(part.text):
        yield part.text[part.head :], page.body


def _paragraph(document: Any, style: str, page: Page, right: float | None = None) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = document.add_paragraph(style=style)
    if right is not None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        indent(paragraph, page, right=right)
    elif page.indent and style not in ("Title", "Subtitle", "Normal"):
        indent(paragraph, page, first=page.indent)
    return paragraph


def _write(paragraph: Any, text: str, face: Face) -> None:
    from docx.enum.text import WD_COLOR_INDEX

    at = 0
    text = fit(text)
    for found in [*BLANK.finditer(text), None]:
        plain, blank = text[at : found.start() if found else len(text)], found.group() if found else ""
        at = found.end() if found else len(text)
        for piece, marked in ((plain, False), (blank, True)):
            if piece:
                run = paragraph.add_run(piece)
                dress(run, face)
                if marked:
                    run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def dress(run: Any, face: Face) -> None:
    """Give a run a face in all four of Word's slots."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run.font.name = face.font
    run.font.size = Pt(face.size)
    if face.bold:
        run.font.bold = True
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), face.font)
    fonts.set(qn("w:cs"), face.font)
    if not face.font.isascii() or face.font.startswith("FangSong"):
        fonts.set(qn("w:hint"), "eastAsia")


def indent(paragraph: Any, page: Page, first: float = 0, right: float = 0) -> None:
    """Indent in characters, with the measure in twips for programs that know no characters."""
    from docx.oxml.ns import qn

    ind = paragraph._p.get_or_add_pPr().get_or_add_ind()
    for name, chars in (("firstLine", first), ("right", right)):
        if chars:
            ind.set(qn(f"w:{name}Chars"), str(round(chars * 100)))
            ind.set(qn(f"w:{name}"), str(round(chars * page.body.size * 20)))


def _append(document: Any, review: Review, page: Page) -> None:
    """The appendix of a review copy, from a page of its own."""
    head = _paragraph(document, "Heading 1", page)
    head.paragraph_format.page_break_before = True
    _write(head, review.heading, page.headings[0])
    for line in review.notes:
        _write(_paragraph(document, "Normal", page), line, page.body)
    _fill(document.add_table(rows=1, cols=len(review.columns)), document, review, page)


def _fill(table: Any, document: Any, review: Review, page: Page) -> None:
    """The rows of the appendix, in small type; its head stands on every page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    table.style = document.styles["Table Grid"]
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for column, share in zip(table.columns, _COLUMNS, strict=True):
        column.width = Mm(page.text_width * share)
    small = Face(page.body.font, 10.5)
    for cells in (review.columns, *(row.cells for row in review.rows)):
        line = table.rows[0] if cells is review.columns else table.add_row()
        for cell, text, share in zip(line.cells, cells, _COLUMNS, strict=True):
            cell.width = Mm(page.text_width * share)
            paragraph = cell.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
            paragraph.paragraph_format.line_spacing = Pt(14)
            _write(paragraph, text, small)

"""Parts of a document -> .docx set by ``assistant.standard``; ``tablesetting`` sets the tables.

Faces stand in the styles and again on each run, with the hint for Chinese marks: without it Word sets
curly quotes in a Latin face. Names of faces are stated, the faces themselves are not embedded.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import takewhile
from typing import Any

from assistant.breaking import lines
from assistant.gridding import grid
from assistant.inking import BLANK, fit, indent, write
from assistant.laying import Part
from assistant.paging import set_page
from assistant.reviewing import Review
from assistant.standard import Face, Language, Page, closing_indents, page_of
from assistant.tablesetting import set_appendix, set_table


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
        set_appendix(document, review, page)
    document.core_properties.title = fit(title)[:255]
    document.core_properties.language = "zh-CN" if language == "zh" else "en-GB"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _parts(document: Any, parts: Sequence[Part], page: Page) -> None:
    kinds = [part.kind for part in parts]
    signature = max((part.text for part in parts if part.kind == "signature"), key=len, default="")
    date = next((part.text for part in parts if part.kind == "date"), "")
    closing = closing_indents(signature, date) if page.characters else (0.0, 0.0)
    indents = dict(zip(("signature", "date"), closing, strict=True))
    for place, part in enumerate(parts):
        if part.kind == "row":
            if kinds[place - 1 : place] != ["row"]:
                set_table(document, _rows_from(parts, place), page)
            continue
        if _gap(kinds, place):
            gap = _paragraph(document, "Normal", page)
            gap.paragraph_format.keep_with_next = part.kind in indents
        paragraph = _paragraph(document, _style(part), page, indents.get(part.kind))
        if any(kind in indents for kind in kinds[place + 1 : place + 2]):
            paragraph.paragraph_format.keep_with_next = True  # no page holds the signature alone
        for text, face in _runs(part, page):
            for number, line in enumerate(_lines(text, part, page)):
                if number:
                    paragraph.add_run().add_break()
                write(paragraph, line, face)


def _rows_from(parts: Sequence[Part], place: int) -> list[tuple[str, ...]]:
    """The rows of the table that begins at a place, without the line that only rules off its head."""
    table = takewhile(lambda part: part.kind == "row", parts[place:])
    return grid([part.text for part in table])


def _lines(text: str, part: Part, page: Page) -> tuple[str, ...]:
    """The lines of a Chinese title; all else runs on and is broken by the program that shows it."""
    if part.kind != "title" or not page.title_characters or BLANK.search(text):
        return (text,)
    return lines(text, page.title_characters)


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

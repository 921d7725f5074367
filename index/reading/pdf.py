"""PDF file -> manuscript: lines rejoined into paragraphs; running heads, feet and page numbers left out."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from index.errors import ShelfError
from index.reading.columns import columns_of
from index.reading.layout import Line, lines_of, paragraphs_of, without_furniture
from index.types import Manuscript, Paragraph

MAX_PAGES: Final = 800
MIN_CHARACTERS: Final = 20
"""Characters a page below which it is held to be a scan."""
MAX_UNMAPPED: Final = 0.1
"""Share of glyphs without a character above which the text is held to be unreadable."""
UNMAPPED = re.compile(r"\(cid:\d+\)")


def read_pdf(path: Path, name: str) -> Manuscript:
    """The paragraphs of a PDF file.

    Raises:
        ShelfError: ``file_encrypted``, ``file_broken``, ``pdf_scanned``, ``pdf_garbled`` or ``pdf_too_long``.
    """
    pages = list(_pages(path, name))
    characters = [sum(len(line.text) for line in page) for page in pages]
    empty = sum(count < MIN_CHARACTERS for count in characters)
    if not pages or sum(characters) < MIN_CHARACTERS * len(pages) and empty * 2 >= len(pages):
        raise ShelfError("pdf_scanned", file=name)
    text = "".join(line.text for page in pages for line in page)
    if 8 * len(UNMAPPED.findall(text)) > MAX_UNMAPPED * len(text):
        raise ShelfError("pdf_garbled", file=name)
    notes = ["note_pdf"] + ["note_scanned_pages"] * (empty > 0 and _has_pictures(pages, empty))
    kept = without_furniture(pages)
    return Manuscript(tuple(Paragraph(text) for text in paragraphs_of(kept)), tuple(notes))


def _has_pictures(pages: list[list[Line]], empty: int) -> bool:
    return empty < len(pages) and any(not page for page in pages)


def _pages(path: Path, name: str) -> Iterator[list[Line]]:
    """The lines of every page, top to bottom."""
    import logging

    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    from index.reading.glyphs import Flood, Glyphs

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(path) as document:
            if len(document.pages) > MAX_PAGES:
                raise ShelfError("pdf_too_long", file=name, pages=len(document.pages), limit=MAX_PAGES)
            glyphs = Glyphs(document.rsrcmgr)
            for page in document.pages:
                chars, height = glyphs.of(page)
                columns = columns_of(list(_once(chars)), height)
                yield [line for column in columns for line in lines_of(column, height)]
    except (ShelfError, MemoryError):
        raise
    except Flood as error:
        raise ShelfError("file_bomb", file=name) from error
    except Exception as error:
        parts = (error, *error.args, error.__cause__)  # pdfplumber wraps what its parser raises
        if any(isinstance(part, MemoryError) for part in parts):
            raise ShelfError("file_slow", file=name) from error
        locked = any(isinstance(part, PDFPasswordIncorrect) for part in parts)
        raise ShelfError("file_encrypted" if locked else "file_broken", file=name, suffix=".pdf") from error


def _once(chars: Iterable[Any]) -> Iterator[Any]:
    """Characters without those printed again within a point of themselves, as false bold is."""
    seen: set[tuple[str, int, int]] = set()
    for char in chars:
        x, y = round(char["x0"] * 2), round(char["top"] * 2)
        if not any((char["text"], x + dx, y + dy) in seen for dx in (0, -1, 1) for dy in (0, -1, 1)):
            yield char
        seen.add((char["text"], x, y))

"""Text file -> manuscript: a line is a paragraph; cleaning joins lines broken at a fixed width."""

import re

from index.reading.encoding import text_of
from index.types import Manuscript, Paragraph


def read_text(data: bytes, name: str) -> Manuscript:
    """The lines of a plain text file.

    Raises:
        ShelfError: the bytes are no text or in no known encoding.
    """
    text, notes = text_of(data, name)
    lines = re.split("[\n\x0b\x0c]", text)
    return Manuscript(tuple(Paragraph(line) for line in lines if line.strip()), notes)

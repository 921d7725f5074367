"""Text file -> manuscript: a line is a paragraph; cleaning joins lines broken at a fixed width.

A .txt into which Markdown was pasted loses its signs as an .md does, and nothing else: lines stay paragraphs,
and a lone # or * stays, since samples use them as tags and blanks.
"""

import re
from typing import Final

from index.reading.encoding import text_of
from index.types import Manuscript, Paragraph

HEADING: Final = re.compile(
    r" {0,3}(#{1,6})(?:[ \t]+(?=\S)|(?<=##)(?=[\u4e00-\u9fff（第\d*]))(.*?)[ \t]*#*[ \t]*$"
)
STRONG: Final = re.compile(
    r"(?:^|(?<=[\s。；：>]))(\*\*|__)(?=[^\s*_])([^*_\n]{2,80}?)(?<=[^\s*_])\1(?=$|[\s\u4e00-\u9fff，。：；（“《])"
)
"""Bold words at the start of a line or sentence; **同志于**年 is two blanks, not bold."""
BLANK: Final = re.compile(r"(?:同志|[年月日省市县区局]|于|到|为)[^*_]{0,2}$|^[年月日次份名个元]")
LEAST: Final = 2
"""Lines with such signs from which a text is held to be Markdown."""


def read_text(data: bytes, name: str) -> Manuscript:
    """The lines of a plain text file.

    Raises:
        ShelfError: the bytes are no text or in no known encoding.
    """
    text, notes = text_of(data, name)
    lines = [line for line in re.split("[\n\x0b\x0c]", text) if line.strip()]
    if ("#" in text or "**" in text or "__" in text) and sum(map(_is_marked_up, lines)) >= LEAST:
        return Manuscript(tuple(_unmarked(line) for line in lines), (*notes, "note_markdown"))
    return Manuscript(tuple(Paragraph(line) for line in lines), notes)


def _is_marked_up(line: str) -> bool:
    if HEADING.match(line):
        return True
    bold = STRONG.match(line.strip())
    return bold is not None and not BLANK.search(bold[2])


def _unmarked(line: str) -> Paragraph:
    heading = HEADING.match(line)
    level = len(heading[1]) if heading else 0
    words = heading[2] if heading else line
    return Paragraph(STRONG.sub(lambda m: m[0] if BLANK.search(m[2]) else m[2], words), level)

"""Old Word or WPS file (.doc, .wps) -> manuscript: its text by the piece table ([MS-DOC] 2.4.1).

Text only: automatic numbers and heading levels stand in other tables and are not taken, which is said.
"""

import re
import struct
from pathlib import Path
from typing import Final

from index.errors import ShelfError
from index.reading.compound import Compound, Damaged
from index.reading.footnotes import SIGN
from index.types import Manuscript, Paragraph

WORD: Final = 0xA5EC
OLDEST: Final = 0x00C1
"""Format number of Word 97; files of Word 6 and 95 are laid out otherwise and are not read."""
ENCRYPTED: Final = 0x0100
OTHER_TABLE: Final = 0x0200
FIELD: Final = re.compile("\x13[^\x13\x14\x15]*\x14([^\x13\x15]*)\x15|\x13[^\x13\x14\x15]*\x15")
"""A field: its instruction goes, its result stays."""
SIGNS: Final = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": None, "\xa0": " "}
    | dict.fromkeys("\x00\x01\x02\x03\x04\x05\x06\x08\x13\x14\x15", None)
)
STRANGE: Final = re.compile("[\ufffd\ue000-\uf8ff\ufdd0-\ufdef]")
MAX_STRANGE: Final = 0.02
"""Share of characters no text has, above which the piece table was not understood."""


def read_doc(path: Path, name: str) -> Manuscript:
    """The paragraphs of an old Word file.

    Raises:
        ShelfError: ``file_encrypted``; ``file_old_document`` where the file is damaged or older than Word 97.
    """
    old = ShelfError("file_old_document", file=name, suffix=path.suffix.lower())
    try:
        container = Compound(path.read_bytes())
        stream = container.stream("WordDocument")
        if stream is None:
            raise ShelfError("file_encrypted", file=name) if container.stream("EncryptedPackage") else old
        kind, version = struct.unpack_from("<HH", stream)
        flags = struct.unpack_from("<H", stream, 0x0A)[0]
        if kind != WORD or version < OLDEST:
            raise old
        if flags & ENCRYPTED:
            raise ShelfError("file_encrypted", file=name)
        table = container.stream("1Table" if flags & OTHER_TABLE else "0Table")
        text, notes = parts(stream, text_of(stream, table or b""))
    except (Damaged, struct.error) as error:
        raise old from error
    if strange(text) > MAX_STRANGE:
        raise old
    lines = [*lines_of(text), *(SIGN + line for line in lines_of(notes))]
    return Manuscript(tuple(map(Paragraph, lines)), ("note_doc",))


def text_of(stream: bytes, table: bytes) -> str:
    """All characters of a file in the order of their positions.

    Args:
        stream: The stream ``WordDocument``.
        table: The stream with the piece table: of 16-bit characters, or of 8-bit ones in Windows-1252.
    """
    start, length = struct.unpack_from("<II", stream, 0x01A2)
    pieces = table[start : start + length]
    at = 0
    while pieces[at : at + 1] == b"\x01":  # properties before the table, each with its length
        at += 3 + struct.unpack_from("<H", pieces, at + 1)[0]
    if pieces[at : at + 1] != b"\x02":
        raise Damaged
    count = (struct.unpack_from("<I", pieces, at + 1)[0] - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", pieces, at + 5)
    entries = at + 5 + 4 * (count + 1)
    out = []
    for number in range(count):
        length = places[number + 1] - places[number]
        where = struct.unpack_from("<I", pieces, entries + 8 * number + 2)[0]
        out.append(_piece(stream, where, length))
    return "".join(out)


def _piece(stream: bytes, where: int, length: int) -> str:
    narrow = where & 0x40000000
    start = (where & 0x3FFFFFFF) // 2 if narrow else where & 0x3FFFFFFF
    end = start + (length if narrow else 2 * length)
    if length < 0 or end > len(stream):
        raise Damaged
    return stream[start:end].decode("cp1252" if narrow else "utf-16-le", "replace")


def parts(stream: bytes, text: str) -> tuple[str, str]:
    """The body with its text boxes, and the footnotes and endnotes; heads, feet and comments are left out."""
    body, foot, head, macro, comment, end, box = struct.unpack_from("<7I", stream, 0x4C)
    notes_at = body + foot + head + macro + comment
    boxes_at = notes_at + end
    notes = text[body : body + foot] + text[notes_at:boxes_at]
    return text[:body] + text[boxes_at : boxes_at + box], notes


def lines_of(text: str) -> list[str]:
    """The paragraphs of a stretch of text; a table's row is one, as elsewhere."""
    before = ""
    while before != text:  # a field may stand in another's result
        before, text = text, FIELD.sub(lambda found: found[1] or "", text)
    text = text.replace("\x07\x07", "\r").replace("\x07", " | ").translate(SIGNS)
    lines = (line.strip(" \t|") for line in text.split("\n"))
    return [line for line in lines if line]


def strange(text: str) -> float:
    """Share of characters that no text of a document has."""
    return len(STRANGE.findall(text)) / max(1, len(text))

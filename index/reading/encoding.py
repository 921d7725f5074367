"""Bytes of a text file -> its text and, where the encoding had to be guessed, a code that says so."""

import codecs
import re
from typing import Final

from index.errors import ShelfError

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the UTF-16 mark, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GUESSES: Final = ("gb18030", "big5", "utf-16-le", "utf-16-be")
NOTES: Final = {
    "gb18030": "note_encoding_gb18030",
    "big5": "note_encoding_big5",
    "utf-16-le": "note_encoding_utf16",
    "utf-16-be": "note_encoding_utf16",
}

SAMPLE: Final = 20_000
"""Characters looked at to tell likely text from unlikely; enough for any report, quick for any file."""
LIKELY: Final = 0.6
"""Share of everyday characters below which a guess is refused. Real Chinese text measures above 0.9;
text in the wrong encoding below 0.5."""
LOST: Final = "\ufffd"
"""Stands for what could not be read."""
DAMAGE: Final = 0.01
"""Share of unreadable characters up to which a file is still read, with a note."""
NOISE: Final = 0.05
"""Share of control characters up to which a file is text all the same; cleaning takes them out."""

STRAY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
GARBLED = re.compile("锟斤拷|烫烫烫|�{2}")


def text_of(data: bytes, name: str = "") -> tuple[str, tuple[str, ...]]:
    r"""The text of ``data`` with every line ended by ``\n``, and codes of what had to be guessed.

    >>> text_of("总结\r\n二".encode("gb18030"))
    ('总结\n二', ('note_encoding_gb18030',))

    Raises:
        ShelfError: ``file_binary`` where the bytes are no text, ``text_garbled`` where no encoding fits.
    """
    text, notes = _decoded(data, name)
    stray = len(STRAY.findall(text)) if STRAY.search(text) else 0
    if stray > 4 and stray > len(text) * NOISE:
        raise ShelfError("file_binary", file=name)
    if stray:
        notes += (f"note_control:{stray}",)
    if len(GARBLED.findall(text)) >= 3:
        notes += ("note_garbled",)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return _bearable(text, "", name)
    sixteen = _sixteen_bit(data)
    if sixteen:
        return data.decode(sixteen, "replace"), (NOTES[sixteen],)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    broken = data.decode("utf-8", "replace")
    if broken.count(LOST) <= len(broken) * DAMAGE:
        return broken, (_replaced(broken),)
    return _guessed(data, name)


def _sixteen_bit(data: bytes) -> str:
    """UTF-16 without a mark told by its zero bytes: every ASCII character brings one, on one side only."""
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(data) % 2 or not even + odd or min(even, odd) * 10 > max(even, odd):
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        return encoding if likeliness(data[: SAMPLE * 2].decode(encoding, "ignore")) >= LIKELY else ""
    except UnicodeDecodeError:
        return ""


def _guessed(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The likeliest reading of bytes that are no UTF-8; at equal likeliness the earlier in ``GUESSES``."""
    best, text, encoding = 0.0, "", ""
    for candidate in GUESSES:
        if candidate.startswith("utf-16") and len(data) % 2:
            continue
        reading = data.decode(candidate, "replace")
        score = likeliness(reading, "big5" if candidate == "big5" else "gb2312")
        if score > best + 0.02:
            best, text, encoding = score, reading, candidate
    if best < LIKELY:
        raise ShelfError("file_binary" if b"\x00" in data else "text_garbled", file=name)
    return _bearable(text, NOTES[encoding], name)


def _bearable(text: str, note: str, name: str) -> tuple[str, tuple[str, ...]]:
    notes = (note,) if note else ()
    lost = text.count(LOST)
    if lost > max(1, len(text) * DAMAGE):
        raise ShelfError("text_garbled", file=name)
    return text, (*notes, _replaced(text)) if lost else notes


def _replaced(text: str) -> str:
    return f"note_bytes_replaced:{text.count(LOST)}"


def likeliness(text: str, table: str = "gb2312") -> float:
    """Share of everyday characters: ASCII, punctuation and the common half of ``table``'s Chinese ones."""
    head = text[:SAMPLE]
    if not head:
        return 0.0
    common = sum(_everyday(mark, table) for mark in set(head)) if len(head) < 50 else None
    if common is not None:
        return common / len(set(head))
    known = {mark: _everyday(mark, table) for mark in set(head)}
    return sum(known[mark] for mark in head) / len(head)


def _everyday(mark: str, table: str) -> bool:
    if mark in "\t\n\r" or " " <= mark <= "~":
        return True
    try:
        code = mark.encode(table)
    except UnicodeEncodeError:
        return False
    if len(code) != 2:
        return False
    if table == "big5":
        return code[0] <= 0xC6  # level 1: the 5,401 common characters, punctuation before them
    return code[0] <= 0xA3 or 0xB0 <= code[0] <= 0xD7  # level 1: 3,755 common characters

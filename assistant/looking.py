"""A file -> its report or its words, without a shelf."""

from pathlib import Path

from index.entering import prepare
from index.reading.reading import decode, read
from index.reading.sniffing import READ
from index.types import Report

_LESS_KNOWN = (".text", ".markdown", ".htm", ".dot", ".wpt")
"""Other suffixes of the same kinds of file."""


def kinds_read() -> tuple[str, ...]:
    """Suffixes of every kind of file that is read, by which a writer knows them: txt, md, …, wps."""
    return tuple(suffix.removeprefix(".") for suffix in READ if suffix not in _LESS_KNOWN)


def look(path: Path) -> Report:
    """A file read, cleaned and outlined as the shelf would, without adding it.

    Raises:
        ShelfError: the file cannot be read; the code says why.
    """
    return prepare(read(path), path.name)[0]


def read_text(path: Path) -> str:
    """The words of a facts, draft or decisions file as they stand, lines ended by a newline."""
    if path.suffix.lower() in (".txt", ".md", ".json", ".toml", ""):
        return decode(path)
    return "\n".join(paragraph.text for paragraph in read(path).paragraphs)

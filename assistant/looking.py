"""A file -> its report or its words, without a shelf."""

from pathlib import Path

from index.entering import prepare
from index.reading.reading import decode, read
from index.types import Report


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

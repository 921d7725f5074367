"""File -> manuscript: checks the file, then hands it to the reader of its format."""

import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from index.errors import ShelfError
from index.reading.encoding import text_of
from index.reading.guarding import parse
from index.reading.markdown import read_markdown
from index.reading.office import converted
from index.reading.packing import check_container
from index.reading.page import read_page
from index.reading.rtf import read_rtf
from index.reading.sniffing import FAMILY, READ, check_content, wanted
from index.reading.text import read_text
from index.types import Manuscript

MAX_MB: Final = 20
IN_PROCESS: Final = {"text": read_text, "markdown": read_markdown, "page": read_page, "rtf": read_rtf}
HERE_BYTES: Final = 2**20
"""Size up to which a text file is read in this process; a larger one could take too much of its memory."""
KIND: Final = {reader: suffix for suffix, reader in FAMILY.items()}
"""Reader -> the suffix a writer knows its kind by."""
SUFFIXES: Final = tuple(READ)
"""Suffixes of the files that are read."""


def read(path: Path) -> Manuscript:
    """The paragraphs of a sample file, in order, automatic numbering written out.

    Raises:
        ShelfError: the file is missing, empty, too large, of another kind, encrypted, damaged, scanned
            or too costly to read. Every code has its sentence in ``assistant/messages/reading.toml``.
    """
    name = shown(path)
    check_size(path, name)
    told = wanted(path.suffix.lower(), name)
    try:
        reader = check_content(path, told, name)
        if reader in ("docx", "odt"):
            check_container(path, name)
        manuscript = _read(reader, path, name)
        if reader != told:
            manuscript = replace(manuscript, notes=(f"note_other_kind:{KIND[reader]}", *manuscript.notes))
    except OSError as error:
        raise ShelfError("file_unreadable", file=name) from error
    if not any(paragraph.text.strip("\ufeff \t\n\u3000") for paragraph in manuscript.paragraphs):
        raise ShelfError("file_empty", file=name)
    return manuscript


def _read(reader: str, path: Path, name: str) -> Manuscript:
    if reader in IN_PROCESS and path.stat().st_size <= HERE_BYTES:
        return IN_PROCESS[reader](path.read_bytes(), name)
    if reader in ("odt", "doc"):
        return _through_office(path, name, f".{reader}") or parse(reader, path, name)
    return parse(reader, path, name)


def _through_office(path: Path, name: str, suffix: str) -> Manuscript | None:
    """What LibreOffice makes of a document; None where it is not installed or makes nothing readable."""
    with tempfile.TemporaryDirectory(prefix="zhibi-") as folder:
        made = converted(path, Path(folder), suffix=suffix)
        if made is None:
            return None
        with suppress(ShelfError):  # the reader of our own may still read it
            check_container(made, name)
            manuscript = parse("docx", made, name)
            return replace(manuscript, notes=("note_office", *manuscript.notes))
    return None


def decode(path: Path) -> str:
    r"""A text file's words as they stand, its encoding found, every line ended by ``\n``.

    Raises:
        ShelfError: the file is missing, empty, too large, unreadable or no text.
    """
    name = shown(path)
    check_size(path, name)
    try:
        check_content(path, "text", name)
        return text_of(path.read_bytes(), name)[0]
    except OSError as error:
        raise ShelfError("file_unreadable", file=name) from error


def check_size(path: Path, name: str) -> None:
    """Refuse what is no file, an empty file and one over the limit, before it is opened.

    Raises:
        ShelfError: ``file_missing``, ``file_is_folder``, ``file_no_file``, ``file_empty``, ``file_too_large``
            or ``file_unreadable``.
    """
    try:
        size = path.stat().st_size
        plain = path.is_file()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise ShelfError("file_missing", file=name) from error
    except OSError as error:
        raise ShelfError("file_unreadable", file=name) from error
    if not plain:
        raise ShelfError("file_is_folder" if path.is_dir() else "file_no_file", file=name)
    if not size:
        raise ShelfError("file_empty", file=name)
    if size > MAX_MB * 2**20:
        raise ShelfError("file_too_large", file=name, size=f"{size / 2**20:.1f}", limit=MAX_MB)


def shown(path: Path) -> str:
    """The file's name as a message may show it: printable, at most 80 characters."""
    name = "".join(mark if mark.isprintable() else "?" for mark in path.name or str(path))
    return name if len(name) <= 80 else f"{name[:50]}…{name[-29:]}"

"""First bytes of a file -> what it really is, and the reason why a kind of file is not read."""

import zipfile
from pathlib import Path
from typing import Final

from index.errors import ShelfError

READ: Final = {
    ".txt": "text", ".text": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "page", ".htm": "page",
    ".rtf": "rtf",
    ".docx": "docx",
    ".pdf": "pdf",
    ".odt": "odt",
    ".doc": "doc", ".dot": "doc", ".wps": "doc", ".wpt": "doc",
}  # fmt: skip
"""The one table of suffixes: what is read, and as what."""

REFUSED: Final = {
    "file_old_document": ".docm .dotx .dotm .ofd .pages .uot .uof",
    "file_page": ".mht .mhtml .xml .epub .chm .caj",
    "file_sheet": ".xls .xlsx .xlsm .et .csv .ods .numbers",
    "file_slides": ".ppt .pptx .pps .dps .odp .key",
    "file_image": ".png .jpg .jpeg .gif .bmp .tif .tiff .webp .heic .svg",
    "file_archive": ".zip .rar .7z .gz .tar .tgz .xz .bz2",
}
"""Why the other kinds a writer may try are not read, by suffix."""

MAGIC: Final = (
    (b"%PDF-", ".pdf"),
    (b"PK\x03\x04", ".zip"),
    (b"PK\x05\x06", ".zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
    (b"Rar!", ".rar"),
    (b"7z\xbc\xaf", ".7z"),
    (b"\x1f\x8b\x08", ".gz"),
    (b"\x7fELF", ".bin"),
    (b"SQLite format 3", ".sqlite"),
)
PAGE: Final = (b"<!doctype html", b"<html", b"<?xml", b"mime-version:")

FAMILY: Final = {".docx": "docx", ".doc": "doc", ".odt": "odt", ".rtf": "rtf", ".html": "page"}
"""Kinds that Word and WPS open under one another's suffix, and the reader of each."""
WORD: Final = "WordDocument".encode("utf-16-le")
"""Name of the stream that makes an OLE container an old Word file."""

SEALED: Final = "EncryptedPackage".encode("utf-16-le")
"""Name of the stream in which Office keeps an encrypted .docx, inside an OLE container."""


def wanted(suffix: str, name: str) -> str:
    """The reader for a suffix.

    Raises:
        ShelfError: the kind is not read; the code says what to do instead.
    """
    reader = READ.get(suffix)
    if reader:
        return reader
    for code, suffixes in REFUSED.items():
        if suffix in suffixes.split():
            raise ShelfError(code, file=name, suffix=suffix)
    raise ShelfError("file_type_unknown", file=name, suffix=suffix or "-")


def check_content(path: Path, reader: str, name: str) -> str:
    """The reader for what a file really holds; content that is far from its suffix is refused.

    A document of the Word family under another one's suffix (.doc that is .rtf or a saved page) is read.

    Raises:
        ShelfError: ``file_encrypted``, ``file_mismatch`` or ``file_broken``.
    """
    with path.open("rb") as file:
        head = file.read(4096)
    found = sniff(head)
    if found == ".zip":
        found = _inside(path)
    if found == ".doc" and reader == "docx" and _sealed(path):
        raise ShelfError("file_encrypted", file=name)
    if reader == "doc" and not found:
        raise ShelfError("file_old_document", file=name, suffix=path.suffix.lower())
    if reader in ("docx", "pdf", "rtf", "odt", "doc"):
        if found == f".{reader}":
            return reader
        if reader != "pdf" and found in FAMILY and _is_sound(found, path, head):
            return FAMILY[found]
        if not found or found == ".zip?":
            raise ShelfError("file_broken", file=name, suffix=f".{reader}")
    elif not found or found == ".html" and reader in ("markdown", "page"):
        return reader
    shown = ".zip" if found == ".zip?" else found
    raise ShelfError("file_mismatch", file=name, suffix=path.suffix.lower(), found=shown)


def sniff(head: bytes) -> str:
    """The suffix that fits the first bytes; empty for text and for what is not known.

    >>> sniff(b"%PDF-1.7"), sniff("一、总体情况".encode())
    ('.pdf', '')
    """
    for magic, suffix in MAGIC:
        if head.startswith(magic):
            return suffix
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:64].lower()
    if start.startswith(PAGE):
        return ".html"
    return ".pdf" if b"%PDF-" in head[:1024] else ""


def _inside(path: Path) -> str:
    """Which Office document a zip holds; ``.zip`` for another archive, ``.zip?`` for a broken one."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return ".zip?"
    for part, suffix in (("word/", ".docx"), ("xl/", ".xlsx"), ("ppt/", ".pptx"), ("OFD.xml", ".ofd")):
        if any(name.startswith(part) for name in names):
            return suffix
    return ".odt" if "content.xml" in names and "mimetype" in names else ".zip"


def _is_sound(found: str, path: Path, head: bytes) -> bool:
    """Whether an old Word file holds a document, and a page is one, not a mail or bare XML."""
    if found == ".doc":
        return WORD in path.read_bytes()
    return found != ".html" or (b"<html" in head.lower() and b"mime-version" not in head[:64].lower())


def _sealed(path: Path) -> bool:
    return SEALED in path.read_bytes()

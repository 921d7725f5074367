"""Zip container of a .docx or .odt -> checked for size before anything in it is unpacked."""

import zipfile
from pathlib import Path
from typing import Final

from index.errors import ShelfError

MAX_MEMBERS: Final = 4_000
MAX_UNPACKED: Final = 100 * 2**20
"""Bytes all parts may have together."""
MAX_XML: Final = 30 * 2**20
"""Bytes of one XML part; 32 MB of document.xml took python-docx 66 s and 756 MB (measured)."""
MAX_RATIO: Final = 100
"""Unpacked bytes for a packed one, asked of parts over ``SMALL``; real reports measure 5 to 30."""
SMALL: Final = 2 * 2**20


def check_container(path: Path, name: str) -> None:
    """Refuse a container that would unpack to far more than a report holds.

    Raises:
        ShelfError: ``file_bomb``, ``file_encrypted`` or ``file_broken``.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ShelfError("file_broken", file=name, suffix=path.suffix.lower()) from error
    if any(member.flag_bits & 1 for member in members):
        raise ShelfError("file_encrypted", file=name)
    if len(members) > MAX_MEMBERS or sum(m.file_size for m in members) > MAX_UNPACKED:
        raise ShelfError("file_bomb", file=name)
    if any(_swollen(member) for member in members):
        raise ShelfError("file_bomb", file=name)


def _swollen(member: zipfile.ZipInfo) -> bool:
    if member.filename.endswith((".xml", ".rels")) and member.file_size > MAX_XML:
        return True
    return member.file_size > SMALL and member.file_size > MAX_RATIO * max(1, member.compress_size)

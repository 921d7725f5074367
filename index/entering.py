"""A file -> its report, cleaned, outlined and described, with all that is kept of it. Nothing is stored."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from index import neighbours
from index.chunking import chunk
from index.cleaning import clean
from index.describing import describe
from index.errors import ShelfError
from index.expressions import expressions
from index.outlining import outline
from index.reading.reading import read
from index.resemblance import signature
from index.storing import Entering
from index.types import Clean, Manuscript, Removal, Report


def entering_in(path: Path, file_hash: str) -> Entering:
    """A file's report with all that is kept of it.

    Raises:
        ShelfError: why the file cannot be read or holds no text.
    """
    manuscript = read(path)
    name = storable(path.name)
    report, cleaned = prepare(manuscript, name)
    return entering_of(
        report, cleaned, manuscript, file_hash, name, path.suffix.lower(),
        datetime.now(UTC).isoformat(timespec="seconds"),
    )  # fmt: skip


def entering_of(
    report: Report, cleaned: Clean, manuscript: Manuscript, file_hash: str, name: str, suffix: str,
    added_at: str,
) -> Entering:  # fmt: skip
    """A report with all that is kept of it."""
    return Entering(
        report, chunk(report), cleaned.removals, expressions(report.text), manuscript.notes,
        file_hash, name, suffix, added_at, neighbours.pack(signature(report.text)),
    )  # fmt: skip


def prepare(manuscript: Manuscript, name: str) -> tuple[Report, Clean]:
    """Clean, outline and describe a manuscript; nothing is stored.

    Args:
        manuscript: What the file holds.
        name: Name of the file, for the title where the text has none.

    Raises:
        ShelfError: ``no_text`` when cleaning leaves nothing.
    """
    cleaned = clean(manuscript)
    cleaned = replace(cleaned, removals=numbered(cleaned.removals))
    return report_of(cleaned, name), cleaned


def report_of(cleaned: Clean, name: str) -> Report:
    """Outline and describe a clean text.

    Raises:
        ShelfError: ``no_text`` for an empty one.
    """
    if not cleaned.text.strip():
        raise ShelfError("no_text", file=name)
    sections = outline(cleaned)
    described = describe(cleaned, sections, name)
    report_id = hashlib.sha256(cleaned.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Report(
        report_id, described.title, cleaned.text, sections, described.kind, described.year, described.era,
        described.viewpoint, described.organisation,
    )  # fmt: skip


def numbered(removals: Sequence[Removal]) -> tuple[Removal, ...]:
    """Removals with their places, by which the writer puts one back."""
    return tuple(replace(gone, place=place) for place, gone in enumerate(removals))


def digest(path: Path) -> str:
    """SHA-256 of a file, as hex digits.

    Raises:
        ShelfError: ``file_unreadable``.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        raise ShelfError("file_unreadable", file=path.name) from fault


def storable(name: str) -> str:
    """A file name as text: bytes that are no UTF-8 become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")

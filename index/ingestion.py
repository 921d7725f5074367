"""Files -> shelf: the whole way in, one file all or nothing, resumable."""

import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from index.catalogue import Catalogue
from index.chunking import chunk
from index.cleaning import clean
from index.copies import Copies
from index.describing import describe
from index.errors import ShelfError
from index.expressions import expressions
from index.originals import Originals
from index.outlining import outline
from index.reading.reading import read
from index.storing import Entering
from index.types import Added, Clean, Manuscript, Progress, Report

PENDING_REPORTS, PENDING_S = 64, 3.0
"""Stored reports go into the copies together, when so many wait or the first has waited so long."""
READERS = 4
"""Files read at the same time: parsers of .docx and .pdf run in processes of their own."""

OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file read and taken apart, or why it was not."""

    path: Path
    entering: Entering | None = None
    fault: ShelfError | None = None


def prepare(manuscript: Manuscript, name: str) -> tuple[Report, Clean]:
    """Clean, outline and describe a manuscript; nothing is stored.

    Args:
        manuscript: What the file holds.
        name: Name of the file, for the title where the text has none.

    Raises:
        ShelfError: ``no_text`` when cleaning leaves nothing.
    """
    cleaned = clean(manuscript)
    if not cleaned.text.strip():
        raise ShelfError("no_text", file=name)
    sections = outline(cleaned)
    described = describe(cleaned, sections, name)
    report_id = hashlib.sha256(cleaned.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    report = Report(report_id, described.title, cleaned.text, sections, described.kind, described.year)
    return report, cleaned


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and those in folders, sorted; hidden files and Office's lock files left out."""
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not _is_hidden(name))
            found += [Path(folder, name) for name in sorted(names) if not _is_hidden(name)]
    return found


class Ingestion:
    """The way in of one shelf; several threads may add at once."""

    def __init__(self, catalogue: Catalogue, copies: Copies, originals: Originals) -> None:
        self._catalogue = catalogue
        self._copies = copies
        self._originals = originals
        self._pending: list[int] = []
        self._since = 0.0
        self._storing = threading.RLock()

    def add(
        self,
        paths: Iterable[Path],
        progress: OnProgress | None = None,
        cancel: Callable[[], bool] | None = None,
        on_added: Callable[[Added], None] | None = None,
    ) -> list[Added]:
        """Put files and folders on the shelf.

        A file for which ``on_added`` was called with ``added`` is kept, whatever happens then; it is found by
        searches when this returns, or after the next start.

        Args:
            paths: Files and folders; folders are walked.
            progress: Told before each file and once at the end.
            cancel: Asked between files; True ends adding after the file at hand.
            on_added: Told what became of each file.

        Raises:
            ShelfError: ``disk_full`` or another fault of the database while the copies are written.
        """
        files = files_in(paths)
        added: list[Added] = []
        with ThreadPoolExecutor(READERS) as readers:
            try:
                for place, (path, waiting) in enumerate(self._reading(readers, files)):
                    if cancel is not None and cancel():
                        break
                    if progress is not None:
                        progress(Progress(place, len(files), path.name))
                    added.append(self._take_in(path, waiting))
                    if on_added is not None:
                        on_added(added[-1])
                    self._flush(waiting=True)
            finally:
                readers.shutdown(wait=False, cancel_futures=True)
                self._flush()
        if progress is not None:
            progress(Progress(len(added), len(files)))
        return added

    def _reading(
        self, readers: ThreadPoolExecutor, files: Sequence[Path]
    ) -> Iterator[tuple[Path, Future[Prepared]]]:
        """Each file with its reading, a few files ahead of the one that is asked for."""
        ahead: list[tuple[Path, Future[Prepared]]] = []
        for path in files:
            ahead.append((path, readers.submit(self._prepared, path)))
            if len(ahead) > READERS:
                yield ahead.pop(0)
        yield from ahead

    def _prepared(self, path: Path) -> Prepared:
        try:
            return Prepared(path, self._entering(path))
        except ShelfError as fault:
            return Prepared(path, fault=fault)
        except Exception as fault:  # one file that trips a stage must not stop the others
            told = ShelfError("file_failed", file=path.name, detail=f"{type(fault).__name__}: {fault}"[:200])
            return Prepared(path, fault=told)

    def _entering(self, path: Path) -> Entering:
        file_hash = digest(path) if path.is_file() else ""
        self._catalogue.refuse_equal(file_hash, "")
        manuscript = read(path)
        name = storable(path.name)
        report, cleaned = prepare(manuscript, name)
        self._catalogue.refuse_equal(file_hash, report.id)
        return Entering(
            report, chunk(report), cleaned.removals, expressions(report.text), manuscript.notes,
            file_hash, name, path.suffix.lower(), datetime.now(UTC).isoformat(timespec="seconds"),
        )  # fmt: skip

    def _take_in(self, path: Path, waiting: Future[Prepared]) -> Added:
        prepared = waiting.result()
        try:
            if prepared.fault is not None:
                raise prepared.fault
            assert prepared.entering is not None
            return self._store(path, prepared.entering)
        except ShelfError as fault:
            equal = fault.code in ("duplicate_file", "duplicate_text")
            return _left_out(path, fault, "duplicate" if equal else "refused")

    def _store(self, path: Path, entering: Entering) -> Added:
        with self._storing:
            number = self._kept(path, entering)
            if not self._pending:
                self._since = time.monotonic()
            self._pending.append(number)
        report = entering.report
        return Added(
            str(path), "added", report_id=report.id, title=report.title, kind=report.kind, year=report.year,
            sections=sum(1 for section in report.sections if section.mark or section.heading),
            passages=len(entering.passages), removals=entering.removals, notes=entering.notes,
        )  # fmt: skip

    def _kept(self, path: Path, entering: Entering) -> int:
        """The number of a report that is on disk now, with its original."""
        self._originals.keep(path, entering.file_hash, entering.suffix)
        try:
            return self._catalogue.store(entering)
        except ShelfError as fault:
            if fault.code != "duplicate_file":  # then the original belongs to the equal report
                self._originals.remove(entering.file_hash, entering.suffix)
            raise

    def _flush(self, waiting: bool = False) -> None:
        """Put the stored reports into the copies; while more are ``waiting``, only when it is worth it."""
        with self._storing:
            due = len(self._pending) >= PENDING_REPORTS or time.monotonic() - self._since > PENDING_S
            if self._pending and (due or not waiting):
                numbers, self._pending = self._pending, []
                self._copies.add(numbers)


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


def _left_out(path: Path, fault: ShelfError, status: Literal["duplicate", "refused"]) -> Added:
    values = dict(fault.values)
    return Added(
        str(path), status, fault.code, tuple(({"file": path.name} | values).items()),
        report_id=values.get("id", ""), title=values.get("title", ""),
    )  # fmt: skip


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))

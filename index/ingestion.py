"""Files -> shelf: the whole way in, one file all or nothing, resumable."""

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from index.catalogue import Catalogue
from index.copies import Copies
from index.entering import digest, entering_in, entering_of, prepare, report_of
from index.errors import ShelfError
from index.originals import Originals
from index.preparing import Workers
from index.reading.reading import read
from index.restoring import places_of, put_back
from index.storing import Entering
from index.types import Added, Progress

PENDING_REPORTS, PENDING_S = 64, 3.0
"""Stored reports go into the copies together, when so many wait or the first has waited so long."""
NEARLY_EQUAL = "note_nearly_equal"
"""Note of a report of which most stands in another; the values of ``Added`` name that one."""
READERS = 4
"""Files read at the same time: parsers of .docx and .pdf run in processes of their own."""

OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file read and taken apart, or why it was not."""

    path: Path
    entering: Entering | None = None
    fault: ShelfError | None = None


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
        with Workers(len(files), entering_in) as workers, ThreadPoolExecutor(READERS) as readers:
            try:
                for place, (path, waiting) in enumerate(self._reading(readers, files, workers)):
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
                self._copies.settle()
        if progress is not None:
            progress(Progress(len(added), len(files)))
        return added

    def _reading(
        self, readers: ThreadPoolExecutor, files: Sequence[Path], workers: Workers
    ) -> Iterator[tuple[Path, Future[Prepared]]]:
        """Each file with its reading, a few files ahead of the one that is asked for."""
        ahead: list[tuple[Path, Future[Prepared]]] = []
        for path in files:
            ahead.append((path, readers.submit(self._prepared, path, workers)))
            if len(ahead) > 2 * READERS:
                yield ahead.pop(0)
        yield from ahead

    def _prepared(self, path: Path, workers: Workers) -> Prepared:
        try:
            return Prepared(path, self._entering(path, workers))
        except ShelfError as fault:
            return Prepared(path, fault=fault)
        except Exception as fault:  # one file that trips a stage must not stop the others
            told = ShelfError("file_failed", file=path.name, detail=f"{type(fault).__name__}: {fault}"[:200])
            return Prepared(path, fault=told)

    def _entering(self, path: Path, workers: Workers) -> Entering:
        file_hash = digest(path) if path.is_file() else ""
        self._catalogue.refuse_equal(file_hash, "")
        return workers.prepare(path, file_hash)

    def restore(self, number: int, place: int) -> None:
        """Put a stretch that cleaning took out back into a report, which is prepared anew with it.

        The report's text, id, sections and passages change together; nothing happens when it is back already.

        Raises:
            ShelfError: ``no_such_removal``, ``removal_is_nothing``, ``original_missing``, ``duplicate_text``
                or why the original cannot be read any more.
        """
        back = self._catalogue.refused(number)
        if place in [one.place for one in back]:
            return
        file_hash, suffix = self._catalogue.original(number)
        original, name = self._originals.path(file_hash, suffix), self._catalogue.name(number)
        if not original.is_file():
            raise ShelfError("original_missing", file=name)
        manuscript = read(original)
        cleaned = prepare(manuscript, name)[1]
        places = [*places_of(cleaned.removals, back), place]
        restored = put_back(cleaned, manuscript, places)
        report = report_of(restored, name)
        entering = entering_of(report, restored, manuscript, file_hash, name, suffix, "")
        chosen = [gone for gone in cleaned.removals if gone.place in places]
        self._catalogue.replace(number, entering, chosen)

    def catch_up(self) -> None:
        """Put into the copies what was stored but could not be copied, on a full disk say."""
        with self._storing:
            stored = [number for number in self._catalogue.in_state("stored") if number not in self._pending]
            if stored:
                self._catalogue.loosen(stored)
                self._copies.remove()
                self._copies.add(stored)

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
        title, like, share = self._catalogue.like(number)
        told = (("title", title), ("id", like), ("share", str(share))) if like else ()
        notes = (*entering.notes, NEARLY_EQUAL) if like else entering.notes
        return Added(
            str(path), "added", "", told, report_id=report.id, title=report.title,
            kind=report.kind, year=report.year,
            sections=sum(1 for section in report.sections if section.mark or section.heading),
            passages=len(entering.passages), removals=entering.removals, notes=notes,
            like=title, like_id=like, like_share=share,
            era=report.era, viewpoint=report.viewpoint, organisation=report.organisation,
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


def _left_out(path: Path, fault: ShelfError, status: Literal["duplicate", "refused"]) -> Added:
    values = dict(fault.values)
    return Added(
        str(path), status, fault.code, tuple(({"file": path.name} | values).items()),
        report_id=values.get("id", ""), title=values.get("title", ""),
    )  # fmt: skip


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))

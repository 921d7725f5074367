"""Data folder -> the shelf: its one face for whoever stands above."""

import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType

from index.catalogue import Catalogue
from index.copied import runs
from index.copies import Copies
from index.database import Database
from index.describing import GRAMMAR
from index.embedding import DEFAULT, FORMER, open_embedder
from index.errors import ShelfError
from index.expressions import expressions
from index.ingestion import Ingestion
from index.letters import Run
from index.listing import Card
from index.lock import Lock
from index.originals import Originals
from index.renewing import renew
from index.reranking import Reranker
from index.retrieval import Query, Retrieval
from index.types import Added, Hit, Passage, Progress, Removal, Report

FILE = "zhibi.sqlite3"
BEARABLE = ("embedder_missing", "embedder_unreachable", "disk_full", "shelf_busy")
"""Faults that keep copies from being finished at the start, but no writer from her reports and drafts."""


class Shelf:
    """The shelf of one data folder, held by one process. Safe to share between threads.

    The folder holds ``zhibi.sqlite3`` (the truth: catalogue and drafts), ``originals/`` (the sample files),
    ``chroma/`` and ``lexical/`` (copies for searching, rebuilt by themselves) and ``zhibi.lock``.

    Raises:
        ShelfError: ``folder_in_use``, ``folder_readonly``, ``folder_unusable``, ``shelf_newer``,
            ``shelf_damaged``, ``disk_full``, ``embedder_unknown``.
    """

    def __init__(
        self, data: Path, embedder: str = "default", base_url: str = "", api_key: str = "",
        progress: Callable[[Progress], None] | None = None, reranker: str = "",
    ) -> None:  # fmt: skip
        self._embedder = self.embedder = open_embedder(embedder, base_url, api_key)
        """What turns texts into vectors here."""
        self._lock = Lock(data)
        self._changing = threading.RLock()
        try:
            self.database = Database(data / FILE)
            self._catalogue = Catalogue(self.database)
            self._originals = Originals(data / "originals")
            self._copies = Copies(data, self._catalogue, self._embedder)
            self._ingestion = Ingestion(self._catalogue, self._copies, self._originals)
            self._retrieval = Retrieval(
                self._catalogue, self._copies, self._embedder, Reranker(reranker) if reranker else None
            )
            self._finish(progress)
        except BaseException:
            self._let_go()
            raise

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the data folder."""
        if self._is_own_embedder():
            self._copies.close()
        self._let_go()

    # ---- in and out ------------------------------------------------------------------------------

    def add(
        self,
        paths: Iterable[Path],
        progress: Callable[[Progress], None] | None = None,
        cancel: Callable[[], bool] | None = None,
        on_added: Callable[[Added], None] | None = None,
    ) -> list[Added]:
        """Put files and folders on the shelf; one bad file never stops the others.

        Raises:
            ShelfError: ``embedder_changed``, ``embedder_missing``.
        """
        self._require_embedder()
        with self._changing:
            self._catch_up()
        return self._ingestion.add(paths, progress, cancel, on_added)

    def remove(self, report_id: str) -> None:
        """Take a report off the shelf, with its original file.

        Raises:
            ShelfError: ``no_such_report``, ``ambiguous_id``.
        """
        number = self._catalogue.number(report_id)
        file_hash, suffix = self._catalogue.original(number)
        self._catalogue.remove(number)
        if self._is_own_embedder():
            self._copies.remove()
        self._originals.remove(file_hash, suffix)

    def rebuild(self, progress: Callable[[Progress], None] | None = None) -> None:
        """Build all copies anew from the catalogue with the present embedder.

        Raises:
            ShelfError: ``embedder_missing``.
        """
        numbers = [*self._catalogue.in_state("ready"), *self._catalogue.in_state("stored")]
        renew(self._catalogue, numbers)
        for number in numbers:
            found = expressions(self._catalogue.report(number).text)
            self._catalogue.renew_particulars(number, found)
        self._copies.rebuild(progress)

    def edit(
        self, report_id: str, *, title: str | None = None, kind: str | None = None, year: int | None = None,
        era: str | None = None, viewpoint: str | None = None, organisation: str | None = None,
    ) -> Card:  # fmt: skip
        """Set what was guessed of a report; it is marked as set by hand, and no rebuild changes it.

        Args:
            report_id: The report's, or its beginning.
            title: None leaves it, as for all that follow; it cannot be empty.
            kind: 文种; an empty one says that it has none.
            year: 0 takes it away.
            era: 届次.
            viewpoint: ``班子``, ``个人`` or empty.
            organisation: What kind of body it is about.

        Raises:
            ShelfError: ``no_such_report``, ``ambiguous_id``, ``title_empty``, ``year_impossible``,
                ``viewpoint_unknown``, ``value_too_long``.
        """
        number = self._catalogue.number(report_id)
        changes = {
            "title": title, "kind": kind, "year": year, "era": era, "viewpoint": viewpoint,
            "organisation": organisation,
        }  # fmt: skip
        self._catalogue.edit(number, changes)
        return self._catalogue.card(number)

    def restore(self, report_id: str, place: int) -> Report:
        """Put a stretch that cleaning took out back into a report; ids it had before still lead to it.

        The report is prepared anew from its original: its text, id, sections, passages and vectors change
        together. Nothing happens when the stretch is back already.

        Args:
            report_id: The report's, or its beginning.
            place: ``Removal.place`` of the stretch.

        Raises:
            ShelfError: ``no_such_report``, ``ambiguous_id``, ``no_such_removal``, ``removal_is_nothing``,
                ``original_missing``, ``duplicate_text``, ``embedder_changed``, ``embedder_missing``.
        """
        self._require_embedder()
        with self._changing:
            number = self._catalogue.number(report_id)
            self._ingestion.restore(number, place)
            self._catch_up()
        return self._catalogue.report(number)

    # ---- reading ---------------------------------------------------------------------------------

    def reports(self) -> list[Card]:
        """All reports, as a list shows them, in the order of adding."""
        return self._catalogue.cards()

    def card(self, report_id: str) -> Card:
        """One report, as a list shows it.

        Raises:
            ShelfError: ``no_such_report``, ``ambiguous_id``.
        """
        return self._catalogue.card(self._catalogue.number(report_id))

    def values(self) -> dict[str, dict[str, int]]:
        """What ``kind``, ``year``, ``era``, ``viewpoint``, ``organisation`` occur, in how many reports."""
        return self._catalogue.values()

    def report(self, report_id: str) -> Report:
        """The report of an id, or of the beginning of one that fits no other.

        Raises:
            ShelfError: ``no_such_report``, ``ambiguous_id``.
        """
        return self._catalogue.report(self._catalogue.number(report_id))

    def removals(self, report_id: str) -> list[Removal]:
        """What cleaning took out of a report, but for what the writer put back."""
        return self._catalogue.removals(self._catalogue.number(report_id))

    def passages(self, report_id: str) -> list[Passage]:
        """The passages of a report, in order."""
        return [found.passage for found in self._catalogue.passages(self._catalogue.number(report_id))]

    def original(self, report_id: str) -> Path:
        """Where the original file of a report lies."""
        return self._originals.path(*self._catalogue.original(self._catalogue.number(report_id)))

    def hits_of(self, passage_ids: Iterable[str]) -> list[Hit]:
        """The passages of these ids that are on the shelf, in the order asked for."""
        wanted = list(passage_ids)
        found = {one.passage.id: one for one in self._catalogue.passages_by_id(wanted)}
        return [Hit(found[name].passage, 0.0, found[name].title) for name in wanted if name in found]

    # ---- searching -------------------------------------------------------------------------------

    def search(self, query: Query) -> tuple[Hit, ...]:
        """Passages for a query, best first.

        Raises:
            ShelfError: ``embedder_changed``, ``embedder_missing``.
        """
        self._require_embedder()
        return self._retrieval.search(query)

    def find_particulars(self, keys: Sequence[str]) -> dict[str, tuple[str, str, str]]:
        """Where canonical keys of expressions first stand: (report id, passage id, title) by key.

        The passage id is empty for what stands in a heading or a title.
        """
        return self._catalogue.find_particulars(keys)

    def runs(self, text: str) -> tuple[Run, ...]:
        """The runs of a text that stand word for word in a sample, sorted, each with where."""
        return runs(text, self._catalogue, self._copies)

    # ---- the embedder ----------------------------------------------------------------------------

    def _is_own_embedder(self) -> bool:
        return self._catalogue.setting("embedder") in ("", self._embedder.name)

    def _require_embedder(self) -> None:
        kept = self._catalogue.setting("embedder")
        if kept == self._embedder.name:
            return
        if kept and self._catalogue.cards():
            raise ShelfError("embedder_changed", kept=kept, now=self._embedder.name)
        self._catalogue.set(embedder=self._embedder.name, dim=self._embedder.dim)

    def _finish(self, progress: Callable[[Progress], None] | None) -> None:
        """Make good what a kill left undone, and copies that were lost or changed from outside."""
        self._originals.sweep(self._catalogue.hashes())
        kept = self._catalogue.setting("embedder")
        try:
            renew(self._catalogue, self._catalogue.older_than(GRAMMAR))
            if kept in FORMER and self._embedder.name == DEFAULT:
                self._copies.rebuild(progress)
            elif self._is_own_embedder():
                self._copies.mend(progress)
        except ShelfError as fault:
            if fault.code not in BEARABLE:
                raise

    def _catch_up(self) -> None:
        try:
            self._ingestion.catch_up()
        except ShelfError as fault:
            if fault.code not in BEARABLE:
                raise

    def _let_go(self) -> None:
        if hasattr(self, "database"):
            self.database.close()
        self._lock.close()

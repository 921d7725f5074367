"""Catalogue -> its searchable copies: kept in step, checked after an unclean end, built anew when broken."""

import json
import shutil
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.embedding import Embedder
from index.healing import Healing
from index.lexical import Entry, Lexical
from index.scanning import Packed, Scan, pack, unpack
from index.storing import Found
from index.types import Passage, Progress
from index.vectors import Vectors, is_sound

VECTORS, WORDS, STAMP = "chroma", "lexical", "copies.json"
REPORTS_AT_ONCE = 64
ROWS_AT_ONCE = 2_000


class Copies:
    """The vector store, the lexical index and the vectors in memory of one data folder.

    Invariant: after ``mend``, ``add``, ``remove`` and ``rebuild`` each copy holds exactly the passages of
    the ready reports, or is set aside.
    """

    def __init__(self, folder: Path, catalogue: Catalogue, embedder: Embedder) -> None:
        self._stamp = folder / STAMP
        self._catalogue = catalogue
        self._embedder = embedder
        self._vectors: Healing[Vectors] = Healing(folder / VECTORS, Vectors, self._fill_vectors)
        self._words: Healing[Lexical] = Healing(folder / WORDS, Lexical, self._fill_words)
        self._scan: Scan | None = None
        self._writing = threading.RLock()

    # ---- asking ----------------------------------------------------------------------------------

    def near(
        self, query: NDArray[np.float32], k: int, reports: Sequence[int] | None = None, role: str = ""
    ) -> dict[int, float]:
        """About the ``k`` passages nearest to a query vector with their exact cosines, best first.

        The vector store answers what no filter narrows; the vectors in memory answer the rest, and
        everything while the store is set aside.
        """
        scan = self._scanned()
        if reports is None and not role:
            empty: list[int] = []
            numbers = self._vectors.use(lambda store: store.nearest(query, min(k, len(scan))), empty)
            if numbers:
                return scan.scores(query, numbers)
        return scan.nearest(query, k, reports, role)

    def cosines(self, query: NDArray[np.float32], numbers: Sequence[int]) -> dict[int, float]:
        """Exact cosines of these passages with a query vector."""
        return self._scanned().scores(query, numbers)

    def worded(self, search: Callable[[Lexical], dict[int, float]]) -> dict[int, float]:
        """What a search of the lexical index finds."""
        nothing: dict[int, float] = {}
        return self._words.use(search, nothing)

    # ---- keeping in step -------------------------------------------------------------------------

    def mend(self, progress: Callable[[Progress], None] | None = None) -> None:
        """Bring the copies in step after whatever happened since they were last closed."""
        with self._writing:
            stored, leaving = self._catalogue.in_state("stored"), self._catalogue.leaving()
            if not self._trusted():
                self._inspect(stored, leaving)
            elif leaving:
                self._let_go(leaving)
            self._catalogue.forget_leaving()
            self.add(stored, progress)

    def add(self, numbers: Sequence[int], progress: Callable[[Progress], None] | None = None) -> None:
        """Put stored reports that are in no copy into all of them, and mark them ready."""
        for start in range(0, len(numbers), REPORTS_AT_ONCE):
            if progress is not None:
                progress(Progress(start, len(numbers)))
            with self._writing:
                self._add(numbers[start : start + REPORTS_AT_ONCE])
        if progress is not None and numbers:
            progress(Progress(len(numbers), len(numbers)))

    def remove(self) -> None:
        """Take out what has left the catalogue."""
        with self._writing:
            self._let_go(self._catalogue.leaving())
            self._catalogue.forget_leaving()

    def rebuild(self, progress: Callable[[Progress], None] | None = None) -> None:
        """Embed every passage anew and build every copy anew. A kill on the way is made good by ``mend``."""
        with self._writing:
            self._embedder.embed(["试"])  # a model that does not work must cost nothing
            self._distrust()
            self._catalogue.begin_anew(self._embedder.name, self._embedder.dim)
            self._scan = None
            self._vectors.aside = self._words.aside = False
            self._vectors.renew()
            self._words.renew()
            self.add(self._catalogue.in_state("stored"), progress)

    def close(self) -> None:
        """Let go of the files, and note that they were left in order."""
        with self._writing:
            self._vectors.close()
            self._words.close()
            in_step = not self._catalogue.in_state("stored") and not self._catalogue.leaving()
            if in_step and not self._vectors.aside and not self._words.aside:
                with suppress(OSError):
                    self._stamp.write_text(json.dumps(self._state()), encoding="utf-8")

    def _add(self, numbers: Sequence[int]) -> None:
        self._distrust()
        passages = {number: self._catalogue.passages(number) for number in numbers}
        entering = [found for number in numbers for found in passages[number]]
        vectors = self._embedder.embed([described(found.passage) for found in entering])
        packed, at = [], 0
        for number, founds in passages.items():
            rows = vectors[at : at + len(founds)]
            packed.append(Packed(number, *_columns(founds), pack(rows)))
            at += len(founds)
        self._catalogue.keep_vectors([(one.report, one.vectors) for one in packed])
        self._vectors.use(lambda store: self._store_vectors(store, packed), None)
        entries = [_entry(number, found) for number in numbers for found in passages[number]]
        self._words.use(lambda store: store.add(entries), None)
        if self._scan is not None:
            self._scan.extend(packed)
        self._catalogue.make_ready(numbers)

    def _let_go(self, leaving: Sequence[tuple[int, int]]) -> None:
        if not leaving:
            return
        self._distrust()
        passages, reports = [passage for passage, _ in leaving], sorted({report for _, report in leaving})
        self._vectors.use(lambda store: store.remove(passages), None)
        self._words.use(lambda store: store.remove(reports), None)
        for report in reports if self._scan is not None else ():
            self._scanned().drop(report)

    # ---- healing ---------------------------------------------------------------------------------

    def _inspect(self, stored: Sequence[int], leaving: Sequence[tuple[int, int]]) -> None:
        """Check copies that were not left in order; what is not right in them is built anew."""
        self._distrust()
        expected = self._catalogue.ready_passages()
        if not expected:  # nothing worth a look: begin with empty copies, opened when first needed
            shutil.rmtree(self._vectors.folder, ignore_errors=True)
            shutil.rmtree(self._words.folder, ignore_errors=True)
            return
        if not _filled(self._vectors.folder) or not is_sound(self._vectors.folder, self._embedder.dim):
            self._vectors.renew()
        loose = [(found.number, report) for report in stored for found in self._catalogue.passages(report)]
        self._let_go([*leaving, *loose])
        if self._vectors.use(lambda store: store.count(), expected) != expected:
            self._vectors.renew()
        if self._words.use(lambda store: store.count(), expected) != expected:
            self._words.renew()

    def _fill_vectors(self, store: Vectors) -> None:
        batch: list[Packed] = []
        for packed in self._catalogue.packed(self._catalogue.in_state("ready")):
            batch.append(packed)
            if sum(len(one.numbers) for one in batch) >= ROWS_AT_ONCE:
                self._store_vectors(store, batch)
                batch = []
        self._store_vectors(store, batch)

    def _store_vectors(self, store: Vectors, packed: Sequence[Packed]) -> None:
        numbers = [number for one in packed for number in one.numbers]
        if numbers:
            # as unpacked, not as embedded: so that a store built anew holds exactly the same
            rows = np.concatenate([unpack(one.vectors, self._embedder.dim) for one in packed])
            store.add(numbers, rows)

    def _fill_words(self, store: Lexical) -> None:
        ready = self._catalogue.in_state("ready")
        store.add(_entry(report, found) for report in ready for found in self._catalogue.passages(report))

    def _scanned(self) -> Scan:
        if self._scan is not None:  # searches must not wait for a writer
            return self._scan
        with self._writing:
            if self._scan is None:
                scan = Scan(self._embedder.dim)
                scan.extend(self._catalogue.packed(self._catalogue.in_state("ready")))
                self._scan = scan
            return self._scan

    # ---- trust -----------------------------------------------------------------------------------

    def _trusted(self) -> bool:
        try:
            return bool(json.loads(self._stamp.read_text(encoding="utf-8")) == self._state())
        except (OSError, ValueError):
            return False

    def _distrust(self) -> None:
        self._stamp.unlink(missing_ok=True)

    def _state(self) -> dict[str, object]:
        """Everything that must be as it was for the copies to be taken as they are."""
        files = [
            [str(path.relative_to(folder.parent)), path.stat().st_size, path.stat().st_mtime_ns]
            for folder in (self._vectors.folder, self._words.folder)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.name.endswith(".lock")
        ]
        return {
            "embedder": self._embedder.name, "passages": self._catalogue.ready_passages(), "files": files
        }  # fmt: skip


def described(passage: Passage) -> str:
    """What of a passage is embedded: its headings and its text."""
    return "\n".join((*passage.headings, passage.text))


def _columns(founds: Iterable[Found]) -> tuple[list[int], list[str]]:
    founds = list(founds)
    return [found.number for found in founds], [found.passage.role for found in founds]


def _entry(report: int, found: Found) -> Entry:
    passage = found.passage
    return Entry(found.number, report, passage.role, "\n".join(passage.headings), passage.text)


def _filled(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())

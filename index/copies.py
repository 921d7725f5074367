"""Catalogue -> its searchable copies: kept in step, checked after an unclean end, built anew when broken."""

import json
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.embedding import Embedder
from index.fusion import surrounded
from index.healing import Healing
from index.lexical import Entry, Lexical
from index.scanning import Packed, Scan, pack
from index.storing import Found
from index.trailing import GRAPH_FROM, Trail
from index.types import Passage, Progress

VECTORS, WORDS, STAMP = "chroma", "lexical", "copies.json"
REPORTS_AT_ONCE = 64
BYTES_AT_ONCE = 1 << 20
LAST = 200
"""Reports at most that may be few passages enough for the vector store to take them at once."""


class Copies:
    """The vector store, the lexical index and the vectors in memory of one data folder.

    Invariant: after ``mend``, ``add``, ``remove`` and ``rebuild`` each copy holds exactly the passages of
    the ready reports, or is set aside; the vector store may hold fewer and then knows which (``Trail``).
    """

    def __init__(
        self, folder: Path, catalogue: Catalogue, embedder: Embedder, graph_from: int = GRAPH_FROM
    ) -> None:
        self._stamp = folder / STAMP
        self._catalogue = catalogue
        self._embedder = embedder
        ready = partial(catalogue.in_state, "ready")
        self._trail = Trail(folder / VECTORS, lambda: embedder.dim, ready, catalogue.packed, graph_from)
        self._words: Healing[Lexical] = Healing(folder / WORDS, Lexical, self._fill_words)
        self._scan: Scan | None = None
        self._writing = threading.RLock()
        self._trusted = True
        self._told: Callable[[Progress], None] | None = None

    # ---- asking ----------------------------------------------------------------------------------

    def near(
        self, query: NDArray[np.float32], k: int, reports: Sequence[int] | None = None, role: str = ""
    ) -> dict[int, float]:
        """About the ``k`` passages nearest to a query vector with their exact cosines, best first.

        The vector store answers what no filter narrows once it holds all; the vectors in memory
        answer everything else.
        """
        self._trail.give_way()
        scan = self._scanned()
        if reports is None and not role:
            if self._trusted:  # Chroma changes its files when it is opened, even to read
                self._distrust()
            numbers = self._trail.nearest(query, k, len(scan))
            if numbers:
                return scan.scores(query, numbers)
        return scan.nearest(query, k, reports, role)

    def cosines(self, query: NDArray[np.float32], numbers: Sequence[int]) -> dict[int, float]:
        """Exact cosines of these passages with a query vector."""
        return self._scanned().scores(query, numbers)

    def leaders(self, scores: Mapping[int, float], most: int) -> NDArray[np.float32]:
        """Vectors of the first passage of each report among these, ``most`` at most, as long as it scores."""
        return self._scanned().leaders(scores, most)

    def worded(self, search: Callable[[Lexical], dict[int, float]]) -> dict[int, float]:
        """What a search of the lexical index finds."""
        nothing: dict[int, float] = {}
        return self._words.use(search, nothing)

    # ---- keeping in step -------------------------------------------------------------------------

    def mend(self, progress: Callable[[Progress], None] | None = None) -> None:
        """Bring the copies in step after whatever happened since they were last closed.

        Args:
            progress: Told how far building a broken copy anew and adding unfinished reports have come.
        """
        with self._writing:
            self._told = progress
            stored, leaving = self._catalogue.in_state("stored"), self._catalogue.leaving()
            stamp = self._read_stamp()
            if stamp is not None and self._is_as_left(stamp):
                if stamp["behind"]:  # they go into the store in idle time, which changes its files
                    self._distrust()
                self._trail.take_up(stamp["behind"], stamp["passages"])
                self._let_go(leaving)
            else:
                self._inspect(stored, leaving, tampered=stamp is not None)
            self._catalogue.forget_leaving()
            self._told = None
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

    def settle(self) -> None:
        """Put the last few passages into the vector store too; called when adding is over."""
        with self._writing:
            behind = self._trail.behind()
            if 0 < len(behind) <= LAST:
                waiting = sum(len(one.numbers) for one in self._catalogue.packed(behind))
                self._trail.settle(self._catalogue.ready_passages(), waiting)

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
            self._words.aside = False
            self._words.renew()
            self._trail.clear()
            self.add(self._catalogue.in_state("stored"), progress)
            self._trail.catch_up(self._catalogue.ready_passages(), progress)

    def close(self) -> None:
        """Let go of the files, and note that they were left in order."""
        with self._writing:
            self._trail.close()
            self._words.close()
            in_step = not self._catalogue.in_state("stored") and not self._catalogue.leaving()
            if in_step and not self._trail.aside and not self._words.aside:
                with suppress(OSError):
                    self._write_stamp()

    def _add(self, numbers: Sequence[int]) -> None:
        self._distrust()
        passages = {number: self._catalogue.passages(number) for number in numbers}
        entering = [found for number in numbers for found in passages[number]]
        vectors = self._embedder.embed([described(found.passage) for found in entering])
        packed, at = [], 0
        for number, founds in passages.items():
            rows = vectors[at : at + len(founds)]
            packed.append(Packed(number, *_columns(founds), pack(surrounded(rows))))
            at += len(founds)
        self._catalogue.keep_vectors([(one.report, one.vectors) for one in packed])
        entries = [_entry(number, found) for number in numbers for found in passages[number]]
        self._words.use(lambda store: store.add(entries), None)
        if self._scan is not None:
            self._scan.extend(packed)
        self._catalogue.make_ready(numbers)
        self._trail.add(numbers, 0 if self._scan is None else len(self._scan))

    def _let_go(self, leaving: Sequence[tuple[int, int]]) -> None:
        if not leaving:
            return
        self._distrust()
        passages, reports = [passage for passage, _ in leaving], sorted({report for _, report in leaving})
        self._trail.remove(passages, reports)
        self._words.use(lambda store: store.remove(reports), None)
        if self._scan is not None:
            self._scan.drop(reports)

    # ---- healing ---------------------------------------------------------------------------------

    def _inspect(self, stored: Sequence[int], leaving: Sequence[tuple[int, int]], *, tampered: bool) -> None:
        """Check copies that are not as they were left; what is not right in them is built anew.

        Without a stamp the last end was unclean and a count tells; with a stamp that does not fit, files
        were changed from outside, and no count is believed.
        """
        self._distrust()
        expected = self._catalogue.ready_passages()
        if not expected:  # nothing worth a look: begin with empty copies, opened when first needed
            self._trail.clear()
            self._words.discard()
            return
        loose = [(found.number, report) for report in stored for found in self._catalogue.passages(report)]
        gone = [*leaving, *loose]
        if tampered:
            self._trail.clear()
        else:
            self._trail.inspect([passage for passage, _ in gone], expected)
        if tampered or not self._words.folder.is_dir():
            self._words.renew()
            return
        self._words.use(lambda store: store.remove(sorted({report for _, report in gone})), None)
        if self._words.use(lambda store: store.count(), expected) != expected:
            self._words.renew()

    def _fill_words(self, store: Lexical) -> None:
        store.add(self._ready_entries())

    def _ready_entries(self) -> Iterator[Entry]:
        ready = self._catalogue.in_state("ready")
        for place, report in enumerate(ready):
            if self._told is not None and place % REPORTS_AT_ONCE == 0:
                self._told(Progress(place, len(ready)))
            yield from (_entry(report, found) for found in self._catalogue.passages(report))

    def _scanned(self) -> Scan:
        if self._scan is not None:  # searches must not wait for a writer
            return self._scan
        with self._writing:
            if self._scan is None:
                scan = Scan(self._embedder.dim)
                scan.extend(self._catalogue.packed(self._catalogue.in_state("ready")))
                self._scan = scan
                self._trail.add((), len(scan))
            return self._scan

    # ---- trust -----------------------------------------------------------------------------------

    def _read_stamp(self) -> dict[str, Any] | None:
        """What was noted when the copies were last left in order; None after an unclean end."""
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
            return stamp if isinstance(stamp, dict) and isinstance(stamp.get("files"), dict) else None
        except (OSError, ValueError):
            return None

    def _write_stamp(self) -> None:
        files = {name: [*_outside(path), _checksum(path)] for name, path in self._files().items()}
        stamp = {**self._state(), "behind": self._trail.behind(), "files": files}
        self._stamp.write_text(json.dumps(stamp), encoding="utf-8")

    def _is_as_left(self, stamp: dict[str, Any]) -> bool:
        """Whether catalogue and files are as noted: by size and time, else (a folder moved) by content."""
        state = self._state()
        if not isinstance(stamp.get("behind"), list) or state != {name: stamp.get(name) for name in state}:
            return False
        noted, files = stamp["files"], self._files()
        return noted.keys() == files.keys() and all(
            noted[name][:2] == _outside(path) or noted[name][::2] == [path.stat().st_size, _checksum(path)]
            for name, path in files.items()
        )

    def _distrust(self) -> None:
        self._trusted = False
        self._stamp.unlink(missing_ok=True)

    def _state(self) -> dict[str, object]:
        return {"embedder": self._embedder.name, "passages": self._catalogue.ready_passages()}

    def _files(self) -> dict[str, Path]:
        return {
            str(path.relative_to(folder.parent)): path
            for folder in (self._trail.folder, self._words.folder)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.name.endswith(".lock")
        }


def described(passage: Passage) -> str:
    """What of a passage is embedded: its headings and its text."""
    return "\n".join((*passage.headings, passage.text))


def _columns(founds: Iterable[Found]) -> tuple[list[int], list[str]]:
    founds = list(founds)
    return [found.number for found in founds], [found.passage.role for found in founds]


def _entry(report: int, found: Found) -> Entry:
    passage = found.passage
    return Entry(found.number, report, passage.role, "\n".join(passage.headings), passage.text)


def _outside(path: Path) -> list[int]:
    """Size and time of a file."""
    seen = path.stat()
    return [seen.st_size, seen.st_mtime_ns]


def _checksum(path: Path) -> int:
    """CRC-32 of a file: it tells damage, at 1 GB a second; nobody is to be kept from forging it."""
    total = 0
    with path.open("rb") as file:
        while part := file.read(BYTES_AT_ONCE):
            total = zlib.crc32(part, total)
    return total

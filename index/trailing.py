"""Catalogue's vectors -> the vector store, filled behind in idle time.

The store answers what no filter narrows, once it holds every ready report; until then, and whenever it is
set aside, the scan of all vectors answers, which also answers what a filter narrows.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.healing import Healing
from index.scanning import Packed, unpack
from index.types import Progress
from index.vectors import Vectors, is_sound

GRAPH_FROM = 0
"""Passages from which a store is kept: always. The scan alone would do for a million (4 ms a half)."""
AT_ONCE = 1000
"""Passages that are put into the store at once; more of them wait for idle time."""
ROWS_AT_ONCE = 400
IDLE_S = 2.0
"""So long nothing was added before the store is filled: adding has the machine for itself."""
REST = 1.0
"""After each batch the filling rests for this multiple of the batch's own time: searches go first."""


class Trail:
    """The vector store of one data folder. Safe to share between threads.

    Invariant: the store holds exactly the ready reports that are not ``behind``, or is set aside.
    """

    def __init__(
        self,
        folder: Path,
        dim: Callable[[], int],
        ready: Callable[[], list[int]],
        packed: Callable[[Sequence[int]], Iterator[Packed]],
        graph_from: int = GRAPH_FROM,
    ) -> None:
        self.folder = folder
        self._dim, self._ready, self._packed, self._graph_from = dim, ready, packed, graph_from
        self._store: Healing[Vectors] = Healing(folder, Vectors, lambda _: self._fall_behind())
        self._behind: dict[int, None] = {}
        self._acting = threading.RLock()
        self._stopped = threading.Event()
        self._filler: threading.Thread | None = None
        self._touched = time.monotonic()

    @property
    def aside(self) -> bool:
        """Whether the store failed twice and is left alone until the next start."""
        return self._store.aside

    def behind(self) -> list[int]:
        """Numbers of the ready reports that the store does not hold."""
        return list(self._behind)

    def nearest(self, query: NDArray[np.float32], k: int, passages: int) -> list[int]:
        """About the ``k`` nearest of all ``passages``; empty when the store does not hold them all."""
        if self._behind or self.aside or passages < self._graph_from or not self.folder.is_dir():
            return []
        nothing: list[int] = []
        return self._store.use(lambda store: store.nearest(query, min(k, passages)), nothing)

    def take_up(self, behind: Iterable[int], passages: int) -> None:
        """Begin with the store as it lies there, all reports in it but those ``behind``."""
        self._behind = dict.fromkeys(behind)
        self._go_on(passages)

    def inspect(self, loose: Sequence[int], expected: int) -> None:
        """Check a store that was not left in order: opened in a process of its own first, then counted.

        Args:
            loose: Passages that are not of a ready report and may be in it.
            expected: How many passages are of ready reports.
        """
        if not self.folder.is_dir():
            self._fall_behind()
        elif expected < self._graph_from or not is_sound(self.folder, self._dim()):
            self.clear()
        else:
            self._store.use(lambda store: store.remove(loose), None)
            if self._store.use(lambda store: store.count(), 0) != expected:
                self.clear()
        self._go_on(expected)

    def clear(self) -> None:
        """Throw the store away; every ready report is behind."""
        with self._acting:
            self._store.discard()
            self._fall_behind()

    def add(self, numbers: Iterable[int], passages: int) -> None:
        """Note reports that have become ready; the store gets them in idle time."""
        self._touched = time.monotonic()
        self._behind.update(dict.fromkeys(numbers))
        self._go_on(passages)

    def remove(self, passages: Sequence[int], reports: Iterable[int]) -> None:
        """Take reports with these passages out."""
        with self._acting:
            for report in reports:
                self._behind.pop(report, None)
            if self.folder.is_dir():
                self._store.use(lambda store: store.remove(passages), None)

    def catch_up(self, passages: int, progress: Callable[[Progress], None] | None = None) -> None:
        """Fill the store now, when a shelf of so many passages is to have one."""
        total = len(self._behind)
        while passages >= self._graph_from and self._behind and not self.aside:
            if progress is not None:
                progress(Progress(max(0, total - len(self._behind)), total))
            self._step()
        if progress is not None and passages >= self._graph_from:
            progress(Progress(total, total))

    def settle(self, passages: int, waiting: int) -> None:
        """Fill the store now when few passages are ``waiting`` for it; many are left to idle time."""
        if waiting <= AT_ONCE:
            self.catch_up(passages)

    def close(self) -> None:
        """Let go of the folder's files."""
        self._stopped.set()
        if self._filler is not None:
            self._filler.join()
        self._store.close()

    # ---- filling ---------------------------------------------------------------------------------

    def _go_on(self, passages: int) -> None:
        if self._behind and passages >= self._graph_from and self._filler is None and not self.aside:
            self._filler = threading.Thread(target=self._fill, name="vectors", daemon=True)
            self._filler.start()

    def _fill(self) -> None:
        while self._behind and not self.aside:
            if self._stopped.wait(max(0.0, self._touched + IDLE_S - time.monotonic())):
                return
            if time.monotonic() - self._touched >= IDLE_S:
                start = time.monotonic()
                self._step()
                self._stopped.wait(REST * (time.monotonic() - start))
        self._filler = None

    def _step(self) -> None:
        with self._acting:
            asked = list(self._behind)[:ROWS_AT_ONCE]
            batch: list[Packed] = []
            for packed in self._packed(asked):
                batch.append(packed)
                if sum(len(one.numbers) for one in batch) >= ROWS_AT_ONCE:
                    asked = [one.report for one in batch]
                    break
            self._store.use(lambda store: store.add(*_rows(batch, self._dim())), None)
            for done in asked:
                self._behind.pop(done, None)

    def _fall_behind(self) -> None:
        self._behind = dict.fromkeys(self._ready())


def _rows(batch: Sequence[Packed], dim: int) -> tuple[list[int], NDArray[np.float32]]:
    # as unpacked, not as embedded: so that a store built anew holds exactly the same
    numbers = [number for one in batch for number in one.numbers]
    parts = [np.zeros((0, dim), np.float32), *(unpack(one.vectors, dim) for one in batch)]
    return numbers, np.concatenate(parts)

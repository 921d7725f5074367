"""Catalogue's vectors -> the vector store, filled behind in idle time.

The store answers what no filter narrows, once it holds every ready report; until then, and whenever it is
set aside, the scan of all vectors answers, which also answers what a filter narrows.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
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
GENTLY = 25
"""Vectors put in at once in idle time. Chroma keeps every other thread waiting meanwhile: 200 of them made
one search in twenty at 400,000 passages wait 100 ms."""
REST = 1.0
"""After each of those the filling rests for this multiple of their time."""
QUIET_S = 0.5
"""So long nobody has searched before it goes on: searches come in bursts, and they go first."""
LONGEST_REST_S = 2.0
"""However many searches come, it goes on after that."""
_TICK_S = 0.05


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
        self._mark = folder.with_name(f"{folder.name}.writing")  # there from the first change until closing
        self._dim, self._ready, self._packed, self._graph_from = dim, ready, packed, graph_from
        self._store: Healing[Vectors] = Healing(folder, Vectors, lambda _: self._fall_behind())
        self._behind: dict[int, None] = {}
        self._acting = threading.RLock()
        self._stopped = threading.Event()
        self._filler: threading.Thread | None = None
        self._touched = time.monotonic()
        self._asked = 0.0
        self._awaited = 0  # acts that wait for the filling to let go

    @property
    def aside(self) -> bool:
        """Whether the store failed twice and is left alone until the next start."""
        return self._store.aside

    def behind(self) -> list[int]:
        """Numbers of the ready reports that the store does not hold."""
        return list(self._behind)

    def give_way(self) -> None:
        """Note that somebody searches now: filling lets them go first."""
        self._asked = time.monotonic()

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
        elif self._mark.exists() or expected < self._graph_from or not is_sound(self.folder, self._dim()):
            self.clear()  # a kill amid a change may leave what passes every trial and ends a later search
        else:
            self._store.use(lambda store: store.remove(loose), None)
            if self._store.use(lambda store: store.count(), 0) != expected:
                self._compare()
        self._go_on(expected)

    def clear(self) -> None:
        """Throw the store away; every ready report is behind."""
        with self._first():
            self._store.discard()
            self._mark.unlink(missing_ok=True)
            self._fall_behind()

    def add(self, numbers: Iterable[int], passages: int) -> None:
        """Note reports that have become ready; the store gets them in idle time."""
        self._touched = time.monotonic()
        self._behind.update(dict.fromkeys(numbers))
        self._go_on(passages)

    def remove(self, passages: Sequence[int], reports: Iterable[int]) -> None:
        """Take reports with these passages out."""
        with self._first():
            for report in reports:
                self._behind.pop(report, None)
            if self.folder.is_dir():
                self._note_change()
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
        self._mark.unlink(missing_ok=True)

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
                self._step(GENTLY)
        self._filler = None
        self._go_on(self._graph_from)  # with what came in just now, seeing a filler

    def _step(self, gently: int = 0) -> None:
        """Put the next few reports in; ``gently`` so many vectors at once, with a rest after each."""
        with self._acting:
            behind, (asked, batch) = self._behind, self._next()
            numbers, vectors = _rows(batch, self._dim())
            size = gently or max(1, len(numbers))
            self._note_change()
            for at in range(0, len(numbers), size):
                part, start = slice(at, at + size), time.monotonic()
                self._store.use(partial(_put, numbers[part], vectors[part]), None)
                if gently:
                    self._rest(REST * (time.monotonic() - start))
            if self._behind is behind:  # else the store broke on the way and was begun anew
                for done in asked:
                    behind.pop(done, None)

    def _rest(self, least: float) -> None:
        """Wait at least so many seconds, and until searches have ceased for a moment."""
        ends = time.monotonic() + LONGEST_REST_S
        self._stopped.wait(least)
        while not self._awaited and (left := min(ends, self._asked + QUIET_S) - time.monotonic()) > 0:
            if self._stopped.wait(min(left, _TICK_S)):
                return

    @contextmanager
    def _first(self) -> Iterator[None]:
        """Act on the store alone; a filling that rests goes on at once and lets go."""
        self._awaited += 1
        try:
            with self._acting:
                yield
        finally:
            self._awaited -= 1

    def _next(self) -> tuple[list[int], list[Packed]]:
        asked = list(self._behind)[:ROWS_AT_ONCE]
        batch: list[Packed] = []
        for packed in self._packed(asked):
            batch.append(packed)
            if sum(len(one.numbers) for one in batch) >= ROWS_AT_ONCE:
                return [one.report for one in batch], batch
        return asked, batch

    def _compare(self) -> None:
        """Go on with a store that was being filled: reports that are not in it whole are behind."""
        nothing: set[int] = set()
        loose = self._store.use(lambda store: store.numbers(), nothing)
        behind: dict[int, None] = {}
        for packed in self._packed(self._ready()):
            if loose.issuperset(packed.numbers):
                loose.difference_update(packed.numbers)
            else:
                behind[packed.report] = None
        self._store.use(lambda store: store.remove(sorted(loose)), None)
        self._behind = behind

    def _note_change(self) -> None:
        try:
            self._mark.touch()
        except OSError:  # a full disk: without the note no change could be made good
            self._store.set_aside()

    def _fall_behind(self) -> None:
        self._behind = dict.fromkeys(self._ready())


def _put(numbers: Sequence[int], vectors: NDArray[np.float32], store: Vectors) -> None:
    store.add(numbers, vectors)


def _rows(batch: Sequence[Packed], dim: int) -> tuple[list[int], NDArray[np.float32]]:
    # as unpacked, not as embedded: so that a store built anew holds exactly the same
    numbers = [number for one in batch for number in one.numbers]
    parts = [np.zeros((0, dim), np.float32), *(unpack(one.vectors, dim) for one in batch)]
    return numbers, np.concatenate(parts)

"""A store that can be thrown away -> one that works, or one set aside until the next start."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from index.lexical import IndexBroken, Lexical
from index.vectors import StoreBroken, Vectors

Store = TypeVar("Store", Vectors, Lexical)
Answer = TypeVar("Answer")


class Healing(Generic[Store]):
    """Uses a store as long as it works and builds it anew once when it does not. Safe between threads.

    A store that cannot be built either (a full disk, say) is set aside until the next start.
    """

    def __init__(self, folder: Path, kind: type[Store], fill: Callable[[Store], None]) -> None:
        self.folder = folder
        self.aside = False
        self._kind: type[Store] = kind
        self._fill: Callable[[Store], None] = fill
        self._store: Store | None = None
        self._lock = threading.RLock()

    def use(self, act: Callable[[Store], Answer], otherwise: Answer) -> Answer:
        """What ``act`` gives on the store; ``otherwise`` when the store is set aside."""
        for _ in range(2):
            store = self._opened()
            if store is None:
                break
            try:
                return act(store)
            except (StoreBroken, IndexBroken):
                self.renew(store)
        self.set_aside()
        return otherwise

    def set_aside(self) -> None:
        """Do without the store until the next start."""
        with self._lock:
            self.aside = True
            self.close()

    def renew(self, broken: Store | None = None) -> None:
        """Throw the folder away and fill it from the catalogue, unless another thread just did."""
        with self._lock:
            if broken is not None and broken is not self._store:
                return
            self.close()
            shutil.rmtree(self.folder, ignore_errors=True)
            try:
                self._store = self._kind(self.folder)
                self._fill(self._store)
            except (StoreBroken, IndexBroken):
                self.set_aside()

    def discard(self) -> None:
        """Throw the folder away; an empty store is opened when one is next needed."""
        with self._lock:
            self.aside = False
            self.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def close(self) -> None:
        """Let go of the folder."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None

    def _opened(self) -> Store | None:
        with self._lock:
            if self._store is None and not self.aside:
                try:
                    self._store = self._kind(self.folder)
                except (StoreBroken, IndexBroken):
                    self.renew()
            return self._store

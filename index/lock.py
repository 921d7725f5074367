"""Data folder -> the right to write in it. One process owns a folder; a second one is told who does."""

import os
import sys
import time
import weakref
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from index.errors import ShelfError

PATIENCE_S = 1.0
"""How long a second opener waits: an owner that is just closing is done within a second."""


class Lock:
    """Holds a data folder for this process until closed.

    The operating system drops the lock when its owner dies, however it dies, so a stale lock file
    needs no care. The file holds the owner's PID and command line, for the sentence a second opener gets.

    Raises:
        ShelfError: ``folder_in_use`` with ``pid`` and ``command``; ``folder_readonly`` and
            ``folder_unusable`` with ``folder``.
    """

    def __init__(self, folder: Path, patience_s: float = PATIENCE_S) -> None:
        self.path = folder / "zhibi.lock"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file: IO[str] | None = self.path.open("a+", encoding="utf-8")
        except (FileExistsError, NotADirectoryError) as fault:
            raise ShelfError("folder_unusable", folder=folder) from fault
        except OSError as fault:
            raise ShelfError("folder_readonly", folder=folder) from fault
        try:
            self._acquire(self._file, patience_s)
        except ShelfError:
            self._file.close()
            raise
        self._sign(self._file)
        if hasattr(os, "register_at_fork"):
            ours = weakref.ref(self)
            os.register_at_fork(after_in_child=lambda: _forget(ours()))

    def _acquire(self, file: IO[str], patience_s: float) -> None:
        deadline = time.monotonic() + patience_s
        while not _taken(file):
            if time.monotonic() >= deadline:
                pid, command = _owner(self.path)
                raise ShelfError("folder_in_use", pid=pid, command=command, folder=self.path.parent)
            time.sleep(0.05)

    def _sign(self, file: IO[str]) -> None:
        try:
            file.truncate(0)
            file.write(f"{os.getpid()}\n{' '.join(sys.orig_argv)[:500]}\n")
            file.flush()
        except OSError:
            pass  # a full disk must not keep the writer from her drafts; the lock itself holds

    def close(self) -> None:
        """Give the folder back. The file stays: deleting it would let two owners hold two files."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _forget(lock: Lock | None) -> None:
    """In a forked child: hold nothing, or the folder would stay taken after its owner's death."""
    if lock is not None:
        lock.close()


def _taken(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1 << 30)  # Windows locks bytes against reading too: lock one beyond the text
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _owner(path: Path) -> tuple[str, str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    return (lines[0] if lines else "?", lines[1] if len(lines) > 1 else "?")

"""Sample file -> its copy in the data folder, named by its content: the writer's own name is never a path."""

import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from index.errors import ShelfError

SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


class Originals:
    """The folder of original files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, file_hash: str, suffix: str) -> Path:
        """Where the original of this hash lies."""
        return self._folder / (file_hash + (suffix if SUFFIX.fullmatch(suffix) else ""))

    def keep(self, source: Path, file_hash: str, suffix: str) -> None:
        """Copy a file in, whole or not at all.

        Raises:
            ShelfError: ``original_not_kept``.
        """
        target = self.path(file_hash, suffix)
        part = target.with_name(f"{target.name}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with source.open("rb") as original, part.open("wb") as copy:
                shutil.copyfileobj(original, copy)
                copy.flush()
                os.fsync(copy.fileno())
            part.replace(target)
        except OSError as fault:
            part.unlink(missing_ok=True)
            raise ShelfError("original_not_kept", file=source.name, detail=fault.strerror or fault) from fault

    def remove(self, file_hash: str, suffix: str) -> None:
        """Delete an original; nothing happens when there is none."""
        self.path(file_hash, suffix).unlink(missing_ok=True)

    def sweep(self, hashes: Iterable[str]) -> None:
        """Delete what a kill left behind: files that are no original of these hashes.

        With no hash at all nothing is deleted: a lost catalogue must not cost the originals too.
        """
        known = set(hashes)
        if not known:
            return
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            if path.name.endswith(".part") or path.name.split(".")[0] not in known:
                path.unlink(missing_ok=True)

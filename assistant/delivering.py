"""Bytes -> a file of the writer's, whole or not at all; what hinders it is told by its cause."""

import errno
import os
import tempfile
from pathlib import Path
from typing import Final

from index.errors import ShelfError

_CAUSES: Final = {
    errno.ENOENT: "export_no_folder", errno.ENOTDIR: "export_no_folder",
    errno.ENOSPC: "export_full", errno.EDQUOT: "export_full", errno.EFBIG: "export_full",
    errno.EACCES: "export_forbidden", errno.EPERM: "export_forbidden", errno.EROFS: "export_forbidden",
    errno.EBUSY: "export_forbidden", errno.ENAMETOOLONG: "export_name", errno.EINVAL: "export_name",
    errno.EILSEQ: "export_name",
}  # fmt: skip
"""Number of a fault -> code of its message; any other is ``export_unwritable``."""


def write_whole(path: Path, data: bytes, overwrite: bool = False) -> None:
    """Write all of the bytes or nothing; a file that stands there stays unless it is to be replaced.

    Raises:
        ShelfError: ``export_exists``, ``export_no_folder``, ``export_full``, ``export_forbidden``,
            ``export_name``, ``export_unwritable``.
    """
    try:
        if path.exists() and not overwrite:
            raise ShelfError("export_exists", file=path)
        _replace(path, data)
    except OSError as error:
        code = _CAUSES.get(error.errno or 0, "export_unwritable")
        raise ShelfError(code, file=path, detail=error.strerror or type(error).__name__) from error
    except ValueError as error:
        raise ShelfError("export_name", file=path, detail="") from error


def check_target(path: Path, overwrite: bool = False) -> None:
    """Tell before a long act that its file could not be written.

    Raises:
        ShelfError: ``export_exists``, ``export_no_folder``, ``export_forbidden``, ``export_name``.
    """
    folder = path if is_folder(path) else path.parent
    try:
        if not is_folder(path) and path.exists() and not overwrite:
            raise ShelfError("export_exists", file=path)
        if not folder.is_dir():
            raise ShelfError("export_no_folder", file=path, detail="")
    except (OSError, ValueError) as error:
        raise ShelfError("export_name", file=path, detail="") from error
    if not os.access(folder, os.W_OK):
        raise ShelfError("export_forbidden", file=path, detail="")


def is_folder(path: Path) -> bool:
    """Whether a path is a folder; one that no disk can hold is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place in one step."""
    handle, name = tempfile.mkstemp(prefix=".zhibi-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

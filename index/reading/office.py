"""Old or foreign document -> .docx by LibreOffice, where it is installed: numbers and levels are kept."""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Final

NAMES: Final = ("soffice", "libreoffice")
TIME_S: Final = 60.0
"""The first start of LibreOffice builds a profile and takes ten seconds on a slow machine."""


def converted(path: Path, folder: Path, time_s: float = TIME_S, suffix: str = "") -> Path | None:
    """A .docx made of a document, in ``folder``; None without LibreOffice or where it fails or hangs.

    The profile is a fresh one in ``folder``, so that no macro of the user's runs and no open window is in the
    way; the document is copied under a plain name, so that its own cannot be taken for an option, with
    ``suffix`` where its own says another kind.
    """
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        return None
    source = folder / f"source{suffix or path.suffix.lower()}"
    shutil.copyfile(path, source)
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
        "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source),
    ]  # fmt: skip
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError:
        return None
    try:
        process.wait(time_s)
    except subprocess.TimeoutExpired:
        _end(process)
        return None
    made = folder / "source.docx"
    return made if made.is_file() and made.stat().st_size else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started: soffice is a script around the real one."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()

"""File -> manuscript, parsed in a child process that may take only so much time and memory.

A parser that hangs, swells or crashes takes the child with it, never the shelf. The child sends JSON
over its standard output; nothing it sends is run.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from index.errors import ShelfError
from index.types import Manuscript, Paragraph

TIME_S: Final = 60.0
MEMORY_BYTES: Final = 1536 * 2**20
HOME: Final = Path(__file__).resolve().parents[2]
"""The folder this package is imported from; the child imports it from the same place."""


def parse(reader: str, path: Path, name: str, time_s: float = TIME_S) -> Manuscript:
    """Parse a file by the reader of that name (``docx`` or ``pdf``) in a child process.

    Raises:
        ShelfError: what the reader refuses; ``file_slow`` where time or memory ran out;
            ``file_broken`` where the parser crashed.
    """
    command = [sys.executable, "-P", "-m", "index.reading.child", reader, str(path.absolute()), name]
    try:
        done = subprocess.run(
            [*command, str(time_s), str(MEMORY_BYTES)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=time_s,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ShelfError("file_slow", file=name) from error
    return _received(done.stdout, done.returncode, reader, name)


def _environment() -> dict[str, str]:
    """The parent's environment with this package first and UTF-8 whatever the locale."""
    paths = [str(HOME), *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}


def _received(output: bytes, status: int, reader: str, name: str) -> Manuscript:
    try:
        reply = json.loads(output)
    except ValueError as error:
        killed = status < 0 and -status in (9, 24)  # SIGKILL for memory, SIGXCPU for time
        code = "file_slow" if killed else "file_broken"
        raise ShelfError(code, file=name, suffix=f".{reader}") from error
    if "code" in reply:
        raise ShelfError(reply["code"], **reply["values"])
    paragraphs = tuple(Paragraph(text, level) for text, level in reply["paragraphs"])
    return Manuscript(paragraphs, tuple(reply["notes"]))

"""The child process: reads one file under limits and prints its manuscript as JSON."""

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from index.errors import ShelfError
from index.types import Manuscript

MAX_CHARACTERS: Final = 1_000_000
"""Characters sent to the parent at most, so that its own memory stays small; a report has 20,000."""


def main(arguments: list[str]) -> None:
    """Read as ``reader path name seconds bytes`` asks; print the manuscript or the refusal."""
    reader, path, name, seconds, memory = arguments
    limit(float(seconds), int(memory))
    try:
        manuscript = read(reader, Path(path), name)
        length = sum(len(paragraph.text) for paragraph in manuscript.paragraphs)
        if length > MAX_CHARACTERS:
            raise ShelfError("file_long", file=name, count=length // 10_000, limit=MAX_CHARACTERS // 10_000)
        reply: dict[str, object] = {
            "paragraphs": [[paragraph.text, paragraph.level] for paragraph in manuscript.paragraphs],
            "notes": manuscript.notes,
        }
    except ShelfError as error:
        reply = {"code": error.code, "values": dict(error.values)}
    except MemoryError:
        reply = {"code": "file_slow", "values": {"file": name}}
    except Exception:  # whatever a parser raises on a damaged file, the writer's news is the same
        reply = {"code": "file_broken", "values": {"file": name, "suffix": f".{reader}"}}
    sys.stdout.write(json.dumps(reply))


def read(reader: str, path: Path, name: str) -> Manuscript:
    """The manuscript of a file, by the reader of that name; only that reader's library is imported."""
    if reader == "docx":
        from index.reading.docx import read_docx

        return read_docx(path, name)
    if reader == "odt":
        from index.reading.odt import read_odt

        return read_odt(path, name)
    if reader == "doc":
        from index.reading.doc import read_doc

        return read_doc(path, name)
    if reader == "pdf":
        from index.reading.pdf import read_pdf

        return read_pdf(path, name)
    from index.reading.reading import IN_PROCESS

    return IN_PROCESS[reader](path.read_bytes(), name)


def limit(seconds: float, memory: int) -> None:
    """Take limits on processor time and memory upon this process, where the system knows them."""
    with suppress(
        ImportError, ValueError, OSError
    ):  # Windows has no resource module; the parent's clock holds
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform != "darwin":  # macOS refuses a process to lower its address space
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Files -> reports ready to be stored, many at a time: each taken apart in one of several processes.

A process is started as ``python -m index.preparing`` and asked over its pipes, a line of JSON each way;
nothing it sends is run. It has no ``__main__`` of the caller's, so it works under any screen or script.
"""

import dataclasses
import json
import os
import queue
import subprocess
import sys
import threading
import types
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import IO, Any, Self, get_args, get_origin, get_type_hints

from index.errors import ShelfError
from index.storing import Entering

FEW = 16
"""So many files are prepared in this process: another takes half a second to begin."""
MOST = 4
"""Processes at most: more than one writer can keep busy only make the machine hot."""
NICENESS = 5
"""They yield to whoever searches meanwhile."""
HOME = Path(__file__).resolve().parents[1]
"""The folder this package is imported from; the processes import it from the same place."""

Prepare = Callable[[Path, str], Entering]
"""(file, its hash) -> the report in it, ready to be stored."""


class Workers:
    """Processes that prepare files, or this one when there are few. Safe to share between threads."""

    def __init__(self, files: int, prepare: Prepare) -> None:
        self._prepare = prepare
        count = 0 if files < FEW or cores() < 2 else min(MOST, cores())
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._all = [_Worker() for _ in range(count)]
        for worker in self._all:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._all:
            worker.close()

    def prepare(self, path: Path, file_hash: str) -> Entering:
        """The report of a file, ready to be stored.

        Raises:
            ShelfError: why the file is refused.
        """
        if not self._all:
            return self._prepare(path, file_hash)
        worker = self._idle.get()
        try:
            reply = worker.ask({"path": os.fsdecode(path.absolute()), "hash": file_hash})
        finally:
            self._idle.put(worker)
        if reply is None:  # no process, or it died over this file: then here
            return self._prepare(path, file_hash)
        if "code" in reply:
            raise ShelfError(reply["code"], **reply["values"])
        entering = revive(Entering, reply["entering"])
        assert isinstance(entering, Entering)
        return entering


class _Worker:
    """One process, begun when it is first asked, and begun again after it died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._closed = False

    def ask(self, question: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
        """Its reply; None when there is none."""
        try:
            process = self._begun()
            send(process.stdin, question)
            return receive(process.stdout)
        except (OSError, ValueError):
            self._end()
            return None

    def close(self) -> None:
        """End the process, whatever it is at."""
        self._closed = True
        self._end()

    def _begun(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._closed:
                raise OSError("closed")
            if self._process is None:
                paths = [str(HOME), *filter(None, [os.environ.get("PYTHONPATH")])]
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-m", "index.preparing"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"},
                )
            return self._process

    def _end(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    pipe and pipe.close()
            process.wait()


def cores() -> int:
    """Processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# ---- JSON ----------------------------------------------------------------------------------------


def send(pipe: IO[bytes] | None, value: object) -> None:
    """Write a value as one line: nouns as lists of their fields, bytes as hex, decimals as text."""
    assert pipe is not None
    line = json.dumps(value, ensure_ascii=False, default=_plain, separators=(",", ":"))
    pipe.write(line.encode("utf-8", "surrogatepass") + b"\n")
    pipe.flush()


def receive(pipe: IO[bytes] | None) -> Any:  # noqa: ANN401 - JSON
    """The value that ``send`` wrote on the other side.

    Raises:
        ValueError: the other side has ended.
    """
    assert pipe is not None
    return json.loads(pipe.readline().decode("utf-8", "surrogatepass"))


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, name) for name in _names(type(value))]
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(type(value).__name__)


def revive(kind: type, value: Any) -> object:  # noqa: ANN401 - JSON
    """A noun from what ``send`` made of it: ``revive(type(x), json(x)) == x``."""
    return _reviver(kind)(value)


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - typeshed's name of dataclasses is private
    return tuple(one.name for one in dataclasses.fields(kind))


@cache
def _reviver(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type or a generic alias
    noun: Callable[..., object] = kind
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        parts = [_reviver(hints[name]) for name in _names(noun)]
        return lambda row: noun(*(part(one) for part, one in zip(parts, row, strict=True)))
    if get_origin(kind) is tuple:
        return _tuple_reviver(get_args(kind))
    if get_origin(kind) is types.UnionType:
        inner = _reviver(next(one for one in get_args(kind) if one is not types.NoneType))
        return lambda value: None if value is None else inner(value)
    if kind is bytes:
        return bytes.fromhex
    return Decimal if kind is Decimal else lambda value: value


def _tuple_reviver(kinds: tuple[Any, ...]) -> Callable[[Any], Any]:
    if kinds[1:] == (Ellipsis,):
        each = _reviver(kinds[0])
        return lambda values: tuple(map(each, values))
    parts = [_reviver(kind) for kind in kinds]
    return lambda values: tuple(part(one) for part, one in zip(parts, values, strict=True))


# ---- the other side ------------------------------------------------------------------------------


def serve(asked: IO[bytes], told: IO[bytes], prepare: Prepare) -> None:
    """Answer questions until there are no more."""
    while True:
        try:
            question = receive(asked)
        except ValueError:
            return
        path = Path(question["path"])
        try:
            send(told, {"entering": prepare(path, question["hash"])})
        except ShelfError as fault:
            send(told, {"code": fault.code, "values": dict(fault.values)})
        except Exception as fault:  # one file that trips a stage must not stop the others
            detail = f"{type(fault).__name__}: {fault}"[:200]
            send(told, {"code": "file_failed", "values": {"file": path.name, "detail": detail}})


def _main() -> None:
    from index.entering import entering_in

    if hasattr(os, "nice"):
        os.nice(NICENESS)
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a parser prints goes not into the answers
    with suppress(BrokenPipeError, KeyboardInterrupt):
        serve(sys.stdin.buffer, told, entering_in)


if __name__ == "__main__":
    _main()

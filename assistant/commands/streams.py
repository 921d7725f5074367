"""The three streams of a call -> ones that take any character, and the words that come in by them."""

import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from assistant.service import ShelfError, read_text

PATHS: Final = ("--data", "--facts", "--draft", "--to", "--fix", "--outline", "--choices")
"""Options that take a file or folder."""


def make_able() -> None:
    """Let both streams take every character: UTF-8 where the locale knows no Chinese, ? for what is left."""
    for stream in (sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)
        if change is None:
            continue
        if _knows_chinese(stream.encoding):
            change(errors="replace")
        else:
            change(encoding="utf-8", errors="replace")


def refuse_broken(words: Iterable[str]) -> None:
    """Refuse a word that the terminal did not send as text, unless a file is called so.

    Raises:
        ShelfError: ``use_encoding``.
    """
    for word in words:
        if any("\ud800" <= mark <= "\udfff" for mark in word) and not _is_file(word):
            raise ShelfError("use_encoding", word=word.encode("utf-8", "replace").decode())
        if "\0" in word:
            raise ShelfError("use_encoding", word=word.replace("\0", "?"))


def refuse_empty(words: Sequence[str]) -> None:
    """Refuse an empty path: it would stand for the folder one is in.

    Raises:
        ShelfError: ``use_empty``.
    """
    for before, word in pairwise(("", *words)):
        option, equals, value = word.partition("=")
        if (word == "" and before in PATHS) or (option in PATHS and equals and not value):
            raise ShelfError("use_empty", name=before if word == "" else option)
    if "add" in words and "" in words[words.index("add") :]:
        raise ShelfError("use_empty", name="PATH")


def standard_input(name: str, ask: str, show: Callable[[str], object]) -> str:
    """What is typed or piped in, read as a file of any encoding is.

    Args:
        name: What messages call it.
        ask: Told where a person is to type it.
        show: Prints that.

    Raises:
        ShelfError: ``no_input``; what ``read_text`` raises.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise ShelfError("no_input")
    if sys.stdin.isatty():
        show(ask)
    source = getattr(sys.stdin, "buffer", None)
    words = source.read() if source else sys.stdin.read().encode("utf-8", "replace")
    with tempfile.TemporaryDirectory(prefix="zhibi-") as folder:
        path = Path(folder) / f"{name}.txt"
        path.write_bytes(words)
        return read_text(path)


def _knows_chinese(encoding: str | None) -> bool:
    try:
        "执笔，".encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _is_file(word: str) -> bool:
    try:
        return Path(word).exists()
    except (OSError, ValueError):
        return False

"""Name of a word list -> its words, read once from ``lexicon/*.toml``; many words -> one fast pattern."""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=16)
def table(name: str) -> dict[str, Any]:
    """A file of the lexicon.

    Args:
        name: Its name without the ending, e.g. ``places``.
    """
    return tomllib.loads(files("index").joinpath(f"lexicon/{name}.toml").read_text("utf-8"))


def others(start: str) -> tuple[str, ...]:
    """Names of the lexicon's files that begin with ``start``."""
    names = sorted(path.name for path in files("index").joinpath("lexicon").iterdir())
    return tuple(name.removesuffix(".toml") for name in names if name.startswith(start))


def words(name: str, key: str) -> tuple[str, ...]:
    """A list of words in the order in which the file has them, which are parted by blanks or new lines.

    >>> "司法" in words("organisations", "functions")
    True
    """
    return tuple(str(table(name)[key]).split())


def heads(chosen: Iterable[str]) -> re.Pattern[str]:
    """Pattern of the first character of many words where the second follows: one fast look for all of them.

    >>> [found.start() for found in heads(["党课", "党委"]).finditer("党员上党课")]
    [3]
    """
    groups: dict[str, set[str]] = {}
    for word in chosen:
        groups.setdefault(word[0], set()).add(word[1:2])
    return re.compile(
        "|".join(
            re.escape(head) + ("" if "" in next_ else f"(?=[{re.escape(''.join(sorted(next_)))}])")
            for head, next_ in sorted(groups.items())
        )
    )


def alternation(chosen: Iterable[str]) -> str:
    """Pattern of many words, the longest first, grouped by their first characters so that search is fast."""
    groups: dict[str, list[str]] = {}
    for word in sorted(set(chosen), key=lambda word: (-len(word), word)):
        groups.setdefault(word[:1], []).append(word[1:])
    return "|".join(
        f"{re.escape(head)}(?:{'|'.join(re.escape(tail) for tail in tails)})"
        for head, tails in groups.items()
    )

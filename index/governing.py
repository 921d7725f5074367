"""A word in its clause -> the verb that governs it there: 牢固树立“四个意识” -> 树立, said as 牢固树立."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.errors import ShelfError
from index.glossary import alternation, words
from index.pattern import STOPS
from index.types import Span

FAR = 14
"""Characters between verb and word at most: farther off it governs something else."""
JOINED = re.compile(r"(?:[“‘][^“”‘’，。；]{1,20}[”’][、和与及]*)+[“‘]?$")
"""Quoted companions before a word: 增强“四个意识”和“四个自信” has one verb for both."""


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb of a word: ``span.of(text) == phrase``, the verb with the adverb before it."""

    verb: str
    phrase: str
    span: Span
    after: bool = False
    """True when it stands behind the word: “四个意识”不断增强."""


_own: dict[str, tuple[str, ...]] = {}
"""The writer's own words by list, beside those that ship."""
_read: dict[Path, int] = {}
"""When each file of own words was last changed, in ns; a file as it was is not read again."""


def own_verbs(path: Path) -> None:
    """Take verbs and adverbs of the writer's own from a file shaped as ``lexicon/verbs.toml``.

    A file that is not there, or gone since, adds nothing; one that changed is read anew.

    Raises:
        ShelfError: ``lexicon_broken``.
    """
    changed = path.stat().st_mtime_ns if path.is_file() else 0
    if _read.get(path, 0) == changed:
        return
    try:
        told = tomllib.loads(path.read_text("utf-8")) if changed else {}
        found = {key: tuple(str(told.get(key, "")).split()) for key in ("verbs", "adverbs")}
    except (OSError, ValueError) as fault:
        raise ShelfError("lexicon_broken", path=path.name, detail=str(fault)[:120]) from fault
    _own.update(found)
    _read[path] = changed
    _verb.cache_clear()


def verbs() -> tuple[str, ...]:
    """Verbs that govern, the shipped ones and the writer's own."""
    return words("verbs", "verbs") + _own.get("verbs", ())


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    adverbs = alternation(words("verbs", "adverbs") + _own.get("adverbs", ()))
    return re.compile(f"(?:(?:{adverbs})地?)?(?P<verb>{alternation(verbs())})")


def governor(text: str, span: Span) -> Governor | None:
    """The verb nearest before ``span`` in its clause, else the nearest behind it; None without one.

    >>> text = "全体党员牢固树立“四个意识”"
    >>> governor(text, Span(9, 13)).phrase
    '牢固树立'
    """
    begin = max((text.rfind(stop, 0, span.start) for stop in STOPS), default=-1) + 1
    left = text[begin : span.start]
    joined = JOINED.search(left)
    # a companion's own verb stands right before its quotation mark, so it governs both
    left = left[: joined.start()] if joined and left[joined.start() :].rstrip("“‘")[-1:] in _AND else left
    before = _last(left)
    if before and len(left.rstrip("“‘《")) - before.end() <= FAR:
        return _governor(before, begin)
    stops = [at for stop in STOPS if (at := text.find(stop, span.end)) >= 0]
    right = text[span.end : min(stops, default=len(text))]
    behind = _verb().search(right[: FAR + 4])
    return _governor(behind, span.end, after=True) if behind else None


_AND = tuple("、和与及")


def _last(left: str) -> re.Match[str] | None:
    found = list(_verb().finditer(left))
    return found[-1] if found else None


def _governor(found: re.Match[str], base: int, *, after: bool = False) -> Governor:
    span = Span(base + found.start(), base + found.end())
    return Governor(found["verb"], found[0], span, after)

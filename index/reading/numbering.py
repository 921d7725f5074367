"""Automatic numbers of a Word file -> the text they show: 一、 （一） 1. with levels, starts and restarts."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from index.reading.numerals import numeral

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLACE = re.compile(r"%([1-9])")


def value(element: Any, tag: str, default: str | None = None) -> str | None:
    """The ``w:val`` of a child element; ``default`` where there is no such child."""
    child = None if element is None else element.find(W + tag)
    return default if child is None else child.get(W + "val", default)


def whole(text: str | None, default: int = 0) -> int:
    """A number as a file states it; ``default`` where it states none."""
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else default


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    form: str
    text: str
    start: int
    restart: int
    """The level (1 = outermost) whose step sets this one back; 0 never; -1 any outer level."""
    legal: bool
    """Whether outer numbers are shown as figures whatever their own format."""
    style: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One ``w:num``: the counters it shares, its levels, and the levels it begins anew."""

    counters: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a document in order."""

    def __init__(self, root: Any) -> None:
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        abstracts = (
            {} if root is None else {a.get(W + "abstractNumId"): a for a in root.findall(W + "abstractNum")}
        )
        linked = {value(a, "styleLink"): a for a in abstracts.values() if value(a, "styleLink")}
        self._lists: dict[str, Listing] = {}
        for num in [] if root is None else root.findall(W + "num"):
            abstract = abstracts.get(value(num, "abstractNumId"))
            abstract = linked.get(value(abstract, "numStyleLink"), abstract)
            if abstract is not None:
                self._lists[num.get(W + "numId")] = _listing(num, abstract)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level a style is tied to within a list; None where the list names no such style."""
        listing = self._lists.get(list_id)
        if listing is None:
            return None
        return next((at for at, level in listing.levels.items() if level.style == style), None)

    def label(self, list_id: str, at: int) -> str:
        """Count one paragraph at a level of a list; the text shown before it, empty for a bullet."""
        listing = self._lists.get(list_id)
        if listing is None or at not in listing.levels:
            return ""
        counts = self._counts.setdefault(listing.counters, {})
        anew = at in listing.starts and (list_id, at) not in self._begun
        self._begun.add((list_id, at))
        if anew:
            counts[at] = listing.starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else listing.levels[at].start
        self._set_back(counts, listing, at)
        return _shown(counts, listing, at)

    @staticmethod
    def _set_back(counts: dict[int, int], listing: Listing, at: int) -> None:
        for inner in [level for level in counts if level > at]:
            restart = listing.levels[inner].restart if inner in listing.levels else -1
            if restart == -1 or 0 <= at < restart:
                del counts[inner]


def _listing(num: Any, abstract: Any) -> Listing:
    levels = {whole(level.get(W + "ilvl")): _level(level) for level in abstract.findall(W + "lvl")}
    starts: dict[int, int] = {}
    for override in num.findall(W + "lvlOverride"):
        at = whole(override.get(W + "ilvl"))
        if override.find(W + "lvl") is not None:
            levels[at] = _level(override.find(W + "lvl"))
            starts[at] = levels[at].start
        if value(override, "startOverride") is not None:
            starts[at] = whole(value(override, "startOverride"), 1)
    return Listing(abstract.get(W + "abstractNumId"), levels, starts)


def _level(element: Any) -> Level:
    legal = element.find(W + "isLgl")
    form = element.find(f".//{W}numFmt")  # newer formats stand inside mc:AlternateContent
    return Level(
        form=form.get(W + "val", "decimal") if form is not None else "decimal",
        text=value(element, "lvlText") or "",
        start=whole(value(element, "start", "1"), 1),
        restart=whole(value(element, "lvlRestart"), -1),
        legal=legal is not None and legal.get(W + "val", "1") not in ("0", "false"),
        style=value(element, "pStyle") or "",
    )


def _shown(counts: dict[int, int], listing: Listing, at: int) -> str:
    level = listing.levels[at]
    if level.form == "bullet":
        return ""

    def place(match: re.Match[str]) -> str:
        outer = int(match[1]) - 1
        if outer not in listing.levels:
            return ""
        number = counts.get(outer, listing.levels[outer].start)
        form = "decimal" if level.legal and outer < at else listing.levels[outer].form
        return "" if form == "bullet" else numeral(number, form)

    return PLACE.sub(place, level.text).strip()

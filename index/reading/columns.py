"""Characters of a page in two columns -> the left column, then the right one moved to the left's margin.

Only a page whose text stands on both sides of one empty strip, its lines nearly filling each side, is taken
for one: a table's cells do not fill their columns. A title across both columns leaves the page as it is.
"""

import statistics
from collections.abc import Mapping, Sequence
from typing import Any, Final

Chars = Sequence[Mapping[str, Any]]

LEAST_LINES: Final = 8
"""Lines each side must have."""
LEAST_OVER: Final = 3
"""Lines the right side must have where the left one goes down the page."""
DEEP: Final = 0.6
"""Share of the page's height down to which it must go."""
FILLED: Final = 0.75
"""Share of its side's width that half of a side's lines must fill."""
WIDTH: Final = 8
"""Width of a column at least, in characters."""
MARGIN: Final = 0.1
"""Share of the page's height at its top and foot that a head or a number may stand in."""
STRIP: Final = 0.8
"""Width of the empty strip, in characters."""


def columns_of(chars: Chars, height: float) -> list[Chars]:
    """The page's characters as one run, or as two columns with the same left margin.

    A head and a foot in the page's margins may lie across the strip; they come first and last.
    """
    shown = [c for c in chars if str(c["text"]).strip() and MARGIN < c["bottom"] / height < 1 - MARGIN]
    strip = _strip(shown) if len(shown) > 2 * LEAST_LINES * WIDTH else None
    if strip is None:
        return [chars]
    top, foot = min(c["top"] for c in shown), max(c["bottom"] for c in shown)
    body = [c for c in chars if top <= c["bottom"] and c["top"] <= foot]
    sides = [[c for c in body if c["x1"] <= strip], [c for c in body if c["x1"] > strip]]
    short = LEAST_OVER if _runs_over(sides, height) else LEAST_LINES
    if not (_is_column(sides[0]) and _is_column(sides[1], short)):
        return [chars]
    step = min(c["x0"] for c in sides[1]) - min(c["x0"] for c in sides[0])
    moved = [{**c, "x0": c["x0"] - step, "x1": c["x1"] - step} for c in sides[1]]
    return [[c for c in chars if c["bottom"] < top], sides[0], moved, [c for c in chars if c["top"] > foot]]


def _strip(chars: Chars) -> float | None:
    """The middle of an empty strip from top to foot in the middle third of the text; None without one."""
    left, right = min(c["x0"] for c in chars), max(c["x1"] for c in chars)
    size = statistics.median(float(c["size"]) for c in chars)
    low, high = left + (right - left) * 0.35, left + (right - left) * 0.65
    end = left
    for char in sorted(chars, key=lambda c: float(c["x0"])):
        if char["x0"] - end >= STRIP * size and low <= (char["x0"] + end) / 2 <= high:
            return float(char["x0"] + end) / 2
        end = max(end, char["x1"])
    return None


def _runs_over(sides: Sequence[Chars], height: float) -> bool:
    """Whether the left column goes down the page and the right one, on a last page, begins where it does."""
    if not all(sides):
        return False
    tops = [min(float(char["top"]) for char in side) for side in sides]
    deep = max(float(char["bottom"]) for char in sides[0]) > DEEP * height
    return deep and abs(tops[0] - tops[1]) < 2 * max(float(char["size"]) for char in sides[0])


def _is_column(chars: Chars, least: int = LEAST_LINES) -> bool:
    """Whether a side's lines, at least so many, nearly fill it."""
    rows: dict[int, list[float]] = {}
    for char in chars:
        row = rows.setdefault(round(float(char["bottom"]) / 3), [char["x0"], char["x1"]])
        row[0], row[1] = min(row[0], char["x0"]), max(row[1], char["x1"])
    if len(rows) < least:
        return False
    width = max(row[1] for row in rows.values()) - min(row[0] for row in rows.values())
    size = statistics.median(float(char["size"]) for char in chars)
    filled = statistics.median(row[1] - row[0] for row in rows.values()) >= FILLED * width
    return filled and width >= WIDTH * size

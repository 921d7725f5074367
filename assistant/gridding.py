"""Lines of a text -> the rows of its tables: cells parted by tabs, or by upright strokes as in Markdown.

A table has two rows at least, none wider than its first; a line alone is no table.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

_RULE: Final = re.compile(r"\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?")
_LONGEST: Final = 60
"""Characters of a cell from which a line is prose with a tab in it."""
_ROWS: Final = 2


def cells(line: str) -> tuple[str, ...]:
    r"""The cells of a line; fewer than two where it is no row.

    >>> cells("讲座 | 120场 |"), cells("指标\t市馆"), len(cells("全年举办讲座120场。"))
    (('讲座', '120场'), ('指标', '市馆'), 1)
    """
    plain = line.strip()
    by_tab = plain.split("\t")
    if len(by_tab) == 1 and " | " in f" {plain} ":
        by_tab = plain.strip("|").split("|") if plain.strip("|") else [plain]
    found = tuple(cell.strip() for cell in by_tab)
    return found if all(len(cell) <= _LONGEST for cell in found) else (plain,)


def is_rule(line: str) -> bool:
    """Whether a line only rules off the head of a Markdown table: | --- | --- |."""
    return _RULE.fullmatch(line.strip()) is not None


def grid(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """The rows of one table, each as wide as the first; a last cell that is empty may be left out."""
    told = [cells(line) for line in lines if not is_rule(line)]
    width = max(map(len, told), default=0)
    return [(*row, *[""] * (width - len(row))) for row in told]


def rows(lines: Sequence[str]) -> frozenset[int]:
    """Places of the lines that are rows of a table, those that only rule off its head too."""
    return frozenset(place for run in _runs(lines) for place in run)


def _runs(lines: Sequence[str]) -> Iterator[range]:
    """Stretches of lines that are one table each."""
    start = 0
    while start < len(lines):
        end = start + 1
        count = len(cells(lines[start]))
        while end < len(lines) and (1 < len(cells(lines[end])) <= count or is_rule(lines[end])):
            end += 1
        if count > 1 and sum(not is_rule(line) for line in lines[start:end]) >= _ROWS:
            yield range(start, end)
        start = max(end, start + 1)


def restored(lines: Sequence[str], before: str) -> list[str]:
    """Rows that came back from a file's table, written as the text before wrote them.

    A reader parts cells by strokes and drops empty ones; a row whose cells are those of an own row is it.
    """
    own: dict[tuple[str, ...], str] = {}
    ruled: dict[str, str] = {}
    mine = [line.strip() for line in before.splitlines() if line.strip()]
    places = rows(mine)
    for place in sorted(places):
        if is_rule(mine[place]):
            ruled[mine[place - 1]] = mine[place]
        else:
            own.setdefault(_filled(mine[place]), mine[place])
    out: list[str] = []
    for line in lines:
        row = own.get(_filled(line), line) if own else line
        out += [row, ruled[row]] if row in ruled and row is not line else [row]
    return out


def _filled(line: str) -> tuple[str, ...]:
    return tuple(cell for cell in cells(line) if cell)

"""Lines of notes -> the lines, columns that wide blanks or commas part now parted by tabs."""

import re
from collections.abc import Callable, Sequence

GAP = re.compile(r"[ \t]{2,}|\u3000+")
DIGIT = re.compile(r"\d")
LEAST = 3
"""Columns, or lines, of such a table at least."""
CELL = 12
"""Characters of the name of a column at most."""


def columns(lines: Sequence[str]) -> list[str]:
    r"""Lines with tabs where several together have as many cells, the first of them only names.

    >>> columns(["类别  数量  备注", "立案  23件  增4件", "结案  21件  无"])[1]
    '立案\t23件\t增4件'
    """
    out: list[str] = []
    at = 0
    while at < len(lines):
        table = _table(lines, at, GAP.split) or _table(lines, at, _by_comma)
        out += ["\t".join(cells) for cells in table] or [lines[at]]
        at += len(table) or 1
    return out


def _by_comma(line: str) -> list[str]:
    return [cell.strip() for cell in line.split(",")] if "," in line else [line]


def _table(lines: Sequence[str], start: int, split: Callable[[str], list[str]]) -> list[list[str]]:
    """Cells of the table that begins at a line; empty when none does."""
    head = split(lines[start].strip())
    if len(head) < 2 or "\t" in lines[start] or any(DIGIT.search(c) or not c or len(c) > CELL for c in head):
        return []
    found = [head]
    for line in lines[start + 1 :]:
        cells = split(line.strip())
        if len(cells) != len(head) or not line.strip():
            break
        found.append(cells)
    counted = all(any(DIGIT.search(cell) for cell in cells) for cells in found[1:])
    return found if counted and len(found) >= max(LEAST, 2 * LEAST - len(head)) else []

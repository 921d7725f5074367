"""Lines of a pasted table -> a sentence a row, with the names of the header."""

import re
from collections.abc import Sequence

from assistant.unheading import signed

RULE = re.compile(r"[\s|｜:+\-—=]*-{2,}[\s|｜:+\-—=]*")
FILLERS = frozenset(("", "-", "—", "——", "/", "\\", "--"))
NUMBERING = re.compile(r"序号|编号|No\.?|#|NO\.?", re.I)
PERIOD = re.compile(
    r"(?:(?:19|20)\d\d年?度?)?(?:\d{1,2}月份?|第?\d季度|[上下]半年)?"
    r"(?:计划|目标|任务|实际|完成|预计)?(?:数|值|完成|情况)?"
)
"""2022年, 3月, 1季度 and 2025年计划 head a column as words do."""
MEASURES = re.compile("单位|计量单位|度量单位")
MEASURE = re.compile(r"[^\d\s]{1,8}")
CHANGE = re.compile(r"[+＋\-－−]\d[\d.,]*")
NOTED = re.compile(r"(\d[\d,.]*)([（(][^（()）]+[)）])")
"""A figure with a word behind it: 4.83（节约）."""
BARE = re.compile(r"[≤≥<>＜＞约近]?\s*\d[\d,.]*")
FIGURE = re.compile(r"[\d０-９][\d０-９,，.]*")
UNIT_IN_BRACKETS = re.compile(
    r"(.+?)\s*(?:[（(](?:单位[:：])?([^（）()\d]{1,6})[)）]"
    r"|/([人件个户家项场次条份篇台辆艘亩吨元%％]|人次|万[元人吨亩户件]|亿元|公里|平方米|千米))"
)
COLUMNS = 2
ENTRY = re.compile("[^\\d:：][:：]$")
"""The first cell of an entry in a form: 姓名：."""
CAPTION = re.compile(r"[（(]?(?:计量|金额)?单位[:：]\s*([^\s\d：:，,）)]{1,6})[)）]?")
OWN = re.compile("[率比占幅]|人数|人次|户数|件数|次数|个数|同比|年份|月份|日期")
"""Columns that a unit of the whole table is not that of."""
CHINESE = re.compile(r"[\u3400-\u9fff]")
COUNTED = re.compile("(人次|人|次|场|件|份|个|项|户|家|篇|期|起|名|批)(?:数|数量)$")


def is_row(line: str) -> bool:
    """Whether a line may be a row of a table: cells parted by tabs or upright strokes."""
    return "\t" in line.strip() or "|" in line.strip("| \t") or "｜" in line.strip("｜ \t") or _is_rule(line)


def unit_of(line: str) -> str:
    """The unit that a line before a table names for all of it: （单位：万元）; empty when it does not."""
    found = CAPTION.fullmatch(line.strip())
    return found[1] if found else ""


def rows(lines: Sequence[str], unit: str = "") -> list[str]:
    r"""Rows as sentences. A first row without figures, or one ruled off, is the header.

    A figure without a unit takes the one its header names: 人数 | 186 says 人数：186人. The sign of a change
    is spelt out: 同比 | +8% says 同比：增长8%. A first cell left empty is that of the row above, as where
    cells were merged. ``unit`` is that of every bare figure whose column has none of its own.

    >>> rows(["会议\t次数", "党组会\t12"])
    ['会议：党组会，次数：12次']
    """
    ruled = any(_is_rule(line) for line in lines[:2])
    cells = [_cells(line) for line in lines if not _is_rule(line)]
    if all(len(line) == COLUMNS and ENTRY.search(line[0]) for line in cells):
        return ["".join(line) for line in cells]
    if len(cells) > 1 and (ruled or _names(cells)):
        return [row for row in (_row(cells[0], line, unit) for line in _filled(cells[1:])) if row]
    return [_joined([cell for cell in line if cell not in FILLERS]) for line in cells]


def _is_rule(line: str) -> bool:
    return bool(RULE.fullmatch(line)) and "|" in line


def _cells(line: str) -> list[str]:
    mark = "\t" if "\t" in line.strip() else "|"
    line = line.strip(" ") if mark == "\t" else line.replace("｜", "|").strip().strip("|")
    return [cell.strip() for cell in line.split(mark)]


def _names(cells: list[list[str]]) -> bool:
    """Whether the first row only names what the other rows hold."""
    first, others = cells[0], cells[1:]
    figures = [cell for cell in first if FIGURE.search(cell) and not PERIOD.fullmatch(_bare(cell))]
    if figures or any(len(cell) > 16 for cell in first):
        return False
    return any(FIGURE.search(cell) for line in others for cell in line) and all(
        len(line) <= len(first) for line in others
    )


def _bare(name: str) -> str:
    """The name of a column without its unit: 2024年/万元 is 2024年."""
    found = UNIT_IN_BRACKETS.fullmatch(name)
    return found[1] if found else name


def _measured(names: list[str], cells: list[str]) -> list[str]:
    """A row's cells, each bare figure with the unit of its own column of units or of its first cell.

    >>> _measured(["指标", "单位", "2025年"], ["货物量", "万吨", "61"])
    ['货物量', '', '61万吨']
    >>> _measured(["", "2025"], ["泊位（个）", "9"])
    ['泊位', '9个']
    """
    places = [place for place, name in enumerate(names[: len(cells)]) if place and MEASURES.fullmatch(name)]
    found = UNIT_IN_BRACKETS.fullmatch(cells[0]) if cells else None
    unit = next((cells[place] for place in places if MEASURE.fullmatch(cells[place])), "")
    if not unit and not found:
        return cells
    told = [cell + unit if unit and BARE.fullmatch(cell) else cell for cell in cells]
    if found and not unit and any(BARE.fullmatch(cell) for cell in cells[1:]):
        unit = found[2] or found[3]
        return [found[1], *(cell + unit if BARE.fullmatch(cell) else cell for cell in cells[1:])]
    return ["" if place in places and unit else cell for place, cell in enumerate(told)]


def _filled(cells: list[list[str]]) -> list[list[str]]:
    """Rows whose first cell is empty with that of the row above, where another cell says what they are."""
    filled: list[list[str]] = []
    for line in cells:
        named = [cell for cell in line[1:] if cell and not FIGURE.search(cell) and cell not in FILLERS]
        above = filled[-1][0] if filled else ""
        filled.append([above, *line[1:]] if line and not line[0] and named else line)
    return filled


def _row(names: list[str], cells: list[str], unit: str = "") -> str:
    parts = []
    chinese = any(CHINESE.search(cell) for cell in cells)
    for place, cell in enumerate(_measured(names, cells)):
        name = names[place] if place < len(names) else ""
        if cell in FILLERS or NUMBERING.fullmatch(name):
            continue
        plain = BARE.fullmatch(cell) and not (OWN.search(name) or UNIT_IN_BRACKETS.fullmatch(name))
        parts.append(_cell(name, cell + unit if plain and place else cell, chinese=chinese))
    return _joined(parts)


def _cell(name: str, cell: str, *, chinese: bool) -> str:
    name = name.replace("：", "").replace(":", "") if chinese else name
    if (found := UNIT_IN_BRACKETS.fullmatch(name)) and CHANGE.fullmatch(cell):
        cell += ("个" if (found[2] or found[3]) == "百分点" else "") + (found[2] or found[3])
        name = found[1]
    unit, cell = "", signed(name, cell)
    if found := UNIT_IN_BRACKETS.fullmatch(name):
        name, unit = found[1], found[2] or found[3]
    elif found := COUNTED.search(name):
        unit = found[1]
    if unit and (noted := NOTED.fullmatch(cell)):
        cell, unit = f"{noted[1]}{unit}{noted[2]}", ""
    if unit and not FIGURE.fullmatch(cell):
        unit = ""
    colon = "：" if chinese or CHINESE.search(name + cell) else ": "
    return f"{name}{colon}{cell}{unit}" if name else cell


def _joined(parts: list[str]) -> str:
    return ("，" if CHINESE.search("".join(parts)) else ", ").join(parts)

"""Note -> the same words with a report's punctuation: blanks and line ends become commas or nothing.

Nothing but blanks, line ends and punctuation changes, and heads of a table's columns (数量：) are left out.
"""

import re
from typing import Final

from assistant.stock import words

_FIGURE: Final = re.compile(
    r"[0-9０-９][0-9０-９,.．]*(?:余|多)?[百千万亿]?(?:余|多)?(?:%|％|‰|[^\W\d_]{1,3})?$"
)
"""A figure with its measure at the end of a text: 12次, 1200余条, 99.2%."""
_WHOLE_FIGURE: Final = re.compile(
    r"约?[0-9０-９][0-9０-９,.．]*(?:[-—~～至][0-9][0-9,.]*)?(?:余|多)?[百千万亿]?(?:余|多)?(?:%|％|人次|场次|批次|平方米|立方米|千瓦时|平方公里|个工作日|个百分点|[^\W\d_]{1,2})?"
)
_FIGURES: Final = re.compile(
    r"(?:约?[0-9][0-9,.]*(?:余|多)?[百千万亿]?(?:人次|家次|户次|[户人家个名件处])){2,3}"
)
"""Figures of one thing after each other: 1860户2430人."""
_COUNTS: Final = re.compile(r"[\u4e00-\u9fff]{2,6}\s*\d")
"""A thing and its number, behind another: 新收7346 旧存812."""
_MONTH: Final = re.compile(r"\d{1,2}月(?:\d{1,2}[日号]|[初中底])?(?=[\u4e00-\u9fff])")
_LEADS_ON: Final = re.compile(r"[到达为至约共超近计有过占第是和与及的了]$")
"""Ends of words that want what follows: 升到 500Mbps."""
_DATE: Final = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?")
_WIDE: Final = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_CJK: Final = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”]")
_MARKS: Final = "，。；：、！？,;:!?·"
_LATIN: Final = re.compile(r"[A-Za-z0-9.,&'()/+-]")


_CELL: Final = re.compile(r"(?P<head>[^：，。；\d]{1,6})：(?P<value>[^：]+)")
_COLUMNS: Final = 2
"""Cells from which on a note is a row of a table."""


def _row(text: str) -> str:
    """A row of a table without its columns' heads: its first figure stands right behind what it counts."""
    cells = [_CELL.fullmatch(cell) for cell in re.split(r"，(?=[^：，。；\d]{1,6}：)", text)]
    silent = words("verbs", "columns")
    if len(cells) < _COLUMNS or not cells[0] or cells[0]["head"] not in (*silent, *words("verbs", "rows")):
        return text
    if not all(cells):
        return text
    told = ""
    for place, cell in enumerate(cell for cell in cells if cell):
        head, value = cell["head"], cell["value"]
        counted = bool(re.match(r"约?\d", value))
        said = (
            value
            if head in silent or (not place and not counted)
            else head + ("" if counted else "：") + value
        )
        behind = place == 1 and counted and head in silent and head not in ("时间", "日期")
        told += ("" if behind or not place else "，") + said
    return told


def punctuate(text: str) -> str:
    """A note in one line with Chinese punctuation and no final mark.

    >>> punctuate("发展党员9名 其中一线6名,党费 18.6万元。")
    '发展党员9名，其中一线6名，党费18.6万元'
    """
    lines = [re.sub(r"[ \t\u00a0\u2000-\u200b\u3000]+", " ", line).strip() for line in text.splitlines()]
    joined = "".join(line + ("" if line[-1] in _MARKS else "，") for line in lines if line)
    return _row(_no_blanks(_wide(joined)).strip().rstrip("，。；：、！.;,!"))


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else: 3月24日, 2024年5月, 12日."""
    return bool(text) and _DATE.fullmatch(text) is not None


def _wide(text: str) -> str:
    """Half-width marks beside a Chinese character as full-width ones; figures and addresses stay."""
    out = list(text)
    for at, mark in enumerate(text):
        if mark not in _WIDE:
            continue
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if before.isdigit() and after.isdigit():
            continue
        if _CJK.match(before) or _CJK.match(after):
            out[at] = _WIDE[mark]
    return "".join(out)


def _no_blanks(text: str) -> str:
    """Each blank as nothing or a comma; a blank between Latin words stays."""
    parts = text.split(" ")
    out = parts[0]
    for place, right in enumerate(parts[1:], 1):
        rest = " ".join(parts[place:])
        if not out or not right or out[-1] in _MARKS or right[0] in _MARKS:
            out += right
        elif _LATIN.match(out[-1]) and _LATIN.match(right[0]):
            out += " " + right
        else:
            left = re.split(r"[，。；：、]", out)[-1]
            follows = left[-1:].isdigit() and not is_date(left) and bool(_COUNTS.match(rest))
            out += ("，" if follows else _between(left, right)) + right
    return out


def _between(left: str, right: str) -> str:
    """A comma where a new clause begins after the blank, else nothing."""
    if right[0] in "（(":
        return ""
    right = re.split(r"[，。；：、（(]", right)[0] or right
    if is_date(left) or left[-1:].isdigit() or _LEADS_ON.search(left):
        return ""
    if _MONTH.match(right) and _MONTH.search(left):
        return "，"
    if _FIGURES.fullmatch(right) or (_MONTH.match(right) and not _says(left)):
        return ""
    whole = bool(_WHOLE_FIGURE.fullmatch(right))
    if whole:
        return "，" if re.search(r"[%％]$", left) else ""
    if _FIGURE.search(left) or (right[0].isdigit() and len(left) >= 4):
        return "，"
    long = len(left) >= 4 and len(right) >= 4
    return "，" if long and _says(left) and (_says(right) or _FIGURE.search(right)) else ""


def _says(text: str) -> bool:
    """Whether a text says something of itself: it has a verb, or tells what is lacking."""
    return bool(re.search(r"不|未|没|较|很|[少多低高差弱慢]$|怕|^有|[有达]", text)) or any(
        verb in text for verb in words("verbs", "verbs") if len(verb) > 1
    )

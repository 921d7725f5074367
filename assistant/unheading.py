"""Row of a pasted table with its heads -> one clause without fields: 查办案件312起，上年为287起.

Every value stays; heads that only name a column (数量, 指标, 备注) go, those that say something are spoken
(上年：287起 -> 上年为287起; 增减：-3% -> 下降3%). What is no such row is given back as it came.
"""

import re
from dataclasses import dataclass
from typing import Final

from assistant.stock import words

_CELL: Final = re.compile(r"(?P<head>[^：，。；]{1,14})：\s*(?P<value>[^：]+)")
_NEXT_CELL: Final = re.compile(r"[，,]\s*(?=[^：，。；]{1,14}：)")
_FIGURE: Final = re.compile(r"[约近超≤≥]?\d")
_PERIOD: Final = re.compile(
    r"(?:(?:19|20)\d\d年度?(?:\d{1,2}月|[上下]半年|第?[一二三四1-4]季度)?|今年|本年度?|本期|本月|[上下]半年|第?[一二三四1-4]季度|\d{1,2}月)(?:完成数?|实际|数值?)?"
)
_NOW: Final = re.compile("(?:今年|本年度?|本期|本月)(?:完成数?|实际|数值?)?")
_BEFORE: Final = re.compile(
    r"(?:上年|去年|前年|上期|上月|同期|上年同期|去年同期|基期|(?:19|20)\d\d年)(?:完成数?|数值?|实际)?"
)
_CHANGE: Final = re.compile(
    r"(?P<than>同比|环比|[比较](?:上年|去年|上月|同期|上年同期))?(?:增减|增长|增幅|变化|变动|升降|±|情况|涨跌)*(?:率|幅度?|[（(]?[%％][）)]?)?"
)
_SIGNED: Final = re.compile(r"(?P<sign>[+＋\-－−–↑↓])\s*(?P<size>\d[\d,.]*\s*(?P<unit>.*))")
_FALL: Final = "-－−–↓"
_TARGET: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d年)?(?:年度?|全年)?(?P<what>目标|计划|任务)(?:数|值|任务)?"
)
_SHARE: Final = re.compile(r".*(?:率|占比|比例|比重)")
_WHEN: Final = ("时间", "日期", "月份")
_COUNTER: Final = ("单位", "计量单位")
_MEASURE: Final = re.compile(
    r".*(?:率|占比|比例|比重|时间|时长|指数|均价|单价|密度|满意度|[^户]均[^，]*|系数|浓度|得分|排名|位次)$"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d年度?(?:完成数?|实际|数值?)?")
_DONE: Final = ("完成", "实际", "实际完成", "已完成")
_BARE: Final = re.compile(r"[约近超]?\d[\d.,]*[万亿]?[^\W\d_]{0,3}")
_NAMES: Final = re.compile(r"[\u4e00-\u9fff]{2,4}(?:项目|指标|事项|名称|类别|内容|类型|种类|分类|方式)")
"""A head that says of what kind the things are that stand under it: 整治项目."""
_TALLY: Final = re.compile("[起件个户场次份篇期批宗例台辆艘人]次?(?:数|数量)")
"""A head that only names its measure: 起数."""
_TALLIED: Final = re.compile("(?P<what>.{2,8}?)(?:人次|[起件个户场次份篇期批宗例台辆艘人])(?:数|数量)?")
"""A head that names what is counted with its measure: 遇险人数."""
_DUTY: Final = re.compile("(?:(?P<led>牵头)|责任|承办|负责)(?:单位|部门|科室|股室|处室|领导|人)?")
_DUE: Final = re.compile("(?:完成|整改|办结)?(?:时限|期限|时间节点)|完成时间|截止时间|完成日期")
_DAY: Final = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|底|初|中旬|上旬|下旬)?|[一二三四1-4]季度|年底|[上下]半年)(?P<before>底?前)?"
)
_YEARS: Final = re.compile(r"(?:19|20)\d\d(?P<year>年度?)?")
_WIDE: Final = 4
"""Cells from which on a note is a row of a table, whatever heads its first column."""
_LABELS: Final = re.compile("问题|不足|存在|计划|打算|措施|成效|做法|地点|对象|主题|内容")
"""What stands before a part of the notes and heads no column."""
_WHETHER: Final = re.compile("是否(?:已)?(?P<done>[\u4e00-\u9fff]{1,4})")
_DATE: Final = re.compile(r"(?P<what>[\u4e00-\u9fff]{2,4})(?:日期|时间)")
_NUMERIC: Final = re.compile(r"((?:19|20)\d\d)[/.-](\d{1,2})[/.-](\d{1,2})")
_CELLS: Final = 2
_UNIT: Final = 8
"""Characters of a unit that stands in a column of its own."""


@dataclass(frozen=True, slots=True)
class _Cell:
    head: str
    value: str

    @property
    def counts(self) -> bool:
        """Whether the value begins with a figure."""
        return bool(_FIGURE.match(self.value))


def unheaded(text: str) -> str:
    """A row as a clause, or the text itself.

    >>> unheaded("指标：查办案件，2025年：312起，上年：287起，增减：+8.7%")
    '2025年查办案件312起，上年为287起，增长8.7%'
    >>> unheaded("项目：台区改造，规模：93个，进展：全部完成"), unheaded("问题：人手少")
    ('台区改造93个，全部完成', '问题：人手少')
    """
    plain = text.strip().rstrip("。；;")
    if said := _by_years(plain):
        return said
    cells = _cells(plain)
    if len(cells) < _CELLS or not (_named(cells) or _of_fault(cells)):
        return text
    if said := _of_fault(cells):
        return said
    first, *others = _ordered(_counted(cells))
    told, behind = first.value, [_told(one) for one in others]
    at = _place(others)
    if at >= 0 and not _BARE.fullmatch(first.value):
        cell = others[at]
        measure = cell.counts and _MEASURE.fullmatch(first.value)
        told += ("为" if measure else "完成" if cell.head in _DONE else "") + cell.value
        period = _PERIOD.fullmatch(cell.head)
        if period and not _is_now(cell, others) and not first.value.startswith(("其中", period[0][:4])):
            told = re.sub(r"(?:完成数?|实际|数值?)$", "", cell.head) + told
        del behind[at]
    when = [one.value for one in others if one.head in _WHEN]
    told = "，".join([*when[:1], told]) if when else told
    return "，".join([told, *(said for said in behind if said)])


def _by_years(text: str) -> str:
    """A row of one thing in several years, without a head over the thing; empty for any other text.

    >>> _by_years("线路，2023：118条，2024：124条")
    '线路2023年为118条、2024年为124条'
    """
    name, mark, rest = text.partition("，")
    cells = _cells(rest) if mark and "：" not in name else []
    heads = [_YEARS.fullmatch(one.head) for one in cells]
    if len(cells) < _CELLS or not all(heads) or not all(one.counts for one in cells):
        return ""
    told = [
        f"{one.head if head and head['year'] else one.head + '年'}为{one.value}"
        for one, head in zip(cells, heads, strict=True)
    ]
    return name + "、".join(told)


def _of_fault(cells: list[_Cell]) -> str:
    """A row of a fault, what was done about it and how far that is; empty for any other row.

    >>> unheaded("反馈问题：受理率低，整改措施：每天查看系统，进度：已完成")
    '针对受理率低问题，每天查看系统，已完成'
    """
    if not cells[0].head.endswith("问题") or not any(_ANSWERS.search(one.head) for one in cells[1:]):
        return ""
    told = [
        one.value if _ANSWERS.search(one.head) or one.head in _STATES else _told(one) for one in cells[1:]
    ]
    return "，".join([f"针对{cells[0].value.removesuffix('问题')}问题", *(one for one in told if one)])


def _is_now(cell: _Cell, others: list[_Cell]) -> bool:
    """Whether a head only says that a figure is this year's, which the one it is compared with says too."""
    return bool(_NOW.fullmatch(cell.head)) and any(_BEFORE.fullmatch(one.head) for one in others)


def _cells(text: str) -> list[_Cell]:
    found = [_CELL.fullmatch(part.strip()) for part in _NEXT_CELL.split(text)]
    return [_Cell(one["head"].strip(), one["value"].strip()) for one in found if one] if all(found) else []


def _named(cells: list[_Cell]) -> bool:
    """Whether the first head only says that a thing is named, as the head of a table's first column does."""
    heads = (*words("verbs", "columns"), *words("verbs", "rows"))
    if cells[0].head in _WHEN and len(cells) >= _WIDE and all(one.counts for one in cells[1:3]):
        return True
    named = cells[0].head in heads or bool(_NAMES.fullmatch(cells[0].head))
    named = named or (len(cells) >= _WIDE and not cells[0].counts and not _LABELS.search(cells[0].head))
    return named and cells[0].head not in _WHEN


def _ordered(cells: list[_Cell]) -> list[_Cell]:
    """The cells with what a figure changed by before the year it is compared with."""
    change = next((one for one in cells[1:] if _CHANGE.fullmatch(one.head) and one.head), None)
    year = next((one for one in cells[1:] if _YEAR.fullmatch(one.head)), None)
    if not change or not year or sum(bool(_YEAR.fullmatch(one.head)) for one in cells) < _CELLS:
        return cells
    return (
        [*(one for one in cells if one is not change)][:2]
        + [change]
        + [one for one in cells[2:] if one is not change]
        if _latest_first(cells)
        else cells
    )


def _latest_first(cells: list[_Cell]) -> bool:
    """Whether the year told of stands before the one it is compared with."""
    years = [one.head for one in cells if _YEAR.fullmatch(one.head)]
    return cells[1].head == years[0] == max(years)


def _counted(cells: list[_Cell]) -> list[_Cell]:
    """The cells with the unit of a column of units behind every bare figure."""
    unit = next((one.value for one in cells[1:] if one.head in _COUNTER and not one.counts), "")
    if not unit or len(unit) > _UNIT or not any(re.fullmatch(r"[\d.,]+", one.value) for one in cells):
        return cells
    return [
        _Cell(one.head, one.value + unit if re.fullmatch(r"[\d.,]+", one.value) else one.value)
        for one in cells
        if one.head not in _COUNTER
    ]


def _place(cells: list[_Cell]) -> int:
    """Place of the cell whose figure stands right behind the row's name: of years the last one."""
    joins = [place for place, one in enumerate(cells) if _joins(one)]
    years = [place for place in joins if re.match(r"(?:19|20)\d\d年", cells[place].head)]
    return max(years, key=lambda place: cells[place].head) if years else next(iter(joins), -1)


_BOUNDS: Final = {"≤": "不高于", "≥": "不低于"}
_ANSWERS: Final = re.compile("整改|措施|做法|办法")
_STATES: Final = ("进度", "进展", "状态", "完成情况", "整改情况", "结果", "成效")
_REMARKS: Final = ("说明", "备注", "进展", "进展情况", "情况", "主要内容", "内容")


def _joins(cell: _Cell) -> bool:
    """Whether a cell holds the figure that stands right behind the row's name."""
    if cell.head in _WHEN or cell.head.startswith(("上年", "去年")) or _TARGET.fullmatch(cell.head):
        return False
    if _PERIOD.fullmatch(cell.head):
        return cell.counts
    if cell.head in _DONE:
        return cell.counts
    if cell.head in _REMARKS:
        return bool(_BARE.fullmatch(cell.value))
    if _TALLY.fullmatch(cell.head):
        return cell.counts
    if cell.head == "规模":
        return (cell.counts and "×" not in cell.value) or cell.value.startswith("投资")
    return cell.counts and cell.head in words("verbs", "columns")


def _told(cell: _Cell) -> str:
    """A cell behind the first, as words."""
    head, value = cell.head, cell.value
    if head in _WHEN:
        return ""
    change = _CHANGE.fullmatch(head)
    if change and head:
        return _changed(change["than"] or "", signed(head, value))
    if cell.counts and (_BEFORE.fullmatch(head) or _SHARE.fullmatch(head)):
        return f"{head}为{value}"
    target = _TARGET.fullmatch(head)
    if target and cell.counts:
        said = target["what"] if target["year"] else head
        return f"{said}{_BOUNDS[value[0]]}{value[1:]}" if value[0] in _BOUNDS else f"{said}为{value}"
    if said := _told_of_duty(head, value) or _told_of_state(head, value):
        return said
    tallied = _TALLIED.fullmatch(head)
    if cell.counts and (_TALLY.fullmatch(head) or tallied):
        return (tallied["what"] if tallied else "") + value
    if "/" in head and cell.counts:
        head = head.replace("/", "、")
    if head in words("verbs", "columns"):
        return value
    return head + value if cell.counts else f"{head}为{value}" if len(value) <= 16 else f"{head}：{value}"


def signed(head: str, value: str) -> str:
    """A signed value under a head of change, its sign spelt out; else the value as it stands.

    >>> signed("同比", "+8.1%"), signed("增减", "-3起"), signed("增减", "+0.7个百分点"), signed("气温", "-3")
    ('增长8.1%', '减少3起', '提高0.7个百分点', '-3')
    """
    found = _SIGNED.fullmatch(value)
    if not found or not head or not _CHANGE.fullmatch(head):
        return value
    if found["sign"] in _FALL:
        return ("下降" if re.match(r"[%％个]", found["unit"]) else "减少") + found["size"]
    if found["unit"].startswith(("个百分点", "百分点")):
        return "提高" + found["size"]
    return ("增长" if found["unit"].startswith(("%", "％")) else "增加") + found["size"]


def _told_of_duty(head: str, value: str) -> str:
    """Who is to do a thing and by when; empty for another head."""
    duty = _DUTY.fullmatch(head)
    if duty:
        return f"由{value}{'牵头' if duty['led'] else '负责'}"
    if not _DUE.fullmatch(head):
        return ""
    day = _DAY.fullmatch(value)
    before = "前" if day and not day["before"] and value.endswith(("日", "底")) else ""
    return f"{value}{before}完成" if day else f"{value}推进" if len(value) <= 4 else ""


def _told_of_state(head: str, value: str) -> str:
    """Whether a thing is done, or on what day it was; empty for another head."""
    whether, dated = _WHETHER.fullmatch(head), _DATE.fullmatch(head)
    if whether and value[:1] in "是否":
        return ("已" if value[0] == "是" else "未") + whether["done"] + value[1:]
    day = _NUMERIC.fullmatch(value)
    if dated and (day or _DAY.fullmatch(value)):
        said = f"{day[1]}年{int(day[2])}月{int(day[3])}日" if day else value
        return said + dated["what"]
    return ""


def _changed(than: str, value: str) -> str:
    return value if not than or value.startswith(than) else than + value

"""Lines without a mark -> headings: by the file's own styles, else short bare lines between paragraphs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from index.headings import balanced
from index.marks import Mark
from index.types import Clean, Span

_LONG: Final = 60
_SHORT: Final = 30
_FULL: Final = 26
"""Characters of a heading that may have been broken over two lines."""
_CLOSED_SHARE: Final = 0.6
"""Share of long lines that end as sentences do, in a text whose lines are paragraphs."""
_ENDS_OPEN: Final = "。！？!?；;：:，,、…—-“（《(【"
_CLOSED: Final = "。！？!?；;：:….”"
_NO_HEADING: Final = re.compile(
    r"[\s（(]*(?:\d{2,4}|[二〇零一三四五六七八九十○O]{4})年.{0,14}[日月][\s）)]*$"  # a date
    r"|[—\-–_=*·•●○■□◆▲★☆▪►]|\d+[\s.%]*$|附[件表：:]|注[：:]|[表图]\s?\d+|来源|作者|编辑|责任|抄送|签发|主送"
    r"|[（(].*[）)]$|第.{1,4}页|第[一二三四五六七八九十百零\d]{1,5}条$|Page\s|https?:|www\.|.*[|\t]|.{0,8}(?:备案号|ICP|标识码|公安|扫一扫)|.*名\s?词\s?解\s?释"
)
ORNAMENTS: Final = "★☆◆◇■□▲△▶►●○◎※✦❖➤\uf06c\uf075 \t\u3000\xa0"
"""What may stand before a heading for show, blanks among them."""
_BRACKETED: Final = re.compile(r"【(?!.*(?:[填写补空此处待]|单位|姓名))[^】\d]{2,14}】")
"""A line that heads a part of a bulletin: 【工作动态】; blanks to fill (【单位名称】) look alike."""
_ADDRESS: Final = re.compile(
    r"(?:尊敬的|各位|同志们|女士们|先生们|朋友们|代表们|Dear\b|Ladies\b).*"
    r"|.*(?:同志|代表|委员|[市区县省州]长|书记|主任|局长)(?:[\s\u3000].{0,8})?$"
)
_UNIT: Final = re.compile(
    r".{2,24}(?:局|委|委员会|办公室|政府|党委|党组|支部|总支|学院|大学|公司|中心|医院|法院|检察院|厅|处|科)$"
)
_PART: Final = re.compile(
    r"结\s{0,4}束\s{0,4}语|结\s{0,4}语|尾\s{0,4}声|前\s{0,4}言|引\s{0,4}言|序\s{0,4}言|导\s{0,4}言"
)
"""A line that is a heading of the first level wherever it stands."""
_TOPIC: Final = re.compile(
    r"回顾|安排|重点|任务|打算|建设|问题|不足|计划|目标|情况|总结|体会|思路|举措|措施|成效|做法|要求|展望|成绩|经验|工作"
    r"|(?i:\b(?:work|problems?|plans?|results?|review|overview|progress|next|summary|introduction|conclusions?)\b)"
)


def may_head(line: str) -> bool:
    """Whether a line without a mark is short and bare enough to be a heading."""
    text = line.strip()
    if len(text) < 2 or len(text) > _LONG or text[-1] in _ENDS_OPEN or _NO_HEADING.match(text):
        return False
    if text.isascii():
        words = text.split()
        capital = sum(word[:1].isupper() for word in words)
        many = capital * 2 >= len(words) or len(words) <= 4
        return text[-1] != "." and len(words) <= 9 and words[0][:1].isupper() and many
    if len(text) > _SHORT or "。" in text or "；" in text or text.count("，") > 2 or not balanced(text):
        return False
    return not _ADDRESS.fullmatch(text)


def signs(line: str) -> bool:
    """Whether a short line reads like the end of a letter: a unit's name or a date."""
    text = line.strip()
    return len(text) <= _SHORT and bool(_UNIT.fullmatch(text) or _NO_HEADING.match(text))


def plain_headings(
    clean: Clean, lines: Sequence[Span], marks: Sequence[Mark], marked: set[int], title: int
) -> dict[int, int]:
    """Lines without a mark that are headings: place of the line -> level, 0 for one above 一、.

    The file's own styles say it; where it has none, a short bare line between whole paragraphs does.

    Args:
        clean: The text and the levels its styles give.
        lines: Spans of its lines that are not blank.
        marks: Accepted marks of levels 1 to 4, in order.
        marked: Lines that begin with a mark of any level.
        title: How many lines at the top are the title.
    """
    styled = _styled(clean, lines, marked, title)
    if styled:
        return _styled_levels(clean, lines, marks, styled)
    parts = {
        place
        for place in range(title, len(lines) - 1)
        if len(lines[place]) < _SHORT and _PART.fullmatch(lines[place].of(clean.text).strip())
    }
    boxed = _boxed(clean.text, lines, marked, title)
    found = sorted(boxed | {place for place in _bare(clean.text, lines, marked, title) if place not in parts})
    if len(found) == 1 and not _TOPIC.search(lines[found[0]].of(clean.text)):
        found = []
    return _bare_levels(found, marks) | dict.fromkeys(parts - marked, 1)


def _styled(clean: Clean, lines: Sequence[Span], marked: set[int], title: int) -> dict[int, int]:
    places = {line.start: place for place, line in enumerate(lines)}
    styled: dict[int, int] = {}
    for offset, level in clean.levels:
        place = places.get(offset)
        if place is None or place < title or place in marked:
            continue
        words = lines[place].of(clean.text).strip()
        if len(words) <= _LONG * 2 and words[-1] not in "。；;，,":
            styled[place] = level
    return styled


def _styled_levels(
    clean: Clean, lines: Sequence[Span], marks: Sequence[Mark], styled: Mapping[int, int]
) -> dict[int, int]:
    """Level of the marks that bear the same style; else the style's place among the styles used."""
    by_offset = dict(clean.levels)
    shapes: dict[int, int] = {}
    for mark in marks:
        style = by_offset.get(lines[mark.line].start)
        if style is not None and mark.ground == "line":
            shapes.setdefault(style, mark.level)
    used = sorted({*styled.values(), *shapes})
    levels: dict[int, int] = {}
    for place, style in styled.items():
        above = any(style < other and level == 1 for other, level in shapes.items())
        rank = used.index(style) + 1
        levels[place] = 0 if above else shapes.get(style, min(rank, 4))
    return levels


def _boxed(text: str, lines: Sequence[Span], marked: set[int], title: int) -> set[int]:
    """Places of lines in 【】, where several differ."""
    said = {
        place: line.of(text).strip()
        for place, line in enumerate(lines[:-1])
        if place >= title and place not in marked and _BRACKETED.fullmatch(line.of(text).strip())
    }
    return set(said) if len(set(said.values())) > 1 else set()


def _bare(text: str, lines: Sequence[Span], marked: set[int], title: int) -> Iterator[int]:
    """Places of short bare lines that stand between whole paragraphs."""
    full = [line for line in lines if len(line) > _SHORT]
    closed = sum(line.of(text).rstrip()[-1] in _CLOSED for line in full)
    if not full or closed < _CLOSED_SHARE * len(full):
        return  # lines are not paragraphs here
    for place in range(title, len(lines) - 1):
        words = lines[place].of(text).strip(ORNAMENTS)
        if place in marked or not words or not may_head(words) or signs(words) and not _TOPIC.search(words):
            continue
        before = lines[place - 1].of(text).rstrip()[-1:] if place else ""
        wrapped = place - 1 in marked and len(lines[place - 1]) > _FULL and before not in _CLOSED
        led = place <= title or (place - 1 in marked and not wrapped) or before in _CLOSED
        after = lines[place + 1].of(text).rstrip()
        long = len(after) >= 2 * _SHORT or after[-1:] in _CLOSED or place + 1 in marked
        shown = words != lines[place].of(text).strip()
        if led and long and (shown or _TOPIC.search(words) or place > title + 1 or place - 1 in marked):
            yield place


def _bare_levels(found: Sequence[int], marks: Sequence[Mark]) -> dict[int, int]:
    if not found:
        return {}
    firsts = {mark.line for mark in marks if mark.level == 1 and mark.number == 1}
    tops = [mark for mark in marks if mark.level == 1]
    if not tops:
        return dict.fromkeys(found, 1)
    bounds = [*found[1:], 10**9]
    above = any(place < first < end for place, end in zip(found, bounds, strict=True) for first in firsts)
    if above:
        return dict.fromkeys(found, 0)
    if len(found) == 1:  # 下一步打算 after 一、二、三、
        return dict.fromkeys(found, 1) if found[0] > tops[-1].line else {}
    return dict.fromkeys(found, 2)

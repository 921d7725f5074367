"""Folded page -> names of places: listed ones, names with 县, 市, 镇, 村 … behind them, 离沪."""

import re
from collections.abc import Iterator
from functools import lru_cache

from index.folding import Mark
from index.gazetteer import listed
from index.glossary import words
from index.measures import measures

UNIT = re.compile(
    "(?:新区|开发区|高新区|经开区|自治县|自治州|街道(?!办)|社区|县|市|区|镇|乡|村|旗)"
    "(?![委局府长域场民级里内外属直管办辖政科法公人道力貌容务企医支干组庄寨落史志歌官花妇居下校改形态治庆处县市区镇乡村街间位块划分隔鼓帜号袍手舰杆土亲愁愿贤情音痛压静定屯集医])"
)
FLAG = re.compile("[锦红国党团队校彩军警]$")
"""A cloth, no banner of Inner Mongolia: 赠送锦旗."""
# What a name may stand behind, beside punctuation.
CUE = "赴在到往至于向从对由为和与及省市州县区镇乡驻离来去的是将给将入帮联〉"
ALL = set("全各本我该此某每两多几数个其同别这那哪整跨邻所") | {""}
LIMIT = 4
SEAT = re.compile("领导|主要|分管|委|政府|级|里|人大|政协|纪")
GIVEN = re.compile("[获受被请陪邀赠报送经由应按代替接向给随][给到经请]?$")
"""Behind a verb 县领导 is the county's own: 获县领导批示 names no place."""
# A name may end in one of these before any suffix but 区: 青山镇, but 偏远山区.
LAND = "山港林湾园景矿牧门州川岭"
# What a name may stand behind in the middle of a sentence: 我局会同|龙湖.
TOWARDS = re.compile("^.*(?:会同|联合|协同|配合|邀请|赶赴|前往|奔赴|走访|调研|来到|位于|来自|支援|帮扶)")
NO_NAME = re.compile(
    "^[全各本我该此某每两多几数个其同别这那哪整跨邻所者了着过等以被把就也都又还要能可并而则但不有一二三四五六七八九十百千万]|[的了与及或是等]|.和|^和(?![平顺田政静硕龙兴安丰睦泰林阳庆桥寨源合舟盛悦祥润溪塘县])|[个座批类些种有为成设]$|[一两二三几每]次|[到赴往去]$"
)


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    """Verbs and the like before the name of a place: 前往青石镇."""
    return re.compile(f"^(?:{'|'.join(sorted(words('places', 'verbs'), key=len, reverse=True))})+")


@lru_cache(maxsize=1)
def _unit() -> re.Pattern[str]:
    """A measure word, which belongs to the figure before it."""
    return re.compile(measures().any)


@lru_cache(maxsize=1)
def _generic() -> tuple[str, ...]:
    """Endings of a name that says what kind of district it is, not which: 工业区, 贫困县."""
    return words("places", "generic")


def _start(page: str, end: int) -> int | None:
    """Start of the word that ends at ``end`` and stands behind an edge, at most eight characters back."""
    for start in range(end - 1, max(-1, end - LIMIT - 5), -1):
        if not "\u4e00" <= page[start] <= "\u9fff":
            return start + 1 if start + 1 < end else None
        if page[start] in CUE and end - start - 1 >= 2:
            return start + 1
    return 0 if end <= LIMIT + 4 else None


def name_before(page: str, end: int, body: bool = False) -> str:
    """The name before a suffix that begins at ``end``; empty when the word there is none.

    Args:
        page: Folded page.
        end: Where the suffix begins.
        body: True when a public body follows, so that 山区 ends a name: 青山区司法局.
    """
    start = _start(page, end) if page[end - 1 : end] not in ALL else None
    if start is None:
        return ""
    if counted := _unit().match(page, start, end) if page[max(0, start - 1) : start].isdigit() else None:
        start = counted.end()  # 8处上报街道
    name = _verbs().sub("", page[start:end])
    if len(name) > LIMIT:
        name = TOWARDS.sub("", name)
    if not name or len(name) > LIMIT or NO_NAME.search(name):
        return ""
    bay = len(name) == 2 and name[-1] == "湾" and name[0] not in "大海港"
    named = len(name) in (2, 3) and name[-1] in LAND and (body or bay or page[end : end + 1] != "区")
    if name.endswith(_generic()) and not named:
        return ""
    return name


def _suffixed(page: str) -> Iterator[Mark]:
    for found in UNIT.finditer(page):
        name = name_before(page, found.start())
        if (SEAT.match(page, found.end()) and GIVEN.search(name)) or (found[0] == "旗" and FLAG.search(name)):
            continue
        if len(name) >= 2 or (name and found[0] == "县"):
            start = found.start() - len(name)
            yield Mark(start, found.end(), "place", f"place:{page[start : found.end()]}")


def places(page: str) -> Iterator[Mark]:
    """Names of places; where two overlap both are given.

    >>> [m.key for m in places("赴湖南省青石镇调研，落实离沪报备")]
    ['place:湖南', 'place:沪', 'place:青石镇']
    """
    for start, end in listed(page):
        text = page[start:end]
        name = text.removesuffix("省").removesuffix("市") if len(text) > 2 else text
        yield Mark(start, end, "place", f"place:{name}")
    yield from _suffixed(page)

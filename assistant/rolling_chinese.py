"""Chinese text -> its years, 届次, sessions and zero claims: what goes stale beside its expressions.

A year is told by how it stands: the report's own and those beside it move on, one since which something
holds stays (2023年以来), and so does a span of years that names a programme (2024—2026年).
"""

import re
from collections.abc import Iterator
from typing import Final

from assistant.stale import Stale
from index.types import Span

DIGITS: Final = "〇一二三四五六七八九"
_NOUGHT: Final = "〇零○Ｏ"
_WORD: Final = rf"(?:(?:一九|二[{_NOUGHT}])[{_NOUGHT}一二三四五六七八九]{{2}}|(?:19|20)\d\d)"
_SPAN: Final = rf"(?<!\d){_WORD}年?\s*(?:[—–\-－~～至]+|到)\s*{_WORD}(?:年度?|学年度?)"
_YEAR: Final = re.compile(rf"(?<!\d)({_WORD})(?:年度?)(?!前|以前|之前)")
_SPANS: Final = re.compile(_SPAN)
_SINCE: Final = re.compile("以来|起|至今|开始(?:的|实施|启动)|任|参加工作|入党|出生")
_SCHOOL: Final = re.compile("学年")
_ERA: Final = re.compile(
    r"(?:党的)?二?十[一二三四五六七八九]?大(?=精神|报告|以来|召开|胜利|提出|作出|部署|和|、|确定)"
    r"|党的二?十[一二三四五六七八九]?大|二?十[一二三四五六七八九]?届[一二三四五六七、和历次中]{1,12}全会"
    r"|[“\"]十[一二三四五六七]五[”\"](?:规划|计划|时期|期间)?|十[一二三四五六七]五(?:规划|计划|时期|期间|收官|开局|末|中期)"
    r"|第十[一二三四五六七]个五年(?:规划|计划)|(?:第[一二三四五六七八九十]+|本)届"
    r"|[一二三四五六七八九十]+届[一二三四五六七八九十]+次(?:全会|会议|全体会议)"
)
_SESSION: Final = re.compile(
    r"(?:第?[一二三四五六七八九十\d]+届)?(?:人民代表大会|人大|政协|职工代表大会|职代会|工代会|会员代表大会|理事会|委员会)?"
    r"(?:第?[一二三四五六七八九十\d]+届)?第?[一二三四五六七八九十\d]+次(?:全体)?(?:会议|职代会|职工代表大会|理事会|全委会)"
)
_BODY: Final = re.compile("人民代表大会|人大|政协|代表大会|职代会|理事会")
_COUNTRY: Final = re.compile("全国|中央|中共|党的|中国")
_RELATIVE: Final = re.compile(r"(?:去年|上年度?|前年|明年|来年|下一年度?|上半年|下半年)")
_NONE: Final = re.compile(
    r"(?:未|没有|无)(?:再)?(?:发生|出现)(?!变化|过)[^，。；！？\n“”（）]{1,24}?(?:事故|事件|案件|案例|舆情|上访|疫情|火灾|死亡|伤亡|投诉|差错|泄密)"
    r"|(?:实现|保持|做到)?[“\"]?零(?:事故|上访|投诉|死亡|发生|违纪|违规|差错|感染|舆情|死亡率|伤亡|进京|通报)[”\"]?"
)
_PRIZE: Final = re.compile("[特一二三]等奖|[金银铜]奖|优秀奖|特等功|[一二三]等功")
PHASE: Final = re.compile(
    "[一二三四五六]期(?=工程|项目|建设|改造|扩建|续建|厂房|厂|用地|用房|宿舍|管网|校区|院区|园区|机场|基地|车间|泵站|大楼|楼|馆|、|和|）)"
)
"""A part of a building project, which the year does not change; 培训四期 is a count."""
_BESIDE: Final = 1
"""Years beside the report's own that move on with it."""


def years(text: str, year: int, before: int) -> Iterator[Stale]:
    """Each year by how it stands.

    Args:
        text: The old report.
        year: Year of the report to be.
        before: Year the old report is on.
    """
    for found in _SPANS.finditer(text):
        first, last = (year_of(one) for one in re.findall(_WORD, found[0]))
        school = _SCHOOL.search(found[0]) and last == first + 1
        what, why = ("fill", "own_year") if school else ("keep", "other_year")
        put = moved(found[0], year - before) if school else ""
        yield Stale("year", Span(*found.span()), found[0], what, put, why)  # type: ignore[arg-type]
    for found in _YEAR.finditer(text):
        said = year_of(found[1])
        held = said < before and _SINCE.match(text, found.end())
        own = abs(said - before) <= _BESIDE and not held
        put = moved(found[0], year - before) if own else ""
        yield Stale(
            "year", Span(*found.span()), found[0], "fill" if own else "keep", put,
            "own_year" if own else "other_year",
        )  # fmt: skip
    for found in _RELATIVE.finditer(text):
        yield Stale("year", Span(*found.span()), found[0], "keep", why="relative")


def eras(text: str) -> Iterator[Stale]:
    """Congresses and plan periods, which stand; sessions held every year, which are to be filled."""
    for found in _ERA.finditer(text):
        yield Stale("era", Span(*found.span()), found[0], "keep", why="dated")
    for found in _SESSION.finditer(text):
        yearly = _BODY.search(found[0]) or _BODY.search(text, max(0, found.start() - 6), found.start())
        if yearly:
            yield Stale("era", Span(*found.span()), found[0], "fill", why="dated")


def claims(text: str) -> Iterator[Stale]:
    """What did not happen last year, to be said anew only by who knows; prizes, which are last year's."""
    for found in _NONE.finditer(text):
        ask = f"今年情况，上年为{re.sub('[“”]', '', found[0])}"
        yield Stale("figure", Span(*found.span()), found[0], "fill", why="measured", ask=ask)
    for found in _PRIZE.finditer(text):
        yield Stale("title", Span(*found.span()), found[0], "keep", why="standing")


def year_of(word: str) -> int:
    """A year in either kind of digits.

    >>> year_of("二〇二四"), year_of("2024")
    (2024, 2024)
    """
    for nought in _NOUGHT:
        word = word.replace(nought, "〇")
    return int("".join(str(DIGITS.index(one)) if one in DIGITS else one for one in word))


def moved(words: str, by: int) -> str:
    """Words with every year in them moved on, in the digits they are written in.

    >>> moved("二○二四年", 1), moved("2024—2025学年", 1)
    ('二○二五年', '2025—2026学年')
    """

    def on(found: re.Match[str]) -> str:
        digits = str(year_of(found[0]) + by)
        if found[0].isascii():
            return digits
        nought = next((one for one in found[0] if one in _NOUGHT), "〇")
        return "".join(DIGITS[int(one)] for one in digits).replace("〇", nought)

    return re.sub(_WORD, on, words)

"""Text -> its figures: counts, percentages, points, money, ratios, ranges and ordinals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from index.folding import Mark, hide, hits
from index.measures import (
    ABOUT,
    FEW,
    HEDGE_AFTER,
    HEDGE_APART,
    HEDGE_BEFORE,
    HEDGES,
    NEAR,
    english_hedge,
    hedged,
    measures,
)
from index.numerals import NUMERAL, SCALE, bounds, plain, value

TOKEN = re.compile(
    rf"{NUMERAL}|(?<=分之)百|(?:好几|数|几|上|近|约|超过?|逾|过|不下|(?<!成)(?=[百千万][余多来名场]))"
    rf"(?P<vague>[十百千万亿]{{1,2}})(?!分之)"
)
JOIN = " ?(?:—{1,2}|－|–|-|~|至|到|～) ?"
MONEY = "人民币|美元|欧元|港元|日元|英镑|卢布|元(?!旦|宵|素|月|老|件|组|结构|化|论)|块钱"
TENTH = (
    "成(?:[一二三四五六七八九半](?![个名次项年月]))?(?!立|为|果|效|员|功"
    "|长|就|绩|本|熟|型|都|年|交|群(?!众)|品|分|不变|批|套|片|人|因|败|才|家"
    "|色)"
)
CURRENCY = {
    "¥": "元",
    "￥": "元",
    "$": "美元",
    "€": "欧元",
    "£": "英镑",
    "RMB": "元",
    "CNY": "元",
    "USD": "美元",
}
ENGLISH_SCALE = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
MONEY_UNIT = {"块钱": "元", "人民币": "元"}
ENGLISH_MONEY = {"yuan": "元", "rmb": "元", "dollars": "美元", "euros": "欧元"}
ENGLISH_SMALL = """
and or of in on at to for the by from with as is was were are per that which over under this these those after
before between since during each every than more less up down out have has had will it they while but who when
where we he she remain remained
"""
ENGLISH_STOP = frozenset(ENGLISH_SMALL.split())
ENGLISH_EXTRA = "consecutive|successive|straight|separate|different|additional|further|new|other|more|full"
"""Words between a figure and what it counts: 11 consecutive years."""
ENGLISH = re.compile(
    rf"(?: ?(?P<scale>(?i:thousand|million|billion)\b))?(?: (?:{ENGLISH_EXTRA})(?= [A-Za-z]))?"
    r"(?: |-)?(?P<word>[A-Za-z]{2,})?(?<! )(?<!-)"
)
FRACTION = re.compile(rf"(?P<whole>[百千万]|{NUMERAL})分之(?P<part>{NUMERAL})(?P<after>{HEDGE_AFTER})?")
SLASHED = re.compile(r"(?<![\d./])([1-9]\d?)/([1-9]\d{0,2})(?![\d./])")
PROPORTION = re.compile(r"(?<![\d.:：])(\d{1,3}(?:\.\d+)?) ?[:：] ?(\d{1,3}(?:\.\d+)?)(?![\d.:：])")
PRICE = re.compile(
    rf"(?P<sign>[¥￥$€£]|RMB|CNY|USD) ?(?P<number>{NUMERAL})(?: (?P<scale>(?i:thousand|million|billion))\b)?"
)
BARE = re.compile(
    "[一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖廿][一二三四五六七八九十百千万亿零〇壹贰叁肆伍陆柒捌玖拾佰仟]+"
)
IDIOM = re.compile("十字|十分(?![之钟])|一百二十分|千千万|一五一十|三三两两|万万千千")
HALF_MORE = Decimal("0.5")
HALFWAY = "个半"
LASTING = re.compile("年|个月|天|周|期|轮|届|次|季度")
ONE_COUNTS = frozenset(("次", "人次", "场次", "批次", *"起例票亩吨台辆栋座册户", "公里", "课时"))

# What the writer structures the text with, not what was counted: 三个方面, 两个到位.
STRUCTURE = re.compile(
    "方面|维度|环节|层面|层次|关键|坚持|聚焦|强化|突出|到位|结合|着力|统一|转变|狠抓|角度|过硬|字[，。]"
)
EVERYDAY_ONE = re.compile("[又再任这那某同每进逐新上下头哪唯另]$")
RANKED = (
    "(?:(?<=全国)|(?<=全省)|(?<=全市)|(?<=全县)|(?<=全区)|(?<=全州)|(?<=系统)"
    "|(?<=排名)|(?<=排位)|(?<=位居)|(?<=位列)|(?<=名列)|(?<=排在))"
)
WON = "(?:(?<=[拿得夺评]了)|(?<=[拿夺获取]得)|(?<=[拿掉降升排跌][到至])|(?<=[拿夺获排列]))"
"""Words behind which a bare 第一 is a rank when nothing follows: 拿了第一, but 获第一书记好评."""
ORDINAL_UNIT = (
    "名(?!义)|种(?!植)|类|阶段|档|次|批(?!评)|届|期|轮|场|例|家|位|个|版|站|组|代(?!表)|梯队|方阵|小组|周"
    "|天|季"
)
ORDINAL = re.compile(
    rf"第 ?(?P<number>{NUMERAL})(?P<unit>{ORDINAL_UNIT})|{RANKED}第(?P<rank>{NUMERAL})(?!责任|时间)"
    rf"|{WON}第(?P<won>{NUMERAL})(?=[，。；、！）)\s]|$)"
)
FIGURE = re.compile("[0-9]")
FIRSTS = re.compile("第")
FIRST = re.compile("首(?P<unit>[批家例个])(?!人|性|别)")


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral token read: where it stands, its bounds, how it is written and hedged."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    arabic: bool
    hedge: str = ""


@lru_cache(maxsize=2)
def _tail(arabic: bool) -> re.Pattern[str]:
    words = measures().arabic if arabic else measures().any
    return re.compile(
        rf"(?P<mid>[余多来几]|个半(?=小时|钟头))?(?P<scale>(?:(?!百分点|千[米瓦克卡伏])[{SCALE}]){{1,2}})? ?"
        rf"(?:(?P<points>个?百分点|percentage points?)"
        rf"|(?P<percent>%|‰|per ?cent\b)|(?P<money>{MONEY})|(?P<over>分之(?={NUMERAL}))|(?P<tenth>{TENTH})"
        rf"|(?P<times>倍)|(?P<fold>番(?!茄|薯))|(?P<unit>个多月|{words}))"
        rf"(?P<half>(?<!个)半(?=[，。；、：）！\s]|$))?"
        rf"(?P<more>(?<=[年倍元里时月成])多(?!部|元|方|种|样|次|个)|(?<=成)余)?(?P<after>{HEDGE_AFTER})?"
    )


@lru_cache(maxsize=1)
def _second() -> re.Pattern[str]:
    return re.compile(rf"(?P<first>%|个?百分点|{MONEY}|{measures().any})?{JOIN}(?P<second>{NUMERAL})")


def _key(kind: str, low: Decimal, high: Decimal, unit: str, hedge: str) -> tuple[str, str]:
    if low != high:
        return "range", f"range:{plain(low)}-{plain(high)}{hedge}:{unit or kind}"
    return kind, f"{kind}:{plain(low)}{hedge}" + (f":{unit}" if unit else "")


def _mark(start: int, end: int, kind: str, number: Number, unit: str = "") -> Mark:
    kind, key = _key(kind, number.low, number.high, unit, number.hedge)
    low, high = hedged(number.low, number.high, number.hedge)
    return Mark(start, end, kind, key, low, high, unit, number.hedge)


def _times(number: Number, factor: Decimal) -> Number:
    return replace(number, low=number.low * factor, high=number.high * factor)


def _hedge_before(page: str, start: int) -> tuple[int, str]:
    """Where a hedge before ``start`` begins and what it means; ``(start, "")`` without one.

    Words between the hedge and the figure stay outside of it: 约需资金96万元 is about 96万元.
    """
    if page[max(0, start - 2) : start].isascii():
        return english_hedge(page, start)
    hedge = HEDGE_BEFORE.search(page, max(0, start - 4), start)
    if hedge is None and HEDGE_APART.search(page, max(0, start - 8), start):
        return start, ABOUT
    return (hedge.start(), HEDGES[hedge[0].strip()]) if hedge else (start, "")


def _number(page: str, token: re.Match[str]) -> Number | None:
    """Read a token with the hedge before it; None when it is no number."""
    start, end = token.span()
    if token["vague"]:
        low = value("一" + token["vague"]) or Decimal(0)
        sign = token[0][: -len(token["vague"])]
        if sign in ("数", "几", "好几"):
            return Number(start, end, low * 2, low * 10 - 1, False, "数")
        return Number(start, end, low, low, False, HEDGES.get(sign, ""))
    both = bounds(token[0])
    if both is None:
        return None
    before, hedge = _hedge_before(page, start)
    # 近三年 is the last three years, not almost three.
    if hedge == NEAR and both[1] <= 10 and LASTING.match(page, end):
        before, hedge = start, ""
    return Number(before, end, *both, page[start].isdigit(), hedge)


def _joined(page: str, number: Number) -> Number:
    """The number with the second bound of its range, if one follows: 3至5, 10%—15%."""
    second = _second().match(page, number.end)
    upper = bounds(second["second"]) if second else None
    if second is None or upper is None or number.hedge == "数":
        return number
    low, high = number.low, upper[1]
    tail = re.search(rf"(?!十$|拾$)[{SCALE}]+$", second["second"])
    if low >= high and tail:
        return number
    if tail and not second["first"] and low * (value("一" + tail[0]) or 1) < high and low < 1000:
        low *= value("一" + tail[0]) or 1  # 3至5万 is 3万 to 5万
    return replace(number, end=second.end(), low=low, high=high) if low < high else number


def _counted(page: str, number: Number, tail: re.Match[str], hedge: str) -> Mark | None:
    start, end = number.start, tail.end()
    unit = tail["unit"]
    if not number.arabic and not hedge and number.low == number.high == 1 and unit not in ONE_COUNTS:
        return None
    if not number.arabic and STRUCTURE.match(page, end):
        return None
    if EVERYDAY_ONE.search(page, max(0, start - 1), start) and not number.arabic and number.high <= 3:
        return None
    return _mark(start, end, "count", replace(number, hedge=hedge), measures().same.get(unit, unit))


def _tailed(page: str, number: Number, tail: re.Match[str]) -> Mark | None:
    """The expression a number makes with what follows it."""
    if tail["scale"]:
        number = _times(number, value("一" + tail["scale"]) or Decimal(1))
    if tail["half"] or tail["mid"] == HALFWAY:  # 三公里半, 三个半小时
        number = replace(number, low=number.low + HALF_MORE, high=number.high + HALF_MORE)
    few = tail["more"] or tail["mid"] not in (None, HALFWAY)
    hedge = FEW if few else HEDGES.get(tail["after"] or "", number.hedge)
    hedge = number.hedge or hedge
    number = replace(number, hedge=hedge)
    start, end = number.start, tail.end()
    if tail["points"]:
        return _mark(start, end, "points", number)
    if tail["percent"]:
        return _mark(
            start, end, "percent", _times(number, Decimal("0.1")) if tail["percent"] == "‰" else number
        )
    if tail["money"]:
        return _mark(start, end, "money", number, MONEY_UNIT.get(tail["money"], tail["money"]))
    if tail["tenth"]:
        return _tenths(number, tail["tenth"], end)
    if tail["times"] or tail["fold"]:
        return _mark(start, end, "ratio", number, tail["times"] or tail["fold"])
    if tail["unit"]:
        return _counted(page, number, tail, hedge)
    return None


def _tenths(number: Number, text: str, end: int) -> Mark | None:
    if number.high > 10:
        return None
    part = text[1:]
    more = Decimal(0) if not part else HALF_MORE if part == "半" else (value(part) or Decimal(0)) / 10
    tenths = replace(number, low=number.low + more, high=number.high + more)
    low, high = hedged(tenths.low, tenths.high, number.hedge)  # 四成多 is 40% to 50%
    _, key = _key("ratio", tenths.low * 10, tenths.high * 10, "%", number.hedge)
    kind = "ratio" if tenths.low == tenths.high else "range"
    low, high = (None if one is None else one * 10 for one in (low, high))
    return Mark(number.start, end, kind, key, low, high, "%", number.hedge)


def _english(page: str, number: Number) -> Mark | None:
    found = ENGLISH.match(page, number.end)
    if not found or not found[0]:
        return None
    scale = found["scale"]
    if scale:
        number = _times(number, Decimal(ENGLISH_SCALE[scale.lower()]))
    word = (found["word"] or "").lower()
    if word in ENGLISH_MONEY:
        return _mark(number.start, found.end(), "money", number, ENGLISH_MONEY[word])
    singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    end = found.end() if word not in ENGLISH_STOP else found.end("scale") if scale else number.end
    return _mark(number.start, end, "count", number, "" if word in ENGLISH_STOP else singular)


def _bare(page: str, number: Number, token: str) -> Mark | None:
    """A number without a unit: every Arabic one, a Chinese one only when nothing else it could be."""
    if number.arabic:
        few = page[number.end : number.end + 1] in ("余", "多")
        hedge = FEW if few else number.hedge
        return _mark(number.start, number.end + few, "count", replace(number, hedge=hedge))
    long = len(token) >= 3 and number.low > 10 and BARE.fullmatch(token) and not number.hedge
    return _mark(number.start, number.end, "count", number) if long else None


def _read(page: str, token: re.Match[str]) -> Mark | None:
    number = _number(page, token)
    if number is None:
        return None
    if not number.arabic and IDIOM.match(page, token.start()):
        return None
    number = _joined(page, number)
    tail = _tail(number.arabic).match(page, number.end)
    found = _tailed(page, number, tail) if tail else None
    if found is None and number.arabic:
        found = _english(page, number)
    if found is None and tail is None:
        found = _bare(page, number, token[0])
    return found


def _fraction(found: re.Match[str], page: str) -> Mark | None:
    """百分之十二, 千分之三, 三分之一."""
    part = bounds(found["part"])
    whole = value(found["whole"])
    if part is None or not whole:
        return None
    start, hedge = _hedge_before(page, found.start())
    hedge = hedge or HEDGES.get(found["after"] or "", "")
    low, high = (bound * 100 / whole for bound in part)
    if found["whole"] in ("百", "千", "万"):
        number = Number(start, found.end(), low, high, False, hedge)
        return _mark(start, found.end(), "percent", number)
    key = f"ratio:{plain(part[0])}/{plain(whole)}{hedge}"
    return Mark(start, found.end(), "ratio", key, *hedged(low, high, hedge), "%", hedge)


def _special(page: str) -> Iterator[Mark]:
    """Forms known by their own sign: fractions, 5:1, ¥300, 第3名, 首批."""
    for found in FRACTION.finditer(page) if "分之" in page else ():
        mark = _fraction(found, page)
        if mark:
            yield mark
    for found in hits(FIGURE, SLASHED, page):
        share = Decimal(found[1]) * 100 / Decimal(found[2])
        yield Mark(*found.span(), "ratio", f"ratio:{found[1]}/{found[2]}", share, share, "%")
    for found in hits(FIGURE, PROPORTION, page):
        yield Mark(*found.span(), "ratio", f"ratio:{found[1]}:{found[2]}", None, None, ":")
    for found in PRICE.finditer(page):
        amount = value(found["number"])
        if amount is not None:
            scale = ENGLISH_SCALE.get((found["scale"] or "").lower(), 1)
            number = Number(*found.span(), amount * scale, amount * scale, True)
            yield _mark(*found.span(), "money", number, CURRENCY[found["sign"]])
    for found in hits(FIRSTS, ORDINAL, page):
        place = value(found["number"] or found["rank"] or found["won"])
        if place is not None:
            unit = found["unit"] or "位"
            yield Mark(*found.span(), "ordinal", f"ordinal:{plain(place)}:{unit}", place, place, unit)
    for found in FIRST.finditer(page):
        one = Decimal(1)
        yield Mark(*found.span(), "ordinal", f"ordinal:1:{found['unit']}", one, one, found["unit"])


def quantities(page: str) -> Iterator[Mark]:
    """Figures of a folded page, in no order, not overlapping.

    >>> [(m.kind, m.key) for m in quantities("召开会议二十八次，满意率达95%")]
    [('count', 'count:28:次'), ('percent', 'percent:95')]
    """
    special = list(_special(page))
    yield from special
    page = hide(page, [(mark.start, mark.end) for mark in special])
    at = 0
    while token := TOKEN.search(page, at):
        found = _read(page, token)
        if found and found.start >= at:
            yield found
        at = max(found.end if found else 0, token.end())

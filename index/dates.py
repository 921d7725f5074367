"""Folded page -> dates at the precision they are written in, and periods.

Keys: ``date:2023-03-24``, ``date:2023-03``, ``date:2023``, ``date:-03-24`` (no year said),
``date:今年-03`` (the year said by a word); ``period:2023-上半年``, ``period:2021/2023``,
``period:-03-01/-03-05``, ``period:-03-下旬``, ``period:十四五``.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from index.folding import Mark, hits
from index.numerals import plain, value

DIGIT = "[一二三四五六七八九〇零]"
YEAR = r"(?:(?<!\d)(?:1[89]|2[01])\d{2}(?!\d)|[一二][一二三四五六七八九〇零]{3})"
RELATIVE = "今年|去年|明年|前年|后年|当年|本年|上年|次年|同年|翌年"
MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = (
    "(?:3[01]|[12]\\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?"
    "|十[一二三四五六七八九]?|[一二三四五六七八九])"
)
TO = "(?:—{1,2}|－|–|-|~|～|至|到)"
BEFORE = r"(?<![\d.个第零〇一二三四五六七八九十两百])"
WHEN = rf"(?:(?P<year>{YEAR}) ?年度?|(?P<word>{RELATIVE})(?:的)?)"
# A number needs a measure word before a thing that begins with 月, so 8月台风 and 3月报送 are a month.
MONTHLY = rf"(?P<month>{MONTH}) ?月(?!球|饼|亮|季(?!度|报|末|初|考)|嫂|牙|子)"
HALF = (
    f"[上下]半年|第?[一二三四1-4]季度|前[一二三四2-4]个?季度|前[一二三四五六七八九十\\d]{{1,2}}个?月"
    f"|{MONTH}(?:月)?{TO}{MONTH}月"
)

DAYS = re.compile(
    rf"(?:{WHEN} ?)?{BEFORE}{MONTHLY} ?(?P<day>{DAY}) ?[日号](?:(?: ?{TO} ?"
    rf"|、)(?:(?P<month2>{MONTH})月)?(?P<day2>{DAY})[日号])?"
)
SPREAD = re.compile(rf"(?:{WHEN} ?)?{BEFORE}{MONTHLY} ?(?P<day>{DAY}) ?{TO} ?(?P<day2>{DAY}) ?[日号]")
THIRDS = re.compile(rf"(?:{WHEN} ?)?{BEFORE}{MONTHLY}份?(?P<third>[上中下]旬|初|底|末)")
PERIODS = re.compile(rf"(?:{WHEN} ?(?:的)?)?(?<!第)(?P<half>{HALF})")
YEARS = re.compile(rf"(?P<first>{YEAR})(?:年度?)? ?{TO} ?(?P<last>{YEAR}|\d{{2}}(?=年))(?:年度?)?")
MONTHS = re.compile(rf"(?:{WHEN} ?)?{BEFORE}{MONTHLY}(?:份|间)?")
YEARLY = re.compile(rf"(?P<year>{YEAR}) ?年(?:度)?(?!代)")
NUMERIC = re.compile(
    r"(?<![\d.\-/])(?P<year>(?:19|20)\d{2})(?P<sign>[-/.])(?P<month>1[0-2]"
    r"|0?[1-9])(?:(?P=sign)(?P<day>3[01]|[12]\d|0?[1-9]))?(?![\d\-/]|\.\d"
    r"|[%亿万元])"
)
CLOCK = re.compile(
    r"(?<![\d:：])(?P<hour>[01]?\d|2[0-4])(?:[:：](?P<minute>[0-5]\d)(?![\d:：])"
    r"|[时点](?P<said>[0-5]?\d)分|[时](?=[至到前许整，。])"
    r"|(?:(?<=[日号午晨晚]\d)|(?<=[日号午晨晚]\d\d))[时点](?!间|代|期|长|段|刻|效))"
)
FIVE = re.compile(
    r"[“\"]?(?P<name>十[一二三四五六七])[”\"]?[“\"]?五[”\"]?(?=规划|时期"
    r"|期间|计划|以来|末|初|收官|开局|[，。、”“])|[“\"](?P<quoted>十[一二三四五六七])五[”\"]"
)
DECADE = re.compile(r"(?:20|二十)?世纪(?:[\d二三四五六七八九]0?十?)年代|(?P<decade>\d{2})年代")

# What a date may begin with.
FIGURE = re.compile("[0-9一二三四五六七八九十]")
WHENS = re.compile("[0-9一二三四五六七八九十]|[今去明前后当本上次同翌](?=年)")
PARTS = re.compile(
    "[0-9一二三四五六七八九十]|[今去明前后当本上次同翌](?=年)|[上下](?=半)|[第前](?=[0-9一二三四五六七八九十])"
)
CAPITAL = re.compile("(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")

NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
ENGLISH_MONTH = (
    "(?P<name>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?"
    "|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?"
)
ENGLISH = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?{ENGLISH_MONTH}(?: (?P<day2>\d{{1,2}})"
    rf"(?:st|nd|rd|th)?\b)?(?:,? (?P<year>(?:19|20)\d{{2}}))?\b"
)
MONTH_CUE = re.compile(
    r"\b(?:[Ii]n|[Bb]y|of|to|and|[Ss]ince|[Ff]rom|[Uu]ntil|[Tt]ill|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id|[Nn]ext|[Ll]ast|[Tt]his|for"
    r"|[Bb]efore|[Aa]fter|through|[Bb]etween)[ -]$"
)
"""Words behind which the bare name of a month is one: by the end of June, between March and May."""
ENGLISH_YEAR = re.compile(
    r"\b(?:(?<=in )|(?<=In )|(?<=of )|(?<=by )|(?<=since )|(?<=year ))(?P<year>(?:19|20)\d{2})\b(?! ?[年%])"
)


def _year(text: str | None, word: str | None = None) -> str:
    if not text:
        return word or ""
    return (
        text
        if text[0].isdigit()
        else "".join(str("〇一二三四五六七八九".index(m.replace("零", "〇"))) for m in text)
    )


def _two(text: str) -> str:
    number = value(text)
    return "" if number is None else f"{int(number):02d}"


def _days(page: str) -> Iterator[Mark]:
    for found in (*hits(WHENS, SPREAD, page), *hits(WHENS, DAYS, page)):
        year = _year(found["year"], found["word"])
        first = f"{year}-{_two(found['month'])}-{_two(found['day'])}"
        if not found["day2"]:
            yield Mark(*found.span(), "date", f"date:{first}")
            continue
        month = found.groupdict().get("month2") or found["month"]
        yield Mark(*found.span(), "period", f"period:{first}/{year}-{_two(month)}-{_two(found['day2'])}")


def _years(page: str) -> Iterator[Mark]:
    for found in hits(FIGURE, YEARS, page):
        first, last = _year(found["first"]), _year(found["last"])
        last = first[:2] + last if len(last) == 2 else last
        yield Mark(*found.span(), "period", f"period:{first}/{last}")


def plans(page: str) -> Iterator[Mark]:
    """Five-year plans: “十四五”, 十四五时期."""
    for found in FIVE.finditer(page):
        yield Mark(*found.span(), "period", f"period:{found['name'] or found['quoted']}五")


def _half(text: str) -> str:
    """Canonical name of a part of a year: 第一季度 and 1季度 are 1季度, 1—3月 is 01/03."""
    months = re.fullmatch(rf"({MONTH})月?{TO}({MONTH})月", text)
    if months:
        return f"{_two(months[1])}/{_two(months[2])}"
    text = text.removeprefix("第").replace("个", "")
    return (
        re.sub(r"[一二三四五六七八九十]+", lambda m: plain(value(m[0]) or Decimal(0)), text)
        if "半" not in text
        else text
    )


def _parts(page: str) -> Iterator[Mark]:
    for found in hits(PARTS, PERIODS, page):
        yield Mark(
            *found.span(), "period", f"period:{_year(found['year'], found['word'])}-{_half(found['half'])}"
        )
    for found in hits(WHENS, THIRDS, page):
        key = f"{_year(found['year'], found['word'])}-{_two(found['month'])}-{found['third']}"
        yield Mark(*found.span(), "period", f"period:{key}")


def _months(page: str) -> Iterator[Mark]:
    for found in hits(WHENS, MONTHS, page):
        yield Mark(
            *found.span(), "date", f"date:{_year(found['year'], found['word'])}-{_two(found['month'])}"
        )
    for found in hits(FIGURE, YEARLY, page):
        yield Mark(*found.span(), "date", f"date:{_year(found['year'])}")


def _numeric(page: str) -> Iterator[Mark]:
    for found in hits(FIGURE, NUMERIC, page):
        if not found["day"] and found["sign"] != "-" and len(found["month"]) == 1:
            continue  # 2023.5 is as likely a number
        day = f"-{_two(found['day'])}" if found["day"] else ""
        yield Mark(*found.span(), "date", f"date:{found['year']}-{_two(found['month'])}{day}")
    for found in hits(FIGURE, CLOCK, page):
        minute = found["minute"] or found["said"] or "0"
        yield Mark(*found.span(), "date", f"date:T{_two(found['hour'])}:{_two(minute)}")


def _english(page: str) -> Iterator[Mark]:
    for found in ENGLISH.finditer(page) if CAPITAL.search(page) else ():
        day = found["day"] or found["day2"]
        if not (day or found["year"] or MONTH_CUE.search(page, max(0, found.start() - 8), found.start())):
            continue
        month = next(at for at, name in enumerate(NAMES, 1) if name.startswith(found["name"][:3]))
        key = f"{found['year'] or ''}-{month:02d}" + (f"-{int(day):02d}" if day else "")
        yield Mark(*found.span(), "date", f"date:{key}")
    for found in hits(FIGURE, ENGLISH_YEAR, page):
        yield Mark(*found.span(), "date", f"date:{found['year']}")


STAGES = (_numeric, _english, _years, _days, _parts, _months)
"""In the order in which they may speak: what one has taken the next no longer sees."""

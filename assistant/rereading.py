"""Facts -> the same facts in the words a report writes them in: the gate's second reading.

A note says 1870余万, 9.20前, 14.2w, 48只埋了48; its report says 1870余万元, 9月20日前, 14.2万, 全部48只.
What is accused of a draft stands only when both the notes and their written form bear it out. No figure is
made: a unit, a date or a word takes its full form, and a unit that a head gives twice (点次/家次) is read
each way.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.stating import written
from assistant.types import Fact

_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_DATE = rf"(?<![\d.])({_MONTH})\.({_DAY})"
_SPAN = re.compile(
    rf"{_DATE}\s*[-—–~～至到]+\s*({_MONTH})\.({_DAY})(?![\d.%％个万亿元])(?=[\s，。；）)期]|$)"
)
"""1.1-12.10: days, where no measure stands behind."""
_WHEN = re.compile(
    rf"{_DATE}(?=\s*(?:之?前|起|当[天日]|碰头|开会|会商|会议|例会|调度|座谈|活动|培训|检查|启动|上线|印发|召开))"
)
"""9.20前: a day, where only a day can stand."""
_OTHER = re.compile("另([两二三四五六七八九])(?=[个家名人处件项条])")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})点([0-5]\d)(?![\d分.%％])")
_MIDDLE = re.compile(r"(?<=\d月)中(?=[，。；、）)\s]|$|前|到|完)")
_TENS = "一二两三四五六七八九十百千万\\d"
_ROUGHLY = re.compile(rf"(?<![第{_TENS}])([{_TENS}]*[十百千万])来(?=[个份人名家户次条件台种天页吨亩元])")
_POINT = re.compile(
    "(?<![一-九点零\\d])([零一二三四五六七八九十])点([零一二三四五六七八九]{1,2})(?![半钟分整多])"
)
_NUMBERS = "零一两三四五六七八九"
_DIGITS = "零一二三四五六七八九"
_HALF = re.compile(rf"([{_TENS}]+个半)(?=[，。；]|$)")
_HOURS = re.compile("小时|钟头")
_ALL = re.compile(r"(\d+)([个只家户台处座项件条间])([^，。；\d]{0,3}了)\1(?![\d.])")
"""48只埋了48: all of them."""
_EACH = re.compile(r"(\d[\d,.]*)([\u4e00-\u9fff]{1,2})[/／]([\u4e00-\u9fff]{1,2})(?=[，。；）)]|$)")
_MILLION = re.compile(
    r"((?:[£$€]|US\$)\d+(?:\.\d+)?) ?m\b|(\d+(?:\.\d+)?) ?m(?= (?:pax|passengers|visitors|people|users)\b)"
)
_ENGLISH = (
    (re.compile(r"\bpax\b"), "passengers"),
    (re.compile(r"\bavg\b"), "average"),
    (re.compile(r"(?<=\d )mins?\b"), "minutes"),
)


def reread(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts as a report writes them, with their own ids; one whose unit is read two ways stands twice.

    >>> [fact.text for fact in reread([Fact("F1", "挽回损失 1870余万"), Fact("F2", "9.20前报到")])]
    ['挽回损失1870余万元', '9月20日前报到']
    """
    return tuple(replace(fact, text=text) for fact in facts for text in _each(_whole(fact.text)))


def _whole(text: str) -> str:
    """A note with its short forms in full, then in written words."""
    text = _SPAN.sub(r"\1月\2日至\3月\4日", text)
    text = _MIDDLE.sub("中旬", _WHEN.sub(r"\1月\2日", text))
    text = _OTHER.sub(lambda found: f"另外{_NUMBERS.index(found[1]) if found[1] in _NUMBERS else 2}", text)
    text = _POINT.sub(_decimal, _ROUGHLY.sub(r"约\1", _CLOCK.sub(r"\1点\2分", text)))
    if found := _HOURS.search(text):
        text = _HALF.sub(rf"\1{found[0]}", text)
    text = _MILLION.sub(lambda found: f"{found[1] or found[2]} million", _ALL.sub(r"\1\2全部\3\1\2", text))
    for short, full in _ENGLISH:
        text = short.sub(full, text)
    return written(text) if re.search("[\u3400-\u9fff]", text) else text


def _decimal(found: re.Match[str]) -> str:
    whole = "10" if found[1] == "十" else str(_DIGITS.index(found[1]))
    return f"{whole}.{''.join(str(_DIGITS.index(mark)) for mark in found[2])}"


def _each(text: str) -> Iterator[str]:
    """A text, or both its readings where a figure has two units: 120点次/家次."""
    if not _EACH.search(text):
        yield text
        return
    yield _EACH.sub(r"\1\2", text)
    yield _EACH.sub(r"\1\3", text)

"""Chinese, formal, Arabic or mixed numeral -> Decimal, or the two bounds of a loose one (三五, 七八十)."""

import re
from decimal import Decimal

SIMPLE = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億〇两貳參陸", "一二三四五六七八九十百千万亿零二二三六")
DIGITS = {mark: value for value, mark in enumerate("零一二三四五六七八九")}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}

FIRST = "一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾廿卅"
"""Characters a Chinese numeral may begin with when nothing stands before it."""
REST = FIRST + "零〇百千万亿佰仟萬億"
SCALE = "十百千万亿拾佰仟萬億"

ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
NUMERAL = (
    rf"(?:{ARABIC}(?: ?(?:(?!千[米瓦克卡伏字焦]|百分)[{SCALE}]){{1,2}}(?:\d+(?:\.\d+)?[{SCALE}]{{1,2}})*)?"
    rf"|[{FIRST}](?:(?!千[米瓦克卡伏])[{REST}])*(?:点[零〇一二三四五六七八九]+)?)"
)
"""Pattern of a numeral as written; what it means is told by ``bounds``."""

MIXED = re.compile(rf"(\d+(?:\.\d+)?)([{SCALE}]*)")
LOOSE = re.compile(r"(.*?)([一二三四五六七八九])([二三四五六七八九])([十百千万亿]*)$")
LIMIT = 40


def _multiplier(scales: str) -> int:
    value = 1
    for mark in scales:
        value *= SCALES[mark]
    return value


def _mixed(text: str) -> Decimal | None:
    total = Decimal(0)
    at = 0
    for part in MIXED.finditer(text):
        if part.start() != at:
            return None
        at = part.end()
        total += Decimal(part[1]) * _multiplier(part[2])
    return total if at == len(text) else None


def _chinese_integer(text: str) -> int | None:
    """Value of a Chinese integer in simple characters; None when it is not one."""
    if len(text) > 1 and all(mark in DIGITS for mark in text):
        return int("".join(str(DIGITS[mark]) for mark in text)) if len(text) > 2 or "零" in text else None
    total = section = digit = last = largest = 0
    for place, mark in enumerate(text):
        if mark in DIGITS:
            if digit:
                return None
            digit = DIGITS[mark]
            if place == len(text) - 1 and last >= 100 and text[place - 1] != "零":
                digit *= last // 10  # 两百五 is 250, 一万二 is 12000
            continue
        scale = SCALES[mark]
        if scale >= 10_000:
            if scale > largest:  # 一万亿 multiplies all that came before, 三亿五千万 only the 五千
                total, largest = (total + section + digit or 1) * scale, scale
            else:
                total += (section + digit) * scale
            section = 0
        else:
            section += (digit or 1) * scale
        digit, last = 0, scale
    return total + section + digit


def value(text: str) -> Decimal | None:
    """Value of an exact numeral; None when the characters are not one.

    >>> [str(value(text)) for text in ("二十八", "两百", "壹佰贰拾", "1.2万", "3亿5千万")]
    ['28', '200', '120', '12000.0', '350000000']
    """
    text = re.sub(r"[ ,，]", "", text.translate(SIMPLE)).replace("廿", "二十").replace("卅", "三十")
    if not text or len(text) > LIMIT:
        return None
    if text[0].isdigit():
        return _mixed(text)
    whole, point, part = text.partition("点")
    integer = _chinese_integer(whole) if all(m in DIGITS or m in SCALES for m in whole) else None
    if integer is None or not point:
        return None if integer is None else Decimal(integer)
    return Decimal(f"{integer}.{''.join(str(DIGITS[mark]) for mark in part)}") if part else None


def bounds(text: str) -> tuple[Decimal, Decimal] | None:
    """Lowest and highest value a numeral may mean; equal for an exact one.

    >>> [tuple(map(int, bounds(t))) for t in ("三五", "七八十", "十七八", "两三百", "二十八")]
    [(3, 5), (70, 80), (17, 18), (200, 300), (28, 28)]
    """
    simple = text.translate(SIMPLE)
    loose = LOOSE.match(simple)
    if loose and loose[1][-1:] not in DIGITS:
        low, high = DIGITS[loose[2]], DIGITS[loose[3]]
        if high == low + 1 or (low, high) == (3, 5):
            first, second = value(loose[1] + loose[2] + loose[4]), value(loose[1] + loose[3] + loose[4])
            return (first, second) if first is not None and second is not None else None
    exact = value(text)
    return None if exact is None else (exact, exact)


def plain(number: Decimal) -> str:
    """Shortest way to write a number: ``12.50 -> 12.5``, ``12000.0 -> 12000``."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def step(number: Decimal) -> Decimal:
    """Weight of the last digit that is not zero: 1200 -> 100, 12.5 -> 0.1, 0 -> 1."""
    if not number:
        return Decimal(1)
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent))

"""Two figures -> whether they are one in another unit: 2公里 and 2000米, 1.5小时 and 90分钟."""

from decimal import Decimal

from index.types import Expression

FACTORS = {
    ("公里", "米"): 1000,
    ("米", "厘米"): 100,
    ("厘米", "毫米"): 10,
    ("吨", "公斤"): 1000,
    ("公斤", "斤"): 2,
    ("吨", "斤"): 2000,
    ("小时", "分钟"): 60,
    ("分钟", "秒"): 60,
    ("平方公里", "平方米"): 1_000_000,
    ("平方公里", "公顷"): 100,
    ("公顷", "平方米"): 10_000,
    ("公顷", "亩"): 15,
    ("兆瓦", "千瓦"): 1000,
    ("kilometre", "metre"): 1000,
    ("tonne", "kilogram"): 1000,
    ("hour", "minute"): 60,
}
"""How many of the second unit make one of the first."""
CONVERTIBLE = frozenset(unit for pair in FACTORS for unit in pair)


def same_in_other_unit(one: Expression, other: Expression) -> bool:
    """Whether two exact figures say the same in two units of one measure."""
    if one.low is None or other.low is None or (one.low, other.low) != (one.high, other.high):
        return False
    if one.approx or other.approx:
        return False
    if many := FACTORS.get((one.unit, other.unit)):
        return one.low * Decimal(many) == other.low
    many = FACTORS.get((other.unit, one.unit), 0)
    return bool(many) and other.low * Decimal(many) == one.low

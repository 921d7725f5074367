"""Number -> Chinese ordinal of a point: 1 is 一, 12 is 十二."""

from typing import Final

_DIGITS: Final = "零一二三四五六七八九"


def ordinal(number: int) -> str:
    """A number from 1 to 999 in Chinese.

    >>> [ordinal(number) for number in (1, 10, 12, 20, 34, 105)]
    ['一', '十', '十二', '二十', '三十四', '一百零五']
    """
    if number < 10:
        return _DIGITS[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
    hundreds, rest = divmod(number, 100)
    if not rest:
        return _DIGITS[hundreds] + "百"
    between = "零" if rest < 10 else ("一" if rest < 20 else "")
    return _DIGITS[hundreds] + "百" + between + ordinal(rest)

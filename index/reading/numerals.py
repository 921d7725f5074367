"""Number and format of a Word list -> the numeral it shows: 一, （二）'s 二, ③, IV."""

from collections.abc import Callable
from typing import Final

DIGITS: Final = "零一二三四五六七八九"
FORMAL: Final = "零壹贰叁肆伍陆柒捌玖"
ROMAN: Final = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"), strict=True)
)  # fmt: skip


def chinese(number: int, digits: str = DIGITS, ten: str = "十", hundred: str = "百") -> str:
    """A number from 0 to 999 in Chinese; above, its figures.

    >>> chinese(7), chinese(12), chinese(20), chinese(105)
    ('七', '十二', '二十', '一百零五')
    """
    if not 0 <= number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    out = digits[hundreds] + hundred if hundreds else ""
    if tens:
        out += ("" if tens == 1 and not hundreds and digits == DIGITS else digits[tens]) + ten
    elif hundreds and ones:
        out += digits[0]
    return out + (digits[ones] if ones or not out else "")


def roman(number: int) -> str:
    """A number in Roman numerals.

    >>> roman(14)
    'XIV'
    """
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in ROMAN:
        while number >= value:
            out, number = out + letters, number - value
    return out


def letter(number: int) -> str:
    """A, B, … Z, AA, BB, … as Word counts in letters.

    >>> letter(2), letter(28)
    ('B', 'BB')
    """
    if not 0 < number <= 26 * 10:
        return str(number)
    return chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _cycle(marks: str) -> Callable[[int], str]:
    return lambda number: marks[(number - 1) % len(marks)]


def _range(first: str, last: str, otherwise: str) -> Callable[[int], str]:
    """Numerals of a Unicode block from 1 on; ``otherwise`` where the block ends."""
    size = ord(last) - ord(first) + 1
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= size else otherwise.format(number)


def _by_digit(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(figure)] for figure in str(abs(number)))


def _formal(number: int) -> str:
    return chinese(number, FORMAL, "拾", "佰")


FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _by_digit("０１２３４５６７８９"),
    "decimalFullWidth2": _by_digit("０１２３４５６７８９"),
    "decimalEnclosedCircle": _range("①", "⑳", "({})"),
    "decimalEnclosedCircleChinese": _range("①", "⑳", "({})"),
    "decimalEnclosedFullstop": _range("⒈", "⒛", "{}."),
    "decimalEnclosedParen": _range("⑴", "⒇", "({})"),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal,
    "japaneseLegal": _formal,
    "japaneseDigitalTenThousand": _by_digit("〇一二三四五六七八九"),
    "ideographDigital": _by_digit("〇一二三四五六七八九"),
    "taiwaneseDigital": _by_digit("〇一二三四五六七八九"),
    "ideographEnclosedCircle": _range("㊀", "㊉", "({})"),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "upperLetter": letter,
    "lowerLetter": lambda number: letter(number).lower(),
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "ordinal": lambda number: f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }",
    "none": lambda _: "",
}
"""Number formats of WordprocessingML (ECMA-376 part 1, 17.18.59) that Chinese documents use;
``chineseCounting`` and ``taiwaneseCountingThousand`` are what Word and LibreOffice write for one thing."""


def numeral(number: int, form: str) -> str:
    """The numeral a list shows for ``number`` in a Word number format; figures for one not known."""
    return FORMATS.get(form, str)(number)

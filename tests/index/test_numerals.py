"""Values of Chinese, formal, Arabic and mixed numerals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.numerals import bounds, plain, step, value

DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def chinese(number: int) -> str:
    """Spell a number below a hundred million."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        rest = "" if not low else ("零" if low < 1000 else "") + chinese(low)
        return chinese(high) + "万" + rest
    text, gap = "", False
    for scale, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + word
            gap = False
        else:
            gap = True
    return text or "零"


@given(st.integers(1, 99_999_999))
def test_a_chinese_numeral_has_the_value_it_spells(number):
    assert value(chinese(number)) == number
    assert value(chinese(number).translate(FORMAL)) == number


@given(st.integers(0, 10**9), st.sampled_from(["", "万", "亿"]))
def test_arabic_digits_may_stand_before_a_chinese_scale(number, scale):
    assert value(f"{number}{scale}") == number * {"": 1, "万": 10**4, "亿": 10**8}[scale]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两百五", 250),
        ("一万二", 12000),
        ("一万亿", 10**12),
        ("廿一", 21),
        ("3千", 3000),
        ("1,236", 1236),
        ("3亿5千万", 350_000_000),
        ("二〇二三", 2023),
    ],
)
def test_short_and_mixed_ways_to_write_a_number(text, expected):
    assert value(text) == expected


def test_what_is_no_numeral_has_no_value():
    assert value("三会") is None
    assert value("") is None
    assert value("一" * 99) is None


def test_a_loose_numeral_has_two_bounds():
    assert bounds("三五") == (3, 5)
    assert bounds("两三百") == (200, 300)
    assert bounds("二十八") == (28, 28)
    assert bounds("会") is None


def test_plain_writes_no_needless_zeros_and_step_tells_the_last_digit():
    assert plain(Decimal("12.50")) == "12.5"
    assert [step(Decimal(n)) for n in (1200, 28, 0)] == [100, 1, 1]

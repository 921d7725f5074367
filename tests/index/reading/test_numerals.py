import pytest

from index.reading.numerals import FORMATS, chinese, numeral


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (110, "japaneseCounting", "一百一十"),
        (101, "chineseCounting", "一百零一"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "(21)"),
        (11, "ideographTraditional", "甲"),
        (13, "ideographZodiac", "子"),
        (27, "upperLetter", "AA"),
        (9, "lowerRoman", "ix"),
        (10, "ideographDigital", "一〇"),
        (3, "decimalFullWidth", "３"),
        (5, "none", ""),
        (7, "someFormatToCome", "7"),
        (0, "upperRoman", "0"),
    ],
)
def test_a_numeral_is_what_word_shows(number, form, shown):
    assert numeral(number, form) == shown


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_fails_for_any_number_a_file_may_state(form):
    assert all(isinstance(numeral(number, form), str) for number in (-3, 0, 1, 99, 999, 1000, 10**9))


def test_chinese_numbers_are_all_different_up_to_a_thousand():
    assert len({chinese(number) for number in range(1000)}) == 1000

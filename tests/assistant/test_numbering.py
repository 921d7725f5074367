from assistant.numbering import ordinal


def test_every_number_to_999_has_its_own_ordinal():
    assert len({ordinal(number) for number in range(1, 1000)}) == 999


def test_ordinals_are_said_as_reports_say_them():
    assert [ordinal(number) for number in (1, 10, 12, 20, 34, 105, 110, 111)] == [
        "一", "十", "十二", "二十", "三十四", "一百零五", "一百一十", "一百一十一",
    ]  # fmt: skip

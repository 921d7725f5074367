"""Dates at the precision they are written in, and periods."""

import pytest

from index.expressions import expressions


def keys(text: str) -> list[str]:
    return [one.key for one in expressions(text) if one.kind in ("date", "period")]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2023年3月24日", "date:2023-03-24"),
        ("二〇二三年三月二十四日", "date:2023-03-24"),
        ("3月24日", "date:-03-24"),
        ("2023年3月", "date:2023-03"),
        ("2023年度", "date:2023"),
        ("今年3月", "date:今年-03"),
        ("8月台风来时", "date:-08"),
        ("3月报名后", "date:-03"),
        ("5月供电检查", "date:-05"),
        ("2023-03-24", "date:2023-03-24"),
        ("7月上旬", "period:-07-上旬"),
        ("2023年上半年", "period:2023-上半年"),
        ("第一季度", "period:-1季度"),
        ("1—3月", "period:-01/03"),
        ("2021—2023年", "period:2021/2023"),
        ("3月1日至5日", "period:-03-01/-03-05"),
        ("“十四五”期间", "period:十四五"),
        ("March 24, 2023", "date:2023-03-24"),
    ],
)
def test_a_date_is_read_in_whatever_way_it_is_written(text, key):
    assert keys(f"{text}召开会议" if "March" not in text else f"On {text} we met") == [key]


@pytest.mark.parametrize(
    "text", ["月球", "三个月", "个月", "三月份不到的工作格局"[2:], "80年代", "1/3的群众", "增长2023.5万元"]
)
def test_what_is_no_date_is_not_taken_for_one(text):
    assert keys(text) == []

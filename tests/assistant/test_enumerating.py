"""List marks go, their shapes are told, and figures stay."""

import pytest

from assistant.enumerating import enumerated, items


@pytest.mark.parametrize(
    ("line", "text", "shape"),
    [
        ("1. 党组会12次", "党组会12次", "1."),
        ("（三）抓整改", "抓整改", "（一）"),
        ("一是抓学习", "抓学习", "一是"),
        ("① 走访8户", "走访8户", "①"),
        ("- 1. 谈话9人次", "谈话9人次", "-"),
        ("[x] 培训3场", "培训3场", "[]"),
        ("## 工作情况", "工作情况", "#"),
        ("F3 党课3次", "党课3次", "F"),
    ],
)
def test_a_mark_goes_and_its_shape_is_told(line, text, shape):
    (found,) = enumerated([line])
    assert (found.text, found.shape) == (text, shape)


@pytest.mark.parametrize(
    "line", ["1.5亿元到位", "3.24廉政大会", "-5%的降幅", "一、二季度走访12户", "12次党组会"]
)
def test_a_figure_is_no_mark(line):
    assert enumerated([line])[0].text == line


def test_numbers_count_as_marks_before_a_digit_only_when_three_lines_count_up():
    assert [line.text for line in enumerated(["1.12次", "2.3次", "3.9户"])] == ["12次", "3次", "9户"]
    assert [line.text for line in enumerated(["1.12次", "2.3次"])] == ["1.12次", "2.3次"]


def test_only_marks_of_headings_head():
    assert [line.heads for line in enumerated(["一、会议", "（一）会议", "# 会议", "1. 会议", "会议"])] == [
        True, True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("1.党组会12次 2.党课3次 3.谈话9人次", ["1.党组会12次", "2.党课3次", "3.谈话9人次"]),
        ("一是抓学习，二是抓整改", ["一是抓学习", "二是抓整改"]),
        ("（一）抓学习；（二）抓整改", ["（一）抓学习；", "（二）抓整改"]),
        ("1) held 12 meetings 2) trained 186", ["1) held 12 meetings", "2) trained 186"]),
    ],
)
def test_a_line_that_counts_on_by_itself_is_divided(line, parts):
    assert items(line) == parts


@pytest.mark.parametrize(
    "line",
    ["3.5万元、1.2万元", "1.2亿元和2.3亿元", "一、二、三产业", "1、2月份走访12户", "投入1.5亿元"],
)
def test_figures_in_a_line_divide_nothing(line):
    assert items(line) == [line]

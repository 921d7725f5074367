"""Numbering: what is out of order or of the wrong form is told, what only looks so is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.ordering import order
from assistant.slips import fixed


def found(text):
    return [(slip.kind, slip.text, slip.better) for slip in order(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、学。\n三、改。\n四、宣。", [("number_gap", "三、", "二、"), ("number_gap", "四、", "三、")]),
        (
            "一、学。\n一、改。\n二、宣。",
            [("number_repeat", "一、", "二、"), ("number_repeat", "二、", "三、")],
        ),
        ("一、工作\n（一）学。\n（三）改。\n二、打算\n（一）学。", [("number_gap", "（三）", "（二）")]),
        ("1.学习。\n2.整改。\n2.宣传。", [("number_repeat", "2.", "3.")]),
        ("一是抓学习。二是抓整改。四是抓宣传。", [("number_gap", "四是", "三是")]),
        ("三、学习。\n四、整改。", [("number_start", "三、", None)]),
        (
            "(一)学。\n（二）、改。",
            [("number_form", "(一)", "（一）"), ("number_form", "（二）、", "（二）")],
        ),
        ("1、学习。\n2、整改。", [("number_form", "1、", "1."), ("number_form", "2、", "2.")]),
        ("一、工作\n（1）学习。\n（2）整改。", [("number_level", "（1）", None)]),
    ],
)
def test_slips_of_order_and_form_are_told_with_what_is_right(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一、工作\n（一）学习。\n1.会议。\n2.培训。\n（二）整改。\n1.查摆。\n2.落实。\n二、打算\n（一）学习。",
        "一、工作\n一是学习。二是整改。\n二、打算\n一是学习。二是宣传。三是督查。",
        "第一部分 总结\n一、学习。\n二、整改。\n第二部分 打算\n一、学习。",
        "1.5亿元资金到位。\n3.2万亩造林完成。",
        "根据第（三）项规定，完成整改。",
        "一、二、三产业协调发展。",
        "附件：1.名单\n3.方案",
        "1. Staff were trained.\n2. Books were bought.",
        "",
    ],
)
def test_right_numbering_and_what_only_looks_like_it_is_left_alone(text):
    assert found(text) == []


MARKS = st.sampled_from(
    ["一、", "二、", "四、", "（一）", "(二)", "（三）", "1.", "2、", "3.", "（1）", "(2)", "一是", "三是"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKS, max_size=8))
def test_what_is_put_right_stays_right_and_only_marks_change(marks):
    text = "\n".join(f"{mark}抓好落实。" for mark in marks)
    better = fixed(text, order(text))
    assert [line[-5:] for line in better.splitlines()] == ["抓好落实。"] * len(marks)
    assert not [slip for slip in order(better) if slip.better is not None]

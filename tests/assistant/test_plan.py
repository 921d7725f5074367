"""A plan's lines are read and written, and its headings numbered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.plan import Heading, numbered, parse, write
from index.errors import ShelfError

LINES = """题目：青禾市档案局2024年工作总结
文种：工作总结
视角：班子
年度：2024
单位：我局
开头
一、主要工作
（一）强化理论武装
事实：F1、F3
（二）提升服务质效
二、存在的问题
三、下一步打算
结尾
"""


def test_a_plan_written_and_read_again_is_the_same():
    plan = parse(LINES)
    assert write(plan) == LINES
    assert parse(write(plan)) == plan
    assert plan.placed == (("F1", "H3"), ("F3", "H3"))
    assert (plan.year, plan.viewpoint, plan.body) == (2024, "班子", "我局")


def test_headings_carry_the_roles_their_words_say():
    roles = {one.text: one.role for one in parse(LINES).headings}
    assert roles["存在的问题"] == "problems"
    assert roles["下一步打算"] == "next"
    assert roles["强化理论武装"] == "work"
    assert roles["开头"] == "opening"


def test_something_is_written_only_under_headings_without_others_below():
    names = [one.text for one in parse(LINES).leaves()]
    assert names == ["开头", "强化理论武装", "提升服务质效", "存在的问题", "下一步打算", "结尾"]


def test_wrong_numbers_are_counted_anew():
    plan = parse("三、甲项工作\n（五）甲之一\n七、乙项工作\n（九）乙之一\n1.乙之一之一\n（3）最深\n")
    assert numbered(plan.headings) == (
        "一、甲项工作", "（一）甲之一", "二、乙项工作", "（一）乙之一", "1.乙之一之一", "（1）最深",
    )  # fmt: skip


def test_the_headings_above_one_are_its_path():
    plan = parse("一、甲\n（一）乙\n1.丙\n二、丁\n（一）戊\n")
    assert [one.text for one in plan.above("H3")] == ["甲", "乙"]
    assert [one.text for one in plan.above("H5")] == ["丁"]


@pytest.mark.parametrize("text", ["", "# 只有说明\n", "题目：无标题\n"])
def test_a_plan_without_headings_is_told(text):
    with pytest.raises(ShelfError) as told:
        parse(text)
    assert told.value.code == "plan_empty"


def test_a_line_that_is_no_heading_is_told_with_its_number():
    with pytest.raises(ShelfError) as told:
        parse("一、主要工作\n这里写了一句话\n")
    assert told.value.code == "plan_line"
    assert dict(told.value.values)["number"] == "2"


@given(st.lists(st.integers(1, 4), max_size=30))
def test_numbers_of_one_rank_under_one_heading_follow_each_other(levels):
    headings = [Heading(f"H{i}", level, "工作") for i, level in enumerate(levels)]
    lines = numbered(headings)
    assert len(lines) == len(headings)
    assert all(line.endswith("工作") and line != "工作" for line in lines)


def test_a_length_under_a_heading_is_its_wish():
    plan = parse("一、主要工作\n字数：600\n二、下一步打算\n")
    assert (plan.length("H1"), plan.length("H2")) == (600, 0)
    assert parse(write(plan)) == plan

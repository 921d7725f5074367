"""Longer texts: a sample's attitude where one may stand, a visible blank for what is not said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.expanding import expand
from assistant.rewording import particulars
from index.types import Hit, Passage, Span


def hits(*texts):
    return [Hit(Passage(f"s-{n}", "s", (), Span(0, len(t)), t), 1.0) for n, t in enumerate(texts)]


def texts(found):
    return [one.text for one in found]


def test_an_attitude_is_not_put_before_a_time_nor_beside_another_that_begins_so():
    shelf = hits("坚持以上率下，开展集中学习。")
    begun = "明年，", "坚持学用结合，", "为提升能力，", "要", "（二）强化学习。", "一是", "马上"
    for text in (f"{before}开展集中学习12次。" for before in begun):
        assert not [one for one in expand(text, shelf, "") if one.text.startswith("坚持以上率下")]


def test_an_aim_is_not_put_behind_a_figure_nor_behind_another_aim():
    shelf = hits("加强作风建设，着力增强教育的针对性。", "开展教育培训，着力增强教育的针对性。")
    for text in ("开展教育培训12次。", "开展教育培训，切实提升能力。"):
        assert not [one for one in expand(text, shelf, "") if one.text.endswith("着力增强教育的针对性。")]


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        ("全年办理信访12件。", "全年办理信访12件，【待补充：做法和成效】。"),
        ("办理信访。", "【待补充：时间】，办理信访。"),
        ("一是抓学习。办理信访12件。", "一是抓学习。办理信访12件，【待补充：时间】。"),
        ("专业人员不足，2个站点无人值守。", "专业人员不足，2个站点无人值守，【待补充：具体表现和原因】。"),
        ("要加强对施工现场的管理。", "要加强对施工现场的管理，【待补充：责任单位和完成时限】。"),
        ("资助困难学生143名。", "【待补充：时间】，资助困难学生143名。"),
        ("应急队伍开展演练3次。", "【待补充：时间】，应急队伍开展演练3次。"),
    ],
)
def test_a_blank_asks_for_what_the_sentence_does_not_say(text, longer):
    assert texts(expand(text, (), ""))[-1] == longer


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ("今年", "一是", "要", "开展培训3次，", "召开会议，", "人员不足。", "确保安全，", "86人参加")
        ),
        max_size=6,
    ).map("".join)
)
def test_nothing_is_said_that_was_not_said_but_a_blank_or_a_samples_attitude(text):
    shelf = hits("坚持以上率下，强化组织领导，召开会议，着力增强教育的针对性。")
    for one in expand(text, shelf, ""):
        assert particulars(one.text) == particulars(text)
        assert all(part in one.text for part in text.rstrip("。，").split("。"))
        assert one.passages or "【待补充：" in one.text

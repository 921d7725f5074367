"""A whole report is told from a section before it is drafted over."""

import pytest

from ui.draft_page import is_whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("", False),
        ("一是抓责任。\n二是抓落实。", False),
        ("一、主要工作\n开展检查5次。", False),
        ("导语。\n一、主要工作\n开展检查5次。\n  二、存在的问题\n力量不足。", True),
        ("今年一、二季度开展检查5次，三、四季度整改9个。", False),
        ("（一）抓学习。学习12次。\n（二）抓队伍。培训3次。", False),
    ],
)
def test_two_parts_of_the_first_level_make_a_whole_report(text, whole):
    assert is_whole(text) is whole

"""The usual outline as the beginning of one's own."""

import pytest

from assistant.outset import outset
from assistant.paralleling import Topic
from index.errors import ShelfError


def topic(name, reports):
    return Topic(name, "work", (), reports, 0.3, 0.5)


def test_the_sections_of_most_reports_are_numbered_anew_each_with_a_blank():
    text = outset([topic("主要工作", 3), topic("特色做法", 1), topic("存在问题", 2)], 3)
    assert text == "一、主要工作\n【待补充：主要工作的内容】\n二、存在问题\n【待补充：存在问题的内容】"


def test_a_particular_of_a_heading_is_a_blank():
    text = outset([topic("完成项目56个", 2)], 2)
    assert "56" not in text and "【待补充：数】" in text and "【待补充：本节的内容】" in text


def test_reports_without_a_common_section_are_told():
    with pytest.raises(ShelfError, match="no_usual_outline"):
        outset([topic("主要工作", 1)], 2)

import pytest

from index.headings import split_heading, title_end
from index.types import Span


@pytest.mark.parametrize(
    ("rest", "level", "heading"),
    [
        ("加强学习。全年组织学习，效果良好。", 1, "加强学习"),
        ("聚焦主业，强化担当。全年开展督查。", 1, "聚焦主业，强化担当"),
        ("强化组织领导。始终坚持把责任扛在肩上。", 5, "强化组织领导"),
        ("坚决做到“两个维护”。坚持把政治建设摆在首位。", 5, "坚决做到“两个维护”"),
        ("主要做法：坚持高位推动，形成合力。", 2, "主要做法"),
        ("Reading rooms. We opened two rooms.", 3, "Reading rooms"),
        ("工作回顾　　过去一年，我们坚持稳字当头。", 1, "工作回顾"),
    ],
)
def test_a_heading_run_into_its_text_ends_at_its_stop(rest, level, heading):
    said, begin = split_heading(rest, level, more=False)
    assert said == heading
    assert rest[:begin].strip("。：. 　") == heading
    assert rest[begin:].strip()


@pytest.mark.parametrize(
    ("rest", "level"),
    [
        ("围绕中心工作，组织全体干部职工深入基层开展调查研究，形成调研报告，推动问题解决。", 5),
        ("完成培训6期300人次。参训率达到百分之百。", 3),
        ("开展了专题学习。效果良好。", 4),
        ("We opened two new rooms in spring. Visits rose.", 3),
    ],
)
def test_a_sentence_is_no_heading(rest, level):
    assert split_heading(rest, level, more=False) == ("", 0)


def test_a_line_alone_is_all_heading():
    assert split_heading("加强政治建设", 1, more=True) == ("加强政治建设", 6)


def test_a_short_item_alone_is_all_heading():
    assert split_heading("抓学习。", 5, more=False) == ("抓学习", 4)


def test_an_item_of_a_bare_list_is_no_heading():
    assert split_heading("完成档案整理工作", 3, more=False, alone=False) == ("", 0)


def lines_of(text):
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2023年工作总结\n今年以来，我局扎实工作。\n一、抓学习", 1),
        ("关于2023年度落实主体责任情况的\n报告\n按照要求，现报告如下。", 2),
        ("在全市工作会议上的讲话\n同志们：\n今天我们开会。", 1),
        ("今年以来，我局扎实工作。\n一、抓学习\n内容。", 0),
        ("各位代表：\n现在报告工作。\n一、回顾", 0),
        ("2023年工作回顾\n全年工作扎实。\n2024年工作安排", 0),
    ],
)
def test_title_lines_are_counted(text, count):
    assert title_end(lines_of(text), text, set()) == count

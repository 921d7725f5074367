import pytest

from index.types import Clean, Span
from index.unmarked import may_head, plain_headings, signs

LONG = (
    "我局压实责任，建立台账，逐级签订责任书，形成齐抓共管的工作格局，全年形势总体平稳，群众满意度有新提升。"
)


def lines_of(text):
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


@pytest.mark.parametrize("line", ["主要做法", "存在的问题和不足", "2024年工作安排", "Work done in 2023"])
def test_a_short_bare_line_may_head(line):
    assert may_head(line)


@pytest.mark.parametrize(
    "line",
    [
        "全年扎实。",
        "各位代表",
        "2023年12月5日",
        "附件：名单",
        "（此件公开发布）",
        "作者：某某",
        "张某某同志",
        "好",
        LONG,
    ],
)
def test_what_ends_like_text_or_stands_in_a_letter_does_not(line):
    assert not may_head(line)


def test_a_unit_and_a_date_sign():
    assert signs("区审计局")
    assert signs("2023年12月5日")
    assert not signs("全年扎实。")


def test_bare_lines_head_only_where_lines_are_paragraphs():
    text = f"主要做法\n{LONG}\n存在问题\n{LONG}"
    assert plain_headings(Clean(text), lines_of(text), [], set(), 0) == {0: 1, 2: 1}
    wrapped = text.replace("。", "")
    assert plain_headings(Clean(wrapped), lines_of(wrapped), [], set(), 0) == {}


def test_the_files_styles_are_believed_first():
    text = f"主要做法\n{LONG}\n存在问题\n{LONG}"
    clean = Clean(text, levels=((0, 2),))
    assert plain_headings(clean, lines_of(text), [], set(), 0) == {0: 1}


def test_lines_in_brackets_head_the_parts_of_a_bulletin_and_blanks_do_not():
    text = f"工作简报\n【本期要目】\n进展；问题。\n表格 | 数\n【存在问题】\n{LONG}\n【下阶段安排】\n{LONG}"
    assert plain_headings(Clean(text), lines_of(text), [], set(), 1) == {1: 1, 4: 1, 6: 1}
    blanks = f"工作总结\n【单位名称】\n【填写日期】\n{LONG}"
    assert plain_headings(Clean(blanks), lines_of(blanks), [], set(), 1) == {}


def test_a_star_before_a_heading_is_ornament():
    text = f"工作汇报\n{LONG}\n★ 亮点工作\n{LONG}\n★ 存在困难\n{LONG}"
    assert plain_headings(Clean(text), lines_of(text), [], set(), 1) == {2: 1, 4: 1}

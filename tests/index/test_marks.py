import pytest

from index.marks import bare_numerals, inside_marks, line_mark, loose_numerals
from index.types import Span


@pytest.mark.parametrize(
    ("line", "level", "number"),
    [
        ("一、加强学习", 1, 1),
        ("十二、强化保障", 1, 12),
        ("第一部分 工作回顾", 1, 1),
        ("第三章 保障措施", 1, 3),
        ("Ⅱ. 工作情况", 1, 2),
        ("Part II Results", 1, 2),
        ("（一）抓学习", 2, 1),
        ("(十一)抓作风", 2, 11),
        ("㈢抓纪律", 2, 3),
        ("1.抓落实", 3, 1),
        ("2、抓落实", 3, 2),
        ("3．抓落实", 3, 3),
        ("4）抓落实", 3, 4),
        ("⒌抓落实", 3, 5),
        ("（1）集中学", 4, 1),
        ("②岗位练兵", 4, 2),
        ("一是抓学习。", 5, 1),
        ("二要抓作风。", 5, 2),
        ("第三，抓纪律。", 5, 3),
        ("其四，抓落实。", 5, 4),
        ("首先，抓学习。", 5, 1),
        ("Second, funding is short.", 5, 2),
    ],
)
def test_each_shape_has_its_level_and_number(line, level, number):
    mark = line_mark(line, 0, 0)
    assert (mark.level, mark.number) == (level, number)


@pytest.mark.parametrize(
    "line",
    [
        "一、二、三产业增加值稳步增长。",
        "一、二线城市需求旺盛。",
        "1.5亿元投资全部到位。",
        "2023.6开工建设。",
        "2023年工作总结",
        "（一）至（三）项继续有效。",
        "第一议题制度落实有力。",
        "一心一意谋发展。",
        "十分重视基层工作。",
        "三个方面的工作",
        "I think the work went well.",
        "A team of three",
    ],
)
def test_what_only_looks_like_a_mark_is_none(line):
    assert line_mark(line, 0, 0) is None


def test_offsets_of_a_mark_are_those_of_the_text():
    mark = line_mark("　　（二） 抓作风", 100, 7)
    assert (mark.start, mark.end, mark.line) == (102, 106, 7)


def test_marks_inside_a_paragraph_stand_at_the_beginning_of_a_sentence():
    text = "年内做了两件事。一是抓学习。全员参加。二是抓作风。这一是非常重要的。"
    assert [(m.number, text[m.start : m.end]) for m in inside_marks(text, 0, 0)] == [(1, "一是"), (2, "二是")]


@pytest.mark.parametrize(
    "words", ["项目建设提速", "目标任务完成", "条件保障到位", "种业振兴", "年度任务完成"]
)
def test_a_heading_may_begin_with_a_word_that_also_follows_numbers_of_items(words):
    assert line_mark(f"（一）{words}", 0, 0) is not None


@pytest.mark.parametrize("line", ["（一）项规定的情形", "（二）款、（三）款", "（一）至（三）项"])
def test_items_of_a_rule_that_are_cited_are_no_marks(line):
    assert line_mark(line, 0, 0) is None


def spans_of(text):
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def test_lines_that_are_numerals_only_are_marks_of_the_lines_below():
    text = "一\n全年扎实。\n二\n全年从严。"
    found = bare_numerals(text, spans_of(text))
    assert [(place, mark.number, mark.line) for place, mark in found.items()] == [(0, 1, 1), (2, 2, 3)]
    assert bare_numerals("一\n二\n三\n合计", spans_of("一\n二\n三\n合计")) == {}
    assert bare_numerals("一\n二三\n四", spans_of("一\n二三\n四")) == {}


def test_two_digits_with_a_nought_are_a_number_and_no_month():
    assert line_mark("03工作成效如何", 0, 0).number == 3
    assert line_mark("03月12日，我局召开会议", 0, 0) is None


def test_a_kind_of_item_with_its_number_is_a_mark():
    assert (line_mark("亮点一：建成平台。", 0, 0).number, line_mark("做法2：定期会商。", 0, 0).number) == (
        1,
        2,
    )
    assert line_mark("问题一大堆：没人管。", 0, 0) is None


def test_numerals_of_a_hasty_hand_count_from_one_and_give_way_to_proper_ones():
    loose = "一 加强学习\n全年扎实。\n二 改进作风\n全年从严。"
    assert [mark.number for mark in loose_numerals(loose, spans_of(loose)).values()] == [1, 2]
    assert loose_numerals(loose.replace("二 ", "三 "), spans_of(loose)) == {}
    mixed = "一、总体情况\n" + loose
    assert loose_numerals(mixed, spans_of(mixed)) == {}
    standard = "1 概述\n1.1 背景\n全年扎实。\n2 进展\n2.1 设计\n全年从严。"
    assert [mark.shape for mark in loose_numerals(standard, spans_of(standard)).values()] == [
        "digit",
        "digit",
    ]
    table = "1 张某\n全年扎实。\n2 李某\n全年从严。"
    assert loose_numerals(table, spans_of(table)) == {}

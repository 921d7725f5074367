from index.leaving import tail_lines
from index.marks import line_mark
from index.types import Span


def tails(text):
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    marks = [m for n, s in enumerate(spans) if (m := line_mark(s.of(text), s.start, n))]
    return list(tail_lines(text, spans, marks, {}))


def test_a_text_without_marks_has_no_tail():
    assert tails("今年工作扎实。") == []


def test_a_summary_of_problems_leaves_the_last_section():
    text = "一、抓学习\n全年扎实。\n二、抓作风\n从严。\n工作中还存在学得不深的问题。\n下一步，抓好整改。"
    assert tails(text) == [(4, 0), (5, 0)]


def test_a_paragraph_behind_items_of_one_line_each_leaves_them():
    text = "一、抓学习\n一是勤学。\n二是善思。\n通过学习，面貌一新。\n二、抓作风\n从严。"
    assert tails(text) == [(3, 5)]


def test_a_paragraph_more_than_its_siblings_closes_the_report():
    text = "一、学\n扎实。\n二、思\n扎实。\n三、行\n扎实。\n全年工作圆满完成。"
    assert tails(text) == [(6, 0)]

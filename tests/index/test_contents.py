"""A table of contents typed by hand."""

from index.contents import contents_lines
from index.types import Span


def lines_of(text):
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def test_entries_under_the_word_contents_come_again_below():
    text = "工作总结\n目 录\n一、学习\n二、作风 ……3\n一、学习\n全年扎实。\n二、作风\n全年从严。"
    assert contents_lines(text, lines_of(text)) == {1, 2, 3}


def test_a_heading_run_into_its_text_is_the_same_heading():
    text = "目录\n一、学习\n二、作风\n一、学习。全年扎实。\n二、作风。全年从严。"
    assert contents_lines(text, lines_of(text)) == {0, 1, 2}


def test_the_word_alone_and_a_text_without_it_have_none():
    for text in ("目录\n一、学习\n全年扎实。", "一、学习\n二、作风\n一、学习", "目录", ""):
        assert contents_lines(text, lines_of(text)) == set()

from index.marks import inside_marks, line_mark
from index.numbering import in_sequence, run_in, serials, walls, without_notes
from index.types import Span


def test_a_number_without_neighbours_is_no_numbering():
    line = line_mark("7.抓落实", 0, 0)
    assert in_sequence([line]) == []


def test_a_run_needs_two_items_and_whole_sentences():
    one = list(inside_marks("要求：一是快；二是准。", 0, 0))
    two = list(inside_marks("要求明确。一是要快。二是要准。", 0, 0))
    assert serials(one, []) == []
    assert [len(run) for run in serials(two, [])] == [2]
    assert serials(two[:1], []) == []


def test_a_run_does_not_go_past_a_heading():
    marks = list(inside_marks("要求明确。一是要快。二是要准。", 0, 0))
    assert serials(marks, [(marks[1].start - 1, False)]) == []


def test_items_at_line_starts_go_past_marks_inside_their_lines():
    lines = ["一是抓学习。1.集中学。2.个人学。", "二是抓作风。1.查问题。2.抓整改。"]
    text = "\n".join(lines)
    marks = [line_mark(lines[0], 0, 0), line_mark(lines[1], len(lines[0]) + 1, 1)]
    assert [len(run) for run in serials(marks, [(6, True), (11, True)], text)] == [2]
    assert serials(marks, [(6, False)], text) == []


def test_items_joined_by_semicolons_are_a_run_where_they_hold_whole_sentences():
    short = "一是快；二是准。"
    long = "一是快。抓紧办理，不等不靠；二是准。"
    for text, runs in ((short, 0), (long, 1)):
        marks = [line_mark(text, 0, 0), *inside_marks(text, 0, 0)]
        assert len(serials(marks, [], text)) == runs


def test_marks_of_footnotes_are_no_structure():
    lines = ["①集中学", "注：", "①见文件", "一、抓学习"]
    text = "\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    marks = [m for n, s in enumerate(spans) if (m := line_mark(s.of(text), s.start, n))]
    assert [mark.line for mark in without_notes(text, spans, marks)] == [0, 3]


def test_enclosures_are_no_structure():
    lines = ["一、抓学习", "附件：1.名单", "2.汇总表", "二、抓作风"]
    text = "\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    marks = [m for n, s in enumerate(spans) if (m := line_mark(s.of(text), s.start, n))]
    assert [mark.line for mark in without_notes(text, spans, marks)] == [0, 3]


def test_a_mark_whose_line_break_was_lost_goes_on_the_numbering():
    lines = ["一、抓学习", "全年扎实。二、抓作风", "三、抓落实"]
    heads = {0: line_mark(lines[0], 0, 0), 2: line_mark(lines[2], 17, 2)}
    inside = list(inside_marks(lines[1], 6, 1))
    assert [mark.number for mark in run_in(inside, heads)] == [2]
    assert run_in(inside, {0: heads[0], 2: line_mark("二、抓落实", 17, 2)}) == []


def test_a_numbering_that_begins_within_an_item_is_no_wall():
    marks = [line_mark(line, 10 * n, n) for n, line in enumerate(["（一）甲", "（二）乙", "（四）丁"])]
    assert walls(marks, [5]) == [(0, True), (5, False), (10, True), (20, False)]

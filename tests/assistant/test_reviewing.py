"""The appendix: every sentence has a row, every finding is told."""

from assistant.reviewing import review
from assistant.types import Fact, Finding, Sentence
from index.types import Hit, Passage, Span

TEXT = "召开会议3次。成效明显。召开会议3次。"
SENTENCES = (
    Sentence("召开会议3次。", ("F1",), ("abc-1",)),
    Sentence("成效明显。", origin="stock"),
    Sentence("召开会议3次。", origin="writer"),
)
HIT = Hit(Passage("abc-1", "abc", ("一、责任",), Span(0, 3), "召开会"), 1.0, "某局总结")


def test_each_row_says_sentence_facts_samples_and_findings():
    finding = Finding("unsupported", Span(12, 19), "3次", "请核对。")
    unused = Finding("unused", Span(len(TEXT), len(TEXT)), "", "F2 没有写进去。")
    made = review(TEXT, SENTENCES, (Fact("F1", "会议3次"),), (HIT,), (finding, unused), "zh")
    assert [row.cells for row in made.rows] == [
        ("1", "召开会议3次。", "F1 会议3次", "《某局总结》一、责任", "—"),
        ("2", "成效明显。", "（通用语句）", "—", "—"),
        ("3", "召开会议3次。", "（本人修改）", "—", "请核对。"),
    ]
    assert "F2 没有写进去。" in made.notes
    assert "3 句" in made.notes[0] and "2 条" in made.notes[0]


def test_a_passage_that_left_the_shelf_is_named_by_its_id():
    made = review(TEXT, SENTENCES, (), (), (), "en")
    assert made.rows[0].cells[3] == "abc-1"
    assert made.heading.startswith("Appendix")

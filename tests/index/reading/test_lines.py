import pytest

from index.reading.lines import join, width, wrapped_at

SENTENCE = "全年坚持把理论学习摆在突出位置，组织集中学习，做到学以致用，推动各项任务落到实处，确保见效。"


def wrapped(text, columns):
    return [text[at : at + columns] for at in range(0, len(text), columns)]


def test_a_text_broken_at_a_fixed_width_is_told():
    assert wrapped_at(wrapped(SENTENCE * 8, 35)) in range(66, 71)


def test_paragraphs_of_many_lengths_are_not_broken_lines():
    assert wrapped_at([SENTENCE[: 10 + 3 * at] for at in range(12)]) == 0
    assert wrapped_at([]) == 0


def test_equal_lines_that_all_end_their_sentence_are_paragraphs():
    assert wrapped_at(["我们坚持问题导向抓好整改落实工作取得实效并且长期坚持。"] * 10) == 0


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("加强", "学习", "加强学习"),
        ("party ", " building", "party building"),
        ("govern-", "ment", "government"),
        ("2023年1", "2月", "2023年12月"),
        ("", "学习", "学习"),
        ("落实。", "", "落实。"),
    ],
)
def test_halves_of_a_line_are_joined(left, right, whole):
    assert join(left, right) == whole


def test_a_chinese_character_takes_two_columns():
    assert (width("总结a1"), width("")) == (6, 0)

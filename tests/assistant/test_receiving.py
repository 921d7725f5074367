import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.receiving import Thoughts, once, repeats, without_thoughts


def fed(reply, size):
    thoughts = Thoughts()
    return "".join(thoughts.feed(reply[at : at + size]) for at in range(0, len(reply), size)) + thoughts.end()


@pytest.mark.parametrize("size", [1, 2, 5, 100])
@pytest.mark.parametrize(
    ("reply", "shown"),
    [
        ("<think>先想3件事</think>开会3次。", "开会3次。"),
        ("<THINKING>a < b</THINKING>好。<reasoning>再想</reasoning>完。", "好。完。"),
        ("增长<5%，</b>降幅>3%。", "增长<5%，</b>降幅>3%。"),
        ("想了一半<think>没有写完", "想了一半"),
        ("末尾是<thi", "末尾是<thi"),
    ],
)
def test_thoughts_are_taken_out_however_the_reply_is_cut(reply, shown, size):
    assert fed(reply, size) == shown


@given(st.text(st.sampled_from("<>/think开会 ")), st.integers(1, 9))
def test_the_cutting_makes_no_difference(reply, size):
    assert fed(reply, size) == fed(reply, len(reply) or 1)


def test_thoughts_that_only_a_closing_tag_ended_are_taken_out_of_the_whole():
    assert without_thoughts("先想。\n</think>\n\n开会3次。") == "开会3次。"
    assert without_thoughts("开会3次。") == "开会3次。"


def test_a_circle_is_told_from_a_text_that_merely_repeats_a_phrase():
    assert repeats("加强学习，" * 60)
    assert not repeats("一是加强学习，开会3次。二是加强学习，培训2次。三是加强学习，走访5户。")
    assert len(once("开会3次。" + "加强学习，" * 60)) < 60
    assert once("开会3次。") == "开会3次。"

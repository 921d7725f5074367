from hypothesis import given
from hypothesis import strategies as st

from assistant.parting import around, parts
from index.types import Span


def test_a_long_sentence_is_parted_at_its_joints():
    text = "全面推进法治建设，组织开展专题普法宣传活动二十余场次，发放宣传资料；"
    text += "严格规范公正文明执法，受到群众好评。"
    assert [span.of(text) for span in parts(text)] == [
        "全面推进法治建设，组织开展专题普法宣传活动二十余场次",
        "发放宣传资料",
        "严格规范公正文明执法，受到群众好评",
    ]


def test_enumerators_are_no_part_of_what_is_said():
    text = "（一）压实责任。1.抓好学习。二是严格监督。"
    assert [span.of(text) for span in parts(text)] == ["压实责任", "抓好学习", "严格监督"]


def test_the_piece_around_a_word_leaves_out_companions_with_their_own_verbs():
    text = "一是不断增强“四个意识”、坚定“四个自信”、做到“两个维护”，扛牢责任。"
    for word, piece in (
        ("四个意识", "不断增强“四个意识”"),
        ("四个自信", "坚定“四个自信”"),
        ("两个维护", "做到“两个维护”"),
        ("责任", "扛牢责任"),
    ):
        at = text.index(word)
        assert around(text, Span(at, at + len(word))).of(text) == piece


@given(st.text("一是抓，。；：“”、\n学习（二）12.", max_size=80))
def test_pieces_are_ascending_and_apart(text):
    found = list(parts(text))
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


@given(st.text("增强一是，。“”、\n意", max_size=40), st.integers(0, 40), st.integers(1, 3))
def test_the_piece_around_a_word_holds_its_end(text, start, size):
    inside = Span(start, start + size)
    if inside.end <= len(text) and inside.of(text).isalpha():
        assert around(text, inside).end >= inside.end

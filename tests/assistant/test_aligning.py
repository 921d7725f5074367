from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from assistant.aligning import align, apart

WORDS = st.text("抓学习压实责任，强化监督", max_size=40)


def of(text, spans):
    return [span.of(text) for span in spans]


def test_what_two_wordings_share_is_marked_on_both_sides():
    one, other = "不断增强“四个意识”", "牢固树立“四个意识”"
    left, right = align(one, other)
    assert of(one, left) == of(other, right) == ["“四个意识”"]
    assert of(one, apart(left, len(one))) == ["不断增强"]


def test_a_moved_stretch_is_shared_too():
    one, other = "压实主体责任，强化监督执纪", "强化监督执纪，压实主体责任"
    left, _ = align(one, other)
    assert "".join(of(one, left)).replace("，", "") == "压实主体责任强化监督执纪"


def test_a_single_character_and_bare_punctuation_are_not_shared():
    assert align("抓，。党", "管，。党") == ((), ())


@given(WORDS, WORDS)
def test_both_sides_hold_the_same_characters_apart_and_in_order(one, other):
    left, right = align(one, other)
    assert Counter("".join(of(one, left))) == Counter("".join(of(other, right)))
    for spans, text in ((left, one), (right, other)):
        assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
        pieces = sorted([*spans, *apart(spans, len(text))])
        assert "".join(of(text, pieces)) == text


@given(WORDS)
def test_equal_wordings_share_all(text):
    left, right = align(text, text)
    assert left == right
    assert sum(map(len, left)) in (0, len(text))

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.filling import blanks, filled, noted
from index.errors import ShelfError

TEXT = (
    "组织消防演练1次，【待补充：参加人数】参加。\n【待补充：参加人数】受到教育，整改隐患【待补充：数字】处。"
)
WORDS = "【待补充：参加人数】"


def test_blanks_are_listed_once_with_every_place():
    found = blanks(TEXT)
    assert [(one.asked, len(one.spans)) for one in found] == [("参加人数", 2), ("数字", 1)]
    assert all(span.of(TEXT) == one.words for one in found for span in one.spans)


def test_an_answer_fills_every_blank_of_the_same_words_and_no_other():
    assert filled(TEXT, WORDS, "86人") == TEXT.replace(WORDS, "86人")
    assert [one.asked for one in blanks(filled(TEXT, WORDS, "86人"))] == ["数字"]


@given(
    st.text("甲乙12，。\n", max_size=12), st.lists(st.text("甲乙，。", max_size=6), min_size=2, max_size=4)
)
def test_what_lies_outside_the_blanks_stays(answer, parts):
    text = WORDS.join(parts)
    if answer.split():
        assert filled(text, WORDS, answer) == " ".join(answer.split()).join(text.split(WORDS))


@pytest.mark.parametrize(
    ("answer", "code"),
    [(" ", "answer_empty"), ("字" * 501, "answer_long"), ("【待补充：人数】", "answer_blank")],
)
def test_an_answer_that_answers_nothing_is_refused(answer, code):
    with pytest.raises(ShelfError) as told:
        filled(TEXT, WORDS, answer)
    assert told.value.code == code


def test_a_blank_that_is_gone_is_told():
    with pytest.raises(ShelfError) as told:
        filled("全部写好了。", WORDS, "86人")
    assert told.value.code == "blank_gone"


def test_an_answer_becomes_a_fact_that_says_what_it_is_about():
    first, second = blanks(TEXT)
    assert noted("消防演练1次", first, "86人") == "消防演练1次\n组织消防演练1次，86人参加"
    assert noted("", second, "12") == "整改隐患12处"


def test_a_telling_answer_is_a_fact_by_itself():
    (one,) = blanks("组织演练1次，【待补充：做法和成效】。")
    assert noted("演练1次", one, "群众满意度达到95%") == "演练1次\n群众满意度达到95%"

from hypothesis import given
from hypothesis import strategies as st

from index.likeness import fold, letters


def test_last_years_sentence_with_this_years_figures_says_the_same():
    texts = [
        "全年召开党风廉政建设专题会议28次，开展谈话提醒36人次。",
        "全年召开党风廉政建设专题会议31次，开展谈话提醒40人次！",
        "秋粮收购平稳有序，仓储安全形势良好。",
    ]
    assert fold(texts) == [0, 0, 2]


def test_a_sentence_inside_a_long_text_is_not_the_same_as_the_text():
    short = "持续整治群众身边的不正之风"
    assert fold([short + "，" + "推动基层治理能力现代化取得新进展" * 5, short]) == [0, 1]


def test_short_texts_are_the_same_only_when_equal():
    assert fold(["压实责任", "压实责任。", "压紧责任"]) == [0, 0, 2]


def test_texts_without_letters_are_compared_as_they_stand():
    assert fold(["123", "123", "456", "。"]) == [0, 0, 2, 3]


@given(st.lists(st.text(alphabet="廉政责任落实监督12，。", max_size=30), max_size=8))
def test_every_place_points_to_a_first_one_before_it(texts):
    first = fold(texts)
    assert len(first) == len(texts)
    for place, at in enumerate(first):
        assert at <= place and first[at] == at


def says_the_same(one, other):
    """The definition, run by run."""
    a, b = (
        {plain[i : i + 8] for i in range(max(1, len(plain) - 7))} for plain in (letters(one), letters(other))
    )
    return len(a & b) >= 0.8 * min(len(a), len(b)) and 2 * min(len(a), len(b)) >= max(len(a), len(b))


@given(st.lists(st.text(alphabet="廉政责1，", min_size=4, max_size=24).map("廉{}政".format), max_size=7))
def test_a_text_is_folded_into_the_first_that_says_the_same_by_definition(texts):
    first = []
    for place, text in enumerate(texts):
        like = [at for at in range(place) if first[at] == at and says_the_same(texts[at], text)]
        first.append(min(like, default=place))
    assert fold(texts) == first

import re

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


def test_an_answer_fills_every_blank_that_asks_for_the_same_and_no_other():
    assert filled(TEXT, blanks(TEXT)[0], "86人") == TEXT.replace(WORDS, "86人")
    assert [one.asked for one in blanks(filled(TEXT, blanks(TEXT)[0], "86人"))] == ["数字"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("开展法治讲座【待补充：数字】场，发放资料【待补充：数字】份。", [1, 1]),
        ("【待补充：依据】优秀医师。\n【待补充：依据】。【待补充：依据】。", [1, 1, 1]),
        ("【待补充：姓名】同志到会，【待补充：姓名】同志讲课。", [1, 1]),
        ("【待补充：日期】开会，投入【待补充：金额】万元，【待补充：日期】检查。", [1, 1, 1]),
        ("法治讲座【待补充：数字】场。\n全年法治讲座【待补充：数字】场。", [2]),
        ("法治讲座【待补充：数字】场。\n法治讲座【待补充：数字】人。", [1, 1]),
        ("【待补充：党组会次数】。共【待补充：党组会次数】次。", [2]),
        ("【待补充：】。【待补充】。", [1, 1]),
    ],
)
def test_blanks_are_one_only_where_they_mean_the_same(text, places):
    assert [len(one.spans) for one in blanks(text)] == places


def test_one_figure_goes_to_its_own_place_and_is_noted_with_its_own_clause():
    text = "七是开展法治讲座【待补充：数字】场、发放资料【待补充：数字】份，推动普法。"
    lectures, leaflets = blanks(text)
    assert filled(text, leaflets, "900") == text.replace("资料【待补充：数字】", "资料900")
    assert noted("", lectures, "12") == "开展法治讲座12场"
    assert noted("", leaflets, "900") == "发放资料900份"


@pytest.mark.parametrize("lead", ["七是", "（一）", "1.", "（3）", "十一、", "二要", "（二）1."])
def test_what_orders_the_text_is_no_part_of_the_fact(lead):
    (one,) = blanks(f"{lead}开展义诊【待补充：数字】场，群众点赞。")
    assert noted("", one, "11") == "开展义诊11场"


@given(
    st.text("甲乙12，。\n", max_size=12),
    st.lists(st.text("甲乙，。", max_size=6), min_size=2, max_size=4),
    st.sampled_from((WORDS, "【待补充：数字】")),
)
def test_what_lies_outside_the_blanks_stays(answer, parts, words):
    if not answer.split():
        return
    plain, text = " ".join(answer.split()), words.join(parts)
    for one in blanks(text):
        now = filled(text, one, answer)
        starts = {span.start for span in one.spans}
        places = [found.start() for found in re.finditer(words, text)]
        marks = [plain if at in starts else words for at in places]
        assert now == "".join(f"{part}{mark}" for part, mark in zip(parts, [*marks, ""], strict=True))


@pytest.mark.parametrize(
    ("answer", "code"),
    [(" ", "answer_empty"), ("字" * 501, "answer_long"), ("【待补充：人数】", "answer_blank")],
)
def test_an_answer_that_answers_nothing_is_refused(answer, code):
    with pytest.raises(ShelfError) as told:
        filled(TEXT, blanks(TEXT)[0], answer)
    assert told.value.code == code


def test_a_blank_that_is_gone_is_told():
    with pytest.raises(ShelfError) as told:
        filled("全部写好了。", blanks(TEXT)[0], "86人")
    assert told.value.code == "blank_gone"


def test_an_answer_becomes_a_fact_that_says_what_it_is_about():
    first, second = blanks(TEXT)
    assert noted("消防演练1次", first, "86人") == "消防演练1次\n组织消防演练1次，86人参加"
    assert noted("", second, "12") == "整改隐患12处"


def test_a_telling_answer_is_a_fact_by_itself():
    (one,) = blanks("组织演练1次，【待补充：做法和成效】。")
    assert noted("演练1次", one, "群众满意度达到95%") == "演练1次\n群众满意度达到95%"


def test_a_figure_beside_a_blank_that_no_note_has_is_not_noted_with_the_answer():
    (one,) = blanks("举办讲座58场，【待补充：参加人数】。")
    assert noted("讲座12场", one, "86人") == "讲座12场\n86人"
    (two,) = blanks("举办讲座58场【待补充：参加人数】参加。")
    assert noted("讲座12场", two, "86人") == "讲座12场\n参加人数：86人"
    assert noted("讲座58场", two, "86人") == "讲座58场\n举办讲座58场86人参加"

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.wording import heading_likeness, plain_heading, shared, weights


def test_a_heading_loses_its_mark_and_keeps_its_words():
    for marked in (
        "一、压实责任",
        "（三）压实责任",
        "2.压实责任。",
        "（4）压实责任：",
        "第一部分 压实责任",
        "十二、 压实责任",
    ):
        assert plain_heading(marked) == "压实责任"
    for kept in ("一岗双责", "三会一课", "2024年工作", "第一责任人职责"):
        assert plain_heading(kept) == kept


def test_facts_weigh_less_than_what_is_asked_and_single_characters_not_at_all():
    wording = weights("廉政", heading="二、监督", facts=["廉政 党课", "纪"])
    assert wording.text == {"廉政": 1.0, "党课": 0.3, "监督": 1.0}
    assert wording.headings == {"监督": 0.5}
    assert weights("纪").text == {"纪": 1.0}


def test_like_headings_are_likest():
    path = ("一、工作开展情况", "（二）压紧压实主体责任")
    assert heading_likeness("三、压紧压实主体责任", path) == 1
    assert 0.3 < heading_likeness("落实主体责任", path) < 1
    assert heading_likeness("秋粮收购", path) == 0
    assert heading_likeness("", path) == 0


def test_shared_words_are_the_longest_stretches_without_particles_at_their_ends():
    assert shared("全面从严治党的责任", "落实全面从严治党和责任") == ["全面从严治党", "责任"]
    assert shared("ab GDP增长", "gdp增长了 abc") == ["gdp", "增长"]
    assert shared("廉政", "粮食") == []


@given(
    st.text(alphabet="廉政责任落实的了ab1 ，", max_size=30),
    st.text(alphabet="廉政责任落实的了ab1 ，", max_size=30),
)
def test_what_is_said_to_be_shared_stands_in_both(one, other):
    told = shared(one, other)
    assert len(told) <= 4
    for word in told:
        assert word in one and word in other and len(word) > 1


@pytest.mark.parametrize(
    ("query", "passage"),
    [
        ("3月2日召开全市会议", "9月5日召开全县大会"),
        ("在干部职工中开展教育", "在基层群众中开展活动"),
        ("的工作和我们的责任", "的任务和我们的成绩"),
    ],
)
def test_no_fragment_of_a_word_and_no_particle_is_told(query, passage):
    for word in shared(query, passage):
        assert word in ("召开", "开展", "工作", "责任")


def test_a_name_that_is_no_known_word_is_told_whole():
    assert "砚北" in shared("砚北县巡察整改", "砚北粮库整改完成")[0]


def test_a_term_said_twice_counts_twice_and_a_heading_equal_to_the_text_once():
    assert weights("责任，责任").text["责任"] == 2.0
    assert weights("责任" * 40).text["责任"] == 4.0
    assert weights("主体责任", heading="一、主体责任").text["责任"] == 1.0

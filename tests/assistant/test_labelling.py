from hypothesis import given
from hypothesis import strategies as st

from assistant.arranging import Group
from assistant.borrowing import Phrase
from assistant.labelling import LONGEST, SHORTEST, Labels, labelled, stated_first
from assistant.stating import state
from assistant.types import Sentence

NOTES = (
    "水上巡查1104航次", "清理地笼3416具", "新建自动站5个", "受理举报29件", "到馆41.3万人次", "满意率98%",
    "党组会12次", "行政案件58起", "夜查263次", "普法讲座12场",
)  # fmt: skip


def groups(*points):
    return [Group(tuple(state((f"F{at}",), note) for at, note in enumerate(notes))) for notes in points]


def labels(*points, heading="渔政工作", **more):
    return [one.label for one in labelled(groups(*points), Labels(heading, "", **more))]


def test_labels_are_a_verb_and_the_notes_own_words():
    assert labels(("水上巡查1104航次", "夜查263次"), ("清理地笼3416具",), ("受理举报29件",)) == [
        "加强水上巡查和夜查", "开展地笼清理", "做好举报受理",
    ]  # fmt: skip


def test_labels_stand_over_every_point_or_over_none():
    assert labels(("水上巡查1104航次",), ("到馆41.3万人次", "满意率98%")) == ["", ""]


def test_what_shares_nothing_with_a_point_is_not_put_to_it_for_a_label():
    points = groups(("水上巡查1104航次",), ("到馆41.3万人次",), ("清理地笼3416具",))
    assert labelled(points, Labels("", "")) == tuple(points)


def test_a_label_of_which_one_statement_says_nothing_is_none():
    assert labels(("经济责任审计13人", "大数据比对疑点892条"), ("清理地笼3416具",)) == ["", ""]


@given(
    st.lists(st.lists(st.sampled_from(NOTES), min_size=1, max_size=3), min_size=1, max_size=5),
    st.integers(0, 3),
)
def test_no_statement_is_lost_and_labels_are_short_and_differ(points, seed):
    given_groups = groups(*points)
    found = labelled(given_groups, Labels("", "", seed=seed))
    told = [one for group in found for one in group.statements]
    assert sorted(map(id, told)) == sorted(id(one) for group in given_groups for one in group.statements)
    said = [one.label for one in found if one.label]
    assert len(said) in (0, len(found)) and len(set(said)) == len(said)
    assert all(SHORTEST <= len(one) <= LONGEST for one in said)


def test_another_seed_takes_another_verb():
    assert labels(("水上巡查1104航次",), ("清理地笼3416具",), seed=1) == ["强化水上巡查", "抓好地笼清理"]


def test_a_samples_label_is_taken_where_a_note_says_its_words():
    phrase = Phrase("强化水上巡查", "label", None, "s-1")
    other = Phrase("加强阵地管理", "label", None, "s-2")
    found = labelled(groups(("水上巡查1104航次",), ("清理地笼3416具",)), Labels("", "", [other, phrase]))
    assert [(one.label, one.passage_id) for one in found] == [("强化水上巡查", "s-1"), ("开展地笼清理", "")]


def test_a_shortcoming_that_begins_with_its_lack_is_led_by_it_in_the_writers_words():
    told = [
        [Sentence("人少船旧，12个人要看142公里水面。", ("F1",))],
        [Sentence("取证设备差，夜视仪仅有1台且已损坏。", ("F2",))],
    ]
    parted = stated_first(told)
    assert [[one.text for one in held] for held in parted] == [
        ["人少船旧。", "12个人要看142公里水面。"], ["取证设备差。", "夜视仪仅有1台且已损坏。"],
    ]  # fmt: skip
    assert [one.facts for held in parted for one in held] == [("F1",), ("F1",), ("F2",), ("F2",)]


def test_shortcomings_of_which_one_cannot_be_led_stand_as_they_are():
    told = [
        [Sentence("人少船旧，12个人要看142公里水面。", ("F1",))],
        [Sentence("690户许可证今年到期，办证窗口仅有2人，压力很大。", ("F2",))],
    ]
    assert stated_first(told) == told

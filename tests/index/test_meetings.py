"""Meetings and congresses, document numbers, articles."""

import pytest

from index.expressions import expressions


def keys(text: str) -> list[str]:
    return [one.key for one in expressions(text)]


def test_an_enumeration_of_plenums_is_as_many_meetings():
    found = keys("学习党的十九届二中、三中、四中、五中、六中全会精神")
    assert found == [f"meeting:19-{number}" for number in (2, 3, 4, 5, 6)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("党的二十届三中全会", "meeting:20-3"),
        ("二十届中央委员会第三次全体会议", "meeting:20-3"),
        ("二十届中央纪委三次全会", "meeting:20-中央纪委-3"),
        ("二十届中央纪委第三次全体会议", "meeting:20-中央纪委-3"),
        ("党的二十大", "meeting:20"),
        ("中国共产党第二十次全国代表大会", "meeting:20"),
        ("国办发〔2023〕12号", "docno:国办发〔2023〕12号"),
        ("按照国发［2023］5号", "docno:国发〔2023〕5号"),
        ("第八条", "article:8:条"),
        ("第三款", "article:3:款"),
    ],
)
def test_one_meeting_or_number_has_one_key_however_it_is_written(text, key):
    assert keys(text) == [key]


@pytest.mark.parametrize(
    "text", ["二十大道", "第三条战线".replace("第三", "这"), "第八章程".replace("八", "")]
)
def test_what_is_no_meeting_is_not_taken_for_one(text):
    assert [key for key in keys(text) if key.startswith(("meeting", "article"))] == []

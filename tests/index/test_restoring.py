import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning import clean
from index.entering import numbered
from index.errors import ShelfError
from index.restoring import places_of, put_back
from index.types import Clean, Manuscript, Paragraph, Removal

TEXT = (
    "某单位2023年党建工作总结\n一、开展情况\n全年召开专题会议12次，压实工作责任。\n"
    "联系电话：0123-4567890 微信号：abc123\n二、存在的问题\n"
    "人员力量不足，##paidbegin##经验欠缺，长效机制还不健全。\n三、下一步打算\n抓好督促检查。\n更多范文请加微信abc123"
)


def cleaned(text=TEXT):
    from dataclasses import replace

    manuscript = Manuscript(tuple(Paragraph(line) for line in text.split("\n")))
    done = clean(manuscript)
    return replace(done, removals=numbered(done.removals)), manuscript


def test_a_line_comes_back_as_a_line_where_it_stood():
    done, manuscript = cleaned()
    back = put_back(done, manuscript, [0])
    assert "压实工作责任。\n联系电话：0123-4567890 微信号：abc123\n二、" in back.text
    assert [gone.place for gone in back.removals] == [gone.place for gone in done.removals][1:]


def test_a_stretch_of_a_line_comes_back_into_it():
    done, manuscript = cleaned()
    place = next(gone.place for gone in done.removals if gone.why == "paste_mark")
    back = put_back(done, manuscript, [place])
    assert "人员力量不足，##paidbegin##经验欠缺" in back.text


def test_everything_put_back_gives_the_file_again_in_any_order():
    done, manuscript = cleaned()
    places = [gone.place for gone in done.removals]
    assert put_back(done, manuscript, places).text == TEXT
    assert put_back(done, manuscript, places[::-1]).text == TEXT
    assert put_back(done, manuscript, places).removals == ()


def test_what_stands_behind_a_stretch_moves_on_with_its_level():
    clean_text = Clean(
        "甲\n乙\n丙", (Removal("新", "contact", 2, 0), Removal("末", "contact", 5, 1)), ((2, 1), (4, 2))
    )
    manuscript = Manuscript(tuple(map(Paragraph, "甲新乙丙末")))
    back = put_back(clean_text, manuscript, [0])
    assert (back.text, back.levels) == ("甲\n新\n乙\n丙", ((4, 1), (6, 2)))
    assert back.removals == (Removal("末", "contact", 7, 1),)
    assert put_back(clean_text, manuscript, [0, 1]).text == "甲\n新\n乙\n丙\n末"


def test_a_place_that_is_none_and_a_stretch_that_is_nothing_are_refused():
    done, manuscript = cleaned()
    for places, code in (([99], "no_such_removal"),):
        with pytest.raises(ShelfError) as told:
            put_back(done, manuscript, places)
        assert told.value.code == code
    hidden, manuscript = cleaned("党建\u200b工作总结\n一、开展情况\n全年召开会议。")
    with pytest.raises(ShelfError) as told:
        put_back(hidden, manuscript, [0])
    assert told.value.code == "removal_is_nothing"


def test_a_stretch_is_known_again_when_cleaning_counts_otherwise():
    now = (Removal("甲", "contact", 0, 0), Removal("乙", "contact", 0, 1), Removal("甲", "contact", 0, 2))
    assert places_of(now, [Removal("乙", "contact", 0, 5)]) == [1]
    assert places_of(now, [Removal("甲", "contact", 0, 2), Removal("甲", "contact", 0, 7)]) == [0, 2]
    assert places_of(now, [Removal("丙", "contact", 0, 0)]) == []


@given(
    st.lists(
        st.sampled_from(
            ["全年召开会议。", "加微信abc123领取", "一、主要工作", "—3—", "联系电话：13800000000"]
        )
    )
)
def test_the_text_stays_made_of_whole_lines(lines):
    done, manuscript = cleaned("\n".join(lines))
    for gone in done.removals:
        back = put_back(done, manuscript, [gone.place]).text
        assert all(line and line == line.strip() for line in back.split("\n"))
        assert gone.text.strip() in back

import os

import pytest

from index.lexical import Entry, IndexBroken, Lexical, terms

ENTRIES = (
    Entry(1, 1, "work", "一、履行主体责任情况", "召开专题会议28次，研究党风廉政建设。"),
    Entry(2, 1, "problems", "二、存在的问题", "理论学习不够深入，调查研究偏少。"),
    Entry(3, 2, "work", "一、工作开展情况", "组织廉政党课，开展警示教育。"),
    Entry(4, 2, "next", "二、下一步打算", "Deepen the audit of 2024 accounts."),
)


@pytest.fixture
def index(tmp_path):
    index = Lexical(tmp_path / "lexical")
    index.add(ENTRIES)
    yield index
    index.close()


def weighted(text):
    return dict.fromkeys(terms(text), 1.0)


def test_chinese_is_cut_into_pairs_and_other_words_stay_whole():
    assert terms("压实责任") == ["压实", "实责", "责任"]
    assert terms("增长12.5%，GDP ２０２４") == ["增长", "12.5", "gdp", "2024"]
    assert terms("纪，法") == ["纪", "法"]
    assert terms("！？ \n") == []


def test_the_passage_that_holds_most_of_the_words_comes_first(index):
    assert list(index.search(weighted("党风廉政建设"), {}, 10)) == [1, 3]


def test_words_of_the_headings_count_too(index):
    assert list(index.search({}, weighted("存在问题"), 10))[0] == 2


def test_one_character_finds_every_pair_that_holds_it(index):
    assert set(index.search({"廉": 1.0}, {}, 10)) == {1, 3}


def test_english_and_figures_are_found(index):
    assert list(index.search(weighted("Audit 2024"), {}, 10)) == [4]


def test_reports_and_role_narrow_it_exactly_and_leave_the_scores_alone(index):
    everywhere = index.search(weighted("党风廉政"), {}, 10)
    narrowed = index.search(weighted("党风廉政"), {}, 10, reports=[2], role="work")
    assert narrowed == pytest.approx({3: everywhere[3]})
    assert index.search(weighted("党风廉政"), {}, 10, reports=[]) == {}


def test_a_removed_report_is_gone_at_once_and_after_opening_again(index, tmp_path):
    index.remove([1, 99])
    assert index.count() == 2
    assert list(index.search(weighted("党风廉政建设"), {}, 10)) == [3]
    index.close()
    again = Lexical(tmp_path / "lexical")
    assert again.count() == 2
    again.close()


def test_hostile_words_are_only_words(index):
    for hostile in ('") OR text:*', "role:next", "\x00", "😀" * 50):
        assert index.search(weighted(hostile), weighted(hostile), 5) == {}
    for hostile, plain in (("廉政 AND (", "廉政"), ("廉.*", "廉")):
        found = index.search(weighted(hostile), weighted(hostile), 5)
        assert set(found) == set(index.search(weighted(plain), weighted(plain), 5)) == {1, 3}


def test_a_query_of_a_thousand_words_keeps_its_rarest(index):
    text = "".join(chr(0x4E00 + i) for i in range(1500)) + "，警示教育"
    assert 3 in index.search(weighted(text), {}, 10)


def test_an_empty_index_finds_nothing(tmp_path):
    index = Lexical(tmp_path / "new")
    assert index.search(weighted("廉政"), {}, 5) == {}
    assert index.count() == 0
    index.close()


def test_passages_that_hold_all_words_of_a_group_are_found(index):
    index.add([Entry(91, 9, "work", "", "夜间轮流守库"), Entry(92, 9, "work", "", "夜间巡查守库")])
    assert index.holding([["夜间", "守库"], ["轮流", "守库"], ["夜间", "白天"], []], 5) == [
        [91, 92], [91], [], [],
    ]  # fmt: skip


def test_a_damaged_folder_is_told_as_broken(index, tmp_path):
    index.close()
    for path in (tmp_path / "lexical").iterdir():
        if path.is_file():
            os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(IndexBroken):
        broken = Lexical(tmp_path / "lexical")
        broken.search(weighted("廉政"), {}, 5)

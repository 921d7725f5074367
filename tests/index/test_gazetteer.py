"""Places of the lexicon."""

from index.gazetteer import is_listed, listed, place_at


def found(page):
    return [page[start:end] for start, end in listed(page)]


def test_a_listed_place_is_found_with_its_suffix():
    assert found("赴湖南省长沙市调研") == ["湖南省", "长沙市"]


def test_a_name_that_is_an_ordinary_word_needs_its_suffix():
    assert found("在朝阳产业中") == []
    assert found("赴朝阳市调研") == ["朝阳市"]


def test_the_longest_name_wins():
    assert found("登峨眉山，过眉山市") == ["峨眉山", "眉山市"]


def test_a_name_inside_other_words_is_none():
    assert found("隆重庆祝，聚焦作风，弘扬中华，公安局，市级") == []


def test_one_character_names_are_read_only_beside_certain_words():
    assert found("落实离沪报备，沪上企业") == ["沪", "沪"]
    assert found("沪字牌照不计") == []


def test_where_a_name_begins_is_asked_for_one_place():
    assert place_at("会同湖北省", 2) == 5
    assert place_at("会同湖北省", 1) == 0
    assert is_listed("湖北") and not is_listed("云溪")

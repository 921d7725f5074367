"""Titles, also broken ones, and slogans in quotes."""

from index.expressions import expressions


def keys(text: str) -> list[str]:
    return [one.key for one in expressions(text) if one.kind in ("title", "slogan")]


def test_a_title_is_found_without_its_blanks_and_with_a_title_inside():
    assert keys("学习《中国共产党 章程》") == ["title:中国共产党章程"]
    assert keys("印发《关于落实〈条例〉的通知》") == ["title:关于落实条例的通知"]


def test_a_title_that_lost_a_bracket_is_still_one():
    assert keys("学习《廉洁自律准则，开展讨论") == ["title:廉洁自律准则"]
    assert keys("重温入党誓词，廉洁自律准则》等") == ["title:廉洁自律准则"]


def test_a_quoted_name_of_an_activity_is_a_slogan_and_a_set_formulation_is_none():
    assert keys("开展“清风润心”主题活动") == ["slogan:清风润心"]
    assert keys("落实“三会一课”制度，增强“四个意识”") == []


def test_emphasis_in_quotes_is_phrasing():
    assert keys("杜绝“走过场”，防止“一阵风”") == []

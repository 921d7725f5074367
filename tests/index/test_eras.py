import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.eras import era


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全面贯彻党的二十大精神，落实二十届二中、三中全会部署。", "二十届三中全会"),
        ("学习党的十九大和十九届二中、三中、四中、五中、六中全会精神", "十九届六中全会"),
        ("学习贯彻党的十八届三中全会精神", "十八届三中全会"),
        ("中国共产党第二十次全国代表大会胜利召开", "党的二十大"),
        ("深入学习十九大精神", "党的十九大"),
        ("党的十九届中央委员会第六次全体会议", "十九届六中全会"),
        ("以优异成绩喜迎党的二十大，落实党的十九大精神", "党的十九大"),
        ("“十四五”开局良好", "“十四五”"),
        ("推进十三五规划，谋划“十四五”", "“十三五”"),
        ("深入学习贯彻党的XX大精神", ""),
        ("党的大政方针", ""),
        ("发展十大产业，第二十大客户", ""),
        ("", ""),
    ],
)
def test_the_era_is_the_latest_congress_or_plenum_that_has_been_held(text, told):
    assert era(text) == told


@pytest.mark.parametrize(
    ("year", "told"),
    [
        (2023, "“十四五”"),
        (2026, "“十五五”"),
        (2016, "“十三五”"),
        (1957, "“一五”"),
        (1964, ""),
        (1966, "“三五”"),
    ],
)
def test_a_year_tells_the_plan_where_no_congress_is_named(year, told):
    assert era("全年任务完成。", year) == told


def test_a_text_without_a_chinese_character_has_no_era():
    assert era("Annual report 2021", 2021) == ""


@given(st.text(alphabet="党的十二三届大中全会第“五”年、", max_size=40), st.integers(1900, 2100))
def test_whatever_the_text_says_an_era_has_one_of_three_shapes(text, year):
    import re

    assert re.fullmatch(r"|党的.{1,4}大|.{1,4}届.中全会|“.{1,4}五”", era(text, year))

"""What is said of one year alone is one place, whatever years and figures stand in it."""

import pytest

from assistant.tied import period, periods, tied


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2025年是“十四五”规划收官之年，也是我市换届之年。",
            "2025年是“十四五”规划收官之年，也是我市换届之年",
        ),
        ("2021年是“十四五”开局之年。", "2021年是“十四五”开局之年"),
        ("今年是乡镇换届之年。", "今年是乡镇换届之年"),
        ("2024年恰逢新中国成立75周年。", "2024年恰逢新中国成立75周年"),
        ("2023年是全面贯彻党的二十大精神的开局之年。", "2023年是全面贯彻党的二十大精神的开局之年"),
        ("作为“十四五”收官之年，任务很重。", "“十四五”收官之年"),
        ("2025年是制度实施首年。", "2025年是制度实施首年"),
    ],
)
def test_a_statement_of_one_year_is_found_whole(text, found):
    rows = list(tied(text, 2026))
    assert found in [row.text for row in rows]
    assert all(row.ask.startswith("2026年的") for row in rows)


@pytest.mark.parametrize(
    "text", ["2025年，我局召开会议12次。", "过去的一年，成绩来之不易。", "全年工作平稳。"]
)
def test_an_ordinary_year_is_none(text):
    assert not list(tied(text, 2026))


def test_the_plan_period_is_told_only_where_the_new_year_lies_in_the_next():
    rows = list(periods("落实“十四五”规划，总结“十三五”经验。", 2026, 2025))
    assert [(row.text, row.ask) for row in rows] == [
        ("“十四五”规划", "规划期，上年为“十四五”规划，2026年属“十五五”")
    ]
    assert not list(periods("落实“十四五”规划。", 2025, 2024))


def test_periods_of_five_years_follow_one_another():
    assert [period(year) for year in (2020, 2021, 2025, 2026, 2031)] == [
        "十三五",
        "十四五",
        "十四五",
        "十五五",
        "十六五",
    ]

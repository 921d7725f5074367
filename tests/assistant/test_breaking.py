"""Titles on several lines: words whole, nothing lost, lines of good proportion."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.breaking import lines
from assistant.standard import width_of

MOST = 20
TITLES = st.text(alphabet="市局关于2024年工作总结和《条例》“双减”（稿）、 A", min_size=1, max_size=90)


@pytest.mark.parametrize(
    "expected",
    [
        ["青禾市林业局2024年工作总结"],
        ["青禾市林业和草原局党组", "关于落实巡察整改任务情况的报告"],
        ["砚北县市场监督管理局", "2023年度法治政府建设工作报告"],
        ["关于学习宣传《中华人民共和国档案法》", "《保密条例》情况的报告"],
    ],
)
def test_a_title_is_broken_where_its_meaning_allows(expected):
    assert list(lines("".join(expected), MOST)) == expected


@settings(max_examples=150, deadline=None)
@given(TITLES)
def test_nothing_of_a_title_is_lost_and_no_line_is_too_long(title):
    found = lines(title, MOST)
    assert "".join(found) == title
    assert len(found) == 1 or all(width_of(line.strip()) <= MOST for line in found)
    assert all(after[0] not in "》”）、" and before[-1] not in "《“（" for before, after in pairwise(found))


def test_a_year_and_a_number_are_never_parted():
    for end in range(1, 24):
        title = "市" * end + "2024年上半年经济运行情况分析报告"
        assert all("2024年" in line for line in lines(title, MOST) if "0" in line)


def test_a_title_without_words_stays_as_it_is():
    assert lines("a" * 50, MOST) == ("a" * 50,)

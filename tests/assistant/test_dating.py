"""Dates and periods as days: what lies within what."""

import pytest

from assistant.dating import Days, covers, days


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("date:2023-03-24", Days((3, 24), (3, 24), 2023, 2023)),
        ("date:-03-24", Days((3, 24), (3, 24))),
        ("date:-03", Days((3, 1), (3, 31))),
        ("period:2023-上半年", Days((1, 1), (6, 31), 2023, 2023)),
        ("period:-3季度", Days((7, 1), (9, 31))),
        ("period:-前3季度", Days((1, 1), (9, 31))),
        ("period:2021/2023", Days((1, 1), (12, 31), 2021, 2023)),
        ("period:十四五", Days((1, 1), (12, 31), 2021, 2025)),
        ("date:T12:30", None),
    ],
)
def test_a_key_means_its_days(key, meant):
    assert days(key) == meant


@pytest.mark.parametrize(
    ("wide", "narrow", "inside"),
    [
        ("date:-03", "date:-03-24", True),
        ("date:-03-24", "date:-03", False),
        ("period:-03-下旬", "date:-03-24", True),
        ("period:2023-上半年", "date:-03-24", True),
        ("period:2022-上半年", "date:-03-24", False),
        ("period:十四五", "date:2023-03-24", True),
        ("period:-2季度", "date:-03-24", False),
    ],
)
def test_a_wide_time_is_stated_by_a_narrow_one_within_it(wide, narrow, inside):
    years = frozenset({"2023"})
    one, other = days(wide, years), days(narrow, years)
    assert one and other and covers(one, other, years) is inside


def test_this_year_is_the_year_of_the_brief_only_when_there_is_one():
    assert days("date:今年-03", frozenset({"2023"})) == Days((3, 1), (3, 31), 2023, 2023)
    assert days("date:去年-03", frozenset({"2023"})) == Days((3, 1), (3, 31), 2022, 2022)
    assert days("date:去年-03", frozenset({"2022", "2023"})) is None


def test_a_span_of_months_is_not_borne_out_by_a_shorter_one():
    wide, narrow = days("period:-03/06"), days("period:-03/05")
    assert not covers(wide, narrow, frozenset())
    assert covers(wide, days("period:-03-05/-06-20"), frozenset())


def test_days_from_to_are_not_stated_by_one_of_them():
    wide, narrow = days("period:-03-24/-03-28"), days("date:-03-24")
    assert wide is not None and narrow is not None
    assert not covers(wide, narrow, frozenset()) and covers(wide, wide, frozenset())

"""A date below a signature is written as official papers write it, whatever the writer typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.signing import dated, is_date


@pytest.mark.parametrize("form", ["{0.year}-{0.month}-{0.day}", "{0:%Y/%m/%d}", "{0:%Y.%m.%d}", "{0:%Y%m%d}"])
@given(day=st.dates(date(1949, 10, 1), date(2099, 12, 31)))
def test_a_date_of_figures_becomes_year_month_and_day(form, day):
    told = dated(form.format(day))
    assert told == f"{day.year}年{day.month}月{day.day}日"
    assert is_date(form.format(day)) and is_date(told) and dated(told) == told


@pytest.mark.parametrize(
    "text",
    [
        "二〇二四年十二月二十日",
        "二○二四年十月三十一日",
        "2024年12月",
        "20 December 2024",
        "December 20, 2024",
    ],
)
def test_a_date_spelt_out_is_read_and_stays(text):
    assert is_date(text) and dated(text) == text


@pytest.mark.parametrize(
    "text", ["明天", "", "2024-13-01", "2024年2月30日", "12月20日", "2024", "2024-12/20"]
)
def test_what_is_no_day_is_not_taken_for_one(text):
    assert not is_date(text) and dated(text) == text

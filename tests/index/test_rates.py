"""Rates of so many in ten thousand."""

import pytest

from index.expressions import expressions


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("死亡率8.2/10万", "ratio:8.2/100000"),
        ("发病率12.5/万", "ratio:12.5/10000"),
        ("3.1/1000", "ratio:3.1/1000"),
    ],
)
def test_a_rate_has_its_whole_in_its_key(text, key):
    assert [one.key for one in expressions(text)] == [key]


def test_a_share_and_a_date_are_none():
    assert [one.key for one in expressions("3/4，2023/12")] == ["ratio:3/4", "date:2023-12"]

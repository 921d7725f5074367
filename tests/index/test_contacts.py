"""Telephone numbers, addresses, accounts."""

import pytest

from index.contacts import contacts


@pytest.mark.parametrize(
    "text",
    [
        "联系电话13800000000",
        "电话：138-0000-0000",
        "座机0371-60000000",
        "邮箱office@example.com",
        "网址https://example.com/a",
        "加QQ123456789",
        "微信号：abc_123",
        "登录www.example.com",
        "身份证110101199001011234",
    ],
)
def test_every_way_to_reach_somebody_is_found(text):
    assert len({mark.key for mark in contacts(text)}) >= 1


@pytest.mark.parametrize(
    "text", ["完成投资138000万元", "2023年3月24日", "电话回访制度", "微信群宣传", "1.5.2条"]
)
def test_ordinary_words_and_figures_are_no_contacts(text):
    assert list(contacts(text)) == []


def test_the_key_does_not_depend_on_how_the_number_is_parted():
    first, second = (next(iter(contacts(text))).key for text in ("138-0000-0000", "13800000000"))
    assert first == second

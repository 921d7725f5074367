"""What a draft took from a sample is found on the shelf however either of them writes it."""

import pytest

from assistant.leaking import Leak, aliases, leaked
from index.expressions import expressions

WHERE = Leak("a1b2c3d4e5f6", "a1b2c3d4e5f6-0", "某局工作总结")


class Shelf:
    def __init__(self, *keys):
        self.keys = set(keys)
        self.asked = []

    def find(self, keys):
        self.asked.append(list(keys))
        return {key: WHERE for key in keys if key in self.keys}


@pytest.mark.parametrize(
    ("draft", "key"),
    [
        ("5月17日召开", "date:2023-05-17"),
        ("5月17日召开", "date:-05-17"),
        ("2023年5月17日召开", "date:-05-17"),
        ("2024年5月17日召开", "date:-05-17"),
        ("今年5月17日召开", "date:2023-05-17"),
        ("5月17日至19日召开", "period:2023-05-17/2023-05-19"),
        ("2023年5月下旬召开", "period:-05-下旬"),
        ("满意率95%", "ratio:95:%"),
        ("满意率九成五", "percent:95"),
        ("培训五十三人次", "count:53:人次"),
    ],
)
def test_an_expression_is_found_under_each_key_that_says_the_same(draft, key):
    found = expressions(draft)
    assert list(leaked(found, Shelf(key), ["2023"])) == list(found)


@pytest.mark.parametrize(
    ("draft", "key"),
    [
        ("5月17日召开", "date:2021-05-17"),
        ("2024年5月召开", "date:-05"),
        ("2024年上半年召开", "period:-上半年"),
        ("满意率95%", "percent:96"),
        ("近95%", "ratio:95:%"),
    ],
)
def test_an_expression_is_not_found_under_a_key_that_says_something_else(draft, key):
    assert leaked(expressions(draft), Shelf(key), ["2023"]) == {}


def test_the_shelf_is_asked_once_and_never_for_the_same_key_twice():
    shelf = Shelf()
    leaked(expressions("5月17日开会，5月17日谈话9人次，谈话9人次"), shelf, ["2023"])
    assert len(shelf.asked) == 1
    assert len(shelf.asked[0]) == len(set(shelf.asked[0]))


def test_without_a_shelf_nothing_is_leaked():
    assert leaked(expressions("5月17日"), None) == {}


def test_the_key_of_the_expression_itself_comes_first():
    (date,) = expressions("2023年5月17日")
    assert aliases(date)[0] == date.key

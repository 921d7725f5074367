"""Posts of persons."""

from assistant.checking import check
from assistant.noting import note


def kinds(text, facts):
    return {finding.kind for finding in check(text, note(facts))} - {"unused"}


def test_another_post_is_told():
    assert kinds("副局长梁正宇同志带队检查3次。", "局长梁正宇同志带队检查3次") == {"misplaced"}


def test_the_same_post_in_another_word_is_not():
    assert not kinds("老师梁正宇同志带队检查3次。", "教师梁正宇同志带队检查3次")

"""Word lists of the lexicon, and the pattern made of many words."""

import re

from index.glossary import alternation, table, words


def test_a_word_list_is_read_in_its_order_and_only_once():
    assert words("organisations", "functions")[0] == "数据资源"
    assert table("places") is table("places")


def test_of_two_words_that_begin_alike_the_longer_is_found():
    pattern = re.compile(alternation(["党委", "党委会", "党支部"]))
    assert [found[0] for found in pattern.finditer("党委会、党委、党支部")] == ["党委会", "党委", "党支部"]


def test_signs_in_a_word_stand_for_themselves():
    assert re.fullmatch(alternation(["1+N", "a.b"]), "1+N")
    assert not re.fullmatch(alternation(["1+N", "a.b"]), "axb")

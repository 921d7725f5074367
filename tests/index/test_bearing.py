"""What is found bears on the query: a word of it, or nearness of words that are known."""

import pytest

from index.bearing import bears, is_known
from index.types import Hit, Passage, Span

PASSAGE = "连降暴雨，降雨量为有记录以来最高，转移群众320人。"


def hit(near="", text=PASSAGE):
    passage = Passage("r1-0", "r1", ("三、防汛救灾",), Span(0, len(text)), text)
    return Hit(passage, 0.3, "工作总结", (f"near:{near}",) if near else ())


@pytest.mark.parametrize("query", ["群众", "转移群众", "防汛", "雨", "320", "乱码 群众"])
def test_a_word_of_the_query_is_enough_in_text_or_heading(query):
    assert bears(query, hit())


def test_other_words_for_it_count_when_they_are_near_and_known():
    assert bears("灾荒", hit("0.29"))
    assert not bears("灾荒", hit("0.21"))
    assert not bears("灾荒", hit())


@pytest.mark.parametrize("query", ["乱码词", "魑魅魍魉", "asdkjfh", "！？", "锟斤拷", "的"])
def test_nonsense_bears_on_nothing_however_near_it_falls(query):
    assert not bears(query, hit("0.24"))
    assert not is_known(query) or query == "乱码词"


def test_english_is_found_by_its_words():
    english = hit(text="We repaired the roads of the borough.")
    assert bears("repair of roads", english)
    assert not bears("the of", english)
    assert not bears("lending", hit("0.54", "We repaired the roads."))

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.asking import Query, is_quote, lent_share, near_weight, query_vector
from index.embedding import open_embedder


def test_meaning_weighs_more_where_a_heading_is_known_than_for_a_phrase_and_least_for_a_question():
    everywhere, in_one_place = dict.fromkeys(range(30), 5.0), {0: 9.0, **dict.fromkeys(range(1, 30), 3.0)}
    asked = (("如何压实责任", "", everywhere), ("压实责任", "", in_one_place), ("压实责任", "", everywhere))
    shares = [near_weight(Query(text, heading=head), found) for text, head, found in asked]
    headed = near_weight(Query("压实责任", heading="一、压实责任"), in_one_place)
    assert 0 < shares[0] == shares[1] < shares[2] < headed < 1


@given(st.lists(st.floats(0.1, 50), max_size=30))
def test_a_phrase_that_stands_out_nowhere_is_looked_for_by_meaning_too(scores):
    worded = dict(enumerate(sorted(scores, reverse=True)))
    share = near_weight(Query("优化营商环境"), worded)
    least, most = (near_weight(Query("优化营商环境"), one) for one in ({}, dict.fromkeys(range(10), 1.0)))
    assert least <= share <= most
    more = {n: score + 50 for n, score in worded.items()}
    assert near_weight(Query("优化营商环境"), more) >= share - 1e-9


def test_a_heading_equal_to_the_text_counts_once_and_its_mark_not_at_all():
    embedder = open_embedder()
    plain = query_vector(Query("廉政建设"), embedder)
    assert np.allclose(plain, query_vector(Query("（二）廉政建设。"), embedder))
    assert np.allclose(plain, query_vector(Query("廉政建设", heading="廉政建设"), embedder))
    one, other = (query_vector(Query("廉政", heading=mark + "作风建设"), embedder) for mark in ("", "（三）"))
    assert np.allclose(one, other) and not np.allclose(one, plain)


@pytest.mark.parametrize(
    "text", ["廉政建设的要求是什么", "是否追究责任？", "怎样压实责任", "由谁负责", "罚款多少"]
)
def test_a_question_is_looked_for_by_its_words(text):
    flat = dict.fromkeys(range(30), 5.0)
    assert near_weight(Query(text), flat) < near_weight(Query("优化营商环境"), flat)


def test_what_stands_beside_counts_more_for_a_question_than_under_a_heading():
    assert lent_share(Query("廉政", heading="一、廉政")) < lent_share(Query("怎样做到廉政"))


def test_four_characters_word_for_word_are_a_quote_but_a_heading_is_only_a_name():
    passage = "层层压实主体责任，推动党风廉政建设任务落地。"
    assert is_quote(Query("压实主体责任"), passage)
    assert not is_quote(Query("压实主体的责任"), passage)
    assert not is_quote(Query("责任"), passage)
    assert not is_quote(Query("压实主体责任", heading="一、压实主体责任"), passage)
    assert is_quote(Query(2 * passage, heading="一、压实主体责任"), 3 * passage)

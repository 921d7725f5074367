import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import drawn, fuse, joined, lend, surrounded

rankings = st.dictionaries(st.integers(0, 30), st.floats(-50, 50), max_size=12)


@given(rankings, rankings, st.floats(0.05, 0.95))
def test_scores_lie_between_nought_and_one_best_first_and_nothing_is_lost(one, other, weight):
    fused = fuse([(one, weight), (other, 1 - weight)])
    assert set(fused) == set(one) | set(other)
    assert all(0 <= score <= 1 for score in fused.values())
    assert list(fused.values()) == sorted(fused.values(), reverse=True)


@given(rankings.filter(lambda r: len(set(r.values())) > 1), st.floats(0.5, 20), st.floats(-9, 9))
def test_the_scale_of_a_ranking_does_not_matter(ranking, factor, shift):
    other = {1: 0.5, 2: 0.1}
    moved = {number: score * factor + shift for number, score in ranking.items()}
    if max(ranking.values()) - min(ranking.values()) > 1e-3:
        one, two = fuse([(ranking, 0.5), (other, 0.5)]), fuse([(moved, 0.5), (other, 0.5)])
        assert one == pytest.approx(two, abs=1e-6)


def test_equal_scores_are_ordered_by_number():
    assert list(fuse([({9: 1.0, 3: 1.0, 5: 1.0}, 1.0)])) == [3, 5, 9]


def test_what_both_rankings_prefer_comes_first():
    assert next(iter(fuse([({1: 9, 2: 8, 3: 1}, 0.4), ({2: 0.9, 4: 0.8, 1: 0.1}, 0.6)]))) == 2


def test_what_one_ranking_puts_first_passes_what_both_find_middling():
    assert next(iter(fuse([({1: 9, 2: 5, 3: 1}, 0.5), ({4: 9, 2: 5, 3: 1}, 0.5)]))) == 1


def test_no_ranking_gives_nothing():
    assert fuse([]) == {} == fuse([({}, 0.5), ({}, 0.5)])


@given(rankings, rankings, st.integers(0, 12))
def test_only_so_many_of_the_nearest_count_beside_all_that_the_words_found(near, worded, pool):
    near = dict.fromkeys(worded, -60.0) | near
    fused = joined(near, worded, 0.5, pool)
    assert set(worded) <= set(fused) <= set(near)
    assert len(fused) <= len(worded) + pool
    assert pool < len(near) or set(fused) == set(near)


@given(rankings.map(lambda r: {n: abs(s) / 50 for n, s in r.items()}), st.floats(0, 1))
def test_what_is_lent_lies_between_nought_and_the_best_and_only_inside_a_document(scores, share):
    owners = {number: number // 5 for number in range(31)}
    lent = lend(scores, owners, share)
    assert set(lent) == set(owners)
    most = math.sqrt(max(scores.values(), default=0))
    assert all(0 <= value <= most + 1e-9 for value in lent.values())
    apart = lend(scores, {number: number for number in range(31)}, share)
    assert apart == pytest.approx({n: math.sqrt(scores.get(n, 0) / (1 + share)) for n in range(31)})


def test_a_passage_beside_the_best_passes_one_that_stands_alone():
    lent = lend({4: 1.0, 5: 0.3, 9: 0.4}, {4: "a", 5: "a", 9: "b"}, 0.4)
    assert sorted(lent, key=lambda n: -lent[n]) == [4, 5, 9]


@pytest.mark.parametrize("passages", range(7))
def test_vectors_with_their_company_have_norm_one_and_a_passage_alone_keeps_its_own(passages):
    vectors = np.eye(8, dtype=np.float32)[:passages]
    joined = surrounded(vectors)
    assert joined.shape == vectors.shape and joined.dtype == np.float32
    assert np.allclose(np.linalg.norm(joined, axis=1), 1)
    assert np.array_equal(joined.argmax(axis=1), np.arange(passages))
    if passages == 1:
        assert np.array_equal(joined, vectors)


def test_of_two_like_passages_the_one_in_like_company_is_nearer():
    work, other, between = (np.asarray(one, np.float32) for one in ([1, 0, 0], [0, 1, 0], [0.6, 0, 0.8]))
    in_company = surrounded(np.stack([work, between, work]))[1]
    elsewhere = surrounded(np.stack([other, between, other]))[1]
    assert work @ in_company > work @ between > work @ elsewhere


def test_a_passage_without_a_known_word_stays_far_from_everything():
    joined = surrounded(np.asarray([[1, 0], [0, 0], [1, 0]], np.float32))
    assert not joined[1].any()
    assert np.allclose(joined[0], joined[2])


def test_a_drawn_query_has_norm_one_and_is_nearer_to_its_finds_and_still_nearest_to_itself():
    query, finds = np.eye(4, dtype=np.float32)[0], np.eye(4, dtype=np.float32)[1:3]
    moved = drawn(query, finds)
    assert moved.dtype == np.float32 and np.linalg.norm(moved) == pytest.approx(1)
    assert (finds @ moved > finds @ query).all() and query @ moved > 0.9 > (finds @ moved).max()


def test_a_query_without_finds_or_with_finds_that_say_nothing_stays_as_it_is():
    query = np.asarray([0.6, 0.8], np.float32)
    assert np.array_equal(drawn(query, np.zeros((0, 2), np.float32)), query)
    assert np.array_equal(drawn(query, np.zeros((3, 2), np.float32)), query)
    assert not np.isnan(drawn(np.zeros(2, np.float32), np.asarray([[0, 1]], np.float32))).any()

import tomllib
from itertools import combinations
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.clustering import cluster, features, likeness, nearness, nearness_to, same_job
from index.embedding import open_embedder

SET = tomllib.loads((Path(__file__).parents[1] / "data" / "groups.toml").read_text("utf-8"))["group"]


def test_the_labelled_set_is_as_large_as_agreed_and_says_nothing_twice():
    said = [text for row in SET for text in row["same"]]
    assert len(SET) >= 60
    assert len(set(said)) == len(said)


def test_grouping_the_measured_half_stays_as_good_as_told():
    rows = [row for row in SET if row["half"] == "b"]
    said = [(text, i) for i, row in enumerate(rows) for text in row["same"]]
    groups = cluster(likeness([text for text, _ in said], open_embedder().embed))
    found = {pair for group in groups for pair in combinations(group, 2)}
    right = {(i, j) for i, j in combinations(range(len(said)), 2) if said[i][1] == said[j][1]}
    assert len(found & right) / len(found) >= 0.8
    assert len(found & right) / len(right) >= 0.45


def test_figures_and_names_do_not_count():
    alike = likeness(
        ["全年召开党委会12次。", "全年召开党委会37次。", "发展党员6名。"], open_embedder("hashed").embed
    )
    assert alike[0, 1] > 0.99 > alike[0, 2]


def test_a_lack_and_a_deed_of_one_topic_are_parted_but_near():
    said = ["开展理论学习12次。", "理论学习不够深入。"]
    for embed in (open_embedder("hashed").embed, open_embedder().embed):
        assert likeness(said, embed)[0, 1] == 0 < nearness(said, embed)[0, 1]
        assert cluster(likeness(said, embed)) == [[0], [1]]


def test_nearness_to_one_text_is_its_row_of_all():
    said = ["召开警示教育大会。", "开展警示教育3次。", "警示教育深度不够。", "下一步抓好征兵。"]
    embed = open_embedder().embed
    assert np.allclose(nearness_to(said[0], said[1:], embed), nearness(said, embed)[0, 1:], atol=1e-5)
    assert nearness_to("独句。", [], embed).shape == (0,)


def test_what_shows_of_two_sentences_is_the_same_both_ways():
    said = ["开展消防演练5次。", "理论学习不够深入。", "下一步抓好信访。", "接待来访群众。"]
    for part in (*features(said, open_embedder().embed).values(), same_job(said)):
        assert part.shape == (4, 4)
        assert np.allclose(part, part.T, atol=1e-5)
        assert part.min() >= -1.01
        assert part.max() <= 1.01


def test_a_sentence_of_job_words_alone_still_says_something():
    alike = likeness(["存在问题", "存在不足"], open_embedder("hashed").embed)
    assert np.isfinite(alike).all()


def test_no_text_makes_no_group():
    assert cluster(likeness([], open_embedder("hashed").embed)) == []


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=36), st.floats(-1, 1))
def test_every_sentence_is_in_exactly_one_group(values, least):
    n = int(len(values) ** 0.5)
    square = np.array(values[: n * n], np.float32).reshape(n, n)
    groups = cluster((square + square.T) / 2, least)
    assert sorted(i for group in groups for i in group) == list(range(n))
    assert [len(g) for g in groups] == sorted((len(g) for g in groups), reverse=True)

"""Nearness of facts to headings: a row a fact, figures without weight, passages lift their heading."""

import numpy as np

from assistant.nearing import nearness

WORDS = ("学习", "安全", "河湖")


def embed(texts):
    return np.array([[text.count(word) + 1e-3 for word in WORDS] for text in texts], np.float32)


def test_a_fact_is_nearest_to_the_heading_of_its_matter():
    near = nearness(["学习12次", "安全检查3次"], ["理论学习", "安全生产"], embed, lambda heading: ())
    assert near.shape == (2, 2)
    assert near[0].argmax() == 0
    assert near[1].argmax() == 1


def test_figures_weigh_nothing():
    one, other = nearness(["学习12次", "学习99.5%次"], ["理论学习"], embed, lambda heading: ())
    assert one == other


def test_what_the_shelf_says_under_a_heading_draws_facts_to_it():
    under = {"生态文明": ("河湖清理", "河湖巡查"), "综合工作": ()}
    near = nearness(["河湖问题3处", "学习2次"], list(under), embed, lambda heading: under[heading])
    assert near[0].argmax() == 0


def test_nothing_gives_an_empty_table():
    assert nearness([], ["理论学习"], embed, lambda heading: ()).shape == (0, 1)

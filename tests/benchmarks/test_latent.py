import numpy as np
import pytest

pytest.importorskip("scipy")
from benchmarks.latent import Latent

GRAIN = ["秋粮收购平稳有序", "秋粮收购资金到位", "粮库秋粮收购安全", "收购资金专款专用"]
DUTY = ["压实主体责任清单", "主体责任层层压实", "责任清单逐项落实", "压实监督责任清单"]


def test_a_passage_is_nearest_to_its_own_words_and_cosines_stay_in_bounds():
    scores = Latent([*GRAIN, *DUTY]).scores([*GRAIN, *DUTY])
    assert scores.shape == (8, 8)
    assert np.allclose(np.diag(scores), 1, atol=1e-4)
    assert np.all(np.abs(scores) <= 1 + 1e-4)


def test_passages_of_the_same_matter_stand_before_those_of_another():
    scores = Latent([*GRAIN, *DUTY]).scores(["秋粮收购", "主体责任"])
    assert scores[0][:4].mean() > scores[0][4:].mean() + 0.3
    assert scores[1][4:].mean() > scores[1][:4].mean() + 0.3


def test_a_query_without_a_known_word_is_like_nothing():
    assert not Latent([*GRAIN, *DUTY]).scores(["xyz"]).any()

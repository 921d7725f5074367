import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.resemblance import BANDS, PLACES, bands, likeness, runs, share, signature

WORDS = "落实责任推进改革服务群众保障民生加强监督检查完善制度机制提升能力水平深入学习贯彻安全生产项目建设"


def words(seed, count=1200):
    draw = random.Random(seed)
    return "".join(draw.choice(WORDS) for _ in range(count))


def test_equal_texts_have_equal_signatures_and_figures_do_not_count():
    one, other = words(1) + "共28次", words(1) + "，共30次。"
    assert np.array_equal(signature(one), signature(other))
    assert share(one, other) == 1.0


def test_a_signature_estimates_the_common_part_of_two_texts():
    common = words(1, 3000)
    one, other = common + words(2), common + words(3)
    own, others = set(runs(one).tolist()), set(runs(other).tolist())
    true = len(own & others) / len(own | others)
    assert abs(likeness(signature(one), signature(other)) - true) < 0.2
    assert abs(share(one, other) - len(own & others) / len(own)) < 1e-9


def test_nearly_equal_texts_meet_and_different_ones_do_not():
    base = words(1, 2000)
    near = base[:900] + words(9, 100) + base[1000:]
    assert set(bands(signature(base))) & set(bands(signature(near)))
    met = [set(bands(signature(base))) & set(bands(signature(words(seed, 2000)))) for seed in range(2, 30)]
    assert not any(met)


def test_a_text_too_short_has_no_signature():
    assert len(signature("短")) == 0 and bands(signature("短")) == []
    assert share("短", "短") == 0.0 and likeness(signature("短"), signature("短")) == 0.0


@given(st.text(max_size=200))
def test_any_text_has_a_signature_of_one_size_or_none(text):
    signed = signature(text)
    assert len(signed) in (0, PLACES)
    assert len(bands(signed)) in (0, BANDS)
    assert all(-(2**63) <= band < 2**63 for band in bands(signed))

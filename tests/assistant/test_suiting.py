"""Features of a fact under a heading: what draws it there, and how likely each heading is."""

import numpy as np
import pytest

from assistant.plan import parse
from assistant.stock import stock
from assistant.suiting import FEATURES, is_party, least, likelihood, matter, names_party, suit

PLAN = parse(
    "题目：2024年工作总结\n一、突出政治引领，抓实党的建设\n二、守牢食品药品安全底线\n三、加强特种设备监管\n四、维护消费者权益\n"
)
LEAVES = PLAN.leaves()


def best(text):
    rows = suit([text], LEAVES, PLAN, np.zeros((1, len(LEAVES))))[0]
    return LEAVES[int(likelihood(rows).argmax())].text


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("食品抽检4186批次，合格率98.9%", "守牢食品药品安全底线"),
        ("检查锅炉、压力容器412家次", "加强特种设备监管"),
        ("电梯困人故障下降17%", "加强特种设备监管"),
        ("受理投诉1.8万件，挽回损失731万元", "维护消费者权益"),
        ("药店远程审方接入289家", "守牢食品药品安全底线"),
        ("党支部换届6个", "突出政治引领，抓实党的建设"),
    ],
)
def test_kinds_and_shared_words_lead_a_fact_to_its_heading(text, home):
    assert best(text) == home


def test_likelihoods_of_the_headings_and_of_none_make_one():
    rows = suit(["食品抽检62批次", "天气很好"], LEAVES, PLAN, np.zeros((2, len(LEAVES))))
    for row in rows:
        odds = likelihood(row)
        assert odds.shape == (len(LEAVES),)
        assert (odds >= 0).all() and odds.sum() < 1
    assert likelihood(rows[0]).max() > least() > 0


def test_a_word_of_one_heading_alone_weighs_more_than_one_of_all():
    plan = parse("一、养老安全\n二、养老床位\n三、养老餐桌\n")
    rows = suit(["养老床位增加160张"], plan.leaves(), plan, np.zeros((1, 3)))[0]
    rare = rows[:, FEATURES.index("rare")]
    assert rare.argmax() == 1
    assert rare[1] > 2 * rare[0]


def test_every_feature_has_its_weight_and_nothing_gives_an_empty_table():
    assert set(stock("suiting")["weight"]) == set(FEATURES)
    assert suit([], LEAVES, PLAN, np.zeros((0, len(LEAVES)))).shape == (0, len(LEAVES), len(FEATURES))


def test_a_heading_is_told_by_its_matter():
    assert matter("加强特种设备监管") == "特种设备监管"
    assert matter("做好工作") == "做好工作"


@pytest.mark.parametrize(
    "text", ["诫勉谈话3人", "核减“三公”经费8.3%", "签订“一岗双责”承诺书6份", "旁听庭审2次"]
)
def test_matters_of_the_party_are_known_by_their_words(text):
    assert is_party(text)


def test_headings_of_the_party_are_told_from_those_of_business():
    assert names_party("坚持党建引领，加强作风建设")
    assert not names_party("规范市场秩序，强化执法办案")


@pytest.mark.parametrize(
    ("text", "party"),
    [("约谈干部3人", True), ("约谈网约车驾驶员156人", False), ("给客运驾驶员办警示教育4场", False),
     ("开展警示教育4场", True), ("支部给企业办警示教育2场", True)],
)  # fmt: skip
def test_words_of_discipline_said_of_outsiders_are_no_matter_of_the_party(text, party):
    assert is_party(text) == party

import pytest

from assistant.spelling import spelt


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("问题1 台账不全 → 建台账 【推进中】", "针对台账不全问题，建台账，正在推进"),
        ("货运量同比-3.1%", "货运量同比下降3.1%"),
        ("满意率比上年+1.2个百分点", "满意率比上年提高1.2个百分点"),
        ("适应性培训 2期 / 参训率98%", "适应性培训 2期，参训率98%"), ("今年入驻+12家", "今年入驻增加12家"),
        ("接通率96.8，高1.1个点", "接通率96.8，高1.1个百分点"), ("召开会议3次", "召开会议3次"),
        ("7/24小时值班，气温-3度", "7/24小时值班，气温-3度"), ("AIS+北斗", "AIS+北斗"),
        ("设3个点", "设3个点"),
    ],
)  # fmt: skip
def test_signs_are_told_in_words_and_figures_stay(note, words):
    assert spelt(note) == words

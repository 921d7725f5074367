"""Figures: counts, percentages, points, money, ratios, ranges, ordinals."""

import pytest

from index.quantities import quantities


def keys(text: str) -> list[str]:
    return [mark.key for mark in sorted(quantities(text))]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("召开会议二十八次", "count:28:次"),
        ("参加党员一百二十名", "count:120:人"),
        ("惠及群众3千余人", "count:3000余:人"),
        ("投入资金1.2万元", "money:12000:元"),
        ("满意率达95%", "percent:95"),
        ("满意率达百分之九十五", "percent:95"),
        ("同比提高1.5个百分点", "points:1.5"),
        ("办结率九成五", "ratio:95:%"),
        ("增长3倍", "ratio:3:倍"),
        ("搞预报的才3个人", "count:3:人"),
        ("窗口只有两个人", "count:2:人"),
        ("都是五十多岁", "count:50余:岁"),
        ("要等两个钟头", "count:2:小时"),
        ("约需资金96万元", "money:960000约:元"),
        ("修路约花了18万元", "money:180000约:元"),
        ("练兵拿了第一", "ordinal:1:位"),
        ("从第三掉到第七", "ordinal:7:位"),
        ("占三分之一", "ratio:1/3"),
        ("每月3至5次", "range:3-5:次"),
        ("每月三五次", "range:3-5:次"),
        ("近百人", "count:100近:人"),
        ("上百名", "count:100以上:人"),
        ("排名全市第二名", "ordinal:2:名"),
        ("首批入选", "ordinal:1:批"),
        ("比例为5:1", "ratio:5:1"),
    ],
)
def test_a_figure_is_read_in_whatever_way_it_is_written(text, key):
    assert keys(text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "从三个方面着力",
        "做到两个到位",
        "十分重要",
        "成为一流",
        "一次性解决",
        "这一次",
        "千方百计",
        "又一项",
        "成都",
        "首先",
    ],
)
def test_words_that_only_look_like_figures_are_none(text):
    assert keys(text) == []


def test_the_bounds_of_a_hedged_figure_follow_the_hedge():
    (mark,) = quantities("培训1200余人次")
    assert (mark.low, mark.high, mark.unit, mark.approx) == (1201, 1299, "人次", "余")
    (mark,) = quantities("不少于4次")
    assert (mark.low, mark.high) == (4, None)


def test_english_figures_are_read_with_their_unit():
    assert keys("held 28 meetings and spent 1.2 million yuan") == ["count:28:meeting", "money:1200000:元"]


def test_a_half_behind_the_measure_is_counted():
    assert [mark.key for mark in quantities("修路三公里半。")] == ["count:3.5:公里"]
    assert [mark.key for mark in quantities("用了两个半月")] != ["count:2.5:个"]

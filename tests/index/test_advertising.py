import pytest

from index.advertising import TRIGGER, advertisements, score
from index.cutting import Line


def kept(*texts):
    lines = [Line(text) for text in texts]
    advertisements(lines)
    return [line.text for line in lines if line.kept]


SELLERS = [
    "欢迎关注微信公众号：某某材料，每天更新范文。",
    "更多范文请登录www.example.com下载",
    "本文由某某文库整理收集，如有侵权请联系删除",
    "代写各类公文材料，价格优惠，请加微信abc12345",
    "加QQ群：123456789免费领取资料",
    "扫码关注，回复“总结”即可获取全套模板",
    "上一篇：某某局工作总结",
    "未经许可不得转载，转载请注明出处",
    "点击下载完整版",
    "开通会员，海量素材打包下载",
]
REPORTS = [
    "我局开通微信公众号，及时发布政务信息。",
    "群众扫描二维码即可反映问题，办结率达到98%。",
    "建立案例资料库，收集素材120份，供党员干部学习。",
    "开展网络文学侵权盗版专项治理，查处案件12起。",
    "加强会员单位服务，发展会员300名。",
    "推广手机下载“国家反诈中心”，覆盖全镇。",
    "严厉打击代写论文等违法行为。",
    "依托小程序、公众号开展线上宣传，点击量超过3万次。",
    "搜集资料、撰写材料，加班加点完成任务。",
]


@pytest.mark.parametrize("line", SELLERS)
def test_a_seller_goes(line):
    assert kept("全年工作完成得好。", line) == ["全年工作完成得好。"]


@pytest.mark.parametrize("line", REPORTS)
def test_a_report_that_uses_a_sellers_words_stays(line):
    assert kept("全年工作完成得好。", line, "下一步继续努力。") == [
        "全年工作完成得好。",
        line,
        "下一步继续努力。",
    ]


def test_only_the_sellers_sentence_is_cut_out_of_a_line():
    line = Line("我们坚持问题导向，抓好整改。欢迎关注微信公众号：某某材料，获取更多范文。")
    advertisements([line])
    assert line.text == "我们坚持问题导向，抓好整改。"
    assert [(text[:4], why) for _, text, why in line.cuts] == [("欢迎关注", "advertisement")]


def test_an_advertisement_in_brackets_is_cut_out_of_its_sentence():
    line = Line("全年学习12次（更多范文请关注公众号：某某文库），效果良好。")
    advertisements([line])
    assert line.text == "全年学习12次，效果良好。"


def test_what_stands_beside_an_advertisement_and_is_no_words_goes_too():
    assert kept("全年工作完成得好。", "更多范文请登录www.example.com下载", "QQ 12345678") == [
        "全年工作完成得好。"
    ]


def test_the_score_is_higher_for_sellers_than_for_reports():
    assert min(map(score, SELLERS)) > max(map(score, REPORTS))


@pytest.mark.parametrize("line", SELLERS)
def test_what_sells_is_never_passed_over_unscored(line):
    assert score(line) < 2 or TRIGGER.search(line)

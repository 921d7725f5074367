"""The gate's second reading of facts, in the words a report writes them in."""

import pytest

from assistant.checking import check
from assistant.noting import note
from assistant.rereading import reread

ACCUSING = {"unasked", "unsupported", "leaked", "misplaced"}


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("挽回损失 1870余万", "挽回损失1870余万元"),
        ("9.20前报到", "9月20日前报到"),
        ("数据口径3.1-11.20", "数据口径3月1日至11月20日"),
        ("下午3点40恢复", "下午3点40分恢复"),
        ("水表80只换了80", "水表80只全部更换80只"),
        ("发资料三千来份", "发资料约三千份"),
        ("粉丝14.2w", "粉丝14.2万"),
    ],
)
def test_a_short_form_is_read_in_full(said, written):
    assert [fact.text for fact in reread(note(said))] == [written]


def test_a_figure_with_two_units_is_read_each_way():
    assert [fact.text for fact in reread(note("监测120点次/家次"))] == ["监测120点次", "监测120家次"]


def test_a_share_with_a_point_is_no_day_and_a_numeral_with_one_no_hour():
    assert [fact.text for fact in reread(note("增幅9.2%"))] == ["增幅9.2%"]
    assert [fact.text for fact in reread(note("得分9.5分"))] == ["得分9.5分"]


@pytest.mark.parametrize(
    ("facts", "draft"),
    [
        ("船舶进出港 1126艘次 同比+4.7%", "船舶进出港1126艘次，同比增长4.7%。"),
        ("热线接通率96.8%，比上季度高1.1个点", "热线接通率96.8%，比上季度高1.1个百分点。"),
        ("新收案件346 旧存82 执结329", "新收案件346件，旧存82件，执结329件。"),
        ("农民工讨薪 402件 挽回损失 870余万", "办理农民工讨薪402件，挽回损失870余万元。"),
    ],
)
def test_what_the_written_facts_say_is_not_accused(facts, draft):
    assert not ACCUSING & {finding.kind for finding in check(draft, note(facts), year=2024)}


@pytest.mark.parametrize(
    ("facts", "draft"),
    [
        ("船舶进出港 1126艘次 同比+4.7%", "船舶进出港1126艘次，同比下降4.7%。"),
        ("热线接通率96.8%，比上季度高1.1个点", "热线接通率96.8%，比上季度高1.2个百分点。"),
        ("9.20前报到", "9月21日前报到。"),
        ("农民工讨薪 402件 挽回损失 870余万", "办理农民工讨薪402件，挽回损失890余万元。"),
    ],
)
def test_what_they_do_not_say_is(facts, draft):
    assert ACCUSING & {finding.kind for finding in check(draft, note(facts), year=2024)}


@pytest.mark.parametrize(
    ("facts", "draft"),
    [
        ("桥东、河西两所小学换了校车，城南小学没批下来", "桥东、河西两所小学更换校车。"),
        ("抽查工地40个有9个没有按规定围挡", "抽查工地40个，9个没有按规定围挡。"),
        ("年底入库率过90%", "年底入库率超过90%。"),
        ("入园车辆管理系统 都开了", "入园车辆管理系统已全部开通。"),
        ("消防通道改造 主要施工 600平方米\n绿地养护面积300平方米", "开展消防通道改造，面积600平方米。"),
        ("9月搞了一次三方联合演练，8家单位", "一是开展应急演练。9月举办三方联合演练1次，8家单位参加。"),
        ("施工方案还没批\n围挡缺30米", "工作中还存在不足。围挡缺30米。"),
    ],
)
def test_the_same_in_a_reports_words_is_not_accused(facts, draft):
    found = check(draft, note(facts), year=2024)
    assert not [one.text for one in found if one.kind in ACCUSING]


@pytest.mark.parametrize(
    ("facts", "draft"),
    [
        ("抽查工地40个有9个没有按规定围挡", "抽查工地40个，9个按规定围挡。"),
        ("年底入库率90%", "年底入库率超过90%。"),
        ("道闸系统12套 都查了", "道闸系统12套，已全部关闭。"),
        ("9月召开联合会议，8家单位", "一是开展应急演练。9月召开联合会议，8家单位参加。"),
        ("桥东、河西两所小学换了校车", "桥东、河西三所小学更换校车。"),
    ],
)
def test_something_else_in_its_place_still_is(facts, draft):
    found = check(draft, note(facts), year=2024)
    assert [one.text for one in found if one.kind in ACCUSING]

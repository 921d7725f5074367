"""Names of persons beside a title, a role or a verb."""

import pytest

from index.expressions import expressions


def names(text: str) -> list[str]:
    return [one.text for one in expressions(text) if one.kind == "person"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由王建国同志任组长", ["王建国"]),
        ("肃清龚长安流毒影响", ["龚长安"]),
        ("局长李明主持会议", ["李明"]),
        ("李局长带队检查", ["李"]),
        ("汲取周大山案教训", ["周大山"]),
        ("表彰张伟、刘洋等同志", ["张伟", "刘洋"]),
        ("干部李某某违规饮酒", ["李某某"]),
        ("张建国到青溪县讲党课", ["张建国"]),
        ("李红梅主持会议", ["李红梅"]),
        ("由王强作工作报告", ["王强"]),
        ("上官婉清同志带队", ["上官婉清"]),
        ("党员阿依古丽·买买提带队", ["阿依古丽·买买提"]),
    ],
)
def test_a_person_is_found(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "安全生产责任制",
        "习近平总书记重要讲话",
        "广大党员同志",
        "文明单位",
        "明确责任",
        "局长办公会研究",
        "高度重视",
        "邓小平理论",
        "与青石中学签订协议",
        "任何名义",
        "方向明确，金融稳定",
    ],
)
def test_ordinary_words_are_no_persons(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("村民李红梅家住山脚", ["李红梅"]),
        ("全国人大代表韩凤英，来自柳溪", ["韩凤英"]),
        ("活动结束时，陈志远表示收获很大", ["陈志远"]),
        ("被害人陈述属实", []),
        ("文章强调，方案指出", []),
    ],
)
def test_who_speaks_and_whose_part_is_named_is_a_person(text, found):
    assert names(text) == found

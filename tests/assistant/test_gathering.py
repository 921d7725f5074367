from hypothesis import given
from hypothesis import strategies as st

from assistant.gathering import gather, running
from assistant.stating import state

NOTES = (
    "推进会3次", "改造老旧小区14个", "加装电梯21部", "新成立业委会9个", "普法讲座12场", "水费收缴率96%",
    "其中6个在城区", "剩余2件明年完工", "获省级文明单位", "没有发生事故", "团建",
)  # fmt: skip


def stated(*notes):
    return [state((f"F{at}",), text) for at, text in enumerate(notes, 1)]


def told(groups):
    return [[one.text for one in group.statements] for group in groups]


@given(st.lists(st.sampled_from(NOTES), max_size=16), st.sampled_from(["物业管理", ""]))
def test_every_statement_stands_in_one_point(notes, heading):
    groups = gather(stated(*notes), heading)
    expected = sorted(f"F{at}" for at in range(1, len(notes) + 1))
    for held in (groups, running(groups)):
        assert sorted(one for group in held for said in group.statements for one in said.ids) == expected


def test_meetings_lead_and_what_is_left_over_stands_last():
    points = told(gather(stated("剩余2件明年完工", "加装电梯21部", "普法讲座12场", "推进会3次"), "民生实事"))
    assert points[0] == ["召开推进会3次"] and points[-1] == ["剩余2件明年完工"]


def test_a_fee_and_a_lecture_do_not_share_a_point():
    notes = (
        "改造小区14个",
        "加装电梯21部",
        "新建停车位430个",
        "收费率96%",
        "普法讲座12场",
        "新成立业委会9个",
    )
    points = told(gather(stated(*notes), "物业管理"))
    assert not any("收费率为96%" in point and "举办普法讲座12场" in point for point in points)


def test_few_statements_are_a_point_each():
    assert len(gather(stated("加装电梯21部", "新建停车位430个", "安装路灯9盏"), "小区改造")) == 3

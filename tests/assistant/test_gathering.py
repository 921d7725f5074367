from hypothesis import given
from hypothesis import strategies as st

from assistant.gathering import gather
from assistant.paragraphing import paragraphs
from assistant.stating import state
from assistant.tying import tied

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
    for held in (groups, tied(groups, heading), paragraphs(stated(*notes), heading)):
        assert sorted(one for group in held for said in group.statements for one in said.ids) == expected


def test_meetings_lead_and_what_is_left_over_stands_last():
    points = told(gather(stated("剩余2件明年完工", "加装电梯21部", "普法讲座12场", "推进会3次"), "民生实事"))
    assert points[-1] == ["剩余2件明年完工"] and points[0][0] == "召开推进会3次"


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


def test_more_than_five_statements_are_two_or_three_a_point():
    notes = ("水上巡查1104航次", "夜查263次", "行政案件58起", "移送司法9起", "清理地笼3416具", "清理船舶27艘")
    points = told(gather(stated(*notes), "禁渔执法"))
    assert 2 <= len(points) <= 3 and ["开展水上巡查1104航次", "开展夜查263次"] in points


def test_a_heading_of_two_parts_gathers_by_its_parts():
    notes = ("新开分馆2家", "流动车出车143趟", "完成馆藏古籍登记327部", "古籍专项资金35万元")
    groups = gather(stated(*notes), "总分馆建设与古籍保护")
    assert [one.half for one in groups] == ["总分馆建设", "古籍保护"]
    assert [len(one.statements) for one in groups] == [2, 2]


def test_a_document_stands_first_in_its_point_and_earlier_dates_before_later_ones():
    notes = (
        "演练4次",
        "9月演练成果检查2次",
        "4月应急演练动员3次",
        "印发应急演练方案",
        "新建公墓3处",
        "发放低保金3万元",
    )
    points = told(gather(stated(*notes), "年度工作"))
    (point,) = [one for one in points if any("方案" in text for text in one)]
    assert "方案" in point[0]
    flat = [text for one in points for text in one]
    assert (
        flat.index("4月，开展应急演练动员3次") < flat.index("9月演练成果检查2次")
        if len(points) == 1
        else True
    )


def test_few_statements_that_are_no_kin_are_a_point_each():
    assert (
        len(gather(stated("加装电梯21部", "普法讲座12场", "收费率96%", "新成立业委会9个"), "物业管理")) >= 3
    )


def test_shortcomings_keep_the_writers_order():
    groups = gather(stated("招商不力", "党组会少", "台账乱"), "存在的问题", weighed=True)
    assert told(groups) == [["招商不力"], ["党组会少"], ["台账乱"]]

from hypothesis import given
from hypothesis import strategies as st

from assistant.paragraphing import paragraphs
from assistant.stating import state

NOTES = (
    "推进会3次", "改造老旧小区14个", "加装电梯21部", "普法讲座12场", "水费收缴率96%", "其中6个在城区",
    "获省级文明单位", "没有发生事故", "团建", "修订《岸电使用管理办法》并向十二家企业逐一讲解条文和罚则要求",
)  # fmt: skip


def stated(*notes):
    return [state((f"F{at}",), text) for at, text in enumerate(notes, 1)]


def told(groups):
    return [[one.text for one in group.statements] for group in groups]


@given(st.lists(st.sampled_from(NOTES), max_size=24), st.sampled_from(["物业管理", "岸电使用和电梯改造", ""]))
def test_every_statement_stands_in_one_paragraph(notes, heading):
    found = [
        one for group in paragraphs(stated(*notes), heading) for said in group.statements for one in said.ids
    ]
    assert sorted(found) == sorted(f"F{at}" for at in range(1, len(notes) + 1))


def test_the_writers_order_stays_but_for_meetings_first_and_honours_last():
    notes = ("林场入选省级森林康养基地", "亮灯率99%", "直报1.4万家次", "党组会12次", "换灯61盏")
    (paragraph,) = told(paragraphs(stated(*notes), ""))
    assert paragraph == [
        "召开党组会12次",
        "亮灯率为99%",
        "直报1.4万家次",
        "换灯61盏",
        "林场入选省级森林康养基地",
    ]


def test_a_long_section_is_cut_where_the_matter_changes():
    boats = [
        f"{place}码头检修渡船{count}艘"
        for place, count in (("东岸", 3), ("西岸", 5), ("北岸", 2), ("南岸", 4), ("上游", 6), ("下游", 7))
    ]
    lessons = [
        f"船员{what}培训{count}期"
        for what, count in (
            ("消防", 3),
            ("救生", 2),
            ("礼仪", 4),
            ("急救", 6),
            ("防疫", 1),
            ("环保", 5),
            ("通信", 8),
        )
    ]
    found = told(paragraphs(stated(*boats, *lessons), "年度工作"))
    assert [len(one) for one in found] == [6, 7]


def test_each_part_of_a_heading_has_its_paragraph_and_a_single_line_has_none():
    heading = "总分馆建设与古籍保护"
    notes = ("新开分馆2家", "流动车到总分馆143趟", "完成馆藏古籍登记327部", "古籍专项资金35万元")
    assert [len(one) for one in told(paragraphs(stated(*notes), heading))] == [2, 2]
    assert len(paragraphs(stated(*notes[:3], "分馆开放300天"), heading)) == 1

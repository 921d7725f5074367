"""A stated figure said of something else, and yes said for no."""

import pytest

from assistant.checking import check
from assistant.extracting import extract
from assistant.grounding import ground, located
from assistant.noting import note
from assistant.placing import misplaced, namesake, opposed, reversed_sense
from assistant.supporting import supporters


def judged(judge, text, facts):
    all_of_it = ground(note(facts))
    (place,) = located(text, extract(text)[0])
    if judge is namesake:
        return namesake(place, all_of_it)
    stated = supporters(place.expression, all_of_it)
    return misplaced(place, stated, all_of_it) if judge is misplaced else reversed_sense(place, stated)


@pytest.mark.parametrize(
    ("judge", "facts", "text"),
    [
        (misplaced, "党组会12次\n党课3次", "召开党组会3次"),
        (misplaced, "3月24日廉政会议\n7月8日组织生活会", "7月8日召开廉政会议"),
        (misplaced, "接待读者37人次\n培训网格员37人", "接待读者37人"),
        (misplaced, "贷款增长15%以上\n覆盖率90%", "贷款增长51%以上"),
        (namesake, "谈话28人次", "谈话28人"),
        (reversed_sense, "未完成1项", "完成1项"),
        (misplaced, "瞭望塔3座，有两座没人守", "其中3座无人值守"),
        (reversed_sense, "修订制度6项\n未完成课题6项", "完成课题6项"),
    ],
)
def test_a_swap_is_suspected_and_the_fact_named(judge, facts, text):
    found = judged(judge, text, facts)
    assert found is not None and found.fact


@pytest.mark.parametrize(
    ("judge", "facts", "text"),
    [
        (misplaced, "党组会12次\n党课3次", "召开党组会12次"),
        (misplaced, "理论中心组学习12次\n党课3次", "开展集体研讨12次"),
        (namesake, "谈话2人次", "修路2公里"),
        (misplaced, "接待读者37人次\n培训网格员37人", "网格员37人"),
        (misplaced, "贷款增长18%\n覆盖率90%", "信贷增长15%以上"),
        (misplaced, "参会104人", "廉政大会超过100人"),
        (reversed_sense, "修订制度6项\n未完成课题6项", "修订制度6项"),
        (reversed_sense, "未完成1项", "尚有1项未完成"),
        (reversed_sense, "厨师里有1人没健康证", "厨师有1人无健康证"),
        (misplaced, "瞭望塔3座，有两座没人守", "其中2座无人值守"),
    ],
)
def test_other_words_for_the_same_are_not_suspected(judge, facts, text):
    assert judged(judge, text, facts) is None


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("发案下降6.4%", "发案上升6.4%"),
        ("优良率87.1%", "优良率提高87.1%"),
        ("年内竣工14个", "年内开工14个"),
        ("招收博士12人", "招收硕士12人"),
    ],
)
def test_the_contrary_of_a_fact_is_told(facts, text):
    all_of_it = ground(note(facts))
    (place,) = located(text, extract(text)[0])
    found = opposed(place, supporters(place.expression, all_of_it))
    assert found is not None and found.fact == "F1"


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("收入增长8.3%", "收入同比增长8.3%"),
        ("优良率升至87.1%", "优良率提高到87.1%"),
        ("发现隐患23处", "排查隐患23处"),
        ("新增学位260个", "增加学位260个"),
    ],
)
def test_other_words_for_the_same_are_no_contrary(facts, text):
    all_of_it = ground(note(facts))
    (place,) = located(text, extract(text)[0])
    assert opposed(place, supporters(place.expression, all_of_it)) is None


def test_a_sign_in_a_table_is_a_rise_or_a_fall():
    facts = note("指标：受理案件，今年：864件，去年：912件，变化：-5.3%")
    told = {
        word: [
            f.text
            for f in check(f"今年受理案件864件，去年为912件，{word}5.3%。", facts)
            if f.kind == "misplaced"
        ]
        for word in ("下降", "增长")
    }
    assert told == {"下降": [], "增长": ["5.3%"]}

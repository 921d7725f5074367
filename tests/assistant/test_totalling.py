"""Totals are added up again where parts and total stand side by side."""

import pytest

from assistant.extracting import extract
from assistant.grounding import ground, located
from assistant.noting import note
from assistant.totalling import totals, totals_of


def wrong(text):
    places = list(located(text, extract(text)[0]))
    return [(found.total.text, found.sum) for found in totals(text, places)]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("上半年培训13场、下半年培训12场，共26场。", "26场", "13场 + 12场"),
        ("培训25场，其中业务培训18场、警示教育9场。", "25场", "18场 + 9场"),
        ("共320人，其中男180人、女120人。", "320人", "180人 + 120人"),
        ("全年接待60批，上半年25批、下半年30批。", "60批", "25批 + 30批"),
        (
            "全系统讲授党课50场，机关一支部17场、机关二支部28场、下属单位39场。",
            "50场",
            "17场 + 28场 + 39场",
        ),
        ("投入30万元，其中道路20万元、照明15万元。", "30万元", "20万元 + 15万元"),
    ],
)
def test_parts_that_do_not_make_the_total_are_told(text, total, parts):
    assert wrong(text) == [(total, parts)]


@pytest.mark.parametrize(
    "text",
    [
        "上半年培训13场、下半年培训12场，共25场。",
        "培训25场，其中业务培训18场、警示教育5场。",
        "培训25场，其中业务培训18场。",
        "党组会12次、党课3次，共研究议题60次。",
        "培训25场，其中业务培训18场。走访12户、慰问30户。",
        "培训25场，其中业务培训近20场、警示教育9场。",
        "安排赤字120亿元，比上年增加40亿元，其中省级85亿元、市县35亿元。",
        "补助50元，其中省级由40元提高到80元、市级20元。",
        "在建项目16个，其中新开工5个，大力推进技术改造项目40个。",
        "召开会议12次，其中专题会3次，参加186人。",
        "引进项目65个、其中工业项目42个，推动63个项目开工。",
        "共320人，其中男200人、女120人。",
        "共320人，其中男180人、女120人、其他20人。",
        "平均年龄35分，其中男36分、女33分。",
        "全系统讲授党课50场，机关一支部17场、机关二支部28场。",
        "全系统增加50人，机关一支部增加30人、机关二支部增加40人。",
        "全市建成市级展馆5个，省重点展馆7个、区级展馆9个。",
        "增设床位60张，其中医院床位890张，增设62张。",
    ],
)
def test_what_adds_up_or_need_not_is_not(text):
    assert wrong(text) == []


def test_the_sum_of_the_parts_is_written_as_the_total_is():
    text = "投入3.5万元，其中道路2.1万元、照明1.6万元。"
    found = next(totals(text, list(located(text, extract(text)[0]))))
    assert found.shown == "2.1万元 + 1.6万元 = 3.7万元"


def beyond(notes):
    facts = note(notes)
    return [(fact, total.total.text, total.made) for fact, total in totals_of(facts, ground(facts))]


def test_bodies_of_separate_facts_are_added_up():
    lines = ["全系统讲授专题党课50场", "机关一支部17场", "机关二支部28场", "下属事业单位39场"]
    assert beyond("\n".join(lines)) == [("F1", "50场", "84场")]
    assert beyond("\n".join([*lines[:1], "走访企业9家", *lines[1:]])) == []
    assert beyond("全系统讲授专题党课84场\n" + "\n".join(lines[1:])) == []


def test_a_total_within_one_fact_is_told_once():
    assert beyond("共320人，其中男180人、女150人") == [("F1", "320人", "330人")]

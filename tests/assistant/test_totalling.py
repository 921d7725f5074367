"""Totals are added up again where parts and total stand side by side."""

import pytest

from assistant.extracting import extract
from assistant.grounding import located
from assistant.totalling import totals


def wrong(text):
    places = list(located(text, extract(text)[0]))
    return [(found.total.text, found.sum) for found in totals(text, places)]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("上半年培训13场、下半年培训12场，共26场。", "26场", "13场 + 12场"),
        ("培训25场，其中业务培训18场、警示教育9场。", "25场", "18场 + 9场"),
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
        "增设床位60张，其中医院床位890张，增设62张。",
    ],
)
def test_what_adds_up_or_need_not_is_not(text):
    assert wrong(text) == []

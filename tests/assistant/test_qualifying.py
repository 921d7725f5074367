"""Words of extent, rank and time that no fact says, told also where the clause holds a stated figure."""

import pytest

from assistant.grounding import ground
from assistant.noting import note
from assistant.qualifying import overstated

FACTS = """开展燃气安全检查64次，发现隐患37处，已整改35处
新建便民驿站8个
文化站获得省级示范站称号
5月12日举办防灾演练1场"""


def told(text, facts=FACTS):
    return [span.of(text) for span in overstated(text, ground(note(facts)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("发现隐患37处，全部整改。", ["全部"]),
        ("新建便民驿站8个，实现社区全覆盖。", ["全覆盖"]),
        ("全市首个便民驿站建成，共8个。", ["全市", "首个"]),
        ("燃气安全检查64次，次数位居全市前列。", ["位居", "全市", "前列"]),
        ("检查64次，燃气安全零事故。", ["零事故"]),
        ("文化站获得国家级示范站称号。", ["国家级"]),
        ("国庆期间举办防灾演练1场。", ["国庆"]),
        ("新建便民驿站8个，较年初翻了一番。", ["较年初", "翻了一番"]),
        ("做到应改尽改。", ["应改尽改"]),
        ("周明同志担任站长。", ["担任站长"]),
        ("检查次数居全国第二。", ["居全国", "全国"]),
    ],
)
def test_a_degree_that_no_fact_says_is_told(text, words):
    assert told(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "文化站荣获省级示范站称号。",
        "确保燃气安全检查全覆盖、零事故。",
        "下一步，实现便民驿站全覆盖。",
        "力争工作走在全市前列。",
        "严防发生零容忍之外的问题。",
        "5月12日当天举办防灾演练1场。",
        "全面加强安全检查，全年检查64次。",
    ],
)
def test_a_stated_degree_and_an_aim_are_let_pass(text):
    assert told(text) == []


def test_one_number_twice_is_all_of_it():
    assert told("问题全部整改。", "发现问题23个，整改问题23个") == []


def test_a_feast_may_be_called_by_its_other_name():
    assert told("五一假期接待游客。", "劳动节接待游客") == []

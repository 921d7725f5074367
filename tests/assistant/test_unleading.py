import pytest

from assistant.unleading import labelled_role, unlabelled, unled


@pytest.mark.parametrize(
    ("note", "role", "words"),
    [
        ("但是仍有3项工作滞后", "work", "仍有3项工作滞后"),
        ("此外，但是督查力度不够", "problems", "督查力度不够"),
        ("存在问题：窗口人手不足", "problems", "窗口人手不足"),
        ("存在的主要问题是：但台账不全", "problems", "但台账不全"),
        ("问题：人手少", "work", "问题：人手少"),
        ("计划：新购车辆2台", "next", "新购车辆2台"),
        ("不足是下乡少", "problems", "下乡少"),
        ("还有就是脾气急", "work", "脾气急"),
        ("同时办好两件实事", "work", "同时办好两件实事"),
        ("同时，办件1200件", "opening", "同时，办件1200件"),
        ("但是", "work", "但是"),
    ],
)
def test_a_fact_leaves_the_connective_and_label_it_begins_with(note, role, words):
    assert unled(note, role) == words


@pytest.mark.parametrize("note", ["问题导向抓整改", "困难群众126户", "计划招聘2人", "措施3条"])
def test_words_that_only_begin_like_a_label_are_none(note):
    assert labelled_role(note) is None and unlabelled(note) == note


@pytest.mark.parametrize(
    ("note", "role", "words"),
    [
        ("存在：党建材料靠集中补", "problems", "党建材料靠集中补"),
        ("下步：每季度开一次例会", "next", "每季度开一次例会"),
        ("但也有短板，扑救队伍是外包的", "problems", "扑救队伍是外包的"),
        ("我自己也有不足，下乡少", "problems", "下乡少"),
        ("不过个别站点还是一言堂", "problems", "个别站点还是一言堂"),
        ("首先把产能稳住", "next", "把产能稳住"),
        ("第三把兽医站补齐人", "next", "把兽医站补齐人"),
        ("第三季度完成验收", "next", "第三季度完成验收"),
        ("但书条款修订2处", "problems", "但书条款修订2处"),
    ],
)
def test_a_mark_of_any_wording_that_says_the_role_or_the_number_is_left(note, role, words):
    assert unled(note, role) == words


def test_how_a_speaker_counts_and_goes_on_is_left_out_and_the_time_of_a_plan_stays():
    assert unled("第一呢就是人手紧", "problems") == "人手紧"
    assert unled("第二个就是老系统掉线", "problems") == "老系统掉线"
    assert unled("再有一个，年轻同志业务不熟", "problems") == "年轻同志业务不熟"
    assert unled("再一个是船，海巡船去年停了71天", "problems") == "船方面，海巡船去年停了71天"
    assert unled("明年目标：营收突破9亿元", "next") == "明年，营收突破9亿元"
    assert unled("第一季度完成招聘") == "第一季度完成招聘" and unled("第一书记驻村") == "第一书记驻村"

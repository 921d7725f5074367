"""A figure with the words of another figure of the facts."""

import pytest

from assistant.belonging import borrowed
from assistant.extracting import extract
from assistant.grounding import ground, located
from assistant.noting import note
from assistant.supporting import supporters


def judged(text, facts):
    said = ground(note(facts))
    places = list(located(text, extract(text)[0]))
    place = places[-1]
    beside = frozenset(one.expression.key for one in places if one.clause == place.clause)
    return borrowed(place, supporters(place.expression, said), said, beside)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("检修路灯3120盏，其中太阳能灯460盏", "检修太阳能灯3120盏。"),
        ("救助流浪人员86人，寻亲成功19人", "寻亲成功86人。"),
        ("新购消防水带240盘，累计达到1360盘", "新购消防水带1360盘。"),
        ("存款余额31.4亿元，比年初增加2.6亿元", "当年新增存款31.4亿元。"),
        ("林区护林员64人，村级护林员512人", "林区护林员512人。"),
        ("幼苗成活率91%，病虫害防治率97%", "幼苗防治率91%。"),
    ],
)
def test_words_of_another_figure_are_told(facts, text):
    assert judged(text, facts) is not None


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("检修路灯3120盏，其中太阳能灯460盏", "共检修路灯3120盏。"),
        ("检修路灯3120盏，其中太阳能灯460盏", "检修太阳能灯460盏。"),
        ("招聘护林员64名，到岗61名", "61名护林员已上岗。"),
        ("领导包案48次，化解积案17件", "化解信访积案17件。"),
        ("新购消防水带240盘，累计达到1360盘", "消防水带总数增至1360盘。"),
    ],
)
def test_a_whole_lends_its_words_to_its_part(facts, text):
    assert judged(text, facts) is None

"""Levels told as changes, ends exchanged, peaks as averages, bounds turned round, causes put in."""

import pytest

from assistant.extracting import extract
from assistant.grounding import ground, located
from assistant.noting import note
from assistant.supporting import supporters
from assistant.turning import turned


def judged(text, facts):
    said = ground(note(facts))
    places = [one for one in located(text, extract(text)[0]) if one.expression.low or one.expression.high]
    return any(turned(one, supporters(one.expression, said), said) for one in places)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("窗口由18个减到11个", "窗口减少11个。"),
        ("在校生860人，比去年少34人", "在校生减少860人。"),
        ("等候时间从25分钟降到9分钟", "等候时间由9分钟延长到25分钟。"),
        ("最高日客流4.6万人，日均2.1万人", "日均客流4.6万人。"),
        ("户均补贴1800元", "共发放补贴1800元。"),
        ("抽检不合格率1.4%", "抽检合格率1.4%。"),
        ("有4个村低于60%，全镇参保率93%", "4个村高于60%。"),
        ("停工12天因材料没到", "因工人不足停工12天。"),
        ("Turnout fell by 3% to 41%", "Turnout rose by 3% to 41%."),
        ("The pass rate was 71%", "The failure rate was 71%."),
    ],
)
def test_what_is_made_into_something_else_is_told(facts, text):
    assert judged(text, facts)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("窗口由18个减到11个", "窗口减至11个。"),
        ("窗口由18个减到11个", "窗口由18个减少到11个。"),
        ("最高日客流4.6万人，日均2.1万人", "单日客流最高达4.6万人，日均2.1万人。"),
        ("慰问职工427户，发放85.4万元，每户2000元", "按每户2000元发放慰问金85.4万元。"),
        ("停工12天因材料没到", "因材料未到，停工12天。"),
        ("平均浓度34微克", "年均浓度34微克。"),
        ("Turnout fell by 3% to 41%", "Turnout dropped to 41%, down 3%."),
    ],
)
def test_the_same_in_other_words_is_not(facts, text):
    assert not judged(text, facts)

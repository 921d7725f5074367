"""Which fact tells a stated particular otherwise, and what is said of it."""

import pytest

from assistant.extracting import extract
from assistant.grounding import ground, located
from assistant.noting import note
from assistant.supporting import supporters
from assistant.swapping import Around, swapped


@pytest.mark.parametrize(
    ("facts", "text", "code"),
    [
        ("检修路灯3120盏，其中太阳能灯460盏", "检修太阳能灯3120盏。", "gate_misplaced"),
        ("未完成改造6处", "完成改造6处。", "gate_polarity"),
        ("明年再建站点15个", "已建成站点15个。", "gate_planned"),
        ("窗口由18个减到11个", "窗口减少11个。", "gate_turned"),
    ],
)
def test_each_way_has_its_message(facts, text, code):
    said = ground(note(facts))
    places = list(located(text, extract(text)[0]))
    found = swapped(places[0], supporters(places[0].expression, said), said, Around.of(text, places))
    assert found is not None
    assert (found[0].fact, found[1]) == ("F1", code)

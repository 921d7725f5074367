"""Lines that a page broke."""

import pytest

from assistant.noting import note
from assistant.rejoining import rejoined


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["共受理工单1,", "286件，办结1,251件"], ["共受理工单1,286件，办结1,251件"]),
        (["平均用时2.", "3天"], ["平均用时2.3天"]),
        (["办结率98.5", "%，满意率96%。"], ["办结率98.5%，满意率96%。"]),
        (["来信86件、", "来访203批"], ["来信86件、来访203批"]),
    ],
)
def test_a_figure_and_a_list_are_put_together(lines, whole):
    assert rejoined(lines) == whole


def test_a_paragraph_of_one_width_is_put_together():
    scanned = [
        "全年共清理河道淤泥三处约",
        "4.2公里，新建护岸860米，",
        "投入资金312万元，沿河五",
        "个村的村民参加义务劳动。",
    ]
    assert [fact.text for fact in note("\n".join(scanned))] == ["".join(scanned)]


@pytest.mark.parametrize(
    "lines",
    [
        ["党组会12次", "廉政大会186人", "警示教育3场"],
        ["1.走访3次，", "2.慰问5户。"],
        ["建站3个，", "", "培训2期"],
        ["走访企业46家，", "解决问题31个，", "召开座谈会5次。"],
        ["类别\t数量", "立案\t23"],
        ["Training, 3 courses,", "84 staff"],
    ],
)
def test_a_fact_a_line_stays_so(lines):
    assert rejoined(lines) == lines


def test_an_item_of_a_list_goes_on_to_its_stop():
    scanned = ["1.培训护林员96名，配备", "风力灭火机40台。", "2.巡山310次。"]
    assert rejoined(scanned) == ["1.培训护林员96名，配备风力灭火机40台。", "2.巡山310次。"]

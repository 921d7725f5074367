"""Facts that clash though each has other figures, or none."""

import pytest

from assistant.checking import check
from assistant.clashing import clashes
from assistant.grounding import ground
from assistant.noting import note


def found(text):
    facts = note(text)
    return [(one.first, one.second, one.sum) for one in clashes(ground(facts), facts)]


@pytest.mark.parametrize(
    ("notes", "made"),
    [
        ("支出38.6万元，同比下降12.4%\n上年支出36.2万元", "+6.6%"),
        ("今年接待480批，比上年增长35%\n去年接待400批", "+20.0%"),
        ("本年支出38.6万元，上年支出36.2万元，同比下降12.4%", "+6.6%"),
        ("支出38.6万元，上年为36.2万元，同比下降12.4%", "+6.6%"),
        ("2024年支出38.6万元，同比下降12.4%\n2023年支出36.2万元", "+6.6%"),
        ("上年支出50万元，今年支出40万元，同比增长20%", "-20.0%"),
    ],
)
def test_a_rate_that_its_two_values_do_not_make_is_told_with_what_they_make(notes, made):
    assert [one[2].rpartition(" = ")[2] for one in found(notes)] == [made]


@pytest.mark.parametrize(
    "notes",
    [
        "支出38.6万元，同比增长6.6%\n上年支出36.2万元",
        "支出39万元，同比增长6.6%\n上年支出36万元",
        "支出38.6万元，同比下降12.4%\n上年收入36.2万元",
        "支出38.6万元，同比下降12.4%（可比口径）\n上年支出36.2万元",
        "接待480批，收入同比下降12.4%\n去年接待400批",
        "支出38.6万元，上年36.2万元，同比增长6.6%",
        "支出38.6万元，上年收入36.2万元，同比下降12.4%",
        "支出约38万元，同比下降12.4%\n上年支出36.2万元",
        "2022年支出38.6万元，同比下降12.4%\n2020年支出36.2万元",
        "2022年支出38.6万元，同比增长6.6%\n2021年支出36.2万元",
    ],
)
def test_a_rate_of_other_values_or_loose_ones_is_not(notes):
    assert found(notes) == []


@pytest.mark.parametrize(
    "notes",
    [
        "查处案件12件\n没有发生违纪违法案件",
        "发生安全生产事故3起\n全年未发生安全生产事故",
        "收到5件投诉\n未收到投诉",
        "没有发生事故\n发生火灾事故2起",
    ],
)
def test_a_denial_of_what_is_counted_is_told(notes):
    assert len(found(notes)) == 1


@pytest.mark.parametrize(
    "notes",
    [
        "发生一般事故3起\n未发生重大事故",
        "机关没有发生案件\n查处案件12件",
        "上年发生事故3起\n没有发生事故",
        "受理投诉12件\n没有发生投诉",
        "发生事故0起\n没有发生事故",
        "排查事故隐患12处\n没有发生事故",
    ],
)
def test_a_denial_of_something_else_is_not(notes):
    assert found(notes) == []


@pytest.mark.parametrize(
    ("notes", "kind", "text", "shown"),
    [
        ("共320人，其中男180人、女120人", "total", "320人", "180人 + 120人 = 300人"),
        ("支出38.6万元，同比下降12.4%\n上年支出36.2万元", "conflict", "12.4%", "+6.6%"),
        ("查处案件12件\n没有发生违纪违法案件", "conflict", "没有发生违纪违法案件", "12件"),
        ("全局讲授党课50场\n机关一支部17场\n机关二支部39场", "total", "50场", "17场 + 39场 = 56场"),
    ],
)
def test_the_gate_tells_them_where_the_draft_takes_them_up(notes, kind, text, shown):
    draft = notes.replace("\n", "。") + "。"
    told = [one for one in check(draft, note(notes), year=2024) if one.kind != "unused"]
    assert [(one.kind, one.span.of(draft)) for one in told] == [(kind, text)]
    assert shown in told[0].message


def test_facts_that_the_draft_leaves_out_are_told_at_its_end():
    notes = "共320人，其中男180人、女120人"
    told = [one for one in check("人员结构合理。", note(notes)) if one.kind == "total"]
    assert [(one.text, one.span.start) for one in told] == [("F1", 7)]

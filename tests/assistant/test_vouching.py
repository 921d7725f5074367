from assistant.noting import note
from assistant.vouching import vouched

FACTS = note("专题会议12次\n宣讲36场，1500人参加")


def said(text):
    return [(one.text, [fact.id for fact in one.facts]) for one in vouched(text, FACTS)]


def test_figures_are_vouched_for_by_the_facts_that_state_them():
    assert said("召开专题会议12次，宣讲36场。") == [("12次", ["F1"]), ("36场", ["F2"])]


def test_a_figure_no_fact_states_is_not_vouched_for():
    assert said("召开专题会议13次，投入5万元。") == []


def test_what_is_vouched_for_stands_at_its_span():
    text = "𠮷县召开专题会议12次。"
    assert [one.span.of(text) for one in vouched(text, FACTS)] == ["12次"]


def test_without_facts_nothing_is_vouched_for():
    assert vouched("召开专题会议12次。", ()) == ()


def test_a_figure_said_of_another_matter_is_not_vouched_for():
    facts = note("门诊服务43.8万人次\n廉洁教育860人次\n开展检查5次")
    text = "帮扶困难群众43.8万人次，慰问老人860人次，共检查5次。"
    assert [one.text for one in vouched(text, facts)] == ["5次"]

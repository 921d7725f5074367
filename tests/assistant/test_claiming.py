"""Clauses that assert what no fact states, told from facts, attitudes and plans."""

import pytest

from assistant.checking import check
from assistant.claiming import unasked
from assistant.extracting import extract
from assistant.grounding import ground
from assistant.noting import note

FACTS = """党组会12次
书记带头讲党课
排查廉政风险点47个，制定防控措施52条
明察暗访发现的问题全部整改
理论学习不够深"""


def claims(text):
    found = unasked(text, [one.span for one in extract(text)[0]], ground(note(FACTS)))
    return [span.of(text).strip("，。") for span in found]


@pytest.mark.parametrize(
    "claim",
    [
        "建立廉政风险台账",
        "搭建线上监督平台",
        "形成齐抓共管的工作格局",
        "服务效能显著提升",
        "有效防范了廉政风险",
        "主要原因是思想认识不到位",
        "制度执行不到位",
        "全年未发生违纪违法案件",
        "未发现违纪违法情况",
        "社会反响热烈",
        "业务流程进一步优化",
        "部分干部能力跟不上",
        "经验做法被省里推广",
        "聚焦重点岗位开展专项督查",
        "深入班组听取职工意见",
        "听取各支部工作情况汇报",
        "We launched a reporting hotline for staff",
    ],
)
def test_an_action_result_cause_or_fault_that_no_fact_states_is_told(claim):
    assert claims(f"召开党组会12次，{claim}。") == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "书记带头讲授党课。",
        "全面排查廉政风险点，逐一制定防控措施。",
        "发现的问题全部整改到位。",
        "理论学习还不够深。",
        "坚持问题导向，进一步完善制度机制，确保取得实效。",
        "下一步，建立健全长效机制，形成工作格局。",
        "存在一些问题和不足，主要表现在：",
        "We will continue to improve our service.",
        "①抓学习②抓整改。三是严明纪律要求。",
        "现将工作开展情况汇报如下。",
        "协调推进“四个全面”战略布局。",
        "二是加快项目建设。紧紧围绕中心工作，久久为功抓好长效管理。",
        "将学习教育作为首要任务，与工作要求相比，在上级党委的领导下。",
    ],
)
def test_what_facts_say_and_attitudes_aims_and_plans_are_not(text):
    assert claims(text) == []


def test_no_and_because_may_be_said_in_other_words():
    facts = ground(note("因经费未到位，食堂没有按期开工"))
    text = "由于经费没有到位，食堂未能按期开工。"
    assert list(unasked(text, (), facts)) == []


def test_a_telling_word_that_a_fact_says_of_something_else_is_no_excuse():
    facts = ground(note("教师外出培训机会偏少"))
    text = "对食堂从业人员进行专门培训。"
    assert [span.of(text) for span in unasked(text, (), facts)] == [text]


def test_every_claim_of_a_long_text_is_told_beside_long_facts():
    facts = ground(note("。".join(f"第{place}村修建了水渠并更换闸门" for place in range(1500))))
    text = "第7村修建了水渠，建立廉政风险台账，服务效能显著提升。" * 150
    told = [span.of(text) for span in unasked(text, (), facts)]
    assert told == ["建立廉政风险台账，", "服务效能显著提升。"] * 150


def test_nothing_happened_may_be_said_in_other_words_but_not_of_what_happened():
    def told(text, facts):
        return bool(list(unasked(text, [], ground(note(facts)))))

    assert not told("全年未发生脱管漏管。", "全年无脱管漏管")
    assert not told("未造成人员伤亡。", "无人员伤亡")
    assert told("全年未发生安全事故。", "安全事故3起")


@pytest.mark.parametrize("clause", ["发现急性病例。", "造成人员伤亡。"])
def test_the_words_of_a_denial_are_no_fact(clause):
    facts = note("未发现急性病例\n没有造成人员伤亡")
    assert [finding.kind for finding in check(clause, facts) if finding.kind != "unused"] == ["unasked"]

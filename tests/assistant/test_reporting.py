"""A whole report is drafted section by section; one anew leaves the others."""

from dataclasses import replace

import pytest

from assistant.assembling import repeated
from assistant.checking import check
from assistant.composing import compose
from assistant.distributing import distribute
from assistant.drafting import Done
from assistant.noting import note
from assistant.phrasing import phrases
from assistant.plan import parse
from assistant.reporting import PHRASE, Began, Desk, Finished, Wrote, write_report
from assistant.stock import stock

PLAN = parse(
    "题目：2024年工作总结\n文种：工作总结\n年度：2024\n开头\n一、强化理论武装\n二、加强作风建设\n三、抓实安全生产\n"
    "四、存在的问题和不足\n五、下一步工作打算\n结尾\n"
)
FACTS = note(
    "召开理论学习中心组学习会12次\n组织专题研讨6次\n开展作风督查6次\n通报典型问题2起\n排查安全隐患45处，整改45处\n"
    "开展应急演练3次\n存在的问题：年轻干部业务能力不强\n存在的问题：宣传方式单一\n下一步计划新建平台1个\n"
)
SHARED = distribute(FACTS, PLAN)
DESK = Desk(
    lambda brief, plan: (),
    lambda brief, hits, seed: iter([Done(compose(brief, hits, seed=seed))]),
    lambda text: (),
)


def finished(**more):
    steps = list(write_report(PLAN, SHARED, DESK, **more))
    assert isinstance(steps[-1], Finished)
    return steps, steps[-1].whole


def test_every_section_is_told_when_it_begins_and_when_it_is_written():
    steps, _ = finished()
    begun = [step for step in steps if isinstance(step, Began)]
    assert [step.number for step in begun] == list(range(1, 8))
    assert {step.total for step in begun} == {7}
    assert [step.heading for step in steps if isinstance(step, Wrote)] == [step.heading for step in begun]


def test_every_fact_is_told_in_exactly_one_section_or_nowhere():
    _, whole = finished()
    told = [fact for part in whole.parts for fact in {f for s in part.sentences for f in s.facts}]
    assert sorted([*told, *(fact.id for fact in SHARED.unplaced)]) == sorted(fact.id for fact in FACTS)


def test_no_phrase_stands_in_two_sections():
    _, whole = finished()
    texts = [fact.text for fact in FACTS] + [one.text for one in PLAN.headings]
    for part in whole.parts:
        others = [s for other in whole.parts if other is not part for s in other.sentences]
        assert not repeated(part.sentences, others, texts, PHRASE)


def test_the_label_of_a_note_is_not_said_under_its_heading():
    _, whole = finished()
    assert "存在的问题：" not in whole.text
    assert "年轻干部业务能力不强" in whole.text


def test_one_section_anew_leaves_the_others_byte_for_byte():
    _, whole = finished()
    kept = {part.heading: part.sentences for part in whole.parts}
    _, again = finished(kept=kept, only=("H3",))
    for part in whole.parts:
        if part.heading != "H3":
            assert again.part(part.heading) == part


def test_a_stopped_report_keeps_what_was_written():
    asked = iter([False, False, True, True, True])
    steps, whole = finished(cancel=lambda: next(asked))
    assert sum(isinstance(step, Wrote) for step in steps) == 2
    assert not steps[-1].complete
    assert whole.parts[1].sentences
    assert not whole.parts[3].sentences


def test_a_section_without_facts_asks_for_them_once():
    plan = parse("一、强化理论武装\n二、抓实招商引资\n")
    *_, last = write_report(plan, distribute(FACTS[:2], plan), DESK)
    assert last.whole.part("H2").text == "【待补充：抓实招商引资的做法和数据】"


@pytest.mark.parametrize(("viewpoint", "said"), [("班子", "我单位"), ("个人", "本人")])
def test_the_opening_speaks_from_the_viewpoint(viewpoint, said):
    plan = replace(PLAN, viewpoint=viewpoint)
    *_, last = write_report(plan, SHARED, DESK)
    assert said in last.whole.parts[0].text


def test_a_section_anew_is_worded_otherwise_where_it_can_be():
    _, whole = finished()
    kept = {part.heading: part.sentences for part in whole.parts}
    _, again = finished(kept=kept, only=("H2",))
    assert again.part("H2").text != whole.part("H2").text
    assert {f for s in again.part("H2").sentences for f in s.facts} == {"F1", "F2"}


@pytest.mark.parametrize(
    ("role", "key"),
    [(r, k) for r, row in stock("roles").items() for k in ("openers", "figures", "again") if k in row],
)
def test_no_sentence_of_our_own_that_opens_a_section_is_told_as_a_claim(role, key):
    facts = note("平均住院日7.2天\n培训12次")
    for opener in phrases(role, key):
        for told in (
            f"{opener}\n一是平均住院日7.2天。\n二是培训12次。",
            f"{opener.rstrip('：。')}。平均住院日7.2天，培训12次。",
        ):
            assert check(f"（一）医疗质量\n{told}", facts, year=2024) == (), opener


def test_a_section_that_tells_its_figures_by_its_own_heading_claims_nothing():
    facts = note("开展培训12次\n出院3120人次")
    assert check("医疗质量的具体情况是：开展培训12次，出院3120人次。", facts) == ()
    assert check("医疗质量明显提升的情况是：开展培训12次，出院3120人次。", facts) != ()

"""Whole reports over a real shelf: proposed, written, kept, one section anew."""

import json
import re
from dataclasses import replace

import pytest

from assistant.compiling import finished
from assistant.plan import parse, write
from assistant.reporting import Failed
from assistant.service import Assistant
from assistant.settings import open_settings
from assistant.sheet import Sheet
from assistant.telling import tell
from assistant.viewing import claims
from tests.modelserver import ModelServer, Reply

NOTES = """召开理论学习中心组学习会12次
组织专题研讨6次
开展警示教育4场
签订党风廉政建设责任书42份
排查安全隐患45处，整改45处
开展应急演练3次
办理政务服务事项1200件
存在的问题：年轻干部业务能力不强
下一步计划新建平台1个
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with Assistant(open_settings(tmp_path_factory.mktemp("reports"))) as opened:
        opened.add_bundled()
        yield opened


def samples(desk, kind):
    return tuple(card.id for card in desk.shelf.reports() if kind in card.kind)


@pytest.fixture(scope="module")
def project(desk):
    begun = desk.reports.projects.create("", Sheet().added(NOTES))
    return desk.reports.proposed(replace(begun, like=samples(desk, "工作总结")), "工作总结", 2024)


def test_a_project_is_written_kept_and_told(desk, project):
    steps = list(desk.reports.write_project(project))
    whole = finished(iter(steps)).whole
    kept = desk.reports.projects.get(project.id)
    assert {name: said for name, said in kept.written if said} == {
        part.heading: part.sentences for part in whole.parts if part.sentences
    }
    setup = desk.reports.setup(kept)
    told = {fact.id for share in setup.shared.shares for fact in share.facts}
    assert set(whole.facts()) == told
    assert not [one for one in whole.findings if one.kind in ("unsupported", "leaked", "misplaced")]


def test_one_section_anew_leaves_the_others_and_a_finished_report_is_not_written_again(desk, project):
    kept = desk.reports.projects.get(project.id)
    before = dict(kept.written)
    heading = next(name for name, sentences in before.items() if any(s.facts for s in sentences))
    list(desk.reports.write_project(kept, only=(heading,)))
    after = dict(desk.reports.projects.get(project.id).written)
    assert {k: v for k, v in after.items() if k != heading} == {
        k: v for k, v in before.items() if k != heading
    }


@pytest.mark.parametrize(("kind", "said"), [("工作总结", "我单位"), ("党风廉政", "我单位"), ("述职", "本人")])
def test_one_sheet_serves_three_reports_with_the_same_figures(desk, kind, said):
    facts = desk.facts(NOTES)
    plan = desk.reports.propose(samples(desk, kind), kind, 2024, facts)
    whole = finished(desk.reports.write(plan, facts)).whole
    assert said in whole.parts[0].text
    for fact in facts:
        if fact.id in whole.facts():
            assert all(figure in whole.text for figure in ("12次", "4场", "42份") if figure in fact.text)


def test_the_report_becomes_a_draft_with_its_sources(desk, project):
    kept = desk.reports.projects.get(project.id)
    setup = desk.reports.setup(kept)
    whole = finished(desk.reports.write_project(kept)).whole
    saved = desk.reports.as_draft(whole, setup.plan, kept.sheet.facts())
    assert saved.body.text == whole.text
    assert saved.title == whole.title
    assert [one.facts for one in saved.body.sentences] == [one.facts for one in whole.sentences]


def test_a_plan_that_is_edited_keeps_what_was_written_under_the_same_headings(desk, project):
    kept = desk.reports.projects.get(project.id)
    plan = desk.reports.setup(kept).plan
    leaf = next(one for one in plan.leaves() if one.level and dict(kept.written).get(one.id))
    again = desk.reports.replanned(kept, kept.plan.replace("开头\n", "开头\n一、新的一节\n", 1))
    now = desk.reports.setup(again).plan
    same = next(one for one in now.headings if one.text == leaf.text)
    assert same.id != leaf.id
    assert dict(again.written)[same.id] == dict(kept.written)[leaf.id]


PLAN = parse(
    "题目：2024年工作总结\n文种：工作总结\n年度：2024\n开头\n一、强化理论武装\n二、抓实安全生产\n三、优化政务服务\n"
    "四、存在的问题\n五、下一步打算\n"
)


class Telling(ModelServer):
    """Tells the facts it is asked for; fails where the request holds a word."""

    def __init__(self, fails="", **more):
        super().__init__(Reply(), **more)
        self.fails = fails

    def next(self):
        asked = json.dumps(self.requests[-1], ensure_ascii=False)
        if self.fails and self.fails in asked:
            return Reply(mode="status", status=500)
        facts = dict(re.findall(r"(F\d+)｜([^\n]+)", self.requests[-1]["messages"][-1]["content"]))
        return Reply("\n".join(f"{text.strip()}。[{name}]" for name, text in facts.items()), size=40)


@pytest.fixture
def modelled(desk):
    before = desk.settings

    def use(server):
        desk.settings = before.model_copy(update={"model": "openai:test", "base_url": server.url})

    yield use
    desk.settings = before


def by_heading(whole):
    return {part.heading: part.sentences for part in whole.parts}


def test_a_model_writes_the_sections_and_every_fact_is_told_once(desk, modelled):
    facts = desk.facts(NOTES)
    with Telling() as server:
        modelled(server)
        whole = finished(desk.reports.write(PLAN, facts)).whole
    told = [fact for part in whole.parts for fact in {f for s in part.sentences for f in s.facts}]
    assert sorted(told) == sorted(set(told))
    shared = desk.reports.distribute(facts, PLAN)
    assert set(told) == {fact.id for share in shared.shares for fact in share.facts}
    assert len(server.requests) >= 5
    assert not [one for one in whole.findings if one.kind in ("unsupported", "leaked", "total", "conflict")]


def test_a_section_that_fails_is_told_and_leaves_the_others(desk, modelled):
    with Telling(fails="排查安全隐患45处") as server:
        modelled(server)
        steps = list(desk.reports.write(PLAN, desk.facts(NOTES)))
    (failed,) = [step for step in steps if isinstance(step, Failed)]
    assert failed.line == "二、抓实安全生产"
    place = server.url.split("//")[1].split("/")[0]
    assert failed.code == "model_failed"
    for speech, advice in (("zh", "请稍后重试"), ("en", "without")):
        said = tell(failed.code, failed.values, speech)
        assert place in said and "500" in said and advice in said
    last = steps[-1]
    assert not last.complete
    assert not by_heading(last.whole)["H3"]
    assert all(by_heading(last.whole)[name] for name in ("H2", "H4", "H5", "H6"))


def test_a_model_that_always_fails_is_not_asked_for_every_section(desk, modelled):
    with Telling(fails="messages") as server:
        modelled(server)
        steps = list(desk.reports.write(PLAN, desk.facts(NOTES)))
    assert sum(isinstance(step, Failed) for step in steps) == 3
    assert not steps[-1].complete


def test_one_section_anew_by_a_model_leaves_the_others_byte_for_byte(desk, modelled):
    facts = desk.facts(NOTES)
    kept = by_heading(finished(desk.reports.write(PLAN, facts)).whole)
    with Telling() as server:
        modelled(server)
        again = by_heading(finished(desk.reports.write(PLAN, facts, kept=kept, only=("H3",))).whole)
    assert {name: said for name, said in again.items() if name != "H3"} == {
        name: said for name, said in kept.items() if name != "H3"
    }
    assert server.requests and "排查安全隐患45处" in server.text


def test_a_section_that_fails_anew_keeps_what_stood_there(desk, modelled):
    facts = desk.facts(NOTES)
    kept = by_heading(finished(desk.reports.write(PLAN, facts)).whole)
    with Telling(fails="messages") as server:
        modelled(server)
        again = finished(desk.reports.write(PLAN, facts, kept=kept, only=("H3",)))
    assert by_heading(again.whole) == kept


def test_a_cancelled_report_asks_the_model_no_more(desk, modelled):
    with Telling() as server:
        modelled(server)
        steps = desk.reports.write(PLAN, desk.facts(NOTES), cancel=lambda: len(server.requests) >= 1)
        last = finished(steps)
        assert len(server.requests) <= 2
    assert not last.complete


FIGURES = re.compile(r"\d+(?:\.\d+)?[次份场处件个]")


def test_one_sheet_gives_three_reports_with_equal_figures(desk):
    """figures of a report == figures of the facts it tells, and facts told + unplaced == the sheet."""
    notes = NOTES + "本人讲党课2次\n我局参与防汛抢险3次\n"
    facts = desk.facts(notes)
    for kind in ("工作总结", "党风廉政", "述职"):
        plan = desk.reports.propose(samples(desk, kind), kind, 2024, facts)
        whole = finished(desk.reports.write(plan, facts)).whole
        shared = desk.reports.distribute(facts, plan)
        told = [fact for fact in facts if fact.id in whole.facts()]
        assert {fact.id for fact in told} | {fact.id for fact in shared.unplaced} == {f.id for f in facts}
        said = FIGURES.findall("".join(fact.text for fact in told))
        assert sorted(FIGURES.findall(whole.text)) == sorted(said)
        claimed = [one for one in whole.sentences if claims(one.text) and not one.facts]
        assert all("现将本人" in one.text or "【待补充" in one.text for one in claimed)
        for sentence in whole.sentences:
            if sentence.facts and claims(sentence.text):
                assert any(claims(fact.text) for fact in facts if fact.id in sentence.facts)


def test_an_english_sheet_gives_an_english_report(desk):
    notes = (
        "Held 12 staff meetings.\nTrained 45 people in fire safety.\nProblem: the roof still leaks.\n"
        "We will repair the roof in May."
    )
    facts = desk.facts(notes)
    plan = desk.reports.propose(samples(desk, "工作总结"), "工作总结", 2024, facts)
    whole = finished(desk.reports.write(plan, facts)).whole
    text = f"{whole.title}\n{whole.text}\n{write(plan)}".replace("【待补充：", "").replace("工作总结", "")
    assert not re.search(r"[\u3400-\u9fff]", text), text
    assert "12 staff meetings" in whole.text
    assert parse(write(plan)).headings == tuple(replace(one, reports=0) for one in plan.headings)


def test_a_report_over_its_length_leaves_out_optional_facts_only(desk):
    sheet = Sheet().added(NOTES).marked("F2", required=False)
    plan = write(replace(PLAN, lengths=(("H2", 20),)))
    project = desk.reports.projects.create("", sheet)
    project = desk.reports.projects.keep(replace(project, plan=plan))
    whole = finished(desk.reports.write_project(project)).whole
    assert "F2" not in whole.facts()
    assert {"F1", "F3", "F5"} <= set(whole.facts()) | {
        fact.id for fact in desk.reports.setup(project).shared.unplaced
    }

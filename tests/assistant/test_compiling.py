"""Whole reports over a real shelf: proposed, written, kept, one section anew."""

from dataclasses import replace

import pytest

from assistant.compiling import finished
from assistant.service import Assistant
from assistant.settings import open_settings
from assistant.sheet import Sheet

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


@pytest.mark.parametrize(("kind", "said"), [("工作总结", "我局"), ("党风廉政", "我局"), ("述职", "本人")])
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

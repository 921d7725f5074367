"""A heading of all the work is parted by the facts' own lines of work."""

from assistant.branching import REST, branch
from assistant.distributing import distribute
from assistant.noting import note
from assistant.plan import parse

NOTES = """召开理论学习中心组学习会12次
组织专题研讨6次
排查安全隐患45处
开展应急演练3次
办理政务服务事项1200件
审批时限压缩到5个工作日
新建口袋公园7个
"""
PLAN = parse("一、主要工作开展情况\n二、存在的问题\n")


def test_many_facts_under_one_heading_get_headings_of_their_own():
    plan = branch(PLAN, note(NOTES))
    below = [one.text for one in plan.headings if one.level == 2]
    assert len(below) >= 3
    assert below[-1] == REST
    assert len({one.id for one in plan.headings}) == len(plan.headings)


def test_no_heading_is_made_that_holds_no_fact():
    plan = branch(PLAN, note(NOTES))
    shared = distribute(note(NOTES), plan)
    assert not shared.unplaced
    assert all(shared.of(one.id) for one in plan.leaves() if one.level == 2)


def test_few_facts_leave_the_plan_as_it_is():
    assert branch(PLAN, note("召开学习会12次\n排查安全隐患45处\n")) == PLAN

"""A proposed plan keeps what the facts fill."""

from assistant.branching import REST
from assistant.distributing import distribute
from assistant.fitting import fit
from assistant.noting import note
from assistant.plan import parse

FACTS = note(
    "召开党组会12次\n开展理论学习中心组学习8次\n开展警示教育4场\n排查安全隐患45处，整改45处\n"
    "开展应急演练3次\n更换灭火器320具\n存在的问题：年轻干部业务能力不强\n"
)
PLAN = parse(
    "开头\n一、强化理论武装\n二、抓好招商引资\n三、抓实安全生产\n四、存在的问题\n五、下一步打算\n结尾\n"
)


def texts(plan):
    return [one.text for one in plan.headings]


def test_a_heading_of_work_that_no_fact_fits_is_not_kept():
    fitted = fit(PLAN, FACTS)
    assert "抓好招商引资" not in texts(fitted)
    shared = distribute(FACTS, fitted)
    assert all(shared.of(leaf.id) for leaf in fitted.leaves() if leaf.level and leaf.role == "work")


def test_what_was_wrong_and_what_comes_next_is_asked_for_all_the_same():
    assert {"存在的问题", "下一步打算"} <= set(texts(fit(PLAN, FACTS)))


def test_few_facts_say_nothing_of_the_plan():
    assert fit(PLAN, FACTS[:3]) == PLAN


def test_a_rest_heading_without_facts_goes_and_one_with_facts_holds_them():
    plan = parse("一、强化理论武装\n二、抓实安全生产\n三、其他工作\n四、存在的问题\n")
    fitted = fit(plan, FACTS)
    shared = distribute(FACTS, fitted)
    assert all(shared.of(one.id) for one in fitted.leaves() if one.text == REST)
    assert not [fact for fact in shared.unplaced if shared.why(fact.id) == "unsure"]


def test_facts_that_suit_no_heading_get_one_for_the_rest():
    plan = parse("一、强化理论武装\n二、抓实安全生产\n三、存在的问题\n")
    facts = (*FACTS, *note("a\n" * 7 + "接待来访群众186批\n绿化庭院300平方米\n")[7:])
    fitted = fit(plan, facts)
    shared = distribute(facts, fitted)
    assert not [fact for fact in shared.unplaced if shared.why(fact.id) == "unsure"]
    assert not [one for one in fitted.leaves() if one.text == REST and not shared.of(one.id)]

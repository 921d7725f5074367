import pytest

from assistant.dividing import divide, left_open, promised, roles_of
from assistant.types import Fact


def facts(*notes):
    return tuple(Fact(f"F{at}", text) for at, text in enumerate(notes, 1))


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("安全生产工作", ("work",)),
        ("存在的问题和不足", ("problems",)),
        ("存在问题及下一步打算", ("problems", "next")),
        ("下一步工作打算", ("next",)),
        ("前言", ("opening",)),
        ("Next steps", ("next",)),
    ],
)
def test_a_heading_asks_for_its_roles(heading, roles):
    assert roles_of(heading) == roles


@pytest.mark.parametrize(
    ("note", "role"),
    [
        ("个别科室廉政风险点排查不细", "problems"),
        ("解决消防通道堵塞问题14个", "work"),
        ("隐患整改不及时的企业有3家", "problems"),
        ("发现隐患512处，已整改498处", "work"),
        ("明年将组织一次排查", "next"),
        ("Still short of two mechanics", "problems"),
        ("Next year: replace the deck", "next"),
        ("2025年打算每月听课不少于2次", "next"),
        ("适老化改造600户", "work"),
        ("系统验收尚未完成", "problems"),
        ("The 2026 plan will cover 30 audits", "next"),
        ("Resurfaced 14.6 miles of road", "work"),
    ],
)
def test_a_fact_under_a_work_heading_goes_where_its_words_say(note, role):
    assert [part.role for part in divide("安全生产工作", facts(note)) if part.facts] == [role]


def test_the_parts_hold_every_fact_once():
    given = facts("党组会3次", "人手不足", "明年招聘2人", "党课1次")
    held = [fact for part in divide("2024年工作总结", given) for fact in part.facts]
    assert sorted(held, key=lambda fact: fact.id) == list(given)


def test_what_is_not_put_right_is_left_open_until_a_fact_tells_of_it():
    assert left_open(facts("检视问题23个，已整改21个")) == "F1"
    assert left_open(facts("发现隐患1,512处，已整改1,512处")) == ""
    assert left_open(facts("检视问题23个，已整改21个", "剩余2个年底前完成")) == ""
    assert left_open(facts("发现问题14个，全部整改")) == ""


def test_a_promise_is_missing_only_while_no_fact_keeps_it():
    assert promised("存在问题及原因分析", facts("人员少"), english=False) == "问题产生的原因"
    assert promised("存在问题及原因分析", facts("人员少，原因是编制紧"), english=False) == ""


def test_a_plan_among_shortcomings_is_followed_by_plans_and_what_is_finished_is_none():
    given = facts("心理老师只有1个，忙不过来", "下学期打算再招2名", "每月办一次开放日")
    held = {part.role: [fact.id for fact in part.facts] for part in divide("存在的问题及努力方向", given)}
    assert held == {"problems": ["F1"], "next": ["F2", "F3"]}
    assert [part.role for part in divide("农田建设", facts("年度任务4.5万亩，11月底前全部完工"))] == ["work"]

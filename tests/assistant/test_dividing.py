import pytest

from assistant.dividing import Part, divide, fitting, left_open, promised, roles_of
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
        ("全年重点工作", ("work",)),
        ("2025年重点工作", ("next",)),
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
        ("贷款逾期率0.03%", "work"),
        ("逾期催收21户，收回本金9万元", "work"),
        ("对1名审核不严的职工进行批评教育", "work"),
        ("不足是下基层少", "problems"),
        ("计划：新购车辆2台", "next"),
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


@pytest.mark.parametrize(
    ("heading", "note", "fits"),
    [
        ("存在的问题", "窗口人手不足", True),
        ("存在的问题", "隐患排查不细，个别点位走过场", True),
        ("存在的问题", "仍有3个科室没有完成归档", True),
        ("存在的问题", "老师只有1名，忙不过来", True),
        ("存在的问题", "原因是人手少", True),
        ("存在的问题", "企业反映办事流程长", True),
        ("存在的问题", "展陈千篇一律", True),
        ("存在的问题", "建立督查台账", False),
        ("存在的问题", "起草综合性文稿86篇，其中市级采用12篇", False),
        ("存在的问题", "信息工作排名第三", False),
        ("存在的问题", "信息工作排名靠后", True),
        ("存在的问题", "全年没有发生违纪违法案件", False),
        ("存在的问题", "解决停车难问题14个", False),
        ("存在的问题", "走访困难群众126户", False),
        ("存在的问题", "帮扶困难群众不够精准", True),
        ("下一步打算", "全年发出督查通报24期，年底前完成112项", False),
        ("下一步打算", "已建立督查台账", False),
        ("下一步打算", "信息工作排名第三", False),
        ("下一步打算", "全年新增经营主体400户以上", True),
        ("下一步打算", "办好实事，增强群众获得感", True),
        ("下一步打算", "建立督查通报机制", True),
        ("下一步打算", "明年全年培训不少于12次", True),
        ("下一步打算", "新建停车场2个", True),
    ],
)
def test_a_fact_stands_under_shortcomings_or_plans_only_where_it_is_one(heading, note, fits):
    (part,) = [one for one in divide(heading, facts(note)) if one.facts]
    assert [len(held) for held in fitting(part)] == ([1, 0] if fits else [0, 1])


def test_every_fact_is_fitting_or_not_and_what_goes_on_stays_with_the_fact_before():
    (part,) = divide("存在的问题", facts("人手不足", "其中窗口2人", "办件1200件", "同比增长6%", "台账不全"))
    fits, others = fitting(part)
    assert [one.id for one in fits] == ["F1", "F2", "F5"] and [one.id for one in others] == ["F3", "F4"]


def test_shortcomings_a_work_section_tells_of_are_asked_no_second_time():
    part = next(one for one in divide("主要工作", facts("党课3次", "台账不完整")) if one.role == "problems")
    assert fitting(part) == (part.facts, ())


@pytest.mark.parametrize(
    ("note", "role"),
    [
        ("全年发出督查通报24期，年底前完成112项", "work"),
        ("发出督查通报24期，年底前完成112项", "work"),
        ("建立每月底前通报进度的机制", "work"),
        ("年底前完成系统验收", "next"),
        ("明年建立督办机制", "next"),
    ],
)
def test_a_date_by_which_something_is_due_makes_no_plan_of_a_deed(note, role):
    assert [part.role for part in divide("督查工作", facts(note)) if part.facts] == [role]


@pytest.mark.parametrize(
    "note",
    ["车辆6台，2台到了报废年限", "职工平均年龄49岁", "样品要送到省里，一个来回得二十天", "线路老，跳闸31次"],
)
def test_a_state_of_things_without_a_deed_of_ours_stays_among_shortcomings(note):
    (part,) = [one for one in divide("面临的困难", facts(note)) if one.facts]
    assert part.role == "problems" and fitting(part) == (part.facts, ())


def test_measures_a_heading_names_beside_shortcomings_are_plans():
    given = facts("职工平均年龄49岁", "明年改造线路3条", "新增开关40台")
    held = {one.role: [fact.id for fact in one.facts] for one in divide("存在的不足及改进措施", given)}
    assert held == {"problems": ["F1"], "next": ["F2", "F3"]}


def test_a_post_taken_up_opens_a_persons_account_and_what_a_speaker_adds_stays_with_the_point_before():
    given = facts("我2023年5月任副所长，分管内勤", "办案41起", "不足是下乡少", "还有就是脾气急")
    held = {one.role: [fact.id for fact in one.facts] for one in divide("个人述职", given)}
    assert held == {"opening": ["F1"], "work": ["F2"], "problems": ["F3", "F4"]}


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("火灾防控工作情况及不足", ("work", "problems")),
        ("工作成绩、存在的问题及下一步打算", ("work", "problems", "next")),
        ("2024年工作总结及2025年工作计划", ("work", "next")),
        ("Road safety: progress and gaps", ("work", "problems")),
        ("工作中存在的问题和不足", ("problems",)),
        ("关爱老人工作和困难群众救助", ("work",)),
    ],
)
def test_a_heading_may_name_what_was_done_beside_what_is_lacking(heading, roles):
    assert roles_of(heading) == roles


def test_under_such_a_heading_each_fact_goes_where_its_words_belong():
    facts = [Fact("F1", "防火宣传进校园94场"), Fact("F2", "不足：夜间检查偏少")]
    assert [(part.role, len(part.facts)) for part in divide("防火工作情况及不足", facts)] == [
        ("work", 1), ("problems", 1),
    ]  # fmt: skip


def roles(heading, *notes):
    facts = tuple(Fact(f"F{at}", text) for at, text in enumerate(notes, 1))
    return {part.role: [fact.text for fact in part.facts] for part in divide(heading, facts)}


def test_a_mark_of_the_writer_goes_on_until_the_next():
    told = roles(
        "机关党建工作开展情况",
        "主题党日12次",
        "存在：材料靠集中补",
        "党员活动形式单一",
        "下步：过政治生日",
        "培养发展对象4名",
    )
    assert told == {
        "work": ["主题党日12次"],
        "problems": ["存在：材料靠集中补", "党员活动形式单一"],
        "next": ["下步：过政治生日", "培养发展对象4名"],
    }


def test_a_turn_to_what_is_lacking_stands_among_no_deeds():
    told = roles(
        "林业工作情况", "巡林1.2万人次", "不过个别站点还是一言堂", "饲草基地还缺1.1万亩", "造林2万亩"
    )
    assert told["problems"] == ["不过个别站点还是一言堂", "饲草基地还缺1.1万亩"]
    assert told["work"] == ["巡林1.2万人次", "造林2万亩"]


def test_a_plan_that_names_what_is_ready_is_still_a_plan():
    notes = ("消防站得赶紧开工，地已经批了，上半年先把桩打下去", "跟教育局商量好了，每学期给学校搞一次演练")
    facts = tuple(Fact(f"F{at}", text) for at, text in enumerate(notes, 1))
    assert fitting(Part("next", facts)) == (facts, ())


def test_labels_that_part_the_notes_hold_for_what_stands_under_them():
    notes = facts(
        "好的：复查1874处",
        "修缮9处",
        "差的：143处无人管理",
        "规划批复4个，报了11个",
        "接下来：逐一签协议",
        "催批7个规划",
    )
    parts = {part.role: [one.id for one in part.facts] for part in divide("文物保护", notes)}
    assert parts == {"work": ["F1", "F2"], "problems": ["F3", "F4"], "next": ["F5", "F6"]}


def test_a_fault_with_what_was_done_about_it_and_the_rest_of_a_deed_are_work():
    notes = facts("问题1 发放不及时 → 上线预警", "迁回43座，剩下的5座家属不愿迁，就地立碑", "检查36次")
    (part,) = divide("整改进展", notes)
    assert part.role == "work" and len(part.facts) == 3


def test_among_plans_a_spoken_了_makes_nothing_done():
    part = Part("next", facts("9月开专线12条，家长可以看车到哪了", "10月启动停保场", "四季度招聘150名"))
    assert fitting(part)[1] == ()
    done = Part("next", facts("10月启动停保场", "四季度招聘150名", "截至11月累计培训300人"))
    assert [one.id for one in fitting(done)[1]] == ["F3"]


def test_an_english_heading_of_shortfalls_and_plans_asks_for_both():
    assert roles_of("Shortfalls and plans for 2026") == ("problems", "next")


def test_under_a_heading_of_rectification_what_begins_with_a_fault_is_work():
    notes = facts("锥桶摆放不规范，已更换1400个", "警示灯亮度不足，更换96盏", "监控未接入，计划8月底完成")
    assert [part.role for part in divide("检查反馈问题的整改落实情况", notes)] == ["work"]

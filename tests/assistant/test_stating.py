import pytest

from assistant.stating import state, unled


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        ("党组会 12次", "召开党组会12次"),
        ("3月29日警示教育大会，210人", "3月29日，召开警示教育大会，210人参加"),
        ("读书班1期，7天", "举办读书班1期，为期7天"),
        ("班子成员党课9次", "班子成员讲授党课9次"),
        ("安全培训18期1,430人次", "开展安全培训18期，1,430人次参加"),
        ("党务培训2期 65人", "开展党务培训2期，65人参加"),
        ("廉政谈话37人次，其中新任职11人", "开展廉政谈话37人次，其中新任职11人"),
    ],
)
def test_a_note_of_an_event_and_its_number_gets_its_verb(note, clause):
    assert state(("F1",), note).text == clause


@pytest.mark.parametrize(
    "note",
    [
        "元旦、春节、国庆等节前发廉政短信2300余条",
        "发出提醒短信80条",
        "与19个科室签订责任书",
        "主持召开支委会11次",
        "12个支部全部按期换届",
        "走访企业56家",
        "全年未发生火灾事故2次以上的情况",
        "为企业上门帮办132次",
    ],
)
def test_a_note_with_a_verb_of_its_own_gets_no_second_one(note):
    statement = state(("F1",), note)
    assert statement.text == note and statement.added is None


def test_a_plan_that_says_what_will_be_done_gets_no_second_verb():
    plan = "明年将组织一次全覆盖的廉政风险排查"
    assert state(("F1",), plan, "next").text == plan


def test_a_shortcoming_is_never_given_a_verb():
    assert state(("F1",), "党组会 2次", "problems").text == "党组会2次"


@pytest.mark.parametrize("note", ["车棚弄好了3处", "值班xx天", "人数待定", "团建", "😀"])
def test_a_note_that_is_no_report_language_is_unclear(note):
    assert state(("F1",), note).unclear


def test_the_added_verb_is_known_with_its_noun():
    statement = state(("F1",), "3月2日 安全例会")
    assert statement.added == ("召开", "例会") and statement.dated and statement.verb == ""


@pytest.mark.parametrize(
    ("note", "role", "words"),
    [
        ("但是仍有3项工作滞后", "work", "仍有3项工作滞后"),
        ("此外，但是督查力度不够", "problems", "督查力度不够"),
        ("存在问题：窗口人手不足", "problems", "窗口人手不足"),
        ("存在的主要问题是：但台账不全", "problems", "但台账不全"),
        ("问题：人手少", "work", "问题：人手少"),
        ("同时办好两件实事", "work", "同时办好两件实事"),
        ("同时，办件1200件", "opening", "同时，办件1200件"),
        ("但是", "work", "但是"),
    ],
)
def test_a_fact_leaves_the_connective_and_label_it_begins_with(note, role, words):
    assert unled(note, role) == words


def test_a_leading_和_of_those_who_sign_is_worded_与_and_no_other_is():
    assert state(("F1",), "和34个科室签订责任书34份").text == "与34个科室签订责任书34份"
    assert state(("F1",), "和谐社区3个").text == "和谐社区3个"
    assert state(("F1",), "局和34个科室签订责任书34份").text == "局和34个科室签订责任书34份"

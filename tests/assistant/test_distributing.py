"""Facts find their headings; none is lost and none stands twice."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.distributing import UNPLACED, distribute
from assistant.noting import note
from assistant.plan import parse
from assistant.types import Fact

PLAN = parse("""题目：工作总结
视角：班子
开头
一、强化理论武装
二、加强作风建设
三、抓实安全生产
四、存在的问题和不足
五、下一步工作打算
结尾
""")
NOTES = """召开理论学习中心组学习会12次
开展作风督查6次，通报典型问题2起
排查安全隐患45处，全部整改到位
存在的问题：年轻干部业务能力不强
下一步计划新建智慧监管平台1个
本人讲党课2次
"""


def names(facts, plan, moved=None):
    found = distribute(facts, plan, moved)
    return {fact: (plan.heading(home).text if home else "") for fact, home in found.where().items()}


def test_facts_go_where_their_words_and_roles_belong():
    assert names(note(NOTES), PLAN) == {
        "F1": "强化理论武装", "F2": "加强作风建设", "F3": "抓实安全生产", "F4": "存在的问题和不足",
        "F5": "下一步工作打算", "F6": "",
    }  # fmt: skip


def test_what_a_writer_moved_stays_where_it_was_put():
    home = next(one.id for one in PLAN.headings if one.text == "抓实安全生产")
    assert names(note(NOTES), PLAN, {"F1": home, "F3": UNPLACED})["F1"] == "抓实安全生产"
    assert names(note(NOTES), PLAN, {"F1": home, "F3": UNPLACED})["F3"] == ""


def test_a_heading_that_is_gone_holds_no_fact():
    assert names(note(NOTES), PLAN, {"F1": "H99"})["F1"] == "强化理论武装"


def test_a_fact_on_no_line_of_work_goes_under_the_heading_of_all_work():
    plan = parse("一、主要工作开展情况\n二、加强作风建设\n")
    assert names((Fact("F1", "完成老旧泵站改造3座"),), plan) == {"F1": "主要工作开展情况"}


def test_without_a_heading_for_it_a_fact_is_told_as_unplaced():
    plan = parse("一、强化理论武装\n二、加强作风建设\n")
    assert names((Fact("F1", "下一步计划新建泵站1座"),), plan) == {"F1": ""}


@given(
    st.lists(st.sampled_from(NOTES.splitlines() + ["", "完成", "abc 3"]), max_size=12),
    st.dictionaries(st.sampled_from(["F1", "F2", "F9"]), st.sampled_from(["H2", "H5", "", "H99"])),
)
def test_the_parts_and_the_unplaced_make_the_whole(lines, moved):
    facts = tuple(Fact(f"F{place}", line) for place, line in enumerate(lines, 1))
    found = distribute(facts, PLAN, moved)
    together = [fact for share in found.shares for fact in share.facts] + list(found.unplaced)
    assert sorted(together, key=lambda f: int(f.id[1:])) == list(facts)

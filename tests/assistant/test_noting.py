"""Notes of every shape become facts, word for word."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.noting import LONGEST, MOST, note

SAMPLES = sorted((Path(__file__).parents[3] / "shared" / "samples").glob("*.txt"))


def texts(notes: str) -> list[str]:
    return [fact.text for fact in note(notes)]


def test_facts_are_numbered_from_one():
    assert [fact.id for fact in note("党组会12次\n党课3次\n谈话29人次")] == ["F1", "F2", "F3"]


@pytest.mark.parametrize(
    ("notes", "facts"),
    [
        ("", []),
        (" \n\u3000\n\t\n", []),
        ("\ufeff党组会12次", ["党组会12次"]),
        ("党组会12次; 3月24日廉政大会, 186人", ["党组会12次", "3月24日廉政大会, 186人"]),
        ("党组会12次；党课3次；", ["党组会12次", "党课3次"]),
        ("党组会12次\r\n\r\n党课3次\r\n", ["党组会12次", "党课3次"]),
        ("1. 党组会12次\n2. 党课3次", ["党组会12次", "党课3次"]),
        ("1、党组会12次\n2、党课3次", ["党组会12次", "党课3次"]),
        ("1）党组会12次\n（2）党课3次\n(3) 谈话", ["党组会12次", "党课3次", "谈话"]),
        ("一、党组会12次\n二、党课3次", ["党组会12次", "党课3次"]),
        ("（一）党组会12次\n（二）党课3次", ["党组会12次", "党课3次"]),
        ("一是召开党组会12次；二是讲党课3次。", ["召开党组会12次", "讲党课3次。"]),
        (
            "- 党组会12次\n* 党课3次\n• 谈话29人次\n· 走访8户",
            ["党组会12次", "党课3次", "谈话29人次", "走访8户"],
        ),
        ("①党组会12次②党课3次", ["党组会12次", "党课3次"]),
        ("F1 党组会12次\nF2：党课3次", ["党组会12次", "党课3次"]),
        ("- [x] 党组会12次\n- [ ] 党课3次", ["党组会12次", "党课3次"]),
        ("> 党组会12次", ["党组会12次"]),
        ("召开党组会12次。讲党课3次！", ["召开党组会12次。", "讲党课3次！"]),
        ("Held 12 meetings; trained 186 people.", ["Held 12 meetings", "trained 186 people."]),
        ("事实：\n党组会12次\n党课3次", ["党组会12次", "党课3次"]),
    ],
)
def test_marks_and_separators_go_and_the_words_stay(notes, facts):
    assert texts(notes) == facts


@pytest.mark.parametrize(
    "fact",
    [
        "1.5亿元投入",
        "3.24廉政大会",
        "12.5%",
        "2023年完成整改",
        "28次党组会",
        "-5%",
        "1-3月开展培训",
        "三、四季度完成两轮检查",
        "1、2月份走访12户",
        "10月开展宣传",
        "8小时外监督",
        "*同志3人",
        "三会一课12次",
        "一体推进三不腐",
        "十四五规划编制完成",
        "0.8万元",
        "4.26普法日",
        "5G基站3座",
    ],
)
def test_a_figure_is_never_taken_for_a_list_mark(fact):
    assert texts(fact) == [fact]


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("1.2023年召开党组会12次", "2023年召开党组会12次"),
        ("2.3月24日召开大会", "3月24日召开大会"),
        ("1、3月24日召开大会", "3月24日召开大会"),
        ("3.“四风”问题查处2起", "“四风”问题查处2起"),
    ],
)
def test_a_list_mark_before_a_date_is_told_from_a_decimal(line, fact):
    assert texts(line) == [fact]


def test_numbers_that_count_up_are_list_marks_even_before_a_digit():
    assert texts("1.12次党组会\n2.3次党课\n3.186人参加") == ["12次党组会", "3次党课", "186人参加"]
    assert texts("1.5亿元到位\n2.3亿元支出") == ["1.5亿元到位", "2.3亿元支出"]


@pytest.mark.parametrize(
    "fact",
    [
        "谈话29人次（书记；局长）",
        "学习“三会一课；主题党日”制度2次",
        "印发《廉政风险点清单；防控措施》1份",
        "走访8户 (困难党员; 老党员)",
    ],
)
def test_a_semicolon_inside_brackets_or_quotes_does_not_divide(fact):
    assert texts(fact + "；党课3次") == [fact, "党课3次"]


def test_an_opener_that_nothing_closes_protects_nothing():
    assert texts("谈话（书记；党课3次") == ["谈话（书记", "党课3次"]


def test_a_label_belongs_to_every_item_under_it():
    assert texts("未完成：\n- 制度修订2项\n- 培训3场\n走访8户") == [
        "未完成：制度修订2项",
        "未完成：培训3场",
        "走访8户",
    ]


def test_labels_of_two_ranks_belong_to_the_items_under_both():
    notes = "一、会议\n（一）党组会\n1. 研究议题30个\n（二）党课\n1. 书记讲2次\n二、其他\n无"
    assert texts(notes) == ["会议：党组会：研究议题30个", "会议：党课：书记讲2次", "其他：无"]


def test_a_line_of_counted_items_is_a_fact_each():
    assert texts("1.党组会12次 2.党课3次 3.谈话9人次") == ["党组会12次", "党课3次", "谈话9人次"]
    assert texts("一是召开党组会12次，二是讲党课3次。") == ["召开党组会12次", "讲党课3次。"]


def test_a_time_that_stands_over_items_belongs_to_each():
    assert texts("2022年：\n党组会10次\n2023年：\n党组会12次") == ["2022年：党组会10次", "2023年：党组会12次"]
    assert texts("3月24日：\n廉政大会\n186人参加") == ["3月24日：廉政大会", "3月24日：186人参加"]


def test_a_label_ends_with_a_blank_line_and_at_the_next_label():
    assert texts("会议：\n党组会12次\n教育：\n党课3次\n\n走访8户") == [
        "会议：党组会12次",
        "教育：党课3次",
        "走访8户",
    ]


def test_a_label_under_which_nothing_stands_is_a_fact():
    assert texts("总体情况：\n会议：\n党组会12次\n\n待定：") == ["总体情况：", "会议：党组会12次", "待定："]


def test_an_address_to_the_audience_is_no_label():
    assert texts("各位代表：\n召开党组会12次。\n讲党课3次。") == [
        "各位代表：",
        "召开党组会12次。",
        "讲党课3次。",
    ]


def test_a_line_with_a_figure_is_no_label():
    assert texts("开展活动25场：\n- 上半年13场\n- 下半年12场") == [
        "开展活动25场：",
        "上半年13场",
        "下半年12场",
    ]


@pytest.mark.parametrize(
    ("notes", "facts"),
    [
        ("会议\t次数\n党组会\t12\n党课\t3", ["会议：党组会，次数：12次", "会议：党课，次数：3次"]),
        ("会议|参加人数\n---|---\n党组会|186", ["会议：党组会，参加人数：186人"]),
        ("| 项目 | 金额（万元） |\n|:--|--:|\n| 路灯 | 1.5 |", ["项目：路灯，金额：1.5万元"]),
        ("序号\t名称\t次数\n1\t党课\t3次\n2\t谈话\t-", ["名称：党课，次数：3次", "名称：谈话"]),
        ("党组会\t12次\n党课\t3次", ["党组会，12次", "党课，3次"]),
        (
            "全年情况如下\n会议\t次数\n党组会\t12\n走访8户",
            ["全年情况如下", "会议：党组会，次数：12次", "走访8户"],
        ),
        ("单位\t2022年\t2023年\n甲镇\t12\t15", ["单位：甲镇，2022年：12，2023年：15"]),
        ("Meeting\tDate\nKick-off\t3 May", ["Meeting: Kick-off, Date: 3 May"]),
    ],
)
def test_a_row_of_a_pasted_table_is_a_fact_with_the_names_of_its_header(notes, facts):
    assert texts(notes) == facts


def test_a_single_line_with_a_tab_is_no_table():
    assert texts("党组会\t12次") == ["党组会\t12次"]


def test_a_long_fact_is_split_at_clause_ends():
    long = "，".join(f"第{place}项任务按时完成并通过验收" for place in range(60)) + "。"
    parts = texts(long)
    assert "".join(parts) == long
    assert len(parts) > 1 and all(len(part) <= LONGEST for part in parts)
    assert all(part.endswith(("，", "。")) for part in parts)


def test_a_word_without_end_is_cut():
    assert texts("甲" * (2 * LONGEST + 1)) == ["甲" * LONGEST, "甲" * LONGEST, "甲"]


def test_too_many_facts_share_and_none_is_dropped():
    facts = note("\n".join(f"走访第{place}户" for place in range(3 * MOST)))
    assert len(facts) <= MOST
    assert all(f"第{place}户" in "".join(fact.text for fact in facts) for place in range(3 * MOST))


bodies = st.text(
    alphabet="党组会谈话培训走访，（）。人次项年月日123 .,-%AbZ“”", min_size=1, max_size=24
).filter(lambda body: body.strip() and not re.search(r"。\s*[（(]?[\dbAZ]+[）)、.]", body))
marks = st.sampled_from(["", "", "- ", "• ", "1. ", "一、", "（二）", "①", "2）"])


plain = bodies.filter(lambda body: not re.search(r"\d[.、](?!\d)", body))
"""Without the marks of a list that stands in one line: 1. 学习 2. 培训."""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(marks, plain), min_size=1, max_size=8))
def test_every_character_of_the_notes_stands_in_some_fact_in_order(lines):
    notes = "\n".join(mark + "甲" + body for mark, body in lines)
    stated = iter("".join(texts(notes)))
    assert all(mark in stated for _, body in lines for mark in "甲" + re.sub(r"\s", "", body))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(bodies.filter(lambda body: not set(body) & set(".（）")), min_size=1, max_size=8),
    st.sampled_from(["", "- ", "① ", "（1）"]),
)
def test_nothing_is_added_to_notes_without_labels(lines, mark):
    notes = "\n".join(mark + "甲" + body for body in lines)
    kept = "".join("甲" + body for body in lines)
    assert re.sub(r"\s", "", "".join(texts(notes))) == re.sub(r"\s", "", kept)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text_at_all_becomes_facts_without_a_fault(text):
    facts = note(text)
    assert all(fact.text == fact.text.strip() and fact.text for fact in facts)
    assert note(text) == facts


NUMERALS = set("一二三四五六七八九十是第")
"""Characters that a list mark is made of; every other Chinese character is matter."""
anything = st.text(
    alphabet="党组会谈培训走访，（）。；：、人次项年月日1203 .-%FAZ“”①②一二三是第#*\n", max_size=160
)


def counts(text):
    return Counter(mark for mark in text if "\u3400" <= mark <= "\u9fff" and mark not in NUMERALS)


@settings(max_examples=300, deadline=None)
@given(anything)
def test_no_character_of_the_matter_is_lost_whatever_shape_the_notes_have(notes):
    assert counts(notes) <= counts("".join(texts(notes)))


@settings(max_examples=200, deadline=None)
@given(anything, st.integers(1000, 9_999_999))
def test_no_figure_of_four_digits_or_more_is_lost_or_divided(notes, figure):
    assert str(figure) in "\n".join(texts(f"{notes}\n走访{figure}户。{notes}"))


@pytest.mark.real
@pytest.mark.parametrize("name", [path.name for path in SAMPLES] or [""])
def test_no_character_of_a_real_report_is_lost(name):
    if not name:
        pytest.skip("the real samples are not there")
    text = (SAMPLES[0].parent / name).read_text("utf-8")
    assert counts(text) <= counts("".join(texts(text)))


def test_a_feast_is_no_number_of_a_list():
    assert [fact.text for fact in note("五一、端午期间值班3天")] == ["五一、端午期间值班3天"]


def test_a_column_of_units_and_units_in_brackets_go_to_the_figures():
    assert texts("指标\t单位\t2025年计划\t2025年实际\n货物量\t万吨\t60\t61\n损耗率\t%\t≤9.5\t9.1") == [
        "指标：货物量，2025年计划：60万吨，2025年实际：61万吨",
        "指标：损耗率，2025年计划：≤9.5%，2025年实际：9.1%",
    ]
    assert texts("\t2023\t2024\n泊位（个）\t8\t9\n靠泊率\t82%\t91%") == [
        "泊位，2023：8个，2024：9个",
        "靠泊率，2023：82%，2024：91%",
    ]
    assert texts("类型\t失踪/死亡\n落水\t2") == ["类型：落水，失踪/死亡：2"]


def test_a_label_reaches_what_stands_deeper_under_its_items():
    notes = "一、安全\n（一）检查\n1.检查企业86家\n(1)危化企业12家\n2.发现隐患213条\n二、演练\n1.演练14场"
    assert [fact.text for fact in note(notes)] == [
        "安全：检查：检查企业86家",
        "安全：检查：危化企业12家",
        "安全：检查：发现隐患213条",
        "演练：演练14场",
    ]


def test_a_word_before_circled_items_belongs_to_each():
    assert [fact.text for fact in note("培训①骨干40人②新手112人")] == ["培训：骨干40人", "培训：新手112人"]


def test_a_line_whose_first_words_sum_it_up_is_one_fact():
    assert texts("1. 监管力量不足。全县机构318家，在编5人。\n2. 宣传不到位，群众不熟悉。") == [
        "监管力量不足。全县机构318家，在编5人。",
        "宣传不到位，群众不熟悉。",
    ]


def test_a_name_in_heavy_brackets_is_the_label_of_the_items_under_it():
    assert [fact.text for fact in note("【不足】\n· 缺编7人\n· 欠款13.5万")] == [
        "不足：缺编7人",
        "不足：欠款13.5万",
    ]


def test_a_bare_heading_of_the_notes_names_the_lines_under_it():
    assert texts("（一）维权\n集体合同覆盖企业1140家\n援助办案73件\n（二）问题\n驿站有9个用得少") == [
        "维权：集体合同覆盖企业1140家",
        "维权：援助办案73件",
        "问题：驿站有9个用得少",
    ]


def test_numbers_that_count_up_are_marks_before_a_month_too():
    assert texts("1、7月起送清凉\n2、8月办运动会\n3、9月前完成整顿") == [
        "7月起送清凉",
        "8月办运动会",
        "9月前完成整顿",
    ]

from assistant.dressing import Manner
from assistant.noting import note
from assistant.phrasing import Phrasing
from assistant.types import Brief, Fact
from assistant.writing import Writer


def written(section, *notes, style="points", **manner):
    facts = tuple(Fact(f"F{at}", text) for at, text in enumerate(notes, 1))
    own = "\n".join([section, *notes])
    return Writer(
        Brief(section, facts, style=style), (), Phrasing(section, own, ()), Manner(**manner)
    ).write()


def test_paragraphs_are_counted_from_0_without_a_gap():
    sentences = written("工作总结", "党组会12次", "招商23次", "消防演练4次", "人手不足", "明年招聘2人")
    numbers = [one.paragraph for one in sentences]
    assert numbers == sorted(numbers) and set(numbers) == set(range(numbers[-1] + 1))


def test_points_begin_with_their_ordinal_and_running_text_with_none():
    notes = ("水上巡查1104航次", "水上夜间巡查263次", "受理渔民举报29件", "办结渔民举报27件")
    points, flowing = (written("工作总结", *notes, style=style) for style in ("points", "flowing"))
    marks = [one.text[:2] for one in points if one.text[1:2] == "是"]
    assert marks == ["一是", "二是", "三是", "四是"][: len(marks)] and len(marks) > 1
    assert not any(one.text[1:2] == "是" for one in flowing)


def test_three_facts_of_work_are_a_paragraph_and_no_list():
    sentences = written("安全生产工作", "例会12次", "检查企业86家次", "演练3次")
    assert {one.paragraph for one in sentences} == {0} and "一是" not in sentences[0].text


def test_facts_that_mostly_show_no_line_of_work_are_listed_in_their_order():
    sentences = written("工作总结", "茶歇3次", "合影2次", "招商23次", "旅拍1次")
    assert [one for sentence in sentences for one in sentence.facts] == ["F1", "F2", "F3", "F4"]
    assert not any("其他工作" in one.text for one in sentences)


def test_shortcomings_and_plans_of_one_heading_are_parted_by_a_plain_bridge():
    told = written("存在问题及下一步打算", "人手少", "台账乱", "明年招聘职工2人", "新建档案室1间")
    text = [one.text for one in told]
    assert [one for one in text if one.endswith("：")] == ["下一步，重点抓好以下工作："]
    assert text[0].startswith("一是人手少")


def test_a_post_stands_in_front_as_a_sentence_of_its_own():
    notes = (
        "我2023年3月任县水利局副局长，分管防汛",
        "主持防汛例会46次",
        "起草防汛预案3个",
        "下乡蹲点61天",
        "下乡走访农户120户",
    )
    told = written("履行岗位职责情况", *notes)
    assert told[0].facts == ("F1",) and told[0].paragraph == 0 and not told[0].text.startswith("一是")
    assert told[1].paragraph == 1 and told[1].text.startswith("一是")


def test_a_bare_manner_leaves_the_facts_alone():
    sentences = written(
        "安全生产", "例会12次", "检查9次", "演练3次", opener=False, labels=False, manners=0, aims=0
    )
    assert all(one.facts for one in sentences)


def test_plans_that_say_下一步_are_opened_by_it_and_do_not_repeat_it():
    opener, first, second = written("存在问题及下一步打算", "人手少", "下步对7件积案会商", "明年招聘2人")[-3:]
    assert opener.text.startswith("下一步，") and opener.facts == ("F2",)
    assert (first.text, second.text) == ("一是对7件积案会商。", "二是明年招聘2人。")


def test_what_causes_the_shortcomings_is_no_point_of_its_own():
    sentences = written("存在问题及原因分析", "巡查频次不够", "台账不全", "原因是人手少")
    assert [one.text for one in sentences] == ["一是巡查频次不够。", "二是台账不全。", "原因是人手少。"]


def test_an_achievement_is_told_behind_a_marker_and_not_as_a_shortcoming():
    sentences = written("存在的问题", "综合性文稿86篇", "窗口人手不足", "没有发生违纪违法案件")
    assert [one.text for one in sentences] == [
        "窗口人手不足。",
        "【待核实：以下内容看来不属于“存在的问题”，请移到合适的小节】",
        "综合性文稿86篇，未发生违纪违法案件。",
    ]
    assert [(one.origin, one.facts) for one in sentences] == [
        ("fact", ("F2",)), ("blank", ()), ("fact", ("F1", "F3")),
    ]  # fmt: skip


def test_where_no_fact_is_a_plan_no_plan_is_announced():
    sentences = written("下一步打算", "全年发出通报24期，年底前完成112项", "信息工作排名第三")
    assert [one.origin for one in sentences][0] == "blank" and "将" not in "".join(
        one.text for one in sentences
    )


def test_a_fault_in_a_section_of_work_goes_last_without_但是_and_without_a_label():
    sentences = written("主要工作", "党组会12次", "但是仍有3个科室没有完成归档", "招商23次", "消防演练4次")
    assert sentences[-1].facts == ("F2",) and "但是" not in "".join(one.text for one in sentences)
    assert "其他工作" not in "".join(one.text for one in sentences)


def test_a_line_of_work_that_a_fact_names_is_named_once():
    sentences = written("工作总结", "办文办会方面，收文12件", "招商23次", "消防演练4次", style="flowing")
    assert "".join(one.text for one in sentences).count("办文办会方面") == 1
    assert not any("方面，办文办会方面" in one.text for one in sentences)


def test_a_line_that_names_body_and_time_opens_the_section_and_talk_is_left_out():
    sentences = written(
        "监管工作", "白石海事处 1—6月", "现场检查836艘次", "就这些了，你别写得太长", "处罚128件"
    )
    assert sentences[0].text == "白石海事处1—6月有关情况如下。" and sentences[0].facts == ("F1",)
    assert not any("别写" in one.text for one in sentences)


def test_each_fault_with_its_answer_is_a_point_in_the_writers_order():
    notes = (
        "问题1 台账不全 → 建台账【完成】",
        "问题2 发放慢 → 上线预警",
        "问题3 登记乱 → 修订制度",
        "共反馈3个问题",
    )
    texts = [one.text for one in written("整改进展", *notes)]
    assert texts == [
        "一是针对台账不全问题，建台账，已完成。", "二是针对发放慢问题，上线预警。",
        "三是针对登记乱问题，修订制度。", "四是共反馈3个问题。",
    ]  # fmt: skip


def test_rows_of_one_year_name_it_once_and_are_running_text():
    plans = (("进货", 8), ("出货", 7), ("存货", 6), ("损耗", 1))
    rows = [f"指标：{what}，2025年计划：{plan}吨，2025年实际：9吨" for what, plan in plans]
    text = "".join(one.text for one in written("指标完成情况", *rows))
    assert text.count("2025年") == 1 and "一是" not in text


def test_lines_of_work_that_the_notes_name_are_the_points():
    notes = ("（一）建会", "新建工会64家", "建会率94%", "（二）维权", "集体合同覆盖1140家", "援助办案73件")
    texts = [one.text for one in written("上半年工作", *(one.text for one in note("\n".join(notes))))]
    assert texts[0].startswith("一是建会方面，新建工会64家") and any(
        one.startswith("二是维权方面，") for one in texts
    )

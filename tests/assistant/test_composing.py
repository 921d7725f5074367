import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.asides import is_aside
from assistant.composing import compose
from assistant.polishing import polished
from assistant.punctuating import punctuate
from assistant.types import Brief, Draft, Fact
from index.expressions import expressions
from index.types import Hit, Passage, Span

ORDINAL = re.compile(r"[一二三四五六七八九十]{1,3}是")
SHARED = Path(__file__).parents[3] / "shared" / "samples"

PHRASES = (
    "坚持问题导向、目标导向，把安全生产摆在突出位置。一是强化监督检查。坚持以上率下，召开会议多少次，"
    "着力推动责任落实。2019年3月5日，青山市组织观看《警钟》，王建国作报告，取得明显成效。"
)
SAMPLE = Hit(Passage("abc-0", "abc", (), Span(0, len(PHRASES)), PHRASES), 1.0)

NOTES = (
    "党组会 12次",
    "3月29日警示教育大会，210人",
    "班子成员党课9次",
    "检查企业286家次，发现隐患512处，已整改498处",
    "其中重大隐患3处",
    "理论学习抓得不紧，学用结合差",
    "10月底前完成62所学校食堂检查",
    "窗口好差评满意率99.2%",
    "搞了3次活动",
    "团建",
    "12",
    "😀👍",
    "一是开会3次；二是培训2期",
    "OA system 上线",
    "使用 OA 系统 处理公文 3,200 件",
    "收支相抵。结余3万元。",
    "会议室值班xx天",
    "“五小”活动 8场",
    "公文（含密件）办理 1,024 件!",
    "把$name和{0}写进<b>材料</b>",
)


def brief(section, *notes, **more):
    return Brief(section, tuple(Fact(f"F{at}", text) for at, text in enumerate(notes, start=1)), **more)


def kept(text):
    """The characters of a text that are no blank and no punctuation."""
    return "".join(char for char in text if char.isalnum())


def runs(fact):
    """A fact's stretches between blanks and punctuation, each further cut where a verb may be added."""
    return [run for run in re.split(r"[\W_]+", fact) if run]


def is_told(fact, text):
    """Whether the fact's characters, spoken words as written ones, stand in the text in their order."""
    rest = iter(kept(text))
    return all(char in rest for char in kept(polished(punctuate(fact))))


def assert_lawful(draft: Draft):
    facts, text = [one for one in draft.brief.facts if not is_aside(one.text)], draft.text
    for fact in facts:
        own = "".join(sentence.text for sentence in draft.sentences if fact.id in sentence.facts)
        assert is_told(fact.text, own), fact
        for digits in re.findall(r"\d+", fact.text):
            assert digits in own, (fact, digits)
    allowed = " ".join([draft.brief.section, *(fact.text for fact in facts)])
    for digits in re.findall(r"\d+", text):
        assert digits in re.findall(r"\d+", allowed), digits
    assert {one for sentence in draft.sentences for one in sentence.facts} == {fact.id for fact in facts}
    paragraphs = [sentence.paragraph for sentence in draft.sentences]
    assert sorted(set(paragraphs)) == list(range(len(set(paragraphs)))) and paragraphs == sorted(paragraphs)


texts = st.one_of(
    st.sampled_from(NOTES), st.text(alphabet="党组会次月日开展3千 ，。：（）a\n12", min_size=1, max_size=30)
)
briefs = st.builds(
    lambda section, notes, style, length: brief(section, *notes, style=style, length=length),
    st.sampled_from(
        [
            "安全生产工作情况",
            "三、存在的问题",
            "下一步打算",
            "2024年工作总结",
            "作风建设",
            "前言",
            "结束语",
            "存在问题及下一步打算",
        ]
    ),
    st.lists(texts, max_size=9),
    st.sampled_from(["points", "flowing"]),
    st.sampled_from([0, 1, 120, 900]),
)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(briefs, st.integers(0, 5))
def test_every_fact_is_told_in_its_own_words_and_no_figure_is_added(given_brief, seed):
    assert_lawful(compose(given_brief, (SAMPLE,), seed=seed))


@settings(max_examples=30, deadline=None)
@given(briefs, st.integers(0, 3))
def test_the_same_brief_and_seed_give_the_same_draft(given_brief, seed):
    assert compose(given_brief, (SAMPLE,), seed=seed) == compose(given_brief, (SAMPLE,), seed=seed)


@pytest.mark.parametrize(
    "section", ["安全生产", "存在的不足", "下一步打算", "前言", "结语", "Introduction", "Next steps"]
)
def test_without_facts_there_are_only_blanks_and_at_most_one_a_paragraph(section):
    draft = compose(brief(section), (SAMPLE,))
    assert draft.sentences
    assert all(sentence.origin == "blank" and "【待补充：" in sentence.text for sentence in draft.sentences)
    assert len({sentence.paragraph for sentence in draft.sentences}) == len(draft.sentences)


@pytest.mark.parametrize("style", ["points", "flowing"])
def test_a_heading_that_promises_nothing_gets_no_blank_beside_facts(style):
    draft = compose(brief("安全生产工作", "安全例会12次", "检查企业286家次", style=style), ())
    assert "待补充" not in draft.text


def test_a_heading_that_promises_causes_asks_for_them_once():
    draft = compose(brief("存在问题及原因分析", "巡查频次不够", "人员少"), ())
    assert draft.text.count("【待补充：问题产生的原因】") == 1
    assert "待补充" not in compose(brief("存在问题及原因分析", "巡查频次不够，原因是人员少"), ()).text


def test_a_heading_of_two_parts_asks_for_the_part_without_facts():
    draft = compose(brief("存在问题及下一步打算", "专业人员少，只有3人"), ())
    assert "专业人员少，只有3人" in draft.text and "【待补充：下一步工作安排】" in draft.text


def test_points_are_numbered_and_led_by_labels_of_the_writers_words():
    draft = compose(
        brief(
            "2024年工作总结", "水上巡查1104航次", "水上夜间巡查263次", "受理渔民举报29件", "办结渔民举报27件"
        ),
        (),
    )
    assert draft.text.split("\n") == [
        "一是加强水上巡查。开展水上巡查1104航次、水上夜间巡查263次。",
        "二是做好渔民举报受理。受理渔民举报29件，办结渔民举报27件。",
    ]
    assert [sentence.origin for sentence in draft.sentences][:2] == ["stock", "fact"]


def test_facts_that_share_little_are_running_text_in_the_writers_order():
    notes = ("消防演练 4次", "签约项目18个", "古树挂牌52株", "党组会 12次", "参保率97%")
    draft = compose(brief("2024年工作总结", *notes), ())
    assert [one for said in draft.sentences for one in said.facts] == ["F4", "F1", "F2", "F3", "F5"]
    assert "一是" not in draft.text


def test_a_section_begins_with_its_facts_and_says_its_heading_nowhere():
    for style in ("points", "flowing"):
        text = compose(
            brief("安全生产工作", "安全例会12次", "检查企业286家次", "演练4次", style=style), ()
        ).text
        assert text.startswith(("召开", "一是")) and "围绕" not in text and "安全生产" not in text


def test_flowing_text_has_no_numbered_points():
    draft = compose(
        brief("2024年工作总结", "党组会 12次", "消防演练 4次", "签约项目18个", style="flowing"), ()
    )
    assert draft.text == "召开党组会12次，开展消防演练4次，签约项目18个。"


def test_shortcomings_stand_as_written_without_a_label_or_an_aim():
    draft = compose(brief("存在的问题", "学习抓得不紧", "年轻干部少 35岁以下只占14%", "党组会2次"), (SAMPLE,))
    assert draft.text.split("\n") == [
        "一是学习抓得不紧。",
        "二是年轻干部少。35岁以下只占14%。",
        "【待核实：以下内容看来不属于“存在的问题”，请移到合适的小节】党组会2次。",
    ]


def test_plans_keep_the_writers_order():
    draft = compose(brief("下一步打算", "师德师风专项整治", "10月底前建成食堂监督平台", "党课全覆盖"), ())
    assert [sentence.facts for sentence in draft.sentences if sentence.facts][0] == ("F1",)
    assert draft.text.index("专项整治") < draft.text.index("监督平台") < draft.text.index("党课全覆盖")
    assert draft.text.count("开展师德师风专项整治") == 1


def test_a_shortcoming_among_work_is_told_apart():
    draft = compose(brief("安全生产", "安全例会12次", "检查企业86家次", "监管力量不足"), ())
    assert draft.text.split("\n")[-1].endswith("监管力量不足。")
    assert "不足" in draft.sentences[-2].text and draft.sentences[-2].origin == "stock"


def test_a_problem_that_was_solved_is_work():
    draft = compose(brief("安全生产", "解决消防通道堵塞问题14个", "安全例会12次"), ())
    assert "还存在" not in draft.text


def test_nothing_of_a_sample_but_licensed_phrases_enters_the_text():
    draft = compose(brief("安全生产", "安全例会12次", "检查企业86家次，整改隐患50处", length=900), (SAMPLE,))
    for particular in ("青山", "王建国", "警钟", "2019", "明显成效", "多少"):
        assert particular not in draft.text
    borrowed = [sentence for sentence in draft.sentences if sentence.passages]
    assert borrowed and all(sentence.passages == ("abc-0",) for sentence in borrowed)


def test_suggestions_are_masked_and_name_their_passage():
    text = "县应急局组织消防演练14次，邀请李明同志授课，发放《安全手册》3200份，不断提高应急处置能力。"
    hit = Hit(Passage("s-0", "s", (), Span(0, len(text)), text), 1.0)
    draft = compose(brief("安全生产", "检查企业86家次"), (hit,))
    assert len(draft.suggestions) == 1 and draft.suggestions[0].passage_id == "s-0"
    assert not re.search(r"14|3200|安全手册", draft.suggestions[0].text)
    assert "演练" not in draft.text


def test_a_system_or_a_result_that_no_fact_names_is_never_claimed():
    for seed in range(6):
        notes = [note for note in NOTES if "机制" not in note]
        text = compose(brief("2024年工作总结", *notes), (SAMPLE,), seed=seed).text
        for claim in ("成效", "台账", "机制", "全覆盖", "显著", "明显", "群众满意"):
            assert claim not in text, claim


def test_seeds_vary_the_wording_and_keep_the_facts():
    given_brief = brief("2024年工作总结", "党组会 12次", "消防演练 4次", "签约项目18个", "民生实事10件")
    drafts = [compose(given_brief, (SAMPLE,), seed=seed) for seed in range(4)]
    assert len({draft.text for draft in drafts}) >= 3
    for draft in drafts:
        assert_lawful(draft)


def test_a_wished_length_adds_no_padding_and_a_short_one_loses_no_fact():
    notes = ("党组会 12次", "消防演练 4次", "签约项目18个")
    free, long = (compose(brief("2024年工作总结", *notes, length=n), ()) for n in (0, 3000))
    short = compose(brief("2024年工作总结", *notes, length=10), ())
    assert len(long.text.split("【")[0]) <= len(free.text) * 1.5
    assert len(short.text) <= len(free.text)
    assert_lawful(short)


def test_facts_that_say_the_same_are_told_once_and_both_are_covered():
    draft = compose(brief("安全生产", "安全例会12次", "安全例会12次", "检查企业86家次"), ())
    assert draft.text.count("安全例会12次") == 1
    assert_lawful(draft)


def test_a_fact_that_numbers_its_own_points_is_not_numbered_again():
    draft = compose(brief("安全生产", "一是召开例会12次；二是检查企业86家次", "消防演练4次"), ())
    assert ORDINAL.findall(draft.text) == ["一是", "二是"]
    assert_lawful(draft)


def test_words_that_are_no_report_style_stay_and_are_marked():
    draft = compose(brief("后勤保障", "车棚弄好了3处", "值班xx天", "车辆年检8台"), ())
    assert "车棚弄好了3处【请核】" in draft.text and "值班xx天【请核】" in draft.text
    assert draft.text.count("【请核】") == 2


def test_a_long_fact_stands_whole():
    long = "对全县水库逐一排查，" * 50 + "共排查48座。"
    draft = compose(brief("防汛工作", long, "防汛演练3次"), ())
    assert_lawful(draft)
    assert long.rstrip("。") in draft.text


def test_a_fact_of_several_sentences_gives_several_sentences_with_its_id():
    draft = compose(brief("财政收支", "收支相抵。结余3万元。"), ())
    assert [sentence.text for sentence in draft.sentences if sentence.facts == ("F1",)] == [
        "收支相抵。",
        "结余3万元。",
    ]


def test_a_fact_without_words_is_a_blank_that_carries_its_id():
    draft = compose(brief("安全生产", "安全例会12次", "，。 "), ())
    assert [sentence.facts for sentence in draft.sentences if sentence.origin == "blank"] == [("F2",)]


def test_data_is_never_a_template():
    draft = compose(brief("$name {0} 〈题〉工作", "把{0}和$name写进材料", "〈题〉会议3次"), ())
    assert "{0}和$name写进材料" in draft.text
    assert "召开〈题〉会议3次" in draft.text


def test_an_english_brief_is_arranged_in_english():
    draft = compose(
        brief("Reading programme", "story hours held: 48, with 1,260 children", "Two volunteers trained"), ()
    )
    assert draft.text.split("\n")[1:] == [
        "Story hours held: 48, with 1,260 children.",
        "Two volunteers trained.",
    ]
    assert not re.search(r"[\u4e00-\u9fff]", draft.text)
    flowing = compose(
        brief("Reading programme", "48 story hours.", "Two volunteers trained", style="flowing"), ()
    )
    assert flowing.text == "48 story hours. Two volunteers trained."


def test_english_inside_chinese_keeps_its_blanks():
    assert "OA system上线" in compose(brief("信息化建设", "OA system 上线"), ()).text


def test_the_year_of_the_brief_is_not_written_into_the_text():
    assert "2024" not in compose(brief("安全生产", "3月2日 安全例会", "检查企业86家次", year=2024), ()).text


def test_the_draft_says_how_it_was_made():
    draft = compose(brief("安全生产", "安全例会12次"), (SAMPLE,))
    assert (draft.model, draft.prompt, draft.complete, draft.hits) == ("none", "", True, (SAMPLE,))


ORDERED = (
    "党组会12次", "3月24日廉政大会，186人", "与19个科室签责任书", "国庆等节前发廉政短信2300余条",
    "观看警示片《失守的底线》4场次", "明察暗访9次，发现问题14个，全部整改", "发展党员7名",
    "安全培训18期1,430人次",
)  # fmt: skip
MANNER = (
    "（一）加强组织领导。坚持把党的建设作为重中之重。始终坚持以上率下，先后召开局党组会28次，着力把责任落到实处。"
    "强化监督检查。坚持常抓不懈，组织开展明察暗访17次，通报李卫东等6人，推动作风持续向好。"
    "\n下一步，将重点做好以下几个方面的工作：\n对照上级要求，还存在一些差距和不足：\n现将南河镇情况汇报如下："
)
SECTIONS = ("党的建设工作", "作风建设", "存在的问题", "下一步打算", "前言", "2024年工作总结")
MANNERED = Hit(Passage("m-7", "m", ("一、严格落实责任",), Span(0, len(MANNER)), MANNER), 1.0)


@pytest.mark.parametrize("style", ["points", "flowing"])
@pytest.mark.parametrize("length", [0, 60, 3000])
@pytest.mark.parametrize(
    "section", ["2024年工作总结", "党风廉政建设工作", "存在的问题", "下一步打算", "前言"]
)
def test_every_expression_of_the_draft_stands_in_the_facts(section, length, style):
    given_brief = brief(section, *ORDERED, length=length, style=style)
    own = {one.key for text in (section, *ORDERED) for one in expressions(text)}
    for seed in range(4):
        draft = compose(given_brief, (MANNERED, SAMPLE), seed=seed)
        assert {one.key for one in expressions(draft.text) if one.kind != "blank"} <= own


@pytest.mark.parametrize("style", ["points", "flowing"])
def test_every_fact_is_told_exactly_once(style):
    draft = compose(brief("2024年工作总结", *ORDERED, style=style), (MANNERED, SAMPLE))
    told = [one for sentence in draft.sentences for one in sentence.facts]
    assert sorted(told) == sorted(fact.id for fact in draft.brief.facts)
    for figure in ("12次", "186人", "19个", "2300余条", "4场次", "14个", "7名", "1,430人次"):
        assert draft.text.count(figure) == 1


@pytest.mark.parametrize(
    "section", ["党的建设工作", "作风建设", "存在的问题", "下一步打算", "前言", "2024年工作总结"]
)
def test_what_names_a_passage_is_worded_as_the_passage(section):
    held = MANNER + "".join(MANNERED.passage.headings)
    for seed in range(4):
        for sentence in compose(brief(section, *ORDERED), (MANNERED,), seed=seed).sentences:
            if not sentence.passages:
                continue
            clauses = re.split("[，。：；]", re.sub(r"^[一二三四五六七八九十]+是", "", sentence.text))
            shared = [one for one in clauses if len(one) >= 4 and one in held]
            framed = re.match("(坚持把).*(作为重中之重)|(现将).*(情况汇报如下)", sentence.text)
            verbs = re.search("组织开展明察暗访|召开党组会", sentence.text)
            assert sentence.passages == ("m-7",) and (shared or framed or verbs), sentence


def test_a_sample_lends_a_verb_and_no_zeal_to_a_draft():
    draft = compose(brief("党的建设工作", *ORDERED), (MANNERED,))
    assert "组织开展明察暗访9次" in draft.text
    assert any(sentence.passages == ("m-7",) for sentence in draft.sentences)
    for word in ("李卫东", "持续向好", "南河", "以上率下", "重中之重", "常抓不懈"):
        assert word not in draft.text


def test_a_sample_opens_the_plans_behind_shortcomings():
    draft = compose(
        brief("存在问题及下一步打算", "巡查频次不够", "明年新建预警喇叭120个", "明年招聘教师12名"),
        (MANNERED,),
    )
    (opener,) = [one for one in draft.sentences if one.text.endswith("：")]
    assert opener.text == "下一步，将重点做好以下几个方面的工作：" and opener.passages == ("m-7",)


def test_no_verb_is_doubled():
    text = compose(brief("党风廉政建设工作", *ORDERED), ()).text
    assert "节前发廉政短信2300余条" in text and "发送" not in text


def test_what_is_left_open_is_asked_for_once_beside_its_fact():
    draft = compose(brief("主题教育", "检视问题23个，已整改21个", "党课9次", "读书班1期"), ())
    (blank,) = [sentence for sentence in draft.sentences if sentence.origin == "blank"]
    (stated,) = [sentence for sentence in draft.sentences if "F1" in sentence.facts]
    assert blank.paragraph == stated.paragraph and "其余问题" in blank.text


def test_a_section_of_one_fact_asks_for_more():
    assert compose(brief("意识形态工作", "党总支专题研究意识形态4次"), ()).text.count("【待补充：") == 1


def test_blanks_are_few():
    notes = [f"检视问题{at + 20}个，已整改{at + 3}个" for at in range(9)]
    assert compose(brief("问题整改及成效", *notes), ()).text.count("【待补充：") <= 3


def test_facts_that_disagree_both_stand():
    text = compose(brief("安全生产", "应急演练6次", "应急演练共开展8次", "排查隐患120处"), ()).text
    assert "应急演练6次" in text and "应急演练共开展8次" in text


def test_forty_facts_of_all_kinds_come_in_few_points():
    notes = [f"{note}（第{at}批）" for at in range(5) for note in ORDERED]
    draft = compose(brief("2024年工作总结", *notes), (MANNERED, SAMPLE) * 6)
    assert len(ORDINAL.findall(draft.text)) <= 10
    assert_lawful(draft)


@pytest.mark.real
@pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not beside the checkout")
def test_real_samples_give_no_particular():
    hits = []
    for path in sorted(SHARED.glob("*.txt")):
        lines = [line[:400] for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 80]
        hits += [
            Hit(Passage(f"{path.stem}-{at}", path.stem, (), Span(0, len(line)), line), 1.0)
            for at, line in enumerate(lines)
        ]
    notes = (
        "党组会 12次",
        "警示教育大会1次210人",
        "发展党员9名",
        "班子成员党课9次",
        "明察暗访9次 发现问题14个 全部整改",
    )
    for section in ("全面从严治党工作情况", "抓实基层党建", "作风建设"):
        for seed in range(3):
            draft = compose(brief(section, *notes, length=2000), hits[:12], seed=seed)
            assert_lawful(draft)
            own = {one.key for text in (section, *notes) for one in expressions(text)}
            added = {
                one.text for one in expressions(draft.text) if one.key not in own and one.kind != "ordinal"
            }
            assert not {text for text in added if re.search(r"\d|《", text)}


def test_english_facts_in_a_chinese_section_keep_their_own_marks_and_every_fact_stands_once():
    draft = compose(brief("主要工作", "Held 12 meetings, 210 people", "党组会12次", "招商23次"), ())
    assert "Held 12 meetings, 210 people." in draft.text and draft.text.endswith("请改写为中文】")
    assert sorted(one for sentence in draft.sentences for one in sentence.facts) == ["F1", "F2", "F3"]
    alone = compose(brief("存在的问题", "Two posts are vacant"), ())
    assert [one.origin for one in alone.sentences] == ["fact", "blank"]

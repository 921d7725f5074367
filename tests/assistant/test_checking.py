"""The gate: what the facts do not state is told, and what they state in other words is not."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import checking, extracting
from assistant.checking import Leak, check
from assistant.noting import note
from assistant.types import Fact
from index.expressions import expressions
from index.letters import Run
from index.types import Span

SAMPLES = sorted((Path(__file__).parents[3] / "shared" / "samples").glob("*.txt"))
CITIES = SAMPLES[0].parents[1] / "library" / "reports_dev.jsonl" if SAMPLES else Path("absent")
SAMPLE = Leak("a1b2c3d4e5f6", "a1b2c3d4e5f6-120", "某局工作总结")


class Shelf:
    """The expressions of one sample; days also without their year, as the real shelf keeps them."""

    def __init__(self, text: str) -> None:
        self.keys = {one.key for one in expressions(text)}
        self.keys |= {re.sub(r"\d{4}(?=-\d\d-\d\d)", "", key) for key in self.keys}

    def find(self, keys):
        return {key: SAMPLE for key in keys if key in self.keys}


def found(text: str, facts: str, sample: str = "", **more) -> list[tuple[str, str]]:
    """Kind and text of each finding but unused ones."""
    findings = check(text, note(facts), leaks=Shelf(sample) if sample else None, **more)
    return [(finding.kind, finding.text) for finding in findings if finding.kind != "unused"]


# ---- what is stated is not flagged -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("召开党委会28次", "召开党委会二十八次"),
        ("召开党委会二十八次", "召开党委会28次"),
        ("印发手册150份", "印发手册１５０份"),
        ("印发手册一百五十份", "印发手册150份"),
        ("投入1.2万元", "投入12000元"),
        ("投入12000元", "投入1.2万元"),
        ("投入1,200元", "投入1200元"),
        ("满意率12.50%", "满意率12.5%"),
        ("满意率百分之九十五", "满意率95%"),
        ("满意率95%", "满意率九成五"),
        ("186人参加", "近200人参加"),
        ("186人参加", "180余人参加"),
        ("186人参加", "100多人参加"),
        ("1236人次", "1200余人次"),
        ("96人参加", "近百人参加"),
        ("96人参加", "不足100人参加"),
        ("104人参加", "超过100人参加"),
        ("104人参加", "100人以上参加"),
        ("104人参加", "约100人参加"),
        ("10至15人", "10—15人"),
        ("3至5次", "三五次"),
        ("名额15名", "名额15人"),
        ("3月24日召开大会", "3月24日，召开大会"),
        ("3月24日召开大会", "3月召开大会"),
        ("3月24日召开大会", "3月下旬召开大会"),
        ("3月24日召开大会", "第一季度召开大会"),
        ("3月24日召开大会", "上半年召开大会"),
        ("2023年3月24日召开大会", "3月24日召开大会"),
        ("7月8日召开大会", "七月八日召开大会"),
        ("7月8日召开大会", "7月上旬召开大会"),
        ("10月至11月开展排查", "10月至11月开展排查"),
        ("学习《中国共产党章程》", "学习《中国共产党 章程》"),
        ("学习中国共产党章程2次", "学习《中国共产党章程》2次"),
        ("王建国同志任组长", "由王建国任组长"),
        ("区司法局牵头", "由区司法局牵头"),
        ("学习二十届三中全会精神", "学习贯彻党的二十届三中全会精神"),
        ("印发〔2023〕12号文件", "印发〔2023〕12号文件"),
        ("获全市第一名", "荣获全市第一名"),
        ("联系电话0571-88880000", "联系电话0571-88880000"),
        ("5G基站3座", "建成5G基站3座"),
        ("开展“清风”行动", "开展“清风”行动"),
        ("", "抓好学习教育，压实主体责任。"),
        ("", "一是抓学习。二是抓整改。三是抓落实。"),
        ("", "一、抓学习\n（一）抓部署\n1.抓责任\n（2）抓监督"),
        ("", "增强“四个意识”、坚定“四个自信”、做到“两个维护”"),
        ("", "落实“三会一课”“一岗双责”，执行中央八项规定精神"),
        ("", "把党的建设摆在十分重要的位置，进一步统一思想"),
        ("Held 12 meetings; trained 186 people", "We held 12 meetings and trained 186 people."),
    ],
)
def test_a_stated_figure_date_or_name_is_not_flagged_however_it_is_written(facts, text):
    assert found(text, facts) == []


def test_the_year_of_the_report_completes_a_date():
    assert found("2023年3月24日召开大会", "3月24日召开大会", year=2023) == []
    assert found("2022年3月24日召开大会", "3月24日召开大会", year=2023) != []
    assert found("2023年，召开大会", "3月24日召开大会", year=2023) == []


def test_a_year_that_a_fact_names_completes_the_dates_of_the_others():
    assert found("2023年3月24日召开大会", "2023年工作情况\n3月24日召开大会") == []


def test_what_the_heading_states_counts_as_stated():
    assert found("落实第三条要求", "抓学习", section="二、落实第三条要求") == []
    assert found("2021年开展教育整顿", "抓学习", section="2021年教育整顿") == []


# ---- what is not stated is ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "text", "flagged"),
    [
        ("党委会28次", "召开党委会29次", "29次"),
        ("党委会28次", "召开党委会三十次", "三十次"),
        ("1.2万份", "投入1.2万元", "1.2万元"),
        ("1236人次", "培训1300余人次", "1300余人次"),
        ("186人", "近300人参加", "近300人"),
        ("近200人", "186人参加", "186人"),
        ("1200余人次", "培训1236人次", "1236人次"),
        ("满意率95%", "满意率96%", "96%"),
        ("满意率95%", "满意率九成八", "九成八"),
        ("提高5个百分点", "提高6个百分点", "6个百分点"),
        ("3月24日大会", "3月25日召开大会", "3月25日"),
        ("3月召开大会", "3月24日召开大会", "3月24日"),
        ("3月24日大会", "下半年召开大会", "下半年"),
        ("学习二十届三中全会精神", "学习二十届四中全会精神", "二十届四中全会"),
        ("印发〔2023〕12号文件", "印发〔2023〕21号文件", "〔2023〕21号"),
        ("学习《宪法》", "学习《民法典》", "《民法典》"),
        ("印发《2024年方案》", "印发《2021年方案》", "《2021年方案》"),
        ("县司法局牵头", "由县检察院牵头", "县检察院"),
        ("王建国任组长", "王建军任组长", "王建军"),
        ("", "荣获第一名", "第一名"),
        ("Trained 186 people", "We trained 190 people.", "190 people"),
    ],
)
def test_what_no_fact_states_is_flagged(facts, text, flagged):
    kinds = {what: kind for kind, what in found(text, facts)}
    assert flagged in kinds
    assert kinds[flagged] in ("unsupported", "misplaced")


def test_a_session_between_two_of_which_one_is_stated_is_flagged_alone():
    flagged = found("学习二十届二中、三中全会精神", "学习二十届三中全会精神")
    assert len(flagged) == 1 and "二中" in flagged[0][1] and "三中" not in flagged[0][1]


def test_a_numeral_the_grammar_overlooks_is_still_flagged(monkeypatch):
    monkeypatch.setattr(extracting, "expressions", lambda _: ())
    assert found("召开党组会28次，研究议题三十五个", "党组会12次") == [
        ("unsupported", "28"),
        ("unsupported", "三十五"),
    ]
    assert found("一、抓学习\n（二）抓整改\n3.抓落实，召开党组会12次", "党组会12次") == []


# ---- leaked ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "sample", "text", "flagged"),
    [
        ("", "批评教育53人次", "批评教育53人次", "53人次"),
        ("助廉告知书50份", "发放助廉告知书56份", "发放助廉告知书56份", "56份"),
        ("印发《2024年方案》", "印发《2021年方案》", "印发《2021年方案》", "《2021年方案》"),
        (
            "二十届中央纪委三次全会",
            "二十届中央纪委二次全会",
            "二十届中央纪委二次全会",
            "二十届中央纪委二次全会",
        ),
        ("", "联系电话13800000000", "联系电话13800000000", "13800000000"),
        ("", "由李建明任组长", "由李建明任组长", "李建明"),
        ("", "推进清廉湖北建设", "推进清廉湖北建设", "湖北"),
        ("", "离沪和出国境报备", "严格离沪报备", "沪"),
        ("", "2023年5月17日召开大会", "5月17日召开大会", "5月17日"),
        ("", "满意率九成五", "满意率95%", "95%"),
    ],
)
def test_what_stands_in_a_sample_and_in_no_fact_is_leaked(facts, sample, text, flagged):
    findings = [f for f in check(text, note(facts), leaks=Shelf(sample)) if f.kind == "leaked"]
    assert [finding.text for finding in findings] == [flagged]
    assert (findings[0].report_id, findings[0].passage_id) == (SAMPLE.report_id, SAMPLE.passage_id)
    assert SAMPLE.title in findings[0].message


def test_what_a_fact_states_is_not_leaked_though_a_sample_says_it_too():
    assert found("召开党组会12次", "党组会12次", sample="召开党组会12次") == []


def test_the_shelf_is_asked_once_and_only_for_what_is_not_stated():
    asked = []

    class Counting:
        def find(self, keys):
            asked.append(list(keys))
            return {}

    check("召开党组会12次，党课3次，谈话9人次", note("党组会12次"), leaks=Counting())
    assert asked == [["count:3:次", "count:9:人次"]]
    check("召开党组会12次", note("党组会12次"), leaks=Counting())
    assert len(asked) == 1


# ---- misplaced ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "text", "flagged"),
    [
        ("党委会28次\n谈话29人次", "党委会29次，谈话28人次", ["29次", "28人次"]),
        ("党组会12次\n党课3次", "召开党组会3次，讲党课12次", ["3次", "12次"]),
        ("党组会12次，党课3次", "召开党组会3次", ["3次"]),
        ("党组会12次、党课3次", "召开党组会3次、讲党课12次", ["3次", "12次"]),
        ("党组会12次\n党课3次", "召开3次党组会、12次党课", ["3次", "12次"]),
        ("党组会12次\n党课3次", "召开党组会3次和党课12次", ["3次", "12次"]),
        ("3月24日廉政会议\n7月8日组织生活会", "7月8日召开廉政会议", ["7月8日"]),
        ("走访困难党员35户\n慰问老干部42户", "走访困难党员42户", ["42户"]),
        ("查处2起\n未完成1项", "完成1项", ["1项"]),
        ("查处2起\n未落实整改3项", "落实整改3项", ["3项"]),
    ],
)
def test_a_stated_figure_said_of_something_else_is_misplaced(facts, text, flagged):
    assert found(text, facts) == [("misplaced", what) for what in flagged]


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("理论中心组学习12次\n党课3次", "开展集体研讨12次"),
        ("3月24日廉政大会, 186人\n党课3次, 60人", "3月24日召开廉政大会，186人参加"),
        ("3月24日廉政大会\n7月8日组织生活会", "3月24日、7月8日分别召开廉政大会、组织生活会"),
        ("党组会12次\n党课12次", "召开党组会12次，讲党课12次"),
        ("党组会3次，党课12次\n党课补讲3次，谈话12次", "党组会3次，党课12次，谈话12次"),
        ("未完成1项", "尚有1项未完成"),
        ("未发生责任事故, 检查12次", "开展检查12次"),
    ],
)
def test_other_words_for_the_same_thing_are_not_suspected(facts, text):
    assert found(text, facts) == []


# ---- derived -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "text", "flagged", "shown"),
    [
        ("上半年13场\n下半年12场", "全年25场", "25场", "13场 + 12场"),
        ("受理21件，办结20件", "办结率95.2%", "95.2%", "20件 ÷ 21件"),
        ("满意率从90%升至95%", "满意率提高5个百分点", "5个百分点", "95% - 90%"),
        ("检查隐患23处，整改21处", "仍有2处隐患未整改", "2处", "23处 - 21处"),
        ("党组会12次\n党课3次\n研讨5次", "共开展党组会、党课、研讨20次", "20次", "12次 + 3次 + 5次"),
        ("去年信访40件\n今年信访30件", "信访下降25%", "25%", "40件 - 30件"),
        ("党组会12次\nHeld 2", "党组会、研讨共14次", None, None),
    ],
)
def test_a_figure_that_can_be_reckoned_from_facts_shows_its_sum(facts, text, flagged, shown):
    findings = [f for f in check(text, note(facts)) if f.kind == "derived"]
    if flagged is None:
        assert findings == [] or findings[0].text == "14次"
        return
    assert [finding.text for finding in findings] == [flagged]
    assert shown in findings[0].message


def test_a_leaked_figure_is_not_excused_by_a_chance_sum():
    facts = "走访困难户35户\n装修用房18户"
    assert ("leaked", "53户") in found("宣讲覆盖53户", facts, sample="宣讲53户")


def test_facts_a_figure_is_reckoned_from_count_as_used():
    assert {f.kind for f in check("全年25场", note("上半年13场\n下半年12场"))} == {"derived"}


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("学习《中国共产党纪律处分条例》", "学习《纪律处分条例》"),
        ("学习《纪律处分条例》", "学习《中国共产党纪律处分条例》"),
    ],
)
def test_another_name_of_a_stated_title_is_to_be_confirmed(facts, text):
    assert [kind for kind, _ in found(text, facts)] == ["derived"]


# ---- conflict, blank, malformed, contact, unused -----------------------------------------------------


def test_facts_that_disagree_are_told_where_the_draft_first_takes_one_up():
    text = "抓学习。召开党组会12次。"
    (finding,) = [f for f in check(text, note("党组会12次\n召开党组会13次")) if f.kind == "conflict"]
    assert finding.span.of(text) == "12次"
    assert "F1" in finding.message and "F2" in finding.message


@pytest.mark.parametrize(
    "facts",
    [
        "党组会12次\n党课12次",
        "党组会12次\n党组会12次",
        "3月24日党课, 60人\n7月8日党课, 80人",
        "一季度走访12户\n二季度走访15户",
        "党组会研究议题近200个\n党组会研究议题186个",
        "《条例》学习3次\n《准则》学习4次",
        "收入增长8%\n力争收入增长9%",
        "财政支出30亿元，比上年增长12%\n教育支出20亿元，比上年增长15%",
    ],
)
def test_different_things_do_not_conflict(facts):
    assert [f for f in check("抓学习。", note(facts)) if f.kind == "conflict"] == []


@pytest.mark.parametrize("blank", ["【待补充：时间】", "【】", "多少", "xx", "____"])
def test_a_blank_is_told(blank):
    assert found(f"召开党组会{blank}次" if blank not in ("____",) else f"时间{blank}，", "")[0][0] == "blank"


def test_a_blank_is_never_supported_by_a_blank_of_the_facts():
    assert found("召开党组会xx次", "召开党组会xx次")[0][0] == "blank"


def test_a_set_formulation_with_a_wrong_number_is_malformed():
    (finding,) = [f for f in check("增强“五个意识”", note("")) if f.kind == "malformed"]
    assert "四个意识" in finding.message


def test_a_formulation_the_writer_gives_as_a_fact_is_the_writers_own():
    assert found("落实“八个必须”工作法", "推行“八个必须”工作法") == []


@pytest.mark.parametrize("text", ["召开2\u200b8次", "召开2\u041e8次"])
def test_an_invisible_or_look_alike_character_is_told(text):
    assert "malformed" in [kind for kind, _ in found(text, "召开28次")]


@pytest.mark.parametrize(
    "text",
    ["联系电话13800000000", "![图](http://a.example/x.png)", "添加微信：abc_12345", "见 www.example.com"],
)
def test_a_contact_or_link_that_is_not_in_the_facts_is_told(text):
    assert "contact" in [kind for kind, _ in found(text, "")]


def test_a_fact_the_draft_leaves_out_is_told_at_its_end():
    text = "召开党组会12次。"
    (finding,) = check(text, note("党组会12次\n党课3次"))
    assert (finding.kind, finding.text) == ("unused", "F2")
    assert (finding.span.start, finding.span.end) == (len(text), len(text))
    assert "党课3次" in finding.message


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("党组会12次", "召开党组会十二次。"),
        ("186人参加廉政大会", "近200人参加。"),
        ("书记带头讲党课", "书记讲党课，抓好教育。"),
        ("3月24日廉政大会", "3月，召开会议。"),
    ],
)
def test_a_fact_said_in_other_words_is_used(fact, text):
    assert [f for f in check(text, note(fact)) if f.kind == "unused"] == []


def test_an_empty_draft_has_no_findings():
    assert check("", note("党组会12次")) == ()
    assert check(" \n", note("党组会12次")) == ()


def test_the_check_tells_unasked_claims_and_totals_that_do_not_add_up():
    text = "培训25场，其中业务培训18场、警示教育9场；建立学员档案。"
    facts = note("培训25场，其中业务培训18场、警示教育9场")
    assert [(f.kind, f.text) for f in check(text, facts)] == [
        ("total", "25场"),
        ("unasked", "建立学员档案"),
    ]


# ---- the gate as a whole -----------------------------------------------------------------------------


def test_a_sentence_that_cannot_be_read_is_told_and_the_others_are_checked(monkeypatch):
    def fragile(text):
        if "坏" in text:
            raise ValueError("unforeseen")
        return expressions(text)

    monkeypatch.setattr(extracting, "expressions", fragile)
    text = "召开党组会12次。这句坏了。谈话99人次。"
    findings = check(text, note("党组会12次"))
    assert [(f.kind, f.text) for f in findings] == [("unchecked", "这句坏了。"), ("unsupported", "99人次")]
    assert findings[1].span.of(text) == "99人次"


@pytest.mark.parametrize("stage", ["supporters", "unasked", "totals", "overlooked", "located"])
def test_a_sentence_that_trips_any_stage_is_told_and_the_others_are_checked(monkeypatch, stage):
    whole = getattr(checking, stage)

    def fragile(what, *others, **more):
        if "坏" in str(what) or "5个" in str(what):
            raise RuntimeError("unforeseen")
        return whole(what, *others, **more)

    monkeypatch.setattr(checking, stage, fragile)
    findings = check("召开党组会12次。这句有坏处5个。谈话99人次。", note("党组会12次"))
    kinds = [(f.kind, f.text) for f in findings]
    assert ("unchecked", "这句有坏处5个。") in kinds
    assert ("unsupported", "99人次") in kinds


@pytest.mark.parametrize("stage", ["copied", "conflicts", "unused"])
def test_a_comparison_of_the_whole_that_fails_is_told_and_the_rest_stands(monkeypatch, stage):
    def broken(*_, **__):
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(checking, stage, broken)
    text = "召开党组会12次。谈话99人次。"
    findings = check(text, note("党组会12次"))
    assert [(f.kind, f.text) for f in findings] == [("unchecked", text), ("unsupported", "99人次")]


def test_what_is_not_checked_in_time_is_told_a_sentence_at_a_time(monkeypatch):
    monkeypatch.setattr(checking, "PATIENCE_S", -1.0)
    findings = check("召开党组会12次。抓好落实。谈话99人次。", note("党组会12次"))
    assert [(f.kind, f.text) for f in findings] == [
        ("unchecked", "召开党组会12次。"),
        ("unchecked", "谈话99人次。"),
    ]


def test_a_shelf_that_fails_leaves_no_figure_unmentioned():
    class Broken:
        def find(self, keys):
            raise OSError("disk")

    findings = check("召开党组会12次。谈话99人次。", note("党组会12次"), leaks=Broken())
    assert [(f.kind, f.text) for f in findings] == [("unchecked", "谈话99人次。")]


def test_a_stretch_that_stands_in_a_sample_is_told_with_where_and_how_much():
    class Copied(Shelf):
        def runs(self, text):
            at = text.index("逐柜")
            return (Run(Span(at, len(text) - 1), SAMPLE.report_id, SAMPLE.passage_id, SAMPLE.title),)

    text = "抓好落实。逐柜清点土地契约，抢救霉变卷宗，夜间轮流守库。"
    (finding,) = [f for f in check(text, (), leaks=Copied("")) if f.kind == "copied"]
    assert finding.span.of(text) == "逐柜清点土地契约，抢救霉变卷宗，夜间轮流守库"
    assert (finding.report_id, finding.passage_id) == (SAMPLE.report_id, SAMPLE.passage_id)
    assert SAMPLE.title in finding.message and "79%" in finding.message


def test_messages_speak_the_language_of_the_draft():
    (chinese,) = check("谈话99人次", ())
    (english,) = check("We met 99 people", ())
    assert "事实" in chinese.message
    assert english.message.isascii() or "facts" in english.message


def test_a_message_quotes_only_the_beginning_of_a_long_fact():
    (finding,) = [f for f in check("抓学习。", note("走访" + "困难群众、" * 70)) if f.kind == "unused"]
    assert "走访困难群众" in finding.message
    assert len(finding.message) < 150


@pytest.mark.real
@pytest.mark.parametrize("name", [path.name for path in SAMPLES] or [""])
def test_a_real_report_that_is_its_own_facts_is_not_flagged(name):
    if not name:
        pytest.skip("the real samples are not there")
    text = (SAMPLES[0].parent / name).read_text("utf-8")
    flagged = [(f.kind, f.span) for f in check(text, note(text)) if f.kind not in ("unused", "blank")]
    assert flagged == []


@pytest.mark.real
def test_real_city_reports_that_are_their_own_facts_are_not_flagged():
    if not CITIES.exists():
        pytest.skip("the real library is not there")
    rows = [json.loads(line) for line in CITIES.read_text("utf-8").splitlines() if '"gwrcity-' in line[:40]]
    flagged = {}
    for row in rows[::9]:
        text = row["text"]
        findings = [f.kind for f in check(text, note(text)) if f.kind not in ("unused", "blank")]
        flagged |= {row["id"]: findings} if findings else {}
    assert flagged == {}


def test_what_a_draft_says_is_never_read_as_a_template():
    (finding,) = [f for f in check("讲《$fact ${text}》", ()) if f.kind == "unsupported"]
    assert "$fact ${text}" in finding.message


FACTS = [
    "党组会12次",
    "3月24日廉政大会, 186人",
    "谈话提醒29人次",
    "印发《廉政风险防控手册》150份",
    "满意率95.2%",
    "投入资金1.2万元",
    "7月8日召开组织生活会",
    "走访困难群众近200户",
    "王建国同志任组长",
    "区司法局牵头开展检查3轮",
    "开展“清风润家”活动2场",
    "整改率达到九成五",
    "上半年开展培训10至15次",
    "学习二十届三中全会精神",
    "制度修订2项、废止1项",
    "trained 186 people in 12 sessions",
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(FACTS), min_size=1, max_size=8, unique=True),
    st.sampled_from(["。", "；", "，", "\n"]),
)
def test_a_draft_that_joins_the_facts_word_for_word_has_nothing_unsupported(chosen, sign):
    facts = [Fact(f"F{place}", text) for place, text in enumerate(chosen, 1)]
    text = sign.join(chosen)
    findings = check(text, facts, leaks=Shelf("".join(FACTS)))
    assert [(f.kind, f.text) for f in findings] == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_checked_without_a_fault_and_always_alike(text, facts):
    findings = check(text, note(facts), year=2023)
    assert findings == check(text, note(facts), year=2023)
    assert list(findings) == sorted(findings, key=lambda f: (f.span, f.kind, f.text))
    assert all(0 <= f.span.start <= f.span.end <= len(text) and f.message for f in findings)


def test_three_thousand_characters_are_checked_to_their_end():
    facts = note(
        "\n".join(f"开展第{place}轮检查，走访{place + 20}户，投入{place}.5万元" for place in range(1, 101))
    )
    text = "。".join(
        f"开展检查，走访{place + 20}户，投入{place}.5万元，覆盖率{place}.7%" for place in range(1, 111)
    )
    found = {finding.text for finding in check(text, facts)}
    assert len(text) > 3000
    assert {f"{place}.7%" for place in range(1, 111)} <= found
    assert {"109.5万元", "110.5万元"} <= found and "100.5万元" not in found


ENDLESS = {
    "one clause": "局长李明市县局" * 700,
    "blanks": "会议 " * 4000,
    "letters": "a" * 20_000,
    "digits": "召开会议" + "1234567890" * 500 + "次",
    "brackets": "“《（【" * 400 + "会议3次" + "】）》”" * 400,
    "figures": "3次和" * 600,
    "shares": "12%" * 500,
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_line_without_end_is_checked_in_time(text):
    facts = note("\n".join(f"走访第{place}村{place * 7}户，发放资料{place * 11}份" for place in range(1, 30)))
    start = time.perf_counter()
    check(text, facts)
    check(text, note(text))
    assert time.perf_counter() - start < 10

import pytest

from assistant.stating import state, written


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
        ("水上巡查 302航次", "开展水上巡查302航次"),
        ("行政处罚 17件，罚款6万", "作出行政处罚17件，罚款6万元"),
        ("疫苗接种 2.1万剂次", "完成疫苗接种2.1万剂次"),
        ("校长培训 3期 90人", "开展校长培训3期，90人参加"),
        ("指标：办件量，2024年：12件，上年：9件", "2024年办件量12件，上年为9件"),
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
        "管网改造12公里，正在施工",
        "走私案件9起，下降18%",
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


def test_a_leading_和_of_those_who_sign_is_worded_与_and_no_other_is():
    assert state(("F1",), "和34个科室签订责任书34份").text == "与34个科室签订责任书34份"
    assert state(("F1",), "和谐社区3个").text == "和谐社区3个"
    assert state(("F1",), "局和34个科室签订责任书34份").text == "局和34个科室签订责任书34份"


def test_a_plan_tells_the_fault_it_answers_apart_from_what_is_to_be_done():
    assert state(("F1",), "老库漏雨，明年先修屋顶", "next").text == "针对老库漏雨问题，明年先修屋顶"
    assert state(("F1",), "三季度前，拟招聘3人", "next").text == "三季度前，拟招聘3人"
    assert state(("F1",), "老库漏雨，明年先修屋顶").text == "老库漏雨，明年先修屋顶"


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("按比例就业年审 690家单位", "按比例就业年审690家单位"),
        ("餐厨垃圾处理厂 投运，日处理150吨", "餐厨垃圾处理厂投运，日处理150吨"),
        ("群租房排查——2.08万家", "群租房排查2.08万家"),
        ("执法队员……", "【待补充：执法队员人数】"),
        ("充电口新增 1.9万个……", "充电口新增1.9万个"),
        ("整治项目：占道经营，目标：1800处，完成：2046处", "占道经营完成2046处，目标为1800处"),
    ],
)
def test_dashes_dots_and_blanks_of_a_note_join_what_they_belong_to(note, words):
    assert written(note) == words


def test_a_line_of_work_before_a_colon_is_told_as_one():
    assert state(("F1",), "节粮减损：粮食产后损失率再降0.5个百分点", "next").text.startswith("节粮减损方面，")
    assert state(("F1",), "会议：党组会12次").text == "会议：党组会12次"


def test_a_colon_before_a_bare_figure_goes_and_before_more_words_becomes_方面():
    assert state(("F1",), "营收：8.72亿元，同比增长7.9%").text == "营收8.72亿元，同比增长7.9%"
    assert (
        state(("F1",), "开放审核：1995年以前的到期档案4.3万件").text
        == "开放审核方面，1995年以前的到期档案4.3万件"
    )


def test_what_breaks_off_behind_other_words_is_a_blank():
    assert state(("F1",), "出土器物1130件，修复中的件数……").text == "出土器物1130件，【待补充：修复中的件数】"

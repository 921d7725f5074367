import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.rewording import formal, particulars, rewrite, shorten, tighter, vary
from index.types import Hit, Passage, Span

OWN = "党组会12次\n培训3次，86人\n检查乡镇5个，发现问题23个"
PIECES = (
    "今年", "搞了3次培训，", "切实加强组织领导，", "召开了党组会12次，", "对5个乡镇进行了检查，",
    "着力压实责任，", "“搞好”", "投诉从18起降到了5起，", "花了42万元，", "把剩下的7个小区弄完。",
    "今年以来，护理部坚持查房，", "达到了91.3%，", "由9件增加到12件，", "全面排查23个站点，",
    "《今年要点》", "【待补充：时间】", "参加86人。", "已经改完了。",
)  # fmt: skip


def hits(*texts):
    return [Hit(Passage(f"s-{n}", "s", (), Span(0, len(t)), t), 1.0) for n, t in enumerate(texts)]


def texts(found):
    return [one.text for one in found]


def test_spoken_words_are_written_formally():
    assert texts(formal("开会12次，搞了3次培训，已经改完了。")) == ["召开会议12次，开展3次培训，已完成整改。"]


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("查了120家企业，发现了毛病86个，都改好了。", "检查120家企业，发现问题86个，已全部整改。"),
        ("有的干部不太会用信息系统，做事拖拖拉拉。", "部分干部使用信息系统不够熟练，做事拖沓。"),
        ("老百姓出行方便多了。", "群众出行更加便利。"),
        ("打算接着抓好队伍建设。", "计划继续抓好队伍建设。"),
        ("投诉从18起降到了5起，卫生比去年好多了。", "投诉由18起降至5起，卫生较去年明显改善。"),
        ("争取年底前把剩下的7个小区弄完。", "力争年底前完成剩余7个小区。"),
        (
            "到现在为止，漏点都修复好了，帮农户修好了收割机57台。",
            "截至目前，漏点已全部修复，帮助农户修复收割机57台。",
        ),
        ("把36部电梯都检修了一遍。", "对36部电梯全面检修。"),
        ("办事还是不太方便，有的窗口要排队40分钟。", "办事仍不够方便，部分窗口要排队40分钟。"),
    ],
)
def test_everyday_words_of_notes_are_written_as_in_reports(spoken, written):
    assert texts(formal(spoken)) == [written]


def test_a_means_keeps_the_word_that_introduces_it():
    assert texts(tighter("通过召开座谈会、开展走访等方式，解决停车难问题。")) == []
    assert texts(tighter("通过召开座谈会，解决停车难问题。")) == ["召开座谈会，解决停车难问题。"]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("对馆藏12万卷档案扫描工作进行了部署。", "部署馆藏12万卷档案扫描工作。"),
        ("环卫所对全镇23个站点开展了全面排查，为了确保安全，劝阻了36人。",
         "环卫所全面排查全镇23个站点，为确保安全，劝阻36人。"),
        ("准确率达到了91.3%，基本能够满足需求。", "准确率达91.3%，基本能满足需求。"),
    ],
)  # fmt: skip
def test_the_same_is_said_in_fewer_words(long, short):
    assert texts(tighter(long)) == [short]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("今年以来，护理部坚持问题导向。", "护理部今年以来坚持问题导向。"),
        ("合格率由92.1%提高到97.6%。", "合格率从92.1%提高至97.6%。"),
        ("环卫所全面排查全镇23个站点，发现问题。", "环卫所对全镇23个站点进行全面排查，发现问题。"),
    ],
)
def test_the_same_is_said_in_another_order(text, other):
    assert other in texts(vary(text, (), ""))


@pytest.mark.parametrize(
    "text",
    [
        "法律法规的修改完善工作。",
        "任务主要是抓整改。",
        "所有的企业、现有的制度。",
        "今天天气转好。",
        "搞清洁行动。",
        "主要原因为资金不足。",
        "方案已经过讨论。",
        "还没有人员编制。",
        "社会不太平。",
        "这里面有原因。",
        "会议特别强调纪律。",
        "交给区里办理。",
        "聘请了专家。",
        "不单独考核。",
        "不拖后腿。",
        "之所以如此。",
        "性能够用。",
        "党组织开展活动。",
        "上级组织召开会议。",
        "今后来访登记。",
        "直到现在，直到最后。",
    ],
)
def test_characters_of_two_words_that_meet_are_no_spoken_word(text):
    assert texts(formal(text)) == []
    assert texts(tighter(text)) == []


def test_a_noun_that_begins_like_a_verb_is_not_parted():
    assert texts(vary("下发整改通知书21份。", (), "")) == []


def test_a_body_whose_name_goes_on_is_not_moved():
    assert texts(vary("今年以来，市局机关党委书记带头学习。", (), "")) == []


def test_what_stands_in_quotes_titles_or_blanks_is_not_touched():
    assert texts(formal("印发《今年要点》，落实“搞好”要求【待补充：今年】。")) == []


def test_shortening_drops_words_first_and_then_clauses_of_attitude():
    found = texts(shorten("切实加强组织领导，进一步压实责任，召开了党组会12次。", OWN))
    assert found == ["加强组织领导，进一步压实责任，召开党组会12次。", "召开党组会12次。"]


def test_shortening_keeps_an_attitude_that_the_facts_state():
    assert texts(shorten("加强乡镇检查，发现问题23个。", "加强乡镇检查")) == []


def test_an_aim_never_becomes_a_result():
    for one in shorten("着力推动工作落地见效，召开会议12次。", OWN):
        assert "落地见效" not in one.text or "着力" in one.text


def test_another_word_is_offered_only_where_a_sample_writes_it_and_names_the_passage():
    found = list(vary("加强廉政教育。", hits("要强化廉政教育，守牢底线。"), ""))
    assert [(one.text, one.passages) for one in found] == [("强化廉政教育。", ("s-0",))]
    assert texts(vary("加强廉政教育。", hits("强化队伍建设。"), "")) == []


def test_a_figure_moves_before_or_behind_its_noun():
    assert texts(vary("签订责任书42份。", (), "")) == ["签订42份责任书。"]
    assert texts(vary("召开了12次党组会。", (), "")) == ["召开了党组会12次。"]


@pytest.mark.parametrize("plain", ["", "。", "全年接待读者3.2万人次。", "The library held 12 open days."])
def test_nothing_better_is_no_proposal(plain):
    assert not [*formal(plain), *tighter(plain), *shorten(plain, ""), *rewrite(plain, (), "")]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_every_figure_date_and_name_stays(text):
    shelf = hits("坚持以上率下，强化组织领导，组织召开会议，着力增强教育的针对性。")
    for one in [*formal(text), *shorten(text, OWN), *vary(text, shelf, OWN), *rewrite(text, shelf, OWN)]:
        assert particulars(one.text) == particulars(text)

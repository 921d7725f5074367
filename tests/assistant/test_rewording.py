import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.rewording import expand, formal, particulars, rewrite, shorten, tighter, vary
from index.types import Hit, Passage, Span

OWN = "党组会12次\n培训3次，86人\n检查乡镇5个，发现问题23个"
PIECES = (
    "今年", "搞了3次培训，", "切实加强组织领导，", "召开了党组会12次，", "对5个乡镇进行了检查，",
    "着力压实责任，", "“搞好”", "《今年要点》", "【待补充：时间】", "参加86人。", "已经改完了。",
)  # fmt: skip


def hits(*texts):
    return [Hit(Passage(f"s-{n}", "s", (), Span(0, len(t)), t), 1.0) for n, t in enumerate(texts)]


def texts(found):
    return [one.text for one in found]


def test_spoken_words_are_written_formally():
    assert texts(formal("今年开会12次，搞了3次培训，已经改完了。")) == [
        "本年度召开会议12次，开展3次培训，已完成整改。"
    ]


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("查了120家企业，发现了毛病86个，都改好了。", "检查120家企业，发现问题86个，已全部整改。"),
        ("有的干部不太会用信息系统，做事拖拖拉拉。", "部分干部使用信息系统不够熟练，做事拖沓。"),
        ("老百姓出行方便多了。", "群众出行更加便利。"),
        ("打算接着抓好队伍建设。", "计划继续抓好队伍建设。"),
    ],
)
def test_everyday_words_of_notes_are_written_as_in_reports(spoken, written):
    assert texts(formal(spoken)) == [written]


def test_a_means_keeps_the_word_that_introduces_it():
    assert texts(tighter("通过召开座谈会、开展走访等方式，解决停车难问题。")) == []
    assert texts(tighter("通过召开座谈会，解决停车难问题。")) == ["召开座谈会，解决停车难问题。"]


def test_an_attitude_is_not_put_before_a_time_nor_beside_another_that_begins_so():
    shelf = hits("坚持以上率下，开展集中学习。")
    for text in ("明年，开展集中学习12次。", "坚持学用结合，开展集中学习12次。"):
        assert not [one for one in expand(text, shelf, "") if one.text.startswith("坚持以上率下")]


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


def test_expanding_adds_a_blank_for_what_is_not_said():
    assert texts(expand("全年办理信访12件。", (), ""))[-1] == "全年办理信访12件，【待补充：做法和成效】。"
    assert texts(expand("办理信访。", (), ""))[-1] == "办理信访，【待补充：时间】。"


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

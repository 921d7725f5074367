"""Sections become one report, each unchanged."""

from assistant.assembling import assemble, fresh, repeated
from assistant.plan import parse
from assistant.types import Sentence

PLAN = parse("题目：工作总结\n开头\n一、甲项工作\n（一）甲之一\n二、乙项工作\n结尾\n")
WRITTEN = {
    "H1": (Sentence("现总结如下："),),
    "H3": (Sentence("开会3次。", ("F1",)), Sentence("培训2期。", ("F2",), paragraph=1)),
    "H4": (Sentence("检查4次。", ("F3",)),),
}


def test_a_report_is_its_sections_under_their_headings():
    whole = assemble(PLAN, WRITTEN)
    assert whole.title == "工作总结"
    assert (
        whole.text
        == "现总结如下：\n一、甲项工作\n（一）甲之一\n开会3次。\n培训2期。\n二、乙项工作\n检查4次。"
    )
    assert whole.facts() == ("F1", "F2", "F3")


def test_every_section_stands_unchanged_in_the_report():
    whole = assemble(PLAN, WRITTEN)
    for heading, sentences in WRITTEN.items():
        part = whole.part(heading)
        assert part is not None
        assert part.sentences == sentences
        assert part.text in whole.text


def test_another_section_anew_leaves_every_other_byte():
    before = assemble(PLAN, WRITTEN).text
    after = assemble(PLAN, WRITTEN | {"H3": (Sentence("换一种写法。", ("F1", "F2")),)}).text
    assert after == before.replace("开会3次。\n培训2期。", "换一种写法。")


def test_a_run_that_two_sections_share_is_told_unless_a_fact_holds_it():
    one = (Sentence("坚持高位推动，开会3次。"),)
    other = (Sentence("坚持高位推动，培训2期。"),)
    assert repeated(one, other, (), 6) == {"坚持高位推动", "持高位推动，"}
    assert repeated(one, other, ("坚持高位推动，"), 6) != set()
    assert repeated(one, other, ("坚持高位推动，开会",), 6) == set()


def test_a_sentence_without_a_fact_stands_once_in_the_report():
    lead = Sentence("主要做了以下工作：", origin="stock")
    told = Sentence("开会3次。", ("F1",), paragraph=1)
    assert fresh((lead, told), (lead,)) == (Sentence("开会3次。", ("F1",), paragraph=0),)

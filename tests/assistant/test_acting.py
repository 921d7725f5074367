"""Putting a finding right in one act: a fact's value, or a blank; nothing else of the text changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.acting import alternatives, blanked, can_be_blank, replaced
from assistant.types import Fact, Finding
from index.types import Span

TEXT = "全年召开党组会9次，3月5日开展培训，参训200人。"
FACTS = (Fact("F1", "党组会12次，专题3次"), Fact("F2", "3月24日廉政大会，186人"))


def at(words, kind="unsupported"):
    start = TEXT.index(words)
    return Finding(kind, Span(start, start + len(words)), words, "")


def offered(words, facts=FACTS, kind="unsupported"):
    return [(one.fact, one.text) for one in alternatives(TEXT, at(words, kind), facts)]


def test_values_of_the_same_matter_and_unit_are_offered_with_their_fact():
    more = (*FACTS, Fact("F3", "培训4月2日开班"), Fact("F4", "党组会参会40人"), Fact("F5", "党组会8场"))
    assert offered("9次") == [("F1", "12次")]
    assert offered("9次", more) == [("F1", "12次")]
    assert offered("3月5日", more) == [("F3", "4月2日")]


def test_a_value_of_another_matter_is_never_offered():
    text = "全年服务群众5300人次。"
    finding = Finding("unsupported", Span(6, 12), "5300人次", "")
    other = (Fact("F1", "开展廉洁教育12场，860人次参加"), Fact("F2", "门诊43.8万人次"), Fact("F3", "860人次"))
    assert alternatives(text, finding, other) == ()
    (right,) = alternatives(text, finding, (*other, Fact("F4", "服务群众5200人次")))
    assert (right.fact, right.text) == ("F4", "5200人次")
    assert offered("200人") == offered("3月5日") == []


def test_nothing_is_offered_for_words_or_for_facts_left_out():
    assert offered("开展培训", kind="unasked") == []
    assert alternatives(TEXT, Finding("unused", Span(len(TEXT), len(TEXT)), "F2", ""), FACTS) == ()
    assert not can_be_blank(Finding("unused", Span(len(TEXT), len(TEXT)), "F2", ""))


@pytest.mark.parametrize(
    ("text", "words", "kind", "left"),
    [
        ("张伟同志获评优秀医师。", "张伟", "unsupported", "【待补充：姓名】同志获评优秀医师。"),
        (
            "七是选树典型，张伟同志获评优秀医师。", "获评", "unasked",
            "七是选树典型，【待补充：张伟同志获评优秀医师的依据】。",
        ),
        (
            "七是全面完成改造，群众满意。", "全面完成", "unasked",
            "七是【待补充：全面完成改造的依据】，群众满意。",
        ),
        ("获评【待补充：荣誉】。", "获评", "unasked", "【待补充：获评荣誉的依据】。"),
        ("学习《测试意见》。", "《测试意见》", "leaked", "学习【待补充：文件名】。"),
    ],
)  # fmt: skip
def test_a_blank_asks_for_what_stood_there_and_leaves_a_sentence(text, words, kind, left):
    start = text.index(words)
    finding = Finding(kind, Span(start, start + len(words)), words, "")
    assert blanked(text, finding, "zh") == left


def test_a_blank_says_what_is_to_be_filled_in():
    assert "【待补充：" in blanked(TEXT, at("9次"), "zh")
    assert "9次" not in blanked(TEXT, at("9次"), "zh")
    assert blanked(TEXT, at("3月5日"), "zh") != blanked(TEXT, at("3月5日"), "en")


@given(st.text(), st.integers(0, 30), st.integers(0, 30), st.text())
def test_all_outside_the_place_stays_as_it_was(text, start, length, words):
    span = Span(min(start, len(text)), min(start + length, len(text)))
    new = replaced(text, span, words)
    assert new == text[: span.start] + words + text[span.end :]
    assert len(new) == len(text) - len(span) + len(words)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("58件", "来信【待补充：数字】件。"),
        ("20多人次", "来信【待补充：数字】人次。"),
        ("12.5%", "来信【待补充：百分比】%。"),
        ("百分之五十", "来信百分之【待补充：百分比】。"),
        ("3.2个百分点", "来信【待补充：百分点】个百分点。"),
        ("320万元", "来信【待补充：金额】万元。"),
        ("1.2亿元", "来信【待补充：金额】亿元。"),
        ("58元", "来信【待补充：金额】元。"),
        ("3月5日", "来信【待补充：日期】。"),
    ],
)
def test_a_figure_leaves_its_unit(words, left):
    text = f"来信{words}。"
    finding = Finding("unsupported", Span(2, 2 + len(words)), words, "")
    assert blanked(text, finding, "zh") == left

"""Faults of writing: every kind is found where it stands, and good prose has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quality import Flag, flags, kinds, weight
from index.types import Span

GOOD = (
    "常常深入一线，人人参与、天天巡查，稳稳守住安全底线。",
    "办好群众高高兴兴的事，方方面面齐心协力，一步一步往前走。",
    "扎扎实实做好工作，认认真真整改问题，切切实实减轻负担。",
    "改扩建建设项目开工，召开全体会员会议，司法部部署专项行动。",
    "项目的目的是改善民生，为了了解情况，开展了走访。",
    "（一）抓学习。1）读原文；2）悟原理。“三会一课”按期召开（含主题党日）。",
    "印发《关于贯彻〈条例〉的通知》，做到“两个维护”。",
    "按8:30报到，完成投资3,000万元，联系率达98.5%。",
    "年终总结……仍需努力！下一步怎么办？",
    "相互配合合作，加强强县工程建设设计，推进进度管理。",
)


@pytest.mark.parametrize("text", GOOD)
def test_good_prose_has_no_flag(text):
    assert flags(text) == ()
    assert weight(text) == 1.0


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("着力推进美丽乡村建建设。", "repeated_word", "建建设"),
        ("各项任务稳步推进进。", "repeated_word", "推进进"),
        ("进一步进一步压实责任。", "repeated_word", "进一步进一步"),
        ("加强加强日常监督。", "repeated_word", "加强加强"),
        ("取得了明显的的成效。", "repeated_particle", "的的"),
        ("会议通过了了三项制度。", "repeated_particle", "了了"),
        ("学习《条例和《准则》。", "unbalanced", "《"),
        ("牢记“国之大者，担当作为。", "unbalanced", "“"),
        ("全年办结案件（含旧存）二十件）。", "unbalanced", "）"),
        ("任务已经完成，。", "stray_mark", "，。"),
        ("一是抓学习；，二是抓落实。", "stray_mark", "；，"),
        ("制度已经健全。。", "stray_mark", "。。"),
        ("，继续保持良好势头。", "stray_mark", "，"),
        ("加强学习,提高认识。", "half_width", ","),
        ("任务完成!下一步继续努力。", "half_width", "!"),
        ("围绕中心工作，" * 10, "cut", "，"),
        ("坚持问题导向" * 10 + "和", "cut", "和"),
    ],
)
def test_a_fault_is_flagged_where_it_stands(text, kind, words):
    at = text.index(words) if words in "《“" else text.rindex(words)
    assert Flag(Span(at, at + len(words)), kind, words) in flags(text)
    assert kinds(text) == (kind,)
    assert weight(text) < 1.0


def test_a_short_line_that_ends_openly_is_no_cut_paragraph():
    assert flags("主要做法，\n一是抓学习。") == ()


def test_full_and_half_brackets_are_partners_and_quotes_are_not_straight():
    assert flags("《办法》(试行）已印发（见附件).") == ()
    assert kinds('开展“百日行动"整治。') == ("unbalanced",)


def test_the_kinds_of_a_text_are_named_once():
    text = "加强学习,提高认识,取得明显的的成效。"
    assert kinds(text) == ("half_width", "repeated_particle")


@given(st.text("建设推进的了《》“”（）()，。；、,;一步\n a1", max_size=80))
def test_every_flag_covers_its_words_and_flags_are_in_order(text):
    found = flags(text)
    assert all(flag.span.of(text) == flag.text for flag in found)
    assert list(found) == sorted(set(found))

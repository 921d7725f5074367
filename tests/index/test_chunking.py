import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.chunking import chunk
from index.grouping import LEAST, MOST
from index.outlining import outline
from index.types import Clean, Report

SHARED = Path(__file__).parents[2].parent / "shared"
PIECES = [
    "一、", "二、", "（一）", "（二）", "1.", "2.", "（1）", "（2）", "一是", "二是", "三是", "第一，",
    "。", "。", "；", "：", "，", "！", "”", "“", "《", "》", "——", "·", "……", "加强学习", "下一步，",
    "工作中还存在一些问题", "我们坚持不懈抓好各项任务的落实并取得较好的成效", "各位代表", "2023年",
    "Work went on.", "区审计局", " ", "\u3000",
]  # fmt: skip
TEXTS = st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join), max_size=14).map(
    "\n".join
)
SENTENCE = "我局坚持把制度建设贯穿全过程，修订完善管理办法，逐条对照抓落实，形成了长效机制。"


def made(text):
    return Report("0" * 12, "", text, outline(Clean(text)))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_passages_are_the_text_at_their_spans_in_order_and_within_one_section(text):
    report = made(text)
    end = 0
    for passage in chunk(report):
        span = passage.span
        assert span.of(text) == passage.text
        assert end <= span.start < span.end
        end = span.end
        assert passage.id == f"{report.id}-{span.start}"
        home = report.sections[passage.section].span
        assert home.start <= span.start and span.end <= home.end
        crossed = [
            s for s in report.sections if s.level < 5 and s.heading and span.start < s.span.start < span.end
        ]
        assert not crossed


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_no_passage_begins_with_punctuation_or_ends_inside_a_line_without_a_stop(text):
    for passage in chunk(made(text)):
        kind = unicodedata.category(passage.text[0])
        assert kind[0] != "P" or kind in ("Ps", "Pi")
        rest = text[passage.span.end :].split("\n")[0].strip()
        assert passage.text.rstrip("”’》〉）)】")[-1:] in "。！？!?.…：；" or not rest


def test_a_long_paragraph_is_cut_at_ends_of_sentences():
    text = "一、抓制度\n" + SENTENCE * 30
    passages = chunk(made(text))
    assert "".join(passage.text for passage in passages) == SENTENCE * 30
    assert all(LEAST <= len(passage.text) <= MOST for passage in passages)
    assert {passage.headings for passage in passages} == {("一、抓制度",)}


def test_a_passage_knows_the_headings_above_it():
    text = f"一、抓制度\n（一）抓修订\n{SENTENCE}\n（二）抓落实\n{SENTENCE}"
    assert [p.headings for p in chunk(made(text))] == [
        ("一、抓制度", "（一）抓修订"),
        ("一、抓制度", "（二）抓落实"),
    ]


def test_short_items_share_a_passage_and_keep_their_marks():
    items = "一是勤学。全员参加，坚持经常。二是善思。人人发言，互相启发。三是笃行。学用结合，推动工作。"
    text = f"一、抓学习\n{items}"
    (passage,) = chunk(made(text))
    assert passage.text.startswith("一是勤学")
    assert passage.headings == ("一、抓学习",)


def test_a_sentence_longer_than_a_passage_stays_whole():
    long = "，".join(["我局坚持把制度建设贯穿全过程"] * 40) + "。"
    assert [p.text for p in chunk(made(f"一、抓制度\n{long}"))] == [long]


def test_title_and_signature_are_no_passage():
    text = f"2023年工作总结\n一、抓制度\n{SENTENCE}\n区审计局\n2023年12月5日"
    assert [p.text for p in chunk(made(text))] == [SENTENCE]


def test_a_paragraph_that_turns_to_next_steps_is_parted_there():
    text = f"一、抓制度\n{SENTENCE}{SENTENCE}下一步，我们将紧盯关键环节，持续完善制度，推动工作再上新台阶。"
    assert [p.role for p in chunk(made(text))] == ["work", "next"]


def test_a_blank_report_has_no_passages():
    assert chunk(made("")) == ()


@pytest.mark.real
def test_a_real_sample_gives_passages_of_whole_sentences():
    folder = SHARED / "samples"
    if not folder.is_dir():
        pytest.skip("the real reports are not beside the checkout")
    for path in sorted(folder.glob("*.txt")):
        text = "\n".join(line.strip() for line in path.read_text("utf-8").split("\n") if line.strip())
        for passage in chunk(made(text)):
            rest = text[passage.span.end :].split("\n")[0].strip()
            assert passage.text[-1] in "。！？…”’》）】" or not rest
            assert unicodedata.category(passage.text[0])[0] != "P" or passage.text[0] in "“《（【‘"


def test_every_sentence_of_a_million_characters_stands_in_one_passage():
    part = "\n".join(f"（{n}）抓制度\n{SENTENCE * 6}" for n in "一二三四五六七八九十")
    text = "\n".join(f"{n}、抓落实\n{part}" for n in "一二三四五六七八九十")
    text = "\n".join([text] * (1_000_000 // len(text)))
    passages = chunk(made(text))
    assert passages[-1].span.end == len(text)
    assert sum(passage.text.count(SENTENCE) for passage in passages) == text.count(SENTENCE)

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning import clean
from index.reading.reading import read
from index.types import Manuscript, Paragraph

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
PIECES = [
    "一、总体情况",
    "全年组织学习12次。",
    "##paidbegin##",
    "欢迎关注微信公众号：某某材料",
    "- 3 -",
    "第2页 共9页",
    "联系电话：010-12345678",
    "\u200b",
    "\u202e",
    "  ",
    "　",
    "<p>",
    "&nbsp;",
    "多少次",
    "【】",
    "xx",
    "加强",
    "，",
]
LINES = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


def cleaned(*lines):
    return clean(Manuscript(tuple(Paragraph(line) for line in lines)))


def whys(result):
    return [removal.why for removal in result.removals]


@given(st.lists(st.tuples(LINES, st.integers(0, 2)), max_size=12))
def test_lines_are_paragraphs_and_everything_removed_has_a_place(lines):
    result = clean(Manuscript(tuple(Paragraph(text, level) for text, level in lines)))
    if result.text:
        assert all(line and line == line.strip() for line in result.text.split("\n"))
    assert all(0 <= removal.at <= len(result.text) and removal.why for removal in result.removals)
    assert all(at == 0 or result.text[at - 1] == "\n" for at, _ in result.levels)
    assert all(removal.text.strip(" ") or removal.why == "invisible" for removal in result.removals)


@given(st.lists(LINES, max_size=8))
def test_cleaning_a_clean_text_takes_out_nothing_more(lines):
    once = cleaned(*lines)
    again = cleaned(*once.text.split("\n"))
    assert again.text == once.text


def test_paste_marks_go_and_the_word_they_parted_is_whole_again():
    result = cleaned("干部要掌握##paidbegin##了解政策，做到<br/>心中有数。")
    assert result.text == "干部要掌握了解政策，做到心中有数。"
    assert [(r.text, r.why) for r in result.removals] == [
        ("##paidbegin##", "paste_mark"),
        ("<br/>", "paste_mark"),
    ]
    assert result.removals[0].at == len("干部要掌握")


def test_invisible_and_turning_characters_go_and_are_listed():
    result = cleaned("加强\u200b学\u202e习\U000e0041。\ufeff")
    assert (result.text, whys(result)) == ("加强学习。", ["invisible"])


@pytest.mark.parametrize(
    "line",
    [
        "召开会议多少次，整改问题xx个，走访【】户。",
        "张*同志任组长，投入***万元。",
        "完成率98%，同比增长10-15个百分点。",
        "开通微信公众号，扫描二维码即可办理，方便群众。",
        "请各单位于3月5日前将材料报送局办公室，联系电话见附件。",
        "建立领导干部廉政资料库，收集资料120份。",
        "（一）学习方面。",
        "2023年1月5日",
        "12345政务服务便民热线办件3万件。",
        "第一页讲成绩，第二页讲问题，此风不可长。",
        "A<B，且B>C。",
        "5 #泵站 6 ##泵站建成投用。",
        "电话：群众有诉求，干部有回应。",
    ],
)
def test_true_sentences_and_placeholders_stay(line):
    result = cleaned("上一段的话说完了。", line, "下一段的话也说完了。")
    assert result.text.split("\n")[1] == line
    assert result.removals == ()


def test_page_numbers_go_and_the_sentence_they_cut_is_whole_again():
    result = cleaned(
        "全年坚持把理论学习摆在突出位置，组织开展集中学习和交流研讨，推动学习成果不断转化为做好",
        "— 3 —",
        "各项工作的实际成效。",
    )
    assert result.text.endswith("转化为做好各项工作的实际成效。")
    assert whys(result) == ["page_number"]


def test_lines_broken_at_a_fixed_width_become_paragraphs():
    text = "全年坚持把理论学习摆在突出位置，组织集中学习，做到学以致用，推动各项任务落到实处。" * 6
    lines = [text[at : at + 35] for at in range(0, len(text), 35)]
    assert cleaned(*lines).text == text


def test_headings_keep_their_level_at_their_place():
    result = clean(Manuscript((Paragraph("总结", 1), Paragraph("全年学习。"), Paragraph(" 一、情况", 2))))
    assert result.levels == ((0, 1), (result.text.index("一、"), 2))


def test_what_stood_at_the_end_is_placed_at_the_end():
    result = cleaned("全年学习。", "更多范文请关注微信公众号：某某文库")
    assert (result.text, result.removals[-1].at) == ("全年学习。", 5)


def test_nothing_but_noise_makes_an_empty_text():
    assert cleaned("- 1 -", "\u200b").text == ""


def test_a_megabyte_on_one_line_is_cleaned_in_time():
    assert len(cleaned("加强学习" * 250_000).text) == 1_000_000


@pytest.mark.real
def test_no_residue_is_left_in_the_real_samples():
    if not SHARED.exists():
        pytest.skip("the real samples are not beside the checkout")
    for path in sorted((SHARED / "samples").glob("*.txt")):
        text = clean(read(path)).text
        residue = (
            r"##|paid(?:begin|end)|[Qq]{2}|www\.|https?:|欢迎关注|[\u200b-\u200f\u202a-\u202e\ufeff]|第\d+页"
        )
        assert not re.search(residue, text), path.name


def test_a_soft_hyphen_between_figures_is_a_dash():
    assert cleaned("规划（2014\xad2020年）实\xad施。").text == "规划（2014-2020年）实施。"


def test_a_letter_in_brackets_is_no_markup():
    assert cleaned("The report said [b]ecause of it.").text == "The report said [b]ecause of it."

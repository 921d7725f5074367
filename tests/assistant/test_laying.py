"""Lines to parts: nothing is lost, and each part is what a reader takes it for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.laying import lay, title_of
from index.types import Paragraph

REPORT = """青禾市林业局2024年工作总结
（2024年12月）
市政府：
2024年，市林业局扎实推进各项工作。
一、主要工作
（一）造林绿化有力推进。完成造林3.2万亩。
1.抓苗木。调运苗木120万株。
2.抓管护。落实护林员86名。
（1）巡山护林
每日巡山。
（2）防火值守
昼夜值守。
一是早部署。二是早落实。
二、下一步打算
继续抓好造林。
青禾市林业局
2024年12月20日"""


def lines(text):
    return [Paragraph(line) for line in text.splitlines()]


def kinds(text, title=None, **closing):
    return [(part.kind, part.level, part.text[: part.head]) for part in lay(lines(text), title, **closing)]


def test_a_report_is_laid_out_as_a_reader_sees_it():
    assert kinds(REPORT) == [
        ("title", 0, ""),
        ("subtitle", 0, ""),
        ("addressee", 0, ""),
        ("body", 0, ""),
        ("body", 1, "一、主要工作"),
        ("body", 2, "（一）造林绿化有力推进。"),
        ("body", 3, "1.抓苗木。"),
        ("body", 3, "2.抓管护。"),
        ("body", 4, "（1）巡山护林"),
        ("body", 0, ""),
        ("body", 4, "（2）防火值守"),
        ("body", 0, ""),
        ("body", 0, ""),
        ("body", 1, "二、下一步打算"),
        ("body", 0, ""),
        ("signature", 0, ""),
        ("date", 0, ""),
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("一二、（）12.是：。工作年月日 　字A\t", max_size=12), max_size=12))
def test_no_line_is_lost_changed_or_moved(found):
    expected = [line.strip() for line in found if line.strip()]
    assert [part.text for part in lay([Paragraph(line) for line in found])] == expected


def test_a_title_of_two_lines_is_one_title():
    text = "禾浦区城市管理局\n关于巡察整改进展情况的报告\n区委：\n现将情况报告如下。"
    assert title_of(lines(text)) == "禾浦区城市管理局关于巡察整改进展情况的报告"


def test_a_text_that_begins_with_a_sentence_or_a_mark_has_no_title():
    assert title_of(lines("今年以来，成效明显。\n下一步继续努力。")) == ""
    assert title_of(lines("一、主要工作\n扎实推进。")) == ""


def test_the_heading_of_a_drafted_section_keeps_its_rank():
    assert kinds("召开会议3次。", "（一）压实责任")[0] == ("body", 2, "（一）压实责任")
    assert kinds("召开会议3次。", "压实责任")[0] == ("title", 0, "")


def test_signature_and_date_are_set_once():
    given = {"signature": "青禾市林业局", "date": "2024年12月20日"}
    assert [kind for kind, *_ in kinds("完成任务。", "总结", **given)] == [
        "title",
        "body",
        "signature",
        "date",
    ]
    assert kinds(REPORT, **given) == kinds(REPORT)


def test_a_sentence_that_ends_in_a_colon_is_no_addressee():
    assert kinds("2024年主要做了以下工作：\n抓学习。", "")[0][0] == "body"


def test_a_files_own_heading_styles_are_heeded():
    parts = lay([Paragraph("Highlights", 2), Paragraph("Visits rose by 4%.")], "Annual report")
    assert [(part.kind, part.level, part.head) for part in parts] == [
        ("title", 0, 0),
        ("body", 2, 10),
        ("body", 0, 0),
    ]

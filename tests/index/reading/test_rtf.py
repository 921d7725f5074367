import pytest

from index.errors import ShelfError
from index.reading.rtf import read_rtf


def read(body):
    head = rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}{\colortbl;\red0;}" + b"\n"
    return [p.text for p in read_rtf(head + body + b"}", "a.rtf").paragraphs]


def coded(text):
    return b"".join(b"\\'%02x" % byte for byte in text.encode("gbk"))


def unicoded(text):
    return b"".join(b"\\u%d?" % (ord(mark) - 65536 * (ord(mark) > 32767)) for mark in text)


def test_chinese_words_are_read_in_both_ways_of_writing_them():
    start = coded("一、总体情况") + rb"\par "
    assert read(start + unicoded("全年学习") + b"12" + coded("次。") + rb"\par") == [
        "一、总体情况", "全年学习12次。",
    ]  # fmt: skip


def test_list_numbers_stay_and_pictures_heads_deleted_and_hidden_text_go():
    body = rb"{\header " + coded("页眉") + rb"}{\listtext " + coded("（一）") + rb"}" + coded("学习")
    body += (
        rb"{\pict 89504e47}{\deleted "
        + coded("旧话")
        + rb"}{\v "
        + coded("密")
        + rb"}{\*\x "
        + coded("无")
        + b"}"
    )
    assert read(body + rb"\par") == ["（一）学习"]


def test_characters_standing_in_for_unicode_are_passed_over():
    assert read(rb"{\uc2\u24635 " + coded("总") + rb"}\uc0\u32467") == ["总结"]


def test_a_table_row_is_a_paragraph_of_its_cells():
    assert read(coded("培训") + rb"\cell 12" + coded("场") + rb"\cell\row") == ["培训 | 12场"]


def test_escaped_signs_and_unclosed_groups_are_borne():
    assert read(rb"{{{a\{b\}\\\~c") == ["a{b}\\ c"]


def test_what_is_no_rich_text_is_refused():
    with pytest.raises(ShelfError) as refused:
        read_rtf(b"words", "a.rtf")
    assert refused.value.code == "file_broken"

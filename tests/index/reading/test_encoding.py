import os
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import ShelfError
from index.reading.encoding import likeliness, text_of

TEXT = (
    "一、总体情况\n全年组织集中学习，交流发言热烈，推动工作落到实处。\n（一）主要做法。2023年，坚持问题导向。"
)
TRADITIONAL = (
    "一、總體情況\n全年組織集中學習，交流發言熱烈，推動各項工作落到實處。這是去年的報告，說明發展與進步。"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_chinese_text_is_read_in_every_usual_encoding(encoding):
    assert text_of(TEXT.encode(encoding))[0] == TEXT


def test_big5_is_told_from_gb18030_and_said():
    assert text_of(TRADITIONAL.encode("big5")) == (TRADITIONAL, ("note_encoding_big5",))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_words_are_enough(encoding):
    assert text_of("工作总结".encode(encoding))[0] == "工作总结"


def test_line_ends_of_every_system_become_one():
    assert text_of(b"a\r\nb\rc\nd")[0] == "a\nb\nc\nd"


def test_a_few_broken_bytes_are_replaced_and_said():
    text, notes = text_of(TEXT.encode() * 10 + b"\xff")
    assert text.endswith("�") and notes == ("note_bytes_replaced:1",)


def test_text_that_was_garbled_before_is_said():
    assert "note_garbled" in text_of(("锟斤拷" * 5 + TEXT).encode())[1]


@pytest.mark.parametrize("seed", range(5))
def test_noise_is_refused_and_never_read_as_text(seed):
    with pytest.raises(ShelfError) as refused:
        text_of(random.Random(seed).randbytes(4000), "噪声.txt")
    assert refused.value.code in ("file_binary", "text_garbled")


def test_a_program_is_no_text():
    with pytest.raises(ShelfError) as refused:
        text_of(b"\x7fELF" + bytes(200) + os.urandom(0) + b"\x01\x02\x03" * 300)
    assert refused.value.code == "file_binary"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        text, _ = text_of(data, "x.txt")
    except ShelfError as error:
        assert error.code in ("file_binary", "text_garbled")
    else:
        assert "\r" not in text


def test_text_in_the_wrong_encoding_is_unlikely():
    assert likeliness(TEXT) > 0.95
    assert likeliness(TEXT.encode("gb18030").decode("big5", "replace"), "big5") < 0.7

"""Old Word files are built byte by byte in olefile.py: no program here writes them."""

import pytest

from index.errors import ShelfError
from index.reading.doc import lines_of, read_doc, strange
from index.reading.reading import read
from index.types import Paragraph
from tests.index.reading.olefile import compound, word

BODY = "一、总体情况\r全年组织集中学习，交流发言热烈。\r"


def put(path, data):
    path.write_bytes(data)
    return path


def lines(path):
    return [paragraph.text for paragraph in read_doc(path, path.name).paragraphs]


@pytest.mark.parametrize("flags", [0, 0x200])
def test_text_in_several_pieces_is_joined_from_either_table(tmp_path, flags):
    path = put(tmp_path / "旧.doc", word(BODY, narrow="Annual report 2023.\r", flags=flags))
    assert lines(path) == ["一、总体情况", "全年组织集中学习，交流发言热烈。", "Annual report 2023."]


def test_footnotes_follow_and_heads_are_left_out(tmp_path):
    path = put(tmp_path / "旧.wps", word(BODY, notes="\x02 数据来自年报。\r", heads="内部资料\r"))
    manuscript = read_doc(path, path.name)
    assert manuscript.paragraphs[-1] == Paragraph("注：数据来自年报。")
    assert "内部资料" not in "".join(p.text for p in manuscript.paragraphs)
    assert manuscript.notes == ("note_doc",)


def test_fields_show_their_results_and_rows_are_one_paragraph():
    assert lines_of("第\x13 PAGE \x142\x15页\r项目\x07数量\x07\x07培训\x0712场\x07\x07") == [
        "第2页", "项目 | 数量", "培训 | 12场",
    ]  # fmt: skip
    assert lines_of("\x13 HYPERLINK \x13 REF a \x14b\x15 \x14党建\x15网") == ["党建网"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (word(BODY, flags=0x100), "file_encrypted"),
        (compound(EncryptedPackage=b"x" * 100), "file_encrypted"),
        (word(BODY, version=0x68), "file_old_document"),
        (word(BODY, kind=0x1234), "file_old_document"),
        (compound(Workbook=b"x" * 100), "file_old_document"),
        (word(BODY)[:2000], "file_old_document"),
        (word("\ue001\ufdd1" * 40), "file_old_document"),
        (b"\xd0\xcf\x11\xe0", "file_old_document"),
    ],
)
def test_what_cannot_be_read_well_is_refused_with_save_as(tmp_path, data, code):
    with pytest.raises(ShelfError) as refused:
        read_doc(put(tmp_path / "旧.doc", data), "旧.doc")
    assert refused.value.code == code


def test_a_doc_is_read_in_the_child_when_there_is_no_libreoffice(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    manuscript = read(put(tmp_path / "旧.doc", word(BODY)))
    assert [p.text for p in manuscript.paragraphs] == BODY.split("\r")[:2]
    assert manuscript.notes == ("note_doc",)


def test_ordinary_prose_has_nothing_strange():
    assert strange("一、总体情况 2023年") == 0

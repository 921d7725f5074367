import time

import docx
import pytest

from index.errors import ShelfError
from index.reading.guarding import parse
from index.types import Paragraph


def test_a_manuscript_comes_back_from_the_child_as_it_was_read(tmp_path):
    document = docx.Document()
    document.add_heading("一、工作情况", 2)
    document.add_paragraph("全年“学习”12次😀。")
    document.save(tmp_path / "样 稿.docx")
    assert parse("docx", tmp_path / "样 稿.docx", "样 稿.docx").paragraphs == (
        Paragraph("一、工作情况", 2), Paragraph("全年“学习”12次😀。"),
    )  # fmt: skip


def test_a_reader_that_takes_too_long_is_stopped(tmp_path):
    docx.Document().save(tmp_path / "a.docx")
    begun = time.monotonic()
    with pytest.raises(ShelfError) as refused:
        parse("docx", tmp_path / "a.docx", "a.docx", time_s=0.01)
    assert refused.value.code == "file_slow"
    assert time.monotonic() - begun < 30


def test_a_file_name_that_looks_like_an_option_is_a_name(tmp_path):
    with pytest.raises(ShelfError) as refused:
        parse("docx", tmp_path / "--help", "--help")
    assert refused.value.code == "file_broken"

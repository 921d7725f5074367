"""An edited file comes back: only what the writer changed is changed."""

import pytest
from docx import Document

from assistant.exporting import Copy, Form, export
from assistant.importing import take_back
from assistant.types import Sentence
from index.errors import ShelfError
from index.types import Paragraph

TEXT = """一、主要工作
（一）压实责任。召开会议3次，签订责任书23份。
二、下一步打算
继续抓好落实。【待补充：措施】"""
TITLE = "青禾市林业局2024年工作总结"


@pytest.fixture
def exported(tmp_path):
    def make(form, text=TEXT, title=TITLE):
        lines = tuple(Paragraph(line) for line in text.splitlines())
        return export(
            Copy(lines, title, (Sentence("召开会议3次。", ("F1",)),)), tmp_path / "稿.docx", form
        ).path

    return make


@pytest.mark.parametrize(
    "form",
    [Form(), Form(review=True), Form(signature="青禾市林业局", date="2024年12月20日")],
)
def test_a_file_that_nobody_edited_gives_back_the_text(exported, form):
    back = take_back(exported(form), TEXT, TITLE)
    assert (back.text, back.title, back.edited) == (TEXT, "", False)


def test_a_sections_heading_is_not_taken_into_its_text(exported):
    path = exported(Form(), "召开会议3次。", "（一）压实责任")
    assert take_back(path, "召开会议3次。", "（一）压实责任").text == "召开会议3次。"


def test_edits_made_in_word_are_told_sentence_by_sentence(exported):
    path = exported(Form(review=True))
    document = Document(str(path))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("23份", "25份").replace("2024年工作总结", "2024年度工作总结")
    document.save(str(path))
    back = take_back(path, TEXT, TITLE)
    assert back.text == TEXT.replace("23份", "25份")
    assert back.title == "青禾市林业局2024年度工作总结"
    assert [(one.kind, one.after) for one in back.changes if one.kind != "kept"] == [
        ("changed", "召开会议3次，签订责任书25份。")
    ]


def test_a_draft_that_ends_with_its_own_signature_keeps_it(exported):
    text = TEXT + "\n青禾市林业局\n2024年12月20日"
    assert take_back(exported(Form(), text), text, TITLE).text == text


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    path = tmp_path / "坏.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(ShelfError):
        take_back(path, TEXT, TITLE)

"""Files that go out and come back: nothing open is hidden, sources survive an edited file."""

import pytest

from assistant.service import Form
from index.errors import ShelfError


def test_a_draft_goes_out_as_word_and_comes_back_as_a_new_version_with_its_sources(
    assistant, written, tmp_path
):
    from docx import Document

    done_file = assistant.export(written.id, tmp_path)
    assert done_file.path.name == "压实主体责任.docx"
    assert not assistant.preview_return(written.id, done_file.path).edited
    document = Document(str(done_file.path))
    document.paragraphs[-1].add_run("这一句是在文件里加的。")
    document.save(str(done_file.path))
    kept, back = assistant.take_back(written.id, done_file.path, written.revision)
    assert [(c.kind, c.after) for c in back.changes if c.kind != "kept"] == [
        ("added", "这一句是在文件里加的。")
    ]
    assert kept.body.text == written.body.text + "这一句是在文件里加的。"
    assert {f for s in kept.body.sentences for f in s.facts} == {"F1", "F2"}
    assert kept.body.sentences[-1].origin == "writer"
    assert assistant.versions(kept.id)[0].name == "压实主体责任.docx"
    assert assistant.versions(kept.id)[1].text == written.body.text


def test_a_review_copy_names_the_samples_a_sentence_is_phrased_after(assistant, written):
    words = assistant.render(written.id, ".txt", Form(review=True)).data.decode("utf-8")
    assert "F1 党组会12次" in words
    if any(sentence.passages for sentence in written.body.sentences):
        assert "《关于2023年工作情况的报告》" in words


def test_a_draft_with_something_open_is_never_told_as_clean_and_strict_refuses_it(
    assistant, written, tmp_path
):
    saved = assistant.keep_text(written.id, "召开会议99次，【待补充：成效】。", written.revision)
    codes = [caution.code for caution in assistant.export(saved.id, tmp_path / "a.docx").cautions]
    assert "caution_blanks" in codes and "caution_unsupported" in codes
    with pytest.raises(ShelfError) as refused:
        assistant.export(saved.id, tmp_path / "b.docx", strict=True)
    assert refused.value.code == "export_open"
    assert not (tmp_path / "b.docx").exists()


def test_a_file_is_checked_only_where_facts_are_given(assistant, tmp_path):
    file = tmp_path / "稿.txt"
    file.write_text("总结\n召开会议99次。\n", encoding="utf-8")
    assert not assistant.copy_of_file(file).checked
    copy = assistant.copy_of_file(file, "会议12次")
    assert copy.checked and "unsupported" in {finding.kind for finding in copy.findings}


def test_strict_refuses_whatever_an_export_would_tell_a_date_too(assistant, tmp_path):
    file = tmp_path / "稿.txt"
    file.write_text("总结\n召开党组会12次。\n", encoding="utf-8")
    copy, odd = assistant.copy_of_file(file, "党组会12次"), Form(signature="青禾市粮食局", date="年底前后")
    assert [one.code for one in assistant.still_open(copy, tmp_path / "a.docx", odd)] == ["caution_date"]
    with pytest.raises(ShelfError, match="export_open"):
        assistant.export_copy(copy, tmp_path / "a.docx", odd, strict=True)
    sound = Form(signature="青禾市粮食局", date="2024-12-20")
    done = assistant.export_copy(copy, tmp_path / "a.docx", sound, strict=True)
    assert done.cautions == assistant.still_open(copy, tmp_path / "a.docx", sound) == ()

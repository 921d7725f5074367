"""Export: three formats that read back as the text, cautions for what is open, names every disk takes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.exporting import CLEAN, NAME, Copy, Form, cautions, export, file_name, render
from assistant.telling import tell
from assistant.types import Fact, Finding, Sentence
from index.errors import ShelfError
from index.reading.reading import read
from index.types import Paragraph, Span

LINES = tuple(
    Paragraph(line)
    for line in (
        "一、主要工作",
        "（一）压实责任。召开会议3次，签订*责任书*23份，见《办法》_附件_<b>。",
        "- 成效明显，【待补充：完成率】。",
        "1.5亿元资金全部到位。",
        "# 号楼改造完成。",
    )
)
COPY = Copy(LINES, "青禾市林业局工作总结")


def texts(path):
    return [paragraph.text for paragraph in read(path).paragraphs]


@pytest.mark.parametrize("suffix", [".docx", ".md", ".txt"])
def test_every_format_reads_back_as_title_and_text(tmp_path, suffix):
    done = export(COPY, tmp_path / f"总结{suffix}")
    assert texts(done.path) == [COPY.title, *(line.text for line in LINES)]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.text("工作。一、（）12.会议《》“”A -*#", min_size=1, max_size=25), min_size=1, max_size=5))
def test_a_word_file_gives_back_every_line(tmp_path_factory, found):
    lines = [line.strip() for line in found if line.strip()]
    if not lines:
        return
    path = tmp_path_factory.mktemp("out") / "a.docx"
    export(Copy(tuple(map(Paragraph, lines)), "标题"), path)
    assert texts(path) == ["标题", *lines]


def test_a_folder_takes_the_file_under_its_title(tmp_path):
    assert export(COPY, tmp_path).path == tmp_path / "青禾市林业局工作总结.docx"


def test_a_file_that_stands_there_is_not_overwritten_unasked(tmp_path):
    path = tmp_path / "总结.txt"
    path.write_text("我改过的稿子", encoding="utf-8")
    with pytest.raises(ShelfError) as refused:
        export(COPY, path)
    assert refused.value.code == "export_exists"
    assert path.read_text("utf-8") == "我改过的稿子"
    export(COPY, path, overwrite=True)
    assert path.read_text("utf-8").startswith("青禾市林业局工作总结")
    assert [file.name for file in tmp_path.iterdir()] == ["总结.txt"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("总结.pdf", "export_format"),
        ("总结", "export_format"),
        ("没有的文件夹/总结.docx", "export_no_folder"),
        ("总" * 200 + ".docx", "export_name"),
        ("总\0结.txt", "export_name"),
    ],
)
def test_what_cannot_be_written_is_told_and_leaves_nothing_behind(tmp_path, name, code):
    with pytest.raises(ShelfError) as refused:
        export(COPY, tmp_path / name)
    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_text_without_words_is_not_exported():
    with pytest.raises(ShelfError) as refused:
        render(Copy((Paragraph("  "),), "标题"), ".docx")
    assert refused.value.code == "export_empty"


def test_nothing_open_is_exported_as_clean():
    findings = (
        Finding("leaked", Span(0, 1), "样本的话", "…"),
        Finding("unsupported", Span(0, 1), "99次", "…"),
        Finding("unused", Span(0, 0), "", "…"),
    )
    copy = Copy(LINES, "总结", findings=findings, checked=False, complete=False)
    assert [(one.code, dict(one.values).get("count")) for one in cautions(copy)] == [
        ("caution_blanks", "1"),
        ("caution_leaked", "1"),
        ("caution_unsupported", "1"),
        ("caution_unused", "1"),
        ("caution_cut", None),
        ("caution_unchecked", None),
    ]
    assert cautions(Copy((Paragraph("召开会议3次。"),), "总结")) == ()


@pytest.mark.parametrize("suffix", [".docx", ".md", ".txt"])
def test_a_review_copy_names_facts_samples_and_findings(tmp_path, suffix):
    copy = Copy(
        (Paragraph("召开会议3次。"),),
        "总结",
        (Sentence("召开会议3次。", ("F1",)),),
        (Fact("F1", "会议三次，专题一次"),),
        findings=(Finding("unsupported", Span(4, 6), "3次", "请核对这个数。"),),
    )
    done = export(copy, tmp_path / f"审核稿{suffix}", Form(review=True))
    whole = "\n".join(texts(done.path))
    assert "会议三次，专题一次" in whole and "请核对这个数。" in whole
    assert "请核对" not in render(copy, suffix).data.decode("utf-8", "replace")
    assert render(copy, suffix, Form(review=True)).name == f"总结（审核稿）{suffix}"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=90))
def test_a_file_name_never_leaves_its_folder_and_fits_every_disk(title):
    name = file_name(title)
    assert name and name == Path(name).name and name not in (".", "..")
    assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
    assert len(name) <= NAME + 1 and name == name.strip(" .")


def test_names_that_windows_keeps_for_itself_are_changed():
    assert file_name("CON") == "CON_"
    assert file_name("lpt1.报告") == "lpt1.报告_"


def test_the_closing_is_set_where_it_is_asked_for(tmp_path):
    form = Form(signature="青禾市林业局", date="2024年12月20日")
    done = export(COPY, tmp_path / "总结.docx", form)
    assert texts(done.path)[-2:] == ["青禾市林业局", "2024年12月20日"]
    assert CLEAN.signature == ""


@pytest.mark.parametrize("suffix", [".docx", ".md", ".txt"])
def test_a_date_of_figures_is_written_as_official_papers_write_it(tmp_path, suffix):
    done = export(COPY, tmp_path / f"总结{suffix}", Form(signature="县财政局党组", date="2024-12-20"))
    lines = texts(done.path) if suffix == ".docx" else done.path.read_text("utf-8").split()
    assert lines[-2:] == ["县财政局党组", "2024年12月20日"]
    assert "caution_date" not in [one.code for one in done.cautions]


def test_a_date_that_cannot_be_read_is_told():
    (told,) = [one for one in render(COPY, ".txt", Form(date="明天")).cautions if one.code == "caution_date"]
    assert "明天" in tell(told.code, told.values, "zh") and "明天" in tell(told.code, told.values, "en")
    assert "明天" in render(COPY, ".txt", Form(date="明天")).data.decode()


def test_paired_straight_quotes_are_curled_in_word_and_nowhere_else(tmp_path):
    copy = Copy((Paragraph('开展"回头看"活动。'), Paragraph('落实"双减政策。')), "")
    assert texts(export(copy, tmp_path / "稿.docx").path) == ["开展“回头看”活动。", '落实"双减政策。']
    assert '"回头看"' in render(copy, ".txt").data.decode()

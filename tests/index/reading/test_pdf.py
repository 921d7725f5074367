import pytest

from index.errors import ShelfError
from index.reading.pdf import read_pdf

INDENT = "　　"
FULL = "全年坚持把理论学习摆在突出位置组织集中学习做到学"  # 24 characters: as wide as the page
PAGE = [
    f"{INDENT}一、学习情况",
    f"{INDENT}全年坚持把理论学习摆在突出位置组织集中学习做",
    "到学以致用推动各项任务落到实处。",
    f"{INDENT}第二段从这里起头坚持问题导向抓好整改落实工作",
    "确保年内见效取得成绩。",
]


def texts(path):
    return [paragraph.text.strip("　") for paragraph in read_pdf(path, path.name).paragraphs]


def code(path):
    with pytest.raises(ShelfError) as refused:
        read_pdf(path, path.name)
    return refused.value.code


def indented(lines):
    """The lines with their indents drawn, as a typesetter does, by place and not by blanks."""
    return [
        (90 + 32 * line.startswith(INDENT), 740 - 28 * row, 16, line.strip("　"))
        for row, line in enumerate(lines)
    ]


def test_printed_lines_are_rejoined_into_the_writers_paragraphs(pdf):
    assert texts(pdf(indented(PAGE))) == [
        "一、学习情况",
        "全年坚持把理论学习摆在突出位置组织集中学习做到学以致用推动各项任务落到实处。",
        "第二段从这里起头坚持问题导向抓好整改落实工作确保年内见效取得成绩。",
    ]


def test_a_paragraph_goes_on_over_the_page_and_heads_and_numbers_go(pdf):
    def page(number, *lines):
        return [(230, 800, 10, "某某局工作简报"), *indented(lines), (280, 40, 12, f"— {number} —")]

    path = pdf(
        page(1, f"{INDENT}全年坚持把理论学习摆在突出位置组织集中学习做"),
        page(2, "到学以致用推动各项任务落到实处。"),
        page(3, f"{INDENT}其他各项工作也取得了新的进展和新的成效。"),
    )
    assert texts(path) == [
        "全年坚持把理论学习摆在突出位置组织集中学习做到学以致用推动各项任务落到实处。",
        "其他各项工作也取得了新的进展和新的成效。",
    ]


def test_a_scan_is_refused(pdf):
    assert code(pdf([], [])) == "pdf_scanned"


def test_pages_without_words_among_others_are_said(pdf):
    read = read_pdf(pdf(indented(PAGE), [], indented(PAGE)), "a.pdf")
    assert "note_scanned_pages" in read.notes


def test_a_font_that_names_no_characters_is_refused(pdf):
    assert code(pdf(indented(PAGE), mapped=False)) in ("pdf_garbled", "pdf_scanned")


def test_a_pdf_of_too_many_pages_is_refused_before_it_is_read(pdf):
    assert code(pdf(*[[] for _ in range(801)])) == "pdf_too_long"


def test_a_pdf_with_a_password_is_refused(pdf):
    locked = (
        b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -1340 /O <" + b"28" * 32 + b"> /U <"
        + b"13" * 32 + b"> >> /ID [<" + b"ab" * 16 + b"> <" + b"ab" * 16 + b">]"
    )  # fmt: skip
    assert code(pdf(indented(PAGE), trailer=locked)) == "file_encrypted"


def test_a_pdf_cut_short_is_refused_or_read_but_never_crashes(pdf):
    path = pdf(indented(PAGE))
    path.write_bytes(path.read_bytes()[:300])
    assert code(path) in ("file_broken", "pdf_scanned")


def test_words_printed_twice_for_bold_are_read_once(pdf):
    heading = "一、学习情况和主要做法以及取得的成效"
    path = pdf([(90, 740, 16, heading), (90.4, 740, 16, heading), (90, 700, 16, "全年学习。")])
    assert "".join(texts(path)) == f"{heading}全年学习。"

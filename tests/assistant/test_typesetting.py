"""Word files read back: faces by role, indents, spacing, closing, appendix; nothing active in the file."""

import re
import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from assistant.laying import lay
from assistant.reviewing import Review, Row
from assistant.typesetting import typeset
from index.types import Paragraph

TEXT = """青禾市林业局2024年工作总结
市政府：
2024年，市林业局召开会议12次，“双重”项目【待补充：完成数】。
一、主要工作
（一）造林绿化有力推进。完成造林3.2万亩。
1.抓苗木。调运苗木120万株。
2.抓管护。落实护林员86名。
（1）巡山护林
（2）防火值守
青禾市林业局
2024年12月20日"""


@pytest.fixture(scope="module")
def data():
    parts = lay([Paragraph(line) for line in TEXT.splitlines()])
    return typeset(parts, "zh", "青禾市林业局2024年工作总结")


@pytest.fixture(scope="module")
def paragraphs(data):
    return {paragraph.text: paragraph for paragraph in Document(BytesIO(data)).paragraphs}


def face(run):
    fonts = run._r.rPr.rFonts
    slots = {fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert len(slots) == 1 and fonts.get(qn("w:hint")) == "eastAsia"
    return slots.pop(), run.font.size.pt


def found(paragraphs, beginning):
    return next(paragraph for text, paragraph in paragraphs.items() if text.startswith(beginning))


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        ("青禾市林业局2024", [("方正小标宋简体", 22)]),
        ("市政府：", [("仿宋_GB2312", 16)]),
        ("一、主要工作", [("黑体", 16)]),
        ("（一）", [("楷体_GB2312", 16), ("仿宋_GB2312", 16)]),
        ("1.抓苗木", [("仿宋_GB2312", 16), ("仿宋_GB2312", 16)]),
        ("（1）巡山", [("仿宋_GB2312", 16)]),
    ],
)
def test_each_role_has_its_face_and_size(paragraphs, beginning, expected):
    assert [face(run) for run in found(paragraphs, beginning).runs] == expected


def test_a_heading_run_in_ends_where_its_sentence_ends(paragraphs):
    assert [run.text for run in found(paragraphs, "（一）").runs] == [
        "（一）造林绿化有力推进。",
        "完成造林3.2万亩。",
    ]
    assert [run.bold for run in found(paragraphs, "1.抓苗木").runs] == [True, None]


def test_title_is_centred_body_indented_by_two_characters_addressee_flush(paragraphs):
    assert found(paragraphs, "青禾市林业局2024").style.paragraph_format.alignment.name == "CENTER"
    for beginning in ("2024年，", "一、", "（一）", "1.", "（1）"):
        assert found(paragraphs, beginning)._p.pPr.ind.get(qn("w:firstLineChars")) == "200"
    assert found(paragraphs, "市政府：")._p.pPr.ind is None


def test_a_long_title_stands_on_lines_of_whole_words():
    title = "青禾市林业局党组关于落实巡察整改任务情况的报告"
    made = Document(BytesIO(typeset(lay([Paragraph("正文。")], title), "zh", title)))
    assert made.paragraphs[0].text == "青禾市林业局党组\n关于落实巡察整改任务情况的报告"
    assert made.core_properties.title == title
    assert {face(run) for run in made.paragraphs[0].runs if run.text.strip()} == {("方正小标宋简体", 22)}


def test_lines_are_spaced_exactly_by_the_grid(paragraphs):
    for beginning in ("2024年，", "一、", "（1）"):
        form = found(paragraphs, beginning).style.paragraph_format
        assert form.line_spacing_rule.name == "EXACTLY"
        assert form.line_spacing.pt == pytest.approx(28.95)
        assert (form.space_before.pt, form.space_after.pt) == (0, 0)


def test_headings_keep_words_outline_levels(paragraphs):
    assert found(paragraphs, "一、").style.name == "Heading 1"
    assert found(paragraphs, "（一）").style.name == "Body Text"


def test_signature_and_date_stand_right_with_their_indents_below_a_blank_line(data):
    *_, gap, signature, date = Document(BytesIO(data)).paragraphs
    assert (gap.text, signature.text, date.text) == ("", "青禾市林业局", "2024年12月20日")
    assert {signature.alignment.name, date.alignment.name} == {"RIGHT"}
    rights = [paragraph._p.pPr.ind.get(qn("w:rightChars")) for paragraph in (signature, date)]
    assert rights == ["500", "200"]  # six and seven characters wide: the date begins two further right


def test_no_page_can_hold_the_signature_alone(data):
    *_, last, gap, signature, date = Document(BytesIO(data)).paragraphs
    assert [p.paragraph_format.keep_with_next for p in (last, gap, signature)] == [True] * 3
    assert not date.paragraph_format.keep_with_next


def test_a_blank_stands_on_a_yellow_ground(paragraphs):
    runs = found(paragraphs, "2024年，").runs
    assert [run.text for run in runs if run.font.highlight_color is not None] == ["【待补充：完成数】"]


def test_the_file_holds_nothing_active_and_no_author(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    assert 'TargetMode="External"' not in parts
    assert set(re.findall(r"<w:instrText[^>]*>([^<]*)<", parts)) == {" PAGE "}
    properties = Document(BytesIO(data)).core_properties
    assert (properties.author, properties.comments) == ("", "")
    assert properties.title == "青禾市林业局2024年工作总结"


def test_characters_no_word_file_can_hold_are_left_out():
    made = typeset(lay([Paragraph("完成\x00任务\x0b\ud800。")], ""), "zh")
    assert Document(BytesIO(made)).paragraphs[0].text == "完成任务。"


def test_the_appendix_begins_a_page_and_holds_every_row():
    columns = ("序号", "句子", "事实", "样本", "意见")
    rows = tuple(Row((str(n), f"第{n}句。", "F1", "—", "—")) for n in range(1, 4))
    made = Document(
        BytesIO(
            typeset(
                lay([Paragraph("正文。")], ""), "zh", review=Review("附：核对表", ("说明",), columns, rows)
            )
        )
    )
    head = next(paragraph for paragraph in made.paragraphs if paragraph.text == "附：核对表")
    assert head.paragraph_format.page_break_before
    table = made.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        list(columns), *([*row.cells] for row in rows),
    ]  # fmt: skip


def test_an_english_document_is_set_in_a_latin_face():
    made = Document(BytesIO(typeset(lay([Paragraph("Visits rose by 4%.")], "Annual report"), "en")))
    title, gap, body = made.paragraphs
    assert gap.text == "" and title.style.name == "Title"
    assert body.runs[0].font.name == "Times New Roman"
    assert body._p.pPr.ind is None


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_sets_22_lines_of_28_characters_and_loses_none(tmp_path):
    import pdfplumber

    body = "扎实推进各项工作落地见效" * 150
    file = tmp_path / "a.docx"
    file.write_bytes(typeset(lay([Paragraph(body)], ""), "zh"))
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    for _ in range(2):  # the first start of a profile only sets it up
        subprocess.run([*command, "--outdir", str(tmp_path), str(file)], timeout=120, check=False)
    with pdfplumber.open(tmp_path / "a.pdf") as pdf:
        pages = [[line["text"] for line in page.extract_text_lines()] for page in pdf.pages]
        sizes = {(round(page.width * 25.4 / 72), round(page.height * 25.4 / 72)) for page in pdf.pages}
    assert sizes == {(210, 297)}
    assert [page[-1].replace(" ", "") for page in pages] == [f"—{n}—" for n in range(1, len(pages) + 1)]
    assert {len(page) - 1 for page in pages[:-1]} == {22}
    lines = [line for page in pages for line in page[:-1]]
    assert {len(line) for line in lines[1:-1]} == {28}
    assert "".join(lines) == body


def test_an_english_closing_stands_flush_right():
    lines = ["Visits rose.", "Estwick Library", "15 January 2025"]
    made = Document(BytesIO(typeset(lay([Paragraph(line) for line in lines], "Report"), "en")))
    *_, signature, date = made.paragraphs
    assert [(p.text, p.alignment.name) for p in (signature, date)] == [(line, "RIGHT") for line in lines[1:]]
    assert not [p for p in (signature, date) if p._p.pPr.ind is not None and p._p.pPr.ind.right]

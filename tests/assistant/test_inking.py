"""Runs in a face: every slot, blanks on yellow, nothing no file can hold."""

from docx import Document
from docx.oxml.ns import qn

from assistant.inking import fit, indent, write
from assistant.standard import CHINESE, Face


def test_a_blank_is_a_run_of_its_own_on_yellow():
    paragraph = Document().add_paragraph()
    write(paragraph, "完成【待补充：数量】项。", Face("黑体", 16))
    assert [(run.text, run.font.highlight_color is not None) for run in paragraph.runs] == [
        ("完成", False),
        ("【待补充：数量】", True),
        ("项。", False),
    ]
    assert {run._r.rPr.rFonts.get(qn("w:eastAsia")) for run in paragraph.runs} == {"黑体"}


def test_characters_that_no_file_holds_are_left_out():
    assert fit("完\x00成\ud800任\x0b务") == "完成任务"


def test_an_indent_is_told_in_characters_and_in_twips():
    paragraph = Document().add_paragraph()
    indent(paragraph, CHINESE, first=2)
    ind = paragraph._p.pPr.ind
    assert (ind.get(qn("w:firstLineChars")), ind.get(qn("w:firstLine"))) == ("200", "640")

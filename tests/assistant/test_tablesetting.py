"""Tables of a Word file: as wide as the type area, heads repeated, rows whole."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from assistant.laying import lay
from assistant.reviewing import Review, Row
from assistant.standard import CHINESE
from assistant.typesetting import typeset
from index.types import Paragraph

LINES = ["通报如下：", "指标\t市馆\t分馆", "进馆人次（万）\t86.4\t【待补充：数量】", "以上不含流动车。"]


def made(lines, review=None):
    data = typeset(lay([Paragraph(line) for line in lines], ""), "zh", "", review)
    return Document(BytesIO(data))


def test_rows_of_the_text_become_a_table_where_they_stand():
    document = made(LINES)
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["指标", "市馆", "分馆"],
        ["进馆人次（万）", "86.4", "【待补充：数量】"],
    ]
    assert [p.text for p in document.paragraphs] == [LINES[0], LINES[-1]]
    tags = [child.tag.split("}")[1] for child in document.element.body]
    assert tags[:3] == ["p", "tbl", "p"]


def test_a_table_is_as_wide_as_the_type_area_and_its_rows_stay_whole():
    review = Review("附", (), ("序号", "句子", "事实"), (Row(("1", "句。" * 30, "F1")),))
    for table in (*made(LINES).tables, *made(["正文。"], review).tables):
        widths = [cell.width.mm for cell in table.rows[0].cells]
        assert sum(widths) == pytest.approx(CHINESE.text_width, abs=0.5)
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_a_blank_in_the_text_is_yellow_and_in_a_remark_of_the_appendix_it_is_not():
    review = Review("附", (), ("序号", "意见"), (Row(("1", "请改为【待补充】。")),))
    inside, remark = made(LINES).tables[0], made(["正文。"], review).tables[0]
    marked = [[run.font.highlight_color for run in table.rows[1].cells[-1].paragraphs[0].runs]
              for table in (inside, remark)]  # fmt: skip
    assert [any(colours) for colours in marked] == [True, False]

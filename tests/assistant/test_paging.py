"""Page set-up of a Word file, read back with python-docx."""

import pytest
from docx import Document
from docx.oxml.ns import qn

from assistant.paging import set_page
from assistant.standard import CHINESE, ENGLISH


@pytest.fixture
def document():
    made = Document()
    set_page(made, CHINESE, "zh")
    return made


def twips(length):
    return round(length.mm, 1)


def test_paper_margins_and_grid_are_those_of_the_standard(document):
    section = document.sections[0]
    assert (twips(section.page_width), twips(section.page_height)) == (210, 297)
    assert [twips(getattr(section, f"{side}_margin")) for side in ("top", "bottom", "left", "right")] == [
        37, 35, 28, 26,
    ]  # fmt: skip
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "linesAndChars"
    assert (grid.get(qn("w:linePitch")), grid.get(qn("w:charSpace"))) == ("579", str(CHINESE.char_space))


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages_in_songti_14(document):
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    for footer, side, alignment in (
        (section.footer, "right", "RIGHT"),
        (section.even_page_footer, "left", "LEFT"),
    ):
        paragraph = footer.paragraphs[0]
        assert paragraph.alignment.name == alignment
        assert paragraph._p.pPr.ind.get(qn(f"w:{side}Chars")) == "100"
        assert paragraph.text == "— 1 —"
        codes = [code.text.strip() for code in paragraph._p.iter(qn("w:instrText"))]
        assert codes == ["PAGE"]
        assert {run.font.size.pt for run in paragraph.runs} == {14}
        assert {run._r.rPr.rFonts.get(qn("w:eastAsia")) for run in paragraph.runs} == {"宋体"}


def test_no_face_is_left_to_the_theme_in_the_styles_that_are_used(document):
    for name in (
        "Normal",
        "Title",
        "Subtitle",
        "Body Text",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Heading 4",
    ):
        fonts = document.styles[name].element.rPr.rFonts
        assert not [slot for slot in fonts.attrib if slot.endswith("Theme")]
        assert fonts.get(qn("w:eastAsia"))


def test_properties_stand_in_the_order_of_the_schema(document):
    order = ["keepNext", "keepLines", "widowControl", "snapToGrid", "spacing", "ind", "jc", "outlineLvl"]
    for style in document.styles.element.iter(qn("w:style")):
        for properties in style.findall(qn("w:pPr")):
            names = [child.tag.split("}")[1] for child in properties]
            ranked = [order.index(name) for name in names if name in order]
            assert ranked == sorted(ranked), (style.get(qn("w:styleId")), names)


def test_type_is_condensed_to_28_characters_and_no_paragraph_depends_on_the_grid(document):
    width = CHINESE.text_width / 25.4 * 72
    assert (
        28 * (CHINESE.body.size - CHINESE.condensed) <= width < 29 * (CHINESE.body.size - CHINESE.condensed)
    )
    assert document.styles["Normal"].element.rPr.find(qn("w:spacing")).get(qn("w:val")) == "-6"
    for name in ("Normal", "Title", "Body Text", "Heading 1", "Heading 4"):
        assert document.styles[name].element.pPr.find(qn("w:snapToGrid")).get(qn("w:val")) == "0"


def test_an_english_page_has_one_centred_number_and_no_grid():
    made = Document()
    set_page(made, ENGLISH, "en")
    assert not made.settings.odd_and_even_pages_header_footer
    assert made.sections[0].footer.paragraphs[0].alignment.name == "CENTER"
    grid = made.sections[0]._sectPr.find(qn("w:docGrid"))
    assert grid is None or grid.get(qn("w:type")) is None
    assert made.styles["Normal"].font.name == "Times New Roman"

"""Word files are built here: python-docx for the package, raw OOXML for what it cannot say."""

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from index.errors import ShelfError
from index.reading.docx import read_docx
from index.types import Paragraph

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def element(xml):
    """OOXML with the namespaces declared on its root."""
    head, rest = xml.split(">", 1)
    slash = "/" if head.endswith("/") else ""
    return parse_xml(f"{head.rstrip('/')} {NAMES}{slash}>{rest}")


def p(content="", properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text, list_id=77, level=0, properties=""):
    return p(
        run(text),
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>{properties}',
    )


@pytest.fixture
def word(tmp_path):
    """Writes a Word file of the given blocks; levels are (format, text) or (format, text, more XML)."""

    def write(
        *blocks, levels=(), nums='<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>', styles=()
    ):
        document = docx.Document()
        body = document.element.body
        for block in blocks:
            body.insert(len(body) - 1, element(block))
        if levels:
            add_list(document, levels, nums)
        for style in styles:
            document.styles.element.append(element(style))
        path = tmp_path / "样稿.docx"
        document.save(path)
        return read_docx(path, path.name)

    return write


def add_list(document, levels, nums):
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{"".join(more)}</w:lvl>'
        for at, (form, text, *more) in enumerate(levels)
    )
    abstract = element(f'<w:abstractNum w:abstractNumId="77">{inner}</w:abstractNum>')
    root.insert(0, abstract)
    for num in element(f"<w:numbering>{nums}</w:numbering>"):
        root.append(num)


def texts(manuscript):
    return [paragraph.text for paragraph in manuscript.paragraphs]


@pytest.mark.parametrize(
    ("form", "shape", "shown"),
    [
        ("chineseCounting", "%1、", ["一、", "二、", "三、"]),
        ("chineseCountingThousand", "（%1）", ["（一）", "（二）", "（三）"]),
        ("taiwaneseCountingThousand", "%1、", ["一、", "二、", "三、"]),
        ("japaneseCounting", "第%1章", ["第一章", "第二章", "第三章"]),
        ("chineseLegalSimplified", "%1、", ["壹、", "贰、", "叁、"]),
        ("ideographTraditional", "%1、", ["甲、", "乙、", "丙、"]),
        ("ideographDigital", "%1、", ["一、", "二、", "三、"]),
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("decimalFullWidth", "%1．", ["１．", "２．", "３．"]),
        ("decimalEnclosedCircle", "%1", ["①", "②", "③"]),
        ("decimalEnclosedCircleChinese", "%1", ["①", "②", "③"]),
        ("decimalEnclosedParen", "%1", ["⑴", "⑵", "⑶"]),
        ("decimalZero", "%1、", ["01、", "02、", "03、"]),
        ("upperLetter", "%1、", ["A、", "B、", "C、"]),
        ("lowerRoman", "（%1）", ["（i）", "（ii）", "（iii）"]),
        ("chineseCounting", "%1是", ["一是", "二是", "三是"]),
        ("none", "附：", ["附：", "附：", "附："]),
    ],
)
def test_automatic_numbers_are_written_out_as_word_shows_them(word, form, shape, shown):
    manuscript = word(*[numbered("加强学习") for _ in shown], levels=[(form, shape)])
    assert texts(manuscript) == [f"{label}加强学习" for label in shown]


def test_levels_count_on_their_own_and_begin_anew_under_the_next_outer_number(word):
    manuscript = word(
        numbered("总体情况"), numbered("学习", level=1), numbered("调研", level=1), numbered("细则", level=2),
        numbered("存在问题"), numbered("能力", level=1),
        levels=[("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")],
    )  # fmt: skip
    assert texts(manuscript) == [
        "一、总体情况", "（一）学习", "（二）调研", "1.细则", "二、存在问题", "（一）能力",
    ]  # fmt: skip


def test_a_legal_level_shows_outer_numbers_as_figures(word):
    manuscript = word(
        numbered("总则"), numbered("目的", level=1),
        levels=[("chineseCounting", "第%1章"), ("decimal", "%1.%2", "<w:isLgl/>")],
    )  # fmt: skip
    assert texts(manuscript) == ["第一章总则", "1.1 目的"]


def test_a_second_list_may_share_the_count_or_start_its_own(word):
    nums = (
        '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
        '<w:num w:numId="78"><w:abstractNumId w:val="77"/></w:num>'
        '<w:num w:numId="79"><w:abstractNumId w:val="77"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    manuscript = word(
        numbered("甲"), numbered("乙", 78), numbered("丙", 79), numbered("丁", 79),
        levels=[("chineseCounting", "%1、")], nums=nums,
    )  # fmt: skip
    assert texts(manuscript) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_numbers_and_levels_come_from_the_paragraphs_style_too(word):
    style = (
        '<w:style w:type="paragraph" w:styleId="章"><w:name w:val="章"/><w:basedOn w:val="Normal"/><w:pPr>'
        '<w:numPr><w:numId w:val="77"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    )
    child = '<w:style w:type="paragraph" w:styleId="节"><w:name w:val="节"/><w:basedOn w:val="章"/></w:style>'
    manuscript = word(
        p(run("工作回顾"), '<w:pStyle w:val="章"/>'), p(run("主要成效"), '<w:pStyle w:val="节"/>'),
        p(run("不编号"), '<w:pStyle w:val="章"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        levels=[("chineseCounting", "%1、", '<w:pStyle w:val="章"/>')], styles=[style, child],
    )  # fmt: skip
    assert manuscript.paragraphs == (
        Paragraph("一、工作回顾", 1), Paragraph("二、主要成效", 1), Paragraph("不编号", 1),
    )  # fmt: skip


def test_a_bullet_has_no_number_and_an_empty_numbered_paragraph_still_counts(word):
    assert texts(word(numbered("抓落实"), levels=[("bullet", "")])) == ["抓落实"]
    manuscript = word(numbered("一项"), numbered(""), numbered("三项"), levels=[("decimal", "%1.")])
    assert texts(manuscript) == ["1.一项", "3.三项"]


def test_the_files_heading_styles_give_outline_levels(tmp_path):
    document = docx.Document()
    document.add_heading("工作情况", 1)
    document.add_heading("学习方面", 2)
    document.add_paragraph("全年学习。")
    document.save(tmp_path / "a.docx")
    levels = [(x.text, x.level) for x in read_docx(tmp_path / "a.docx", "a.docx").paragraphs]
    assert levels == [("工作情况", 1), ("学习方面", 2), ("全年学习。", 0)]


def test_words_in_smart_tags_links_fields_and_content_controls_are_kept(word):
    date = '<w:smartTag w:uri="u" w:element="chsdate">' + run("2023年3月24日") + "</w:smartTag>"
    manuscript = word(
        p(run("截至") + date + run("完成。")),
        p(
            "<w:hyperlink>"
            + run("方案")
            + "</w:hyperlink>"
            + "<w:fldSimple>"
            + run("12项")
            + "</w:fldSimple>"
        ),
        "<w:sdt><w:sdtPr/><w:sdtContent>" + p(run("控件里的话。")) + "</w:sdtContent></w:sdt>",
        p("<w:sdt><w:sdtPr/><w:sdtContent>" + run("行内控件。") + "</w:sdtContent></w:sdt>"),
    )
    assert texts(manuscript) == ["截至2023年3月24日完成。", "方案12项", "控件里的话。", "行内控件。"]


def test_insertions_are_kept_and_deletions_and_moved_text_are_not(word):
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>旧话</w:delText></w:r></w:del>'
    inserted = '<w:ins w:id="2" w:author="a">' + run("新话") + "</w:ins>"
    moved = '<w:moveFrom w:id="3" w:author="a">' + run("原处") + "</w:moveFrom>"
    arrived = '<w:moveTo w:id="4" w:author="a">' + run("新处") + "</w:moveTo>"
    manuscript = word(p(run("前") + deleted + inserted + moved + arrived + run("后")))
    assert texts(manuscript) == ["前新话新处后"]
    assert "note_deletions:2" in manuscript.notes


def test_a_deleted_paragraph_end_joins_two_paragraphs(word):
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    assert texts(word(p(run("加强"), gone), p(run("学习。")))) == ["加强学习。"]


def test_comments_hidden_text_and_field_codes_are_left_out_and_said(word):
    manuscript = word(
        p(
            run("正文")
            + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
            + run("密", "<w:vanish/>")
            + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
            + run("结束。")
        )
    )  # fmt: skip
    assert texts(manuscript) == ["正文结束。"]
    assert manuscript.notes == ("note_comments:1", "note_hidden:1")


def test_a_table_row_is_a_paragraph_of_its_cells(word):
    def cell(*inner):
        return "<w:tc>" + "".join(inner) + "</w:tc>"

    rows = [["项目", "数量"], ["培训", "12场"]]
    table = "".join("<w:tr>" + "".join(cell(p(run(x))) for x in row) + "</w:tr>" for row in rows)
    layout = "<w:tr>" + cell(p(run("只有一格。")), p(run("两段话。"))) + "</w:tr>"
    manuscript = word(p(run("上文。")), f"<w:tbl>{table}{layout}</w:tbl>", p(run("下文。")))
    assert texts(manuscript) == [
        "上文。", "项目 | 数量", "培训 | 12场", "只有一格。", "两段话。", "下文。",
    ]  # fmt: skip


def test_a_text_box_is_read_once_after_its_paragraph(word):
    box = "<w:txbxContent>" + p(run("框里的话。")) + "</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        + box + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        + box + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )  # fmt: skip
    assert texts(word(p(run("正文。") + drawing))) == ["正文。", "框里的话。"]


def test_a_table_of_contents_is_left_out(word):
    toc = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    manuscript = word(p(run("一、总体情况 1"), '<w:pStyle w:val="TOC1"/>'), p(run("正文。")), styles=[toc])
    assert (texts(manuscript), manuscript.notes) == (["正文。"], ("note_contents:1",))


def test_a_line_break_parts_body_text_and_folds_a_heading(word):
    broken = run("加强") + "<w:r><w:br/></w:r>" + run("学习")
    assert texts(word(p(broken))) == ["加强", "学习"]
    assert word(p(broken, '<w:outlineLvl w:val="0"/>')).paragraphs == (Paragraph("加强学习", 1),)


def test_a_file_of_pictures_only_is_refused_and_says_why(word):
    with pytest.raises(ShelfError) as refused:
        word(p("<w:r><w:drawing><a:blip/></w:drawing></w:r>"))
    assert refused.value.code == "docx_pictures"


def test_a_footnote_is_a_paragraph_of_its_own_after_the_one_that_refers_to_it(tmp_path):
    document = docx.Document()
    body = document.element.body
    refers = run("正文") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("结束。")
    for block in (p(refers), p(run("下一段。"))):
        body.insert(len(body) - 1, element(block))
    note = (
        '<w:footnote w:id="2">' + p("<w:r><w:footnoteRef/></w:r>" + run("数据来自年报。")) + "</w:footnote>"
    )
    line = '<w:footnote w:type="separator" w:id="0">' + p(run("—")) + "</w:footnote>"
    blob = f"<w:footnotes {NAMES}>{line}{note}</w:footnotes>".encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", blob, document.part.package)
    document.part.relate_to(part, kind)
    path = tmp_path / "注.docx"
    document.save(path)
    manuscript = read_docx(path, path.name)
    assert texts(manuscript) == ["正文结束。", "注：数据来自年报。", "下一段。"]
    assert manuscript.notes == ("note_footnotes:1",)

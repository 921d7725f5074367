"""OpenDocument texts are written here as zip and XML."""

import zipfile

import pytest

from index.errors import ShelfError
from index.reading.odt import read_odt
from index.reading.reading import read
from index.types import Paragraph

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
    )
)  # fmt: skip
STYLES = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="、" '
    'style:num-format="一, 二, 三, ..."/><text:list-level-style-number text:level="2" style:num-prefix="（" '
    'style:num-suffix="）" style:num-format="一, 二, 三, ..."/></text:list-style>'
)


@pytest.fixture
def odt(tmp_path):
    """Writes an .odt with the given body and gives its path."""

    def write(body, manifest="<manifest/>"):
        path = tmp_path / "样稿.odt"
        content = (
            f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            archive.writestr("META-INF/manifest.xml", manifest)
            archive.writestr("content.xml", content)
        return path

    return write


def texts(path):
    return [paragraph.text for paragraph in read_odt(path, path.name).paragraphs]


def test_headings_keep_their_levels_and_lists_their_numbers(odt):
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = "<text:list>" + item.format("抓学习", "") + item.format("抓落实", "") + "</text:list>"
    body = (
        '<text:h text:outline-level="2">总体情况</text:h><text:list text:style-name="L1">'
        + item.format("主要做法", inner) + item.format("下一步打算", "") + "</text:list>"
    )  # fmt: skip
    assert read_odt(odt(body), "a.odt").paragraphs == (
        Paragraph("总体情况", 2), Paragraph("一、主要做法"), Paragraph("（一）抓学习"),
        Paragraph("（二）抓落实"), Paragraph("二、下一步打算"),
    )  # fmt: skip


def test_blanks_breaks_links_and_boxes_keep_their_words(odt):
    body = (
        '<text:p>全年<text:span>学习</text:span><text:s text:c="2"/>12<text:tab/>次<text:line-break/>另一行'
        "<draw:frame><draw:text-box><text:p>框里的话。</text:p></draw:text-box></draw:frame></text:p>"
    )
    assert texts(odt(body)) == ["全年学习  12\t次", "另一行", "框里的话。"]


def test_deleted_text_comments_and_contents_are_left_out_and_counted(odt):
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>旧话</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:table-of-content><text:index-body><text:p>目录</text:p>"
        "</text:index-body></text:table-of-content><text:p>正文<office:annotation><text:p>批注</text:p>"
        "</office:annotation>完。</text:p>"
    )
    manuscript = read_odt(odt(body), "a.odt")
    assert [p.text for p in manuscript.paragraphs] == ["正文完。"]
    assert manuscript.notes == ("note_comments:1", "note_contents:1", "note_deletions:1")


def test_a_footnote_follows_its_paragraph_and_a_table_row_is_one(odt):
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row>" + cell.format("培训") + cell.format("12场") + "</table:table-row>"
    body = (
        "<text:p>正文<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>数据来自年报。"
        f"</text:p></text:note-body></text:note>结束。</text:p><table:table>{row}</table:table>"
    )
    assert texts(odt(body)) == ["正文结束。", "注：数据来自年报。", "培训 | 12场"]


def test_a_locked_and_a_broken_file_are_refused(odt, tmp_path):
    with pytest.raises(ShelfError) as refused:
        read_odt(odt("", "<manifest:encryption-data/>"), "a.odt")
    assert refused.value.code == "file_encrypted"
    with pytest.raises(ShelfError) as refused:
        read_odt(odt("<text:p>&e;</text:h>"), "a.odt")
    assert refused.value.code == "file_broken"


def test_an_odt_is_read_without_libreoffice(odt, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [p.text for p in read(odt("<text:p>全年学习。</text:p>")).paragraphs] == ["全年学习。"]

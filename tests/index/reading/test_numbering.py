from xml.etree import ElementTree

from index.reading.numbering import Numbering, whole

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def numbering(levels, nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/>{extra}'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text, start, extra) in enumerate(levels)
    )
    abstract = f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
    xml = f'<w:numbering xmlns:w="{W}">{abstract}{nums}</w:numbering>'
    return Numbering(ElementTree.fromstring(xml))


CHAPTERS = [("chineseCounting", "%1、", 1, ""), ("chineseCounting", "（%2）", 1, "")]


def test_an_inner_level_starts_anew_after_an_outer_one():
    counts = numbering(CHAPTERS)
    assert [counts.label("1", at) for at in (0, 1, 1, 0, 1)] == ["一、", "（一）", "（二）", "二、", "（一）"]


def test_a_level_told_never_to_restart_counts_through():
    counts = numbering([CHAPTERS[0], ("decimal", "%2.", 1, '<w:lvlRestart w:val="0"/>')])
    assert [counts.label("1", at) for at in (0, 1, 0, 1)] == ["一、", "1.", "二、", "2."]


def test_a_list_starts_where_it_says():
    counts = numbering([("chineseCounting", "第%1部分", 3, "")])
    assert [counts.label("1", 0), counts.label("1", 0)] == ["第三部分", "第四部分"]


def test_an_outer_number_not_yet_counted_shows_its_start():
    assert numbering([CHAPTERS[0], ("decimal", "%1.%2", 1, "")]).label("1", 1) == "一.1"


def test_an_unknown_list_or_level_has_no_label_and_counts_nothing():
    counts = numbering(CHAPTERS)
    assert (counts.label("9", 0), counts.label("1", 7), counts.label("1", 0)) == ("", "", "一、")
    assert Numbering(None).label("1", 0) == ""


def test_what_is_no_number_is_the_default():
    assert [whole("12"), whole("x", 9), whole(None, 3), whole("-1"), whole("9" * 30, 2)] == [12, 9, 3, -1, 2]

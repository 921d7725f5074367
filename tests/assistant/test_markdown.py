"""Markdown shows every word as it stands, and a heading run in as one."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.laying import Part
from assistant.markdown import escaped, markdown


def shown(lines):
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render("\n".join(lines))
    return unescape(html)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="工作，。 1)(.-+=*_#<b>&nbsp;[]!|~`\\$", min_size=1, max_size=30))
def test_any_line_is_shown_as_it_stands(text):
    text = " ".join(text.split())
    if text:
        assert shown([escaped(text)]) == f"<p>{text}</p>\n"


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("（一）完善制度。", "修订办法6项。"),
        ("（二）落实“双减”。", "开展检查12次。"),
        ("1.抓*重点*：", "聚焦3件事。"),
    ],
)
def test_a_heading_run_in_is_strong_and_nothing_is_lost(head, rest):
    html = shown(markdown([Part("body", head + rest, 2, len(head))]))
    assert re.sub("</?(?:strong|p)>|\n", "", html) == head + rest
    assert html.startswith("<p><strong>" + head[:3])


def test_a_heading_that_cannot_be_made_strong_stays_plain():
    html = shown(markdown([Part("body", "（一）“双减”全面落实。", 2, 7)]))
    assert html == "<p>（一）“双减”全面落实。</p>\n"


def test_titles_and_headings_have_their_rank():
    parts = [Part("title", "总结"), Part("body", "一、工作", 1, 4), Part("body", "开会3次。")]
    assert [line for line in markdown(parts) if line] == ["# 总结", "## 一、工作", "开会3次。"]


def test_rows_of_the_text_are_a_table():
    parts = [
        Part("body", "如下："),
        *(Part("row", row) for row in ("项目\t数量", "讲座\t1*20*场")),
        Part("body", "完。"),
    ]
    html = shown(markdown(parts))
    assert re.findall("<t[hd]>(.*?)</t[hd]>", html) == ["项目", "数量", "讲座", "1*20*场"]
    assert html.startswith("<p>如下：</p>") and html.endswith("<p>完。</p>\n")

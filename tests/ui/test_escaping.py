"""Untrusted text reaches no Markdown sink as markup."""

import re

from hypothesis import given
from hypothesis import strategies as st

from ui.escaping import escaped, set_off


def unescaped(text):
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


@given(st.text())
def test_no_mark_of_markdown_stands_without_a_backslash(text):
    shown = escaped(text).replace("  \n", "")
    assert not re.search(r"(?<!\\)(?:\\\\)*[!-/:-@\[\]-`{-~]", re.sub(r"\\[!-/:-@\[-`{-~]", "", shown))


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"])))
def test_nothing_visible_is_lost(text):
    assert unescaped(escaped(text)) == text


def test_a_remote_image_a_link_and_a_formula_become_plain_words():
    for trap in (
        "![图](http://x/y.png)",
        "[点我](javascript:alert(1))",
        "<img src=x>",
        "$x$",
        ":material/home:",
    ):
        assert "\\" in escaped(trap)
        assert unescaped(escaped(trap)) == trap


def test_invisible_and_bidi_characters_are_gone():
    assert escaped("总\u200b结\u202e报告\x07") == "总结报告"


def test_blanks_are_set_off_and_nothing_in_them_is_markup():
    assert set_off("共【待补充：[x](http://y)】处【请核】、【注】") == (
        "共:orange-background[【待补充：\\[x\\]\\(http\\:\\/\\/y\\)】]处:orange-background[【请核】]、【注】"
    )

"""The one table of the screens' words: complete in both languages, and every key a page asks for exists."""

import re
from pathlib import Path
from string import Template

import pytest

from ui.wording import word, words

UI = Path(__file__).parent.parent.parent / "ui"
ASKED = re.compile(r"""\bsay\(\s*["']([a-z_]+)["']""")


@pytest.mark.parametrize("key", sorted(words()))
def test_every_word_stands_in_both_languages_with_the_same_places(key):
    row = words()[key]
    assert set(row) == {"zh", "en"}
    assert all(text.strip() for text in row.values())
    assert set(Template(row["zh"]).get_identifiers()) == set(Template(row["en"]).get_identifiers())


def test_every_word_a_page_asks_for_is_in_the_table():
    asked = {key for path in UI.glob("*.py") for key in ASKED.findall(path.read_text("utf-8"))}
    assert {key for key in asked if not key.endswith("_")} - set(words()) == set()
    assert len(asked) > 60


def test_places_are_filled_and_a_value_is_never_read_as_a_template():
    assert word("facts_go_to", "zh", where="$language") == "起草时事实会发送到 $language"


def found_kinds():
    """Every kind that the gate's source names."""
    source = (UI.parent / "assistant" / "checking.py").read_text("utf-8")
    kinds = set(re.findall(r"self\.finding\(\s*\"([a-z]+)\"", source))
    assert len(kinds) > 7
    return kinds


def test_every_role_finding_and_removal_has_a_word():
    for prefix, codes in {
        "role": ("opening", "work", "problems", "next", "closing"),
        "kind": found_kinds(),
        "why": ("advertisement", "contact", "paste_mark", "page_number", "repeated_header", "invisible"),
    }.items():  # fmt: skip
        for code in codes:
            assert f"{prefix}_{code}" in words()

"""A draft as it is kept and its row: one gives back the other."""

import pytest

from assistant.saved import COLUMNS, Body, Saved, holds, plain, row_of, saved_of
from assistant.types import Fact, Sentence, Suggestion

BODY = Body(
    "召开党组会12次。", (Sentence("召开党组会12次。", ("F1",), ("a-1",)),), ("a-1",),
    (Fact("F1", "党组会12次"),), (Suggestion("建立台账。", "a-2"),), "draft@1", "openai:x", False,
)  # fmt: skip
SAVED = Saved("ab12", "压实责任", "党组会12次", "points", 300, 2024, 3, BODY, 17.5, "送审稿")


@pytest.mark.parametrize("saved", [SAVED, Saved("c", "", "", "flowing", 0, None, 0, Body(), 0.0)])
def test_a_row_gives_back_the_draft(saved):
    row = row_of(saved)
    assert saved_of([row[name] for name in COLUMNS.split(", ")]) == saved


def test_every_word_must_stand_somewhere_in_name_heading_notes_or_text():
    assert holds(SAVED, "送审 压实") and holds(SAVED, "") and holds(SAVED, "召开")
    assert not holds(SAVED, "送审 述职")


def test_a_name_is_one_short_line():
    assert plain(" 送审\n稿  一 ") == "送审 稿 一"
    assert len(plain("长" * 500)) == 120

"""Words taken from a sample stand in the draft with the marks that part them from their neighbours."""

import pytest

from ui.compare_view import jointed

TEXT = "表彰先进3人。下一句不动。\n再一段"


@pytest.mark.parametrize(
    ("at", "words", "read"),
    [
        (0, "树立榜样", "树立榜样。表彰先进3人。"),
        (2, "树立榜样", "表彰，树立榜样，先进3人。"),
        (6, "树立榜样", "表彰先进3人，树立榜样。下一句"),
        (7, "树立榜样", "3人。树立榜样。下一句不动。"),
        (7, "树立榜样。", "3人。树立榜样。下一句不动。"),
        (13, "树立榜样", "不动。树立榜样。\n再一段"),
        (len(TEXT), "树立榜样", "再一段，树立榜样。"),
    ],
)
def test_words_put_in_are_parted_from_what_stands_beside_them(at, words, read):
    assert read in TEXT[:at] + jointed(TEXT, at, words) + TEXT[at:]


def test_english_words_and_an_empty_draft():
    assert jointed("Held talks", 10, " and took steps") == " and took steps"
    assert jointed("", 0, "树立榜样") == "树立榜样。"

"""Characters of small PDF files written by the fixture ``pdf``."""

import pdfplumber
import pytest

from index.errors import ShelfError
from index.reading import glyphs
from index.reading.pdf import read_pdf


def test_characters_come_with_their_places_from_the_top(pdf):
    with pdfplumber.open(pdf([(90, 740, 16, "学习")])) as document:
        found, height = glyphs.Glyphs(document.rsrcmgr).of(document.pages[0])
        plain = document.pages[0].chars
    assert height == 842
    assert [char["text"] for char in found] == ["学", "习"]
    for char, other in zip(found, plain, strict=True):
        assert char == pytest.approx({key: other[key] for key in char})


@pytest.mark.parametrize("limit", ["MOST_ON_A_PAGE", "MOST"])
def test_a_flood_of_characters_is_refused_as_soon_as_it_is_one(pdf, monkeypatch, limit):
    monkeypatch.setattr(glyphs, limit, 50)
    with pytest.raises(ShelfError) as refused:
        read_pdf(pdf(["全年组织集中学习" * 3] * 20), "洪.pdf")
    assert refused.value.code == "file_bomb"

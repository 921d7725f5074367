"""Text -> its letters: what stands in it without blanks and signs, to find word for word what was copied."""

import re
import unicodedata
from dataclasses import dataclass

from index.types import Span

SIGN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text that a sample holds word for word."""

    span: Span
    report_id: str
    passage_id: str
    title: str
    reports: int = 1
    """How many samples hold (nearly) all of it."""


@dataclass(frozen=True, slots=True)
class Letters:
    """A text without blanks and signs, lower case, with where each letter stands."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The characters of the text from letter ``start`` to before letter ``end``."""
        return Span(self.places[start], self.places[end - 1] + 1)


def letters(text: str) -> Letters:
    """The letters of a text.

    >>> letters("抓学习，促 整改。").text
    '抓学习促整改'
    """
    kept, places = [], []
    for place, mark in enumerate(text):
        for letter in SIGN.sub("", unicodedata.normalize("NFKC", mark).lower()):
            kept.append(letter)
            places.append(place)
    return Letters("".join(kept), tuple(places))

"""Folded page -> counts written in English words: three routes, twenty-five, two hundred homes."""

import re
from collections.abc import Iterator
from decimal import Decimal

from index.folding import Mark
from index.numerals import plain

ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
VALUES = {word: at for at, word in enumerate((*ONES, *TEENS), 1)}
VALUES |= {word: 10 * at for at, word in enumerate(TENS, 2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
SMALL = "|".join((*ONES[1:], *TEENS))
COUNT = re.compile(
    rf"\b(?P<small>{SMALL}|(?P<tens>{'|'.join(TENS)})(?:[- ](?P<ones>{'|'.join(ONES)}))?"
    r"|one(?= (?:hundred|thousand|million)))"
    rf"(?: (?P<scale>{'|'.join(SCALES)}))?\b(?! (?:thirds?|fifths?|quarters?|halves|tenths?)\b)",
    re.IGNORECASE,
)


def spelled(page: str) -> Iterator[Mark]:
    """Counts in words; a bare *one* is none, nor is what a count begins with (two thirds).

    >>> [mark.key for mark in spelled("Twenty-five homes and two hundred trees")]
    ['count:25', 'count:200']
    """
    for found in COUNT.finditer(page):
        if found["tens"]:
            number = VALUES[found["tens"].lower()] + VALUES.get((found["ones"] or "").lower(), 0)
        else:
            number = VALUES[found["small"].lower()]
        exact = Decimal(number * SCALES.get((found["scale"] or "").lower(), 1))
        yield Mark(*found.span(), "count", f"count:{plain(exact)}", exact, exact)

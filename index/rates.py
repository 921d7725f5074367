"""Folded page -> rates of so many in ten thousand and the like: 462.7/10万."""

import re
from collections.abc import Iterator
from decimal import Decimal

from index.folding import Mark, hits
from index.numerals import plain, value

FIGURE = re.compile("[0-9]")
RATE = re.compile(
    r"(?<![\d./])(?P<number>\d+(?:\.\d+)?) ?/ ?(?P<whole>(?:1|10|100|一|十|百)?[百千万亿]"
    r"|10{2,6}(?!\d))(?!元)"
)


def rates(page: str) -> Iterator[Mark]:
    """Rates of a folded page; two of different wholes are different.

    >>> [mark.key for mark in rates("发病率462.7/10万")]
    ['ratio:462.7/100000']
    """
    for found in hits(FIGURE, RATE, page):
        number, whole = Decimal(found["number"]), value(found["whole"])
        if whole:
            unit = f"/{plain(whole)}"
            yield Mark(*found.span(), "ratio", f"ratio:{plain(number)}{unit}", number, number, unit)

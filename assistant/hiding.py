"""Text -> stretches with characters a reader cannot see, or takes for digits."""

import re
from collections.abc import Iterator

from index.folding import INVISIBLE
from index.types import Span

PATTERNS = (
    re.compile(f"(?:{INVISIBLE.pattern})+"),
    re.compile("(?<=\\d)[\u0370-\u052f]|[\u0370-\u052f](?=\\d)"),
)
"""Zero-width and direction marks; Greek and Cyrillic letters beside digits (2О8)."""


def hidden(text: str) -> Iterator[Span]:
    """Each such stretch with one character on either side, so that there is something to see.

    >>> [span.of("召开2О8次") for span in hidden("召开2О8次")]
    ['2О8']
    """
    for pattern in PATTERNS:
        for hit in pattern.finditer(text):
            yield Span(max(0, hit.start() - 1), min(len(text), hit.end() + 1))

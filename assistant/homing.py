"""Words of a fact and of a heading -> how commonly reports tell such a fact under such a heading.

The pairs of words are in ``phrases/homes.toml`` and, finer,
``phrases/kinds.toml``. They tell what the words alone do not share: 漏损率 is
told under 守牢供水安全, 退回礼品 under 廉洁自律情况.
"""

import re
from functools import lru_cache
from typing import Final

from assistant.stock import stock

MOST: Final = 5.0
_LONGER: Final = 0.3
"""What each character of a word beyond two adds to its weight of one, three of them at most."""
_TWICE: Final = 0.5
"""What each further word of the heading that asks for the same adds, two of them at most."""


def homing(
    text: str, heading: str, common: str = "", table: str = "homes", *, special: bool = False
) -> float:
    """How much a fact's words say that it belongs under the heading, 0 to ``MOST``.

    Words of ``common``, the report's title and kind, tell none of its headings apart: 廉政 in a report on it.
    In a report on one matter (``special``) this holds for words of the heading too.
    ``table`` is ``homes`` or the finer ``kinds``: 锅炉 is of 特种设备.

    >>> homing("退回礼品2次", "廉洁自律情况") > homing("退回礼品2次", "夯实基层基础") == 0
    True
    """
    asked = _asked(heading, table, common if special else "")
    weights: dict[str, float] = {}
    for row, words in _told(text, table):
        if row not in asked:
            continue
        for word in words:
            if word not in common:
                weight = (1 + _TWICE * (asked[row] - 1)) * (1 + _LONGER * min(3, len(word) - 2))
                weights[word] = max(weights.get(word, 0.0), weight)
    return min(MOST, sum(weights.values()))


@lru_cache(maxsize=1024)
def _asked(heading: str, table: str, common: str) -> dict[int, int]:
    """Row -> how many of its words a heading has beyond those of ``common``, three at most."""
    counts = {
        row: len({word for word in asked.findall(heading) if word not in common})
        for row, (asked, _) in enumerate(_rows(table))
    }
    return {row: min(3, count) for row, count in counts.items() if count}


@lru_cache(maxsize=1024)
def _told(text: str, table: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Row, the words of it that a fact has."""
    found = (
        (row, tuple(dict.fromkeys(one.group() for one in words.finditer(text))))
        for row, (_, words) in enumerate(_rows(table))
    )
    return tuple((row, words) for row, words in found if words)


@lru_cache(maxsize=2)
def _rows(table: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    if table == "kinds":
        rows = list(stock("kinds")["kinds"].items())
    else:
        rows = [(one["heading"], one["fact"]) for one in stock("homes")["home"]]
    return tuple((re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE)) for asked, told in rows)

"""Words of a fact and of a heading -> how commonly reports tell such a fact under such a heading.

The pairs of words are in ``phrases/homes.toml``. They tell what the words alone do not share: 漏损率 is
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


def homing(text: str, heading: str, common: str = "") -> float:
    """How much a fact's words say that it belongs under the heading, 0 to ``MOST``.

    Words of ``common``, the report's title and kind, tell none of its headings apart: 廉政 in a report on it.

    >>> homing("退回礼品2次", "廉洁自律情况") > homing("退回礼品2次", "夯实基层基础") == 0
    True
    """
    weights: dict[str, float] = {}
    for asked, words in _rows():
        named = len(set(asked.findall(heading)))
        if not named:
            continue
        for found in words.finditer(text):
            word = found.group()
            if word in common:
                continue
            weight = (1 + _TWICE * (min(named, 3) - 1)) * (1 + _LONGER * min(3, len(word) - 2))
            weights[word] = max(weights.get(word, 0.0), weight)
    return min(MOST, sum(weights.values()))


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(one["heading"], re.IGNORECASE), re.compile(one["fact"], re.IGNORECASE))
        for one in stock("homes")["home"]
    )

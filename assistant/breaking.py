"""Title -> its lines as GB/T 9704-2012 (7.3.1) wants them: words kept whole, lines of good proportion.

"".join(lines(title, most)) == title
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from assistant.standard import width_of
from index.embedding import cut

_NEVER_FIRST: Final = "、，。：；！？》〉”’）】〕」%％·—…"
_NEVER_LAST: Final = "《〈“‘（【〔「"
_DATE: Final = re.compile(r"\d[年月日号届次个项]")
_PAIR: Final = re.compile(r"《[^》]*》|“[^”]*”|（[^）]*）|\([^)]*\)|【[^】]*】")
_LINKS: Final = "和与及暨"
"""One-character words that a line may end with, and begin with only where it must."""
_LEADING: Final = "全各新我本该对在为以从将把向"
"""One-character words that begin something: a line may begin with one, none ends with it."""
_LONE: Final = 12.0
"""Cost of a line that begins with a suffix (局, 的) or ends with what leads on (全, 关于)."""
_INSIDE: Final = 40.0
"""Cost of a title's or quotation's being parted."""
_BEGINS: Final = ((re.compile("关于"), 48.0), (re.compile(r"\d{4}年"), 34.0))
"""What is won by a line that begins so: whose report it is stands above it."""
_LINKED: Final = 4.0
"""Cost of a line that ends with a link."""
_FEW: Final = 4.0
"""Characters below which a line looks lost."""
_LOST: Final = 60.0


@lru_cache(maxsize=256)
def lines(title: str, most: int) -> tuple[str, ...]:
    """A title in as few lines as hold it; a title no word of which can begin a line stays as it is.

    Args:
        title: One line of Chinese text.
        most: Characters of a line.

    >>> lines("河湾区住建局关于老旧小区改造进展情况的汇报", 20)
    ('河湾区住建局', '关于老旧小区改造进展情况的汇报')
    """
    width = width_of(title)
    if width <= most:
        return (title,)
    places = dict(_places(title))
    fewest = int(-(-width // most))
    for count in (fewest, fewest + 1):
        ends = _best(title, places, count, most)
        if ends:
            return tuple(title[a:b] for a, b in zip((0, *ends[:-1]), ends, strict=True))
    return (title,)


def _places(title: str) -> Iterator[tuple[int, float]]:
    """(where a line may begin, what it costs)."""
    words = _words(title)
    starts = dict(words)
    ends = {at + len(word): word for at, word in words}
    inside = {place for at, word in words for place in range(at + 1, at + len(word))}
    paired = {n for found in _PAIR.finditer(title) for n in range(found.start() + 1, found.end())}
    for at in range(1, len(title)):
        before, here = title[at - 1], title[at]
        if at in inside or here in _NEVER_FIRST or before in _NEVER_LAST or _DATE.match(title, at - 1):
            continue
        if before.isascii() and here.isascii() and before.strip() and here.strip():
            continue
        suffix = len(starts.get(at, "  ")) == 1 and here not in _LEADING and not here.isascii()
        leads_on = ends.get(at) == before and before in _LEADING or title.endswith("关于", 0, at)
        won = max((gain for begins, gain in _BEGINS if begins.match(title, at)), default=0.0)
        won = 0.0 if leads_on else won
        linked = before in _LINKS and before == ends.get(at)
        yield at, (_LONE * (suffix + leads_on) + _INSIDE * (at in paired) + _LINKED * linked) - won


def _words(title: str) -> list[tuple[int, str]]:
    """The words of a title with where they stand."""
    found, at = [], 0
    for word in cut(title):
        at = title.find(word, at)
        if at < 0:
            break
        found.append((at, word))
        at += len(word)
    return found


def _best(title: str, places: dict[int, float], count: int, most: int) -> tuple[int, ...]:
    """Where ``count`` lines end so that they cost least; empty where no such lines are."""
    aim = width_of(title) / count
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for left in reversed(range(count)):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for end, cost in [*places.items(), (len(title), 0.0)]:
            if (end == len(title)) != (left == 0):
                continue
            for start, (so_far, ends) in best.items():
                width = width_of(title[start:end].strip())
                if start >= end or width > most:
                    continue
                total = so_far + cost + (width - aim) ** 2 + (_LOST if width < _FEW else 0)
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, (*ends, end))
        best = reached
    return best.get(len(title), (0.0, ()))[1]

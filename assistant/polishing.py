"""Note -> the same note with its spoken words as a report writes them, by a list that is sure of the meaning.

``particulars(polished(text)) == particulars(text)``: no figure, date, name or title is touched, nor what
stands in quotes. Words the list does not know stay as they are.
"""

import re
from functools import lru_cache
from typing import Final

from assistant.stock import stock
from index.expressions import expressions

_HELD: Final = re.compile(r"《[^》]*》|“[^”]*”|【[^】]*】|「[^」]*」|\"[^\"]*\"")
_NAMED: Final = ("blank", "organisation", "person", "place", "meeting", "slogan")
"""Kinds whose ends are guessed from the words around them: 跟上级医院 and 与上级医院."""
_TOGETHER: Final = re.compile(r"(?<=[\u4e00-\u9fff])一起(?=[\u4e00-\u9fff])(?!案|事故|纠纷|事件)")
"""Together, and no figure."""


@lru_cache(maxsize=4096)
def polished(text: str) -> str:
    """The note with written words for its spoken ones.

    >>> polished("跟公安一起搞了两次检查"), polished("系统老是卡顿，还没解决")
    ('会同公安开展了两次检查', '系统经常卡顿，尚未解决')
    """
    for pattern, better in _rows():
        text = _put(pattern, better, text)
    return text


def _put(pattern: re.Pattern[str], better: str, text: str) -> str:
    """The text with one row put in, unless a quotation or a particular would be lost by it."""
    if not pattern.search(text):
        return text
    new = pattern.sub(better, text)
    held = _HELD.findall(text)
    if held != _HELD.findall(new) or _keys(new) != _keys(text):
        return text
    return new


def _keys(text: str) -> list[str]:
    plain = _TOGETHER.sub("", text)
    return sorted(one.key for one in expressions(plain) if one.kind not in _NAMED)


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["from"]), row["to"]) for row in stock("spoken")["spoken"])

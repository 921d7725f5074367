"""Outlines compared -> the text of an outline of one's own: the usual sections, each still to be filled."""

from collections.abc import Sequence

from assistant.inserting import takeable
from assistant.paralleling import Topic
from index.errors import ShelfError

DIGITS = "零一二三四五六七八九"


def outset(topics: Sequence[Topic], among: int) -> str:
    """The sections that more than half of ``among`` reports have, in their usual order, numbered anew.

    Raises:
        ShelfError: ``no_usual_outline`` when the reports have no section in common.
    """
    usual = [topic for topic in topics if 2 * topic.reports > among]
    if not usual:
        raise ShelfError("no_usual_outline", count=among)
    return "\n".join(
        f"{numeral(place)}、{takeable(topic.name)}\n【待补充：{_plain(topic.name)}的内容】"
        for place, topic in enumerate(usual, 1)
    )


def numeral(value: int) -> str:
    """A Chinese numeral, 1 to 99, for a place in an outline.

    >>> [numeral(n) for n in (1, 10, 11, 20, 21)]
    ['一', '十', '十一', '二十', '二十一']
    """
    tens, ones = divmod(value, 10)
    return ("" if tens < 1 else "十" if tens == 1 else f"{DIGITS[tens]}十") + (DIGITS[ones] if ones else "")


def _plain(name: str) -> str:
    """A heading as a blank may name it: without particulars and without brackets of its own."""
    words = takeable(name)
    return "本节" if "【" in words else words

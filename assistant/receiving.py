"""Pieces as a model's server sends them -> pieces a draft may hold: no thoughts, no endless loops.

A reply that a chat template began with thoughts but no opening tag cannot be told while it arrives;
``without_thoughts`` puts the finished text right.
"""

import re
from typing import Final

_OPEN: Final = re.compile(r"<(think|thinking|thought|reasoning)>", re.IGNORECASE)
_CLOSE: Final = re.compile(r"</(think|thinking|thought|reasoning)>", re.IGNORECASE)
_TAGS: Final = ("<think>", "<thinking>", "<thought>", "<reasoning>")
_LONGEST: Final = len("</reasoning>")

WINDOW: Final = 40
"""Characters of the stretch that must not come back again and again."""
TIMES: Final = 4


class Thoughts:
    """Takes ``<think>…</think>`` out of a reply that is still arriving."""

    def __init__(self) -> None:
        self._held = ""
        self._inside = False

    def feed(self, piece: str) -> str:
        """The part of the reply that is no thought, as far as that can be told."""
        self._held += piece
        shown = ""
        while found := (_CLOSE if self._inside else _OPEN).search(self._held):
            if not self._inside:
                shown += self._held[: found.start()]
            self._held = self._held[found.end() :]
            self._inside = not self._inside
        if self._inside:
            self._held = self._held[-_LONGEST:]
            return shown
        cut = _half_tag(self._held)
        shown, self._held = shown + self._held[:cut], self._held[cut:]
        return shown

    def end(self) -> str:
        """What was held back and turned out to be text."""
        held, self._held = self._held, ""
        return "" if self._inside else held


def without_thoughts(text: str) -> str:
    """A whole reply without thoughts that only a closing tag ended.

    >>> without_thoughts("先想一想。</think>开会3次。")
    '开会3次。'
    """
    ends = [found.end() for found in _CLOSE.finditer(text)]
    return text[ends[-1] :].lstrip() if ends else text


def repeats(text: str) -> bool:
    """Whether the last 40 characters stand in the text four times: the model runs in a circle."""
    last = text[-WINDOW:]
    return len(last) == WINDOW and text.count(last) >= TIMES


def once(text: str) -> str:
    """A text that runs in a circle, cut after the first round; any other as it is.

    >>> once("开会。" + "加强学习，" * 60).count("加强学习")
    8
    """
    return text[: text.find(text[-WINDOW:]) + WINDOW] if repeats(text) else text


def _half_tag(text: str) -> int:
    """Offset at which an opening tag may have begun to arrive; the text's length when none has."""
    at = text.rfind("<")
    tail = text[at:].lower()
    return at if at >= 0 and any(tag.startswith(tail) for tag in _TAGS) else len(text)

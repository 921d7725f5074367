"""The noun of proof-reading: Slip."""

from dataclasses import dataclass
from typing import Final

from index.types import Span

_READABLE: Final = 3
"""Characters from which a slip is understood by itself."""
_AROUND: Final = 4
"""Characters shown on either side of a shorter one."""


@dataclass(frozen=True, slots=True, order=True)
class Slip:
    """A place of a text whose form is wrong, and what it should read where that is certain."""

    span: Span
    kind: str
    """number_gap, number_repeat, number_start, number_form, number_level, unbalanced, stray_mark,
    half_width, straight_quote, ellipsis, repeated_word, repeated_particle, cut,
    needless_mark, figure or word."""
    text: str
    """``span.of(source)``."""
    better: str | None = None
    """What it should read; None where only the writer can tell."""
    row: str = ""
    """Id of the row of the lexicon that found it, by which it can be switched off."""
    hint: str = ""
    """What a rule says of it where only the writer can tell: 得, 只留一个, 核对日期."""


def shown(text: str, slip: Slip) -> tuple[str, str | None]:
    """(a slip, what it should read) in words a reader finds again: a short one with its neighbours.

    >>> shown("各项工作开展的扎实有效。", Slip(Span(6, 7), "word", "的", "得"))
    ('…工作开展的扎实有效…', '…工作开展得扎实有效…')
    """
    before, after = ("", "") if len(slip.text) >= _READABLE else _around(text, slip.span)
    better = None if slip.better is None else before + slip.better + after
    return before + slip.text + after, better


def _around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and behind a place in its line, a few characters of it."""
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    start, stop = max(begin, span.start - _AROUND), min(end, span.end + _AROUND)
    before = ("…" if start > begin else "") + text[start : span.start]
    return before, text[span.end : stop] + ("…" if stop < end else "")


def fixed(text: str, slips: tuple[Slip, ...]) -> str:
    """A text with every slip put right that says what it should read; all else stays, to the letter.

    >>> fixed("布署工作", (Slip(Span(0, 2), "word", "布署", "部署"),))
    '部署工作'
    """
    out, at = [], 0
    for slip in sorted(slip for slip in slips if slip.better is not None):
        if slip.span.start >= at:
            out += [text[at : slip.span.start], slip.better or ""]
            at = slip.span.end
    return "".join((*out, text[at:]))

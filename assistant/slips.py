"""The noun of proof-reading: Slip."""

from dataclasses import dataclass

from index.types import Span


@dataclass(frozen=True, slots=True, order=True)
class Slip:
    """A place of a text whose form is wrong, and what it should read where that is certain."""

    span: Span
    kind: str
    """number_gap, number_repeat, number_start, number_form, number_level, unbalanced, stray_mark,
    half_width, straight_quote, ellipsis, repeated_word, repeated_particle, cut or word."""
    text: str
    """``span.of(source)``."""
    better: str | None = None
    """What it should read; None where only the writer can tell."""
    row: str = ""
    """Id of the row of the lexicon that found it, by which it can be switched off."""


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

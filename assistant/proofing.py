"""Text -> everything wrong with its form: numbering, punctuation, wording. Nothing is changed unasked."""

from collections.abc import Collection

from assistant.marking import marking
from assistant.misspelling import misspelling
from assistant.ordering import order
from assistant.slips import Slip, fixed

__all__ = ["Slip", "fixed", "proof"]


def proof(text: str, off: Collection[str] = ()) -> tuple[Slip, ...]:
    """The slips of a text, in order of their places.

    Args:
        text: Any text.
        off: Ids of rows of the lexicon that the user switched off.

    Returns:
        Slips with ``slip.span.of(text) == slip.text``; ``fixed`` puts right those that have a ``better``.
    """
    return tuple(sorted({*order(text), *marking(text), *misspelling(text, off)}, key=_place))


def _place(slip: Slip) -> tuple[int, int, str]:
    return (slip.span.start, slip.span.end, slip.kind)

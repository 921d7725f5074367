"""Text -> everything wrong with its form: numbering, punctuation, wording. Nothing is changed unasked."""

from collections.abc import Collection

from assistant.marking import marking
from assistant.misspelling import misspelling
from assistant.misusing import misusing
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
    told = {*order(text), *marking(text), *misspelling(text, off)}
    ruled = {slip for slip in misusing(text, off) if not any(_meet(slip, other) for other in told)}
    return tuple(sorted(told | ruled, key=_place))


def _meet(one: Slip, other: Slip) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _place(slip: Slip) -> tuple[int, int, str]:
    return (slip.span.start, slip.span.end, slip.kind)

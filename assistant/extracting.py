"""Text -> its expressions, and the sentences that could not be read: they are told, never passed over."""

from dataclasses import replace

from index.expressions import expressions
from index.sentences import sentences
from index.types import Expression, Span


def extract(text: str) -> tuple[tuple[Expression, ...], tuple[Span, ...]]:
    """Expressions of a text, sorted, and the spans of sentences the grammar tripped over."""
    try:
        return expressions(text), ()
    except Exception:  # whatever it was, the other sentences are still to be checked
        return _one_by_one(text)


def _one_by_one(text: str) -> tuple[tuple[Expression, ...], tuple[Span, ...]]:
    found: list[Expression] = []
    unread: list[Span] = []
    for sentence in sentences(text):
        try:
            found += [_moved(one, sentence.start) for one in expressions(sentence.of(text))]
        except Exception:  # as above
            unread.append(sentence)
    return tuple(found), tuple(unread)


def _moved(expression: Expression, by: int) -> Expression:
    span = Span(expression.span.start + by, expression.span.end + by)
    return replace(expression, span=span)

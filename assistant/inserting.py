"""Words taken over from a sample -> a draft's text with them at the cursor, their source on the sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.acting import replaced
from assistant.citing import align
from assistant.types import Origin, Sentence
from index.errors import ShelfError
from index.masking import mask
from index.types import Span

TYPED = re.compile("〈([^〈〉]*)〉")


def takeable(words: str) -> str:
    """A sample's words with its particulars as visible blanks: manner is taken over, matter is not.

    >>> takeable("召开专题会议12次，压实责任。")
    '召开专题会议【待补充：数】次，压实责任。'
    """
    return TYPED.sub(r"【待补充：\1】", mask(words).text)


def inserted(
    before: Sequence[Sentence], text: str, span: Span, words: str, passages: Sequence[str] = ()
) -> tuple[str, tuple[Sentence, ...]]:
    """A draft's text with words at ``span`` (empty: at the cursor), and its sentences.

    ``new == text[:span.start] + words + text[span.end:]``. A sentence the words now stand in bears
    ``passages`` besides what it rested on; all others stay as they were.

    Args:
        before: The sentences as they were.
        text: The text as it was.
        span: The selection the words take the place of.
        words: What is put there, as it is to stand.
        passages: Ids of the passages the words come from.

    Raises:
        ShelfError: ``place_outside`` when the span is not within the text.
    """
    if not 0 <= span.start <= span.end <= len(text):
        raise ShelfError("place_outside", start=span.start, end=span.end, length=len(text))
    new = replaced(text, span, words)
    put = Span(span.start, span.start + len(words))
    known, at, out = _places(before, text), 0, []
    for sentence in align(before, new):
        start = new.find(sentence.text, at)
        at = start + len(sentence.text)
        if words.strip() and start < put.end and at > put.start:
            former = [one for one, where in known if _meets(where, span) and one.text.strip()]
            sentence = _sourced(sentence, former, passages, whole=put.start <= start and at <= put.end)
        out.append(sentence)
    return new, tuple(out)


def _sourced(
    sentence: Sentence, former: Sequence[Sentence], passages: Sequence[str], *, whole: bool
) -> Sentence:
    """A sentence the words stand in: theirs alone, or what was there with them in it."""
    if whole:
        origin: Origin = "sample" if passages else "writer"
        return replace(sentence, facts=(), passages=tuple(passages), origin=origin)
    facts = dict.fromkeys(fact for one in former for fact in one.facts)
    named = dict.fromkeys([*(name for one in former for name in one.passages), *passages])
    return replace(sentence, facts=tuple(facts), passages=tuple(named), origin="writer")


def _places(sentences: Sequence[Sentence], text: str) -> list[tuple[Sentence, Span]]:
    found, at = [], 0
    for sentence in sentences:
        start = text.find(sentence.text, at)
        if start >= 0:
            at = start + len(sentence.text)
            found.append((sentence, Span(start, at)))
    return found


def _meets(one: Span, other: Span) -> bool:
    """Whether a sentence is changed at a selection; a cursor between two changes neither."""
    return one.start < other.end and other.start < one.end

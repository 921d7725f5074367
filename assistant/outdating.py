"""Formulations -> those that another took the place of, meant where they stand, and what is proposed.

The words of a formulation often say something else: 隐患动态清零 is no policy on a disease. So nothing is
renewed without the writer, but where the lexicon and the words before it leave no doubt.
"""

import re
from typing import Final

from assistant.stale import Stale, What
from assistant.stock import stock
from index.formulations import Formulation, formulations
from index.types import Span

_PAST: Final = re.compile("原|曾|时任|更名|改为|改称|改革前|以前|期间|时期|《[^》]*$")


def fits(one: Formulation, text: str) -> bool:
    """Whether the words where they stand are that formulation and not others that read alike."""
    around = stock("rolling")["fits"].get(one.name)
    if around is None:
        return True
    start = max(text.rfind(mark, 0, one.span.start) for mark in "。；\n") + 1
    ends = [at for mark in "。；\n" if (at := text.find(mark, one.span.end)) >= 0]
    sentence = text[start : min(ends, default=len(text))].replace(one.text, "")
    return any(word in sentence for word in around.split())


def meant(text: str, span: Span) -> bool:
    """Whether an outdated formulation stands there, in its own sense and not within a blank."""
    if text.rfind("【待补充", 0, span.start) > text.rfind("】", 0, span.start):
        return False
    return all(fits(one, text) for one in formulations(text) if one.span == span)


def outdated(text: str, year: int) -> list[Stale]:
    """Every formulation that was not said any more in ``year``, with what is said instead.

    A campaign that is over, with nothing in its place, is last year's matter and to be filled anew.
    """
    rows = []
    for one in formulations(text):
        if one.outdated(year) and not one.malformed and fits(one, text):
            what: What = "fill" if _sure(one, text) else "keep"
            rows.append(Stale("formulation", one.span, one.text, what, one.entry.next, "outdated"))
    return rows


def _sure(one: Formulation, text: str) -> bool:
    lead = text[max(0, one.span.start - 6) : one.span.start]
    if _PAST.search(lead):
        return False
    if not one.entry.next:
        return not one.entry.body
    words = stock("rolling")["sure"].get(one.name, "")
    return words == "*" or any(word in lead for word in words.split())

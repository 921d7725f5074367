"""Draft and facts -> the facts that the draft leaves out."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.asides import is_aside, is_caption
from assistant.grounding import Ground, Place, loose
from assistant.headwords import headwords
from assistant.supporting import supporters
from assistant.types import Fact

SHARE = 0.5
"""Share of a fact's words that must stand in one paragraph when none of its figures stands in the text: over
a whole report half of the words of any fact stand somewhere."""


def unused(
    text: str, places: Sequence[Place], facts: Sequence[Fact], ground: Ground, drawn: Iterable[str] = ()
) -> Iterator[Fact]:
    """Facts of which the text has neither an expression nor most of the words; words to the drafter are none.

    Args:
        text: The draft.
        places: Its expressions.
        facts: All facts.
        ground: What they state.
        drawn: Ids of facts that figures of the draft are reckoned from or names stand for.
    """
    used = {fact for place in places for fact in _taken(place, ground)} | set(drawn)
    present = [headwords(line) for line in text.splitlines() if line.strip()]
    whole = loose(text)
    for fact in facts:
        if is_aside(fact.text) or is_caption(fact.text):
            continue
        own = headwords(fact.text)
        said = any(len(own & words) >= SHARE * len(own) for words in present) if own else False
        if fact.id not in used and not said and loose(fact.text) not in whole:
            yield fact


def _taken(place: Place, ground: Ground) -> set[str]:
    """Facts a draft's expression is taken from: of several that state it those that share words with it."""
    stated = [other for other in supporters(place.expression, ground) if other.fact]
    near = {other.fact for other in stated if place.context & other.context}
    return near or {other.fact for other in stated}

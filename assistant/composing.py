"""Brief + hits -> draft without any model: the writer's facts, arranged and put into sentences.

Pure and deterministic for a seed. The laws it keeps (tested as written):
``F1`` every fact's words stand in the draft, in their order, unchanged but for punctuation, added verbs,
signs and spoken words that ``spelling`` and ``polishing`` are sure of (搞了 -> 开展了), heads of a table's
columns, and a connective or label in front (但是, 存在问题：) that tied it to what stood before it;
``F2`` no digit stands in the draft that stands in no fact and not in the heading;
``F3`` every fact id is carried by at least one sentence, unless the fact is only said to the drafter or asks
not to be written (``asides``);
``F4`` a sentence that states no fact is stock, sample or blank, and claims no deed and no result.
What it leaves out: beyond meetings first and honours last it weighs no fact, and it does not see causes.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.arranging_english import arrange_english, is_english, tell_english
from assistant.borrowing import borrow, suggest
from assistant.dividing import roles_of
from assistant.dressing import Manner
from assistant.facets import facet_of, facet_under
from assistant.phrasing import Phrasing
from assistant.types import Brief, Draft, Sentence
from assistant.writing import Writer
from index.types import Hit

_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
RICHEST_FIRST: Final = (
    Manner(manners=1, aims=1),
    Manner(manners=1),
    Manner(),
    Manner(opener=False),
    Manner(opener=False, labels=False),
)
"""Manners by falling length; a wished length takes the richest that fits. Facts are never left out."""


_USUAL: Final = 2
"""Place of the manner that is taken when no length is wished."""


def compose(brief: Brief, hits: Sequence[Hit], *, seed: int = 0) -> Draft:
    """Draft a section from the writer's facts alone.

    Args:
        brief: Heading, facts, length (0 leaves it to the facts), style, year.
        hits: Passages of the shelf, best first; they give phrases and suggestions, never matter.
        seed: Another seed words leads, aim and opener differently; the facts stay.

    Returns:
        A draft of model ``none`` without findings.
    """
    if not _CHINESE.search(brief.section + "".join(fact.text for fact in brief.facts)):
        return Draft(brief, arrange_english(brief, seed), tuple(hits))
    own = "\n".join([brief.section, *(fact.text for fact in brief.facts)])
    shown = [facet_of(brief.section), *(facet_under(fact.text, brief.section) for fact in brief.facts)]
    facets = [facet for facet in shown if facet]
    borrowed = borrow(
        hits,
        "\n".join([own, *(word for facet in facets for word in (facet.topic, *facet.labels, *facet.near))]),
    )
    sentences = _fitting(
        brief, hits, Phrasing(brief.section, own, borrowed, seed, [hit.passage for hit in hits])
    )
    suggestions = suggest(hits, own, facets, roles_of(brief.section)[0])
    return Draft(brief, sentences, tuple(hits), suggestions)


def _fitting(brief: Brief, hits: Sequence[Hit], phrasing: Phrasing) -> tuple[Sentence, ...]:
    """The richest wording within the wished length, the barest if none is."""
    manners = RICHEST_FIRST if brief.length > 0 else RICHEST_FIRST[_USUAL : _USUAL + 1]
    drafted: tuple[Sentence, ...] = ()
    english = tuple(fact for fact in brief.facts if is_english(fact))
    chinese = replace(brief, facts=tuple(fact for fact in brief.facts if fact not in english))
    for manner in manners:
        drafted = ()
        if chinese.facts or not english:
            drafted = Writer(chinese, hits, replace(phrasing, used=[]), manner).write()
        drafted += tell_english(english, drafted[-1].paragraph + 1 if drafted else 0)
        if sum(len(sentence.text) for sentence in drafted) <= brief.length:
            break
    return drafted

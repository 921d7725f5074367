"""Sentences and facts -> the sentences with the facts they plainly state, though no mark says so.

Conservative: a fact is taken for a sentence when a particular of the sentence is stated by that fact alone
and they share a word besides, or when most words of the fact and one of its particulars stand in the
sentence. What is uncertain stays without a source, in plain sight.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.extracting import extract
from assistant.grounding import NAMES, Ground, ground, located
from assistant.headwords import headwords
from assistant.supporting import supporters
from assistant.types import Fact, Sentence

MOST: Final = 0.7
"""Share of a fact's words that must stand in a sentence that is to state it."""
LEAST: Final = 3
"""Pairs of characters that are the least a fact can be told by: two words, about."""


def source(sentences: Sequence[Sentence], facts: Sequence[Fact]) -> tuple[Sentence, ...]:
    """Sentences without a fact get those they plainly state; a mark that names the wrong fact is put right.

    A mark is only overruled where the sentence has nothing at all in common with the fact it names and a
    particular of it is stated by another fact.
    """
    if not facts:
        return tuple(sentences)
    desk = _Desk(tuple(facts), ground(facts), {fact.id: _figures(fact.text) for fact in facts})
    return tuple(_sourced(sentence, desk) for sentence in sentences)


@dataclass(frozen=True, slots=True)
class _Desk:
    facts: tuple[Fact, ...]
    ground: Ground
    keys: dict[str, frozenset[str]]
    """Fact id -> keys of its particulars."""


def _sourced(sentence: Sentence, desk: _Desk) -> Sentence:
    if sentence.origin not in ("fact", "model"):
        return sentence
    told = tuple(dict.fromkeys(_by_particulars(sentence, desk)))
    if not sentence.facts:
        found = {*told, *_by_words(sentence, desk)}
        stated = tuple(fact.id for fact in desk.facts if fact.id in found)
        return replace(sentence, facts=stated, origin="fact") if stated else sentence
    missed = [fact for fact in told if fact not in sentence.facts]
    if not missed:
        return sentence
    kept = [fact for fact in sentence.facts if fact in told or _related(sentence, fact, desk)]
    return replace(sentence, facts=(*kept, *missed))


def _by_particulars(sentence: Sentence, desk: _Desk) -> Iterator[str]:
    """Facts that alone state a particular of the sentence and share a word, or the name itself, with it."""
    for place in located(sentence.text, extract(sentence.text)[0]):
        if place.expression.kind == "blank":
            continue
        stated = [other for other in supporters(place.expression, desk.ground) if other.fact]
        if len({other.fact for other in stated}) > 1:
            stated = [other for other in stated if place.head & other.head]
        if len({other.fact for other in stated}) != 1:
            continue
        if place.expression.kind in NAMES or any(place.context & other.context for other in stated):
            yield stated[0].fact


def _by_words(sentence: Sentence, desk: _Desk) -> Iterator[str]:
    """Facts most of whose words stand in the sentence, and one of whose particulars if they have any."""
    words = headwords(sentence.text)
    keys = _figures(sentence.text)
    for fact in desk.facts:
        own = headwords(fact.text)
        said = len(own & words)
        enough = said >= LEAST and said >= MOST * len(own)
        if enough and (not desk.keys[fact.id] or keys & desk.keys[fact.id]):
            yield fact.id


def _related(sentence: Sentence, fact_id: str, desk: _Desk) -> bool:
    """Whether sentence and fact have a word or a particular in common."""
    text = next(fact.text for fact in desk.facts if fact.id == fact_id)
    same = _figures(sentence.text) & desk.keys[fact_id]
    return bool(same or headwords(sentence.text) & headwords(text))


def _figures(text: str) -> frozenset[str]:
    return frozenset(one.key for one in extract(text)[0] if one.kind != "blank")

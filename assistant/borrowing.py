"""Hits -> phrases that may be borrowed (leads, manners, aims), and what samples say that no fact does.

A phrase may be borrowed when it claims nothing: it holds no expression (figure, date, name, title …), it is
short, and each of its words is either plain (坚持, 问题导向, 落到实处) or one of the writer's own. Words for
people and bodies are taken from the writer only. ``I``: no phrase holds a word from outside those two sets.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from assistant.facets import Facet, entities_in, facet_of
from assistant.stock import words
from assistant.types import Suggestion
from index.expressions import expressions
from index.masking import mask
from index.sentences import clauses, sentences
from index.types import Hit, Passage, Span

Use = Literal["label", "manner", "aim", "frame"]
TOPIC: Final = "〈题〉"
"""Stands in a frame for the writer's own topic (坚持把〈题〉摆在突出位置)."""

LONGEST: Final = 12
"""Characters of a borrowed phrase: from 13 in a row the gate calls it copied."""
SUGGESTIONS: Final = 5
_FRAME: Final = re.compile(
    r"(?P<head>(?:始终坚持|坚持|始终|切实|牢牢)?把).{2,24}?(?P<tail>(?:作为|摆在|摆上|放在|抓在|扛在)[\u4e00-\u9fff]{2,10})"
)
_LEAST: Final = 20
_SUGGESTED: Final = 90
"""Least and most characters of a suggestion: a heading run in says nothing, a long list is not read."""
_LEADING: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}是(?:要)?|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|同时，|此外，|并且?|要)"
)
_DOUBLED: Final = re.compile(r"(?=((.)\2))")
_LABEL: Final = 9
"""Characters of a borrowed label: longer ones do not read as the lead of a point."""
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff、]+")
_DANGLING: Final = tuple("把以将作为的和与及在对到向等中于")
_TAKES_OBJECT: Final = re.compile(r"^(?:始终|坚持|切实|牢牢)?(?:把|将|以)(?!上率下)")
_COMPLETES: Final = re.compile(r"作为|摆[在上]|放在|抓在|落到|贯穿|以.{1,6}[促带推强]")
_DEEDS: Final = re.compile(
    r"召开|开展|组织|制定|制订|印发|举办|建立|成立|签订|观看|出台|修订|编制|走访|培训|排查|检查|学习|参观|发放|搭建|推行|设立"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a sample. ``facet`` is the facet of the sentence it stands in, or None."""

    text: str
    use: Use
    facet: Facet | None
    passage_id: str


def borrow(hits: Sequence[Hit], own: str) -> tuple[Phrase, ...]:
    """The phrases of the hits that claim nothing, in the order of the hits, each once.

    Args:
        hits: Passages of the shelf, best first.
        own: The writer's own words (heading and facts): a phrase may use them.
    """
    seen: set[str] = set()
    found: list[Phrase] = []
    for hit in hits:
        for phrase in _phrases(hit.passage, own):
            if phrase.text not in seen:
                seen.add(phrase.text)
                found.append(phrase)
    return tuple(found)


def suggest(hits: Sequence[Hit], own: str, groups: Sequence[Facet]) -> tuple[Suggestion, ...]:
    """Sample sentences, masked, that tell of deeds of these facets which the writer's words do not."""
    found: list[Suggestion] = []
    told = _pairs(own)
    for hit in hits:
        for span in sentences(hit.passage.text):
            text = _LEADING.sub("", span.of(hit.passage.text))
            if (
                not _LEAST <= len(text) <= _SUGGESTED
                or not _DEEDS.search(text)
                or facet_of(text) not in groups
            ):
                continue
            pairs = _pairs(text)
            if len(pairs) < 6 or len(pairs & told) > len(pairs) * 0.4:
                continue
            told |= pairs
            found.append(Suggestion(mask(text).text, hit.passage.id))
            break
    return tuple(found[:SUGGESTIONS])


def is_licensed(text: str, own: str) -> bool:
    """Whether every word of a phrase is plain or the writer's own; entities must be the writer's own."""
    if any(entity not in own for entity in entities_in(text)):
        return False
    reached = {0}
    for start in range(len(text)):
        if start not in reached:
            continue
        if text[start] in "、，":
            reached.add(start + 1)
        reached.update(start + len(word) for word in _plain_at(text[start]) if text.startswith(word, start))
        reached.update(
            end for end in range(start + 2, min(len(text), start + 8) + 1) if text[start:end] in own
        )
    return len(text) in reached


def _phrases(passage: Passage, own: str) -> Iterator[Phrase]:
    held = [one.span for one in expressions(passage.text)]
    for sentence in sentences(passage.text):
        facet = facet_of(sentence.of(passage.text))
        for clause in clauses(sentence.of(passage.text)):
            whole = Span(sentence.start + clause.start, sentence.start + clause.end)
            text, use = _usable(whole.of(passage.text), is_sentence=len(clause) == len(sentence))
            frame = _framed(whole.of(passage.text))
            if frame:
                yield Phrase(frame, "frame", facet, passage.id)
            if use and not any(_overlap(whole, one) for one in held) and is_licensed(text, own):
                yield Phrase(text, use, facet, passage.id)


def _usable(clause: str, *, is_sentence: bool) -> tuple[str, Use | None]:
    """A clause without its mark and its final mark, and what it can serve as."""
    text = _LEADING.sub("", clause.strip()).rstrip("，。；：、！")
    if not 4 <= len(text) <= LONGEST or not _CHINESE.fullmatch(text) or "了" in text:
        return text, None
    if text.endswith(_DANGLING) or (_TAKES_OBJECT.match(text) and not _COMPLETES.search(text)):
        return text, None
    if any(pair not in words("attitudes", "doubled") for pair, _ in _DOUBLED.findall(text)):
        return text, None
    names = len(text) <= _LABEL and text.startswith(words("attitudes", "label"))
    if is_sentence or (names and facet_of(text)):
        return text, "label" if names else None
    if text.startswith(words("attitudes", "aim")):
        return text, "aim"
    return text, "manner" if text.startswith(words("attitudes", "lead")) else None


def _framed(clause: str) -> str:
    """A clause that says how a topic is held, its topic taken out; empty if the clause is none."""
    found = _FRAME.fullmatch(_LEADING.sub("", clause.strip()).rstrip("，。；：、"))
    if not found or not all(is_licensed(part, "") for part in found.group("head", "tail")):
        return ""
    return found["head"] + TOPIC + found["tail"]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=512)
def _plain_at(first: str) -> tuple[str, ...]:
    return tuple(word for word in words("attitudes", "plain") if word[0] == first)


def _pairs(text: str) -> set[str]:
    plain = re.sub(r"[^\u4e00-\u9fff]", "", text)
    return {plain[at : at + 2] for at in range(len(plain) - 1)}

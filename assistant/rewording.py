"""Words of a text -> other words for the same matter, by rule and after samples; no model.

Each act gives texts in which every figure, date, name, title and blank of the first one stands as before:

    particulars(text) == particulars(other.text)
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from assistant.borrowing import Phrase, borrow
from assistant.claiming import AIM, CLAIM, HOPE
from assistant.facets import facet_of
from assistant.headwords import headwords
from assistant.stock import stock, words
from index.expressions import expressions
from index.formulations import formulations
from index.sentences import clauses, sentences
from index.types import Hit, Span

_PAIRED: Final = re.compile(r"《[^》]*》|“[^”]*”|【[^】]*】|「[^」]*」|\"[^\"]*\"")
_ENDS: Final = "。！？；，、：.!?;,: \n\t"
_STATED: Final = 0.5
"""Share of a clause's words that facts must hold for the clause to be matter, which shortening keeps."""
_EVERYDAY: Final = ("百姓",)
"""Set formulations that are ordinary words as well: 老百姓 is written 群众."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """Other words for a text, and the passages of the shelf they follow."""

    text: str
    passages: tuple[str, ...] = ()


def particulars(text: str) -> Counter[str]:
    """Keys of the figures, dates, names and titles of a text with how often it says each; no blanks."""
    return Counter(one.key for one in expressions(text) if one.kind != "blank")


def formal(text: str) -> Iterator[Reworded]:
    """Spoken words as a report writes them; nothing when there are none."""
    yield from _changed(text, _put(text, "formal"))


def tighter(text: str) -> Iterator[Reworded]:
    """The same clauses in fewer words; nothing when there are none to spare."""
    yield from _changed(text, _put(text, "tight"))


def shorten(text: str, own: str) -> Iterator[Reworded]:
    """Shorter texts, the gentler first: fewer words, then without the clauses that only tell an attitude.

    Args:
        text: What is to be shortened.
        own: The writer's facts; a clause that says what they say is kept.
    """
    yield from tighter(text)
    bare = "".join(_without_manner(text, own))
    if bare.strip() and bare != text:
        yield from _changed(text, _put(bare, "tight"))


def vary(text: str, hits: Sequence[Hit], own: str) -> Iterator[Reworded]:
    """Other words that samples write in such a place, one exchange each, then all of them at once."""
    exchanges = list(_exchanges(text, hits))
    for span, other, passage in exchanges:
        yield from _changed(text, text[: span.start] + other + text[span.end :], (passage,))
    if len({span for span, _, _ in exchanges}) > 1:
        out, used, last = text, [], len(text)
        for span, other, passage in sorted(exchanges, key=lambda one: -one[0].start):
            if span.end <= last:
                out, last = out[: span.start] + other + out[span.end :], span.start
                used.append(passage)
        yield from _changed(text, out, tuple(dict.fromkeys(used)))
    yield from _other_phrases(text, hits, own)
    held = _locked(text)
    for pattern, better in _rows("order"):
        for turned in pattern.finditer(text):
            new = _exchanged(turned, better, held)
            yield from _changed(text, text[: turned.start()] + new + text[turned.end() :])


def rewrite(text: str, hits: Sequence[Hit], own: str) -> Iterator[Reworded]:
    """The text written formally and tightly, then with words that samples write in such a place."""
    plain = _put(_put(text, "formal"), "tight")
    yield from _changed(text, plain)
    for other in vary(plain, hits, own):
        yield from _changed(text, other.text, other.passages)


def _changed(text: str, other: str, passages: tuple[str, ...] = ()) -> Iterator[Reworded]:
    if other != text and particulars(other) == particulars(text):
        yield Reworded(other, passages)


def _put(text: str, table: str) -> str:
    """The text with the rows of a table put in, each where nothing locked is lost."""
    for pattern, better in _rows(table):
        if pattern.search(text):
            text = pattern.sub(partial(_exchanged, better=better, locked=_locked(text)), text)
    return text


def _exchanged(found: re.Match[str], better: str, locked: Sequence[Span]) -> str:
    new = found.expand(better)
    for span in locked:
        inside = found.start() < span.end and span.start < found.end()
        if inside and found.string[span.start : span.end] not in new:
            return found[0]
    return new


@lru_cache(maxsize=4)
def _rows(table: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["from"]), row["to"]) for row in stock("revising")[table])


def _locked(text: str) -> list[Span]:
    """Where a text says particulars, set formulations or what stands in quotes."""
    spans = [one.span for one in expressions(text)] + [
        one.span for one in formulations(text) if one.name not in _EVERYDAY
    ]
    return spans + [Span(*found.span()) for found in _PAIRED.finditer(text)]


def _without_manner(text: str, own: str) -> Iterator[str]:
    """Sentence by sentence without clauses of attitude; a sentence of nothing else goes if others stay."""
    whole = list(sentences(text))
    kept = [
        [part for part in clauses(one.of(text)) if not _is_manner(part.of(one.of(text)), own)]
        for one in whole
    ]
    at = 0
    for one, parts in zip(whole, kept, strict=True):
        yield text[at : one.start] if at else text[: one.start]
        at = one.end
        said = one.of(text)
        if len(parts) == len(clauses(said)) or (not parts and not any(kept)):
            yield said
        elif parts:
            body, end = ending(said)
            yield "".join(part.of(said) for part in parts).strip().rstrip("，,；; ").removesuffix(end) + end
    yield text[at:]


def _is_manner(clause: str, own: str) -> bool:
    """Whether a clause tells an attitude or aim only: no particular, nothing done, nothing of the facts."""
    plain = clause.strip().strip(_ENDS)
    lead = plain.startswith(words("attitudes", "lead") + words("attitudes", "aim")) or AIM.match(plain)
    if not plain or not lead or plain.startswith(("把", "将", "以", "按照", "根据", "针对")) or plain in own:
        return False
    if particulars(plain) or _PAIRED.search(plain) or (CLAIM.search(plain) and not HOPE.match(plain)):
        return False
    said = headwords(plain)
    return not said or len(said & headwords(own)) < _STATED * len(said)


def ending(text: str) -> tuple[str, str]:
    """(words, final marks with blanks) of a text; ``words + marks == text``."""
    body = text.rstrip(_ENDS)
    return body, text[len(body) :]


def _exchanges(text: str, hits: Sequence[Hit]) -> Iterator[tuple[Span, str, str]]:
    """(where, other word, passage that writes it so), each place and word once."""
    locked = _locked(text)
    for row in stock("revising")["group"]:
        names = sorted(row["words"], key=len, reverse=True)
        for found in re.finditer("|".join(names), text):
            span = Span(*found.span())
            if any(span.start < one.end and one.start < span.end for one in locked):
                continue
            for other in row["words"]:
                before = text[: span.start]
                extra = other.removesuffix(found[0]) if other.endswith(found[0]) else ""
                if other == found[0] or (extra and before.endswith((extra, *words("revising", "leading")))):
                    continue
                after = text[span.end : span.end + 2]
                if passage := _attested(other, after, hits, bool(row.get("free"))):
                    yield span, other, passage


def _attested(word: str, after: str, hits: Sequence[Hit], free: bool) -> str:
    """Id of the first passage that writes a word before these characters, else, if free, anywhere."""
    exact = [hit.passage.id for hit in hits if len(after) == 2 and word + after in hit.passage.text]
    anywhere = [hit.passage.id for hit in hits if free and word in hit.passage.text]
    return next(iter((*exact, *anywhere)), "")


def _other_phrases(text: str, hits: Sequence[Hit], own: str) -> Iterator[Reworded]:
    """Each attitude clause of the text exchanged for one that samples write of the same facet."""
    borrowed: tuple[Phrase, ...] | None = None
    for one in sentences(text):
        for part in clauses(one.of(text)):
            clause = part.of(one.of(text))
            if not _is_manner(clause, own):
                continue
            borrowed = borrow(hits, own + text) if borrowed is None else borrowed
            plain, end = ending(clause)
            facet = facet_of(plain) or facet_of(text)
            last = one.start + part.end == one.end
            use = "aim" if plain.startswith(words("attitudes", "aim")) or last else "manner"
            others = [p for p in borrowed if p.use == use and p.text not in text and p.facet == facet]
            for phrase in others[:2]:
                start = one.start + part.start
                new = text[:start] + phrase.text + end + text[start + len(clause) :]
                yield from _changed(text, new, (phrase.passage_id,))

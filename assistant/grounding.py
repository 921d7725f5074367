"""Facts, heading and year -> all that they state, each expression with what it is said of."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from assistant.extracting import extract
from assistant.headwords import headwords
from assistant.overlooked import overlooked
from assistant.types import Fact
from index.folding import fold
from index.numerals import bounds
from index.sentences import clauses, sentences
from index.types import Expression, Span

LOOSE = re.compile(r"[\s“”‘’\"'「」『』〈〉]+")
NAMES = frozenset(("title", "organisation", "person", "place", "meeting", "slogan", "docno", "article"))
"""Kinds that name something: words of the text, not figures put to it."""
AND = re.compile("、|和|及|以及|并|, and |and |while |whereas |but ")
DEALT = re.compile("分别|依次|各(?=[召开举组])|respectively")
WIDE, NEAR = 400, 60
"""Characters of the longest clause that is read as one, and around a figure of a longer one."""
UNIT = 4
"""Characters of a unit at most."""
ROW = re.compile(r"[^，,：:。]{1,16}[：:]([^，,：:。]+)[，,](?=[^，,：:。]{1,16}[：:])")
"""A row of a table as a fact: 项目：走访，数量：12户 says 12户 of 走访, not of 数量."""
SHORT_YEAR = re.compile(r"(?<![\d.])(?:0\d|[7-9]\d)(?=年(?!轻|以|内|来|间|多|[，。；、]|$))")
"""A year by its last two digits: 05年造的, 98年装的."""
OF_YEAR = re.compile(r"(?<!\d)(20\d\d)年度")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|[-./]|度|\b)")


@dataclass(frozen=True, slots=True)
class Place:
    """An expression where it stands in a text."""

    expression: Expression
    clause: str
    """The clause around it."""
    rest: str
    """The clause without its expressions."""
    head: frozenset[str]
    """Words of its clause, else of the nearest clause before it in the sentence that has any."""
    context: frozenset[str]
    """Words of its sentence."""
    fact: str = ""
    """Id of the fact it stands in; empty in a draft and in the heading."""
    said: str = ""
    """Text of that fact."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a draft may state."""

    places: tuple[Place, ...]
    texts: tuple[str, ...]
    """Facts and heading, folded."""
    joined: str
    """The same without blanks and quotes, parted by newlines."""
    years: frozenset[str]
    """Years that the brief, the facts or the heading name."""
    by_key: Mapping[str, tuple[Place, ...]]
    year: str = ""
    """Year of the report, when the brief names it."""
    bare: tuple[tuple[Decimal, str], ...] = ()
    """Numerals of the facts that the grammar passes over (一百二十户), each with the characters after it."""
    by_value: Mapping[tuple[Decimal | None, Decimal | None], tuple[Place, ...]] = field(default_factory=dict)
    """Places by the bounds of their figures."""
    by_fact: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    """Places by the fact they stand in."""


def ground(facts: Sequence[Fact], section: str = "", year: int | None = None) -> Ground:
    """All that facts, heading and year of the report state."""
    places: list[Place] = []
    bare: list[tuple[Decimal, str]] = []
    for fact in facts:
        found = extract(fact.text)[0]
        places += located(fact.text, found, fact.id)
        bare += _bare(fact.text, found)
    places += located(section, extract(section)[0])
    by_key: dict[str, list[Place]] = {}
    for place in places:
        by_key.setdefault(place.expression.key, []).append(place)
    by_value: dict[tuple[Decimal | None, Decimal | None], list[Place]] = {}
    for place in places:
        by_value.setdefault((place.expression.low, place.expression.high), []).append(place)
    by_fact: dict[str, list[Place]] = {}
    for place in places:
        by_fact.setdefault(place.fact, []).append(place)
    texts = tuple(fold(text).text for text in [*(fact.text for fact in facts), section])
    years = {found for text in texts for found in YEAR.findall(text)} | ({str(year)} if year else set())
    years |= {century(found) for text in texts for found in SHORT_YEAR.findall(text)}
    return Ground(
        tuple(places),
        texts,
        "\n".join(loose(text) for text in texts),
        frozenset(years),
        {key: tuple(same) for key, same in by_key.items()},
        str(year) if year else "",
        tuple(bare),
        {value: tuple(same) for value, same in by_value.items()},
        {fact: tuple(same) for fact, same in by_fact.items()},
    )


def century(short: str) -> str:
    """The year that two digits say: 05 is 2005, 98 is 1998."""
    return ("20" if short.startswith("0") else "19") + short


def _bare(text: str, found: Sequence[Expression]) -> Iterator[tuple[Decimal, str]]:
    for span in overlooked(text, found):
        both = bounds(fold(span.of(text)).text)
        if both is not None and both[0] == both[1]:
            yield both[0], fold(text[span.end : span.end + UNIT]).text


def years_of(place: Place, ground: Ground) -> frozenset[str]:
    """Years a date without one may be of: those its own fact names and that of the report.

    Also that of the notes themselves: 2025年度. Without any, every year that facts or heading name.
    """
    own = _named_years(place.said) | ({ground.year} if ground.year else set())
    own |= _own_years(ground.texts)
    return own or ground.years


@lru_cache(maxsize=8)
def _own_years(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(year for text in texts for year in OF_YEAR.findall(text))


@lru_cache(maxsize=1024)
def _named_years(text: str) -> frozenset[str]:
    return frozenset(YEAR.findall(fold(text).text))


def located(text: str, found: Iterable[Expression], fact: str = "") -> Iterator[Place]:
    """Expressions of a text (sorted) with the words around them."""
    waiting = list(found)
    starts = [one.span.start for one in waiting]
    row = ROW.match(text) if fact else None
    named = headwords(row[1]) if row else frozenset[str]()
    for sentence in sentences(text):
        head: frozenset[str] = frozenset()
        inside = waiting[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        context = headwords(_without(text, sentence, inside))
        for clause in _parts(text, sentence, inside):
            here = _inside(clause, inside)
            if len(clause) > WIDE:
                yield from _apart(text, here, context, fact)
                continue
            rest = _without(text, clause, here)
            head = headwords(rest) or head
            for expression in here:
                yield Place(
                    expression, clause.of(text), rest, head | named, context, fact, text if fact else ""
                )


def _inside(clause: Span, found: list[Expression]) -> list[Expression]:
    """Expressions (sorted) that begin in a clause."""
    low = bisect_left(found, clause.start, key=lambda one: one.span.start)
    return found[low : bisect_left(found, clause.end, key=lambda one: one.span.start)]


def _apart(text: str, found: Sequence[Expression], context: frozenset[str], fact: str) -> Iterator[Place]:
    """Expressions of a clause without end, each with the characters around it alone."""
    for at, one in enumerate(found):
        around = Span(max(0, one.span.start - NEAR), min(len(text), one.span.end + NEAR))
        rest = _without(text, around, found[max(0, at - NEAR) : at + NEAR])
        yield Place(one, around.of(text), rest, headwords(rest), context, fact, text if fact else "")


def _parts(text: str, sentence: Span, found: list[Expression]) -> Iterator[Span]:
    """Clauses of a sentence, those with several figures divided at the 、 or 和 between them.

    Not where 分别 deals figures out to names that stand elsewhere.
    """
    for part in clauses(sentence.of(text)) if found else ():
        start, end = part.start + sentence.start, part.end + sentence.start
        figures = [e for e in _inside(Span(start, end), found) if e.kind not in NAMES]
        if not DEALT.search(text, start, end):
            for one, other in pairwise(figures):
                marks = [mark.end() for mark in AND.finditer(text, one.span.end, other.span.start)]
                if marks:
                    cut = marks[0] if AND.match(text, one.span.end) else marks[-1]
                    yield Span(start, cut)
                    start = cut
        yield Span(start, end)


def loose(text: str) -> str:
    """A text as names and titles are compared: folded, without blanks and quotes."""
    return LOOSE.sub("", fold(text).text)


def _without(text: str, span: Span, found: Iterable[Expression]) -> str:
    """The words of ``span`` with each figure and date in it replaced by a blank; names stay."""
    out, at = "", span.start
    for expression in found:
        start, end = max(expression.span.start, at), min(expression.span.end, span.end)
        if end > start and expression.kind not in NAMES:
            out += text[at:start] + " "
            at = end
    return out + text[at : span.end]

"""Draft and facts -> findings: what the facts do not state, and where it may come from. The gate.

Pure, and the same for the same input. Every figure, date, title and name of a draft must be stated by a
fact, by the heading or by the year of the report. What is not is told by the first of these that fits:
reckoned from facts it shares words with (derived), stands in a sample (leaked), has its number stated in
another measure (misplaced), may be reckoned (derived), else unsupported. A stated one may still be said of
something else (misplaced). What it cannot see: degree, and a stated deed told of another body.
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from assistant.claiming import in_short, unasked
from assistant.clashing import clashes
from assistant.conflicting import conflicts
from assistant.copying import copied
from assistant.deriving import Derivation, derive
from assistant.extracting import extract
from assistant.grounding import Ground, Place, ground, located, loose
from assistant.hiding import hidden
from assistant.leaking import Leak, Leaks, leaked
from assistant.naming import alias
from assistant.outdating import fits
from assistant.overlooked import overlooked
from assistant.paraphrasing import Lines
from assistant.placing import namesake
from assistant.proper import strangers
from assistant.qualifying import overstated
from assistant.rereading import reread
from assistant.supporting import counts_listed, is_number, is_stated, reads_so, supporters
from assistant.swapping import BLANKS, CHINESE, Around, swapped
from assistant.telling import Language, tell
from assistant.totalling import totals, totals_of
from assistant.types import Fact, Finding
from assistant.using import unused
from index.formulations import formulations
from index.sentences import sentences
from index.types import Expression, Span

__all__ = ["Leak", "Leaks", "check"]

QUOTED = 60
"""Characters of a text that a message quotes at most."""
QUOTES = '“”‘’「」" '
ACCUSING = frozenset(("unasked", "unsupported", "leaked", "misplaced"))
"""Kinds that say a draft is wrong: they stand only when the facts in written words bear them out too."""
ACCUSED = 120
"""Accusations at most that are read again: a draft with more says nothing that the facts say."""
UNDONE = re.compile(r"(?:未|没有?|尚未|无法|未能|不能)\Z")
"""Before a degree that is not reached: 未按期, 没有全部."""
ORDERED = re.compile(r"(?<![\w,] )(?:First|Second|Last),")
"""The first of several points, and no honour."""
PATIENCE_S = 5.0
"""Seconds after which sentences are read one by one, and as many again until the rest is told as unchecked.

3,000 characters take less than a tenth of one.
"""


def check(
    text: str,
    facts: Sequence[Fact],
    *,
    year: int | None = None,
    leaks: Leaks | None = None,
    section: str = "",
) -> tuple[Finding, ...]:
    """Findings of a text, sorted by where they begin.

    Args:
        text: The draft; spans of findings are in its code points.
        facts: What the writer states.
        year: Year of the report; completes 3月24日 to 2023年3月24日.
        leaks: The shelf's particulars; without it nothing is told as leaked.
        section: Heading of the section; what it states counts as stated.
    """
    language: Language = "zh" if CHINESE.search(text) or not text.strip() else "en"
    gate = _Gate(text, ground(facts, section, year), language, time.monotonic() + PATIENCE_S)
    findings = gate.kept(lambda: gate.read(year, leaks), lambda: gate.one_by_one(year, leaks))
    if 0 < sum(one.kind in ACCUSING for one in findings) <= ACCUSED:
        findings = gate.upheld(findings, facts, section, year)
    whole = (lambda: gate.contradictions(facts), lambda: gate.left_out(facts))
    for stage in (lambda: gate.taken_over(leaks), *whole):
        findings += gate.kept(stage, gate.unread)
    return tuple(sorted(set(findings), key=lambda finding: (finding.span, finding.kind, finding.text)))


@dataclass(frozen=True, slots=True)
class _Gate:
    """A text with what it may state."""

    text: str
    ground: Ground
    language: Language
    ends: float
    """When the patience is over, on the monotonic clock."""
    drawn: set[str] = field(default_factory=set)
    """Facts that figures are reckoned from and names stand for."""

    def kept(
        self, stage: Callable[[], Iterable[Finding]], otherwise: Callable[[], Iterable[Finding]]
    ) -> list[Finding]:
        """What a stage finds; where it trips, whatever it was, what is told instead."""
        try:
            return list(stage())
        except Exception:  # nothing that a text holds may keep the rest of it from being checked
            return list(otherwise())

    def read(self, year: int | None, leaks: Leaks | None) -> Iterator[Finding]:
        """All that can be told of each sentence by itself."""
        found, unread = extract(self.text)
        places = list(located(self.text, found))
        for span in unread:
            yield self.finding("unchecked", span, "gate_unchecked")
        for span in hidden(self.text):
            yield self.finding("malformed", span, "gate_hidden")
        for one in found:
            if one.kind == "blank":
                yield self.finding("blank", one.span, "gate_blank")
        yield from self.judged([place for place in places if place.expression.kind != "blank"], leaks)
        yield from self.formulated(year)
        yield from self.numerals(found)
        yield from self.claims([*(one.span for one in found), *overlooked(self.text, found), *unread])
        yield from self.totals(places)
        for span in strangers(self.text, [one.span for one in found], self.ground):
            yield self.finding("unsupported", span, "gate_unsupported")

    def upheld(
        self, findings: list[Finding], facts: Sequence[Fact], section: str, year: int | None
    ) -> list[Finding]:
        """The findings without those that the facts in the words of a report do not bear out.

        What stands in a sample is not let go for being a sum, or somebody's number.
        """
        other = self.kept(lambda: self._reread(facts, section, year), lambda: findings)
        accused = [one.span for one in other if one.kind in ACCUSING]
        made = [one for one in other if one.kind == "derived"]
        told = [one.span for one in other]
        dropped = [
            one
            for one in findings
            if one.kind in ACCUSING
            and not _meets(one.span, accused)
            and not (one.kind == "leaked" and _meets(one.span, told))
        ]
        gone = [one.span for one in dropped]
        return [one for one in findings if one not in dropped] + [o for o in made if _meets(o.span, gone)]

    def _reread(self, facts: Sequence[Fact], section: str, year: int | None) -> list[Finding]:
        """What the facts in written words have against the text; the shelf is not asked again."""
        said = ground(reread(facts), section, year)
        return list(replace(self, ground=said, ends=time.monotonic() + PATIENCE_S).read(year, None))

    def one_by_one(self, year: int | None, leaks: Leaks | None) -> Iterator[Finding]:
        """The same a sentence at a time; one that trips the check, or comes too late, is told."""
        ends = time.monotonic() + PATIENCE_S
        for span in sentences(self.text):
            alone = replace(self, text=span.of(self.text), ends=ends)
            failed = Finding("unchecked", span, span.of(self.text), tell("gate_unchecked", (), self.language))
            if len(span) == len(self.text.strip()):  # read once already
                yield failed
                continue
            for one in self.kept(partial(alone.read, year, leaks), lambda: [failed]):  # noqa: B023
                moved = Span(one.span.start + span.start, one.span.end + span.start)
                yield one if one is failed else replace(one, span=moved)

    def unread(self) -> Iterator[Finding]:
        """That the text as a whole could not be compared."""
        yield self.finding("unchecked", Span(0, len(self.text)), "gate_unchecked_whole")

    @property
    def places(self) -> list[Place]:
        """Expressions of the text with the words around them."""
        return list(located(self.text, extract(self.text)[0]))

    def in_time(self) -> None:
        """Stop a check that takes too long."""
        if time.monotonic() > self.ends:
            raise TimeoutError

    def finding(
        self, kind: str, span: Span, code: str, leak: Leak | None = None, shown: str = "", **values: str
    ) -> Finding:
        """A finding at a span with its sentence; ``$text`` is what stands there unless told otherwise."""
        words = {"text": span.of(self.text).strip(QUOTES)} | values
        message = tell(code, ((name, _brief(word)) for name, word in words.items()), self.language)
        where = (leak.report_id, leak.passage_id) if leak else ("", "")
        return Finding(kind, span, shown or span.of(self.text), message, *where)

    def judged(self, places: Sequence[Place], leaks: Leaks | None) -> Iterator[Finding]:
        """What the facts do not state, or state of something else."""
        open_places = []
        around = Around.of(self.text, places)
        for place in places:
            self.in_time()
            stated = supporters(place.expression, self.ground)
            if counts_listed(self.text, place.expression):
                continue
            if stated:
                if wrong := swapped(place, stated, self.ground, around):
                    fact, code = wrong
                    span = place.expression.span
                    yield self.finding("misplaced", span, code, fact=fact.fact, said=fact.said)
            elif not is_stated(self.text, place.expression, self.ground):
                open_places.append(place)
        known = leaked((place.expression for place in open_places), leaks, self.ground.years)
        for place in open_places:
            self.in_time()
            yield self._unstated(place, known.get(place.expression))

    def _unstated(self, place: Place, leak: Leak | None) -> Finding:
        span = place.expression.span
        short = alias(place.expression, self.ground)
        if short is not None:
            self.drawn.add(short.fact)
            return self.finding("derived", span, "gate_alias", fact=short.fact, said=short.expression.text)
        way = derive(place, self.ground)
        if way and way.near:
            return self._derived(span, way)
        if leak is not None:
            return self.finding("leaked", span, "gate_leaked", leak, title=leak.title)
        if place.expression.kind == "contact":
            return self.finding("contact", span, "gate_contact")
        if other := namesake(place, self.ground):
            said = other.expression.text
            return self.finding("misplaced", span, "gate_other_measure", fact=other.fact, said=said)
        return self._derived(span, way) if way else self.finding("unsupported", span, "gate_unsupported")

    def _derived(self, span: Span, way: Derivation) -> Finding:
        self.drawn.update(place.fact for place in way.places)
        return self.finding("derived", span, "gate_derived", sum=way.sum)

    def formulated(self, year: int | None) -> Iterator[Finding]:
        """Set formulations with a number they do not have, and wording that another has replaced."""
        for hit in formulations(self.text):
            entry = hit.entry
            if hit.malformed and not reads_so(self.text, hit.span, self.ground):
                yield self.finding("malformed", hit.span, "gate_malformed", name=entry.name)
            elif year is not None and not hit.malformed and hit.outdated(year) and fits(hit, self.text):
                code = "gate_outdated" if entry.next else "gate_outdated_since"
                yield self.finding("outdated", hit.span, code, name=entry.next, year=str(entry.last))

    def numerals(self, found: Sequence[Expression]) -> Iterator[Finding]:
        """Digits that the grammar saw nothing in, and no fact holds."""
        for span in overlooked(self.text, found, [hit.span for hit in formulations(self.text)]):
            if not reads_so(self.text, span, self.ground) and not is_number(span.of(self.text), self.ground):
                yield self.finding("unsupported", span, "gate_unsupported")

    def taken_over(self, leaks: Leaks | None) -> Iterator[Finding]:
        """Runs that stand word for word in a sample."""
        copying = copied(self.text, extract(self.text)[0], leaks, self.ground)
        rate = f"{copying.rate:.0%}"
        for run in copying.runs:
            leak = Leak(run.report_id, run.passage_id, run.title)
            length = str(len(run.span))
            yield self.finding(
                "copied", run.span, "gate_copied", leak, title=run.title, length=length, rate=rate
            )

    def contradictions(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        """Facts that disagree, told where the draft first takes up one of them."""
        places = self.places
        told = {found.total.key for found in totals(self.text, places)}
        for fact, sums in totals_of(facts, self.ground):
            if sums.total.key not in told:
                span, shown = self._first((sums.total.key,), places, fact)
                yield self.finding(
                    "total", span, "gate_total", shown=shown, sum=sums.shown, text=sums.total.text
                )
        for clash in clashes(self.ground, facts):
            span, shown = self._first((clash.key,), places, clash.first, clash.one)
            code = "gate_rate" if clash.sum else "gate_denied"
            yield self.finding(
                "conflict", span, code, shown=shown, first=clash.first, second=clash.second,
                one=clash.one, other=clash.other, sum=clash.sum,
            )  # fmt: skip
        for conflict in conflicts(self.ground):
            one, two = conflict.first, conflict.second
            keys = (one.expression.key, two.expression.key)
            span, shown = self._first(keys, places, one.fact)
            yield self.finding(
                "conflict", span, "gate_conflict",
                first=one.fact, second=two.fact, one=one.said, other=two.said, shown=shown,
            )  # fmt: skip

    def _first(
        self, keys: Sequence[str], places: Sequence[Place], fact: str, words: str = ""
    ) -> tuple[Span, str]:
        """Where the draft takes up one of these figures or words; else its end, to be shown by the fact."""
        for place in places:
            if place.expression.key in keys:
                return place.expression.span, ""
        at = self.text.find(words) if words else -1
        return (Span(at, at + len(words)), "") if at >= 0 else (Span(len(self.text), len(self.text)), fact)

    def claims(self, taken: Sequence[Span]) -> Iterator[Finding]:
        """Clauses without a figure or a name (``taken``) that assert what no fact states, and degrees."""
        told = list(unasked(self.text, taken, self.ground))
        more = [
            span
            for span in overstated(self.text, self.ground)
            if not any(one.start <= span.start < one.end for one in (*told, *taken))
            and not UNDONE.search(self.text, max(0, span.start - 2), span.start)
            and not ORDERED.match(self.text, span.start)
            and not in_short(_clause(self.text, span), self.ground.joined)
        ]
        for span in (*told, *more):
            words = span.of(self.text)
            start = span.start + len(words) - len(words.lstrip(BLANKS))
            yield self.finding("unasked", Span(start, start + len(words.strip(BLANKS))), "gate_unasked")

    def totals(self, places: Sequence[Place]) -> Iterator[Finding]:
        """Totals whose parts stand beside them and do not make them."""
        for one in totals(self.text, places):
            yield self.finding("total", one.total.span, "gate_total", sum=one.shown)

    def left_out(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        """Facts that are nowhere in the text; nothing to say of an empty one."""
        end = Span(len(self.text), len(self.text))
        spoken = Lines((loose(self.text),))
        for fact in (
            unused(self.text, self.places, facts, self.ground, self.drawn) if self.text.strip() else ()
        ):
            if not spoken.tell(loose(fact.text)):
                yield self.finding("unused", end, "gate_unused", shown=fact.id, fact=fact.id, text=fact.text)


def _clause(text: str, span: Span) -> str:
    """The clause that a span stands in."""
    start = max(text.rfind(mark, 0, span.start) for mark in BLANKS) + 1
    ends = [at for mark in BLANKS if (at := text.find(mark, span.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _meets(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span shares a character with one of the others."""
    return any(span.start < other.end and other.start < span.end for other in others)


def _brief(text: str) -> str:
    """A text as a message quotes it: long ones by their beginning."""
    return text if len(text) <= QUOTED else text[: QUOTED - 1] + "…"

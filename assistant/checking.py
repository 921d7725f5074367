"""Draft and facts -> findings: what the facts do not state, and where it may come from. The gate.

Pure, and the same for the same input. Every figure, date, title and name of a draft must be stated by a
fact, by the heading or by the year of the report. What is not is told by the first of these that fits:
reckoned from facts it shares words with (derived), stands in a sample (leaked), has its number stated in
another measure (misplaced), may be reckoned (derived), else unsupported. A stated one may still be said of
something else (misplaced). What it cannot see: degree, and a stated deed told of another body.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.claiming import unasked
from assistant.conflicting import conflicts
from assistant.deriving import Derivation, derive
from assistant.extracting import extract
from assistant.grounding import Ground, Place, ground, located, loose
from assistant.headwords import headwords
from assistant.leaking import Leak, Leaks, leaked
from assistant.naming import alias
from assistant.overlooked import overlooked
from assistant.placing import misplaced, namesake, reversed_sense
from assistant.supporting import is_number, is_stated, reads_so, supporters
from assistant.telling import Language, tell
from assistant.totalling import totals
from assistant.types import Fact, Finding
from assistant.using import unused
from index.folding import INVISIBLE
from index.formulations import formulations
from index.types import Expression, Span

__all__ = ["Leak", "Leaks", "check"]

CHINESE = re.compile(r"[\u3400-\u9fff]")
HIDDEN = re.compile(f"(?:{INVISIBLE.pattern})+")
BLANKS = " \t\n\u3000，,。；;：:、！!"
QUOTED = 60
"""Characters of a text that a message quotes at most."""
QUOTES = '“”‘’「」" '
LOOK_ALIKE = re.compile("(?<=\\d)[\u0370-\u052f]|[\u0370-\u052f](?=\\d)")


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
    gate = _Gate(text, ground(facts, section, year), language)
    found, unread = extract(text)
    places = list(located(text, found))
    findings = [gate.finding("unchecked", span, "gate_unchecked") for span in unread]
    findings += gate.hidden()
    findings += gate.blanks(found)
    findings += gate.judged([place for place in places if place.expression.kind != "blank"], leaks)
    findings += gate.formulated(year)
    findings += gate.numerals(found)
    findings += gate.contradictions(places)
    findings += gate.left_out(facts, places)
    findings += gate.claims([*(one.span for one in found), *overlooked(text, found), *unread])
    findings += gate.totals(places)
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.kind, finding.text)))


@dataclass(frozen=True, slots=True)
class _Gate:
    """A text with what it may state."""

    text: str
    ground: Ground
    language: Language
    drawn: set[str] = field(default_factory=set)
    """Facts that figures are reckoned from and names stand for."""

    def finding(
        self, kind: str, span: Span, code: str, leak: Leak | None = None, shown: str = "", **values: str
    ) -> Finding:
        """A finding at a span with its sentence; ``$text`` is what stands there unless told otherwise."""
        words = {"text": span.of(self.text).strip(QUOTES)} | values
        message = tell(code, ((name, _brief(word)) for name, word in words.items()), self.language)
        where = (leak.report_id, leak.passage_id) if leak else ("", "")
        return Finding(kind, span, shown or span.of(self.text), message, *where)

    def hidden(self) -> Iterator[Finding]:
        """Characters a reader cannot see or takes for digits."""
        for pattern in (HIDDEN, LOOK_ALIKE):
            for hit in pattern.finditer(self.text):
                span = Span(max(0, hit.start() - 1), min(len(self.text), hit.end() + 1))
                yield self.finding("malformed", span, "gate_hidden")

    def blanks(self, found: Iterable[Expression]) -> Iterator[Finding]:
        """Places the writer has still to fill."""
        for expression in found:
            if expression.kind == "blank":
                yield self.finding("blank", expression.span, "gate_blank")

    def judged(self, places: Sequence[Place], leaks: Leaks | None) -> Iterator[Finding]:
        """What the facts do not state, or state of something else."""
        open_places = []
        for place in places:
            stated = supporters(place.expression, self.ground)
            if stated:
                yield from self._placed(place, stated)
            elif not is_stated(self.text, place.expression, self.ground):
                open_places.append(place)
        known = leaked((place.expression for place in open_places), leaks, self.ground.years)
        for place in open_places:
            yield self._unstated(place, known.get(place.expression))

    def _placed(self, place: Place, stated: Sequence[Place]) -> Iterator[Finding]:
        span = place.expression.span
        verbatim = bool(headwords(place.rest)) and loose(place.clause.strip(BLANKS)) in self.ground.joined
        if not verbatim and (wrong := misplaced(place, stated, self.ground)):
            yield self.finding("misplaced", span, "gate_misplaced", fact=wrong.fact, said=wrong.said)
        elif denied := reversed_sense(place, stated):
            yield self.finding("misplaced", span, "gate_polarity", fact=denied.fact, said=denied.said)

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
            elif year is not None and not hit.malformed and hit.outdated(year):
                code = "gate_outdated" if entry.next else "gate_outdated_since"
                yield self.finding("outdated", hit.span, code, name=entry.next, year=str(entry.last))

    def numerals(self, found: Sequence[Expression]) -> Iterator[Finding]:
        """Digits that the grammar saw nothing in, and no fact holds."""
        for span in overlooked(self.text, found, [hit.span for hit in formulations(self.text)]):
            if not reads_so(self.text, span, self.ground) and not is_number(span.of(self.text), self.ground):
                yield self.finding("unsupported", span, "gate_unsupported")

    def contradictions(self, places: Sequence[Place]) -> Iterator[Finding]:
        """Facts that disagree, told where the draft first takes up one of them."""
        for conflict in conflicts(self.ground):
            one, two = conflict.first, conflict.second
            keys = (one.expression.key, two.expression.key)
            used = [place.expression.span for place in places if place.expression.key in keys]
            span = used[0] if used else Span(len(self.text), len(self.text))
            yield self.finding(
                "conflict", span, "gate_conflict",
                first=one.fact, second=two.fact, one=one.said, other=two.said,
                shown="" if used else one.fact,
            )  # fmt: skip

    def claims(self, taken: Sequence[Span]) -> Iterator[Finding]:
        """Clauses without a figure or a name (``taken``) that assert what no fact states."""
        for span in unasked(self.text, taken, self.ground):
            words = span.of(self.text)
            start = span.start + len(words) - len(words.lstrip(BLANKS))
            yield self.finding("unasked", Span(start, start + len(words.strip(BLANKS))), "gate_unasked")

    def totals(self, places: Sequence[Place]) -> Iterator[Finding]:
        """Totals whose parts stand beside them and do not make them."""
        for one in totals(self.text, places):
            yield self.finding("total", one.total.span, "gate_total", sum=one.sum)

    def left_out(self, facts: Sequence[Fact], places: Sequence[Place]) -> Iterator[Finding]:
        """Facts that are nowhere in the text; nothing to say of an empty one."""
        end = Span(len(self.text), len(self.text))
        for fact in unused(self.text, places, facts, self.ground, self.drawn) if self.text.strip() else ():
            yield self.finding("unused", end, "gate_unused", shown=fact.id, fact=fact.id, text=fact.text)


def _brief(text: str) -> str:
    """A text as a message quotes it: long ones by their beginning."""
    return text if len(text) <= QUOTED else text[: QUOTED - 1] + "…"

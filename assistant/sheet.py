"""A fact sheet: the writer's facts, to be edited, reordered, merged and marked as optional.

A fact keeps its id whatever becomes of the others, so that sources and hand-made placings hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from assistant.conflicting import conflicts
from assistant.grounding import ground
from assistant.noting import note
from assistant.types import Fact
from index.errors import ShelfError
from index.wording import heading_likeness

ALIKE = 0.8
"""Likeness of two facts' words from which they may be one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact on the sheet."""

    id: str
    text: str
    required: bool = True
    """An optional fact may be left out of a report."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two facts the writer is to look at."""

    kind: str
    """``duplicate``: they may say the same; ``conflict``: they give different figures for one thing."""
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Facts in the writer's order. Every act gives a new sheet."""

    entries: tuple[Entry, ...] = ()
    next: int = 1
    """Number of the next fact; none is given twice."""

    def facts(self, *, optional: bool = True) -> tuple[Fact, ...]:
        """The facts, verbatim; without the optional ones where asked."""
        return tuple(Fact(one.id, one.text) for one in self.entries if optional or one.required)

    def added(self, notes: str) -> "Sheet":
        """With the facts of further notes at the end."""
        new = [Entry(f"F{self.next + place}", fact.text) for place, fact in enumerate(note(notes))]
        return Sheet((*self.entries, *new), self.next + len(new))

    def edited(self, fact_id: str, text: str) -> "Sheet":
        """With other words for a fact; a fact without words is dropped."""
        self._place(fact_id)
        changed = (replace(one, text=text.strip()) if one.id == fact_id else one for one in self.entries)
        return replace(self, entries=tuple(one for one in changed if one.text))

    def moved(self, fact_id: str, place: int) -> "Sheet":
        """With a fact at another place, counted from 0."""
        entry = self.entries[self._place(fact_id)]
        rest = [one for one in self.entries if one.id != fact_id]
        rest.insert(max(0, place), entry)
        return replace(self, entries=tuple(rest))

    def merged(self, first: str, second: str) -> "Sheet":
        """With two facts as one: equal words once, different ones joined; the first keeps its id."""
        one, other = self.entries[self._place(first)], self.entries[self._place(second)]
        if first == second:
            return self
        same = _bare(other.text) in _bare(one.text)
        text = one.text if same else f"{one.text.rstrip('。；;，,')}；{other.text}"
        joined = replace(one, text=text, required=one.required or other.required)
        kept = (joined if entry.id == first else entry for entry in self.entries if entry.id != second)
        return replace(self, entries=tuple(kept))

    def marked(self, fact_id: str, required: bool) -> "Sheet":
        """With a fact required or optional."""
        self._place(fact_id)
        entries = (replace(one, required=required) if one.id == fact_id else one for one in self.entries)
        return replace(self, entries=tuple(entries))

    def _place(self, fact_id: str) -> int:
        for place, one in enumerate(self.entries):
            if one.id == fact_id:
                return place
        raise ShelfError("no_such_fact", id=fact_id)


def doubts(facts: Sequence[Fact], year: int | None = None) -> tuple[Doubt, ...]:
    """Pairs of facts that may be one, and pairs that contradict each other."""
    clashes = {(one.first.fact, one.second.fact) for one in conflicts(ground(facts, "", year))}
    twins = (
        (one.id, other.id)
        for one, other in combinations(facts, 2)
        if _bare(one.text) == _bare(other.text) or _nearly(one.text, other.text)
    )
    found = [Doubt("duplicate", *pair) for pair in twins if pair not in clashes]
    return (*found, *(Doubt("conflict", *pair) for pair in sorted(clashes)))


def _nearly(one: str, other: str) -> bool:
    """Whether two facts share nearly all words and every figure of the shorter."""
    digits = [{c for c in text.split() if c} for text in (_figures(one), _figures(other))]
    return digits[0] == digits[1] and heading_likeness(one, (other,)) >= ALIKE


def _figures(text: str) -> str:
    return "".join(c if c.isdigit() or c == "." else " " for c in text)


def _bare(text: str) -> str:
    return "".join(c for c in text if c.isalnum())

"""Draft -> its stretches that stand word for word in a sample and are neither the writer's nor anybody's.

A run counts by its own letters: those that stand in no fact, in no set formulation and in no title or name,
and in no clause made of plain words and the writer's alone, which is all the composer borrows. So a composed
draft has no copied run, with or without the shelf that it was phrased after. A run that three samples share
is a stock phrase, unless it is long.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.borrowing import is_licensed
from assistant.grounding import NAMES, Ground
from assistant.leaking import Leaks, Runs
from index.formulations import formulations
from index.letters import Run, letters
from index.sentences import clauses
from index.types import Expression, Span

LEAST = 16
"""Own letters of a run that is told, of which three Latin ones count as one."""
LATIN = 3
SHARED = 3
"""Samples that make a run of theirs a stock phrase."""
LONG = 40
"""Letters from which a run is told however many samples share it."""
GRAM = 6
"""Letters in a row that draft and facts must have in common to be the writer's."""
SIGNS = " \t\n\u3000，,。；;：:、！!"


@dataclass(frozen=True, slots=True)
class Copying:
    """The copied runs of a text."""

    runs: tuple[Run, ...]
    letters: int
    """Letters of the text."""

    @property
    def rate(self) -> float:
        """Share of the text's characters that stand in them, 0 to 1."""
        return min(1.0, sum(len(run.span) for run in self.runs) / self.letters) if self.letters else 0.0


def copied(text: str, found: Iterable[Expression], leaks: Leaks | None, ground: Ground) -> Copying:
    """The runs of a text that are told as copied.

    Args:
        text: The draft.
        found: Its expressions.
        leaks: The shelf; one that cannot look up runs, or none, holds nothing.
        ground: What the facts and the heading say.
    """
    held = leaks.runs(text) if isinstance(leaks, Runs) else ()
    if not held:
        return Copying((), len(text))
    free = _free(text, found, ground)
    told = (run for run in held if run.reports < SHARED or len(run.span) >= LONG)
    return Copying(tuple(run for run in told if _own(text, run.span, free, ground) >= LEAST), len(text))


def _free(text: str, found: Iterable[Expression], ground: Ground) -> bytearray:
    """One byte a character: 1 where it is the writer's, or part of a set formulation, a title or a name."""
    free = bytearray(len(text))
    for span in [hit.span for hit in formulations(text)] + [e.span for e in found if e.kind in NAMES]:
        free[span.start : span.end] = b"\1" * len(span)
    said = letters("".join(ground.texts)).text
    grams = {said[at : at + GRAM] for at in range(len(said) - GRAM + 1)}
    own = letters(text)
    for at in range(len(own.text) - GRAM + 1):
        if own.text[at : at + GRAM] in grams:
            for place in own.places[at : at + GRAM]:
                free[place] = 1
    return free


def _own(text: str, run: Span, free: Sequence[int], ground: Ground) -> int:
    """Own letters of a run."""
    own = 0
    for clause in _clauses(text, run):
        kept = [text[at] for at in range(clause.start, clause.end) if not free[at]]
        count = letters("".join(kept)).text
        latin = sum(mark.isascii() for mark in count)
        if not is_licensed(clause.of(text).strip(SIGNS), ground.joined):
            own += len(count) - latin + latin // LATIN
    return own


def _clauses(text: str, run: Span) -> Iterator[Span]:
    for part in clauses(run.of(text)):
        yield Span(run.start + part.start, run.start + part.end)

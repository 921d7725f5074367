"""A brief -> passages, a draft with its sources, and what the gate and the proof-reader say of a text."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from assistant.addressing import destination, model_settings
from assistant.checking import check
from assistant.composing import compose
from assistant.desks.folder import Folder
from assistant.drafting import Done, Event, Text, draft, request_text
from assistant.misspelling import Row as ErrorRow
from assistant.misspelling import rows as words
from assistant.misusing import rule_rows
from assistant.noting import note
from assistant.proofing import Slip, proof
from assistant.rolls import FACTS, FACTS_EN
from assistant.types import Brief, Draft, Fact, Finding, Style
from assistant.verifying import unverified
from index.errors import ShelfError
from index.masking import Masked, mask
from index.retrieval import Query
from index.types import Hit

POINTER = re.compile("|".join(re.escape(one).replace(r"\{\}", ".+") for one in (FACTS, FACTS_EN)))
HITS = 12
"""Passages taken for a draft: enough for each point of a long section, few enough for a screen."""
WIDE = 40
"""Passages looked through for wording where no model has to read them."""


class SectionDesk(Folder):
    """Acts on one section: its brief, its draft, what is to be said of its text."""

    def facts(self, notes: str) -> tuple[Fact, ...]:
        """Notes -> facts, verbatim; the line that tells where a rolled draft's facts are is none of them."""
        return note("\n".join(line for line in notes.split("\n") if not POINTER.fullmatch(line.strip())))

    def brief(
        self, section: str, notes: str, style: Style = "points", length: int = 0, year: int | None = None
    ) -> Brief:
        """What the writer typed, as a brief.

        Raises:
            ShelfError: ``no_section``.
        """
        if not section.strip():
            raise ShelfError("no_section")
        return Brief(section.strip(), self.facts(notes), length, style, year)

    def hits(self, brief: Brief, k: int = HITS) -> tuple[Hit, ...]:
        """Passages that show how samples phrase such a section."""
        if not self.shelf.reports():
            return ()
        facts = tuple(fact.text for fact in brief.facts)
        return self.shelf.search(Query(brief.section, heading=brief.section, facts=facts, k=k))

    def draft(
        self,
        brief: Brief,
        hits: Sequence[Hit] | None = None,
        model: str | None = None,
        cancel: Callable[[], bool] | None = None,
        seed: int = 0,
    ) -> Iterator[Event]:
        """Draft a section: ``Text`` pieces as they come, then one ``Done`` with the checked draft."""
        name = model or self.settings.model
        found = self.hits(brief, WIDE if name == "none" else HITS) if hits is None else tuple(hits)
        if name == "none":
            yield from self._compose(brief, found, seed)
        else:
            yield from draft(
                brief, found, model_settings(self.settings, name), check=self._gate(brief), cancel=cancel
            )

    def request_text(self, brief: Brief, hits: Sequence[Hit]) -> str:
        """The exact text a model would be sent."""
        return request_text(brief, hits)

    def check(
        self, text: str, facts: Sequence[Fact], year: int | None = None, section: str = ""
    ) -> tuple[Finding, ...]:
        """The gate: what in a text the facts do not hold, where it stands in a sample, and what to verify."""
        found = check(text, facts, year=year, leaks=self._leaks, section=section)
        return tuple(sorted((*found, *unverified(text)), key=lambda one: one.span))

    def destination(self) -> str:
        """Where facts are sent when a draft is asked for; empty when they stay on this machine."""
        return destination(self.settings)

    def mask(self, text: str) -> Masked:
        """A text with its particulars as typed blanks, as a model sees it."""
        return mask(text)

    def _compose(self, brief: Brief, hits: tuple[Hit, ...], seed: int) -> Iterator[Event]:
        done = compose(brief, hits, seed=seed)
        for sentence in done.sentences:
            yield Text(sentence.text)
        yield Done(replace(done, hits=_shown(done), findings=self._gate(brief)(done.text, brief.facts)))

    def _gate(self, brief: Brief) -> Callable[[str, Sequence[Fact]], tuple[Finding, ...]]:
        return lambda text, facts: self.check(text, facts, brief.year, brief.section)

    def proof(self, text: str) -> tuple[Slip, ...]:
        """Slips of numbering, punctuation and wording, without the rows that are switched off."""
        return proof(text, self._switches.off())

    def error_rows(self) -> tuple[tuple[ErrorRow, bool], ...]:
        """Every row of the lexicon of common errors, and whether it is on."""
        off = self._switches.off()
        return tuple((row, row.id not in off) for row in (*words(), *rule_rows()))

    def switch_error(self, row_id: str, on: bool) -> None:
        """Switch a row of the lexicon on or off, for good.

        Raises:
            ShelfError: ``no_such_row``, ``no_such_row_but``.
        """
        rows = (*words(), *rule_rows())
        if row_id not in (known := [row.id for row in rows]):
            right = [row.id for row in rows if row.right == row_id]
            like = list(dict.fromkeys((*right, *get_close_matches(row_id, known, cutoff=0.5))))
            code = "no_such_row_but" if like else "no_such_row"
            raise ShelfError(code, id=row_id[:40], like="、".join(like))
        self._switches.switch(row_id, on)


def _shown(draft: Draft) -> tuple[Hit, ...]:
    """The first hits of a draft, and of the further ones those it is worded after or suggests from."""
    named = {one for sentence in draft.sentences for one in sentence.passages}
    named |= {one.passage_id for one in draft.suggestions}
    return draft.hits[:HITS] + tuple(hit for hit in draft.hits[HITS:] if hit.passage.id in named)

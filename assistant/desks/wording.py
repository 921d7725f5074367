"""A kept draft's words: what the gate found put right, other words for a selection, blanks filled."""

from collections.abc import Callable

from assistant.acting import Alternative, alternatives, blanked, replaced
from assistant.addressing import model_settings
from assistant.desks.drafts import DraftsDesk
from assistant.filling import Blank, filled, noted
from assistant.inserting import inserted, takeable
from assistant.phrasebank import Phrase
from assistant.revising import Proposal, applied, resourced, revise
from assistant.saved import Saved
from assistant.telling import Language
from assistant.types import Finding
from assistant.wishing import Wish
from index.retrieval import Query
from index.types import Span

REVISING = 24
"""Passages looked through for other words for a selection."""
AROUND = 400
"""Characters of a selection that passages are looked for with."""


class WordingDesk(DraftsDesk):
    """Acts on the words of a kept draft."""

    def alternatives(self, saved: Saved, finding: Finding) -> tuple[Alternative, ...]:
        """Values of the writer's facts about the same matter that may stand where a finding is."""
        return alternatives(saved.body.text, finding, self.facts(saved.notes))

    def put_right(self, saved: Saved, finding: Finding, words: str) -> Saved:
        """Write other words where a finding is; all else stays as it was."""
        return self.keep_text(saved.id, replaced(saved.body.text, finding.span, words), saved.revision)

    def blank(self, saved: Saved, finding: Finding, language: Language) -> Saved:
        """Write a visible blank where a finding is."""
        return self.keep_text(saved.id, blanked(saved.body.text, finding, language), saved.revision)

    def revise(
        self, text: str, span: Span, wish: Wish, notes: str = "", section: str = "",
        year: int | None = None, model: str | None = None, cancel: Callable[[], bool] | None = None,
    ) -> tuple[Proposal, ...]:  # fmt: skip
        """Other words for what is selected of a text, each checked; empty when there is nothing better."""
        facts, name = self.facts(notes), model or self.settings.model
        chosen = span.of(text)[:AROUND]
        found = self.shelf.search(Query(chosen, heading=section, k=REVISING)) if chosen.strip() else ()
        return revise(
            text, span, wish, facts, found,
            None if name == "none" else model_settings(self.settings, name),
            check=lambda words: self.check(words, facts, year, section), cancel=cancel,
        )  # fmt: skip

    def keep_proposal(self, draft_id: str, text: str, span: Span, proposal: Proposal, revision: int) -> Saved:
        """Keep a text that an accepted proposal stands in at ``span``, with the sources it brings."""
        before = self._archive.get(draft_id)
        kept = resourced(before.body.sentences, text, span, proposal, self.facts(before.notes))
        return self._archive.keep_text(draft_id, text, kept, revision)

    def accept_proposal(self, saved: Saved, span: Span, proposal: Proposal) -> Saved:
        """Put a proposal in place of what is selected of a kept draft; all else stays as it was."""
        text = applied(saved.body.text, span, proposal)
        within = Span(span.start, span.start + len(proposal.text))
        return self.keep_proposal(saved.id, text, within, proposal, saved.revision)

    def insert(
        self, draft_id: str, start: int, words: str, revision: int, passage_id: str = "", end: int = -1
    ) -> Saved:
        """Put words in a kept draft at the cursor, or in place of what is selected up to ``end``.

        All else stays as it was; the sentence the words now stand in bears the passage they come from.
        ``takeable`` makes a sample's words fit to be put in, its particulars as visible blanks.

        Raises:
            ShelfError: ``edited_elsewhere``, ``place_outside``, ``text_too_long``.
        """
        body = self._archive.get(draft_id).body
        span = Span(start, max(start, end))
        named = (passage_id,) if passage_id else ()
        text, kept = inserted(body.sentences, body.text, span, words, named)
        return self._archive.keep_text(draft_id, text, kept, revision)

    def takeable(self, words: str) -> str:
        """A sample's words as a draft may take them over: particulars are visible blanks."""
        return takeable(words)

    def phrases_like(self, text: str, most: int = 3) -> tuple[Phrase, ...]:
        """Kept phrases that fit where ``text`` ends, the cursor's place; for a list beside the editor."""
        return self.compare.phrases_like(text, most)

    def fill(self, saved: Saved, blank: Blank, answer: str) -> Saved:
        """Fill a blank wherever a kept draft asks for the same; the answer becomes a fact.

        Raises:
            ShelfError: ``answer_empty`` and its like, ``edited_elsewhere``.
        """
        text = filled(saved.body.text, blank, answer)
        kept = self.keep_text(saved.id, text, saved.revision)
        notes = noted(kept.notes, blank, answer)
        self.keep_input(saved.id, kept.section, notes, kept.style, kept.length, kept.year)
        return self._archive.get(saved.id)

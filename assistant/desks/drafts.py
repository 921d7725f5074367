"""Drafts that are kept: their input, text, versions, names and the trash."""

from collections.abc import Sequence

from assistant.citing import align
from assistant.desks.section import SectionDesk
from assistant.outset import outset
from assistant.saved import Saved, Version
from assistant.tracing import Step, steps
from assistant.types import Draft, Finding, Style
from assistant.verifying import WORDING, verified
from assistant.vouching import Vouched, vouched
from index.errors import ShelfError


class DraftsDesk(SectionDesk):
    """Acts on the drafts that are kept."""

    def new_draft(
        self, section: str = "", notes: str = "", style: Style = "points", length: int = 0,
        year: int | None = None,
    ) -> Saved:  # fmt: skip
        """Keep a new draft without text."""
        return self._archive.create(section, notes, style, length, year)

    def drafts(self) -> list[Saved]:
        """Every kept draft, last changed first."""
        return self._archive.drafts()

    def kept(self, draft_id: str) -> Saved:
        """One kept draft."""
        return self._archive.get(draft_id)

    def find_draft(self, name: str) -> Saved:
        """The draft of an id, or of the beginning of one that fits no other; in the trash or not.

        Raises:
            ShelfError: ``no_draft_named``, ``ambiguous_draft``.
        """
        found = [one for one in (*self.drafts(), *self.trashed_drafts()) if name and one.id.startswith(name)]
        if len(found) > 1:
            raise ShelfError("ambiguous_draft", id=name, count=len(found))
        if not found:
            raise ShelfError("no_draft_named", id=name[:40])
        return found[0]

    def keep_input(
        self, draft_id: str, section: str, notes: str, style: Style, length: int, year: int | None
    ) -> None:
        """Keep what was typed into the brief."""
        self._archive.keep_input(draft_id, section, notes, style, length, year)

    def keep_draft(self, draft_id: str, draft: Draft, revision: int) -> Saved:
        """Keep a fresh draft as the text of a kept draft."""
        return self._archive.keep_draft(draft_id, draft, revision)

    def keep_text(self, draft_id: str, text: str, revision: int) -> Saved:
        """Keep the writer's edited text; sentences left as they were keep their sources.

        A text that the draft had before, e.g. after undo, has the sources that it had then.
        """
        before = self._archive.get(draft_id).body.sentences
        kept = self._archive.sentences_of(draft_id, text) or align(before, text)
        return self._archive.keep_text(draft_id, text, kept, revision)

    def findings(self, saved: Saved) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """(what the gate has to say about a kept draft, what of it the writer let stand)."""
        text = saved.body.text
        found = self.check(text, self.facts(saved.notes), saved.year, saved.section)
        return self._accepted.split(saved.id, text, found)

    def vouched(self, saved: Saved) -> tuple[Vouched, ...]:
        """What of a kept draft the writer's facts state, each with the facts."""
        return vouched(saved.body.text, self.facts(saved.notes), saved.section, saved.year)

    def accept(self, saved: Saved, finding: Finding) -> None:
        """Let a finding stand; it is open again when its place changes. A verified wording loses its mark."""
        if finding.kind == WORDING:
            text, sentences = verified(saved.body.sentences, saved.body.text, finding)
            self._archive.keep_text(saved.id, text, sentences, saved.revision)
            return
        self._accepted.accept(saved.id, saved.body.text, finding)

    def reopen(self, saved: Saved, finding: Finding) -> None:
        """Take back that a finding may stand."""
        self._accepted.withdraw(saved.id, saved.body.text, finding)

    def start_outline(self, report_ids: Sequence[str], title: str = "") -> Saved:
        """A new kept draft whose text is the usual outline of these reports, each section a blank.

        Raises:
            ShelfError: ``no_usual_outline``, ``no_such_report``, ``ambiguous_id``.
        """
        text = outset(self.compare.outlines(report_ids), len(report_ids))
        saved = self._archive.create(title, "", "points", 0, None)
        return self._archive.keep_text(saved.id, text, align((), text), saved.revision)

    def versions(self, draft_id: str) -> list[Version]:
        """Every version of a kept draft, newest first."""
        return self._archive.versions(draft_id)

    def history(self, draft_id: str, most: int = 30) -> tuple[Step, ...]:
        """The last versions of a kept draft, newest first, each with what it changed."""
        return steps(self._archive.versions(draft_id)[: most + 1])[:most]

    def restore_version(self, draft_id: str, revision: int, base: int) -> Saved:
        """Make a version the text again, with the sources each of its sentences had.

        Raises:
            ShelfError: ``no_such_version``; ``edited_elsewhere`` when the text was changed since ``base``.
        """
        return self._archive.restore(draft_id, revision, base)

    def delete_draft(self, draft_id: str) -> None:
        """Forget a kept draft."""
        self._archive.delete(draft_id)

    def search_drafts(self, words: str) -> list[Saved]:
        """The drafts at hand that hold each of these words in name, heading, notes or text."""
        return self._archive.drafts(words)

    def rename_draft(self, draft_id: str, name: str) -> Saved:
        """Call a draft something; an empty name gives it back its section's heading."""
        return self._archive.rename(draft_id, name)

    def duplicate_draft(self, draft_id: str, name: str = "") -> Saved:
        """A second draft with the same input and text."""
        return self._archive.duplicate(draft_id, name or f"{self._archive.get(draft_id).title} (2)")

    def trash_draft(self, draft_id: str) -> Saved:
        """Put a draft in the trash, from where ``restore_draft`` brings it back as it was."""
        return self._archive.throw_away(draft_id)

    def restore_draft(self, draft_id: str) -> Saved:
        """Bring a draft back from the trash."""
        return self._archive.take_out(draft_id)

    def trashed_drafts(self) -> list[Saved]:
        """The drafts in the trash, last thrown away first."""
        return self._archive.trash()

    def name_version(self, draft_id: str, revision: int, name: str) -> None:
        """Give a version a name, e.g. 送审稿."""
        self._archive.name_version(draft_id, revision, name)

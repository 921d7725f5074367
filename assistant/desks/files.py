"""Files to hand in and files that come back: a kept draft or a text file out, an edited file in."""

from dataclasses import replace
from pathlib import Path

from assistant.citing import align
from assistant.delivering import is_folder
from assistant.desks.drafts import DraftsDesk
from assistant.exporting import CLEAN, Caution, Copy, Exported, Form, Rendered, export, render
from assistant.importing import Returned, take_back
from assistant.saved import Saved
from assistant.sourcing import source
from index.errors import ShelfError
from index.reading.reading import read
from index.types import Paragraph


class FilesDesk(DraftsDesk):
    """Acts on files that go out and come back."""

    def export(
        self, draft_id: str, to: Path, form: Form = CLEAN, overwrite: bool = False, strict: bool = False
    ) -> Exported:
        """Write a kept draft to a file: .docx by GB/T 9704-2012, .md or .txt; what is open comes back."""
        return self.export_copy(self.copy_of_draft(draft_id), to, form, overwrite, strict)

    def render(self, draft_id: str, suffix: str, form: Form = CLEAN) -> Rendered:
        """The same as bytes under a file name, for a download."""
        return render(self.copy_of_draft(draft_id), suffix, form)

    def export_copy(
        self, copy: Copy, to: Path, form: Form = CLEAN, overwrite: bool = False, strict: bool = False
    ) -> Exported:
        """Write a copy to a file.

        Raises:
            ShelfError: ``export_open`` when ``strict`` and anything is open; others as ``exporting.export``.
        """
        if strict and (still := self.still_open(copy, to, form)):
            raise ShelfError("export_open", count=len(still))
        return export(copy, to, form, overwrite)

    def still_open(self, copy: Copy, to: Path, form: Form = CLEAN) -> tuple[Caution, ...]:
        """All that is told of a copy in this form: what ``strict`` refuses is what an export would tell."""
        return render(copy, ".docx" if is_folder(to) else to.suffix, form).cautions

    def copy_of_draft(self, draft_id: str) -> Copy:
        """A kept draft with what it rests on and what is open about it."""
        saved = self._archive.get(draft_id)
        body = saved.body
        named = (passage for sentence in body.sentences for passage in sentence.passages)
        return Copy(
            tuple(Paragraph(line) for line in body.text.splitlines()), saved.title, body.sentences,
            body.facts or self.facts(saved.notes), tuple(self.shelf.hits_of(dict.fromkeys(named))),
            self.findings(saved)[0], self.proof(body.text), bool(saved.notes.strip()), body.complete,
        )  # fmt: skip

    def copy_of_file(self, path: Path, notes: str = "", year: int | None = None) -> Copy:
        """A text file with its own headings; checked only where facts are given."""
        return self._copy_of(read(path).paragraphs, path.stem, notes, year)

    def copy_of_text(self, text: str, name: str = "") -> Copy:
        """A text with its own headings, called ``name`` where it has no title; nobody checked it."""
        return self._copy_of(tuple(Paragraph(line) for line in text.splitlines() if line.strip()), name)

    def _copy_of(
        self, lines: tuple[Paragraph, ...], name: str, notes: str = "", year: int | None = None
    ) -> Copy:
        facts = self.facts(notes)
        copy = Copy(lines, facts=facts, checked=bool(facts), name=name)
        findings = self.check(copy.text, facts, year) if facts else ()
        told = (replace(one, origin="fact") for one in align((), copy.text))
        rests = (one if one.facts else replace(one, origin="writer") for one in source(tuple(told), facts))
        return replace(copy, sentences=tuple(rests), findings=findings, slips=self.proof(copy.text))

    def preview_return(self, draft_id: str, path: Path) -> Returned:
        """What an edited file would change in a kept draft; nothing is kept yet."""
        saved = self._archive.get(draft_id)
        return take_back(path, saved.body.text, saved.title)

    def take_back(self, draft_id: str, path: Path, revision: int) -> tuple[Saved, Returned]:
        """Keep an edited file's text as a new version, called by the file's name.

        Sentences left as they were keep their sources; what was there before stays in the history.

        Raises:
            ShelfError: ``edited_elsewhere`` when the draft was changed since ``revision``.
        """
        saved = self._archive.get(draft_id)
        back = take_back(path, saved.body.text, saved.title)
        aligned = align(saved.body.sentences, back.text)
        kept = self._archive.keep_text(draft_id, back.text, aligned, revision, path.name)
        return (self._archive.rename(draft_id, back.title) if back.title else kept), back

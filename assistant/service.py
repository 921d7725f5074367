"""All that a screen or the command line may ask for. The one place that knows every part."""

import os
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path
from types import TracebackType

from assistant.accepting import Accepted
from assistant.acting import Alternative, alternatives, blanked, can_be_blank, replaced
from assistant.archive import Archive, Saved, Version
from assistant.assembling import Whole, assemble
from assistant.checking import check
from assistant.citing import align
from assistant.comparison import Comparison
from assistant.compiling import Compiler, finished
from assistant.composing import compose
from assistant.differing import Change, changes, runs
from assistant.drafting import Done, Event, Text, draft, request_text
from assistant.exporting import CLEAN, Caution, Copy, Exported, Form, Rendered, cautions, export, render
from assistant.filling import Blank, blanks, filled, noted
from assistant.importing import Returned, take_back
from assistant.inserting import inserted, takeable
from assistant.leaking import Leak
from assistant.misspelling import Row as ErrorRow
from assistant.misspelling import rows as error_rows
from assistant.models import ModelSettings
from assistant.noting import note
from assistant.outset import outset
from assistant.phrasebank import Phrase
from assistant.plan import Plan, numbered, parse, write
from assistant.projects import Project
from assistant.proofing import Slip, fixed, proof
from assistant.reporting import Began, Finished, Wrote
from assistant.revising import Proposal, applied, resourced, revise
from assistant.rolling import Choice, Stale
from assistant.rolling import applied as applied_roll
from assistant.settings import Settings
from assistant.switching import Switches
from assistant.telling import Language
from assistant.types import Brief, Draft, Fact, Finding, Sentence, Style
from assistant.wishing import WISHES, Wish
from index.concordance import Asked
from index.errors import ShelfError
from index.ingestion import prepare
from index.letters import Run
from index.listing import Card
from index.masking import Masked, mask
from index.reading.reading import decode, read
from index.retrieval import Query
from index.shelf import Shelf
from index.types import Added, Hit, Paragraph, Passage, Progress, Removal, Report, Section, Span

HITS = 12
"""Passages taken for a draft: enough for each point of a long section, few enough for a screen."""
WIDE = 40
"""Passages looked through for wording where no model has to read them."""

REVISING = 24
"""Passages looked through for other words for a selection."""
AROUND = 400
"""Characters of a selection that passages are looked for with."""

OPENAI = "https://api.openai.com/v1"
OLLAMA = "http://127.0.0.1:11434"
WELCOMED = "welcomed"
"""Empty file that says the first start is over."""

__all__ = [
    # what screens and the command line read, passed on so that they need no other door
    "Began", "Choice", "Finished", "Plan", "Project", "Stale", "Whole", "Wrote", "applied_roll", "assemble",
    "finished", "numbered", "parse", "write",
    "WISHES", "Blank", "Proposal", "Span", "Wish", "blanks",
    "Added", "Alternative", "Asked", "Assistant", "Card", "Caution", "Change",
    "ErrorRow", "Exported", "Form", "Rendered", "Returned", "Slip", "changes", "fixed", "runs",
    "Done", "Draft", "Event", "Example", "Fact", "Finding", "Hit",
    "Masked", "Place", "Progress", "Query", "Report", "Saved", "Section", "Sentence", "ShelfError", "Text",
    "Version", "can_be_blank", "destination", "examples", "look", "mask", "model_settings", "read_text",
    "sentence_findings",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """An example brief that ships with Zhibi; unit and figures are invented."""

    id: str
    name: str
    section: str
    notes: str
    style: Style
    length: int
    year: int | None
    language: str


@dataclass(frozen=True, slots=True)
class Place:
    """A report opened at a place, for the writer to read."""

    report: Report
    removals: tuple[Removal, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _ShelfLeaks:
    """The shelf's particulars, as the gate asks for them."""

    shelf: Shelf

    def find(self, keys: Sequence[str]) -> dict[str, Leak]:
        return {key: Leak(*where) for key, where in self.shelf.find_particulars(keys).items()}

    def runs(self, text: str) -> tuple[Run, ...]:
        return self.shelf.runs(text)


class Assistant:
    """The whole of Zhibi over one data folder. Use it as a context, or call ``close``.

    Every fault is a ``ShelfError`` (or a ``ModelError``, which is one); ``assistant.telling.tell``
    turns it into a sentence.
    """

    def __init__(self, settings: Settings, progress: Callable[[Progress], None] | None = None) -> None:
        self.settings = settings
        key = settings.api_key.get_secret_value()
        self.shelf = Shelf(
            settings.data, settings.embedder, settings.base_url, key, progress, settings.reranker
        )
        self._archive = Archive(self.shelf.database)
        self._accepted = Accepted(self.shelf.database)
        self._switches = Switches(self.shelf.database)
        self._leaks = _ShelfLeaks(self.shelf)
        self.compare = Comparison(self.shelf, settings.data)
        """Every way to compare the shelf's reports."""
        self.reports = Compiler(
            self.shelf, self._archive,
            lambda brief, hits, model, seed: self.draft(brief, hits, model, seed=seed),
            lambda text, facts, year: self.check(text, facts, year),
        )  # fmt: skip
        """Every act on whole reports."""

    def __enter__(self) -> "Assistant":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the data folder."""
        self.shelf.close()

    # ---- the shelf -------------------------------------------------------------------------------

    def add(
        self,
        paths: Iterable[Path],
        progress: Callable[[Progress], None] | None = None,
        cancel: Callable[[], bool] | None = None,
        on_added: Callable[[Added], None] | None = None,
    ) -> list[Added]:
        """Put files and folders on the shelf; one bad file never stops the others."""
        return self.shelf.add(paths, progress=progress, cancel=cancel, on_added=on_added)

    def add_bundled(
        self,
        progress: Callable[[Progress], None] | None = None,
        on_added: Callable[[Added], None] | None = None,
    ) -> list[Added]:
        """Put the reports that ship with Zhibi on the shelf."""
        with as_file(files("index").joinpath("samples")) as folder:
            paths = sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".md"))
            return self.shelf.add(paths, progress=progress, on_added=on_added)

    def is_new(self) -> bool:
        """True until the first start of the interface has greeted the writer in this data folder."""
        return not (self.settings.data / WELCOMED).exists()

    def welcome(self, progress: Callable[[Progress], None] | None = None) -> None:
        """The first start: the bundled reports go on the shelf, once in the life of a data folder."""
        self.add_bundled(progress)
        (self.settings.data / WELCOMED).touch()

    def open_report(self, report_id: str) -> Place:
        """A report with its outline, what cleaning took out, and its passages."""
        report = self.shelf.report(report_id)
        return Place(report, tuple(self.shelf.removals(report.id)), tuple(self.shelf.passages(report.id)))

    def card(self, report_id: str) -> Card:
        """One report, as a list shows it."""
        return self.shelf.card(report_id)

    def edit_report(
        self, report_id: str, *, title: str | None = None, kind: str | None = None, year: int | None = None,
        era: str | None = None, viewpoint: str | None = None, organisation: str | None = None,
    ) -> Card:  # fmt: skip
        """Set what was guessed of a report; None leaves a value, 0 takes a year away. It stays as set."""
        return self.shelf.edit(
            report_id, title=title, kind=kind, year=year, era=era, viewpoint=viewpoint,
            organisation=organisation,
        )  # fmt: skip

    def restore(self, report_id: str, removal: int) -> Added:
        """Put a stretch that cleaning took out back; the report is prepared anew, under a new id.

        Drafts that cite it still find what they cite, and its former id still leads to it.
        """
        report = self.shelf.restore(report_id, removal)
        card = self.shelf.card(report.id)
        return Added(
            card.name, "added", report_id=card.id, title=card.title, kind=card.kind, year=card.year,
            sections=card.sections, passages=card.passages, removals=tuple(self.shelf.removals(card.id)),
            era=card.era, viewpoint=card.viewpoint, organisation=card.organisation,
            like=card.like, like_id=card.like_id, like_share=card.like_share,
        )  # fmt: skip

    def report_values(self) -> dict[str, dict[str, int]]:
        """What kinds, years, eras, viewpoints and organisations the shelf has, each with how many reports."""
        return self.shelf.values()

    def search(self, query: Query) -> tuple[Hit, ...]:
        """Passages of the shelf for a query, best first."""
        return self.shelf.search(query)

    def likewise(self, sentence: str, section: str, k: int = 3) -> tuple[Hit, ...]:
        """Passages that say something like a sentence, for the writer to compare; empty for an empty one."""
        return self.shelf.search(Query(sentence, heading=section, k=k)) if sentence.strip() else ()

    # ---- the desk --------------------------------------------------------------------------------

    def facts(self, notes: str) -> tuple[Fact, ...]:
        """Notes -> facts, verbatim."""
        return note(notes)

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
        """The gate: what in a text the facts do not hold, and where it stands in a sample."""
        return check(text, facts, year=year, leaks=self._leaks, section=section)

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

    # ---- drafts that are kept --------------------------------------------------------------------

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

    def keep_input(
        self, draft_id: str, section: str, notes: str, style: Style, length: int, year: int | None
    ) -> None:
        """Keep what was typed into the brief."""
        self._archive.keep_input(draft_id, section, notes, style, length, year)

    def keep_draft(self, draft_id: str, draft: Draft, revision: int) -> Saved:
        """Keep a fresh draft as the text of a kept draft."""
        return self._archive.keep_draft(draft_id, draft, revision)

    def keep_text(self, draft_id: str, text: str, revision: int) -> Saved:
        """Keep the writer's edited text; sentences left as they were keep their sources."""
        before = self._archive.get(draft_id).body.sentences
        return self._archive.keep_text(draft_id, text, align(before, text), revision)

    def findings(self, saved: Saved) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """(what the gate has to say about a kept draft, what of it the writer let stand)."""
        text = saved.body.text
        found = self.check(text, self.facts(saved.notes), saved.year, saved.section)
        return self._accepted.split(saved.id, text, found)

    def accept(self, saved: Saved, finding: Finding) -> None:
        """Let a finding stand; it is open again when its place changes."""
        self._accepted.accept(saved.id, saved.body.text, finding)

    def reopen(self, saved: Saved, finding: Finding) -> None:
        """Take back that a finding may stand."""
        self._accepted.withdraw(saved.id, saved.body.text, finding)

    def alternatives(self, saved: Saved, finding: Finding) -> tuple[Alternative, ...]:
        """Values of the writer's facts that may stand where a finding is."""
        return alternatives(finding, self.facts(saved.notes))

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

    def start_outline(self, report_ids: Sequence[str], title: str = "") -> Saved:
        """A new kept draft whose text is the usual outline of these reports, each section a blank.

        Raises:
            ShelfError: ``no_usual_outline``, ``no_such_report``, ``ambiguous_id``.
        """
        text = outset(self.compare.outlines(report_ids), len(report_ids))
        saved = self._archive.create(title, "", "points", 0, None)
        return self._archive.keep_text(saved.id, text, align((), text), saved.revision)

    def fill(self, saved: Saved, blank: Blank, answer: str) -> Saved:
        """Fill a blank wherever a kept draft asks for it in these words; the answer becomes a fact.

        Raises:
            ShelfError: ``answer_empty`` and its like, ``edited_elsewhere``.
        """
        text = filled(saved.body.text, blank.words, answer)
        kept = self.keep_text(saved.id, text, saved.revision)
        notes = noted(kept.notes, blank, answer)
        self.keep_input(saved.id, kept.section, notes, kept.style, kept.length, kept.year)
        return self._archive.get(saved.id)

    def versions(self, draft_id: str) -> list[Version]:
        """Every version of a kept draft, newest first."""
        return self._archive.versions(draft_id)

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

    # ---- files to hand in ------------------------------------------------------------------------

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
        if strict and (still := cautions(copy)):
            raise ShelfError("export_open", count=len(still))
        return export(copy, to, form, overwrite)

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
        facts = self.facts(notes)
        copy = Copy(read(path).paragraphs, facts=facts, checked=bool(facts), name=path.stem)
        findings = self.check(copy.text, facts, year) if facts else ()
        slips = self.proof(copy.text)
        return replace(copy, sentences=align((), copy.text), findings=findings, slips=slips)

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

    # ---- proof-reading ---------------------------------------------------------------------------

    def proof(self, text: str) -> tuple[Slip, ...]:
        """Slips of numbering, punctuation and wording, without the rows that are switched off."""
        return proof(text, self._switches.off())

    def error_rows(self) -> tuple[tuple[ErrorRow, bool], ...]:
        """Every row of the lexicon of common errors, and whether it is on."""
        off = self._switches.off()
        return tuple((row, row.id not in off) for row in error_rows())

    def switch_error(self, row_id: str, on: bool) -> None:
        """Switch a row of the lexicon on or off, for good."""
        self._switches.switch(row_id, on)

    def passages(self, passage_ids: Iterable[str]) -> list[Hit]:
        """The passages of those ids that are still on the shelf, with their reports' titles."""
        return self.shelf.hits_of(passage_ids)


def destination(settings: Settings, model: str = "") -> str:
    """Where facts are sent when a draft is asked for; empty when they stay on this machine."""
    name = model or settings.model
    if name == "none":
        return ""
    if name.startswith("ollama:"):
        return settings.base_url or os.environ.get("OLLAMA_HOST", "") or OLLAMA
    return settings.base_url or OPENAI


def model_settings(settings: Settings, name: str | None = None) -> ModelSettings:
    """How the configured model is reached; ``name`` overrides which."""
    return ModelSettings(
        name=name or settings.model,
        base_url=settings.base_url,
        api_key=settings.api_key.get_secret_value(),
        deadline_s=settings.deadline_s,
    )


def look(path: Path) -> Report:
    """A file read, cleaned and outlined as the shelf would, without adding it.

    Raises:
        ShelfError: the file cannot be read; the code says why.
    """
    return prepare(read(path), path.name)[0]


def read_text(path: Path) -> str:
    """The words of a facts or draft file as they stand, nothing cleaned out, lines ended by a newline."""
    if path.suffix.lower() in (".txt", ".md", ""):
        return decode(path)
    return "\n".join(paragraph.text for paragraph in read(path).paragraphs)


def _shown(draft: Draft) -> tuple[Hit, ...]:
    """The first hits of a draft, and of the further ones those it is worded after or suggests from."""
    named = {one for sentence in draft.sentences for one in sentence.passages}
    named |= {one.passage_id for one in draft.suggestions}
    return draft.hits[:HITS] + tuple(hit for hit in draft.hits[HITS:] if hit.passage.id in named)


def sentence_findings(sentence_start: int, sentence: Sentence, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that lie within a sentence which begins at ``sentence_start`` of its text."""
    end = sentence_start + len(sentence.text)
    return [f for f in findings if f.span.start < end and f.span.end > sentence_start]


def examples() -> tuple[Example, ...]:
    """The example briefs that ship with Zhibi, the first a newcomer's first."""
    found = []
    for file in sorted(files("assistant").joinpath("examples").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            values = tomllib.loads(file.read_text(encoding="utf-8"))
            found.append(
                Example(
                    file.name.removesuffix(".toml"), values["name"], values["section"], values["notes"],
                    values.get("style", "points"), values.get("length", 0), values.get("year"),
                    values.get("language", "zh"),
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda e: (e.language != "zh", e.id != "party-conduct", e.id)))

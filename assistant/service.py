"""All that a screen or the command line may ask for. The one place that knows every part."""

from collections.abc import Callable, Iterable

from assistant.accepting import name_of
from assistant.acting import Alternative, can_be_blank
from assistant.addressing import destination, model_settings
from assistant.assembling import Whole, assemble
from assistant.compiling import Compiler, Setup, finished
from assistant.deciding import decisions
from assistant.desks.files import FilesDesk
from assistant.desks.shelf import Place, ShelfDesk
from assistant.desks.wording import WordingDesk
from assistant.differing import Change, changes, runs
from assistant.drafting import Done, Event, Text
from assistant.exemplars import Example, examples
from assistant.exporting import Caution, Exported, Form, Rendered
from assistant.filling import Blank, blanks
from assistant.importing import Returned
from assistant.looking import kinds_read, look, read_text
from assistant.misspelling import Row as ErrorRow
from assistant.outdating import meant
from assistant.plan import Plan, numbered, parse, write
from assistant.projects import Project
from assistant.proofing import Slip, fixed
from assistant.reporting import Began, Failed, Finished, Wrote
from assistant.retelling import retold
from assistant.revising import Proposal
from assistant.rolling import Choice, Stale
from assistant.rolling import applied as applied_roll
from assistant.rolls import Rolling
from assistant.saved import Saved, Version
from assistant.settings import Settings
from assistant.sheet import doubts
from assistant.tracing import Step
from assistant.types import Draft, Fact, Finding, Sentence
from assistant.wishing import WISHES, Wish
from index.concordance import Asked
from index.errors import ShelfError
from index.listing import Card
from index.masking import Masked, mask
from index.retrieval import Query
from index.types import Added, Hit, Progress, Report, Section, Span

"""Empty file that says the first start is over."""

__all__ = [
    # what screens and the command line read, passed on so that they need no other door
    "Began", "Choice", "Failed", "Finished", "Plan", "Project", "Stale", "Whole", "Wrote", "applied_roll",
    "Setup", "assemble", "doubts", "finished", "numbered", "parse", "write",
    "WISHES", "Blank", "Proposal", "Span", "Wish", "blanks",
    "Added", "Alternative", "Asked", "Assistant", "Card", "Caution", "Change",
    "ErrorRow", "Exported", "Form", "Rendered", "Returned", "Slip", "changes", "fixed", "runs",
    "Done", "Draft", "Event", "Example", "Fact", "Finding", "Hit",
    "Masked", "Place", "Progress", "Query", "Report", "Rolling", "Saved", "Section", "Sentence", "ShelfError",
    "Text", "Version", "can_be_blank", "destination", "examples", "kinds_read", "look", "mask",
    "model_settings", "name_of", "read_text", "retold", "sentence_findings", "Step",
]  # fmt: skip


OWN = frozenset(("copied", "leaked", "unsupported", "unasked", "misplaced"))
"""Kinds of finding that a report of one's own brings with it when it is rolled forward."""


class Assistant(ShelfDesk, WordingDesk, FilesDesk):
    """The whole of Zhibi over one data folder. Use it as a context, or call ``close``.

    Every fault is a ``ShelfError`` (or a ``ModelError``, which is one); ``assistant.telling.tell``
    turns it into a sentence.
    """

    def __init__(self, settings: Settings, progress: Callable[[Progress], None] | None = None) -> None:
        super().__init__(settings, progress)
        self.reports = Compiler(
            self.shelf, self._archive,
            lambda brief, hits, model, seed: self.draft(brief, hits, model, seed=seed),
            lambda text, facts, year: self.check(text, facts, year),
            lambda model: model_settings(self.settings, model),
        )  # fmt: skip
        """Every act on whole reports."""

    def roll(self, report: Report, year: int, decided: str = "") -> Rolling:
        """An old report rolled forward to a year, after the decisions of a file's text.

        Raises:
            ShelfError: ``roll_file``, ``roll_choice``, ``roll_moved``.
        """
        rows = self.reports.roll(report, year)
        return Rolling(report, year, rows, decisions(decided, rows) if decided.strip() else {})

    def rolled(self, rolling: Rolling) -> Saved:
        """Last year's report after the writer's choices as a kept draft.

        What was kept of it is the writer's own and chosen place by place: that it stands in the old
        report, and in no facts, is let stand; blanks and all else are told.
        """
        saved = self.reports.rolls.as_draft(rolling)
        for finding in self.findings(saved)[0]:
            if finding.kind in (*OWN, "unused") or (
                finding.kind == "outdated" and not meant(saved.body.text, finding.span)
            ):
                self.accept(saved, finding)
        return saved


def sentence_findings(sentence_start: int, sentence: Sentence, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that lie within a sentence which begins at ``sentence_start`` of its text."""
    end = sentence_start + len(sentence.text)
    return [f for f in findings if f.span.start < end and f.span.end > sentence_start]

"""The shelf as a writer uses it: files put on it, reports opened, put right, searched."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from assistant.desks.folder import Folder
from index.bearing import bears
from index.listing import Card
from index.retrieval import Query
from index.types import Added, Hit, Passage, Progress, Removal, Report

WELCOMED = "welcomed"
"""Empty file that says the first start is over."""


@dataclass(frozen=True, slots=True)
class Place:
    """A report opened at a place, for the writer to read."""

    report: Report
    removals: tuple[Removal, ...]
    passages: tuple[Passage, ...]


class ShelfDesk(Folder):
    """Acts on the reports of the shelf."""

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
        """Passages of the shelf for a query, best first; none that has nothing to do with it."""
        asked = " ".join((query.text, query.heading, *query.facts))
        return tuple(hit for hit in self.shelf.search(query) if bears(asked, hit))

    def likewise(self, sentence: str, section: str, k: int = 3) -> tuple[Hit, ...]:
        """Passages that say something like a sentence, for the writer to compare; empty for an empty one."""
        return self.shelf.search(Query(sentence, heading=section, k=k)) if sentence.strip() else ()

    def passages(self, passage_ids: Iterable[str]) -> list[Hit]:
        """The passages of those ids that are still on the shelf, with their reports' titles."""
        return self.shelf.hits_of(passage_ids)

"""The shelf -> every way to compare its reports: one face for the screen and the command line."""

from collections.abc import Sequence

from assistant.collocating import Collocation, Drafted, collocate, drafted
from assistant.comparing import Ways, compare
from assistant.paralleling import Parallel, Topic, outline_table, overlaps, parallel
from assistant.phrasebank import PhraseBank
from assistant.repeating import Repeat, repeats
from index.concordance import Asked, Lines, concordance
from index.framing import Frame, frames
from index.retrieval import Query
from index.shelf import Shelf
from index.texts import Texts
from index.types import Hit

FOUND = 60
"""Passages looked into for sentences of the same job."""


class Comparison:
    """Compares the reports of one shelf. Safe to share between threads."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._texts = Texts(shelf.database)
        self._embedder = shelf.embedder
        self._frames: tuple[tuple[str, ...], tuple[Frame, ...]] = ((), ())
        self.phrases = PhraseBank(shelf.database)
        """Phrases the writer keeps."""

    def kwic(self, asked: Asked) -> Lines:
        """Every occurrence of exact words or a simple pattern, counted, and one page of them.

        Raises:
            ShelfError: ``pattern_empty``.
        """
        return concordance(self._texts, asked)

    def similar(
        self, text: str, kind: str = "", year: int | None = None, reports: Sequence[str] = ()
    ) -> Ways:
        """How reports say what a sentence, heading or idea says, grouped into ways of saying it."""

        def search(words: str) -> tuple[Hit, ...]:
            return self._shelf.search(Query(words, k=FOUND, kind=kind, year=year, reports=tuple(reports)))

        texts = self._texts.all(kind, year, tuple(reports))
        return compare(text, texts, search if texts else lambda _: (), self._embedder.embed)

    def formulation(self, name: str, draft: str = "") -> Collocation:
        """A set formulation: spellings, verbs, years, whether it is current, where a draft uses it."""
        return collocate(name, self._texts.all(), draft)

    def formulations_of(self, draft: str, year: int | None = None) -> tuple[Drafted, ...]:
        """The formulations a draft uses, current or past, and how many reports use each."""
        return drafted(draft, self._texts.all(), year)

    def patterns(self) -> tuple[Frame, ...]:
        """Frames that recur on the shelf; mined anew only when the shelf has changed."""
        texts = self._texts.all()
        ids = tuple(one.id for one in texts)
        if self._frames[0] != ids:
            self._frames = (ids, frames(texts))
        return self._frames[1]

    def outlines(self, report_ids: Sequence[str]) -> tuple[Topic, ...]:
        """The outlines of reports in one table, matched by topic, in their most usual order.

        Raises:
            ShelfError: ``no_such_report``, ``ambiguous_id``.
        """
        return outline_table([self._shelf.report(one) for one in report_ids], self._embedder.embed)

    def two(self, one: str, other: str) -> Parallel:
        """Two reports: sections of one topic side by side, and the runs they share.

        Raises:
            ShelfError: ``no_such_report``, ``ambiguous_id``.
        """
        return parallel(self._shelf.report(one), self._shelf.report(other), self._embedder.embed)

    def overlap(self, report_ids: Sequence[str]) -> tuple[tuple[float, ...], ...]:
        """How much of each report stands word for word in each other one, 0 to 1."""
        return overlaps([self._shelf.report(one).text for one in report_ids])

    def repeated(self, draft: str) -> tuple[Repeat, ...]:
        """Phrases a draft says more than once, with other wordings reports attest."""
        return repeats(draft, self._texts.all())

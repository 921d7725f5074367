"""The shelf -> every way to compare its reports: one face for the screen and the command line."""

import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from assistant.collocating import Collocation, Drafted, collocate, drafted, names
from assistant.comparing import Ways, compare
from assistant.kindred import kindred
from assistant.offering import offered
from assistant.paralleling import Parallel, Topic, outline_table, overlaps, parallel
from assistant.phrasebank import Phrase, PhraseBank
from assistant.repeating import Repeat, repeats
from index.concordance import Asked, Lines, concordance
from index.errors import ShelfError
from index.framed import Framed
from index.framing import Frame
from index.governing import own_verbs
from index.retrieval import Query
from index.shelf import Shelf
from index.texts import Texts
from index.types import Hit

VERBS = "verbs.toml"
"""File in the data folder with verbs of the writer's own."""
COMMON = 100
"""Reports that tell what is common."""
FOUND = 60
"""Passages looked into for sentences of the same job."""


class Comparison:
    """Compares the reports of one shelf. Safe to share between threads."""

    def __init__(self, shelf: Shelf, data: Path | None = None) -> None:
        self._words = data / VERBS if data else None
        self._shelf = shelf
        self._texts = Texts(shelf.database)
        self._embedder = shelf.embedder
        self._framed = Framed(shelf.database)
        self._warm = threading.Event()
        self.phrases = PhraseBank(shelf.database)
        """Phrases the writer keeps."""

    def _own_words(self) -> None:
        if self._words:
            own_verbs(self._words)

    def warm(self) -> None:
        """Read the texts and the model in the background, so that the first question need not wait."""
        if not self._warm.is_set():
            self._warm.set()
            threading.Thread(target=self._read, name="compare", daemon=True).start()

    def _read(self) -> None:
        with suppress(ShelfError):  # the question itself will tell it
            self._texts.all()
            self._embedder.embed(["预热"])

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

        self._own_words()
        texts = self._texts.all(kind, year, tuple(reports))
        return compare(text, texts, search if texts else lambda _: (), self._embedder.embed)

    def formulation(self, name: str, draft: str = "") -> Collocation:
        """A set formulation: spellings, verbs, years, whether it is current, where a draft uses it."""
        self._own_words()
        return collocate(name, self._texts.all(), draft)

    def common(self) -> tuple[str, ...]:
        """The lexicon's formulations that the shelf's first reports say, those of most reports first."""
        texts = self._texts.all()[:COMMON]
        counts = {name: sum(name in one.text for one in texts) for name in names()}
        said = (name for name in counts if counts[name] > 1)
        return tuple(sorted(said, key=lambda name: (-counts[name], len(name))))

    def formulations_of(self, draft: str, year: int | None = None) -> tuple[Drafted, ...]:
        """The formulations a draft uses, current or past, and how many reports use each."""
        return drafted(draft, self._texts.all(), year)

    def patterns(self) -> tuple[Frame, ...]:
        """Frames that recur on the shelf; mined anew only when the shelf has changed."""
        return self._framed.frames(self._texts.all())

    def outlines(self, report_ids: Sequence[str]) -> tuple[Topic, ...]:
        """The outlines of reports in one table, matched by topic, in their most usual order.

        Raises:
            ShelfError: ``no_such_report``, ``ambiguous_id``.
        """
        return outline_table([self._shelf.report(one) for one in report_ids], self._embedder.embed)

    def kindred(self, most: int = 4) -> tuple[str, ...]:
        """Ids of reports of one kind whose outlines are most alike, to begin a comparison with."""
        cards = [card for card in self._shelf.reports() if card.sections > 2][:COMMON]
        chosen = kindred([self._shelf.report(card.id) for card in cards], self._embedder.embed, most)
        return chosen or tuple(card.id for card in self._shelf.reports()[:most])

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
        self._own_words()
        return repeats(draft, self._texts.all())

    def phrases_like(self, written: str, most: int = 3) -> tuple[Phrase, ...]:
        """Kept phrases that fit where a text ends: those that go on as it does, then those near it."""
        return offered(written, self.phrases.find(), self._embedder.embed, most)

    def passage_at(self, report_id: str, start: int) -> str:
        """Id of the passage a place of a report stands in; empty when none holds it.

        Raises:
            ShelfError: ``no_such_report``, ``ambiguous_id``.
        """
        held = self._shelf.passages(report_id)
        return next((one.id for one in held if one.span.start <= start < one.span.end), "")

"""Settings -> an opened data folder: the shelf and all that is kept beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from assistant.accepting import Accepted
from assistant.archive import Archive
from assistant.comparison import Comparison
from assistant.leaking import Leak
from assistant.settings import Settings
from assistant.switching import Switches
from index.letters import Run
from index.shelf import Shelf
from index.types import Progress


@dataclass(frozen=True, slots=True)
class ShelfLeaks:
    """The shelf's particulars, as the gate asks for them."""

    shelf: Shelf

    def find(self, keys: Sequence[str]) -> dict[str, Leak]:
        """Where on the shelf particulars stand, by key."""
        return {key: Leak(*where) for key, where in self.shelf.find_particulars(keys).items()}

    def runs(self, text: str) -> tuple[Run, ...]:
        """The runs of a text that stand word for word in a report."""
        return self.shelf.runs(text)


class Folder:
    """One opened data folder. Use it as a context, or call ``close``."""

    def __init__(self, settings: Settings, progress: Callable[[Progress], None] | None = None) -> None:
        self.settings = settings
        key = settings.api_key.get_secret_value()
        self.shelf = Shelf(
            settings.data, settings.embedder, settings.base_url, key, progress, settings.reranker
        )
        self._archive = Archive(self.shelf.database)
        self._accepted = Accepted(self.shelf.database)
        self._switches = Switches(self.shelf.database)
        self._leaks = ShelfLeaks(self.shelf)
        self.compare = Comparison(self.shelf, settings.data)
        """Every way to compare the shelf's reports."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the data folder."""
        self.shelf.close()

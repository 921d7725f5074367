"""What a draft's editor said -> what of it is kept, in one plain record whose changes nothing cuts short."""

import secrets
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Said = tuple[str, int]
"""Name of an editor, and the number of its last change."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A text that could not be kept, and why; the writer may take it away as a file."""

    text: str
    fault: str


@dataclass(slots=True)
class Hearing:
    """What one session has heard of one draft's editor.

    Any look at the session's state may end a run, because the browser asks for the next one. A text kept
    whose number is not noted would be merged by its editor with itself. So this record is fetched before
    the text is kept, and from there on only the record is changed. A run that was told to stop may still be
    at it while the next one draws: who reads the text and the record together holds ``lock``.
    """

    session: str = field(default_factory=lambda: secrets.token_hex(4))
    said: Said = ("", 0)
    """The last change that was looked at."""
    heard: Said = ("", 0)
    """The last change that is kept, or that the writer chose against."""
    joined: str = ""
    """An earlier session whose unconfirmed words this one has taken over."""
    loaded: int | None = None
    """Revision of the text that the editor holds, its own changes included."""
    refused: str | None = None
    """A text that met another window's, until the writer is asked."""
    disputed: bool = False
    """Whether the writer is asked to choose between the last change and another window's text."""
    unsaved: Unsaved | None = None
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    def take(
        self, written: Mapping[str, Any], doc: str, on_written: Callable[[str, int | None], bool]
    ) -> None:
        """Keep a change of the editor once, however often it is sent.

        Args:
            written: ``{doc, me, seq, text, base, since}`` as the editor sends it.
            doc: Name of the text the editor was last drawn with.
            on_written: Gets ``(text, base)`` and says whether it is kept; ``base`` is the revision the text
                was typed upon where an earlier session never confirmed it, else None.
        """
        with self.lock:
            self._take(written, doc, on_written)

    def _take(
        self, written: Mapping[str, Any], doc: str, on_written: Callable[[str, int | None], bool]
    ) -> None:
        said = (str(written["me"]), int(written["seq"]))
        if said[0] == self.heard[0] and said[1] <= self.heard[1]:
            return
        foreign = written["since"] not in (self.session, self.joined)
        if not foreign and written["doc"] != doc:
            return  # typed beside a change it does not hold yet; it comes again with the change in it
        self.said = said
        if on_written(str(written["text"]), int(written["base"]) if foreign else None):
            self.heard, self.joined = said, str(written["since"])

    def settle(self) -> None:
        """What was refused need not come again: the writer has chosen between the two texts."""
        if self.disputed:
            self.disputed, self.heard = False, self.said

"""A file edited outside, e.g. in Word -> the draft's text, and what was changed in it.

What an export adds around the text (title, signature and date, the table of sources) is told apart
again and does not come back into the draft. Nothing of the file is run or opened beyond its words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

from assistant.differing import Change, changes
from assistant.laying import lay
from assistant.telling import tell
from index.reading.reading import read
from index.types import Paragraph

_SAME_TITLE: Final = 0.5
"""Likeness from which a first line is the draft's title, reworded."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What an edited file says."""

    text: str
    changes: tuple[Change, ...]
    """Every sentence of the draft's text and of the file's, kept ones too."""
    title: str = ""
    """The title as it is in the file, where it was reworded; empty where it was left alone."""
    notes: tuple[str, ...] = ()
    """Codes of what reading found or lost: comments, deletions, pictures."""

    @property
    def edited(self) -> bool:
        """Whether any sentence differs."""
        return any(change.kind != "kept" for change in self.changes)


def take_back(path: Path, before: str, title: str) -> Returned:
    """Read an edited file against the text it was exported from.

    An exported file that nobody edited gives ``text == before``, trimmed line by line.

    Args:
        path: The edited file, of any format that can be read.
        before: The draft's text.
        title: The draft's title.

    Raises:
        ShelfError: the file cannot be read; the code says why.
    """
    manuscript = read(path)
    lines = _without_appendix([paragraph.text.strip() for paragraph in manuscript.paragraphs])
    lines, reworded = _without_title(lines, before, title)
    lines = _without_closing(lines, before)
    text = "\n".join(line for line in lines if line)
    return Returned(text, changes(_trimmed(before), text), reworded, manuscript.notes)


def _trimmed(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _without_appendix(lines: Sequence[str]) -> list[str]:
    headings = {tell("review_heading", (), "zh"), tell("review_heading", (), "en")}
    first = next((place for place, line in enumerate(lines) if line in headings), len(lines))
    return list(lines[:first])


def _without_title(lines: list[str], before: str, title: str) -> tuple[list[str], str]:
    """The lines below the title, and the title where it was reworded."""
    kept = {line.strip() for line in before.splitlines()}
    if not lines or not title.strip() or lines[0] in kept:
        return lines, ""
    if lines[0] == title.strip():
        return lines[1:], ""
    alike = SequenceMatcher(None, lines[0], title.strip(), autojunk=False).ratio() >= _SAME_TITLE
    return (lines[1:], lines[0]) if alike and len(lines) > 1 else (lines, "")


def _without_closing(lines: list[str], before: str) -> list[str]:
    """Signature and date are the export's unless the draft's own text ends with them."""
    kept = {line.strip() for line in before.splitlines()}
    parts = lay([Paragraph(line) for line in lines], "")
    closing = [part.text for part in parts if part.kind in ("signature", "date")]
    if not closing or any(text in kept for text in closing):
        return lines
    return [part.text for part in parts[: len(parts) - len(closing)]]

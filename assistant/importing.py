"""A file edited outside, e.g. in Word -> the draft's text, and what was changed in it.

What an export adds around the text (title, signature and date, the table of sources) is told apart
again and does not come back into the draft. Nothing of the file is run or opened beyond its words.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

from assistant.differing import Change, changes
from assistant.gridding import restored
from assistant.laying import is_signature, lay, names_body
from assistant.quoting import curled, straightened
from assistant.signing import is_date
from assistant.telling import tell
from index.reading.reading import read
from index.types import Paragraph

_SAME_TITLE: Final = 0.5
"""Likeness from which a first line is the draft's title, reworded."""
_SAME_BELOW: Final = 0.75
"""The same for a line that others stand above: these are left out, so it must be sure."""
_SAME_LINE: Final = 0.5
"""Likeness from which a last line is one of the draft's, reworded, and no signature."""
_HEAD: Final = 30
"""Characters of the longest line that stands above a title."""
_TYPED: Final = (".txt", ".md")
"""Formats in which an export leaves straight quotes straight."""
_TITLE_LINES: Final = 8
"""Lines that a title and what stands above it take at most."""
_SIGNATURES: Final = 3
_DATE_LONGEST: Final = 12


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
    if path.suffix.lower() not in _TYPED:
        lines = [straightened(line, before) for line in lines]
    lines = restored(lines, before)
    lines, reworded, above = _without_title([line for line in lines if line], before, title)
    lines = _without_closing(lines, before)
    text = "\n".join(line for line in lines if line)
    return Returned(text, changes(_trimmed(before), text), reworded, _noted(manuscript.notes, above))


def _noted(notes: Sequence[str], above: int) -> tuple[str, ...]:
    return (*notes, f"note_above_title:{above}") if above else tuple(notes)


def _trimmed(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _without_appendix(lines: Sequence[str]) -> list[str]:
    headings = {tell("review_heading", (), "zh"), tell("review_heading", (), "en")}
    first = next((place for place, line in enumerate(lines) if line in headings), len(lines))
    return list(lines[:first])


def _without_title(lines: list[str], before: str, title: str) -> tuple[list[str], str, int]:
    """The lines below the title, the title where it was reworded, and how many lines stood above it.

    It may stand on several lines, below a red head and a number: 某某局文件, 某发〔2024〕5号.
    """
    new = Counter(lines) - Counter(line.strip() for line in before.splitlines())
    own = next((n for n, line in enumerate(lines) if not new[line]), len(lines))
    tops = _tops(lines[: min(own, _TITLE_LINES)]) if title.strip() else {}
    if not tops:
        return lines, "", 0
    same = next((place for place, top in tops.items() if _bare(top) in _wordings(title)), None)
    if same:
        return lines[same[1] :], "", same[0]
    alike = {
        place: SequenceMatcher(None, top, title.strip(), autojunk=False).ratio()
        for place, top in tops.items()
    }
    best = max(alike, key=lambda place: (alike[place], -place[0], -place[1]))
    least = _SAME_BELOW if best[0] else _SAME_TITLE
    if alike[best] < least or len(lines) <= best[1]:
        return lines, "", 0
    return lines[best[1] :], tops[best], best[0]


def _tops(lines: Sequence[str]) -> dict[tuple[int, int], str]:
    """(first line, line after the last) of what may be the title -> it as one line."""
    heads = next((n for n, line in enumerate(lines) if not _stands_above(line)), len(lines))
    return {
        (start, end): _joined(lines[start:end])
        for start in range(min(heads, len(lines) - 1) + 1)
        for end in range(start + 1, len(lines) + 1)
    }


def _stands_above(line: str) -> bool:
    """Whether a line may stand above a title: the red head, a number, a signer; no sentence."""
    return len(line) <= _HEAD and line[-1:] not in "。；！？，"


def _joined(lines: Sequence[str]) -> str:
    """Lines of a title as one; a blank stands only between Latin words."""
    out = ""
    for line in lines:
        latin = out[-1:].isascii() and out[-1:].isalpha() and line[:1].isascii() and line[:1].isalnum()
        out += f" {line}" if latin else line
    return out


def _wordings(title: str) -> tuple[str, str]:
    return _bare(title), _bare(curled(title.strip()))


def _bare(title: str) -> str:
    return "".join(title.split())


def _without_closing(lines: list[str], before: str) -> list[str]:
    """Signature and date are the export's unless the draft's own text ends with them."""
    own = [Paragraph(line.strip()) for line in before.splitlines() if line.strip()]
    rest = [line for line in lines if line]
    if any(part.kind == "date" for part in lay(own, "")):
        return rest
    added = Counter(rest) - Counter(line.text for line in own)
    if rest and added[rest[-1]] and _signed_and_dated(rest[-1]):
        return rest[:-1]
    places = _closing(rest, added, own)
    return rest[: len(rest) - places]


def _closing(lines: Sequence[str], added: Counter[str], own: Sequence[Paragraph]) -> int:
    """How many lines at the end are a signature and a date that the draft does not have."""
    ends = lines[::-1]
    day = 1 if ends and added[ends[0]] and (_is_day(ends[0]) or _stands_for_day(ends, added)) else 0
    signed = _signed(ends[day:], added, own)
    sure = day or (signed and names_body(ends[0]) and not re.search("[，：]", ends[0]))
    return day + signed if sure else 0


def _stands_for_day(ends: Sequence[str], added: Counter[str]) -> bool:
    """Whether a last line is what was typed for a date: a word or two below the name of a body."""
    if len(ends) < 2 or len(ends[0]) > _DATE_LONGEST or names_body(ends[0]):
        return False
    both = all(added[line] and is_signature(Paragraph(line)) for line in ends[:2])
    return both and names_body(ends[1])


def _signed(ends: Sequence[str], added: Counter[str], own: Sequence[Paragraph]) -> int:
    count = 0
    left = added.copy()
    for line in ends[: min(_SIGNATURES, len(ends) - 1)]:
        if left[line] < 1 or not is_signature(Paragraph(line)) or any(_alike(line, one.text) for one in own):
            break
        if count and not (names_body(line) and names_body(ends[0])):
            break  # a second line is a body that signs too, not a line the writer added
        left[line] -= 1
        count += 1
    return count


def _alike(line: str, other: str) -> bool:
    """Whether a line is another one reworded; an equal one is the same name set twice."""
    same = SequenceMatcher(None, line, other, autojunk=False)
    return line != other and same.quick_ratio() >= _SAME_LINE and same.ratio() >= _SAME_LINE


def _is_day(line: str) -> bool:
    return is_date(line) or is_date(line.strip("（）()"))


def _signed_and_dated(line: str) -> bool:
    """Whether one line holds both: 某某局 2024年12月20日."""
    name, _, day = line.rpartition(" ") if " " in line else line.rpartition("\u3000")
    return is_date(day) and bool(name.strip()) and is_signature(Paragraph(name.strip()))

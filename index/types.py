"""Nouns of the shelf: Span, Manuscript, Removal, Clean, Section, Report, Passage, Hit, Expression, Added."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Role = Literal["opening", "work", "problems", "next", "closing"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of one text, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as the file holds it, automatic numbering written out."""

    text: str
    level: int = 0
    """Outline level the file's own styles give it, 1 to 9; 0 is body text."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A sample file read: its paragraphs in order, and what reading lost or guessed."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()
    """Sentences for the writer, e.g. which encoding was taken."""


@dataclass(frozen=True, slots=True)
class Removal:
    """A stretch that cleaning took out."""

    text: str
    why: str
    """A code: advertisement, contact, paste_mark, page_number, repeated_header, invisible."""
    at: int
    """Where it stood, as an offset into the clean text."""
    place: int = field(default=0, compare=False)
    """Its number among all that was taken out of the file, by which the writer puts it back."""


@dataclass(frozen=True, slots=True)
class Clean:
    """Clean text with what was removed. Paragraphs are lines, joined by a newline, none empty."""

    text: str
    removals: tuple[Removal, ...] = ()
    levels: tuple[tuple[int, int], ...] = ()
    """(offset of a line's first character, outline level from the file's styles), only level >= 1."""


@dataclass(frozen=True, slots=True)
class Section:
    """A node of a report's outline.

    ``span`` runs from the first character of the mark (or heading) to where the next section of the
    same or a higher rank begins, so a section's span holds its subsections. ``body`` is what stands
    under the heading before the first subsection. The first section of a report may be the untitled
    opening: ``mark == heading == ""`` and ``level == 0``.
    """

    level: int
    """Rank of the mark's shape: 1 一、 2 （一） 3 1. 4 （1） 5 一是; 0 for text before any mark."""
    mark: str
    heading: str
    span: Span
    body: Span
    parent: int | None
    """Place of the enclosing section in ``Report.sections``; None at the top."""
    role: Role = "work"


@dataclass(frozen=True, slots=True)
class Report:
    """A sample report on the shelf. ``text`` is the only coordinate system for its spans."""

    id: str
    """First 12 hex digits of the SHA-256 of ``text`` in UTF-8."""
    title: str
    text: str
    sections: tuple[Section, ...] = ()
    kind: str = ""
    """文种, e.g. 工作总结; empty when it could not be told."""
    year: int | None = None
    era: str = ""
    """届次, the report's own time: 党的二十大, 十九届六中全会, “十四五”; empty when it could not be told."""
    viewpoint: str = ""
    """``班子`` when a body speaks, ``个人`` when one official does; empty when it could not be told."""
    organisation: str = ""
    """What kind of body it is about, e.g. 政府部门; empty when it could not be told."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole sentences of one section: ``span.of(report.text) == text``."""

    id: str
    """``f"{report_id}-{span.start}"``."""
    report_id: str
    headings: tuple[str, ...]
    """Heading path, outermost first, marks included; empty in a report without headings."""
    span: Span
    text: str
    role: Role = "work"
    section: int = 0
    """Place of its section in ``Report.sections``."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a query. Higher scores are better, comparable within one list only."""

    passage: Passage
    score: float
    title: str = ""
    """Title of the passage's report."""
    why: tuple[str, ...] = field(default=())
    """Reasons a writer understands: the words it shares, how near it is, its role."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A typed particular found in a text: a figure, date, meeting, title, name, place or blank."""

    kind: str
    """count, percent, points, money, ratio, range, date, period, ordinal, meeting, title, docno, article,
    organisation, person, place, contact, slogan or blank."""
    span: Span
    text: str
    """``span.of(source) == text``."""
    key: str
    """Canonical form: two expressions with equal keys say the same, e.g. ``count:28:次``,
    ``percent:12.5``, ``date:2023-03-24``, ``date:-03-24`` (no year said), ``title:中国共产党章程``."""
    low: Decimal | None = None
    high: Decimal | None = None
    """Numeric bounds, inclusive; equal for an exact figure, None where the kind has no number."""
    unit: str = ""
    approx: str = ""
    """How it is hedged: 余, 多, 近, 约, 以上, 以下 …; empty when it is exact."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long act has come."""

    done: int
    total: int
    name: str = ""
    """What is being worked on now, e.g. a file name."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file that was to be added to the shelf."""

    path: str
    status: Literal["added", "duplicate", "refused"]
    code: str = ""
    """Code of the reason (a duplicate or refused file); its sentence is in ``assistant/messages``."""
    values: tuple[tuple[str, str], ...] = ()
    """Values the sentence names, as (name, value)."""
    report_id: str = ""
    title: str = ""
    kind: str = ""
    year: int | None = None
    sections: int = 0
    passages: int = 0
    removals: tuple[Removal, ...] = ()
    notes: tuple[str, ...] = ()
    """Codes or sentences on what reading guessed or lost."""
    era: str = ""
    viewpoint: str = ""
    organisation: str = ""
    like: str = ""
    """Title of the report on the shelf that most of it stands in too; empty when there is none."""
    like_id: str = ""
    like_share: int = 0
    """How much of it stands there, in percent of its words."""

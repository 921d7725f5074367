"""Reports -> their outlines in one table by topic, and two reports' sections of one topic side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.clustering import Embed, cluster, nearness
from index.types import Report, Section, Span
from index.wording import plain_heading

TOPIC = 0.3
"""Mean likeness from which headings are one topic."""
SAME_ROLE, OTHER_ROLE = 0.3, -0.3
"""Added to the likeness of two headings whose sections play one role (other than work), or two roles."""
BROAD = re.compile(
    "(?:[0-9〇零一二三四五六七八九十]+|上半|下半|年|度|以来|今|主要|重点|全|各项|工作|总结|情况|回顾|开展|完成|落实|的|成效|成绩"
    "|做法|取得|及|和|与|推进|措施)+"
)
"""A heading that tells of all the work at once: two such are one topic whatever their words."""
RUN = 8
"""Characters that two reports must share in a row to be told."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A report's section on a topic; ``share`` is its part of the report's length, 0 to 1."""

    report_id: str
    heading: str
    start: int
    end: int
    share: float
    place: int
    """Its place among the report's sections of this rank, from 1."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A row of the table: the sections on one topic, at most all of the reports."""

    name: str
    role: str
    cells: tuple[Cell, ...]
    reports: int
    share: float
    """Mean share of length where it stands."""
    order: float
    """Mean place, 0 at the beginning to 1 at the end: rows are sorted by it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that two reports share: ``text`` stands at ``left`` in one, at ``right`` in the other."""

    text: str
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Sections of one topic in two reports; either may be missing."""

    topic: str
    left: Cell | None
    right: Cell | None
    left_text: str
    right_text: str
    left_shared: tuple[Span, ...]
    right_shared: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two reports side by side. ``overlap`` is the share of the left one's text that stands in the right."""

    left: str
    right: str
    pairs: tuple[Pair, ...]
    runs: tuple[Run, ...]
    overlap: float


def outline_table(reports: Sequence[Report], embed: Embed) -> tuple[Topic, ...]:
    """Sections of the first rank matched by topic, in their most usual order."""
    found = [(report, *one) for report in reports for one in _top(report)]
    if not found:
        return ()
    headings = [plain_heading(section.heading) or section.mark for _, section, _, _ in found]
    alike = nearness(headings, embed)
    broad = np.array([bool(BROAD.fullmatch(heading)) for heading in headings])
    alike = np.where(broad[:, None] & broad[None, :], 1.0, alike)
    roles = np.array([section.role for _, section, _, _ in found])
    same = roles[:, None] == roles[None, :]
    alike = alike + np.where(same, np.where(roles == "work", 0.0, SAME_ROLE), OTHER_ROLE)
    groups = cluster(alike, TOPIC, mean=True)
    rows = [_topic([found[i] for i in group], [headings[i] for i in group]) for group in groups]
    return tuple(sorted(rows, key=lambda row: (row.order, -row.reports)))


def parallel(one: Report, other: Report, embed: Embed) -> Parallel:
    """Sections of the same topic next to each other, and every run of eight characters or more shared."""
    runs = shared_runs(one.text, other.text)
    left_spans = [Span(run.left, run.left + len(run.text)) for run in runs]
    right_spans = [Span(run.right, run.right + len(run.text)) for run in runs]
    pairs = []
    for topic in outline_table((one, other), embed):
        lefts = [cell for cell in topic.cells if cell.report_id == one.id]
        rights = [cell for cell in topic.cells if cell.report_id == other.id]
        for i in range(max(len(lefts), len(rights))):
            left, right = (side[i] if i < len(side) else None for side in (lefts, rights))
            pairs.append(
                Pair(
                    topic.name, left, right, _words(one, left), _words(other, right),
                    _within(left_spans, left), _within(right_spans, right),
                )
            )  # fmt: skip
    covered = sum(len(span) for span in left_spans)
    return Parallel(one.id, other.id, tuple(pairs), runs, covered / max(1, len(one.text)))


def shared_runs(one: str, other: str) -> tuple[Run, ...]:
    """Longest runs shared, from left to right of ``one``, not overlapping there, none across a line end."""
    places: dict[str, list[int]] = {}
    for at in range(len(other) - RUN + 1):
        places.setdefault(other[at : at + RUN], []).append(at)
    runs: list[Run] = []
    at = 0
    while at <= len(one) - RUN:
        found = [(_length(one, at, other, b), -b) for b in places.get(one[at : at + RUN], ())[:50]]
        size, place = max(found, default=(0, 0))
        if size >= RUN:
            runs.append(Run(one[at : at + size], at, -place))
        at += max(1, size)
    return tuple(runs)


def overlaps(texts: Sequence[str]) -> tuple[tuple[float, ...], ...]:
    """Share of each text's runs of eight characters that stand in each other text; 1 on the diagonal."""
    grams = [{text[i : i + RUN] for i in range(len(text) - RUN + 1)} for text in texts]
    return tuple(tuple(len(a & b) / len(a) if a else float(a is b) for b in grams) for a in grams)


def _top(report: Report) -> list[tuple[Section, int, int]]:
    """(section, its place from 1, how many) for the sections no other one encloses."""
    tops = [s for s in report.sections if (s.mark or s.heading) and _free(s, report.sections)]
    return [(section, place, len(tops)) for place, section in enumerate(tops, 1)]


def _free(section: Section, sections: Sequence[Section]) -> bool:
    parent = sections[section.parent] if section.parent is not None else None
    return parent is None or not (parent.mark or parent.heading)


def _topic(group: Sequence[tuple[Report, Section, int, int]], headings: Sequence[str]) -> Topic:
    cells = tuple(
        Cell(
            report.id, section.mark + section.heading, section.span.start, section.span.end,
            len(section.span) / max(1, len(report.text)), place,
        )
        for report, section, place, _ in group
    )  # fmt: skip
    order = sum((place - 0.5) / count for _, _, place, count in group) / len(group)
    share = sum(cell.share for cell in cells) / len(cells)
    name = max(headings, key=lambda heading: (headings.count(heading), -len(heading)))
    return Topic(name, group[0][1].role, cells, len({cell.report_id for cell in cells}), share, order)


def _words(report: Report, cell: Cell | None) -> str:
    return report.text[cell.start : cell.end].rstrip() if cell else ""


def _within(spans: Sequence[Span], cell: Cell | None) -> tuple[Span, ...]:
    """Spans of a report cut to a section, in offsets of the section's text."""
    if cell is None:
        return ()
    cut = (
        Span(max(s.start, cell.start) - cell.start, min(s.end, cell.end) - cell.start) for s in sorted(spans)
    )
    joined: list[Span] = []
    for span in cut:
        if span.end <= span.start:
            continue
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _length(one: str, a: int, other: str, b: int) -> int:
    size = 0
    while a + size < len(one) and b + size < len(other) and one[a + size] == other[b + size] != "\n":
        size += 1
    return size

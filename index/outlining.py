"""Clean text -> tree of sections: 一、（一）1.（1）一是 at any mix, run in or alone, and unmarked headings.

Every section owns the text from its first character to the next section's; what it owns is its mark
and heading, then its body. So ``text[s.span.start:next.span.start]`` of all sections in order is the
text again from the first character that is not blank, and each character that is not blank lies in one
heading or one body. A part that leaves a run of items, like a summary after 三是…, is a section without
mark and heading: level 0 at the top of the report, else the level of the items.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

from index.contents import contents_lines
from index.headings import split_heading, title_end
from index.leaving import tail_lines
from index.marks import Mark, bare_numerals, inside_marks, line_mark, loose_numerals
from index.numbering import in_sequence, lists_enclosures, run_in, serials, walls, without_notes
from index.roles import assign
from index.types import Clean, Section, Span
from index.unmarked import ORNAMENTS, plain_headings

_LINE: Final = re.compile(r"[^\n]+")
_RANKS: Final = {
    "part": 0, "node": 1, "cn": 2, "roman": 2, "paren": 3, "letter": 3, "digit": 4, "point": 5,
    "round": 6, "ring": 7, "is": 8, "must": 8, "nth": 8, "item": 8, "turn": 8, "first": 8,
    "named": 8, "subpoint": 6,
}  # fmt: skip
"""Shape -> how deep it stands where shapes of one level meet: 第一章 holds 第一节, that holds 一、."""
_LONE: Final = 8
"""Characters of the longest line that is a mark alone."""
_PLAIN_RANKS: Final = {0: 0, 1: 2, 2: 3, 3: 4, 4: 6, 5: 8}


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a section begins, before it has a parent."""

    shape: str
    """A mark's shape; ``plain`` for a heading without one, ``tail`` for text that leaves a run."""
    number: int
    level: int
    rank: int
    start: int
    end: int
    """Where the heading may begin."""
    line: int


def outline(clean: Clean) -> tuple[Section, ...]:
    """The sections of a clean text, in the order of the text, roles given.

    Args:
        clean: Text whose lines are paragraphs, and the outline levels of the file's own styles.

    Returns:
        Sections whose ``parent`` stands before them; one untitled section for a text without headings;
        none for a blank text.
    """
    text = clean.text
    lines = [Span(*found.span()) for found in _LINE.finditer(text) if found.group().strip()]
    if not lines:
        return ()
    starts = _starts(clean, lines)
    first = lines[0].start + len(lines[0].of(text)) - len(lines[0].of(text).lstrip())
    if not starts or starts[0].start > first:
        starts = [_Start("opening", 0, 0, -1, first, first, 0), *starts]
    parents = _parents(starts)
    sections = _sections(text, lines, starts, parents)
    return assign(tuple(sections), text)


def _starts(clean: Clean, lines: Sequence[Span]) -> list[_Start]:
    text = clean.text
    inside = [
        mark for place, line in enumerate(lines) for mark in inside_marks(line.of(text), line.start, place)
    ]
    listed = contents_lines(text, lines)
    heads = _line_marks(text, lines, inside, listed)
    taken = _lines_of(heads.values(), lines) | listed
    title = title_end(list(lines), text, taken)
    enclosed = {place for place, line in enumerate(lines) if lists_enclosures(line.of(text))}
    inside = [mark for mark in inside if mark.line >= title and mark.line not in enclosed]
    ranked = {place: mark for place, mark in heads.items() if mark.level < 5}
    strong = sorted([*ranked.values(), *run_in(inside, ranked)], key=lambda mark: mark.start)
    plain = plain_headings(clean, lines, strong, taken, title)
    barriers = walls(strong, [lines[place].start for place in plain])
    loose = [mark for mark in (*heads.values(), *inside) if mark.level == 5]
    runs = serials(sorted(loose, key=lambda mark: mark.start), barriers, text)
    marks = [*strong, *(mark for run in runs for mark in run)]
    starts = [_of_mark(mark) for mark in marks]
    starts += [_of_line("plain", level, lines[place], place) for place, level in plain.items()]
    begun = {start.start for start in starts}
    starts += [
        _of_line("tail", level, lines[place], place)
        for place, level in tail_lines(text, lines, marks, plain)
        if lines[place].start not in begun
    ]
    return sorted(starts, key=lambda start: start.start)


def _line_marks(
    text: str, lines: Sequence[Span], inside: Sequence[Mark], listed: Set[int]
) -> dict[int, Mark]:
    """The marks that lines begin with and that can be numbering, by place of the line."""
    numerals = loose_numerals(text, lines) | bare_numerals(text, lines)
    found = [numerals.get(place) or _line_mark(text, lines, place) for place in range(len(lines))]
    marks = [mark for mark in found if mark is not None and mark.line not in listed]
    marks = without_notes(text, lines, marks)
    kept = in_sequence([mark for mark in marks if mark.level < 5], inside)
    return {mark.line: mark for mark in [*kept, *(mark for mark in marks if mark.level == 5)]}


def _line_mark(text: str, lines: Sequence[Span], place: int) -> Mark | None:
    """The mark a line begins with; one alone on its line belongs to the next line's words."""
    line = lines[place]
    if len(line) > _LONE or place + 1 == len(lines):
        return line_mark(line.of(text), line.start, place)
    mark = line_mark(text[line.start : lines[place + 1].end], line.start, place)
    if mark is None or mark.end < line.end:
        return mark
    following = lines[place + 1]
    if line_mark(following.of(text) + "。", following.start, place + 1):
        return None
    return replace(mark, line=place + 1)


def _lines_of(marks: Iterable[Mark], lines: Sequence[Span]) -> set[int]:
    """Places of the lines that begin with a mark, those of marks alone on a line among them."""
    return {
        place
        for mark in marks
        for place in ((mark.line,) if lines[mark.line].start <= mark.start else (mark.line - 1, mark.line))
    }


def _of_mark(mark: Mark) -> _Start:
    return _Start(mark.shape, mark.number, mark.level, _RANKS[mark.shape], mark.start, mark.end, mark.line)


def _of_line(shape: str, level: int, line: Span, place: int) -> _Start:
    if shape == "plain":
        return _Start(shape, 0, max(level, 1), _PLAIN_RANKS[level], line.start, line.start, place)
    return _Start(shape, 0, level, _PLAIN_RANKS[level] if level else -1, line.start, line.start, place)


def _parents(starts: Sequence[_Start]) -> list[int | None]:
    """The parent's place of each start: the nearest open one that its number does not continue or close."""
    places: dict[str, list[int]] = {}
    for place, start in enumerate(starts):
        places.setdefault(start.shape, []).append(place)
    parents: list[int | None] = []
    stack: list[int] = []
    turned: set[tuple[str, str]] = set()
    for place in range(len(starts)):
        depth = _depth(starts, stack, place, places, turned)
        del stack[depth:]
        parents.append(stack[-1] if stack else None)
        stack.append(place)
    return parents


def _depth(
    starts: Sequence[_Start],
    stack: list[int],
    place: int,
    places: dict[str, list[int]],
    turned: set[tuple[str, str]],
) -> int:
    """How many of the open sections stay open above ``starts[place]``.

    ``turned`` gathers the pairs of shapes that this report nests the other way round: 1. above （一）.
    """
    start = starts[place]
    if start.number > 1:
        for depth in range(len(stack) - 1, -1, -1):
            if starts[stack[depth]].shape == start.shape:
                return depth
    depth = len(stack)
    while depth:
        top = starts[stack[depth - 1]]
        if top.level == 0 and (top.shape == "opening" or start.rank < 3):
            depth -= 1
            continue
        if top.rank < start.rank:
            break
        pair = (top.shape, start.shape)
        if start.number == 1 and (pair in turned or _goes_on(starts, top, place, places)):
            turned.add(pair)
            break
        depth -= 1
    return depth


def _goes_on(starts: Sequence[_Start], top: _Start, place: int, places: dict[str, list[int]]) -> bool:
    """Whether ``top``'s numbering goes on past ``starts[place]``, which then lies inside ``top``.

    So a report that numbers 1. above （一） keeps its shape.
    """
    same = places[top.shape]
    later = bisect_left(same, place)
    if top.shape == starts[place].shape or later == len(same) or not top.number:
        return False
    return starts[same[later]].number == top.number + 1


MARKUP = "#* \t\n\u3000\xa0"
"""Blanks, and what a pasted Markdown heading wears: ## 一、工作回顾."""


def _sections(
    text: str, lines: Sequence[Span], starts: Sequence[_Start], parents: Sequence[int | None]
) -> Iterator[Section]:
    ends = _ends(starts, parents, len(text))
    heading_runs = _heading_runs(text, lines, starts, parents, ends)
    for place, start in enumerate(starts):
        after = starts[place + 1].start if place + 1 < len(starts) else len(text)
        heads = start.level < 3 or (parents[place], start.shape) in heading_runs
        held = place + 1 < len(starts) and parents[place + 1] == place
        more = held or bool(_rest(text, lines, start, ends[place]))
        heading, body = _heading(text, lines, start, after, more=more, alone=heads)
        mark = text[start.start : start.end].strip(MARKUP)
        heading = heading.strip(MARKUP) if text[start.start] in "#*" else heading
        span = Span(start.start, ends[place])
        yield Section(start.level, mark, heading, span, _trimmed(text, body, after), parents[place])


def _ends(starts: Sequence[_Start], parents: Sequence[int | None], length: int) -> list[int]:
    """Where each section's span ends: where the next section outside it begins."""
    ends = [length] * len(starts)
    stack: list[int] = []
    for place, parent in enumerate(parents):
        while stack and stack[-1] != parent:
            ends[stack.pop()] = starts[place].start
        stack.append(place)
    return ends


def _heading_runs(
    text: str,
    lines: Sequence[Span],
    starts: Sequence[_Start],
    parents: Sequence[int | None],
    ends: Sequence[int],
) -> set[tuple[int | None, str]]:
    """The runs of marks (parent, shape) with text under some line: their lines are headings, not items."""
    return {
        (parents[place], start.shape)
        for place, start in enumerate(starts)
        if start.level >= 3 and _rest(text, lines, start, ends[place])
    }


def _rest(text: str, lines: Sequence[Span], start: _Start, end: int) -> str:
    return text[lines[start.line].end : end].strip()


def _heading(
    text: str, lines: Sequence[Span], start: _Start, after: int, *, more: bool, alone: bool
) -> tuple[str, int]:
    """A section's heading, and where its body begins."""
    if start.shape in ("opening", "tail"):
        return "", start.start
    line_end = min(lines[start.line].end, after)
    if start.shape == "plain":
        return text[start.start : line_end].strip(ORNAMENTS), line_end
    heading, offset = split_heading(text[start.end : line_end], start.level, more=more, alone=alone)
    return heading, start.end + offset


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left == len(piece):
        return Span(start, start)
    return Span(start + left, start + len(piece.rstrip()))

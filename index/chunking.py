"""Report -> passages: whole sentences of one section, with the path of headings above them.

``passage.span.of(report.text) == passage.text``. A passage stays within one section of level 1 to 4 (or
the opening); only short items of one parent that have no heading, or are 一是…二是…, share a passage,
which is then the parent's.
A heading on a line of its own, or run in before its text, is in the path and not in the passage; an item
of level 5 begins with its mark, since 一是 is part of its sentence. Titles and signatures are no passage.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from index.grouping import Piece, groups_of, pieces_of
from index.headings import title_end
from index.roles import role_of_text
from index.types import Passage, Report, Role, Section, Span
from index.unmarked import signs

_LEAVE: Final = 400
"""Characters before a report's end in which a passage may be its closing."""
_SIGNED: Final = 4
"""Lines a signature has at most."""
_OPENING: Final = frozenset(("Ps", "Pi"))


def chunk(report: Report) -> tuple[Passage, ...]:
    """The passages of a report, in the order of its text.

    Args:
        report: Its sections as ``outline`` gives them; one without sections is one section.
    """
    text = report.text
    sections = report.sections or (Section(0, "", "", Span(0, len(text)), Span(0, len(text)), None),)
    kept = Span(_title(text, sections), _signature(text))
    passages: list[Passage] = []
    for pieces in _regions(text, sections, kept):
        for group in groups_of(pieces, text, sections):
            passage = _passage(report.id, text, sections, group)
            if passage is not None:
                passages.append(passage)
    if len(passages) > 1 and not sections[0].mark and passages[0].section == 0 and passages[0].role == "work":
        passages[0] = replace(passages[0], role="opening")
    return tuple(passages)


def _title(text: str, sections: Sequence[Section]) -> int:
    """Offset at which the title's lines end."""
    opening = sections[0]
    if opening.mark or opening.heading:
        return 0
    lines = [Span(s.start, s.end) for s in _line_spans(text, 6)]
    starts = {section.span.start for section in sections[1:]}
    marked = {place for place, line in enumerate(lines) if line.start in starts}
    count = title_end(lines, text, marked)
    return lines[count - 1].end if count else 0


def _signature(text: str) -> int:
    """Offset at which the report ends and a signature (unit, date) begins."""
    end = len(text)
    for _ in range(_SIGNED):
        start = text.rfind("\n", 0, end) + 1
        if not start or not signs(text[start:end]):
            break
        end = start - 1
    return end


def _line_spans(text: str, most: int) -> Iterator[Span]:
    start = 0
    for _ in range(most):
        end = text.find("\n", start)
        stop = len(text) if end < 0 else end
        if text[start:stop].strip():
            yield Span(start, stop)
        if end < 0:
            return
        start = end + 1


def _regions(text: str, sections: Sequence[Section], kept: Span) -> Iterator[list[Piece]]:
    """Runs of sentences that passages may be formed within: a section's body with its items of level 5."""
    pieces: list[Piece] = []
    home: int | None = None
    for place, section in enumerate(sections):
        item = section.level == 5 or bool(section.mark and section.level > 1 and not section.heading)
        base = section.parent if item and section.parent is not None else place
        if base != home:
            if pieces:
                yield pieces
            pieces = []
            home = base
        bare = item and not section.heading and not section.body
        start = section.span.start if item and not bare else section.body.start
        pieces.extend(pieces_of(text, Span(max(start, kept.start), min(section.body.end, kept.end)), place))
    if pieces:
        yield pieces


def _passage(
    report_id: str, text: str, sections: Sequence[Section], group: Sequence[Piece]
) -> Passage | None:
    group = _closed(group)
    if not group:
        return None
    end = group[-1].span.end
    first = sections[group[0].section]
    begun = group[0].span.start
    start = _begin(text, first.body.start if first.level < 5 and first.span.start == begun else begun, end)
    if start >= end:
        return None
    places = {piece.section for piece in group}
    home = group[0].section
    if len(places) > 1 and all(sections[place].parent != home for place in places):
        home = sections[home].parent or 0
    span = Span(start, end)
    words = span.of(text)
    if signs(words):
        return None
    path = _path(sections, home)
    role = _role(sections[home], words, len(text) - end)
    return Passage(f"{report_id}-{start}", report_id, path, span, words, role, home)


def _closed(group: Sequence[Piece]) -> Sequence[Piece]:
    """The group up to its last piece that ends as a sentence or a line does."""
    count = len(group)
    while count and not (group[count - 1].whole or group[count - 1].ends_line):
        count -= 1
    return group[:count]


def _begin(text: str, start: int, end: int) -> int:
    """The start moved past dashes, bullets and stray stops."""
    while start < end:
        sign = text[start]
        kind = unicodedata.category(sign)
        if sign.isspace() or (kind[0] == "P" and kind not in _OPENING) or kind == "So":
            start += 1
        else:
            break
    return start


def _path(sections: Sequence[Section], home: int) -> tuple[str, ...]:
    names: list[str] = []
    place: int | None = home
    while place is not None:
        section = sections[place]
        if section.heading:
            space = " " if section.mark.isascii() and section.mark and section.heading[:1].isascii() else ""
            names.append(f"{section.mark}{space}{section.heading}")
        place = section.parent
    return tuple(reversed(names))


def _role(section: Section, words: str, left: int) -> Role:
    """The section's role, unless the passage's own words say problems, next steps or, at the end, closing."""
    if section.role == "next":
        return section.role
    said = role_of_text(words)
    if said is None or said == "opening":
        return section.role
    if said == "closing":
        return said if left <= _LEAVE and section.role == "work" else section.role
    return said

"""Report -> passages: whole sentences of one section, with the path of headings above them.

``passage.span.of(report.text) == passage.text``. A passage stays within one section of level 1 to 4 (or
the opening); only short items 一是…二是… of one parent share a passage, which is then the parent's.
A heading on a line of its own, or run in before its text, is in the path and not in the passage; an item
of level 5 begins with its mark, since 一是 is part of its sentence. Titles and signatures are no passage.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.headings import title_end
from index.roles import role_of_text
from index.sentences import sentences
from index.types import Passage, Report, Role, Section, Span
from index.unmarked import signs

LEAST: Final = 60
"""Characters below which a passage is joined to its neighbour, where the section has one."""
MOST: Final = 350
"""Characters a passage does not exceed, unless one sentence does."""
_LEAVE: Final = 400
"""Characters before a report's end in which a passage may be its closing."""
_SIGNED: Final = 4
"""Lines a signature has at most."""
_WHOLE: Final = frozenset("。！？!?.…”’》〉）)】")
_LEADS: Final = frozenset("：:；;")
_CUE: Final = re.compile(r"[题足距板困挑弱醒]|下|明年|来年|新的一年|面向未来|展望|今后|年|[A-Za-z]{4}")
"""What any sentence that speaks of problems or next steps has near its start; asked first, for speed."""
_OPENING: Final = frozenset(("Ps", "Pi"))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence with the section it stands in."""

    span: Span
    section: int
    ends_line: bool
    whole: bool
    """Whether it ends as a sentence does; a line may end without."""


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
        for group in _groups(pieces, text, sections):
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


def _regions(text: str, sections: Sequence[Section], kept: Span) -> Iterator[list[_Piece]]:
    """Runs of sentences that passages may be formed within: a section's body with its items of level 5."""
    pieces: list[_Piece] = []
    home: int | None = None
    for place, section in enumerate(sections):
        item = section.level == 5
        base = section.parent if item and section.parent is not None else place
        if base != home:
            if pieces:
                yield pieces
            pieces = []
            home = base
        bare = item and not section.heading and not section.body
        start = section.span.start if item and not bare else section.body.start
        pieces.extend(_pieces(text, Span(max(start, kept.start), min(section.body.end, kept.end)), place))
    if pieces:
        yield pieces


def _pieces(text: str, region: Span, place: int) -> Iterator[_Piece]:
    if region.end <= region.start:
        return
    for found in sentences(region.of(text)):
        span = Span(region.start + found.start, region.start + found.end)
        ends_line = text[span.end : span.end + 40].lstrip(" \t\u3000")[:1] in ("\n", "")
        yield _Piece(span, place, ends_line, text[span.end - 1] in _WHOLE)


def _groups(pieces: Sequence[_Piece], text: str, sections: Sequence[Section]) -> Iterator[list[_Piece]]:
    """Sentences of one region grouped to passages: by paragraph and item first, by size second."""
    waiting: list[_Piece] = []
    for block in _blocks(pieces, text, sections):
        parted = waiting and (
            _length((waiting[0], block[-1])) > MOST or _turns(block[0], waiting, text, sections)
        )
        if parted and (_length(waiting) >= LEAST // 2 and waiting[-1].whole or _length(waiting) > MOST):
            yield from _split(waiting)
            waiting = []
        waiting.extend(block)
        if _length(waiting) >= LEAST and waiting[-1].whole:
            yield from _split(waiting)
            waiting = []
    if waiting:
        yield from _split(waiting)


def _blocks(pieces: Sequence[_Piece], text: str, sections: Sequence[Section]) -> Iterator[list[_Piece]]:
    """Paragraphs and items; a paragraph is parted where its role turns (…问题。下一步，…)."""
    block: list[_Piece] = []
    for piece in pieces:
        ends = block and (piece.section != block[-1].section or block[-1].ends_line)
        if block and (ends or _turns(piece, block, text, sections)):
            yield block
            block = []
        block.append(piece)
    if block:
        yield block


def _turns(piece: _Piece, block: Sequence[_Piece], text: str, sections: Sequence[Section]) -> bool:
    """Whether a sentence begins to speak of problems or next steps after others that do not."""
    if sections[piece.section].role == "next" or _length(block) < LEAST // 2:
        return False
    words = piece.span.of(text)
    if not _CUE.search(words, 0, 60):
        return False
    role = role_of_text(words)
    return role in ("problems", "next") and role_of_text(block[0].span.of(text)) != role


def _split(block: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """A block cut into as few passages of even size as ``MOST`` allows, at ends of sentences."""
    total = _length(block)
    parts = -(-total // MOST)
    while parts:
        cut = _cut(block, total / parts)
        if all(_length(part) <= MOST or len(part) == 1 for part in cut) or parts >= len(block):
            yield from cut
            return
        parts += 1


def _cut(block: Sequence[_Piece], size: float) -> list[list[_Piece]]:
    groups: list[list[_Piece]] = []
    start = block[0].span.start
    bound = size
    for piece in block:
        middle = (piece.span.start + piece.span.end) / 2 - start
        if not groups or (_may_end(groups[-1], piece) and middle > bound and _length(groups[-1]) >= LEAST):
            if groups:
                bound = (piece.span.start - start) + size
            groups.append([])
        groups[-1].append(piece)
    if len(groups) > 1 and _length(groups[-1]) < LEAST:
        last = groups.pop()
        groups[-1].extend(last)
    return groups


def _may_end(group: Sequence[_Piece], piece: _Piece) -> bool:
    """Whether a passage may end before ``piece``: after a sentence; after a line, where it grew too long."""
    last = group[-1]
    return last.whole or (last.ends_line and piece.span.end - group[0].span.start > MOST)


def _length(pieces: Sequence[_Piece]) -> int:
    return pieces[-1].span.end - pieces[0].span.start


def _passage(
    report_id: str, text: str, sections: Sequence[Section], group: Sequence[_Piece]
) -> Passage | None:
    group = _closed(group, text)
    if not group:
        return None
    end = group[-1].span.end
    start = _begin(text, group[0].span.start, end)
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


def _closed(group: Sequence[_Piece], text: str) -> Sequence[_Piece]:
    """The group up to its last piece that ends as a sentence, a line or the words before a list do."""
    count = len(group)
    while count and not (
        group[count - 1].whole or group[count - 1].ends_line or text[group[count - 1].span.end - 1] in _LEADS
    ):
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
    said = role_of_text(words)
    if said is None or said == "opening" or section.role == "next":
        return section.role
    if said == "closing":
        return said if left <= _LEAVE and section.role == "work" else section.role
    return said

"""Sentences of one part of a report -> groups of passage size, cut only where a sentence ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.roles import role_of_text
from index.sentences import sentences
from index.types import Section, Span

LEAST: Final = 60
"""Characters below which a passage is joined to its neighbour, where the section has one."""
MOST: Final = 350
"""Characters a passage does not exceed, unless one sentence does."""
_TRIES: Final = 8
"""How many more parts than needed a long block is tried with."""
_WHOLE: Final = frozenset("。｡！？!?.…")
_CLOSERS: Final = '”’」』》〉）)】"'
"""What may stand behind the sign that ends a sentence, and ends none itself (下一步，”)."""
_NOTED: Final = frozenset("）)】")
_PAUSE: Final = frozenset("，、；：,;:")
_CUE: Final = re.compile(r"[题足距板困挑弱醒]|下|明年|来年|新的一年|面向未来|展望|今后|年|[A-Za-z]{4}")
"""What any sentence that speaks of problems or next steps has near its start; asked first, for speed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence with the section it stands in."""

    span: Span
    section: int
    ends_line: bool
    whole: bool
    """Whether it ends as a sentence does; a line may end without."""


def pieces_of(text: str, region: Span, place: int) -> Iterator[Piece]:
    """The sentences of a region that lies in the section at ``place``."""
    if region.end <= region.start:
        return
    for found in sentences(region.of(text)):
        span = Span(region.start + found.start, region.start + found.end)
        ends_line = text[span.end : span.end + 40].lstrip(" \t\u3000")[:1] in ("\n", "")
        yield Piece(span, place, ends_line, _is_whole(span.of(text)))


def _is_whole(words: str) -> bool:
    """Whether words end as a sentence does, whatever closes behind its sign; or with a note in brackets."""
    sign = words.rstrip(_CLOSERS)[-1:]
    return sign in _WHOLE or (words[-1] in _NOTED and sign not in _PAUSE)


def groups_of(pieces: Sequence[Piece], text: str, sections: Sequence[Section]) -> Iterator[list[Piece]]:
    """Sentences of one region grouped to passages: by paragraph and item first, by size second."""
    last: list[Piece] = []  # the group before the pieces that wait
    waiting: list[Piece] = []
    for block in _blocks(pieces, text, sections):
        if waiting and _parts(waiting, block, text, sections):
            *before, last = filter(None, [last, *_split(waiting)])
            yield from before
            waiting = []
        waiting.extend(block)
        if _length(waiting) >= LEAST and waiting[-1].whole:
            *before, last = filter(None, [last, *_split(waiting)])
            yield from before
            waiting = []
    yield from _ended(last, waiting, text, sections)


def _parts(waiting: Sequence[Piece], block: Sequence[Piece], text: str, sections: Sequence[Section]) -> bool:
    """Whether a group ends before ``block``: it would grow too long, or its role would turn."""
    long = _length((waiting[0], block[-1])) > MOST
    if _length(waiting) > MOST:
        return long or _turns(block[0], waiting, text, sections)
    if not waiting[-1].whole:
        return False
    return (long and _length(waiting) >= LEAST) or (
        _length(waiting) >= LEAST // 2 and _turns(block[0], waiting, text, sections)
    )


def _ended(
    last: list[Piece], waiting: list[Piece], text: str, sections: Sequence[Section]
) -> Iterator[list[Piece]]:
    """The last groups of a region; a short rest joins the group before it where there is room."""
    room = last and waiting and _length(waiting) < LEAST and _length((last[0], waiting[-1])) <= MOST
    if room and not _turns(waiting[0], last, text, sections):
        last, waiting = [*last, *waiting], []
    if last:
        yield last
    if waiting:
        yield from _split(waiting)


def _blocks(pieces: Sequence[Piece], text: str, sections: Sequence[Section]) -> Iterator[list[Piece]]:
    """Paragraphs and items; a paragraph is parted where its role turns (…问题。下一步，…)."""
    block: list[Piece] = []
    for piece in pieces:
        ends = block and (piece.section != block[-1].section or block[-1].ends_line)
        if block and (ends or _turns(piece, block, text, sections)):
            yield block
            block = []
        block.append(piece)
    if block:
        yield block


def _turns(piece: Piece, block: Sequence[Piece], text: str, sections: Sequence[Section]) -> bool:
    """Whether a sentence begins to speak of problems or next steps after others that do not."""
    if sections[piece.section].role == "next" or _length(block) < LEAST // 2:
        return False
    words = piece.span.of(text)
    if not _CUE.search(words, 0, 60):
        return False
    role = role_of_text(words)
    return role in ("problems", "next") and role_of_text(block[0].span.of(text)) != role


def _split(block: Sequence[Piece]) -> Iterator[list[Piece]]:
    """A block cut into as few passages of even size as ``MOST`` allows, at ends of sentences."""
    total = _length(block)
    least = -(-total // MOST)
    cut: list[list[Piece]] = []
    for parts in range(least, min(least + _TRIES, max(len(block), least)) + 1):
        cut = _cut(block, total / parts)
        if all(_length(part) <= MOST or len(part) == 1 for part in cut):
            break
    yield from cut


def _cut(block: Sequence[Piece], size: float) -> list[list[Piece]]:
    groups: list[list[Piece]] = []
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


def _may_end(group: Sequence[Piece], piece: Piece) -> bool:
    """Whether a passage may end before ``piece``: after a sentence; after a line, where it grew too long."""
    last = group[-1]
    return last.whole or (last.ends_line and piece.span.end - group[0].span.start > MOST)


def _length(pieces: Sequence[Piece]) -> int:
    return pieces[-1].span.end - pieces[0].span.start

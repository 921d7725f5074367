"""Clean text, and what the writer wants back -> the text as it is with those stretches left in."""

from collections.abc import Sequence
from dataclasses import replace

from index.errors import ShelfError
from index.types import Clean, Manuscript, Removal


def places_of(removals: Sequence[Removal], wanted: Sequence[Removal]) -> list[int]:
    """Places among removals of those that are wanted back.

    A newer cleaning may count otherwise: then the same text, taken out for the same reason, is meant.
    """
    found: list[int] = []
    for one in wanted:
        alike = [gone.place for gone in removals if (gone.text, gone.why) == (one.text, one.why)]
        place = one.place if one.place in alike else next((p for p in alike if p not in found), None)
        if place is not None:
            found.append(place)
    return sorted(set(found))


def put_back(cleaned: Clean, manuscript: Manuscript, places: Sequence[int]) -> Clean:
    r"""A clean text with some of its removals refused.

    A whole line comes back as a line, a stretch of a line to where it stood in it. The text's lines stay as
    ``clean`` leaves them: ``all(line and line == line.strip() for line in text.split("\n"))``.

    Args:
        cleaned: The text; its removals bear their places.
        manuscript: What it was cleaned from; tells lines from stretches.
        places: Which removals, by place.

    Raises:
        ShelfError: ``no_such_removal``; ``removal_is_nothing`` for one that holds no visible character.
    """
    lines = {
        " ".join(line.split()) for paragraph in manuscript.paragraphs for line in paragraph.text.split("\n")
    }
    wanted = set(places)
    chosen = [gone for gone in cleaned.removals if gone.place in wanted]
    if len(chosen) < len(wanted):
        raise ShelfError("no_such_removal", place=min(wanted - {gone.place for gone in chosen}))
    for gone in sorted(chosen, key=lambda one: (one.at, one.place), reverse=True):
        cleaned = _with(cleaned, gone, lines)
    return cleaned


def _with(cleaned: Clean, gone: Removal, lines: set[str]) -> Clean:
    text, at = cleaned.text, gone.at
    words = " ".join(gone.text.split())
    if gone.why == "invisible" or not words:
        raise ShelfError("removal_is_nothing", place=gone.place)
    begins, ends = at == 0 or text[at - 1] == "\n", at == len(text) or text[at] == "\n"
    if words in lines and (begins or at == len(text)):
        piece = f"\n{words}" if at == len(text) and text else f"{words}\n" if text else words
        own_line = True
    elif words in lines:
        piece, own_line = f"\n{words}\n", True
    else:
        left = "" if begins else gone.text[: len(gone.text) - len(gone.text.lstrip())]
        right = "" if ends else gone.text[len(gone.text.rstrip()) :]
        piece, own_line = f"{left[:1] and ' '}{words}{right[:1] and ' '}", False
    return _shifted(cleaned, gone, piece, own_line)


def _shifted(cleaned: Clean, gone: Removal, piece: str, own_line: bool) -> Clean:
    """The text with a piece put in, and whatever stood behind it moved on."""
    at, more = gone.at, len(piece)
    text = cleaned.text[:at] + piece + cleaned.text[at:]
    removals = tuple(
        replace(one, at=one.at + more) if one.at > at or one.at == at and one.place > gone.place else one
        for one in cleaned.removals
        if one.place != gone.place
    )
    levels = tuple(
        (start + more if start > at or start == at and own_line else start, level)
        for start, level in cleaned.levels
    )
    return Clean(text, removals, levels)

"""Text -> slips of its numbering: 一、（一）1.（1） and 一是二是, in order and in the standard's form.

Numbers are counted below the heading they stand under, from where their list begins: a part of a
report may begin with 三、, which is told but not changed. A number that begins again at 1 begins a new
list; a 1. or （1） without a neighbour is no numbering. What is put right stays right:
``order(fixed(text, order(text)))`` holds no slip that has a ``better``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from assistant.numbering import ordinal
from assistant.slips import Slip
from assistant.standard import language_of
from index.marks import Mark, inside_marks, line_mark
from index.numbering import in_sequence, without_notes
from index.types import Span

_LINE: Final = re.compile(r"[^\n]+")
_WALLS: Final = ("part", "node", "roman", "letter")
"""Shapes that only divide: below them a count begins anew."""
_SERIALS: Final = ("is", "must", "nth", "item")
_FORM: Final = {"cn": "{}、", "paren": "（{}）", "digit": "{}.", "round": "（{}）"}
_DIGITS: Final = re.compile(r"\d+|[一二三四五六七八九十]+|[㈠-㈩]|[⒈-⒛]")


def order(text: str) -> tuple[Slip, ...]:
    r"""Slips of numbering, in order of their places.

    >>> [(slip.text, slip.better) for slip in order("一、学习。\n三、整改。")]
    [('三、', '二、')]
    """
    lines = [Span(*found.span()) for found in _LINE.finditer(text) if found.group().strip()]
    heads = _heads(text, lines)
    chinese = language_of(text) == "zh"
    groups = [group for group in _groups(heads) if group[0].shape in ("cn", "paren") or _steady(group)]
    found = [slip for group in groups for slip in _counted(text, group, chinese)]
    found += _levels(text, heads)
    for run in _serials(text, lines, heads):
        found += _counted(text, run, False) if _steady(run) else ()
    return tuple(sorted(found))


def _heads(text: str, lines: Sequence[Span]) -> list[Mark]:
    """The marks at line starts that are numbering."""
    found = (line_mark(line.of(text), line.start, place) for place, line in enumerate(lines))
    marks = without_notes(text, lines, [mark for mark in found if mark is not None and mark.level < 5])
    return in_sequence([mark for mark in marks if mark.shape in _WALLS or mark.shape in _FORM])


def _groups(marks: Iterable[Mark]) -> Iterator[list[Mark]]:
    """Marks of one shape below one heading; a mark of a lower level ends what is open of higher ones."""
    open_now: list[list[Mark]] = []
    done: list[list[Mark]] = []
    for mark in marks:
        if mark.shape in _WALLS:
            open_now = []
            continue
        while open_now and open_now[-1][0].level > mark.level:
            open_now.pop()
        if open_now and open_now[-1][0].shape == mark.shape and not _anew(open_now[-1], mark):
            open_now[-1].append(mark)
            continue
        if open_now and open_now[-1][0].level == mark.level:
            open_now.pop()
        open_now.append([mark])
        done.append(open_now[-1])
    yield from done


def _steady(group: Sequence[Mark]) -> bool:
    """Whether numbers only repeat or skip one; what jumps about is several lists, or none."""
    return all(0 <= other.number - one.number <= 2 for one, other in pairwise(group))


def _anew(group: Sequence[Mark], mark: Mark) -> bool:
    """Whether a mark begins a new list: a 1 that does not follow on a lone 1, for lists have two items."""
    if mark.number != 1 or (len(group) == 1 and group[0].number == 1 and mark.shape in ("cn", "paren")):
        return False
    return len(group) > 1 or group[0].number != 1 or mark.line - group[-1].line > 1


def _counted(text: str, group: Sequence[Mark], forms: bool) -> Iterator[Slip]:
    """Slips of one list: numbers that do not count up from where it begins, marks of the wrong form."""
    number, after = group[0].number - 1, group[0].start
    for mark in group:
        said = text[mark.start : mark.end].rstrip()
        span = Span(mark.start, mark.start + len(said))
        number += 1
        if mark.number == number + 1 and _renumbered(said, mark, number) in text[after : mark.start]:
            number += 1  # the number that seems skipped stands inside a paragraph
        better = _formed(_renumbered(said, mark, number), mark) if forms else _renumbered(said, mark, number)
        if mark.number != number:
            yield Slip(span, "number_repeat" if mark.number < number else "number_gap", said, better)
        elif mark is group[0] and number > 1 and len(group) > 1 and mark.shape in ("cn", "paren"):
            yield Slip(span, "number_start", said)
        elif better != said:
            yield Slip(span, "number_form", said, better)
        after = mark.end


def _formed(said: str, mark: Mark) -> str:
    """A mark in the standard's form; ㈠ and ⒈ are characters of their own and stay."""
    plain = re.search(r"\d|[一二三四五六七八九十]", said)
    return _FORM[mark.shape].format(_DIGITS.findall(said)[0]) if plain and mark.shape in _FORM else said


def _renumbered(said: str, mark: Mark, number: int) -> str:
    if mark.number == number:
        return said
    digits = str(number) if re.search(r"\d", said) else ordinal(number)
    return _DIGITS.sub(digits, said, count=1)


def _levels(text: str, heads: Sequence[Mark]) -> Iterator[Slip]:
    """A heading （1） straight below 一、: the ranks between were left out."""
    above: Mark | None = None
    for mark in heads:
        if mark.shape == "round" and above is not None and above.shape == "cn" and mark.number == 1:
            said = text[mark.start : mark.end].rstrip()
            yield Slip(Span(mark.start, mark.start + len(said)), "number_level", said)
        above = mark


def _serials(text: str, lines: Sequence[Span], heads: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Runs of 一是…二是… that begin with the first, within one heading."""
    walls = [mark.start for mark in heads]
    runs: dict[str, list[Mark]] = {}
    for place, line in enumerate(lines):
        words = line.of(text)
        if any(line.start <= wall < line.end for wall in walls):
            yield from _whole(runs)
            runs = {}
        first = line_mark(words, line.start, place)
        marks = [first] if first is not None and first.level == 5 else []
        for mark in (*marks, *inside_marks(words, line.start, place)):
            if mark.shape not in _SERIALS or mark.ground == "comma":
                continue
            if mark.number == 1:
                yield from _whole({mark.shape: runs.pop(mark.shape, [])})
            runs.setdefault(mark.shape, []).append(mark)
    yield from _whole(runs)


def _whole(runs: dict[str, list[Mark]]) -> Iterator[list[Mark]]:
    yield from (run for run in runs.values() if len(run) > 1 and run[0].number == 1)

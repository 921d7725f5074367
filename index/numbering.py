"""Candidate marks -> those that are numbering: in sequence, continued, and not footnotes or enclosures."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from index.marks import Mark
from index.types import Span

_NOTES: Final = re.compile(r"(?:注|注释|附注|脚注|尾注|参考文献|引文出处|Notes|References)[：:]?")
_ENCLOSURES: Final = re.compile(r"[\s\u3000]*附[件表录]?[：:]")
_NOTE_LINE: Final = 12
_ENCLOSED: Final = 60
_NEAR: Final = 8
"""Accepted marks looked back on for the number before."""


def lists_enclosures(line: str) -> bool:
    """Whether a line begins a list of enclosures: 附件：1.名单."""
    return bool(_ENCLOSURES.match(line))


def without_notes(text: str, lines: Sequence[Span], marks: Sequence[Mark]) -> list[Mark]:
    """The marks at line starts without those of notes and enclosures, which follow 注： or 附件：1.….

    They go on to the next 一、 or （一）.
    """
    notes = [
        line.start
        for line in lines
        if (len(line) <= _NOTE_LINE and _NOTES.fullmatch(line.of(text).strip()))
        or (len(line) <= _ENCLOSED and lists_enclosures(line.of(text)))
    ]
    if not notes:
        return list(marks)
    kept: list[Mark] = []
    ended = -1
    for mark in marks:
        if mark.shape in ("cn", "paren", "part", "node"):
            ended = mark.start
        elif mark.level < 5 and any(ended < note < mark.start for note in notes):
            continue
        kept.append(mark)
    return kept


def in_sequence(marks: Sequence[Mark], inside: Sequence[Mark] = ()) -> list[Mark]:
    """The marks of levels 1 to 4 at line starts that can be numbering.

    Levels 1 and 2 need no neighbour: nothing else looks like them. A 1. or （1） needs another of its
    shape beside it in number (gaps of two are borne: paragraphs get lost in copied samples).
    """
    kept: list[Mark] = []
    coming: dict[str, set[int]] = {}
    for mark in (*marks, *(mark for mark in inside if mark.ground == "stop")):
        coming.setdefault(mark.shape, set()).add(mark.number)
    seen: dict[str, set[int]] = {}
    for mark in marks:
        before = seen.setdefault(mark.shape, set())
        beside = mark.number == 1 or any(mark.number - step in before for step in range(4))
        company = len(coming[mark.shape]) > 1
        sure = mark.shape in ("cn", "paren", "part", "node")
        if sure or (beside and company):
            kept.append(mark)
            before.add(mark.number)
    return kept


def run_in(marks: Sequence[Mark], heads: dict[int, Mark]) -> list[Mark]:
    """The marks of levels 1 to 4 inside paragraphs that continue or begin a numbering there.

    Args:
        marks: Candidates inside paragraphs, in order.
        heads: The accepted mark each line begins with, by place of the line.
    """
    kept: list[Mark] = []
    last: dict[tuple[int, str], int] = {}
    numbered: dict[str, list[Mark]] = {}
    for place in sorted(heads):
        numbered.setdefault(heads[place].shape, []).append(heads[place])
    for place, mark in enumerate(marks):
        if mark.ground in ("semicolon", "comma") or mark.level == 5:
            continue
        key = (mark.line, mark.shape)
        head = heads.get(mark.line)
        before = last.get(key, head.number if head is not None and head.shape == mark.shape else 0)
        fits = mark.number == before + 1 and (before or _followed(marks, place))
        if fits or _between(mark, numbered.get(mark.shape, []), kept[-_NEAR:]):
            kept.append(mark)
            last[key] = mark.number
    return kept


def _between(mark: Mark, heads: Sequence[Mark], kept: Sequence[Mark]) -> bool:
    """Whether a mark inside a line goes on the numbering of line starts, or begins it (如下：一、…)."""
    later = bisect_right(heads, mark.start, key=lambda head: head.start)
    following = heads[later].number if later < len(heads) else 0
    if mark.number == 1:
        return mark.ground == "colon" and mark.shape in ("cn", "paren", "digit") and following == 2
    if mark.ground != "stop" or mark.shape not in ("cn", "paren") or following == mark.number:
        return False
    earlier = [*heads[max(later - 1, 0) : later], *(other for other in kept if other.shape == mark.shape)]
    return bool(earlier) and max(earlier, key=lambda other: other.start).number == mark.number - 1


def _followed(marks: Sequence[Mark], place: int) -> bool:
    """Whether the next mark of the same shape on the same line is the next number, at a new sentence."""
    mark = marks[place]
    for other in marks[place + 1 : place + 40]:
        if other.line != mark.line:
            return False
        if other.shape == mark.shape:
            return other.number == mark.number + 1 and other.ground == "stop"
    return False


def serials(
    marks: Sequence[Mark], barriers: Sequence[tuple[int, bool]], text: str = ""
) -> list[tuple[Mark, ...]]:
    """Runs of level 5: 一是…二是…三是…, each of two items or more, numbers rising by one or two.

    A run whose items are parts of one sentence (一是甲；二是乙。) is that sentence, not a run.

    Args:
        marks: Candidates of level 5, in order.
        barriers: Offsets of headings and of marks of levels 1 to 4, rising, and whether they may stand
            within an item. No run goes past one, but one of items at line starts goes past those that may.
        text: The text, asked whether items joined by ； hold whole sentences.
    """
    runs: list[tuple[Mark, ...]] = []
    open_runs: dict[str, list[Mark]] = {}
    wall = 0
    for mark in marks:
        crossed = wall
        while wall < len(barriers) and barriers[wall][0] < mark.start:
            wall += 1
        if wall > crossed:
            soft = mark.ground == "line" and all(within for _, within in barriers[crossed:wall])
            ended = [name for name, run in open_runs.items() if not soft or run[-1].ground != "line"]
            runs.extend(_closed([open_runs.pop(name) for name in ended], text))
        run = open_runs.get(mark.shape)
        if mark.number == 1:
            if run:
                runs.extend(_closed([run], text))
            open_runs[mark.shape] = [mark]
        elif run and (0 < mark.number - run[-1].number <= 2 or mark.shape in ("turn", "first")):
            run.append(mark)
    runs.extend(_closed(open_runs.values(), text))
    return sorted(runs, key=lambda run: run[0].start)


def walls(marks: Sequence[Mark], plain: Iterable[int]) -> list[tuple[int, bool]]:
    """What runs of level 5 do not go past: offset, and whether it may stand within an item.

    Marks inside lines may, and a numbering （一）（二） that begins there.

    Args:
        marks: Accepted marks of levels 1 to 4, in order.
        plain: Offsets of headings without a mark.
    """
    inner: dict[str, int] = {}
    found = [(start, False) for start in plain]
    for mark in marks:
        begun = mark.number == 1 or inner.get(mark.shape) == mark.number - 1
        within = mark.ground != "line" or (mark.level > 1 and begun)
        if mark.ground == "line":
            inner = {**inner, mark.shape: mark.number} if within else {}
        found.append((mark.start, within))
    return sorted(found)


def _closed(runs: Iterable[list[Mark]], text: str) -> Iterator[tuple[Mark, ...]]:
    for run in runs:
        if run[0].shape == "turn" and not any(mark.number in (2, 3) for mark in run):
            continue  # 首先，我代表… 最后，祝…
        whole = any(mark.ground != "semicolon" for mark in run[1:])
        if len(run) >= 2 and (whole or any("。" in text[a.end : b.start] for a, b in pairwise(run))):
            yield tuple(run)

"""Marks of a text -> lines at which it leaves a run of items or the last section."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from index.marks import Mark
from index.roles import role_of_text
from index.types import Span

_LONG: Final = 60
_END: Final = 6
"""Lines at the end of a report in which it may take its leave."""
_SUMMARY: Final = re.compile(
    r"(?:今年以来|一年来|过去一年|回顾|总之|综上|虽然|以上|与此同时|(?:经|对照|对标)(?:查摆|检视|梳理|对照|检查|要求|标准)"
    r"|通过[^。]{0,12}(?:检视|查摆|分析|对照))"
    r"|(?:20\d\d|[xX×]{2,4})年[，,]|下一?步|下一?阶段|今后|展望|新的一年|面向未来|存在|在(?:看到|肯定|充分肯定|总结|取得)[^。]{0,12}(?:成绩|成效|工作)|工作中|但(?:是|我们|也)?|尽管"
    r"|各位代表|各位委员|同志们|当前|同时|我们(?:也|还)?清醒"
    r"|(?:In conclusion|Looking ahead|Next|However|Going forward)\b"
)


def tail_lines(
    text: str, lines: Sequence[Span], marks: Sequence[Mark], plain: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Lines at which text leaves a run of items or the last section: (place of the line, level).

    The level is 0 at the top of the report, else that of the items.

    Args:
        text: The text.
        lines: Spans of its lines.
        marks: All accepted marks.
        plain: Headings without a mark.
    """
    order = sorted(marks, key=lambda mark: mark.start)
    if not order:
        return
    summaries = list(_summaries(text, lines, order, plain))
    yield from summaries
    taken = {place for place, _ in summaries}
    for place, level in _after_items(lines, order, plain):
        if place not in taken:
            taken.add(place)
            yield place, level
    last = _after_last(lines, order, plain)
    if last is not None and last not in taken and not summaries:
        yield last, 0


def _summaries(
    text: str, lines: Sequence[Span], order: Sequence[Mark], plain: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    marked = {mark.line for mark in order} | set(plain)
    top = min(mark.level for mark in order)
    last = max((mark.line for mark in order if mark.level == top), default=0)
    last = max([last, *plain])
    before: str | None = None
    for place in range(max(last + 1, len(lines) - 2 * _END), len(lines)):
        words = lines[place].of(text)
        own = place - last == 1 and top < 5 and len(lines[last]) < _LONG
        if place in marked or own:
            continue
        role = role_of_text(words) if _SUMMARY.match(words.strip()) else None
        if role == "closing" and len(lines) - place > _END:
            continue
        if role in ("problems", "next", "closing") and role != before:
            before = role
            yield place, 0


def _after_items(
    lines: Sequence[Span], order: Sequence[Mark], plain: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Lines behind the last item of a run that has one line an item, with the items' level."""
    starts = sorted({mark.line for mark in order} | set(plain))
    for place, mark in enumerate(order):
        following = order[place + 1] if place + 1 < len(order) else None
        if mark.level < 3 or (following and following.level >= mark.level and following.number > 1):
            continue
        run = _run(order, place)
        behind = mark.line + 1
        after = bisect_right(starts, mark.line)
        steps = {b.line - a.line for a, b in zip(run, run[1:], strict=False)}
        single = steps <= ({0, 1} if mark.level == 5 else {1})
        if len(run) > (1 if mark.level == 5 else 2) and single and _has(lines, starts, behind, after):
            yield behind, mark.level


def _has(lines: Sequence[Span], starts: Sequence[int], place: int, after: int) -> bool:
    return place < (starts[after] if after < len(starts) else len(lines))


def _run(order: Sequence[Mark], place: int) -> list[Mark]:
    """The marks of one numbering that ends at ``order[place]``."""
    run = [order[place]]
    for mark in reversed(order[:place]):
        if mark.level < run[0].level:
            break
        if mark.shape == run[0].shape and mark.number < run[0].number:
            run.insert(0, mark)
        if run[0].number == 1:
            break
    return run


def _after_last(lines: Sequence[Span], order: Sequence[Mark], plain: Mapping[int, int]) -> int | None:
    """The line that closes a report whose last section has one paragraph more than its siblings."""
    if order[-1].level == 5 or any(place > order[-1].line for place in plain):
        return None
    run = _run(order, len(order) - 1)
    counts = {b.line - a.line for a, b in zip(run, run[1:], strict=False)}
    if len(run) < 3 or len(counts) != 1:
        return None
    place = order[-1].line + counts.pop()
    return place if 0 < len(lines) - place <= 3 else None

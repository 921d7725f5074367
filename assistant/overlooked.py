"""Text and its expressions -> numerals that no expression covers: the net under the grammar."""

import re
from collections.abc import Iterator, Sequence

from index.folding import fold
from index.numerals import bounds
from index.types import Expression, Span

ARABIC = re.compile(r"(?:(?<![A-Za-z])[A-Za-z]+)?\d+(?:[.,:/-]\d+)*")
CHINESE = re.compile("[一二三四五六七八九十百千万亿零〇壹贰叁肆伍陆柒捌玖拾佰仟]{2,}")
SCALES = "十百千万亿拾佰仟"
SCALED = re.compile(f"[{SCALES}]")
LIST_MARK = re.compile(
    r"(?:^|(?<=[\n。；;！？：:，,、\s]))[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"(?:[)）]|[、.．](?!\d(?!\d{3}年))|(?:是|要)(?!一))",
    re.M,
)
LEAST = 11
"""Smaller Chinese numerals without a measure are parts of words (十分, 一一) far more often than figures."""


def overlooked(text: str, found: Sequence[Expression], known: Sequence[Span] = ()) -> Iterator[Span]:
    """Runs of digits outside expressions, known formulations and list marks.

    Args:
        text: The draft.
        found: Its expressions, sorted.
        known: Further stretches to leave alone, e.g. set formulations.
    """
    folded = fold(text)
    taken = [expression.span for expression in found] + list(known)
    taken += [folded.span(*mark.span()) for mark in LIST_MARK.finditer(folded.text)]
    covered = bytearray(len(text))
    for span in taken:
        covered[span.start : span.end] = b"\1" * len(span)
    for pattern in (ARABIC, CHINESE):
        for hit in pattern.finditer(folded.text):
            span = folded.span(*hit.span())
            if not any(covered[span.start : span.end]) and _figure(hit[0]):
                yield span


def _figure(run: str) -> bool:
    if not CHINESE.fullmatch(run):
        return True
    both = bounds(run)
    return both is not None and both[0] >= LEAST and run[0] not in SCALES and bool(SCALED.search(run))

"""A line under work: stretches are cut out of it, and what was cut is remembered with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Line:
    """What is left of a line, and what was cut out of it at which offset of what is left."""

    text: str
    level: int = 0
    """Outline level the file's styles give it; 0 is body text."""
    cuts: list[tuple[int, str, str]] = field(default_factory=list)
    """(offset, what stood there, why it went)."""
    indented: bool = False
    """Whether it began with blanks, as a paragraph's first line does."""
    why: str = ""
    """Set when the whole line goes."""

    def cut(self, pattern: re.Pattern[str], why: str = "") -> bool:
        """Take out what matches, whether any did; listed when ``why`` is given."""
        spans = [match.span() for match in pattern.finditer(self.text)]
        self.cut_spans(spans, why)
        return bool(spans)

    def cut_spans(self, spans: Sequence[tuple[int, int]], why: str = "") -> None:
        """Take out disjoint, ordered spans."""
        if not spans:
            return
        fresh = [(start, self.text[start:end], why) for start, end in spans if why]
        kept, at = [], 0
        for start, end in spans:
            kept.append(self.text[at:start])
            at = end
        self.text = "".join([*kept, self.text[at:]])
        self.cuts = list(_moved(sorted([*self.cuts, *fresh], key=lambda cut: cut[0]), spans))

    def drop(self, why: str) -> None:
        """Take the whole line out, unless it is out already."""
        self.why = self.why or why

    @property
    def kept(self) -> bool:
        """Whether the line still has text."""
        return bool(self.text) and not self.why


def _moved(
    cuts: Sequence[tuple[int, str, str]], spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, str, str]]:
    """Cuts, in order, with their places as they are once ``spans`` are gone; one pass over both."""
    gone, at = 0, 0  # characters gone before the span under work, and its place among the spans
    for place, text, why in cuts:
        while at < len(spans) and spans[at][1] <= place:
            gone += spans[at][1] - spans[at][0]
            at += 1
        inside = max(0, place - spans[at][0]) if at < len(spans) else 0
        yield place - gone - inside, text, why

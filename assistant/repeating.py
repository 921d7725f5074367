"""A draft -> the phrases it says more than once, with other wordings that reports attest."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.collocating import collocate
from index.expressions import expressions
from index.formulations import formulations
from index.glossary import alternation
from index.governing import verbs
from index.texts import Text
from index.types import Span

SHORTEST, LONGEST = 4, 16
"""Characters of a phrase that counts as repeated."""
HAN = re.compile(r"[\u4e00-\u9fff]+")
MOST = 30
OTHERS = 5


@dataclass(frozen=True, slots=True)
class Repeat:
    """A phrase a draft says at each of ``places``; ``instead`` is (wording, reports that say it)."""

    text: str
    places: tuple[Span, ...]
    instead: tuple[tuple[str, int], ...]


def repeats(draft: str, texts: Sequence[Text]) -> tuple[Repeat, ...]:
    """Phrases said twice or more, the longest of each; set formulations and particulars may recur."""
    fixed = [hit.span for hit in formulations(draft)] + [one.span for one in expressions(draft)]
    places: dict[str, list[int]] = {}
    for run in HAN.finditer(draft):
        for start in range(run.start(), run.end() - SHORTEST + 1):
            for end in range(start + SHORTEST, min(run.end(), start + LONGEST) + 1):
                places.setdefault(draft[start:end], []).append(start)
    kept: list[Repeat] = []
    covered: set[tuple[int, int]] = set()
    for phrase in sorted((p for p, at in places.items() if len(at) > 1), key=lambda p: (-len(p), p)):
        spans = tuple(Span(at, at + len(phrase)) for at in places[phrase])
        spans = _apart(s for s in spans if not any(a <= s.start and s.end <= b for a, b in covered))
        if len(spans) < 2 or any(_touches(span, fixed) for span in spans) or not _whole(draft, spans):
            continue
        covered |= {(span.start, span.end) for span in spans}
        kept.append(Repeat(phrase, spans, instead(phrase, texts)))
        if len(kept) == MOST:
            break
    return tuple(sorted(kept, key=lambda one: one.places[0]))


def instead(phrase: str, texts: Sequence[Text]) -> tuple[tuple[str, int], ...]:
    """Other verbs that reports join with what a phrase speaks of: 压实责任 -> 扛牢责任, 落实责任."""
    verb = re.match(alternation(verbs()), phrase)
    what = phrase[verb.end() :] if verb else ""
    if verb is None or len(what) < 2:
        return ()
    found = [use for use in collocate(what, texts).verbs if use.words != verb[0]]
    attested = [(use.words + what, sum(use.words + what in one.text for one in texts)) for use in found[:20]]
    return tuple(sorted((one for one in attested if one[1]), key=lambda one: -one[1])[:OTHERS])


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _touches(span: Span, fixed: Sequence[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for one in fixed)


def _whole(draft: str, spans: Sequence[Span]) -> bool:
    """Whether a phrase begins or ends a clause somewhere: the middle of a longer wording is none."""
    edges = "，。；：！？、\n“”"
    begins = sum(span.start == 0 or draft[span.start - 1] in edges for span in spans)
    ends = sum(span.end == len(draft) or draft[span.end] in edges for span in spans)
    return bool(begins or ends)

"""A draft -> the wordings it says again and again, with others in their place that reports attest.

Wordings are its manner: what begins with a verb, or with an adverb before one. Topics, names and set
formulations may recur as often as they must.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.embedding import MODEL, StaticModel
from index.expressions import expressions
from index.formulations import formulations
from index.glossary import alternation, words
from index.governing import verbs
from index.texts import Text
from index.types import Span

SHORTEST, LONGEST = 4, 16
"""Characters of a wording that counts as repeated."""
LONG = 6
"""From so many characters on twice is once too often; a shorter wording may stand twice."""
HAN = re.compile(r"[\u4e00-\u9fff]+")
EDGES = "，。；：！？、\n“”（）"
LOOSE = re.compile("[的地得和与及并等了在对于向为把将从以到上中下时等党]$")
"""What a wording does not end with."""
MOST = 12
OTHERS = 5
READ = 2_000_000
"""Characters read for other wordings, taken from reports spread evenly over the shelf."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A wording a draft says at each of ``places``; ``instead`` is (wording, reports that say it)."""

    text: str
    places: tuple[Span, ...]
    instead: tuple[tuple[str, int], ...]


def repeats(draft: str, texts: Sequence[Text]) -> tuple[Repeat, ...]:
    """Wordings said too often, the longest of each, at most MOST of them; in their order in the draft."""
    found = sorted(_found(draft), key=lambda one: -(len(one[1]) - 1) * len(one[0]))[:MOST]
    some = _some(texts)
    told = [Repeat(phrase, spans, instead(phrase, some)) for phrase, spans in found]
    return tuple(sorted(told, key=lambda one: one.places[0]))


def instead(phrase: str, texts: Sequence[Text]) -> tuple[tuple[str, int], ...]:
    """Other wordings of reports: 严格落实 -> 全面落实, 坚决落实; 压实责任 -> 扛牢责任, 落实责任.

    Another adverb before the same verb, or another verb before the same words; only where it begins
    its clause or stands behind an adverb, so that 领导 in 领导干部 is taken for no verb.
    """
    adverb = _ADVERB.match(phrase)
    verb = re.compile(alternation(verbs())).match(phrase, adverb.end() if adverb else 0)
    if verb is None:
        return ()
    if adverb:
        pattern = re.compile(f"({alternation(_ADVERBS)})地?{re.escape(phrase[adverb.end() :])}")
    elif len(phrase) - verb.end() >= 2:
        pattern = re.compile(f"{_BEGINS}({alternation(verbs())}){re.escape(phrase[verb.end() :])}")
    else:
        return ()
    own, rest = (adverb or verb)[0], phrase[(adverb or verb).end() :]
    counts = Counter(word for one in texts for word in set(pattern.findall(one.text)) if word != own)
    return tuple((word + rest, count) for word, count in counts.most_common(OTHERS))


_ADVERBS = words("verbs", "adverbs")
_ADVERB = re.compile(f"(?:{alternation(_ADVERBS)})地?")
_BEGINS = f"(?:(?<=[{EDGES}])|(?<=^)|(?:{alternation(_ADVERBS)})地?)"


def _found(draft: str) -> list[tuple[str, tuple[Span, ...]]]:
    fixed = [hit.span for hit in formulations(draft)] + [one.span for one in expressions(draft)]
    marks = StaticModel(MODEL).marks(draft)
    begins, ends = {start for start, _ in marks}, {end for _, end in marks}
    places: dict[str, list[int]] = {}
    for run in HAN.finditer(draft):
        for start in range(run.start(), run.end() - SHORTEST + 1):
            for end in range(start + SHORTEST, min(run.end(), start + LONGEST) + 1):
                if start in begins and end in ends:
                    places.setdefault(draft[start:end], []).append(start)
    kept: list[tuple[str, tuple[Span, ...]]] = []
    covered: set[Span] = set()
    for phrase in sorted((p for p, at in places.items() if len(at) > 1), key=lambda p: (-len(p), p)):
        spans = _apart(Span(at, at + len(phrase)) for at in places[phrase])
        own = tuple(s for s in spans if not any(a.start <= s.start and s.end <= a.end for a in covered))
        if _often(phrase, own) and _manner(phrase, own, draft) and not _touch(own, fixed):
            covered |= set(own)
            kept.append((phrase, own))
    return kept


def _often(phrase: str, spans: Sequence[Span]) -> bool:
    return len(spans) > (1 if len(phrase) >= LONG else 2)


def _manner(phrase: str, spans: Sequence[Span], draft: str) -> bool:
    """Whether it is a verb with its adverb, or a verb that mostly begins its clause: no name of a matter."""
    if LOOSE.search(phrase):
        return False
    adverb = _ADVERB.match(phrase)
    if not re.compile(alternation(verbs())).match(phrase, adverb.end() if adverb else 0):
        return False
    begin = sum(span.start == 0 or draft[span.start - 1] in EDGES for span in spans)
    return bool(adverb) or 2 * begin >= len(spans)


def _some(texts: Sequence[Text]) -> Sequence[Text]:
    total = sum(len(one.text) for one in texts)
    return texts[:: max(1, total // READ)]


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _touch(spans: Sequence[Span], fixed: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in spans for b in fixed)

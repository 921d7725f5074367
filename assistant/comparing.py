"""A sentence, heading or idea -> how the shelf's reports say it, grouped into ways of saying it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.aligning import align
from assistant.clustering import Embed, Matrix, cluster, likeness, nearness_to
from assistant.parting import around, parts
from index.governing import governor
from index.masking import mask
from index.sentences import sentences
from index.texts import Text
from index.types import Hit, Span

WORD = 14
"""Characters of an idea or formulation at most; what is longer is a sentence or heading."""
MOST = 160
"""Sayings compared at most, spread over the reports."""
PER_REPORT = 3
WAY = 0.65
"""Likeness from which sentences near one question are one way of saying: finer than over all topics at
once, for as good a balance of precision and recall by ``tools/fit_grouping.py``."""
NEAR_QUERY = 0.55
"""A sentence belongs when its likeness to the asked one is this share of the likest one's, and …"""
NEAR_IDEA = 0.35
"""The same share for what is shown as near in meaning."""
LEAST = 0.12
"""… at least this."""
COPY = 0.85
"""Share of characters from which two sayings are copies of one another."""
SCANNED = 20
"""Nearest sayings whose copies are looked for in all texts."""
FEW = 12
"""Sayings with the very words below which others near in meaning are shown as well."""
SCAN_MOST = 150_000_000
"""Characters read for copies at most: about a third of a second."""
QUOTES = "“”‘’\"'《》「」"

Search = Callable[[str], Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class Said:
    """One report's wording: ``text[start:end]`` of the report is ``text``."""

    report_id: str
    title: str
    year: int | None
    start: int
    end: int
    text: str
    sentence: str
    """The sentence or passage it stands in."""
    shared: tuple[Span, ...] = ()
    """What it shares with the typical one of its way; the rest is its own."""
    copies: tuple[str, ...] = ()
    """Ids of other reports that say nearly the same."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of saying it: ``said[0]`` is typical, the others follow by likeness to it."""

    label: str
    """What its wordings have in common, particulars blank."""
    said: tuple[Said, ...]
    reports: int
    """Reports that say it so, copies counted."""
    years: tuple[int, ...]
    masked: str = ""
    """The typical wording with its particulars as typed blanks, to be taken over."""


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways, the most common first; ``reports`` of ``among`` say it at all."""

    text: str
    ways: tuple[Way, ...]
    reports: int
    among: int
    near: tuple[Way, ...] = ()
    """Where few reports have the very words: what others say that is near in meaning."""


@dataclass(frozen=True, slots=True)
class _Met:
    """Sayings that a search met, each with its nearness to what was asked."""

    sayings: tuple[Said, ...]
    near: tuple[float, ...]


def compare(text: str, texts: Sequence[Text], search: Search, embed: Embed) -> Ways:
    """How the reports say what ``text`` says; an idea by its words, a sentence by its job."""
    text = text.strip()
    word = text.strip(QUOTES)
    sayings = _with_word(word, texts) if 0 < len(word) <= WORD else []
    named = len({said.report_id for said in sayings}) > 1
    found = _by_verb(sayings, word, embed) if named else []
    met = _met(text, texts, search, embed) if text and (not named or len(sayings) < FEW) else _Met((), ())
    if not named:
        found = _by_job(met, texts, embed)
    shown = [said for way in found for said in way.said]
    taken = [*shown, *(sayings if named else ())]
    near = _by_job(met, texts, embed, NEAR_IDEA, taken)[: FEW - len(shown)] if len(shown) < FEW else []
    ways = sorted(found, key=lambda way: (-way.reports, -len(way.said), way.label))
    reports = {name for way in ways for said in way.said for name in (said.report_id, *said.copies)}
    return Ways(text, tuple(ways), len(reports), len(texts), tuple(near))


def _with_word(word: str, texts: Iterable[Text]) -> list[Said]:
    """The clauses that hold a word, spread over the reports when there are too many."""
    found: list[list[Said]] = []
    for one in texts:
        if word in one.text:
            found.append(_clauses_with(word, one))
    turns = max(map(len, found), default=0)
    spread = [said[i] for i in range(turns) for said in found if i < len(said)]
    return spread[:MOST]


def _clauses_with(word: str, one: Text) -> list[Said]:
    found: list[Said] = []
    at = one.text.find(word)
    while at >= 0 and len(found) < PER_REPORT * 3:
        begin = one.text.rfind("\n", 0, at) + 1
        stop = one.text.find("\n", at)
        line = one.text[begin : stop if stop >= 0 else len(one.text)]
        inside = Span(at - begin, at - begin + len(word))
        piece = around(line, inside)
        sentence = next((s for s in sentences(line) if s.start <= inside.start < s.end), piece)
        found.append(_said(one, begin + piece.start, piece.of(line), sentence.of(line)))
        at = one.text.find(word, begin + piece.end)
    return found


def _said(one: Text, start: int, text: str, sentence: str) -> Said:
    return Said(one.id, one.title, one.year, start, start + len(text), text, sentence)


def _by_verb(sayings: list[Said], word: str, embed: Embed) -> list[Way]:
    """Sayings of one verb are one way; those without a verb are grouped by likeness."""
    verbs: dict[str, list[Said]] = {}
    rest: list[Said] = []
    for said in sayings:
        at = said.text.find(word)
        found = governor(said.text, Span(at, at + len(word)))
        (verbs.setdefault(found.verb, []) if found else rest).append(said)
    ways = [
        replace(_way(_folded(group, likeness([s.text for s in group], embed))), label=f"{verb}…{word}")
        for verb, group in verbs.items()
    ]
    alike = likeness([said.text.replace(word, "") for said in rest], embed)
    return ways + [_way(group) for group in _picked(rest, alike, cluster(alike))]


def _same_place(one: Said, other: Said) -> bool:
    return one.report_id == other.report_id and one.start < other.end and other.start < one.end


def _met(text: str, texts: Sequence[Text], search: Search, embed: Embed) -> _Met:
    held = {one.id: one for one in texts}
    found: dict[tuple[str, int], Said] = {}
    for hit in search(text):
        one = held.get(hit.passage.report_id)
        for span in parts(hit.passage.text) if one else ():
            start = hit.passage.span.start + span.start
            if one:
                words = span.of(hit.passage.text)
                found.setdefault((one.id, start), _said(one, start, words, hit.passage.text))
    sayings = _nearest(text, list(found.values()), embed)
    near = nearness_to(text, [said.text for said in sayings], embed)
    return _Met(tuple(sayings), tuple(near.tolist()))


def _by_job(
    met: _Met, texts: Sequence[Text], embed: Embed, share: float = NEAR_QUERY, taken: Sequence[Said] = ()
) -> list[Way]:
    """Ways among the sayings met that are near enough, without those taken already."""
    sayings, near = met.sayings, met.near
    least = max(LEAST, share * max(near, default=0.0))
    kept: list[int] = []
    for place in sorted(range(len(sayings)), key=lambda i: -near[i]):
        same = sum(sayings[i].report_id == sayings[place].report_id for i in kept)
        if any(_same_place(sayings[place], one) or sayings[place].text == one.text for one in taken):
            continue
        if near[place] >= least and same < PER_REPORT and len(kept) < MOST:
            kept.append(place)
    looked = min(SCANNED, SCAN_MOST // max(1, sum(len(one.text) for one in texts)) + 1)
    some = [_with_copies(sayings[i], texts) if n < looked else sayings[i] for n, i in enumerate(kept)]
    inner = likeness([said.text for said in some], embed)
    return [_way(group) for group in _picked(some, inner, cluster(inner, WAY))]


def _with_copies(said: Said, texts: Sequence[Text]) -> Said:
    """With the other reports that hold the very words: a search shows one of them only."""
    others = (one.id for one in texts if one.id != said.report_id and said.text in one.text)
    return replace(said, copies=tuple(others))


def _nearest(text: str, sayings: list[Said], embed: Embed) -> list[Said]:
    """The sayings nearest in meaning, so that only these are looked at closely."""
    if len(sayings) <= MOST:
        return sayings
    near = embed([said.text for said in sayings]) @ embed([text])[0]
    return [sayings[i] for i in sorted(near.argsort()[::-1][:MOST].tolist())]


def _picked(sayings: list[Said], alike: Matrix, groups: list[list[int]]) -> list[list[Said]]:
    return [_folded([sayings[i] for i in group], alike[group][:, group]) for group in groups]


def _folded(group: list[Said], alike: Matrix) -> list[Said]:
    """The typical saying first, then by likeness to it; near copies stand once, with who else says so."""
    typical = int(alike.mean(axis=1).argmax())
    order = sorted(range(len(group)), key=lambda i: (i != typical, -float(alike[typical, i])))
    kept: list[Said] = []
    for said in (group[i] for i in order):
        twin = next((i for i, other in enumerate(kept) if _copies(other.text, said.text)), None)
        if twin is None:
            kept.append(said)
        else:
            held = (kept[twin].report_id, *kept[twin].copies)
            more = tuple(name for name in (said.report_id, *said.copies) if name not in held)
            kept[twin] = replace(kept[twin], copies=(*kept[twin].copies, *more))
    return [_aligned(said, kept) for said in kept]


def _copies(one: str, other: str) -> bool:
    if one == other:
        return True
    if not COPY <= len(one) / max(1, len(other)) <= 1 / COPY:
        return False
    left, _ = align(one, other)
    return 2 * sum(map(len, left)) >= 2 * COPY * max(len(one), len(other))


def _aligned(said: Said, group: list[Said]) -> Said:
    if said is group[0]:
        others = [other.text for other in group[1:]]
        return replace(said, shared=_common(said.text, others) if others else ())
    return replace(said, shared=align(group[0].text, said.text)[1])


def _common(text: str, others: Sequence[str]) -> tuple[Span, ...]:
    """What of a text at least half of the others say too."""
    counts = [0] * (len(text) + 1)
    for other in others[:20]:
        for span in align(text, other)[0]:
            for at in range(span.start, span.end):
                counts[at] += 1
    need = max(1, -(-len(others[:20]) // 2))
    spans: list[Span] = []
    start = None
    for at in range(len(text) + 1):
        if counts[at] >= need and start is None:
            start = at
        elif counts[at] < need and start is not None:
            spans.append(Span(start, at))
            start = None
    return tuple(spans)


def _way(group: list[Said]) -> Way:
    typical = group[0]
    masked = mask(typical.text)
    taken = masked.particulars
    runs = [
        span.of(typical.text).strip("，。；：、 ")
        for span in typical.shared
        if len(span) > 1 and not any(p.span.start < span.end and span.start < p.span.end for p in taken)
    ]
    said = [run for i, run in enumerate(runs) if run and not any(run in other for other in runs[:i])]
    label = "…".join(said) or masked.text
    names = {name for said in group for name in (said.report_id, *said.copies)}
    years = tuple(sorted({said.year for said in group if said.year}))
    return Way(label, tuple(group), len(names), years, masked.text)

"""The shelf's texts -> recurring frames with slots: 坚持…, …到位, 以…为…, chains of four-character phrases.

Heads and tails of clauses, and openers with what follows them behind a slot, are counted in how many
reports they stand. A frame stays when it is spread (no report has more than half of it), when what fills
its slot varies, and when a longer frame does not say nearly always the same.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.embedding import MODEL, StaticModel
from index.expressions import expressions
from index.texts import Text
from index.types import Span

Kind = Literal["head", "tail", "pair", "chain"]
MOST_CHARS = 1_500_000
"""Characters mined at most, taken evenly from the reports: what recurs shows in them."""
CLAUSE = re.compile(r"[^，。；：！？,;:!?\n\s]{4,60}")
HAN = re.compile(r"[\u4e00-\u9fff]+$")
OPENERS = ("不仅", "围绕", "聚焦", "按照", "通过", "针对", "结合", "立足", "紧扣", *"以把将对从在用让既向与")
SIZES = (2, 3, 4, 5, 6)
CLOSERS = (1, 2, 3)
ALONE = "为到上中成于"
"""Closers that are words by themselves."""
INNER = tuple("为作成纳到上中进于又更向抓促带转融落贯摆放当列")
"""What a closer behind a slot begins with: 以…为, 把…作为, 将…纳入, 在…上, 从…到, 对…进行."""
LEAD = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]+(?:是|要))")
FOUR = r"[\u4e00-\u9fff]{4}"
FOUR_SHOWN = "〇〇〇〇"
CHAIN = re.compile(rf"(?<![\u4e00-\u9fff]){FOUR}(?:[、，]{FOUR})+(?![\u4e00-\u9fff])")
CONTAINED = 0.8
"""A frame of which a longer one has this share of reports is only a part of that."""
SHARE = 0.5
"""Share of all places that one report may hold."""
VARIED = 3
"""Different fillings that make a slot."""
SHOWN = 3
SAYS = {2: 0.45, 3: 1.0, 4: 1.5}
"""What the fixed words of a head or tail say, by their number: 坚持… little, 严格落实… more."""
LOOKED = 5
"""Places at which a frame's edges are held against the edges of words."""
ENOUGH = 40
"""Frames of each kind."""


@dataclass(frozen=True, slots=True)
class Filling:
    """A clause that has the frame: ``text`` is ``[start, end)`` of the report."""

    report_id: str
    title: str
    year: int | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A recurring frame; … stands for a slot."""

    kind: Kind
    text: str
    count: int
    reports: int
    among: int
    examples: tuple[Filling, ...]
    """From different reports."""


_Places = dict[str, list[tuple[int, Span]]]


def frames(texts: Sequence[Text]) -> tuple[Frame, ...]:
    """The frames of a shelf, each kind apart, those of most reports first."""
    share = max(400, MOST_CHARS // max(1, len(texts)))
    held: dict[Kind, _Places] = {kind: defaultdict(list) for kind in ("head", "tail", "pair", "chain")}
    for place, one in enumerate(texts):
        _collect(place, one.text[:share], held)
    least = max(2, len(texts) // 50)
    found: list[Frame] = []
    for kind, places in held.items():
        spread = {frame: at for frame, at in places.items() if _spread(at, least)}
        kept = list(spread) if kind == "chain" else _whole(spread)
        if kind != "chain":
            kept = [frame for frame in kept if _varied(frame, spread[frame], texts)]
        kept.sort(key=lambda frame: (-_worth(kind, frame, spread[frame]), frame))
        found += _shown(kind, kept, spread, texts)
    return tuple(found)


def _collect(place: int, text: str, held: dict[Kind, _Places]) -> None:
    for hit in CLAUSE.finditer(text):
        lead = LEAD.match(hit[0])
        start = hit.start() + (lead.end() if lead else 0)
        clause, span = text[start : hit.end()], Span(start, hit.end())
        if len(clause) < 4:
            continue
        for size in (size for size in SIZES if len(clause) >= size + 2):
            if HAN.match(clause[:size]):
                held["head"][clause[:size] + "…"].append((place, span))
            if HAN.match(clause[-size:]):
                held["tail"]["…" + clause[-size:]].append((place, span))
        for frame in set(_pairs(clause)):
            held["pair"][frame].append((place, span))
    _chains(place, text, held["chain"])


def _chains(place: int, text: str, chains: _Places) -> None:
    for hit in CHAIN.finditer(text):
        words = re.split("[、，]", hit[0])
        if len(words) > 2:
            chains["、".join([FOUR_SHOWN] * min(4, len(words)))].append((place, Span(*hit.span())))
        for size in range(2, min(4, len(words)) + 1):
            for i in range(len(words) - size + 1):
                chains["、".join(words[i : i + size])].append((place, Span(*hit.span())))


def _pairs(clause: str) -> Iterator[str]:
    """Opener … closer, with a second slot when something follows: 以…为…, 把…作为…."""
    opener = next((one for one in OPENERS if clause.startswith(one)), "")
    for at in range(len(opener) + 2, len(clause)) if opener else ():
        if clause[at] not in INNER:
            continue
        for size in CLOSERS:
            closer = clause[at : at + size]
            if len(closer) == size and HAN.match(closer) and (size > 1 or closer in ALONE):
                yield f"{opener}…{closer}" + ("…" if at + size < len(clause) else "")


def _reports(at: Sequence[tuple[int, Span]]) -> int:
    return len({place for place, _ in at})


def _worth(kind: Kind, frame: str, at: Sequence[tuple[int, Span]]) -> float:
    """Reports, the more for fixed words that say more than one bare word does; ties by places."""
    size = len(frame.replace("…", ""))
    says = math.sqrt(size) if kind in ("pair", "chain") else SAYS.get(size, 1.8)
    return _reports(at) * says + _capped(at) / 1000


def _capped(at: Sequence[tuple[int, Span]]) -> int:
    """Places counted at most three times a report, so that no report carries a frame alone."""
    return sum(min(3, count) for count in Counter(place for place, _ in at).values())


def _spread(at: Sequence[tuple[int, Span]], least: int) -> bool:
    counts = Counter(place for place, _ in at)
    return len(counts) >= least and max(counts.values()) <= max(1, SHARE * len(at))


def _whole(spread: _Places) -> list[str]:
    """Without those that only are the beginning or end of a longer one: 认真贯… beside 认真贯彻…."""
    counts = {frame: _reports(at) for frame, at in spread.items()}
    covered: set[str] = set()
    for frame, count in counts.items():
        for part in _parts(frame):
            if counts.get(part, 0) and count >= CONTAINED * counts[part]:
                covered.add(part)
    return [frame for frame in counts if frame not in covered]


def _parts(frame: str) -> Iterator[str]:
    """The shorter frames a frame begins or ends with."""
    if frame.startswith("…"):
        yield from (f"…{frame[-size:]}" for size in range(2, len(frame) - 1))
        return
    before, _, words = frame.rstrip("…").rpartition("…")
    front = f"{before}…" if before else ""
    yield from (f"{front}{words[:size]}…" for size in range(1 if front else 2, len(words)))


def _varied(frame: str, at: Sequence[tuple[int, Span]], texts: Sequence[Text]) -> bool:
    """Whether different words fill the slot beside the frame's own."""
    size = len(frame.strip("…").split("…")[0])
    fillings = set()
    for place, span in at[:60]:
        clause = span.of(texts[place].text)
        fillings.add(clause[-size - 1] if frame.startswith("…") else clause[size])
        if len(fillings) >= VARIED:
            return True
    return len(fillings) >= min(VARIED, len(at))


def _shown(kind: Kind, kept: Iterable[str], spread: _Places, texts: Sequence[Text]) -> Iterator[Frame]:
    shown: list[str] = []
    for frame in kept:
        if len(shown) == ENOUGH:
            return
        at = spread[frame]
        first = dict(reversed(at))
        examples = [(texts[place], span) for place, span in list(first.items())[::-1]]
        examples.sort(key=lambda one: abs(len(one[1]) - 18))
        if kind in ("pair", "chain") and any(_part(frame, other) for other in shown):
            continue
        if any(_particular(frame, span.of(one.text)) for one, span in examples[:SHOWN]):
            continue
        if kind != "chain" and not _of_words(frame, [span.of(one.text) for one, span in examples[:LOOKED]]):
            continue
        shown.append(frame)
        yield Frame(
            kind, frame, len(at), len(first), len(texts),
            tuple(
                Filling(one.id, one.title, one.year, span.start, span.end, span.of(one.text))
                for one, span in examples[:SHOWN]
            ),
        )  # fmt: skip


def _part(frame: str, other: str) -> bool:
    """Whether a chain stands in one already shown: 立行立改 within 立行立改、见底见效."""
    return frame != other and frame in other


def _of_words(frame: str, clauses: Sequence[str]) -> bool:
    """Whether a frame is cut between words, not within one, in most of the clauses: no 对…向性问…."""
    return 2 * sum(_cut_between(frame, clause) for clause in clauses) > len(clauses)


def _cut_between(frame: str, clause: str) -> bool:
    edges = {at for mark in StaticModel(MODEL).marks(clause) for at in mark} | {0, len(clause)}
    own = _own(frame, clause)
    return all(span.start in edges and span.end in edges for span in own)


def _own(frame: str, clause: str) -> list[Span]:
    """Where the fixed words of a frame stand in a clause."""
    own: list[Span] = []
    at = 0
    for words in filter(None, frame.split("…")):
        found = clause.rfind(words) if frame.startswith("…") else clause.find(words, at)
        if found >= 0:
            own.append(Span(found, found + len(words)))
            at = found + len(words)
    return own


def _particular(frame: str, clause: str) -> bool:
    """Whether a figure, name, date or place stands in the fixed words of the frame."""
    own = _own(frame, clause)
    taken = [one.span for one in expressions(clause)]
    return any(a.start < b.end and b.start < a.end for a in own for b in taken)

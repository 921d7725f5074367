"""Text -> its set formulations (提法), and those written with a number they do not have (五个意识)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.folding import Mark, fold, hits
from index.glossary import alternation, heads, others, table, words
from index.numerals import value
from index.types import Span

NUMBER = re.compile("^(?P<front>“|中央)?(?P<number>十[一二三四]|[一二两三四五六七八九十])")
# What is held firm before a formulation, so that a wrong number in it is no count: 增强五个意识.
CUE = re.compile(
    "(?:增强|树牢|树立|坚定|做到|落实|坚持|把握|贯彻|践行|执行|拥护|捍卫|领悟|严守|恪守|牢记|谨记|运用|用好|用活|深化"
    '|应对|防范|经受|警惕|纠治|纠正|反对|整治|查纠|力戒|纠|推进|服从|统筹|胸怀)(?:好|了|对|住)?[“‘"]?$'
)
COUNTABLE = re.compile("[个种大项不风]")
COUNTING = re.compile("[一二两三四五六七八九十]+[个支大](?!“)")
QUOTES = re.compile('[“”‘’"]')
NUMBERED = re.compile("[一二三四五六七八九十百千万\\dA-Z]")
NUMERALS = "十[一二三四五六七八九]|[一二两三四五六七八九十]"
# A formulation that begins with a number must not be the tail of a longer one: 十三公里, 1200人.
INSIDE = "(?<![一二三四五六七八九十百千万零〇\\d.A-Za-z])"


@dataclass(frozen=True, slots=True)
class Entry:
    """A set formulation as the lexicon has it."""

    name: str
    number: int = 0
    """The number in it; 0 when it has none or another number makes another formulation."""
    variants: tuple[str, ...] = ()
    meaning: tuple[str, ...] = ()
    first: int = 0
    """Year it was first said; 0 when the lexicon does not say."""
    last: int = 0
    """Last year it was the current wording; 0 while it still is."""
    next: str = ""
    """What is said instead after ``last``."""
    source: str = ""
    body: bool = False
    """True for a body that was renamed, which is a name and not phrasing."""
    place: str = ""
    """Where alone it is said, so that it betrays the place; empty when it is said everywhere."""


@dataclass(frozen=True, slots=True)
class Formulation:
    """A set formulation found in a text."""

    span: Span
    name: str
    """Its name in the lexicon; ``span.of(text)`` may be a variant."""
    text: str
    entry: Entry
    malformed: bool = False
    """True when it is written with another number than its own: 五个意识."""

    def outdated(self, year: int) -> bool:
        """True when another wording had taken its place before ``year``."""
        return bool(self.entry.last) and year > self.entry.last


def _entry(row: dict[str, object]) -> Entry:
    def several(key: str) -> tuple[str, ...]:
        found = row.get(key)
        return tuple(str(word) for word in found) if isinstance(found, list) else ()

    def year(key: str) -> int:
        found = row.get(key)
        return found if isinstance(found, int) else 0

    return Entry(
        name=str(row["name"]),
        number=year("number"),
        variants=several("variants"),
        meaning=several("meaning"),
        first=year("from"),
        last=year("to"),
        next=str(row.get("next", "")),
        source=str(row.get("source", "")),
        body=bool(row.get("body", False)),
        place=str(row.get("place", "")),
    )


@lru_cache(maxsize=1)
def lexicon() -> tuple[Entry, ...]:
    """All formulations and renamed bodies, read once; files ``formulations-*.toml`` add a user's own."""
    shipped = table("formulations")
    rows = [*shipped["formulation"], *({**row, "body": True} for row in shipped["renamed"])]
    for own in others("formulations-"):
        rows += table(own).get("formulation", [])
    return tuple(_entry(row) for row in rows)


@lru_cache(maxsize=1)
def _spellings() -> dict[str, Entry]:
    """Every way to write a formulation; of two entries that share one the first has it."""
    spellings: dict[str, Entry] = {}
    for entry in lexicon():
        for word in (entry.name, *entry.variants):
            spellings.setdefault(word, entry)
    for word in words("everyday", "words"):
        spellings.setdefault(word, Entry(word, source="常用语"))
    return spellings


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    bodies = [word for word, entry in _spellings().items() if entry.body]
    numbered = [word for word, entry in _spellings().items() if NUMBERED.match(word)]
    free = set(_spellings()) - {*bodies, *numbered}
    return re.compile(
        rf"(?:{INSIDE}(?:{alternation(numbered)})(?!\d)|{alternation(free)}"
        rf"|(?:{alternation(bodies)})(?![部理法事公实好学组]))"
    )


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return heads(_spellings())


@lru_cache(maxsize=1)
def _stems() -> dict[str, Entry]:
    """What follows the number of a formulation said with no other number: 个意识, 会一课."""
    firm = words("formulations", "firm")
    stems = {}
    for entry in lexicon():
        number = NUMBER.match(entry.name)
        if number and entry.name in firm:
            stems[entry.name[number.end() :]] = entry
    return stems


@lru_cache(maxsize=1)
def _miscounted() -> re.Pattern[str]:
    return re.compile(f"{INSIDE}(?P<number>{NUMERALS})(?P<stem>{alternation(_stems())})")


def _quoted(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in ("“", "‘", '"') and text[end : end + 1] in ("”", "’", '"')


def _wrong(text: str) -> list[tuple[int, int, Entry]]:
    """Firm formulations with a number they do not have; 这三个意识 is a count and no slip of the pen."""
    found = []
    for hit in _miscounted().finditer(text):
        entry = _stems()[hit["stem"]]
        number = NUMBER.match(entry.name)
        right = hit[0] in _spellings() or (number and value(hit["number"]) == value(number["number"]))
        if not right and (_quoted(text, *hit.span()) or _firm(text, hit)):
            found.append((hit.start(), hit.end(), entry))
    return found


def _firm(text: str, hit: re.Match[str]) -> bool:
    """True where the words alone show a slip: 四会一课 always, 五个意识 only behind 增强 and the like."""
    if not COUNTABLE.match(hit["stem"]):
        return True
    start = hit.start()
    if hit["stem"] == "项规定":
        return text[max(0, start - 2) : start] == "中央"
    return hit["number"] != "一" and bool(CUE.search(text, max(0, start - 4), start))


@lru_cache(maxsize=2)
def _hits(page: str) -> tuple[tuple[int, int, Entry], ...]:
    spellings = _spellings()
    return tuple((*hit.span(), spellings[hit[0]]) for hit in hits(_heads(), _pattern(), page))


def known(page: str) -> list[tuple[int, int]]:
    """Stretches of a folded page that are set formulations, rightly or wrongly counted."""
    spans = [(start, end) for start, end, entry in _hits(page) if not (entry.body or entry.place)]
    return spans + [hit[:2] for hit in _wrong(page)]


def regional(page: str) -> Iterator[Mark]:
    """Formulations of one region, which are particulars of it: 八八战略.

    >>> [mark.key for mark in regional("深入实施“八八战略”")]
    ['slogan:八八战略']
    """
    for start, end, entry in _hits(page):
        wide = _quoted(page, start, end)
        if entry.place and (wide or not COUNTING.match(page, start)):
            key = f"slogan:{QUOTES.sub('', page[start:end])}"
            yield Mark(start - wide, end + wide, "slogan", key)


def formulations(text: str) -> tuple[Formulation, ...]:
    """Set formulations of a text, sorted by span.

    >>> [(f.name, f.malformed) for f in formulations("增强“四个意识”，落实“四会一课”")]
    [('四个意识', False), ('三会一课', True)]
    """
    folded = fold(text)
    found = [(*hit, False) for hit in _hits(folded.text)]
    taken = {at for start, end, _, _ in found for at in (start, end - 1)}
    found += [(*hit, True) for hit in _wrong(folded.text) if hit[0] not in taken and hit[1] - 1 not in taken]
    hits = []
    for start, end, entry, malformed in sorted(found, key=lambda one: one[:2]):
        span = folded.span(start, end)
        hits.append(Formulation(span, entry.name, span.of(text), entry, malformed))
    return tuple(hits)

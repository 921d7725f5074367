"""Text -> its facet: which line of work (会议研究, 警示教育, 招商 …) its words show.

The cues are matched longest first and without overlap; a long cue weighs more than a short one, a form of
work (培训, 检查) less than any matter. Where no cue is found there is no facet: better none than a wrong one.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.stock import stock, words

WEAK: Final = 0.4
"""Weight of a cue that names a form of work only."""
DAMPED: Final = 0.3
"""Factor for a cue that stands in the heading too: what all facts share tells none of them apart."""
_WEIGHTS: Final = {1: 0.5, 2: 1.0, 3: 1.5}
_LONG: Final = 2.1
CLEAR: Final = 1.5
"""Weight from which a text speaks of a facet beyond doubt."""
EVIDENT: Final = 1.0
"""Weight from which a text's own words show a facet: more than a form of work or one character."""
_DECIDES: Final = 6.0
_NAMED: Final = 4.0
"""Factor for the words before 方面, with which a note itself says what it is about."""
_QUOTES: Final = re.compile('[“”‘’"]')
"""Set aside: “三公”经费 is 三公经费."""
_ASIDE: Final = re.compile(r"[^，。；]{2,12}?(?=方面)")


@dataclass(frozen=True, slots=True)
class Facet:
    """A line of work with Zhibi's own wording for it."""

    name: str
    family: str
    topic: str
    labels: tuple[str, ...]
    aims: tuple[str, ...]
    place: int
    """Place in the order in which reports treat the facets, from 0."""
    cues: tuple[tuple[str, float], ...] = ()
    near: tuple[str, ...] = ()
    """Other words for the topic, which a phrase of manner may name as well."""


@lru_cache(maxsize=1)
def facets() -> tuple[Facet, ...]:
    """Every facet, in the order of reports."""
    return tuple(
        Facet(
            one["name"], one["family"], one["topic"], tuple(one["labels"]), tuple(one["aims"]), place,
            tuple(_cue(cue) for cue in one["cues"].split()), tuple(one.get("near", "").split()),
        )
        for place, one in enumerate(stock("facets")["facet"])
    )  # fmt: skip


@lru_cache(maxsize=1)
def families() -> dict[str, Facet]:
    """Family -> a facet that stands for all of its facets together."""
    return {
        name: Facet(name, name, one["topic"], tuple(one["labels"]), (), len(facets()))
        for name, one in stock("facets")["family"].items()
    }


@lru_cache(maxsize=1)
def realms() -> dict[str, Facet]:
    """Family -> a facet that stands for its family and those near to it, for very many facts."""
    held = {}
    for name, one in stock("facets")["realm"].items():
        whole = Facet(f"realm {name}", "", one["topic"], tuple(one["labels"]), (), len(facets()))
        held.update(dict.fromkeys(one["families"].split(), whole))
    return held


def covers(wide: Facet, facet: Facet) -> bool:
    """Whether a facet is another one or belongs to its family or realm."""
    realm = realms().get(facet.family)
    return wide.name in (facet.name, facet.family) or (realm is not None and wide.name == realm.name)


def facet_of(text: str, *, least: float = 0.0) -> Facet | None:
    """The facet a text's words show, None when they show none with at least that weight."""
    weights = _weights(text, "")
    best = max(weights, key=lambda place: (weights[place], -place), default=None)
    return None if best is None or weights[best] < least else facets()[best]


def facet_under(text: str, heading: str) -> Facet | None:
    """The facet of a fact that stands under a heading.

    A fact belongs to its heading's facet unless its own words show another of the same family, or
    another family clearly: the writer put it there, and a single short word is weak evidence.
    """
    asked = _weights(heading, "")
    if not asked:
        return facet_of(text)
    own = facets()[max(asked, key=lambda place: (asked[place], -place))]
    weights = _weights(text, heading)
    best = max(weights, key=lambda place: (weights[place], place in asked, -place), default=own.place)
    near = best in asked or facets()[best].family in {facets()[place].family for place in asked}
    needed = _WEIGHTS[1] if best in asked else _WEIGHTS[2] if near else _WEIGHTS[3]
    return facets()[best] if weights.get(best, 0.0) >= needed else own


def _weights(text: str, heading: str) -> dict[int, float]:
    """Place of each facet the text shows -> its weight."""
    known = _known()
    text = _QUOTES.sub("", text)
    weights: dict[int, float] = defaultdict(float)
    for found in _pattern().finditer(text):
        place, weight = known[found.group()]
        weights[place] += weight * (DAMPED if found.group() in heading else 1.0)
    aside = _ASIDE.match(text)
    for found in _pattern().finditer(aside.group()) if aside else ():
        weights[known[found.group()][0]] += _NAMED * known[found.group()][1]
    return dict(weights)


def entities_in(text: str) -> tuple[str, ...]:
    """Words for people, bodies and places of work in a text; a draft takes them from the writer only."""
    return tuple(word for word in words("attitudes", "entities") if word in text)


def _cue(word: str) -> tuple[str, float]:
    if word.startswith("~"):
        return word[1:], WEAK
    if word.startswith("!"):
        return word[1:], _DECIDES
    return word, _WEIGHTS.get(len(word), _LONG)


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[int, float]]:
    return {word: (facet.place, weight) for facet in facets() for word, weight in facet.cues}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(_known(), key=len, reverse=True)))

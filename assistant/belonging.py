"""A stated figure in a draft -> the other figure of the facts whose words it has been given.

涉外公证963件 told as 办理涉外公证5128件: 涉外 is said of 963 alone. Words are distinctive of a figure
when its clause has them and neither the clause of the other figure nor what stands before that has. A part
(其中…) lends its words to no whole; a whole lends its words to a part, unless the draft says nothing that is
the part's own.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.grounding import DEALT, Ground, Place, loose
from assistant.headwords import STOP, headwords
from assistant.paraphrasing import Sense
from assistant.supporting import FIGURES, measure

FILLER = re.compile(
    "部分|只有|仅有|还有|另有|其余|其他|剩余|剩下|约有|共有|现有|已有|有的|占比|比例|达到|超过|不足"
)
MOST = 0.5
"""Share of the words distinctive of the other figure that the draft's clause must have."""
SOME = 2
"""So many of them are enough."""
LEAST = 2
"""Characters of a noun that two figures share, and of what stands before it in one of them."""
RUNNING = re.compile("累计|总数|总量|总计|达到?|[增升]至|现有|共有|存量|保有")
KEPT = re.compile("余额|总数|总量|存量|保有|累计")
RATED = re.compile("(?:比|总体|综合|平均)+$")
NEW = re.compile("新[建增开设购入发认]|当年|本年|今年")
"""A sum of all years, and what was added in one."""
NOUN = re.compile("[\u4e00-\u9fff]+$")
LINKS = re.compile("(?:占比|比例|[为达是至到约占共有近超逾过仅只已]|控制在|累计|总数|总量)+$")


def borrowed(
    place: Place,
    stated: Sequence[Place],
    ground: Ground,
    beside: frozenset[str],
    told: frozenset[str] = frozenset(),
) -> Place | None:
    """The place that states a figure of the draft, when its words there are those of another figure.

    Args:
        place: A figure of the draft.
        stated: The places that state it.
        ground: What facts and heading state.
        beside: Keys of the figures in the same clause of the draft, whose words it shares.
        told: Keys of those in its sentence: a single word of one that is told there too is no sign.
    """
    own = [other for other in stated if other.fact]
    if place.expression.kind not in FIGURES or not own or DEALT.search(place.clause):
        return None
    words = _own(place)
    if not words:
        return None
    for fact in own:
        if not _borrows(place, words, fact, ground, beside, told):
            return None
    return own[0]


def _borrows(
    place: Place,
    words: frozenset[str],
    own: Place,
    ground: Ground,
    beside: frozenset[str],
    told: frozenset[str],
) -> bool:
    """Whether the words are those of a rival of this stating place."""
    if _narrowed(place, own, ground) or _exchanged(place, own, ground) or _freshened(place, own):
        return True
    for rival in ground.by_fact.get(own.fact, ()):
        key = rival.expression.key
        if key in beside or key == own.expression.key or not _alike(rival, place):
            continue
        if rival.expression.span.start > own.expression.span.start:
            if _of_part(words, own, rival, least=SOME if key in told else 1):
                return True
        elif _of_whole(place, words, own, rival):
            return True
    return False


def _alike(rival: Place, place: Place) -> bool:
    """Whether both are figures of one measure, or one of them has none that is known."""
    one, two = rival.expression, place.expression
    if one.kind not in FIGURES:
        return False
    if measure(one) == "%" and "占" in rival.clause:
        return True
    return measure(one) == measure(two) or "" in (one.unit, two.unit) and one.kind == two.kind == "count"


def _of_part(words: frozenset[str], own: Place, rival: Place, *, least: int = 1) -> bool:
    """Whether the draft says of a figure what only a later one is said to be."""
    start = own.said.find(own.clause)
    told = own.said[: start + len(own.clause)] if start >= 0 else own.clause
    distinct = _own(rival) - _words(told) - _own(own)
    hit = words & distinct
    return len(hit) >= least and (len(hit) >= SOME or len(hit) >= MOST * len(distinct))


def _of_whole(place: Place, words: frozenset[str], own: Place, rival: Place) -> bool:
    """Whether the draft says of a figure all that an earlier one is said to be, and nothing of its own."""
    theirs, mine = _own(rival), _own(own)
    distinct, proper = theirs - mine, mine - theirs
    if RUNNING.search(own.rest) and not RUNNING.search(place.rest):
        return bool(NEW.search(rival.rest) and NEW.search(place.rest))
    if not distinct or not proper or not distinct <= words or words - theirs:
        return False
    return Sense.of(own.rest).families.isdisjoint(Sense.of(place.rest).families)


def _narrowed(place: Place, own: Place, ground: Ground) -> bool:
    """Whether the noun before the figure has a word before it that another clause of the facts gives it."""
    said, told = _noun(place), _noun(own)
    size = 0
    while size < min(len(said), len(told)) and said[-1 - size] == told[-1 - size]:
        size += 1
    phrase = said[-size - LEAST :]
    if size < LEAST or len(phrase) < size + LEAST or phrase in loose(own.said):
        return False
    return phrase in ground.joined or (size == len(told) and phrase[: 2 * LEAST] in ground.joined)


def _exchanged(place: Place, own: Place, ground: Ground) -> bool:
    """Whether the noun before the figure has another thing of the facts before it, or is another rate."""
    said, told = _noun(place), _noun(own)
    if told.endswith("率") and said.endswith("率"):
        stems = {RATED.sub("", words)[-SOME:] for words in (said[:-1], told[:-1])}
        if len(stems) == SOME and set.isdisjoint(*map(set, stems)) and said[-1 - SOME :] not in own.said:
            return True
    size = 0
    while size < min(len(said), len(told)) and said[-1 - size] == told[-1 - size]:
        size += 1
    one, other = (words[: len(words) - size][-SOME:] for words in (said, told))
    if size < LEAST or min(len(one), len(other)) < SOME or STOP.search(one) or STOP.search(other):
        return False
    return (
        set(one).isdisjoint(other)
        and other not in place.clause
        and one not in own.clause
        and any(one in line for line in ground.texts)
    )


def _freshened(place: Place, own: Place) -> bool:
    """Whether a sum of all years is told as one year's, 新增贷款 for 贷款余额, or the other way round."""
    if KEPT.search(place.clause) and not KEPT.search(own.said):
        return bool(NEW.search(own.rest)) and not NEW.search(place.rest)
    if not KEPT.search(own.clause) or KEPT.search(place.clause):
        return False
    return bool(NEW.search(place.rest)) and not NEW.search(own.rest)


def _noun(place: Place) -> str:
    """The Chinese words right before a figure."""
    before = loose(place.clause).partition(loose(place.expression.text))[0]
    found = NOUN.search(LINKS.sub("", before))
    return found[0] if found else ""


def _own(place: Place) -> frozenset[str]:
    """Words of a figure: those of its clause and its English unit, else of the label before it."""
    unit = place.expression.unit if place.expression.unit.isascii() else ""
    return _words(f"{place.rest} {unit}") or (place.head if place.clause.isascii() else frozenset())


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return headwords(FILLER.sub(" ", text))


def figures_beside(places: Sequence[Place]) -> Iterator[frozenset[str]]:
    """For each place the keys of the figures of its clause, those divided at a 、 included."""
    for place in places:
        yield frozenset(other.expression.key for other in places if other.clause == place.clause)

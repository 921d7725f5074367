"""Facts and headings -> how well each fact suits each heading, feature by feature.

Seven kinds of evidence, each a table of facts by headings: lines of work, shared words, words commonly told
together, nearness in meaning, matters of the Party. ``phrases/suiting.toml`` weighs them.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from assistant.facets import CLEAR, Facet, facet_of, families, realms
from assistant.homing import MOST, homing
from assistant.plan import Heading, Plan
from assistant.stock import stock
from index.embedding import Embedder, cut, open_embedder, unit

Table = NDArray[np.float64]
FEATURES: Final = (
    "facet", "family", "realm", "strange", "rare", "run", "homing", "kind", "meaning", "word", "said",
    "above", "above_words", "party", "staff", "no_party",
)  # fmt: skip
"""``facet``, ``family``, ``realm``: one line of work or near lines; ``strange``: lines of other realms.
``rare``, ``run``: shared words, the rarer among the headings and the longer the more. ``homing``: words
that reports tell under such headings; ``kind``: words that name a kind or part of its matter. ``meaning``,
``word``: cosines of the whole and of the nearest words. ``said``: what the shelf says under like headings.
``above…``: the same of the headings above. ``party``: a matter of the Party under its heading; ``staff``:
under one of the staff only; ``no_party``: another matter under a heading of the Party."""
LEVELLED: Final = ("meaning", "word", "said")
"""Features of which only the excess over the mean of the headings counts."""
_WEAK: Final = 0.5
"""Factor where a single short word shows the line of work: 危旧房整治 is no 专项整治."""
_STIR: Final = re.compile(
    "持续|切实|扎实|全面|认真|不断|着力|强化|加强|抓实|抓好|深化|深入|推进|推动|落实|提升|压实|压紧|夯实|严明|履行|开展|建设|工作"
    "|情况|做好|保持|坚持|有关|坚决|严格|稳步|持续|健全|完善|构建|打造|优化|聚焦|突出|发展|促进|增强|提高|改善|维护|守牢|守住|服务"
    "|管理|水平|能力|质量|体系|机制|保障|重点|主要|年度?|[，、和的与及“”]"
)
"""What heads and ends a heading of any matter."""
_LENT: Final = re.compile("约谈|警示|批评教育|风险点|责任书.{0,8}|第一责任人|插手|打招呼|礼[品金卡]|迟到早退")
"""Words of the Party's discipline that are said of those it oversees too: 约谈驾驶员, 警示教育学生."""
_OUTSIDE: Final = re.compile(
    "驾驶员|司机|企业|商户|商家|业主|经营(?:者|户|单位)|店主|摊主|施工|工地|项目部|包工|客运|货运|学生|家长|患者|村民|居民"
    "|渔民|农户|从业人员|社会单位|场所|平台公司|中介|机构负责人|驾校|矿山|油站|物业|船主|培训机构|法定代表人|供应商"
)
"""Those whom an office oversees or serves."""
_FIGURE: Final = re.compile(
    r"\d[\d,.]*[%％]?[万亿余多]*(?:个|名|人次|人|件|项|次|家|场|期|户|元|处|起|份|套|台|公里|亩)?"
)


def suit(texts: Sequence[str], leaves: Sequence[Heading], plan: Plan, near: Table) -> NDArray[np.float64]:
    """The features of every fact under every heading, shape (facts, headings, ``len(FEATURES)``).

    Args:
        texts: Words of the facts.
        leaves: Headings under which facts may stand.
        plan: Holds the headings above, and the title.
        near: Nearness to what the shelf says under like headings, shape (facts, headings).
    """
    held = np.zeros((len(texts), len(leaves), len(FEATURES)))
    if not held.size:
        return held
    put = {name: held[:, :, place] for place, name in enumerate(FEATURES)}
    headings = [leaf.text for leaf in leaves]
    _lines(texts, headings, put)
    put["rare"][:], put["run"][:] = _shared(texts, headings, plan)
    put["homing"][:] = _homing(texts, headings, plan, "homes")
    put["kind"][:] = _homing(texts, headings, plan, "kinds")
    put["meaning"][:] = _vectors(tuple(texts)) @ _vectors(tuple(map(matter, headings))).T
    put["word"][:] = _words(texts, headings, f"{plan.title} {plan.kind}")
    put["said"][:] = near
    _above(texts, leaves, plan, put)
    ours = np.array([is_party(text) for text in texts])[:, None]
    asked = np.array([names_party(heading, itself=True) for heading in headings])[None, :]
    staff = np.array([names_party(heading) for heading in headings])[None, :] & ~asked
    put["party"][:], put["staff"][:], put["no_party"][:] = ours & asked, ours & staff, ~ours & asked
    return held


def likelihood(rows: Table) -> Table:
    """How likely each of some headings is, shape (headings,); what is left to 1 is that none suits.

    Softmax of the weighed features (multinomial logit); nearness counts by what it exceeds its mean.
    """
    weights = stock("suiting")
    level = [FEATURES.index(name) for name in LEVELLED]
    rows = rows.copy()
    rows[:, level] -= rows[:, level].mean(axis=0)
    score = np.append(rows @ np.array([weights["weight"][name] for name in FEATURES]), weights["none"])
    odds = np.exp(score - score.max())
    return np.asarray(odds[:-1] / odds.sum(), np.float64)


def least() -> float:
    """Likelihood from which a heading takes a fact."""
    return float(stock("suiting")["least"])


def matter(heading: str) -> str:
    """A heading without the words that head and end headings of any matter; itself where none are left.

    >>> matter("加强特种设备监管")
    '特种设备监管'
    """
    return " ".join(_parts(heading)) or heading


def is_party(text: str) -> bool:
    """Whether a fact is of the Party's own life or discipline: 诫勉谈话, 三公经费, 一岗双责.

    Words said of outsiders as well are none of it where the fact tells of outsiders.

    >>> is_party("约谈干部3人"), is_party("约谈网约车驾驶员156人")
    (True, False)
    """
    found = _party("fact").findall(re.sub("[“”]", "", text))
    if found and all(_LENT.fullmatch(word) for word in found):
        return not _OUTSIDE.search(text)
    return bool(found)


def names_party(heading: str, *, itself: bool = False) -> bool:
    """Whether a heading names the Party, its conduct or the staff; the staff only where not ``itself``."""
    return bool(_party("named" if itself else "heading").search(heading))


def line_of(heading: str) -> Facet | None:
    """The line of work a heading names; Zhibi's own label for a family names that family."""
    own = next((family for family in families().values() if heading in family.labels), None)
    return own or facet_of(heading)


def _lines(texts: Sequence[str], headings: Sequence[str], put: dict[str, Any]) -> None:
    asked = [line_of(heading) for heading in headings]
    for row, text in enumerate(texts):
        facet = facet_of(text)
        if facet is None:
            continue
        weight = 1.0 if facet_of(text, least=CLEAR) else _WEAK
        for column, line in enumerate(asked):
            if line is not None:
                put[_kinship(facet, line)][row, column] = weight


def _kinship(facet: Facet, line: Facet) -> str:
    if facet.name == line.name:
        return "facet"
    if facet.family == line.family:
        return "family"
    return "realm" if _realm(facet) == _realm(line) else "strange"


def _realm(facet: Facet) -> str:
    return realms()[facet.family].name if facet.family in realms() else facet.family


def _shared(texts: Sequence[str], headings: Sequence[str], plan: Plan) -> tuple[Table, Table]:
    """Sum of the rarity of pairs of characters shared, and length of the longest run shared by its rarity.

    Words of the report's title and kind tell no heading apart: 残疾 in a report of the 残联.
    """
    common = _pairs(f"{plan.title} {plan.kind}")
    pairs = [{pair for part in _parts(heading) for pair in _pairs(part)} - common for heading in headings]
    count = len(headings)
    rarity = {
        pair: np.log((count + 1) / sum(pair in other for other in pairs)) / np.log(count + 1)
        for held in pairs for pair in held
    }  # fmt: skip
    rare, run = np.zeros((len(texts), count)), np.zeros((len(texts), count))
    for row, text in enumerate(texts):
        for column, heading in enumerate(headings):
            found = [pair for pair in pairs[column] if pair in text]
            if found:
                rare[row, column] = min(3.0, sum(rarity[pair] for pair in found))
                run[row, column] = max(_run(text, part) for part in _parts(heading)) * min(
                    1.0, max(rarity[pair] for pair in found)
                )
    return rare, run


def _pairs(text: str) -> set[str]:
    return {one + other for one, other in pairwise(text)}


def _run(text: str, part: str) -> float:
    """Characters beyond one of the longest run of a part that a text has, 0 to 3."""
    for size in range(min(4, len(part)), 1, -1):
        if any(part[at : at + size] in text for at in range(len(part) - size + 1)):
            return size - 1.0
    return 0.0


def _homing(texts: Sequence[str], headings: Sequence[str], plan: Plan, table: str) -> Table:
    common = f"{plan.title} {plan.kind}"
    rows = [[homing(text, one, common, table, special=True) for one in headings] for text in texts]
    return np.array(rows) / MOST


def _words(texts: Sequence[str], headings: Sequence[str], common: str) -> Table:
    """Mean over a heading's words of the cosine to the nearest word of a fact."""
    asked = [[word for word in _content(matter(one)) if word not in common] for one in headings]
    told = [_content(_FIGURE.sub(" ", text)) for text in texts]
    names = tuple(dict.fromkeys(word for held in (*asked, *told) for word in held))
    if not names:
        return np.zeros((len(texts), len(headings)))
    place = {word: at for at, word in enumerate(names)}
    vectors = _vectors(names)
    alike = vectors @ vectors.T
    found = np.zeros((len(texts), len(headings)))
    for row, fact in enumerate(told):
        for column, heading in enumerate(asked):
            if fact and heading:
                both = alike[np.ix_([place[w] for w in fact], [place[w] for w in heading])]
                best = both.max(axis=0)
                found[row, column] = 0.5 * best.mean() + 0.5 * best.max()
    return found


def _above(texts: Sequence[str], leaves: Sequence[Heading], plan: Plan, put: dict[str, Any]) -> None:
    for column, leaf in enumerate(leaves):
        over = [one.text for one in plan.above(leaf.id)]
        for heading in over:
            line = line_of(heading)
            for row, text in enumerate(texts):
                facet = facet_of(text) if line else None
                if line and facet and facet.family == line.family:
                    put["above"][row, column] = 1.0
        if over:
            put["above_words"][:, column] = _shared(texts, over, plan)[0].max(axis=1)


def _parts(heading: str) -> list[str]:
    return [part for part in _STIR.split(heading) if part and len(part) > 1]


def _content(text: str) -> list[str]:
    return [word for word in dict.fromkeys(cut(text)) if len(word) > 1 and not word.isdigit()]


@lru_cache(maxsize=8)
def _vectors(texts: tuple[str, ...]) -> Table:
    """Vectors by the model that ships with Zhibi, whatever the shelf uses, shape (n, dim)."""
    return np.asarray(unit(_embedder().embed([_FIGURE.sub(" ", text) or text for text in texts])), np.float64)


@lru_cache(maxsize=1)
def _embedder() -> Embedder:
    return open_embedder()


@lru_cache(maxsize=3)
def _party(name: str) -> re.Pattern[str]:
    return re.compile(stock("topics")["party"][name])

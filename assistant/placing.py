"""A stated figure or date in a draft -> whether it is said there of what the facts say it of."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.contrasting import LABEL, contrasted
from assistant.grounding import YEAR, Ground, Place
from assistant.headwords import headwords
from assistant.paraphrasing import Sense
from assistant.supporting import FIGURES, TIMES, measure

NEGATION = re.compile(r"未(?!来|成年|央)|没有|尚未|没(?!收|落)|\b(?:not?|never|none)\b", re.I)
WANTING = re.compile("无|缺|仅|不|难|坏|损|少")
"""Words that deny without a 未: 无健康证 is 没健康证."""
DENIES = re.compile("无(?![法论线偿障纸烟土效形私])|零(?=[事投上违差伤死案])|从不")
"""As a fact may deny without a 未: 连续11年无投诉."""
FIGURE = re.compile(r"\d[\d,.]*|[，。；、：\s]")
LEVEL = re.compile("[要拟将应]?(?:加|增|提|升|降|减|压|扩|缩|改)[加高少小大短]?[到至为]")
CARRIED = re.compile(r"(?:up|down|was|were|from|now)\b", re.I)
"""An English clause that goes on with the figure before it."""
REST = re.compile("(?:剩余?|[还尚仍][有差欠缺剩余])(?:下|着)?约?$")
"""What is left over of a thing, right before its figure."""
FAR = 12
"""Characters between a no and the figure it denies at most, where a fact runs on without a mark."""
COMPLEMENT = re.compile("[\u4e00-\u9fff]不(?:回|了|成|到|清|动|齐|完)")
"""What is denied behind its verb: 收不回 is 未收回."""
MEASURED = headwords("目前 现在 面积 金额 资金 数量 长度 里程 人数 占比 比例 用时 时长")
"""Words that a unit says by itself, or that only say now: none ties a figure to another of its measure."""
CLOSE = Decimal("0.2")
"""Share of a bound by which a figure may pass it and still be meant when no word ties them."""
RISEN = re.compile("提高|提升|上升|增长|增加|上涨|攀升|扩大|[增升涨]")
FALLEN = re.compile("下降|降低|减少|压减|缩小|回落|下滑|[降减]")
MORE = re.compile(f"{RISEN.pattern}|[比较][^，。；]{{1,10}}[高多长]")
LESS = re.compile(f"{FALLEN.pattern}|[比较][^，。；]{{1,10}}[低少短]")
"""As a fact may say it: 比去年高1.3个百分点 is a rise."""
BY = re.compile(
    rf"(?:(?P<up>{RISEN.pattern})|(?P<down>{FALLEN.pattern}))(?:了|幅(?:度)?(?:为|达)?)?[约近超过逾达]*$"
)
"""A change right before its figure; 提高到95% tells a level."""
LISTED = re.compile(r"(?:\d+(?:\.\d+)?(?:%|个?百分点)?[、和及])+$")
"""Figures that a change tells before the one in question: 分别下降8.1%、3.3%."""
SIGN = re.compile(r"[：:]\s*([-+−－＋])$")
"""A change as a table says it: 变化：-5.3%."""
LEFT = re.compile("还[有压堆欠剩拖差]|剩|尚有|仍")
"""What is not yet done, without a 未: 还压着63起."""
ALIKE = 0.5
"""Share of the draft's characters and families of words that a fact's clause holds to say the same."""
SMALL = 10
"""Below it two things are often counted alike by chance, so words must tie a figure to its namesake."""


def misplaced(place: Place, stated: Sequence[Place], ground: Ground) -> Place | None:
    """The place of the facts a stated figure was taken from, when the draft says it of something else.

    Only when the clause shares no word with any fact that states the figure, but does with one that states
    another figure of the same measure. Other words for the same thing are not suspected.
    """
    if place.expression.kind not in FIGURES | TIMES or not place.head:
        return None
    own = [other for other in stated if other.fact]
    if len(own) < len(stated) or not own or any(place.head & other.head for other in own):
        return None
    if any(_says(other, place) or _goes_on(place, other) for other in own) or _spoken_of(place, own, ground):
        return None
    if _adrift(place, own):
        return own[0]
    facts = {other.fact for other in own}
    rivals = [o for o in ground.places if o.fact and _rival(place, o) and _of_rival(place, o, facts)]
    for rival in rivals:
        if rival.expression.key in {other.expression.key for other in own}:
            return None
    for rival in rivals:
        if not any(place.head & (o.head if o.fact == rival.fact else o.context | o.head) for o in own):
            return own[0]
    near = any(place.head & (other.context | other.head) for other in own)
    return own[0] if not near and _tied(place, ground) else None


def _goes_on(place: Place, fact: Place) -> bool:
    """Whether a fact's clause only carries on with its matter: 要加到3000, 还剩5件, down from 4.4."""
    shared = not place.context.isdisjoint(fact.context | fact.head)
    bare = bool(LEVEL.search(fact.rest)) and not headwords(LEVEL.sub("", fact.rest))
    if not place.head.isdisjoint(fact.context) and (bare or CARRIED.match(fact.clause)):
        return True
    ends = [one.clause.partition(one.expression.text)[0] for one in (place, fact)]
    return shared and all(REST.search(words) for words in ends)


def _spoken_of(place: Place, own: Sequence[Place], ground: Ground) -> bool:
    """Whether a clause that says but its measure or year goes on with the fact's matter: 面积800平方米."""
    words = headwords(place.rest)
    if words - MEASURED:
        return False
    if not words:
        return _same_year(place, own)
    around = place.context - place.head
    mine = max(len(around & (other.context | other.head)) for other in own)
    rivals = (other for other in ground.places if other.fact and _rival(place, other))
    return mine > max((len(around & (other.context | other.head)) for other in rivals), default=0)


def _same_year(place: Place, own: Sequence[Place]) -> bool:
    """Whether the clause names the year of the cell or clause that the figure stands in."""
    years = set(YEAR.findall(place.clause))
    return bool(years) and any(years & set(YEAR.findall(_labelled(other))) for other in own)


def _labelled(fact: Place) -> str:
    label = LABEL.search(fact.said[: fact.expression.span.start])
    return f"{label[0]}{fact.clause}" if label else fact.clause


def _of_rival(place: Place, other: Place, facts: set[str]) -> bool:
    """Whether the draft's words are those of another figure, or say what it says in the same fact."""
    return not other.head.isdisjoint(place.head) or (other.fact in facts and _says(other, place))


def _says(stated: Place, said: Place) -> bool:
    """Whether the words around a figure of a fact say in other ones what those of the draft say."""
    one, other = Sense.of(said.rest), Sense.of(stated.rest)
    return (
        not one.families.isdisjoint(other.families)
        and one.share(frozenset(stated.rest), other.families) >= ALIKE
    )


def _adrift(place: Place, own: Sequence[Place]) -> bool:
    """Whether a bound on one side (51%以上) has only figures beyond it of which other words are said."""
    said = place.expression
    edge = said.low if said.high is None else said.high if said.low is None else None
    if edge is None or any(place.context & other.context or not other.head for other in own):
        return False
    near = (abs((other.expression.low or other.expression.high or edge) - edge) for other in own)
    return all(gap > edge * CLOSE for gap in near) and all(o.expression.key != said.key for o in own)


def _tied(place: Place, ground: Ground) -> bool:
    """Whether a fact with its words has its number in another measure: 接待37人 where 37人次 is stated."""
    return any(other.head & place.head for other in _same_number(place, ground))


def _rival(place: Place, other: Place) -> bool:
    """Whether a fact has another figure (or date) of the same measure."""
    one, two = place.expression, other.expression
    if one.kind in TIMES:
        return two.kind in TIMES and one.key != two.key
    return two.kind in FIGURES and measure(one) == measure(two) and one.key != two.key


def namesake(place: Place, ground: Ground) -> Place | None:
    """A place with the same number in another measure (28人次 for 28次); None when none is likely meant."""
    said = place.expression
    if said.kind not in FIGURES or said.low is None or said.low != said.high:
        return None
    same = _same_number(place, ground)
    tied = [other for other in same if other.head & place.head]
    if tied:
        return tied[0]
    return same[0] if same and said.low >= SMALL else None


def _same_number(place: Place, ground: Ground) -> list[Place]:
    """Figures of the facts with the same value in another measure."""
    said = place.expression
    if said.low is None:
        return []
    return [
        other
        for other in ground.by_value.get((said.low, said.high), ())
        if other.fact and other.expression.kind in FIGURES
        and measure(other.expression) != measure(said)
    ]  # fmt: skip


def reversed_sense(place: Place, stated: Sequence[Place]) -> Place | None:
    """The stating fact when it denies what the draft affirms (未完成1项, 完成1项) or the other way round."""
    own = [other for other in stated if other.fact]
    own = [other for other in own if other.head & place.head] or own
    if not own or place.expression.kind not in FIGURES:
        return None
    denied = bool(NEGATION.search(place.rest))
    if not denied and WANTING.search(place.rest):
        return None
    own_words = bool(headwords(place.rest))
    if own_words and any(NEGATION.search(word) for word in place.context):
        own = [other for other in own if headwords(other.rest)]
        if not own:
            return None
    if denied and any(LEFT.search(other.clause) or DENIES.search(other.rest) for other in own):
        return None
    if denied and any(_denied_alike(place.rest, other.said) for other in own):
        return None
    if any(
        bool(NEGATION.search(_denying(other, whole=own_words and not headwords(other.rest)))) == denied
        for other in own
    ):
        return None
    if not denied and not all(_near_no(other) for other in own):
        return None
    return own[0]


def _denied_alike(said: str, fact: str) -> bool:
    """Whether all that the draft denies is denied in the fact too: 名单未清, or 收不回 for 未收回."""
    objects = [said[found.end() : found.end() + 1] for found in NEGATION.finditer(said)]
    denied = {fact[found.end() : found.end() + 1] for found in NEGATION.finditer(fact)}
    denied |= {mark for found in COMPLEMENT.finditer(fact) for mark in (found[0][0], found[0][-1])}
    return bool(objects) and not said.isascii() and denied.issuperset(objects)


def _near_no(fact: Place) -> bool:
    """Whether a no of a fact's clause may be said of its figure: no other figure stands between, nor much."""
    if fact.clause.isascii():
        return True
    before, _, behind = fact.clause.partition(fact.expression.text)
    found = [hit.end() for hit in NEGATION.finditer(before)]
    if not found and not NEGATION.search(behind):
        return True
    if found and len(before) - found[-1] <= FAR and not FIGURE.search(before, found[-1]):
        return True
    after = NEGATION.search(behind)
    return bool(after and after.start() <= FAR and not FIGURE.search(behind, 0, after.start()))


def _denying(fact: Place, *, whole: bool) -> str:
    """The words of a fact that may deny: an English no stands anywhere in its sentence."""
    return fact.said if whole or fact.clause.isascii() else fact.rest


def opposed(place: Place, stated: Sequence[Place]) -> Place | None:
    """The stating fact when it tells the contrary of the draft: 下降 for 上升, a level for a rise.

    Only when no fact that states the figure says what the draft says.
    """
    own = [other for other in stated if other.fact]
    if not own or place.expression.kind not in FIGURES:
        return None
    return own[0] if _turned(place, own) else contrasted(place, own)


def _turned(place: Place, own: Sequence[Place]) -> bool:
    said = place.expression
    way = BY.search(LISTED.sub("", place.clause[: max(0, place.clause.find(said.text))]))
    if way is None:
        return False
    same, other = (MORE, LESS) if way["up"] else (LESS, MORE)
    if signs := [sign for fact in own if (sign := _sign(fact))]:
        return ("+" if way["up"] else "-") not in signs
    if all(other.search(fact.clause) and not same.search(fact.clause) for fact in own):
        return True
    if any(same.search(fact.said) for fact in own):
        return False
    return said.kind in ("percent", "points") or any(other.search(fact.clause) for fact in own)


def _sign(place: Place) -> str:
    """The sign before a figure of a table, + or -; empty when it has none."""
    found = SIGN.search(place.said[: place.expression.span.start])
    return ("+" if found[1] in "+＋" else "-") if found else ""

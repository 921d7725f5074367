"""A stated figure in a draft -> whether it is told there as what the facts do not make of it.

A level told as a rise (增到70个, 增加70个), one end of a change as the other, a peak as an average, a sum for
each as one for all, a bound turned round, and a rate of one sort as that of its contrary (合格率, 不合格率).
"""

import re
from collections.abc import Sequence

from assistant.grounding import Ground, Place
from assistant.headwords import headwords
from assistant.supporting import FIGURES, measure

UP = "提高|提升|上升|增长|增加|上涨|攀升|扩大|增|升|涨"
DOWN = "下降|降低|减少|压减|压缩|缩短|缩减|缩小|回落|下滑|降|减|缩"
HEDGE = "[约近超过逾达]*"
ABOUT = "(?:about |around |over |nearly )?"
BY = re.compile(
    rf"(?:(?<!新)(?:{UP}|{DOWN})(?:了|幅(?:度)?(?:为|达)?)?|同比[多少]了?"
    rf"|[比较与][^，。；]{{0,14}}[多少高低长短快慢增减降]了?){HEDGE}$"
    rf"|\b(?:by|up|down|(?:increase|decrease|rise|fall|drop|growth|reduction|gain)s? of) {ABOUT}$",
    re.I,
)
TO = re.compile(
    rf"(?:{UP}|{DOWN}|扩|拓展|控制)(?:了)?(?:到|至|为){HEDGE}$|^(?:到|至){HEDGE}$"
    rf"|[，由从][^，。；]* ?[到至]{HEDGE}$"
    rf"|\b(?:to|at) {ABOUT}$",
    re.I,
)
RAISED = re.compile(
    rf"(?:{UP}|{DOWN})(?:了)?[到至]{HEDGE}$|\b(?:rose|risen|grew|grown|increased|climbed|fell|fallen"
    "|dropped|declined|cut|reduced|lowered|down|up) to $",
    re.I,
)
"""A change told by the level it ends at."""
FROM = re.compile(
    r"[由从](?:原来的?|之前的?|过去的?|去年的?|上年的?|上年同期的?|年初的?|最初的?)?$|\bfrom (?:about )?$",
    re.I,
)
CHANGE = re.compile(
    "[增减升降涨跌缩扩多少比较]|加[了大快强]|追加|提高|上升|下滑|回落|变化|幅|翻|拓展"
    r"|\b(?:up|down|rose|fell|grew|drop|increas|decreas|declin|cut|reduc|more|less|lower|higher|gain|rise|fall"
    "|growth|grown|from|by)",
    re.I,
)
EXTREMES = tuple(
    re.compile(words, re.I)
    for words in (
        r"最高|峰值|高峰|洪峰|最多|最大|顶峰|极值|高达|最长|最快"
        r"|\b(?:peak\w*|highest|maximum|max|record|top|up to|as many as)\b",
        r"最低|谷值|低谷|最少|最小|至少|起步|最短|\b(?:lowest|minimum|min|at least|as little as)\b",
    )
)
ONE = "(?<![二两三四五六七八九十百千万第])一"
RATES = tuple(
    re.compile(words, re.I)
    for words in (
        r"日均|每[日天]|一天|单日|当日|日最|[高大]日|\b(?:a|per|each|every) day\b|\bdaily\b|\bon average\b",
        r"月均|每个?月|一个月|\b(?:a|per|each|every) month\b|\bmonthly\b",
        r"年均|每年|一年(?![来一多半])|\b(?:a|per|each|every) year\b|\b(?:annually|yearly)\b",
        rf"户均|(?:每|{ONE})户|\b(?:a|per|each|every) (?:household|family|home)\b",
        r"人均|每人|每个人|一个人|\b(?:a|per|each|every) (?:person|head|member)\b|\bper capita\b",
        rf"亩均|(?:每|{ONE})亩",
        rf"平均(?!水平|值以)|均价|(?:每|{ONE})(?:公里|[件个次吨台辆所场斤份餐顿米趟])(?!性)|\b(?:averag\w+|mean)\b",
    )
)
SUM = re.compile(r"共|累计|总[计共额量]|合计|总数|\b(?:total|altogether|overall|in all|since)\b", re.I)
WAYS = (
    re.compile(r"\b(?:rose|risen|rise|increas\w*|grew|grown|growth|up|climbed|gain\w*|higher|more)\b", re.I),
    re.compile(
        r"\b(?:fell|fallen|fall|decreas\w*|dropp?\w*|declin\w*|down|reduc\w*|cut|lower\w*|fewer|less)\b", re.I
    ),
)
BLAME = re.compile(
    "(?:因(?!此|而|地|材|素|公|私|人)|由于|受|得益于|归功于)(?P<why>[^，。；\\d]{2,12}?)"
    "(?=原因|影响|推动|带动|驱动|未|尚|没|而|无法|不能|导致|暂|停|延|，|$)"
    r"|\b(?:because of|due to|owing to|thanks to|caused by) (?P<cause>[^,.;]+)",
    re.I,
)
"""What a clause lays a figure to: 因征地未动工."""
COMPARED = re.compile(
    r"同比|环比|[比较](?:上年|去年|上月|年初|往年|同期|\d{4}年)|\b(?:than|from) (?:last|the previous|\d{4})"
)
HAN = re.compile("[一-鿿]")
DIGIT = re.compile(r"\d")
RATE = re.compile(r"\b([a-z]+) rates?\b", re.I)
LINKS = re.compile("(?:占比|比例|[为达是至到：:约占共有近超逾过仅只]|控制在|保持在|稳定在|维持在)+$")
NOT = "不未非无没"
MOST = 60
"""Other figures of a fact that are looked at."""
SHARED = 2
"""Characters right before a figure that two clauses share to speak of one rate."""


def turned(place: Place, stated: Sequence[Place], ground: Ground) -> Place | None:
    """The stating fact when the draft makes something else of its figure.

    Args:
        place: A figure of the draft.
        stated: The places that state it.
        ground: What facts and heading state.
    """
    own = [other for other in stated if other.fact]
    if place.expression.kind not in FIGURES or not own:
        return None
    own = [fact for fact in own if fact.head & place.head] or own
    bound = _bounded(place, own, ground)
    if bound is not None:
        return bound
    same = (other for fact in sorted({one.fact for one in own}) for other in ground.by_fact.get(fact, ()))
    rivals = [other for other in same if _rivals(other, place, own)][:MOST]
    tests = (_ended, _extreme, _each, _denied, _against, _blamed)
    return own[0] if any(test(place, own, rivals) for test in tests) else None


def _rivals(other: Place, place: Place, own: Sequence[Place]) -> bool:
    """Whether a fact that states the figure has this other one of the same measure."""
    one, two = other.expression, place.expression
    if two.kind not in FIGURES or one.kind not in FIGURES or one.key in {fact.expression.key for fact in own}:
        return False
    return measure(one) == measure(two)


def before(place: Place) -> str:
    """The words of its clause before a figure."""
    return place.clause.partition(place.expression.text)[0]


def _nearby(place: Place) -> str:
    """The words before a figure, up to another one; an English figure's also behind."""
    words, _, behind = place.clause.partition(place.expression.text)
    told = DIGIT.split(words)[-1]
    return f"{told} {DIGIT.split(behind)[0]}" if place.clause.isascii() else told


def _role(place: Place) -> str:
    """What its words before make of a figure: from, to, by or nothing."""
    words = before(place)
    if FROM.search(words):
        return "from"
    if TO.search(words):
        return "to"
    return "by" if BY.search(words) else ""


def _ended(place: Place, own: Sequence[Place], rivals: Sequence[Place]) -> bool:
    """Whether a change is told as a level, a level as a change, or one end of it as the other."""
    said = _role(place)
    roles = {_role(fact) for fact in own}
    if any(":" in before(fact) or "：" in before(fact) for fact in own):
        return False  # a row of a table says no more than its label
    if said == "by":
        level = not any(CHANGE.search(fact.clause) for fact in own)
        changed = any(_role(rival) == "by" for rival in rivals)
        unheard = bool(COMPARED.search(place.clause)) and not any(CHANGE.search(fact.said) for fact in own)
        return roles <= {"from", "to"} or (roles == {""} and level and (changed or unheard))
    if roles == {"by"}:
        plain = not said and not CHANGE.search(place.clause)
        return bool(RAISED.search(before(place))) or (plain and any(_role(one) != "by" for one in rivals))
    return {said} | roles == {"from", "to"} and said not in roles


def _extreme(place: Place, own: Sequence[Place], _: Sequence[Place]) -> bool:
    """Whether a peak or a least value is told as any other."""
    for words in EXTREMES:
        if all(words.search(before(fact)) for fact in own):
            return not words.search(place.clause) and not place.expression.approx
    return False


def _each(place: Place, own: Sequence[Place], rivals: Sequence[Place]) -> bool:
    """Whether what is for each is told of all, or what is of all, or of something else, for each."""
    here = {words for words in RATES if words.search(_nearby(place))}
    there = [{words for words in RATES if words.search(_nearby(fact))} for fact in own]
    if not here:
        bound = place.expression.low is None or place.expression.high is None
        return all(there) and (bound or bool(SUM.search(place.clause)))
    if any(words.search(fact.clause) for fact in own for words in (*here, RATES[-1])):
        return False
    if any(words.search(_nearby(rival)) for rival in rivals for words in here):
        return True
    return not any(words.search(fact.said) for fact in own for words in RATES)


def _denied(place: Place, own: Sequence[Place], _: Sequence[Place]) -> bool:
    """Whether the rate is that of the contrary: 合格率 for 不合格率."""
    rates = [{word.lower() for word in RATE.findall(one.clause)} for one in (place, *own)]
    if all(rates) and all(rates[0].isdisjoint(other) for other in rates[1:]):
        return True
    said = LINKS.sub("", before(place))
    return all(_contrary(said, LINKS.sub("", before(fact))) for fact in own)


def _against(place: Place, own: Sequence[Place], _: Sequence[Place]) -> bool:
    """Whether English words tell a fall for a rise, or the other way round."""
    said = [bool(way.search(place.clause)) for way in WAYS]
    told = [[bool(way.search(fact.clause)) for way in WAYS] for fact in own]
    return sum(said) == 1 and all(sum(ways) == 1 and ways != said for ways in told)


def _blamed(place: Place, own: Sequence[Place], _: Sequence[Place]) -> bool:
    """Whether the clause gives a cause of which the stating facts hold no word."""
    found = BLAME.search(place.clause)
    if found is None:
        return False
    why = headwords(found["why"] or found["cause"])
    return bool(why) and all(why.isdisjoint(headwords(fact.said)) for fact in own)


def _contrary(one: str, other: str) -> bool:
    size = 0
    while size < min(len(one), len(other)) and one[-1 - size] == other[-1 - size]:
        size += 1
    heads = [words[-1 - size : len(words) - size] for words in (one, other)]
    denied = [bool(head) and head in NOT for head in heads]
    return size >= SHARED and denied[0] != denied[1]


def _bounded(place: Place, own: Sequence[Place], ground: Ground) -> Place | None:
    """A fact that has the same bound the other way round: 95%以上 where 低于95% is stated."""
    low, high = place.expression.low, place.expression.high
    edge = low if high is None else high if low is None else None
    if edge is None or any(fact.expression.key == place.expression.key for fact in own):
        return None
    for other in ground.places:
        one = other.expression
        facing = (one.low, one.high) == ((None, edge) if high is None else (edge, None))
        if other.fact and facing and measure(one) == measure(place.expression):
            near = other.head & place.head or other.context & place.context
            return other if near or set(HAN.findall(other.rest)) & set(HAN.findall(place.rest)) else None
    return None

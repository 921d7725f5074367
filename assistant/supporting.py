"""An expression of a draft -> the places of the facts that state it."""

import re
from collections.abc import Iterable, Iterator

from assistant.converting import CONVERTIBLE, same_in_other_unit
from assistant.dating import covers, days
from assistant.grounding import Ground, Place, loose, years_of
from assistant.headwords import headwords
from index.folding import fold
from index.measures import FEW, MORE, measures
from index.numerals import bounds
from index.types import Expression, Span

FIGURES = frozenset(("count", "percent", "points", "money", "ratio", "range", "ordinal"))
TIMES = frozenset(("date", "period"))
NAMED = frozenset(
    ("title", "organisation", "person", "place", "slogan", "docno", "meeting", "article", "contact")
)
SPAN = re.compile("[至到~～—–－-]")
"""3至5次 names two bounds and is stated by these only, 三五次 is a loose 4次."""
WORD = re.compile(r"[\w%‰]")
LISTED = re.compile(r"(?:date|period):(\d{0,4}-\d\d-\d\d)/(\d{0,4}-\d\d-\d\d)")
"""Two days, as one expression: 3月24日、7月8日 names each, 3月24日至7月8日 all between."""
PEOPLE = re.compile(r"人(?!次)|名(?=[\u4e00-\u9fff])|[员士师生]|徒弟|孩子")
MOVED = re.compile(r"(?:走|招|招聘|退休|离职|辞职|录用|引进|借调|调[走来入出])了?\s*$")
"""What only people are counted by: 今年走了67个."""
PERSONS = re.compile(
    "[\u4e00-\u9fff]{0,4}(?:同志|[记驶理判察训练导验测查揽报务讲解审治管]员(?![工会大])|干部|专家|教授|老师|学生|村民|志愿者|[队职医护保社网]员|[技民]工|[^开竣完复动停施返误待加]工(?=[，。；、]|$)|[医厨律]师)"
    "(?![\u4e00-\u9fff]{0,2}[队会室站])"
)
ALONE = re.compile("[，。；、没无不有是快要都已被走在]|$")
PRICE = re.compile(
    "补(?![充种植栽录])|工资|费|价|钱|成本|租|奖|罚|赔|一[\u4e00-\u9fff]{1,5}(?:就|才|只|要|需)"
)
PAID = re.compile("钱|[，。；、]")
SLAB = re.compile("[牌碑匾屏板砖石田地瓦布表肉]")
"""What is counted by a 块 that is no money."""
POINTS = re.compile(
    "(?:项|个方面|点|个)[^，。；：\\d]{0,12}?(?:工作|措施|任务|举措|问题|不足|方面|短板|做法|打算)?[：。，]\\s*(?=一是)"
)
LISTABLE = frozenset(
    ("个", "项", "片", "类", "家", "处", "所", "镇", "村", "区", "县", "市", "件", "座", "条")
)
LINKS = re.compile("、|和|及|与")
NAME = 14
"""Characters of a thing that is named in a list."""
NUMBERED = re.compile("\\d|[一二两三四五六七八九十](?=[个项家件名人次])")
LED = re.compile("[\u4e00-\u9fff]{1,4}[往到给向]")
"""A verb that the grammar took for the beginning of a name: 优先送往敬老院."""
SHORT_NAME = 3
PASSED = re.compile(r"(?<![经通不超])过\s*$|突破\s*$")
ORDER = "一二三四五六七八九"
TIMES_OVER = "time"
"""The unit of cancelled 38 times, which 38 cancellations says too."""
OCCASIONS = frozenset(("次", "趟", "遍", "回"))
OCCASION = "次|回|趟|遍|顿|下|个?来回|[\u4e00-\u9fff]{1,2}就"
VAGUE = re.compile("十?几|数")
TEN = 10
SMALL_NUMERALS = ("零", "一", "[二两]", "三", "四", "五", "六", "七", "八", "九", "十")
AROUND = 16
"""Characters before and behind a figure that tell what it is said of."""
BEYOND = re.compile(
    "超(?!级)|逾|突破|多于|高于|大于|不足|不到|少于|低于|小于"
    "|(?:more|less|fewer) than|over|above|under|below|exceed",
    re.I,
)
"""Words that leave their own figure out; 以上, 不少于, 达 and 近 do not."""
FAR = 2
"""超过100人 is said of 104 or 186 people, not of 5,000: a bound on one side only reaches this many times."""


def supporters(expression: Expression, ground: Ground) -> tuple[Place, ...]:
    """Places of the facts (and of the heading) that state what the expression says.

    An expression is stated by an equal one, and by one that says more exactly what it says loosely: 186人
    states 近200人 and 3月24日 states 3月, never the other way round.
    """
    if same := ground.by_key.get(expression.key):
        return (*same, *_uncounted(expression, ground))
    if expression.kind in FIGURES:
        places: Iterable[Place] = ground.places
        if expression.low is not None and expression.low == expression.high and not expression.approx:
            places = ground.by_value.get((expression.low, expression.high), ())
        stated = tuple(place for place in places if states(place.expression, expression))
        stated = stated or tuple(
            place for place in places if _of_people(place, expression) or _of_money(place, expression)
        )
        stated = stated or tuple(place for place in ground.places if _exceeds(place, expression))
        others = ground.places if expression.unit in CONVERTIBLE else ()
        return stated or tuple(place for place in others if same_in_other_unit(place.expression, expression))
    if expression.kind in TIMES and (both := LISTED.fullmatch(expression.key)) and "、" in expression.text:
        each = [_within_days(f"date:{day}", ground) for day in both.groups()]
        return tuple(place for places in each for place in places) if all(each) else ()
    return _within_days(expression.key, ground) if expression.kind in TIMES else ()


def _uncounted(said: Expression, ground: Ground) -> Iterator[Place]:
    """Places with the same number without a measure: 失踪：3 beside 获救3人."""
    if said.kind == "count" and said.low is not None and said.low == said.high:
        for place in ground.by_value.get((said.low, said.high), ()):
            one = place.expression
            if place.fact and one.kind == "count" and bool(measure(one)) != bool(measure(said)):
                yield place


def _within_days(key: str, ground: Ground) -> tuple[Place, ...]:
    """Places of the facts that name a time within that of a key."""
    wide = days(key, ground.years)
    if wide is None:
        return ()
    return tuple(
        place
        for place in ground.places
        if place.expression.kind in TIMES
        and (narrow := days(place.expression.key, ground.years))
        and covers(wide, narrow, years_of(place, ground))
    )


def is_stated(text: str, expression: Expression, ground: Ground) -> bool:
    """Whether facts, heading or brief state the expression, be it without a place of their own."""
    if expression.kind in TIMES and _is_year(expression, ground):
        return True
    if expression.kind in FIGURES and (expression.text in ground.years or _is_bare(expression, ground)):
        return True
    if expression.kind in NAMED and _named(expression, ground):
        return True
    if expression.kind == "count" and (_spoken(text, expression, ground) or _lists(text, expression)):
        return True
    return reads_so(text, expression.span, ground)


def _is_year(expression: Expression, ground: Ground) -> bool:
    found = days(expression.key, ground.years)
    return (
        found is not None
        and (found.first, found.last) == ((1, 1), (12, 31))
        and (str(found.since) in ground.years and str(found.until) in ground.years)
    )


def _is_bare(expression: Expression, ground: Ground) -> bool:
    """Whether a fact holds the figure as a numeral that the grammar took for no figure."""
    value = expression.low if expression.low == expression.high and not expression.approx else None
    return any(value == number and after.startswith(expression.unit) for number, after in ground.bare)


def _of_people(place: Place, said: Expression) -> bool:
    """Whether a fact counts people by a bare 个: 6个人，两个快退休了 is 2人, 4个老同志 4名."""
    stated = place.expression
    if measure(said) != "人" or stated.unit != "个" or (stated.low, stated.high) != (said.low, said.high):
        return False
    before, _, after = place.said.partition(place.clause)
    here = place.clause.partition(stated.text)
    behind = here[2] or after or "，"
    if MOVED.search(here[0]) and PEOPLE.search(before + here[0]):
        return True
    return bool(PERSONS.match(behind) or (PEOPLE.search(before + here[0]) and ALONE.match(behind)))


def _of_money(place: Place, said: Expression) -> bool:
    """Whether a fact tells a sum in spoken words: 一亩才16块 is 16元, 换了16块 of signs is not."""
    stated = place.expression
    if said.kind != "money" or stated.unit != "块" or (stated.low, stated.high) != (said.low, said.high):
        return False
    before, _, after = place.clause.partition(stated.text)
    return bool(PRICE.search(before)) and bool(PAID.match(after or "，")) and not SLAB.search(place.clause)


def _exceeds(place: Place, said: Expression) -> bool:
    """Whether a fact says in one word that its figure is passed: 过90% is 超过90%."""
    stated = place.expression
    if stated.low is None or stated.low != said.low or said.high is not None or stated.kind not in FIGURES:
        return False
    if measure(stated) != measure(said) or not BEYOND.match(said.text):
        return False
    return bool(PASSED.search(place.clause.partition(stated.text)[0]))


def counts_listed(text: str, said: Expression) -> bool:
    """Whether a count is that of the things named right before it, or of the points right behind it.

    桑洲、石塘两个法庭; 还有两项没有完成。一是…二是….
    """
    if said.kind != "count" or said.unit not in LISTABLE:
        return False
    before = re.split("[，。；：\\n]", text[: said.span.start])[-1]
    named = LINKS.split(before)
    listed = len(named) > 1 and len(named) == said.low == said.high and all(0 < len(o) <= NAME for o in named)
    return (listed and not NUMBERED.search(before)) or _lists(text, said)


def _lists(text: str, said: Expression) -> bool:
    """Whether a count is that of the points listed right behind it: 抓好三项工作。一是…二是…三是…."""
    value = said.low
    if value is None or value != said.high or value not in range(2, TEN):
        return False
    led = POINTS.match(text, said.span.end - len(said.unit))
    behind = text[led.end() :] if led else ""
    marks = re.findall(r"(?:^|[。；：，\n])\s*([一二三四五六七八九十])是", f"，{behind}")
    return marks[: int(value) + 1] in (listed := list(ORDER[: int(value)]), [*listed, ORDER[0]])


def _spoken(text: str, said: Expression, ground: Ground) -> bool:
    """Whether a fact with words of what stands around tells it in speech: 两回 for 2次, 一部 for 1部."""
    value = said.low
    if value is None or value != said.high or said.approx or value != int(value):
        vague = VAGUE.match(said.text)
        numeral = vague[0] if vague else ""
    else:
        numeral = f"(?:{int(value)}" + (f"|{SMALL_NUMERALS[int(value)]})" if value <= TEN else ")")
        numeral = "(?:1|[一那这])" if value == 1 and said.unit in OCCASIONS else numeral
    if not numeral or (said.unit not in OCCASIONS and value != 1):
        return False
    unit = OCCASION if said.unit in OCCASIONS else re.escape(said.unit)
    form = re.compile(rf"(?<![\d第每一二三四五六七八九十百两]){numeral}(?:{unit})")
    around = headwords(text[max(0, said.span.start - AROUND) : said.span.end + AROUND])
    return any(form.search(line) and around & headwords(line) for line in ground.joined.split("\n"))


def _named(expression: Expression, ground: Ground) -> bool:
    """Whether the name stands in the facts; a title not as a part of a longer one, which is an alias."""
    name = loose(expression.key.partition(":")[2])
    text = ground.joined
    if expression.kind == "title":
        for place in ground.places:
            if place.expression.kind == "title":
                text = text.replace(f"《{loose(place.expression.text).strip('《》')}》", " ")
        return len(name) > 1 and name in text
    if expression.kind == "meeting":  # 十一大 is not in 二十一大
        return bool(re.search(rf"(?<![\d一二三四五六七八九十]){re.escape(loose(expression.text))}", text))
    if "\n" in expression.text:  # a name that the line ends in the middle of, as it may in the facts
        text = text.replace("\n", "")
    if (led := LED.match(name)) and len(name) - led.end() >= SHORT_NAME and name[led.end() :] in text:
        return True
    return loose(expression.text) in text or (len(name) > 1 and name in text)


def reads_so(text: str, span: Span, ground: Ground) -> bool:
    """Whether a fact holds the very words, with the same neighbours or none: 28人 is not in 28人次."""
    piece = fold(span.of(text)).text
    before = fold(text[max(0, span.start - 1) : span.start]).text
    after = fold(text[span.end : span.end + 1]).text
    for said in ground.texts:
        at = said.find(piece)
        while at >= 0:
            end = at + len(piece)
            if _alike(said[at - 1 : at] if at else "", before) and _alike(said[end : end + 1], after):
                return True
            at = said.find(piece, at + 1)
    return False


def is_number(text: str, ground: Ground) -> bool:
    """Whether some figure of the facts has the value of this bare numeral, or it is a year of the brief."""
    both = bounds(fold(text).text)
    if both is None:
        return False
    return text in ground.years or any(
        (place.expression.low, place.expression.high) == both for place in ground.places
    )


def _alike(one: str, other: str) -> bool:
    return one == other or not (WORD.match(one) or WORD.match(other))


def states(stated: Expression, said: Expression) -> bool:
    """Whether a figure of the facts bears out one of the draft: it lies within the draft's bounds."""
    if stated.kind not in FIGURES or (stated.kind == "ordinal") != (said.kind == "ordinal"):
        return False
    if measure(stated) != measure(said) and not _bare(stated) and not _bare(said):
        return False
    if said.low is None and said.high is None:
        return False
    if stated.approx == FEW and said.approx == MORE:  # 4000多 is more than 4000
        return stated.key.split(":")[1].removesuffix(FEW) == said.key.split(":")[1].removesuffix(MORE)
    if stated.approx and said.approx:  # who wrote 100项以上 did not mean 99项以上
        return (stated.low, stated.high) == (said.low, said.high)
    if _is_range(said) and (stated.low, stated.high) != (said.low, said.high):
        return (
            not _is_range(stated)
            and not stated.approx
            and not SPAN.search(said.text)
            and _within(stated, said)
        )
    return _within(stated, said) and not _touches(stated, said)


def _touches(stated: Expression, said: Expression) -> bool:
    """Whether a draft puts a figure beyond the exact one that is stated: 超过86项 for 86项."""
    if stated.low != stated.high or not BEYOND.match(said.text):
        return False
    return stated.low in (said.low, said.high)


def _is_range(expression: Expression) -> bool:
    return expression.low != expression.high and not expression.approx


def _within(stated: Expression, said: Expression) -> bool:
    if said.high is None and said.low and stated.low is not None and stated.low >= FAR * said.low:
        return False
    if said.low is None and said.high and stated.high is not None and FAR * stated.high <= said.high:
        return False
    return (said.low is None or (stated.low is not None and stated.low >= said.low)) and (
        said.high is None or (stated.high is not None and stated.high <= said.high)
    )


def measure(expression: Expression) -> str:
    """What a figure measures: its unit, or % for a share however it is written (95%, 九成五)."""
    kind = expression.kind
    unit = expression.unit
    if kind == "range" and not unit:
        kind = expression.key.rpartition(":")[2]
    if kind == "percent" or unit == "%":
        return "%"
    if kind == "points":
        return "points"
    if kind == "ordinal":
        return "位" if unit == "名" else unit
    return "" if unit == TIMES_OVER else measures().same.get(unit, unit)


def _bare(expression: Expression) -> bool:
    return expression.kind in ("count", "range") and measure(expression) == ""

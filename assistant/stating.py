"""Fact -> statement: the fact's own words as a clause of a report.

Words are never left out or put in another order, but for what ``unleading`` sets aside in front. Spoken words
become written ones where ``polishing`` is sure of them (搞了两次培训 -> 开展了两次培训), and a spoken 和 that
begins a note of something signed becomes 与. Else only punctuation and blanks change, and a function verb
may be added where a note names an event or a measure and its number only (党组会12次 -> 召开党组会12次).
Where it is unsure whether a verb is missing, none is added: clumsy and true beats fluent and wrong.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.asides import without_asides
from assistant.polishing import polished
from assistant.punctuating import is_date, punctuate
from assistant.spelling import spelt
from assistant.stock import stock, words
from assistant.unheading import unheaded
from index.types import Role

CHECK: Final = "【请核】"
"""Stands after a fact that is kept as written because its wording is not that of a report."""

_SIZE: Final = r"(?:余|多)?(?:百|千|万|亿)?(?:余|多)?"
_ARABIC: Final = rf"[0-9０-９][0-9０-９,.，．]*{_SIZE}"
_CHINESE: Final = rf"[一二两三四五六七八九十百千]+{_SIZE}"
_MEASURED: Final = re.compile(
    rf"^(?P<noun>[^0-9０-９，；：。]{{2,}}?)(?P<figure>{_ARABIC}(?P<unit>[^\W\d_]{{1,2}}))(?P<rest>.*)$"
)
_MEASURED_CHINESE: Final = re.compile(
    rf"^(?P<noun>[^0-9０-９，；：。]{{2,}}?)(?P<figure>{_CHINESE}(?P<unit>次|场|期|轮|批|场次|人次|人|份|篇))(?P<rest>)$"
)
_PEOPLE: Final = re.compile(rf"^(?:{_ARABIC}|{_CHINESE})(?:人次|人|名)$")
_TIMED: Final = re.compile(
    r"^(?:今年|去年|本年度|本年|全年|年内|上半年|下半年|[一二三四]季度|累计|先后|共)(?=[^，。；])"
)
"""Words of time before which no verb can stand (全年集中学习12次 -> 全年开展集中学习12次)."""
_LASTED: Final = re.compile(r"^[0-9]+(?:天|个工作日|周|个月)$")
_DATED: Final = re.compile(
    r"^(?:(?:[12]\d{3}|[一二三四五六七八九〇○]{4})年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|初|中旬|上旬|下旬|底|份)?"
    r"|^(?:年初|年中|年底|上半年|下半年|[一二三四]季度|第[一二三四]季度|春节前|节前)(?=，)"
)
_UNCLEAR: Final = re.compile(r"[xX×]{2,}|\?|？|若干|多少[次人个项场]|[吧呢嘛]$|＿{2,}|_{2,}")
_WORDED: Final = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{3}")
_SHARE_OF: Final = tuple("占" + one for one in "0123456789总全比到应年同本该其当约近")
GOES_ON: Final = (
    *("其中", "全部", "均", "另", "分别", "共计", "同比", "较上年", "比上年"),
    *("合计" + one for one in "0123456789约为达"),
    *_SHARE_OF,
)
"""What a note begins with that goes on from the note before."""
_WITH: Final = re.compile(r"^和(?=[\d各全所下][^，。；]*签(?:订|署|了))")
"""A spoken 和 before those with whom something is signed."""
_CUT: Final = re.compile(r"(?P<told>(?:.*[，；\s])?)(?P<noun>[\u4e00-\u9fff]{2,12})\s*(?:…+|\.{3,})")
"""A note that breaks off behind a noun."""
_HUMAN: Final = ("员", "人", "民警", "干部", "教师", "医生", "护士", "队伍")
_NAMED: Final = re.compile(
    r"^(?P<what>[\u4e00-\u9fff]{2,8})：(?=约?\d[\d,.]*[余多]?[万亿]?(?:元|人次|公里|平方米|立方米|[人次个件项条户家场期篇份起名台套处座辆艘亩吨米所间%％])(?:[，。；（]|$))"
)
"""A thing and its figure with a colon between: 营收：8.72亿元."""
_ASKED: Final = ("数", "数量", "人数", "金额", "时间", "名单", "情况", "地点")
_TOPIC: Final = re.compile(
    r"^(?P<topic>(?!(?:述职人|汇报人|其中|包括|主要|具体|例如|比如|问题|不足|存在|时间|地点|对象|主题|内容|会议|活动|备注|注))[\u4e00-\u9fff]{2,8}(?<![是为出调求到括如名题间点象容下含的方面了]))：(?=[\u4e00-\u9fff“《\d][^：]{4,}$)"
)
"""A line of work that a writer sets before what he says of it: 节粮减损：…."""
_LONG: Final = 80
"""Characters of a note from which on it is told in several sentences."""
_TURNS: Final = re.compile(
    r"[，；](?=(?:另外|此外|与此同时|同时，|还有[^，。；]{2,}|再就是|(?!其中|包括)[\u4e00-\u9fff]{2,8}方面)(?![^，。；]{0,3}[，。；]))"
)
"""Where a note goes on to another thing."""
_DASH: Final = re.compile(r"(?<=[\u4e00-\u9fff])(?<![年月日时分号底初])\s*—{1,2}\s*(?=约?\d)")
_PAID: Final = re.compile(r"(?<=[人户名只头件辆次])[ \t]+(?=\d[\d.]*[万亿]?元)")
"""Between how many there were and what they were given: 1.28万人 3970万元."""
_DOTS: Final = re.compile(r"(?<=[\u4e00-\u9fff])\s*…+\s*(?=[\u4e00-\u9fff])")
_ENDS_IN_DOTS: Final = re.compile(
    r"(?<=\d[\u4e00-\u9fff%])(?:…+|\.{3,})$|(?<=\d[万亿][\u4e00-\u9fff])(?:…+|\.{3,})$"
)
_PAIRED: Final = re.compile(
    r"(?<=[\u4e00-\u9fff]) +(?=约?\d[\d.]*[余多万亿]*[个家名户条处项件]"
    r"(?P<what>[\u4e00-\u9fff]{1,4})(?:[，。；,;]|$))"
)
"""A blank between an act and the counted things that it is done to: 年审 690家单位."""
_SHORT: Final = re.compile(
    r"(?<=[\u4e00-\u9fff]{3}) +(?=(?:投运|投用|投产|完工|竣工|建成|开工)(?:[，,。]|$))"
)
_COUNTED: Final = ("实现", "查办")
_FINISHED: Final = "完成"
_UNDER_WAY: Final = re.compile(
    r"正在|进度|进展|施工|开工|启动|推进|完成|未|尚|计划|预计|年底|月底|滞后|全部|已|待|中$"
)
"""What says by itself how far a thing is, or that it is not finished."""
_SERVED: Final = re.compile(r"(?:^|(?<=，))(?P<noun>[^，。；：\d]{4,16}(?:服务|活动))(?=，)")
_GIVEN_TO: Final = ("培训", "轮训", "体检")
"""What a named office receives and does not hold: 校长培训3期 -> 开展校长培训3期."""
_FROM_ABOVE: Final = re.compile(r"上级|中央|省级|专项|争取|到位|下达|财政|申请|申领|领取|享受")
"""What is given to the writer's office and not by it."""
_CAUSED: Final = re.compile(
    r"(?P<why>[^，。；：\d]{3,12})，(?=(?:明年|来年|下一?步|拟|将|计划|先|尽快|要|力争|上半年|下半年|年内|[一二三四]季度)[^，。；]{3,})"
)
"""In a plan a fault, and behind it what is to be done about it: 老馆漏雨，明年…."""
_FELL: Final = re.compile(r"下降|减少|下滑|负增长|未完成|低于")
"""What does not go with a figure that is told as reached."""
_NOT_DONE: Final = re.compile(r"未|没|无|不|缺")
_RATE: Final = re.compile(
    r"(?P<noun>(?:^|(?<=，))(?![^，]*(?:达(?!标)|为|至|超|升|降|增|减|提高|同比|占(?!比)|突破|低于|高于|保持|只有|仅))[^，。；：\d]{0,14}(?:率|满意度|占比|比例|比重|覆盖面|系数))(?P<figure>[0-9.]+[%％])(?=，|$)"
)
"""A share and nothing said of it; 占比 and 比例 hold the verb of others."""
_LONGEST_HEAD: Final = 12
"""Characters before an event noun; in more of them a verb is likely that no list knows."""
_ACTS: Final = re.compile(
    r"来(?!信|访|电|料|水)|[发签开讲看写送印搞抓赴请交编]$|(?<!建)设$|(?<!共)建$|(?:将|要|拟|已|曾|继续|正在|先后|累计|共|每[年月周季天日])(?=.)|[办开搞做讲][一二两三四五六七八九十几\d]|组织(?=.{0,2}[一两几全各\d])|^组织"
)
"""A verb right before the noun (节前发短信), or words after which a verb stands (将组织一次排查)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as a clause, without its final mark."""

    ids: tuple[str, ...]
    """Ids of the facts it states; several when the notes say the same twice."""
    text: str
    verb: str = ""
    """The verb added in front, so that the next statement with the same one can share it."""
    dated: bool = False
    active: bool = False
    """Whether it begins with what was done, so that a phrase of manner or aim may stand beside it."""
    unclear: bool = False
    added: tuple[str, str] | None = None
    """The verb added wherever it stands and the noun it governs: 召开, 党组会."""
    passages: tuple[str, ...] = ()
    """Ids of the passages the added verb is taken after."""

    @property
    def bare(self) -> str:
        """The text without the verb added in front."""
        return self.text.removeprefix(self.verb)


def state(ids: tuple[str, ...], text: str, role: Role = "work") -> Statement:
    """A fact's words as a clause for a section of ``role``.

    >>> state(("F1",), "党组会 12次").text, state(("F2",), "3月29日警示教育大会，210人").text
    ('召开党组会12次', '3月29日，召开警示教育大会，210人参加')
    """
    plain = written(text)
    unclear = _is_unclear(plain)
    if role == "problems" or unclear:
        plain = plain if unclear else _TOPIC.sub(r"\g<topic>方面，", plain)
        return Statement(ids, plain, dated=bool(_DATED.match(plain)), unclear=unclear)
    plain = _TOPIC.sub(r"\g<topic>方面，", _NAMED.sub(r"\g<what>", plain))
    plain = _rated(_answered(plain) if role == "next" else plain)
    date, rest = _part_date(plain)
    verb, worded, added = _with_verb(rest, bare_noun=bool(date) or role == "next")
    parted = bool(added) or plain.startswith((f"{date}，", f"{date},"))
    stated = f"{date}{'，' if parted else ''}{worded}" if date else worded
    active = not date and (bool(verb) or bool(_starting().match(worded)))
    dated = bool(date) or bool(_DATED.match(plain))
    return Statement(ids, stated, "" if date else verb, dated, active, added=added)


def written(text: str) -> str:
    """A fact's own words as a report writes them: no heads of columns, no spoken words, one line.

    >>> written("项目：台区改造，数量：93个"), written("跟3所中学共建分馆")
    ('台区改造93个', '与3所中学共建分馆')
    """
    plain = spelt(unheaded(without_asides(text)))
    return _parted(polished(_WITH.sub("与", punctuate(_undashed(plain)))))


def _parted(text: str) -> str:
    """A long note with a full stop where it goes on to another thing: …，另外…, …，数字化方面….

    >>> _parted("接收档案" * 25 + "，另外新开分馆2家")[-9:]
    '。另外新开分馆2家'
    """
    return _TURNS.sub("。", text) if len(text) > _LONG else text


def _undashed(text: str) -> str:
    """A note without its dashes and dots; where it breaks off behind a noun, a blank asks for the rest.

    >>> _undashed("租房排查——2.08万家"), _undashed("执法队员……"), _undashed("年审 690家单位")
    ('租房排查2.08万家', '【待补充：执法队员人数】', '年审690家单位')
    """
    cut = _CUT.fullmatch(text.strip())
    if cut:
        wants = "人数" if cut["noun"].endswith(_HUMAN) else "" if cut["noun"].endswith(_ASKED) else "情况"
        return f"{cut['told']}【待补充：{cut['noun']}{wants}】"
    text = _PAID.sub("、", text)
    plain = _DOTS.sub("，", _DASH.sub("", _ENDS_IN_DOTS.sub("", text)))
    return _PAIRED.sub(lambda found: " " if has_verb(found["what"]) else "", _SHORT.sub("", plain))


def _rated(text: str) -> str:
    """A share that is only named and counted, with the verb it wants: 参保率97.6% -> 参保率为97.6%."""
    told = _RATE.sub(lambda found: found["noun"] + "为" + found["figure"], text)
    return _SERVED.sub(lambda found: ("" if has_verb(found["noun"]) else "开展") + found["noun"], told)


def _answered(text: str) -> str:
    """A plan that begins with the fault it answers, the fault told as such: 针对老馆漏雨问题，明年…."""
    found = _CAUSED.match(text)
    if not found or not re.search(stock("roles")["marks"]["fault"], found["why"]):
        return text
    if has_verb(found["why"][:2]) or found["why"].startswith(words("verbs", "deeds")):
        return text
    if re.match(r"针对|为|由于|因|对|虽|如|已|不断|不仅|明年|来年|下一?步|拟|将|计划|力争", found["why"]):
        return text
    return f"针对{found['why'].removesuffix('问题')}问题，{text[found.end() :]}"


def _is_unclear(text: str) -> bool:
    if not _WORDED.search(text) or _UNCLEAR.search(text):
        return True
    if any(word in text for word in words("verbs", "colloquial")):
        return True
    return len(text) <= 3 and not re.search(r"\d", text) and not has_verb(text)


def has_verb(text: str) -> bool:
    """Whether a verb of two or more characters stands in the text."""
    return any(verb in text for verb in words("verbs", "verbs") if len(verb) > 1)


def _part_date(text: str) -> tuple[str, str]:
    """The date a note begins with and what follows; no date where a word follows that belongs to it."""
    found = _DATED.match(text)
    if not found or not text[found.end() :]:
        return "", text
    rest = text[found.end() :]
    if rest.startswith(("，", ",")):
        return found.group(), rest[1:]
    return (
        ("", text) if rest[0] in "至到-—~～、和起前后以之间" or is_date(rest[:3]) else (found.group(), rest)
    )


def _with_verb(text: str, *, bare_noun: bool) -> tuple[str, str, tuple[str, str] | None]:
    """The verb put in front (or none), the text with every added word, and the verb with its noun."""
    timed = _TIMED.match(text)
    if timed:
        verb, worded, added = _with_verb(text[timed.end() :], bare_noun=False)
        return "", timed.group() + worded, added
    first, mark, others = text.partition("，")
    found = _MEASURED.match(first) or _MEASURED_CHINESE.match(first)
    bare_noun = bare_noun or (bool(others) and first.endswith("活动"))
    noun, unit = (found["noun"], found["unit"]) if found else (first if bare_noun else "", "")
    if found and found["rest"] and not _PEOPLE.match(found["rest"]):
        return "", text, None
    placed = _support(noun, unit) if noun else None
    if placed is None:
        return "", text, None
    verb, actor, event, tail = placed
    if (verb in _COUNTED and _FELL.search(others)) or (verb == _FINISHED and _UNDER_WAY.search(others)):
        return "", text, None
    worded = actor + verb + first[len(actor) :]
    if found and found["rest"]:
        worded = worded[: -len(found["rest"])] + "，" + found["rest"] + ("参加" if event else "")
    elif found and event and _PEOPLE.match(found["figure"]):
        worded = worded.removesuffix(found["figure"]) + "，" + found["figure"] + "参加"
    if event and _PEOPLE.match(others):
        others += "参加"
    elif _LASTED.match(others):
        others = "为期" + others
    return ("" if actor else verb), worded + mark + others, (verb, tail)


def _support(noun: str, unit: str) -> tuple[str, str, bool, str] | None:
    """Verb, actor it stands after, whether people attend, and the event, for a noun without a verb."""
    for tail, verb, units, before in _tails():
        attended = before or tail.endswith(("培训", "演练", "活动"))
        people = attended and unit in ("人", "人次", "名")
        if not noun.endswith(tail) or not (unit in units or people or not unit):
            continue
        head = noun[: -len(tail)]
        actor = next((one for one in words("verbs", "actors") if head.startswith(one)), "")
        if (
            verb[0] in head
            or head.endswith("再")
            or _NOT_DONE.search(head)
            or _blocked(head[len(actor) :] if actor else head)
        ):
            return None
        if tail in _GIVEN_TO:
            actor = ""
        if verb == "发放" and _FROM_ABOVE.search(head):
            return None
        if actor and head != actor:
            return (verb, "", True, tail) if before else None
        return verb, ("" if before else actor), attended, tail
    return None


def _blocked(head: str) -> bool:
    """Whether words before an event noun hold a verb of their own, or are more than a name of the event."""
    if len(head) > _LONGEST_HEAD or _ACTS.search(head):
        return True
    for word in words("verbs", "soft"):
        head = head.replace(word, "·")
    hard = words("verbs", "verbs")
    if any(verb in head for verb in hard if len(verb) > 1):
        return True
    short = tuple(verb for verb in hard if len(verb) == 1)
    return head.startswith(short) and not head.startswith(words("verbs", "nouns"))


@lru_cache(maxsize=1)
def _tails() -> tuple[tuple[str, str, tuple[str, ...], bool], ...]:
    """(tail of a noun, verb, units, whether the verb stands before all), longest tail first."""
    rows = [
        (tail, one["verb"], tuple(one["units"].split()), one["before"])
        for one in stock("verbs")["support"]
        for tail in one["tails"].split()
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@lru_cache(maxsize=1)
def _starting() -> re.Pattern[str]:
    """A verb a clause may begin with, and no noun that begins like one (监测户, 接待室)."""
    verbs = "|".join(verb for verb in words("verbs", "verbs") if len(verb) > 1)
    return re.compile(rf"(?:{verbs})(?![户员点站室率量数额费书会组队人岗])")

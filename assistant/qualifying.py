"""Words that say how much of it, how high or when (全覆盖, 首次, 国家级, 当天) -> those that no fact says.

A clause may hold a stated figure and still say more than the fact does: 荣获省级表彰3次, 全省首次开通5条. So
these words are looked at wherever they stand. Told as an aim (确保…全覆盖, 下一步…) they claim nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from assistant.claiming import AIM, DONE, HOPE, LEADS, PLAN
from assistant.extracting import extract
from assistant.grounding import Ground, loose
from assistant.headwords import headwords
from index.folding import fold
from index.sentences import clauses, sentences
from index.types import Span


@dataclass(frozen=True, slots=True)
class Quality:
    """A family of words that say the same of a thing."""

    said: re.Pattern[str]
    """As a draft says it."""
    backed: re.Pattern[str] | None
    """As a fact may say it; None where the fact must hold the very word."""


def _quality(said: str, backed: str | None) -> Quality:
    return Quality(re.compile(said, re.I), re.compile(backed, re.I) if backed else None)


WHOLE = _quality(
    r"全覆盖|全部(?!门)|无一(?!人?不|例?外)|无一例外|无遗漏|百分之?百|应[\u4e00-\u9fff]尽[\u4e00-\u9fff]|所有[\u4e00-\u9fff]{1,6}[均都]"
    r"|(?:覆盖|通达|惠及|遍及)(?:了)?(?:所有|全部|每[一个])|无死角|清零|见底|均已",
    r"(?<!安)全(?!面|体|国|省|市|县|区|年|力|心|会|程)|均|(?<![成首古])都|所有|无一|百分之百|100%|每|逐[一个户村]|应[\u4e00-\u9fff]尽|清零|见底|无遗漏|各",
)
FAMILIES = (
    _quality(
        "首次|首个|首家|首批|首创|首开|率先|开创性|先河|最高|最大|最好|最快|唯一|之最|历史新高|新高|新纪录|前所未有|突破性",
        "首|率先|最|第一|唯一|新高|纪录|创|突破",
    ),
    _quality(
        "领先|前列|前茅|领跑|榜首|首位|排头兵|第一方阵|第一梯队|名列|位居|位列|跻身|稳居|居全[国省市县区州]",
        "领先|前列|前茅|领跑|榜首|首位|第[一二三四五六七八九十\\d]|名列|位居|位列|排名|居全|前[一二三四五六七八九十\\d]|方阵|梯队",
    ),
    _quality(
        "荣获|获评|获得[^，。；]{0,20}(?:称号|奖|荣誉|表彰|肯定)|表彰|嘉奖|通报表扬|获奖|点赞|好评|赞誉|推广|转载|专题报道|予以报道",
        "获|评为|评[上选]|授予|表彰|表扬|称号|奖|荣誉|先进|优秀|好评|肯定|点赞|感谢|推广|转载|报道|宣传",
    ),
    _quality(
        r"零(?:事故|投诉|上访|违纪|差错|伤亡|案件|感染|发生|死亡|延误|失误|返贫|容忍发生)|无(?:人员)?伤亡|无一[人例起件名]"
        r"|(?:未|没有)(?:发生|发现|出现|接到|收到|造成)",
        "零|无|未|没|不|0(?![.\\d])",
    ),
    _quality(
        "珍贵|名贵|珍稀|濒危|稀有|重特大|特大|恶性|精品|高端|知名|著名|顶尖|超额|提前|如期|按期|按时|翻倍",
        None,
    ),
    _quality(
        r"\b(?:first|best|largest|highest|leading|unprecedented|record|award|prize|only|unique|peaked)\b",
        r"first|best|largest|highest|leading|unprecedented|record|award|prize|only|unique|peak|top|maximum",
    ),
    _quality(r"\b(?:national|nationwide|international|worldwide|global|statewide)\b", None),
    _quality(
        r"\b(?:nobody|no one|none|never)\b|\b(?:no|without|zero) (?:\w+ ){0,2}"
        r"(?:accidents?|incidents?|complaints?|injur\w+|deaths?|casualt\w+|cases?|infections?|violations?|errors?|losses)\b",
        r"\b(?:no|not|without|zero|never|none)\b|(?<![\d.,])0(?![\d.,])",
    ),
    _quality(
        r"\b(?:all|every|entire|entirely|everyone|universal|fully)\b",
        r"\b(?:all|every|entire|everyone|each|100%|100 per|full)",
    ),
    _quality("环比|[比较](?:年初|上月|上季度?)", "环比|年初|上月|上季|期初"),
    _quality("当天|当日|当晚|次日|翌日|隔日", "当天|当日|当晚|次日|翌日|即日|[日号]"),
    _quality("上个?月|本月|昨[日天]|今[日天]|日前|近日", "上个?月|本月|月|[日号]"),
    _quality("翻了?一番|翻番|翻了?[两三几]番|减半|腰斩|倍增", "翻|倍|减半|100%"),
)
GRADE = re.compile(
    r"国家级|省部级|省级|部级|厅级|市级|县级|区级|国际级|世界级|[一二三四五特甲乙丙ⅠⅡⅢⅣ]级(?!政|党|别|台|阶|书|组|领|干|机|人|财|法|两|纪|医生|联|管|响|网|市|节)"
    r"|[一二三四ⅠⅡⅢⅣ1-4]级(?=[应响预])|[1-5]A级|[一二三特]等[奖功]|[金银铜][奖牌]|(?<=[\d一二两三四五六七八九])[金银铜](?![\u4e00-\u9fff])"
)
SCOPE = re.compile("全[国省市县区州](?=第|前|首|领先|率先|排名|最)")
PATRON = re.compile(
    "(?:中央|国务院|[省市县区州镇乡])(?=(?:主要|分管)?领导[^，。；]{0,6}(?:批示|批阅|肯定|表扬|参观|调研|检查|视察|指导|慰问))"
    "|[国省市县区州](?=劳模|劳动模范|先进|优秀|模范)"
)
"""Whose leader or prize it was: 获省领导批示."""
HOLIDAYS = (
    *("元旦", "春节", "元宵", "清明", "劳动节|五一", "端午", "建党节|七一", "建军节|八一", "中秋"),
    *("国庆|十一(?=假|黄)", "重阳", "教师节", "妇女节|三八", "儿童节|六一", "双节|两节"),
)
HOLIDAY = re.compile(
    rf"(?P<name>{'|'.join(HOLIDAYS)})[”\"]?(?=节|假|期间|前[夕后]|当[天日]|长假|黄金周|[、和]|[慰走接举开组安])"
)
POST = re.compile(
    r"(?:担任|兼任|出任|当选为?|任命为|(?<![责信胜主委聘选调上离现])任)(?P<post>[\u4e00-\u9fff]{0,10}?"
    r"(?:书记|主任|组长|局长|处长|科长|股长|院长|校长|主席|部长|[镇乡县市区村]长|所长|队长|站长|委员|经理|董事长|会长))"
)
REACHED = re.compile(r"实现|做到|达到|基本实现|全面实现")
LOGIC = re.compile("如果|一旦|凡是|凡|杜绝|防止|避免|严防|要求|规定|明确")
"""What is ruled or warded off is not told as done."""


def overstated(text: str, ground: Ground) -> Iterator[Span]:
    """Places of such words in a draft that no fact says, sorted.

    Args:
        text: The draft.
        ground: What facts and heading state.
    """
    lines = [(text if text.isascii() else loose(text), headwords(text)) for text in ground.texts]
    for sentence in sentences(text):
        if PLAN.search(sentence.of(text)):
            continue
        for part in clauses(sentence.of(text)):
            clause = Span(sentence.start + part.start, sentence.start + part.end)
            if loose(clause.of(text)).strip("，。；：、") not in ground.joined:
                yield from sorted(set(_of_clause(text, clause, ground, lines)))


def _of_clause(
    text: str, clause: Span, ground: Ground, lines: list[tuple[str, frozenset[str]]]
) -> Iterator[Span]:
    folded = fold(clause.of(text))
    words = folded.text
    if not words:
        return
    found = [*_named(words, ground.joined)]
    if not _aimed(words):
        found += [at for family in FAMILIES for at in _family(words, family, lines)]
        found += [at for at in _family(words, WHOLE, lines) if not _evened(words, ground)]
    for start, end in found:
        inner = folded.span(start, end)
        yield Span(clause.start + inner.start, clause.start + inner.end)


def _aimed(clause: str) -> bool:
    lead = LEADS.match(clause)
    clause = clause[lead.end() if lead else 0 :]
    if HOPE.match(clause) or LOGIC.search(clause):
        return True
    return bool(AIM.match(clause)) and not (DONE.search(clause) or REACHED.match(clause))


def _family(
    clause: str, family: Quality, lines: list[tuple[str, frozenset[str]]]
) -> Iterator[tuple[int, int]]:
    for hit in family.said.finditer(clause):
        others = headwords(clause[: hit.start()] + " " + clause[hit.end() :])
        if not any(_backs(hit[0], family, line, others, words) for line, words in lines):
            yield hit.span()


def _backs(said: str, family: Quality, line: str, others: frozenset[str], words: frozenset[str]) -> bool:
    """Whether a fact says the like, of a thing that the clause names too where it names any."""
    if said not in line and not (family.backed and family.backed.search(line)):
        return False
    others = others | headwords(said) if said.isascii() else others
    return said in line or not others or not others.isdisjoint(words)


def _evened(clause: str, ground: Ground) -> bool:
    """Whether a fact has one number twice of one measure: 发现23处, 整改23处 is 全部整改."""
    own = headwords(clause)
    figures = {one.key for one in extract(clause)[0] if one.low is not None}
    for one, other in combinations([p for p in ground.places if p.fact and p.expression.low], 2):
        same = one.fact == other.fact or not one.context.isdisjoint(other.context)
        if figures and one.expression.key not in figures:
            continue
        if same and one.expression.key == other.expression.key and not own.isdisjoint(other.context):
            return True
    return False


def _named(clause: str, joined: str) -> Iterator[tuple[int, int]]:
    """Grades, scopes of a rank, feasts and posts, which a fact must name."""
    for hit in (*GRADE.finditer(clause), *SCOPE.finditer(clause)):
        if hit[0] not in joined:
            yield hit.span()
    for hit in PATRON.finditer(clause):
        if hit[0] not in joined:
            yield hit.span()
    for hit in HOLIDAY.finditer(clause):
        same = next(names for names in HOLIDAYS if re.fullmatch(names.replace("(?=假|黄)", ""), hit["name"]))
        if not re.search(same.replace("(?=假|黄)", ""), joined):
            yield hit.span("name")
    for hit in POST.finditer(clause):
        if hit["post"][-2:] not in joined:
            yield hit.span()

"""Folded page -> names of organisations: 县司法局, 青石镇人民政府, 第三党支部, 某某集团有限公司.

Public bodies are told by a closed list of functions, so 格局 and 全局 are never read as one; firms, schools
and hospitals by their last word and the name before it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from index.folding import Mark, hits
from index.gazetteer import place_at
from index.glossary import alternation, heads, words
from index.places import name_before

LEVEL = "(?:[省市县区州镇乡街盟旗]|自治区|自治州|地区|新区|高新区|经开区|开发区|分)"
PARTY = (
    "纪委监委|纪检监察组|纪律检查委员会|监察委员会|纪委|监委(?!员)|委组织部|委宣传部|委统战部|委政法委员会|委政法委(?!员)|委网信办|委编办|委巡察办|直属机关工委|直机关工委|机关工委"
    "|党工委|委党校|委老干部局|委机要局|委办公室|政府办公室|团委|妇联|总工会|工商联|科协|文联|社科联|残联|侨联|红十字会|人大常委会|政协(?!委员|提案|会议)|人武部|人民检察院|检察院|人民法院"
    "|中级人民法院|高级人民法院|法院|融媒体中心|行政服务中心|政务服务中心|疾控中心"
)
NATIONAL = (
    "(?:人民日报|新华社|新华网|人民网|央视新闻|中央电视台|光明日报|经济日报|法治日报|求是杂志|[东南西北中]部战区(?:[陆海空]军)?)|"
    "中央纪委国家监委|中央政法委(?!员)|中央组织部|中央宣传部|中央统战部|最高人民法院|最高人民检察院"
    "|(?:司法|公安|教育|财政|民政|水利|商务|外交|国防|科技|交通运输|农业农村|自然资源|生态环境|应急管理|退役军人事务|文化和旅游"
    "|人力资源和?社会保障|住房和?城乡建设|工业和信息化)部(?!门|队|分|署|长级|委)"
    "|国家(?:发展改革委|发改委|卫生健康委|卫健委|税务总局|统计局|能源局|林草局|林业局|邮政局|铁路局|民航局|粮食和储备局|药监局|医保局|知识产权局"
    "|烟草专卖局|数据局|地震局|金融监督管理总局|市场监督管理总局|广播电视总局|体育总局)"
)
TAIL = "(?:党委|党组(?!织)|党总支|党支部|机关党委|委员会|工会)?"
NAMED = (
    "(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司|集团(?!化|式|军|成员|作战|型)|人民政府|街道办事处|街道办|居委会|村委会|村民委员会|居民委员会"
    "|大学(?!生|习|毕|本|城|教|科)|学院(?!派)|中学(?!生|教|习)|小学(?!生|教|校|阶|段)|幼儿园|实验学校|职业技术学校|人民医院|中心医院|中医院|妇幼保健院|医院"
    "|研究院|研究所|设计院|合作社|商会|协会|基金会|律师事务所|派出所|司法所|税务所|监狱|看守所|戒毒所|敬老院|福利院|博物馆|纪念馆|图书馆|文化馆|村党支部"
    "|党总支|银行|信用社|日报社?(?!告)|晚报|电视台|报社"
)
LEVELS_OF_BODIES = "省市县区州镇乡街盟旗自地新高经开分"
PARTY_FIRST = "纪监委直机党团妇总工科文社残侨红人政检法融行疾中高治"
NATIONAL_FIRST = (
    "人民 新华 央视 中央 光明 经济 法治 求是 东部 南部 西部 北部 中部 最高 国家 司法 公安 教育 财政 "
    "民政 水利 商务 外交 国防 科技 交通 农业 自然 生态 应急 退役 文化 人力 住房 工业 发改 发展 卫生"
)
BREAK = "的了和与及、，。；：！？“”‘’（）()《》〈〉【】\n \u3000在到赴向对从由为将把被给让使是等以于至经获"
LEVELS = re.compile(
    "^(?:各级?|全[国省市县区]|本|我|该|某|原|新|国家级?|[省市县区州镇乡村]级?|自治[区州县]|地区|开发区|高新区|经开区|街道|社区|中国|多|[一二三四五六七八九十两几\\d]+[家所个])+$"
)
BRANCH = re.compile(
    "第[一二三四五六七八九十\\d]{1,3}(?:党支部|党总支|支部|党小组|派驻(?:纪检监察)?组|巡[察视]组|工作组|检查组|分局|分公司|小学|中学|医院|人民医院)"
)
# Names of firms without 公司, read only between such words: 与远帆科技签约.
TAILS = (
    "(?:(?<!重大)(?<!级)(?<!国际)科技|重工|股份|时代|智能|生物|药业|医药|电子|光电|汽车|新能源|电气"
    "|机械|化工|钢铁|铝业|纸业|食品|农牧|物流|传媒|网络|软件|微电子|半导体|装备|精密|实验室)"
)
CUED = re.compile(
    rf"(?:[与同赴和]|(?<=引)进|(?<=前)往|(?<=走)访|(?<=考)察|(?<=对)接|(?<=牵)手|(?<=签)约|(?<=参)观)"
    rf"(?P<name>[^{BREAK}\ue000\d\x00-\x7f]{{2,4}}{TAILS})(?=签|考察|调研|学习|洽谈|对接|落户|达成|参观)"
)
# Bodies so short that they are particulars only with a name before them: 云溪|县委, 北湾|区人大.
SHORT = re.compile(
    "[省市县区州镇乡旗](?:委(?:办公?室?)?(?![员托派任屈内外组宣统政网编巡直老机])|人大(?!常|代)|政协(?!委员|提案|会议)"
    "|政府(?:办公?室?)?(?!性)|武装部|党委|纪委(?!监))"
)
OWNER = 6
"""Length of the longest name before a numbered branch."""
HAN = re.compile(f"[^{BREAK}\ue000\\W\\da-zA-Z_]")
NO_OWNER = re.compile(
    "^[全各本我该此某每两多几数个其同别这那哪整跨所有为是以可能把被就也都又还要并而则但不一二三四五六七八九十]"
    "|[指示求动展开作了着过为到是入个家年月日员记任长织头设加强在级向定好]$|工作|建设|支部书记|责任|活动|由|分别|授予|命名|荣获|获评"
)
KIND = re.compile(NAMED)
KINDS = re.compile(
    "[集股有责公人街居村大学中小幼实职妇医研设合商协基律派司税监看戒敬福博纪图文党银信日晚电报]"
)
RUN = re.compile(f"[^{BREAK}\ue000\\d\\x00-\\x7f]{{2,14}}$")
"""What may be the name before a kind of organisation."""


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    """All up to the last verb that a name may stand behind without an edge between: 支持清河集团."""
    return re.compile(f"^.*(?:{'|'.join(words('organisations', 'verbs'))})")


@lru_cache(maxsize=1)
def _kinds() -> re.Pattern[str]:
    """A name made of words of kind alone, which is no name: 农民专业合作社, 城乡中小学."""
    return re.compile(f"^(?:{'|'.join(words('organisations', 'kinds'))})+$")


@lru_cache(maxsize=1)
def _bodies() -> re.Pattern[str]:
    functions = alternation(words("organisations", "functions"))
    return re.compile(
        rf"{NATIONAL}|(?:(?:中共)?(?:{LEVEL}){{1,3}}(?:(?:{functions})(?:委员会|总局|总队|支队|大队|分局|厅|局|委(?![员托派任屈])|办公室|办(?![公理法事学好实几成得案件证]))|{PARTY})"
        rf"|(?:{functions})(?:局|厅|分局)|(?:发改|发展改革|卫健|卫生健康|国资)委(?![员托派任屈])|(?<=〉)(?:{PARTY})){TAIL}"
    )


@lru_cache(maxsize=1)
def _brands() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words('organisations', 'brands'))})(?:公司|集团|股份)?")


@lru_cache(maxsize=1)
def _brand_heads() -> re.Pattern[str]:
    return heads(words("organisations", "brands"))


@lru_cache(maxsize=1)
def _body_heads() -> re.Pattern[str]:
    functions = words("organisations", "functions")
    after = {word[0] for word in functions} | set(LEVELS_OF_BODIES) | set(PARTY_FIRST)
    levels = {level + letter for level in LEVELS_OF_BODIES for letter in after}
    return heads({*NATIONAL_FIRST.split(), *functions, *levels, "卫健", "国资", "中共"})


def _owner(page: str, end: int) -> str:
    """The name before a numbered branch, 白桥|第二党支部; empty when a verb or a kind stands there."""
    start = end
    while start > 0 and end - start < OWNER + 1 and HAN.match(page, start - 1):
        start -= 1
    name = _verbs().sub("", page[start:end])
    if not 2 <= len(name) <= OWNER or LEVELS.match(name) or _kinds().match(name) or NO_OWNER.search(name):
        return ""
    return name


def _run(page: str, done: int, kind: re.Match[str]) -> tuple[re.Match[str], re.Match[str] | None]:
    """What may be the name before a kind; a kind that leaves none may hold a shorter one: 市中|医院."""
    for at in range(kind.start(), kind.start() + 3):
        shorter = KIND.match(page, at)
        run = RUN.search(page, max(done, at - 14), at) if shorter else None
        if shorter and run:
            return shorter, run
    return kind, None


def _named(page: str) -> Iterator[Mark]:
    done = 0
    for found in hits(KINDS, KIND, page):
        kind, run = _run(page, done, found)
        if not run:
            continue
        end, done = kind.start(), kind.end()
        name = _verbs().sub("", run[0])
        if len(name) < 2 or LEVELS.match(name) or _kinds().match(name):
            continue
        start = end - len(name)
        yield Mark(start, done, "organisation", f"organisation:{page[start:done]}")


def _start(page: str, at: int) -> int:
    """Where the name before a body that begins at ``at`` begins: 云溪|县司法局, 柳|州市融媒体中心."""
    for back in (3, 2, 1):
        if at >= back and place_at(page, at - back) > at:
            return at - back
    name = name_before(page, at, body=True)
    return at - len(name) if 1 < len(name) < 4 else at


def organisations(page: str) -> Iterator[Mark]:
    """Names of organisations; where two overlap both are given.

    >>> [m.key for m in organisations("会同县司法局、第三党支部")]
    ['organisation:第三党支部', 'organisation:县司法局']
    """
    for found in BRANCH.finditer(page):
        start = found.start() - len(_owner(page, found.start()))
        yield Mark(start, found.end(), "organisation", f"organisation:{page[start : found.end()]}")
    for found in hits(_brand_heads(), _brands(), page):
        yield Mark(*found.span(), "organisation", f"organisation:{found[0]}")
    for found in CUED.finditer(page):
        yield Mark(*found.span("name"), "organisation", f"organisation:{found['name']}")
    for found in SHORT.finditer(page):
        start = _start(page, found.start())
        known = start < found.start() and place_at(page, start) > found.start()
        if known or (found.start() - start > 1 and found[0][0] not in "省市州"):
            yield Mark(start, found.end(), "organisation", f"organisation:{page[start : found.end()]}")
    several = _bodies().finditer(page) if "〉" in page else hits(_body_heads(), _bodies(), page)
    for found in several:
        start = _start(page, found.start()) if found[0][0] in "省市县区州镇乡旗" else found.start()
        yield Mark(start, found.end(), "organisation", f"organisation:{page[start : found.end()]}")
    yield from _named(page)

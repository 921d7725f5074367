"""Folded page -> its 《titles》, also broken ones, English “Titles”, and slogans in quotes."""

import re
from collections.abc import Iterator, Sequence

from index.folding import HIDDEN, Mark

PAIR = re.compile(r"《(?P<name>(?:[^《》\n]|《[^《》\n]{0,80}》){1,120})》")
OPEN = re.compile(r"《(?P<name>[^《》\n，。；！？]{2,60})")
CLOSE = re.compile(r"(?:^|(?<=[\n，。；：！？、）)《》]))(?P<name>[^《》\n，。；：！？、）)]{2,60})》", re.M)
ENGLISH = re.compile(
    r"[“\"](?P<name>[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|the|and|for|on|in|to|a|with|\d+))+)[,.]?[”\"]"
)
CAPITAL = re.compile('[“"](?=[A-Z])')
QUOTE = re.compile(r"[“‘「](?P<inner>[^“”「」\n]{2,40})[”’」]")
# Names of campaigns, systems and brands stand in quotes before one of these words.
EVENT = re.compile(
    "(?:[、和及]?[“‘「][^“”「」\n]{2,40}[”’」]){0,6}(?:等|系列|专项|专题|主题|特色|集中|大型|党建|文化|志愿服务|廉政|为民|惠民|便民|服务){0,3}"
    "(?:主题|活动|行动|工程|平台|工作法|品牌|项目|计划|模式|机制|讲堂|课堂|论坛|大赛|竞赛|比赛|演讲|征文|直播|小程序|公众号"
    "|热线|党日|实践|服务队|工作室|驿站|基地|栏目|专栏|负面清单|方案|战役|攻坚战|展览|展$|大会|培训班|研讨|宣讲|先锋岗|示范岗"
    "|称号|奖|荣誉|[\u4e00-\u9fff]{0,6}(?:党日活动|专项行动|年活动|知识竞赛|技能竞赛|攻坚行动)|党课|教育片|警示片|纪录片|影片|电影|党支部|村|社区|企业)"
)
LEAD = re.compile(
    "(?:文章|重要讲话|专题片|教育片|以|题为|主题为|名为|荣获|获评|被评为|授予|命名为|打造|创建|推出|唱响|叫响|主题是|口号是|聚焦)$"
)
# A campaign or a system whose kind of thing is the end of its own name.
CAMPAIGN = re.compile("(?:行动|活动|工程|计划|工作法|攻坚战|战役|讲堂|小程序)$")
COUNTED = re.compile(
    "^[一二三四五六七八九十百两]+(?:[个项条大对张支类级有到度化抓比进联严必实问送创式单会早查看清学讲带争促带真+][^，。]*|[^，。、]{1,3})$|[\\d１-９]|[一二三四五六七八九十]\\+"
)
SPACE = re.compile(r"[\s“”‘’\"'「」〈〉<>]")


def canonical(name: str) -> str:
    """A title's name without blanks and quotation marks of any style."""
    return SPACE.sub("", name.replace("《", "").replace("》", ""))


def titles(page: str) -> Iterator[Mark]:
    """Titles of documents, books and films.

    >>> [m.key for m in titles("学习《中国共产党 章程》")]
    ['title:中国共产党章程']
    """
    at = 0
    for pattern, sign in ((PAIR, "《"), (OPEN, "《"), (CLOSE, "》"), (ENGLISH, "")):
        if sign not in page or (not sign and not CAPITAL.search(page)):
            continue
        for found in pattern.finditer(page, at):
            if HIDDEN in found[0]:
                continue
            yield Mark(*found.span(), "title", f"title:{canonical(found['name'])}")
        page = pattern.sub(lambda hit: HIDDEN * len(hit[0]), page)


def slogans(page: str, known: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Quoted names of campaigns, systems and brands, and counted catchwords nobody lists.

    Args:
        page: Folded page with what is already spoken for hidden.
        known: Stretches of set formulations; a quotation that is one of them is no slogan.
    """
    covered = {at for start, end in known for at in range(start, end)}
    chain = -1  # where a quotation would begin that continues a list of named ones
    for found in QUOTE.finditer(page):
        start, end = found.span("inner")
        if HIDDEN in found[0] or (start in covered and end - 1 in covered):
            continue
        inner = found["inner"]
        lead = chain == found.start() or LEAD.search(page, max(0, found.start() - 4), found.start())
        campaign = len(inner) > 5 and CAMPAIGN.search(inner)
        if EVENT.match(page, found.end()) or COUNTED.search(inner) or campaign or (lead and len(inner) > 3):
            if lead:
                chain = found.end() + (page[found.end() : found.end() + 1] in ("、", "，"))
            yield Mark(*found.span(), "slogan", f"slogan:{canonical(inner)}")

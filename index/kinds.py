"""Title or opening of a report -> its kind (文种), as far as they say it."""

import re
from typing import Final

_ENDINGS: Final[tuple[tuple[str, str], ...]] = (
    ("整改报告", r"整改(?:落实|进展|工作)*情况的?(?:公告|通告|通报)$"),
    ("讲话", r"(?:讲话|致辞|致词|发言|演讲|贺信|讲话精神)$"),
    ("决议", r"决议$"),
    ("决定", r"决定$"),
    ("通知", r"(?:通知|通告|公告)$"),
    ("会议纪要", r"纪要$"),
    ("简报", r"(?:简报|快报|专报|动态)$"),
    ("意见", r"(?:意见|措施)$"),
    ("制度办法", r"(?:办法|规定|条例|规则|细则|制度|准则|规程)$"),
    ("实施方案", r"方案$"),
    ("工作计划", r"(?:计划|要点|工作安排|打算|思路|规划)$"),
)
_TOPICS: Final[tuple[tuple[str, str], ...]] = (
    ("政府工作报告", r"政府工作(?:的)?报告"),
    ("述责述廉", r"述责.{0,3}述廉"),
    ("述职述廉", r"述职.{0,6}述廉|述廉.{0,3}述职"),
    ("述职报告", r"述职|履职(?:尽责)?(?:情况)?(?:报告|汇报)$"),
    ("民主生活会", r"民主生活会|组织生活会|对照检查|检视剖析"),
    ("主题教育", r"主题教育"),
    ("整改报告", r"整改"),
    ("巡视巡察", r"巡[视察]"),
    ("党风廉政", r"党风廉政|全面从严治党|廉政建设|反腐倡廉|清廉|纪律作风|纪检监察"),
    ("意识形态", r"意识形态"),
    ("党建工作总结", r"党建|党的建设|党支部|机关党委|基层党组织"),
    ("自查报告", r"自查|自评"),
    ("调研报告", r"调研|调查报告"),
    ("经验材料", r"经验(?:交流|材料|做法|介绍|$)|典型(?:经验|材料)"),
    ("事迹材料", r"事迹"),
    ("心得体会", r"心得|体会|感悟"),
    ("工作总结", r"总结|小结"),
    ("情况汇报", r"汇报|情况|通报|说明"),
    ("annual report", r"(?i)\bannual\b.*\b(?:report|review)\b"),
    ("work plan", r"(?i)\bplan\b"),
    ("work report", r"(?i)\breport\b"),
    ("工作报告", r"报告|党代会"),
)
_TRAILERS: Final = re.compile(
    r"(?:[（(【][^（()）】]{0,24}[）)】]|[一二三四五六七八九十\d]{1,3}|稿|提纲|材料|范文|模板)+$"
)
_GOVERNMENT: Final = re.compile(
    r"代表.{0,20}(?:政府|国务院|行署|公署).{0,16}(?:报告.{0,4}工作|作.{0,6}工作(?:的)?报告)"
    r"|^\S{0,12}政府工作报告|向[^。，]{2,30}(?:会议|大会)作政府工作(?:的)?报告"
)
_AND_PLAN: Final = re.compile(r"(总结|回顾|汇报|报告)[及和暨与].*(?:计划|打算|安排|思路|要点|重点)$")
"""工作总结及明年工作计划 is a 工作总结."""
_WIDE: Final = frozenset(("", "情况汇报", "工作总结", "工作报告"))
"""Kinds that say no topic; the topic the text keeps naming says more."""
_RULES: Final = re.compile(r"(?:^|\n)第[一二三四五六七八九十百\d]+条")
_SAID: Final = re.compile(
    r"(?:现将|现就)([^。]{2,60}?)(?:汇报|报告|总结|述职)?(?:汇报|报告|总结|说明)?如下"
    r"|(?:现?将|现?就|，就)[^。，]{2,40}(?:向[^。，]{1,12})?作个?[^。，]{0,4}(?:汇报|述职)"
)
_BEFORE: Final = 80
"""Characters before 现将…如下 in which a text says what it was that it did."""
_DID: Final = (("自查报告", "自查"), ("整改报告", "整改"))
_MADE: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("意见", re.compile(r"提出(?:如下|以下)[^。，]{0,12}意见")),
    ("制度办法", re.compile(r"制定本[^。，]{0,6}(?:办法|规定|条例|细则|规则|制度|准则)")),
    ("实施方案", re.compile(r"制定本[^。，]{0,6}方案|提出以下(?:工作|实施)方案")),
    ("工作计划", re.compile(r"制定本[^。，]{0,6}(?:计划|规划|要点)")),
    ("通知", re.compile(r"(?:与|以|自)本通知|本通知(?:自|印发|下发)")),
)
"""制定本办法: what a text calls itself."""
_GREETING: Final = re.compile(
    r"(?:同志们|朋友们|女士们|先生们|同胞们|同学们|老师们|主席先生|总统先生|各位来宾|各位嘉宾|各位同事"
    r"|各位委员|各位领导)[，、！：:]|^(?:今天|下面)，我(?:们|就)|^尊敬的"
)
_GIVEN: Final = re.compile(r"——在[^。]{2,60}上的(?:主旨|书面)?(?:讲话|演讲|致辞|发言|讲话提纲)")
"""Its own subtitle, run into the text."""
_FOR_ALL: Final = re.compile(
    r"我[^。，]{0,6}(?:代表|受|接受)[^。]{0,40}(?:委托)?[^。]{0,12}(?:作|提出)[^。]{0,8}报告"
)
_RESOLVED: Final = re.compile(r"(?:会议|大会)[^。]{0,20}批准(?:这个|政府工作|了)[^。]{0,8}报告|决定批准")
_REPORTED: Final = re.compile(r"述职|述廉|(?:汇报|报告)如下|[将就][^。，]{2,40}作个?[^。，]{0,4}汇报")
"""Said after a greeting: then it is no speech."""
_OPENING, _GREETED = 200, 60
"""Characters in which a text says what it is, and in which it greets."""


def kind_of(title: str) -> str:
    """The kind a title names: by its last word where that is a genre, else by its topic.

    >>> kind_of("关于2023年度党风廉政建设工作情况的汇报"), kind_of("在全市安全生产工作会议上的讲话")
    ('党风廉政', '讲话')
    """
    words = re.sub(r"\s+(?=[^A-Za-z])", "", title)
    words = _TRAILERS.sub("", words)
    words = _AND_PLAN.sub(r"\1", words)
    for kind, pattern in (*_ENDINGS, *_TOPICS):
        if re.search(pattern, words):
            return kind
    return ""


def kind_said(body: str) -> str:
    """The kind the opening says: 现将…工作情况汇报如下, 我代表…人民政府."""
    opening = body[:_OPENING]
    if _RESOLVED.search(body):
        return "决议"
    if _GOVERNMENT.search(opening):
        return "政府工作报告"
    if len(_RULES.findall(body)) >= 3:
        return "制度办法"
    if _FOR_ALL.search(opening):
        return "工作报告"
    made = next((kind for kind, pattern in _MADE if pattern.search(body)), "")
    if _GIVEN.search(opening):
        return "讲话"
    if made or _GREETING.search(opening[:_GREETED]) and not _REPORTED.search(body[: 2 * _OPENING]):
        return made or "讲话"
    said = _SAID.search(body)
    kind = kind_of(said.group(0).removesuffix("如下")) or "情况汇报" if said else ""
    if kind not in _WIDE:
        return kind
    did = _done(body[max(said.start() - _BEFORE, 0) : said.end()] if said else "")
    return did or _topic(body) or kind


def _topic(body: str) -> str:
    """The topic a text keeps naming; empty where it keeps to none."""
    for topic, words in (("党风廉政", ("党风廉政", "全面从严治党")), ("党建工作总结", ("党建工作",))):
        if sum(body.count(word) for word in words) >= 3:
            return topic
    return ""


def _done(words: str) -> str:
    """The kind of a report on what its body says it did: 开展自查，现将有关情况报告如下."""
    return next((kind for kind, word in _DID if word in words), "")

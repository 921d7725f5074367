"""Sections -> their roles in the report: opening, work, problems, next, closing.

A section's heading says it first, then its parent, then its text. A passage whose own first words say
another role (下一步，…) keeps that one: a summary paragraph often holds problems and next steps together.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from index.types import Role, Section


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_NEXT: Final = _any(
    r"下一?(?:步|阶段|年度?)|下半年|今后|明年|来年|努力方向|奋斗目标(?=$|[和及、])|对策|建议$|展望|^规划$|打算$",
    r"(?:工作|重点|主要|初步|有关|发展|总体|年度?|未来|近期|远期)(?:打算|思路|设想|计划|规划|谋划)",
    r"整改(?:措施|方向|打算|举措|落实)|改进(?:措施|方向|意见)|(?:工作|总体|任务)安排|(?:工作|总体)要求",
    r"(?:主要|重点|预期|中心|工作|发展)(?:目标|任务)|年度?.{0,12}工作重点",
    r"重点工作(?!.{0,6}(?:完成|推进|开展|情况|进展|落实))",
    r"(?i:\bnext\b|\bplans?\b|\boutlook\b|\bway forward\b|\bpriorit|\brecommend|\bahead\b|\bfuture\b)",
)
_PROBLEMS: Final = _any(
    r"问题|不足|差距|短板|薄弱|困难|教训|隐患|挑战|瓶颈|症结|原因(?:分析|剖析)?$|自我剖析|检视剖析|反思",
    r"还有(?:空档|风险|欠缺)|(?:不够|不强|不高|不到位|不深入?|不严|不实)$",
    r"(?i:\bproblems?\b|\bissues?\b|\bchallenges?\b|\bshortcoming|\bweakness|\bgaps?\b|\bdifficult|\brisks?\b)",
)
_CLOSING: Final = _any(r"^(?:结语|结束语|结尾|尾声)", r"(?i:^conclusions?\b|^closing\b)")
_OPENING: Final = _any(
    r"^(?:前言|引言|导语|基本情况|总体情况|概况|概述|背景|开头)|(?:基本|总体)(?:概况|情况)$",
    r"(?i:^introduction\b|^overview\b|^background\b|^foreword\b|^summary\b)",
)
_WORK: Final = _any(
    r"回顾|成效|成绩|成果|做法|进展|亮点|特色|经验|体会|工作总结",
    r"(?:完成|开展|落实|履职|工作|推进|进展)情况",
    r"(?i:\bachiev|\bprogress\b|\bresults?\b|\bwork done\b|\breview\b|\baccomplish|\bactivities\b)",
)
_SOLVED: Final = _any(
    r"(?:整改|解决|破解|化解|查摆|排查|检视|整治|纾解|攻克|聚焦|瞄准|围绕|坚持|以(?![下上])|针对|消除|防范|直面|应对"
    r"|治理|补[齐上足]?|缩小|弥合|减少|减轻|克服|跨越|突破|破除|纠治|纠正|清除|查找|正视|战胜|迎接|回应)"
    r"[^，、]{0,14}(?:问题|短板|不足|差距|薄弱|困难|隐患|挑战|瓶颈|风险)",
    r"问题(?:导向|整改|清单|线索)|困难(?:群众|职工|群体|家庭|学生|党员|帮扶)|迎难|克难",
    r"(?:问题|短板|隐患|风险|困难|挑战)[^，、]{0,6}(?:防控|化解|整治|治理|解决|破解|整改|清零|销号|排查|消除)",
    r"(?:短板|弱项)+(?:加快|加速|持续|不断|逐步|全面|有效|稳步|进一步)*(?:补齐|补强|补上)",
)
"""Problems that are being dealt with: 聚焦突出问题抓整治 is work."""
_NAMED: Final = re.compile(r"存在|面临|(?:问题|不足|差距|困难)$")
"""What a heading that lists problems says even among next steps."""
_RUN: Final = 30
"""Items of one run looked back over for its first."""
_FIRST_ITEM: Final = ("一", "第一", "其一", "首先", "First")
_DONE: Final = re.compile(r"整改(?:落实|措施|工作)?(?:情况|进展|成效|完成)")
_LOOKS_BACK: Final = re.compile(r"((?:19|20)\d\d)年.{0,8}(?:回顾|总结|完成情况|工作情况)")
_YEAR: Final = re.compile(r"((?:19|20)\d\d)年")

_NEXT_TEXT: Final = _any(
    r"(?:^|[。！？；\s]|^.{1,12}，)(?:下一?步|下一?阶段|下一年|明年|来年|接下来|新的一年|下半年|面向未来|展望未来)",
    r"^今后(?:的|一个|一段)?(?:工作|时期|时间)?(?:中|里|内)?(?:，|我|要|将|应)",
    r"^(?:20\d\d|[xX×]{2,4})年[^。，]{0,14}(?:，我[^。，]{0,6}|)(?:将(?!军)|要(?!求|素|点)|拟)",
    r"(?i:(?:^|\. )(?:in the (?:coming|next) (?:year|months|quarter)|next year|going forward|looking ahead))",
    r"(?i:^we (?:will|plan to|intend to))",
)
_LACK: Final = r"(?:问题|不足|差距|短板|弱项|薄弱环节|困难|挑战|欠缺)"
_PROBLEM_TEXT: Final = _any(
    rf"存在的(?:主要|突出)?{_LACK}(?:[和与]{_LACK})?(?:主要)?(?:有|是|表现|体现|[：:])",
    r"清醒地?(?:认识|看)到|(?:存在(?!的)|还有|仍有|尚有|面临|看到|认识到)[^。；]{0,30}"
    rf"{_LACK}(?:之处)?(?=[。，；：、]|等|和|主要|依然|仍|还|$)(?!、)",
    r"(?:不足|差距|问题|短板)(?:之处)?(?:主要)?(?:表现|体现|在于)|还不(?:够|强|高|深|严|实|平衡)",
    r"与[^。；]{2,30}(?:相比|要求)[^。；]{0,10}差距",
    r"(?i:\b(?:problems?|shortcomings?|challenges?|weaknesses|difficulties)\b[^.]{0,40}\b(?:remain|exist|persist))",
    r"(?i:\b(?:still|remains?|however)\b[^.]{0,60}"
    r"\b(?:insufficient|problems?|shortcomings?|challenges?|gaps?|weak))",
)
_CLOSING_TEXT: Final = _any(
    r"(?:^|[。！])(?:各位代表|同志们|各位委员|总之|综上)[！，：]|让我们[^。]{0,60}(?:团结|奋斗|奋进|携手|努力)",
    r"以上(?:报告|汇报|总结|是)[^。]{0,20}(?:审议|指正|批评)|(?:特此|专此)(?:报告|汇报)|请予?审议",
    r"而(?:努力|不懈)奋斗！|谢谢大家|(?i:in conclusion|to conclude|thank you)",
)
_OPENING_TEXT: Final = _any(
    r"(?:现将|现就|下面[，,]?[我就])[^。]{0,60}(?:如下|汇报|报告|说明|发言)|(?:报告|汇报|总结|说明|发言)如下",
    r"(?i:\bthis report\b|\bis (?:hereby )?reported as follows)",
)
_ADDRESS: Final = re.compile(r"(?:各位代表|同志们|各位委员|各位同志|朋友们)[！，：、]")
_TOGETHER: Final = re.compile(r"让我们.{0,60}(?:团结|携手|同心|奋斗|努力|奋进)|我们[要将]更加紧密.{0,3}团结")
_LONG_LEAVE: Final = 250
"""Characters; what is longer after the plans goes on with them, and takes leave in its last words only."""
_LONG_OPENING: Final = 1500
"""Characters; what is longer before the first heading is the report's work, not its opening."""


def assign(sections: Sequence[Section], text: str) -> tuple[Section, ...]:
    """The sections with the role each plays.

    Args:
        sections: Sections in order; a parent stands before its children.
        text: The text their spans lie in.
    """
    year = _year_looked_back_on(sections)
    roles: list[Role] = []
    before: Role | None = None
    for place, section in enumerate(sections):
        if section.level == 5:
            roles.append(_item_role(sections, place, roles, text))
            continue
        said = role_of_heading(section.heading, year)
        if said is None and year is not None and section.parent is None and section.heading:
            said = _of_its_year(section.body.of(text)[:40], year)
        role = _role(sections, place, roles, text, said)
        if section.parent is None and section.heading:
            if role == "work" and before == "next" and said is None:
                role = "next"  # 二、明年安排 三、加强自身建设
            before = role
        roles.append(role)
    return tuple(replace(section, role=role) for section, role in zip(sections, roles, strict=True))


def role_of_heading(heading: str, year: int | None = None) -> Role | None:
    """The role a heading says, None when it says none.

    Args:
        heading: The words of the heading, without its mark.
        year: The year the report looks back on; a heading that names a later one says next steps.

    >>> role_of_heading("存在的主要问题"), role_of_heading("坚持问题导向，抓实整改")
    ('problems', None)
    """
    if _DONE.search(heading):
        return "work"
    problems = _PROBLEMS.search(_SOLVED.sub(lambda found: "·" * len(found.group()), heading))
    coming = _NEXT.search(heading)
    if problems and (coming is None or problems.start() <= coming.start()):
        return "problems"
    if coming:
        return "next"
    if _CLOSING.search(heading):
        return "closing"
    if _OPENING.search(heading):
        return "opening"
    named = [int(found) for found in _YEAR.findall(heading)]
    if year is not None and named and min(named) > year:
        return "next"
    return "work" if _WORK.search(heading) else None


def role_of_text(text: str) -> Role | None:
    """The role a passage's words say by themselves: problems, next, closing or opening; None for the rest."""
    if _ADDRESS.match(text) and (_TOGETHER.search(text[-160:]) or _TOGETHER.search(text, 0, 160)):
        return "closing"
    start = text[:160]
    coming = _NEXT_TEXT.search(start, 0, 60)
    problem = _PROBLEM_TEXT.search(_SOLVED.sub(lambda found: "·" * len(found.group()), start))
    if coming and not (problem and problem.start() < coming.start()):
        return "next"
    if problem:
        return "problems"
    if _CLOSING_TEXT.search(text, 0, 60) or _CLOSING_TEXT.search(text[-80:]):
        return "closing"
    return "opening" if _OPENING_TEXT.search(text) else None


def _of_its_year(words: str, year: int) -> Role | None:
    """Next steps, where a part begins with the year to come (2024年是…) and its heading says nothing."""
    named = _YEAR.match(words)
    return "next" if named and int(named.group(1)) == year + 1 else None


def _year_looked_back_on(sections: Sequence[Section]) -> int | None:
    for section in sections:
        found = _LOOKS_BACK.search(section.heading)
        if found:
            return int(found.group(1))
    return None


def _role(
    sections: Sequence[Section], place: int, roles: Sequence[Role], text: str, said: Role | None
) -> Role:
    section = sections[place]
    above = roles[section.parent] if section.parent is not None else None
    last = section.span.end == sections[-1].span.end
    if above in ("problems", "next", "closing"):
        turned = said == "next" or (
            said == "problems" and (above != "next" or _NAMED.search(section.heading))
        )
        return said if said is not None and turned and section.level <= 3 else above
    if said == "problems" and section.parent is not None and _DONE.search(sections[section.parent].heading):
        return "work"  # 整改情况：（一）关于学习不深入的问题
    if said is not None:
        return said
    if section.level == 0 and place == 0:
        return "opening" if not last and len(section.body) <= _LONG_OPENING else "work"
    if section.heading:
        return "work"
    by_text = role_of_text(section.body.of(text))
    if by_text in ("problems", "next"):
        return by_text
    if section.level:
        return "closing" if by_text == "closing" and last else "work"
    tops = [roles[other] for other in range(place) if sections[other].parent is None]
    return "next" if len(section.body) > _LONG_LEAVE and tops and tops[-1] == "next" else "closing"


def _item_role(sections: Sequence[Section], place: int, roles: Sequence[Role], text: str) -> Role:
    """What an item's heading says where nothing stands above it, else what leads to its run."""
    section = sections[place]
    above: Role = "work" if section.parent is None else roles[section.parent]
    if not section.mark:
        said = role_of_text(section.body.of(text))
        return said if said in ("problems", "next") else above
    named = role_of_heading(section.heading) if section.parent is None else None
    if named in ("problems", "next"):
        return named
    said = _led(sections, place, text)
    return said if said == "next" or (said == "problems" and above == "work") else above


def _led(sections: Sequence[Section], place: int, text: str) -> Role | None:
    """The role of the words before the first item of the run that the item at ``place`` belongs to."""
    for first in range(place, max(place - _RUN, -1), -1):
        before = sections[first - 1] if first else None
        begins = sections[first].mark.startswith(_FIRST_ITEM)
        sibling = before is not None and before.level == 5 and before.mark
        if begins or before is None or not sibling or before.parent != sections[first].parent:
            lead = text[max(sections[first].span.start - 120, 0) : sections[first].span.start]
            return role_of_text(re.split(r"[。\n]", lead.rstrip().rstrip("：:。"))[-1])
    return None

"""Text -> who speaks in it: a body (班子) or one official of his own work (个人)."""

import re
from typing import Final, Literal

Viewpoint = Literal["班子", "个人", ""]

_PERSONAL: Final = re.compile(
    r"述职|述廉|述责|述德|心得|体会|挂职|履职(?:尽责)?(?:情况)?(?:报告|汇报)$|个人(?:年度|学期|半年|全年)?(?:工作)?(?:总结|剖析|检视|对照检查|事项)|自我(?:鉴定|评价|剖析)"
)
_COLLECTIVE: Final = re.compile(r"(?:领导)?班子|党委(?!书记)|党组(?!书记|成员|织)|支部(?!书记|委员)|集体")
_ALONE: Final = re.compile(
    r"本人|(?<![自忘敌小大无彼你他她己])我(?=[，、是在于从始坚认把将对主作也能还就严以先向按按与带个为担任分负既要做曾])"
)
_TOGETHER: Final = re.compile(
    r"我(?:[镇乡村局厅委院校司部办所站队会处科厂行社院团]|们|街道|社区|中心|公司|集团|单位|支部|党[委组支])"
    r"|本(?:局|院|校|公司|单位|镇|街道)|全[局院校镇县市区司]|[局院校委]党[组委]|领导班子"
)
_HIMSELF: Final = re.compile(
    r"(?:^|[，。；：、\n])(?:本人|我)(?:坚|认|严|始|能|带|在|从|按|现|对|作为|深|不断|主动|积极|自觉|担|分管|以|围|牢|全|切|扎|将"
    r"|于|，|时刻|团结|协助|负责|主持)"
)
"""One who tells of himself near the beginning."""
_RULES: Final = re.compile(r"(?:^|\n)\s*第[一二三四五六七八九十百\d]+条")
_FEW_RULES: Final = 3
_OF_OTHERS: Final = re.compile(r"我(?:谨)?(?:代表|受)")
"""我代表市人民政府报告工作: one speaks for all."""
_PRESCRIBING: Final = frozenset(("通知", "意见", "制度办法", "实施方案", "工作计划", "决议", "决定", ""))
"""Kinds that tell others what to do: 我市 there is where they are to do it, not who speaks."""
_OF_NOBODY: Final = frozenset(("通知", "意见", "制度办法", "决议", "决定", "调研报告", "会议纪要"))
"""Kinds in which a body tells others what to do, or what it found: nobody gives an account of himself."""
_REGION: Final = re.compile(r"我[省市县区州盟旗]")
_REPORTS: Final = re.compile(
    r"汇报|报告|总结|情况|述[职廉责]|党建|廉政|整改|巡视|民主生活会|主题教育|意识形态|讲话|经验|简报"
    r"|(?i:report)"
)
_I: Final = re.compile(r"\b(?:I|[Mm]y|me)\b(?!\.)")
_WE: Final = re.compile(r"(?i:\b(?:we|our|us)\b)")
_OPENING: Final = 300
_MANY: Final = 3
"""Times that one must say 我 of himself to outweigh a text's other speakers."""


def viewpoint(text: str, title: str = "", kind: str = "") -> Viewpoint:
    """Who speaks in a text; empty where nobody does, as in a regulation.

    Args:
        text: The text.
        title: Its title; 述职 there says it best.
        kind: Its 文种; a report in which nobody says 我 is a body's.

    >>> viewpoint("今年以来，我局召开专题会议28次。"), viewpoint("本人认真履行第一责任人职责。")
    ('班子', '个人')
    """
    if len(_RULES.findall(text)) >= _FEW_RULES:
        return ""
    if kind in _OF_NOBODY:
        return ""
    if _PERSONAL.search(title):
        body = _COLLECTIVE.search(_PERSONAL.split(title)[0])
        return "班子" if body and not _speaks_alone(text) else "个人"
    if _speaks_alone(text):
        return "个人"
    if _REGION.search(text) and kind not in _PRESCRIBING:
        return "班子"
    return "班子" if _TOGETHER.search(text) or _OF_OTHERS.search(text) or _REPORTS.search(kind) else ""


def _speaks_alone(text: str) -> bool:
    if _OF_OTHERS.search(text, 0, 300):
        return False
    if text.isascii():
        return len(_I.findall(text)) > len(_WE.findall(text)) + _MANY
    alone, together = len(_ALONE.findall(text)), len(_TOGETHER.findall(text))
    if _HIMSELF.search(text, 0, _OPENING) and not _TOGETHER.search(text, 0, _OPENING):
        return True
    return alone >= _MANY and alone > together

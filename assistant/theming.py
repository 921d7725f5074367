"""Heading -> its topic as it can stand in a sentence, and that topic's noun."""

import re
from typing import Final

from assistant.stock import words

_GENERIC: Final = re.compile(r"(?:总结|报告|汇报|述职|述廉|述责述廉|材料|要点|讲话|发言|讲稿|自评)$")
_OWN_WORK: Final = re.compile(
    r"^[^\u4e00-\u9fff]*年?度?(?:主要|重点|全年|总体)?工作$|(?:局|镇|乡|县|市|区|院|馆|校|司|厅|委|办|中心|公司|单位|部门)(?:年度|重点|主要)?工作$"
)
"""A heading that names the writer's own body or nothing but 工作."""
_MARK: Final = re.compile(
    r"^\s*(?:第?[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．章节]+|[一二三四五六七八九十]是)\s*"
)
_TAIL: Final = re.compile(r"(?:的?(?:开展|落实|完成|推进|进展)?情况|如下)$")
_HEAD: Final = re.compile(r"^(?:(?:今年|全年|本年度?|一年来|(?:19|20)\d\d年度?|以来)的?)+")
_STATE: Final = re.compile(r"平稳|向好|增强|显著|明显|良好|有力|有效|成果|成效|亮点|做法|经验|成绩$")
"""A heading that tells how something stands, and names no work that could be held or taken up."""


def topic_of(heading: str) -> str:
    """The heading as it can stand in a sentence; empty if it is too general or too long for that.

    >>> topic_of("三、意识形态工作责任制落实情况"), topic_of("2024年度工作总结")
    ('意识形态工作责任制', '')
    """
    clauses = re.split(r"[，,；;。：:]", _MARK.sub("", heading.strip()))
    first = next((one.strip() for one in clauses if not _GENERIC.search(one.strip())), "")
    plain = _TAIL.sub("", _HEAD.sub("", first))
    if not 3 <= len(plain) <= 16 or _GENERIC.search(plain) or _OWN_WORK.search(plain):
        return ""
    return "" if _STATE.search(plain) or re.search(r"[？！?!<>{}$]", plain) else plain


def noun_of(topic: str) -> str:
    """A topic without the verbs it begins with; empty if less than three characters are left.

    >>> noun_of("持续深化作风建设")
    '作风建设'
    """
    plain = topic
    verbs = words("attitudes", "heading_verbs")
    while plain.startswith(verbs) and not plain.startswith("全面从严治党"):
        plain = next(plain.removeprefix(verb) for verb in verbs if plain.startswith(verb))
    return plain if len(plain) >= 3 else ""


def halves(heading: str) -> tuple[str, ...]:
    """The two or three things a heading names side by side; empty if it names one.

    >>> halves("总分馆建设与古籍保护"), halves("抓学习、抓队伍，提升服务水平"), halves("安全生产")
    (('总分馆建设', '古籍保护'), (), ())
    """
    plain = _TAIL.sub("", _HEAD.sub("", _MARK.sub("", heading.strip())))
    verb = next((one for one in words("attitudes", "heading_verbs") if plain.startswith(one)), "")
    found = tuple(re.split("[和与及、]", plain.removeprefix(verb)))
    sound = all(4 <= len(one) <= 9 and not re.search("[，,；;：:“”]", one) for one in found)
    return found if sound and 2 <= len(found) <= 3 else ()

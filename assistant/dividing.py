"""Brief -> parts: which facts are work, which shortcomings, which next steps, by heading and by fact."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.stating import GOES_ON
from assistant.stock import stock
from assistant.types import Fact
from assistant.unleading import goes_on, labelled_role, unled
from index.roles import role_of_heading
from index.types import Role

_WITH_WORK = re.compile(
    r"(?:情况|成效|成绩|进展|做法|回顾|总结|工作)(?:和|以?及|与|、|暨)(?:当前|目前|主要|今后|存在|面临|尚存|\d{4}年度?|明年|工作)*的?"
    r"(?:主要|突出)?(?:(?P<problems>问题|不足|困难(?!群|职|家|学|党|企)|短板|差距)|下一?步|打算|计划(?!生))"
    r"|(?i:\b(?:progress|achievements|results|work(?: done)?)\b\W+(?:and\s+)?(?:\w+\s+)?"
    r"(?:(?P<gaps>gaps|problems|shortcomings|challenges)|next steps|plans)\b)"
)
"""A heading that names what was done beside what is lacking or planned: 工作情况及不足, progress and gaps."""


_STATE: Final = re.compile(r"[^\u3400-\u9fff]*[A-Za-z]{2}[^\u3400-\u9fff]*")
"""A note in English."""
_DONE: Final = re.compile(
    r"(?i)\b(?:\w{3,}ed|held|built|won|met|paid|sent|brought|ran|made|done|fell|rose|grew|cut|up|down|new|every|all)\b"
)
"""What tells a deed or a gain in English, past shortcomings that the notes have told."""


@dataclass(frozen=True, slots=True)
class Part:
    """Facts that are told in one role. ``asked``: the heading asks for this part."""

    role: Role
    facts: tuple[Fact, ...]
    asked: bool = True


def divide(heading: str, facts: Sequence[Fact]) -> tuple[Part, ...]:
    """The parts of a section, in the order work, problems, next; a part the heading asks for may be empty.

    >>> [part.role for part in divide("存在问题及下一步打算", ())]
    ['problems', 'next']
    """
    asked = roles_of(heading)
    held: dict[Role, list[Fact]] = {role: [] for role in asked}
    role: Role = asked[0]
    parted = len({labelled_role(fact.text) for fact in facts} - {None}) > 1 and _labels_once(facts)
    for place, fact in enumerate(facts):
        planned = role == "next" and asked == ("problems", "next") and not _shows_fault(fact.text)
        if not (fact is not facts[0] and goes_on(fact.text)):
            before = role if place else asked[0]
            role = "next" if planned else _role(fact.text, asked, rectified=bool(_RECTIFIED.search(heading)))
            role = before if role == asked[0] and _stays(before, facts, place) else role
            role = before if parted and place and not labelled_role(fact.text) else role
        if role == "work" and _PERSONAL.search(heading) and _APPOINTED.match(fact.text):
            role = "opening"
        held.setdefault(role, []).append(fact)
    order: tuple[Role, ...] = ("opening", "work", "problems", "next", "closing")
    if not held.get("next") and any(_ANSWER.search(fact.text) for fact in held.get("problems", ())):
        held.pop("next", None)
    return tuple(Part(role, tuple(held[role]), role in asked) for role in order if role in held)


def _labels_once(facts: Sequence[Fact]) -> bool:
    """Whether labels part the notes (好的：… 差的：…) and do not stand before each fact."""
    return 2 * sum(labelled_role(fact.text) is not None for fact in facts) <= len(facts)


def _stays(before: Role, facts: Sequence[Fact], place: int) -> bool:
    """Whether a fact is told in the role that the writer's own mark (存在：, 不过, 下步：) began before it.

    Shortcomings go on while a fault is named, plans to the end of the notes where nothing in them is done.
    """
    if before == "problems" and _STATE.fullmatch(facts[place].text.strip()):
        return not _DONE.search(facts[place].text)
    marked = [one for one in facts[:place] if labelled_role(one.text) == before or _turns(one.text)]
    if not marked or labelled_role(facts[place].text):
        return False
    if before == "problems":
        return _has_fault(facts[place].text)
    rest = facts[place:]
    return before == "next" and not any(
        _matches("finished", one.text) and not _matches("planned", one.text) for one in rest
    )


def _turns(text: str) -> bool:
    """Whether a fact begins as a turn to what is lacking: 不过个别…, 但也有…."""
    return bool(re.match(r"不过|但(?![书案])", text.strip())) and _has_fault(text)


def _has_fault(text: str) -> bool:
    left = unled(text.strip(), "problems")
    for harmless in _mark("harmless"):
        left = harmless.sub("·", left)
    return _matches("fault", left)


def fitting(part: Part) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The facts that fit an asked part of problems or plans, and those that do not, in their order.

    What is no fault stands under no shortcomings, and what is done under no plans. A fact that goes on from
    the one before goes with it. ``fits + others == part.facts`` as sets.

    >>> [[fact.text for fact in held] for held in fitting(Part("problems", (Fact("F1", "文稿86篇"),)))]
    [[], ['文稿86篇']]
    """
    if not part.asked or part.role not in ("problems", "next"):
        return part.facts, ()
    held: dict[bool, list[Fact]] = {True: [], False: []}
    most = 2 * sum(_fits(part.role, fact.text) for fact in part.facts) > len(part.facts)
    fits = True
    for fact in part.facts:
        goes_on = fact is not part.facts[0] and fact.text.strip().startswith(GOES_ON)
        fits = (
            fits
            if goes_on
            else _fits(part.role, fact.text) or (most and _may_be_planned(part.role, fact.text))
        )
        held[fits].append(fact)
    return tuple(held[True]), tuple(held[False])


def _may_be_planned(role: Role, text: str) -> bool:
    """Whether a fact may be what most beside it are, though its words do not say so."""
    if role == "problems":
        return bool(re.search("[不没未难少慢差旧缺超]|一样|重复|反复", text))
    return role == "next" and not _SURELY_DONE.search(text)


def _fits(role: Role, text: str) -> bool:
    if not _CHINESE.search(text) or not re.search(r"\w{2}", text):
        return True
    if role == "next":
        return _matches("planned", text) or not _matches("finished", text)
    if labelled_role(text) == "problems":
        return True
    left = plain = unled(text.strip(), "problems")
    for harmless in _mark("harmless"):
        left = harmless.sub("·", left)
    return _matches("fault", left) or (left == plain and not _matches("achieved", plain))


def roles_of(heading: str) -> tuple[Role, ...]:
    """The roles a heading asks for: one, or two as 存在问题及下一步打算 does, or work too: 工作情况及不足."""
    if found := _WITH_WORK.search(heading):
        lacking = bool(found["problems"] or found["gaps"])
        ahead = not lacking or _shows(heading, "next")
        return ("work", *(("problems",) if lacking else ()), *(("next",) if ahead else ()))
    shown: Iterator[Role] = (role for role in _ENDS if _shows(heading, role))
    end: Role = next(shown, "work")
    main = role_of_heading(heading) or end
    if main == "next" and _OF_THE_YEAR.search(heading) and not _shows(heading, "next"):
        return ("work",)
    if main in ("problems", "next") and all(_shows(heading, role) for role in ("problems", "next")):
        return ("problems", "next")
    return (main,)


def promised(heading: str, facts: Sequence[Fact], *, english: bool) -> str:
    """What the heading promises by name and no fact says (原因, 成效 …); empty when nothing is missing."""
    told = " ".join(fact.text for fact in facts)
    for one in stock("roles")["promise"]:
        if any(cue in heading for cue in one["cues"].split()) and not any(
            said in told for said in one["said"].split()
        ):
            return str(one["en_blank"] if english else one["blank"])
    return ""


def left_open(facts: Sequence[Fact]) -> str:
    """The id of a fact by which fewer things were put right than found, when no fact tells of the rest."""
    if any(_REST.search(fact.text) for fact in facts):
        return ""
    for fact in facts:
        found = _FOUND.search(fact.text)
        if found and int(found["done"].replace(",", "")) < int(found["found"].replace(",", "")):
            return fact.id
    return ""


_RECTIFIED = re.compile(
    "整改(?:落实|推进|工作|任务)*(?:的)?(?:情况|进展|成效|结果|完成)|(?:落实|推进|抓好)[^，。；]{0,8}整改|整改落实|整改$"
)
"""A heading of what was done about faults: its facts begin with the fault and are work."""
_SURELY_DONE = re.compile(
    "(?<![早后])已(?!落实|到位|批|定|经?批|列入|立项)|截[至止]|累计|全年共|以来|荣获|获评|被评|排名第"
)
_ANSWER = re.compile("下一?步|整改|打算|计划|拟|要做|已(?:换|改|补|完成|函告)")
"""A shortcoming that is told with what is done about it."""
_LEFT_OVER = re.compile(r"\d[^。；]*，(?:剩下|剩余|其余|余下)的?\d")
"""Deeds with a figure and the rest of them: a piece of work, not a shortcoming."""
_FIGURE = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
_FOUND = re.compile(
    rf"(?:发现|检视|查摆|排查|反馈)[^，。；\d]*(?P<found>{_FIGURE})(?P<unit>[个处项条件])[^。；\d]{{0,6}}"
    rf"[，,\s]*(?:已|现已|目前)?(?:完成)?(?:整改|销号|解决|办结|处置)(?:完成|到位|完毕)?\s*(?P<done>{_FIGURE})(?P=unit)"
)
_REST = re.compile(r"剩余|其余|余下|尚未|未整改|未完成|正在|还有|限期|年底前|月底前")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_OF_THE_YEAR = re.compile(r"全年|今年|本年")
"""Work of the year reported on, which 重点工作 alone may leave open."""
_ENDS: tuple[Role, Role] = ("opening", "closing")
_PERSONAL = re.compile("述职|述廉|履职|履行|岗位职责|个人")
_APPOINTED = re.compile(
    r"(?:我|本人)(?:自|于|从)?(?:(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?起?)?(?:开始)?(?:担任|任职|调任|接任|主持|任)"
    r"|(?:(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?起?，?)(?:我|本人)(?:担任|调任|接任|任)"
)
"""A post taken up: it opens the account of a person's work and is no piece of it."""


def _shows(heading: str, role: Role) -> bool:
    cues = words_of(role)
    english = str(stock("roles")[role].get("en_cues", "")).split() if not _CHINESE.search(heading) else []
    return any(cue in heading for cue in cues) or any(cue in heading.lower() for cue in english)


def words_of(role: Role) -> tuple[str, ...]:
    """Words of a heading that show a role."""
    return tuple(stock("roles")[role].get("cues", "").split())


def _role(text: str, asked: tuple[Role, ...], *, rectified: bool = False) -> Role:
    """The part a fact belongs to: its own words decide only where the heading leaves it open."""
    if asked[0] in ("opening", "closing"):
        return asked[0]
    said = labelled_role(text)
    if said:
        return said
    if asked == ("work",) and "→" in text:
        return "work"
    if rectified and asked == ("work",):
        return "next" if _matches("next", text) and not _matches("done", text) else "work"
    if asked == ("next",) or (_matches("next", text) and not _matches("done", text)):
        return "next"
    if "problems" in asked and "work" not in asked:
        return "problems"
    if _turns(text):
        return "problems"
    handled = (_matches("handled", text) and not _matches("undone", text)) or _LEFT_OVER.search(text)
    return "problems" if _matches("problems", text) and not handled else asked[0]


def _shows_fault(text: str) -> bool:
    return labelled_role(text) == "problems" or _matches("problems", text)


def _matches(name: str, text: str) -> bool:
    """Whether a fact's words show a mark of ``roles.toml``, in Chinese or in English."""
    return any(mark.search(text.strip()) for mark in _mark(name))


@lru_cache(maxsize=16)
def _mark(name: str) -> tuple[re.Pattern[str], ...]:
    marks = stock("roles")["marks"]
    return tuple(re.compile(marks[one], re.IGNORECASE) for one in (name, f"en_{name}") if one in marks)

"""Which lead, manner and aim a group gets: a sample's phrase where one fits, else Zhibi's own.

The seed turns the list of choices, so neighbouring seeds choose differently wherever there is a choice.
No phrase is used twice in a draft, and none that repeats the heading.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from assistant.arranging import Group
from assistant.borrowing import TOPIC, Phrase, Use
from assistant.facets import CLEAR, Facet, covers, entities_in, facet_of, realms
from assistant.stock import phrases, words
from index.types import Passage

_Choice = TypeVar("_Choice")
_GENERIC: Final = re.compile(r"(?:总结|报告|汇报|述职|述廉|述责述廉|材料|要点|讲话|发言|讲稿|自评)$")
_OWN_WORK: Final = re.compile(
    r"^[^\u4e00-\u9fff]*年?度?(?:主要|重点|全年|总体)?工作$|(?:局|镇|乡|县|市|区|院|馆|校|司|厅|委|办|中心|公司|单位|部门)(?:年度|重点|主要)?工作$"
)
"""A heading that names the writer's own body or nothing but 工作."""
_MARK: Final = re.compile(
    r"^\s*(?:第?[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．章节]+|[一二三四五六七八九十]是)\s*"
)
_TAIL: Final = re.compile(r"(?:的?(?:工作)?(?:开展|落实|完成|推进|进展)?情况|如下)$")
_ANYWHERE: Final = re.compile(
    r"突出位置|重要位置|首要位置|优先位置|重要议事日程|重要日程|重要任务|重中之重|目标任务|重点任务|贯穿始终"
)
"""Frames that suit whatever topic."""
_POLITICAL: Final = re.compile(r"政治|统领|首位|头等")
"""Frames that only suit the building of the party."""
_SAME_VERB: Final = 2
"""Phrases of a draft that may begin with the same verb."""
_REPEATS: Final = 4
"""Characters in a row that a phrase may not share with the heading or another phrase."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A phrase with the passage it comes from; empty for Zhibi's own."""

    text: str
    passage_id: str = ""


@dataclass(slots=True)
class Phrasing:
    """The choices of one draft. Holds what was used, so that nothing is said twice."""

    heading: str
    own: str
    borrowed: Sequence[Phrase]
    seed: int = 0
    passages: Sequence[Passage] = ()
    used: list[str] = field(default_factory=list)

    def opener(self, role: str, *, asked: bool = True, again: bool = False) -> Worded | None:
        """The sentence a part opens with; None if its role has none. ``again``: its facts say 下一步 too."""
        if again:
            return Worded(self._turned(phrases(role, "again"))[0])
        topic = topic_of(self.heading)
        frame = self._frame() if role == "work" and topic else None
        if frame:
            text = self._turned(phrases(role, "frames"))[0].replace("〈框〉", frame.text)
            return Worded(text, frame.passage_id)
        said = [one for one in self.borrowed if one.use == role] if asked else []
        if said:
            chosen = self._turned(said)[0]
            return Worded(chosen.text.rstrip("，") + "：", chosen.passage_id)
        cored = self._cored(role, topic) if asked else None
        if cored:
            return cored
        named = phrases(role, "openers") if topic or role != "work" else phrases(role, "bare")
        options = named if asked else phrases(role, "also") or named
        return Worded(self._turned(options)[0].replace(TOPIC, noun_of(topic) or topic)) if options else None

    def _cored(self, role: str, topic: str) -> Worded | None:
        """An opener whose core a sample words (仍存在一些差距), in a setting of Zhibi's own."""
        cores = [
            Worded(one.text.removeprefix(role + " "), one.passage_id)
            for one in self.borrowed
            if one.use == "core" and one.text.startswith(role + " ")
        ]
        settings = phrases(role, "cored")
        if not cores or not settings:
            return None
        core = self._turned(cores)[0]
        setting = self._turned(settings)[0]
        noun = noun_of(topic) or topic
        if TOPIC in setting and not noun:
            return None
        return Worded(setting.replace("〈核〉", core.text).replace(TOPIC, noun), core.passage_id)

    def closer(self) -> Worded:
        """The sentence an opening ends with: a sample's, with the writer's topic, else Zhibi's own."""
        said = [one for one in self.borrowed if one.use == "opening"]
        if said:
            chosen = self._turned(said)[0]
            return Worded(chosen.text.replace(TOPIC, "有关") + "。", chosen.passage_id)
        return Worded(self._turned(phrases("opening", "closers"))[0])

    def _frame(self) -> Worded | None:
        """How samples hold this heading's facet (坚持把…摆在突出位置), with the heading's own noun."""
        own, noun = facet_of(self.heading), noun_of(topic_of(self.heading))
        frames = [one for one in self.borrowed if one.use == "frame"]
        political = own is not None and own.family in words("attitudes", "political")
        frames = [one for one in frames if political or not _POLITICAL.search(one.text)]
        near = [one for one in frames if own and one.facet and _akin(one.facet, own)]
        options = near or [one for one in frames if _ANYWHERE.search(one.text)]
        if not options or not noun:
            return None
        chosen = self._turned(options)[0]
        return Worded(chosen.text.replace(TOPIC, noun), chosen.passage_id)

    def link(self) -> str:
        """What running text begins with: the heading's topic; empty if the heading has none."""
        topic = topic_of(self.heading)
        return self._turned(phrases("work", "links"))[0].replace(TOPIC, topic) if topic else ""

    def label(self, group: Group) -> Worded | None:
        """The lead of a point; None for a group without a facet when Zhibi has no word for the rest."""
        if group.facet is None:
            options = [Worded(text) for text in phrases("work", "rest")]
        else:
            borrowed = self._best(self._leads(group), strict=True)
            if borrowed:
                return borrowed
            options = self._own(group.facet.labels)
        return self._best(options)

    def manner(self, group: Group) -> Worded | None:
        """A phrase of manner from a sample, of its line of work or one that suits any; None if none."""
        if group.facet is None:
            return None
        near = self._from_samples("manner", _told_of(group, 0) or group.facet)
        return self._best(near, strict=True) or self._best(self._anywhere(group), strict=True)

    def _leads(self, group: Group) -> list[Worded]:
        """Labels of samples that name what most of the group's statements are about."""
        if group.facet is None or not group.facet.family:
            return []
        shown = [facet_of(one.text) or group.facet for one in group.statements]
        places = [one.place for one in shown] if len(group.places) > 1 else [group.facet.place]
        return [
            Worded(phrase.text, phrase.passage_id)
            for phrase in self.borrowed
            if phrase.use == "label"
            and (speaks := facet_of(phrase.text))
            and 2 * places.count(speaks.place) >= len(places)
        ]

    def _anywhere(self, group: Group) -> list[Worded]:
        """Manners that suit whatever is planned and held, which 慰问 or 检视问题23个 is not."""
        first = group.statements[0]
        held = first.added is not None or first.text.startswith(words("attitudes", "held"))
        if not held or group.facet is None or group.facet.family not in words("attitudes", "pushed"):
            return []
        return [
            Worded(one.text, one.passage_id)
            for one in self.borrowed
            if one.use == "manner" and any(word in one.text for word in words("attitudes", "anywhere"))
        ]

    def _own(self, texts: Sequence[str]) -> list[Worded]:
        """Zhibi's own phrases, those first that stand in a sample word for word, with its passage."""
        found = [(text, next((one.id for one in self.passages if text in one.text), "")) for text in texts]
        return [Worded(*one) for one in sorted(found, key=lambda one: not one[1])]

    def aim(self, group: Group) -> Worded | None:
        """A phrase of aim, a sample's before Zhibi's own; None if none fits."""
        if group.facet is None:
            return None
        facet = _told_of(group, -1) or group.facet
        clear = facet == facet_of(self.heading) or facet_of(group.statements[-1].text, least=CLEAR) == facet
        stock = self._own(facet.aims) if clear else []
        return self._best(self._from_samples("aim", facet), strict=True) or self._best(stock, strict=True)

    def _from_samples(self, use: Use, facet: Facet) -> list[Worded]:
        return [
            Worded(phrase.text, phrase.passage_id)
            for phrase in self.borrowed
            if phrase.use == use and _fits(phrase, facet)
        ]

    def _turned(self, options: Sequence[_Choice]) -> list[_Choice]:
        turn = self.seed % len(options) if options else 0
        return [*options[turn:], *options[:turn]]

    def _best(self, options: Sequence[Worded], *, strict: bool = False) -> Worded | None:
        """The first choice with the least against it; ``strict`` takes only one with nothing against it."""
        if not options:
            return None
        best = min(self._turned(options), key=lambda one: self._against(one.text))
        if self._against(best.text) >= (1 if strict else 100):
            return None
        self.used.append(best.text)
        return best

    def _against(self, text: str) -> int:
        faults = 100 * any(entity not in self.own for entity in entities_in(text))
        faults += 50 * (text in self.used)
        faults += 8 * any(_share(text, one, _REPEATS) for one in self.used)
        faults += 4 * _share(text, self.heading, _REPEATS)
        return faults + 2 * (sum(text[:2] == one[:2] for one in self.used) >= _SAME_VERB)


def _told_of(group: Group, place: int) -> Facet | None:
    """The facet of one statement of a group, if its words show one that the group stands for."""
    facet = facet_of(group.statements[place].text)
    return facet if facet and group.facet and covers(group.facet, facet) else None


def topic_of(heading: str) -> str:
    """The heading as it can stand in a sentence; empty if it is too general or too long for that.

    >>> topic_of("三、意识形态工作责任制落实情况"), topic_of("2024年度工作总结")
    ('意识形态工作责任制', '')
    """
    clauses = re.split(r"[，,；;。：:]", _MARK.sub("", heading.strip()))
    first = next((one.strip() for one in clauses if not _GENERIC.search(one.strip())), "")
    plain = _TAIL.sub("", first)
    if not 3 <= len(plain) <= 16 or _GENERIC.search(plain) or _OWN_WORK.search(plain):
        return ""
    return "" if re.search(r"[？！?!<>{}$]", plain) else plain


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


def _fits(phrase: Phrase, facet: Facet) -> bool:
    """Whether a phrase stands under this facet in its sample and speaks of no other."""
    speaks = facet_of(phrase.text)
    bound = any(word in phrase.text for word in words("attitudes", "bound"))
    if bound and facet.family not in words("attitudes", "guarding"):
        return False
    if phrase.text.endswith(words("attitudes", "led")) and facet.family not in words("attitudes", "leaders"):
        return False
    if speaks is not None and not _same(speaks, facet):
        return False
    return speaks is not None or (phrase.facet is not None and _same(phrase.facet, facet))


def _akin(one: Facet, other: Facet) -> bool:
    """Whether two facets are of one family or realm."""
    realm = realms().get(one.family)
    return one.family == other.family or (realm is not None and realm == realms().get(other.family))


def _same(one: Facet, other: Facet) -> bool:
    return covers(other, one)


def _share(text: str, other: str, length: int) -> bool:
    return any(text[at : at + length] in other for at in range(len(text) - length + 1))

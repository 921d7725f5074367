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
from assistant.facets import CLEAR, EVIDENT, Facet, covers, entities_in, facet_of, realms
from assistant.stock import phrases, words
from assistant.theming import noun_of, topic_of
from index.types import Passage

_Choice = TypeVar("_Choice")
_HELD: Final = re.compile(
    r"(?:工作|建设|治理|保护|管理|服务|改革|教育|发展|振兴|生产|监管|监督|责任制?|环境|培训|保障)$"
)
"""Nouns of work, which a frame (坚持把…摆在突出位置) can hold."""
_RANKED: Final = re.compile(r"[摆放]在|摆上|任务$|大事$|重中之重|贯穿始终|日程$")
"""Frames that suit work of every kind."""
_ANYWHERE: Final = re.compile(
    r"突出位置|重要位置|首要位置|优先位置|重要议事日程|重要日程|重要任务|重中之重|目标任务|重点任务|贯穿始终"
)
"""Frames that suit whatever topic."""
_POLITICAL: Final = re.compile(r"政治|统领|首位|头等")
"""Frames that only suit the building of the party."""
_ABOUT: Final = re.compile(r"更|^(?:紧紧)?(?:围绕|聚焦|紧扣|对标|锚定)")
"""Manners that say again what a section is about, as its opener does."""
_PARTY: Final = re.compile(r"党|政治|廉|意识形态|支部|主题教育|巡察|巡视|两个维护|思想|理论")
"""Headings of the building of the party."""
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

    def opener(
        self, role: str, *, asked: bool = True, again: bool = False, figures: bool = False
    ) -> Worded | None:
        """The sentence a part opens with; None if its role has none.

        ``again``: its facts say 下一步 too. ``figures``: they tell how things stand, and hardly a deed.
        """
        if again:
            return Worded(self._turned(phrases(role, "again"))[0])
        topic = topic_of(self.heading)
        if role == "work" and figures:
            settings = phrases(role, "figures" if topic else "bare_figures")
            return Worded(self._turned(settings)[0].replace(TOPIC, noun_of(topic) or topic))
        frame = self._frame() if role == "work" and topic else None
        if frame:
            text = self._turned(phrases(role, "frames"))[0].replace("〈框〉", frame.text)
            return Worded(text, frame.passage_id)
        said = [one for one in self.borrowed if one.use == role and self._is_fresh(one.text)] if asked else []
        if said and self._is_turn(len(said)):
            chosen = self._turned(said)[0]
            return Worded(chosen.text.rstrip("，") + "：", chosen.passage_id)
        cored = self._cored(role, topic) if asked else None
        if cored:
            return cored
        named = phrases(role, "openers") if topic or role != "work" else phrases(role, "bare")
        options = named if asked else phrases(role, "also") or named
        if not options:
            return None
        fresh = [one for one in options if role != "next" or self._is_fresh(one)] or options
        return Worded(_opened(self._turned(fresh)[0], noun_of(topic) or topic))

    def _is_turn(self, choices: int) -> bool:
        """Whether a sample's wording is taken: a single one not by odd seeds, so that they differ."""
        return choices > 1 or self.seed % 2 == 0

    def _is_fresh(self, text: str) -> bool:
        """Whether an opener says nothing that the facts below it say again (重点抓好)."""
        return not _share(text, self.own, _REPEATS)

    def _cored(self, role: str, topic: str) -> Worded | None:
        """An opener whose core a sample words (仍存在一些差距), in a setting of Zhibi's own."""
        cores = [
            Worded(one.text.removeprefix(role + " "), one.passage_id)
            for one in self.borrowed
            if one.use == "core" and one.text.startswith(role + " ") and self._is_fresh(one.text)
        ]
        settings = phrases(role, "cored")
        if not cores or not settings or not self._is_turn(len(cores) * len(settings)):
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
        political = own is not None and bool(_PARTY.search(self.heading))
        frames = [one for one in frames if political or not _POLITICAL.search(one.text)]
        near = [one for one in frames if own and one.facet and _akin(one.facet, own)]
        frames = [one for one in frames if _RANKED.search(one.text)]
        near = [one for one in near if one in frames]
        options = near or [one for one in frames if _ANYWHERE.search(one.text)]
        if not options or not _HELD.search(noun):
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
            told = group.statements[0].text
            fresh = self._own([one for one in group.facet.labels if one[2:] not in told])
            options = self._own(group.facet.labels)
            return self._best(fresh) or self._best(options)
        return self._best(options)

    def manner(self, group: Group) -> Worded | None:
        """A phrase of manner from a sample that speaks of the first statement's own line of work."""
        text = group.statements[0].text
        held = text.startswith(words("attitudes", "held"))
        facet = facet_of(text, least=EVIDENT) or (facet_of(self.heading) if held else None)
        if facet is None:
            return None
        near = [one for one in self._from_samples("manner", facet) if self._suits(one.text, text, facet)]
        return self._best(near, strict=True) or self._best(self._anywhere(facet) if held else [], strict=True)

    def _suits(self, phrase: str, text: str, facet: Facet) -> bool:
        """Whether a manner names what the statement is about, or is one of those that claim nothing of it."""
        if "以案" in phrase and "以案" not in text:
            return False
        if _matter(phrase):
            named = any(part in text for part in _matter(phrase))
            return named and not _ABOUT.search(phrase) and self._is_carried(phrase, text, facet)
        return any(word in phrase for key in ("anywhere", "led", "bound") for word in words("attitudes", key))

    def _is_carried(self, phrase: str, text: str, facet: Facet) -> bool:
        """Whether what a phrase names is named by the statement, the heading, or is the facet's own name."""
        said = text + self.heading + facet.topic + " " + " ".join(facet.near)
        return all(part in said for part in _matter(phrase))

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
            and not phrase.text.startswith(words("attitudes", "no_label"))
            and self._is_carried(phrase.text, "".join(one.text for one in group.statements), group.facet)
            and (speaks := facet_of(phrase.text))
            and 2 * places.count(speaks.place) >= len(places)
        ]

    def _anywhere(self, facet: Facet) -> list[Worded]:
        """Manners that suit whatever is planned and held, which 慰问 or 检视问题23个 is not."""
        if facet.family not in words("attitudes", "pushed"):
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
        """A phrase of aim, a sample's before Zhibi's own; None if none fits.

        Only an aim that the last statement's own words carry: its line of work is beyond doubt, and the aim
        names what it tells of or what such a deed is for (演练 -> 着力提高应急处置能力).
        """
        text = group.statements[-1].text
        facet = facet_of(text, least=CLEAR)
        if facet is None:
            return None
        options = [*self._from_samples("aim", facet), *self._own(facet.aims)]
        carried = [one for one in options if _is_licensed(one.text, text)]
        return self._best(carried, strict=True)

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


def _is_licensed(aim: str, text: str) -> bool:
    """Whether a statement names what an aim names, or a deed that is done for it."""
    if any(part in text for part in _matter(aim)):
        return True
    pairs = (one.split(">") for one in words("attitudes", "serves"))
    return any(deed in text and goal in aim for deed, goal in pairs)


def _opened(text: str, noun: str) -> str:
    """An opener of Zhibi's own with its topic; 工作 is not said twice."""
    if noun.endswith("工作") and TOPIC in text:
        for said, better in (("开展了", "抓了"), ("做了", "抓了"), ("以下工作", "以下几个方面")):
            text = text.replace(said, better)
    return text.replace(TOPIC, noun)


def _matter(phrase: str) -> list[str]:
    """Pairs of characters of what a phrase names, its words of manner and aim set aside."""
    plain = phrase
    for word in words("attitudes", "plain"):
        if len(word) > 1:
            plain = plain.replace(word, " ")
    return [
        part[at : at + 2] for part in re.split(r"[\s、，的和与及在]", plain) for at in range(len(part) - 1)
    ]


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

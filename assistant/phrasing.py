"""Which opener, manner and aim a part or a point gets: a sample's phrase where one fits, else Zhibi's own.

The seed turns the list of choices, so neighbouring seeds choose differently wherever there is a choice.
No phrase is used twice in a draft, and none that repeats the heading.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from assistant.arranging import Group
from assistant.borrowing import TOPIC, Phrase, Use
from assistant.facets import CLEAR, EVIDENT, Facet, covers, entities_in, facet_of
from assistant.stock import phrases, words
from index.types import Passage

_Choice = TypeVar("_Choice")
_ABOUT: Final = re.compile(r"更|^(?:紧紧)?(?:围绕|聚焦|紧扣|对标|锚定)")
"""Manners that say again what a section is about, as its opener does."""
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
        if role == "work" and figures:
            return Worded(self._turned(phrases(role, "figures"))[0])
        said = [one for one in self.borrowed if one.use == role and self._is_fresh(one.text)] if asked else []
        if said and self._is_turn(len(said)):
            chosen = self._turned(said)[0]
            return Worded(chosen.text.rstrip("，") + "：", chosen.passage_id)
        cored = self._cored(role) if asked else None
        if cored:
            return cored
        named = phrases(role, "openers")
        options = named if asked else phrases(role, "also") or named
        fresh = [one for one in options if role != "next" or self._is_fresh(one)] or options
        return Worded(self._turned(fresh)[0]) if options else None

    def _is_turn(self, choices: int) -> bool:
        """Whether a sample's wording is taken: a single one not by odd seeds, so that they differ."""
        return choices > 1 or self.seed % 2 == 0

    def _is_fresh(self, text: str) -> bool:
        """Whether an opener says nothing that the facts below it say again (重点抓好)."""
        return not _share(text, self.own, _REPEATS)

    def _cored(self, role: str) -> Worded | None:
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
        return Worded(self._turned(settings)[0].replace("〈核〉", core.text), core.passage_id)

    def closer(self) -> Worded:
        """The sentence an opening ends with: a sample's, with the writer's topic, else Zhibi's own."""
        said = [one for one in self.borrowed if one.use == "opening"]
        if said:
            chosen = self._turned(said)[0]
            return Worded(chosen.text.replace(TOPIC, "有关") + "。", chosen.passage_id)
        return Worded(self._turned(phrases("opening", "closers"))[0])

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

        Only an aim that the last statement's own words carry: its line of work is beyond doubt.
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
    """Whether a statement names what an aim names."""
    return any(part in text for part in _matter(aim))


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


def _same(one: Facet, other: Facet) -> bool:
    return covers(other, one)


def _share(text: str, other: str, length: int) -> bool:
    return any(text[at : at + length] in other for at in range(len(text) - length + 1))

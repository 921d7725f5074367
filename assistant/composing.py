"""Brief + hits -> draft without any model: the writer's facts, arranged and put into sentences.

Pure and deterministic for a seed. The laws it keeps (tested as written):
``F1`` every fact's words stand in the draft, in their order, unchanged but for punctuation and added verbs;
``F2`` no digit stands in the draft that stands in no fact and not in the heading;
``F3`` every fact id is carried by at least one sentence;
``F4`` a sentence that states no fact is stock, sample or blank, and claims no deed and no result.
What it leaves out: it weighs no fact against another, and it does not see causes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.arranging import Group, arrange, chunked, in_order
from assistant.arranging_english import arrange_english
from assistant.borrowing import Phrase, borrow, suggest
from assistant.dividing import Part, divide, promised
from assistant.facets import facet_of, facet_under
from assistant.joining import Told, tell
from assistant.numbering import ordinal
from assistant.phrasing import Phrasing, Worded
from assistant.stating import Statement, state
from assistant.stock import phrases
from assistant.types import Brief, Draft, Fact, Sentence
from index.types import Hit, Role

_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_LISTED: Final = re.compile(r"[一二三四五六七八九]是(?!否)|首先|其次")
_PARAGRAPH: Final = 200
"""Characters after which flowing text begins a new paragraph."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How much wording stands around the facts."""

    opener: bool = True
    labels: bool = True
    manners: int = 2
    aim: bool = True


RICHEST_FIRST: Final = (
    Manner(manners=99),
    Manner(),
    Manner(manners=0),
    Manner(manners=0, aim=False),
    Manner(opener=False, manners=0, aim=False),
    Manner(opener=False, labels=False, manners=0, aim=False),
)
"""Manners by falling length; a wished length takes the richest that fits. Facts are never left out."""


def compose(brief: Brief, hits: Sequence[Hit], *, seed: int = 0) -> Draft:
    """Draft a section from the writer's facts alone.

    Args:
        brief: Heading, facts, length (0 leaves it to the facts), style, year.
        hits: Passages of the shelf, best first; they give phrases and suggestions, never matter.
        seed: Another seed words leads, aim and opener differently; the facts stay.

    Returns:
        A draft of model ``none`` without findings.
    """
    if not _CHINESE.search(brief.section + "".join(fact.text for fact in brief.facts)):
        return Draft(brief, arrange_english(brief, seed), tuple(hits))
    own = "\n".join([brief.section, *(fact.text for fact in brief.facts)])
    shown = [facet_of(brief.section), *(facet_under(fact.text, brief.section) for fact in brief.facts)]
    facets = [facet for facet in shown if facet]
    borrowed = borrow(
        hits, "\n".join([own, *(word for facet in facets for word in (facet.topic, *facet.labels))])
    )
    sentences = _fitting(brief, own, borrowed, seed)
    suggestions = suggest(hits, own, facets)
    return Draft(brief, sentences, tuple(hits), suggestions)


def _fitting(brief: Brief, own: str, borrowed: Sequence[Phrase], seed: int) -> tuple[Sentence, ...]:
    """The richest wording within the wished length, the barest if none is."""
    manners = RICHEST_FIRST if brief.length > 0 else RICHEST_FIRST[1:2]
    drafted: tuple[Sentence, ...] = ()
    for manner in manners:
        drafted = _Writer(brief, Phrasing(brief.section, own, borrowed, seed), manner).write()
        if sum(len(sentence.text) for sentence in drafted) <= brief.length:
            break
    return drafted


@dataclass(slots=True)
class _Writer:
    """Writes the parts of one section into paragraphs."""

    brief: Brief
    phrasing: Phrasing
    manner: Manner

    def write(self) -> tuple[Sentence, ...]:
        listed = any(_LISTED.search(fact.text) for fact in self.brief.facts)
        paragraphs: list[list[Sentence]] = []
        for part in divide(self.brief.section, self.brief.facts):
            paragraphs += self._part(part, listed=listed, first=not paragraphs)
        missing = promised(self.brief.section, self.brief.facts, english=False) if self.brief.facts else ""
        if missing and paragraphs and paragraphs[-1][-1].origin != "blank":
            paragraphs[-1].append(_blank(missing))
        return tuple(
            replace(sentence, paragraph=number)
            for number, paragraph in enumerate(paragraphs)
            for sentence in paragraph
        )

    def _part(self, part: Part, *, listed: bool, first: bool) -> list[list[Sentence]]:
        statements, empty = _statements(part)
        if not statements:
            wanted = phrases(part.role, "blanks")[: None if first and not self.brief.facts else 1]
            return [[replace(_blank(need), facts=empty)] for need in wanted]
        paragraphs = self._told(part, statements, listed=listed)
        if empty:
            paragraphs.append([replace(_blank("此条事实的内容"), facts=empty)])
        return paragraphs

    def _told(self, part: Part, statements: list[Statement], *, listed: bool) -> list[list[Sentence]]:
        if listed:
            return [[_fact(one) for one in tell([statement])] for statement in statements]
        if part.role in ("opening", "closing"):
            return [[*(_fact(one) for one in tell(statements)), *self._closer(part)]]
        points = self.brief.style == "points"
        groups = list(arrange(statements, self.brief.section))
        if part.role in ("problems", "next"):
            groups = list(in_order(statements, self.brief.section))
        elif not points and not self._names_topics(part):
            groups = list(in_order(statements, self.brief.section, most=0))
        if points and len(groups) == 1 and len(statements) > 2:
            groups = chunked(groups[0])
        points = points and len(groups) > 1
        opener = self._opener(part, several=len(groups) > 1, points=points)
        body = self._points(part, groups) if points else self._flowing(part, groups)
        if opener and not points:
            body[0].insert(0, opener)
            return body
        return [[opener], *body] if opener else body

    def _points(self, part: Part, groups: list[Group]) -> list[list[Sentence]]:
        labelled = self._labelled(part, groups)
        told = self._dressed(part, groups)
        paragraphs: list[list[Sentence]] = []
        for number, (group, sentences) in enumerate(zip(groups, told, strict=True), start=1):
            lead = self.phrasing.label(group) if labelled else None
            mark = ordinal(number) + "是"
            if lead:
                paragraphs.append([_stands_alone(f"{mark}{lead.text}。", lead), *sentences])
            else:
                paragraphs.append([replace(sentences[0], text=mark + sentences[0].text), *sentences[1:]])
        return paragraphs

    def _labelled(self, part: Part, groups: list[Group]) -> bool:
        """Labels stand over all points or none; over a shortcoming or a plan one would be a claim."""
        return self.manner.labels and part.role == "work" and any(group.facet for group in groups)

    def _flowing(self, part: Part, groups: list[Group]) -> list[list[Sentence]]:
        paragraphs: list[list[Sentence]] = []
        told = self._dressed(part, groups)
        for group, sentences in zip(groups, told, strict=True):
            lead = self._transition(part, group, groups)
            opened = [replace(sentences[0], text=lead + sentences[0].text), *sentences[1:]]
            if paragraphs and _length(paragraphs[-1]) + _length(opened) <= _PARAGRAPH:
                paragraphs[-1] += opened
            else:
                paragraphs.append(opened)
        return paragraphs

    def _transition(self, part: Part, group: Group, groups: list[Group]) -> str:
        """What leads a group of running text: its topic, or 此外 for the rest."""
        if len(groups) < 2 or not self.manner.labels or part.role != "work":
            return ""
        if not self._names_topics(part):
            return self.phrasing.link() if group is groups[0] and group.statements[0].active else ""
        if group.facet is None:
            return "此外，" if group is groups[-1] else ""
        return ("在" if self.phrasing.seed % 2 else "") + group.facet.topic + "方面，"

    def _names_topics(self, part: Part) -> bool:
        """Whether running text names the topic of each group: under a heading with a topic it need not."""
        return part.role == "work" and facet_of(self.brief.section) is None

    def _dressed(self, part: Part, groups: list[Group]) -> list[list[Sentence]]:
        """Each group's sentences, some with a phrase of manner, one of the section with an aim."""
        told = [list(tell(group.statements)) for group in groups]
        written = [[_fact(one) for one in sentences] for sentences in told]
        if part.role != "work":
            return written
        self._add_manners(groups, told, written)
        self._add_aim(groups, told, written)
        return written

    def _add_manners(
        self, groups: list[Group], told: list[list[Told]], written: list[list[Sentence]]
    ) -> None:
        left = self.manner.manners
        for group, sentences, paragraph in zip(groups, told, written, strict=True):
            phrase = self.phrasing.manner(group) if left and sentences[0].opens else None
            if phrase:
                left -= 1
                paragraph[0] = _with(paragraph[0], phrase, before=True)

    def _add_aim(self, groups: list[Group], told: list[list[Told]], written: list[list[Sentence]]) -> None:
        if not self.manner.aim:
            return
        for place in range(len(groups) - 1, -1, -1):
            phrase = self.phrasing.aim(groups[place]) if told[place][-1].closes else None
            if phrase:
                written[place][-1] = _with(written[place][-1], phrase, before=False)
                return

    def _opener(self, part: Part, *, several: bool, points: bool) -> Sentence | None:
        said = re.search(r"下一?步|如下", "".join(fact.text for fact in part.facts))
        wanted = several or part.role != "work"
        if part.role == "work" and not points:
            wanted = several and self._names_topics(part)
        if not self.manner.opener or not wanted or (said and part.role != "work"):
            return None
        opener = self.phrasing.opener(part.role, asked=part.asked)
        return _stands_alone(opener.text, opener) if opener else None

    def _closer(self, part: Part) -> list[Sentence]:
        closers = phrases(part.role, "closers")
        prefaces = re.search(r"开头|前言|引言|导语", self.brief.section)
        if not closers or not prefaces or any("如下" in fact.text for fact in part.facts):
            return []
        return [Sentence(closers[self.phrasing.seed % len(closers)], origin="stock")]


def _statements(part: Part) -> tuple[list[Statement], tuple[str, ...]]:
    """The part's facts as statements, equal ones once, and the ids of facts without any words."""
    role: Role = part.role
    ids: dict[str, tuple[str, ...]] = {}
    empty: tuple[str, ...] = ()
    for fact in part.facts:
        if not _words(fact):
            empty += (fact.id,)
        else:
            ids[fact.text.strip()] = (*ids.get(fact.text.strip(), ()), fact.id)
    return [state(held, text, role) for text, held in ids.items()], empty


def _words(fact: Fact) -> bool:
    return bool(re.search(r"[^\s，。；：、,.;:]", fact.text))


def _fact(told: Told) -> Sentence:
    return Sentence(told.ended, told.ids)


def _stands_alone(text: str, worded: Worded) -> Sentence:
    """A sentence that states no fact, with the passage it is phrased after if it is."""
    if worded.passage_id:
        return Sentence(text, passages=(worded.passage_id,), origin="sample")
    return Sentence(text, origin="stock")


def _with(sentence: Sentence, phrase: Worded, *, before: bool) -> Sentence:
    text = (
        f"{phrase.text}，{sentence.text}"
        if before
        else f"{sentence.text.removesuffix('。')}，{phrase.text}。"
    )
    passages = (*sentence.passages, phrase.passage_id) if phrase.passage_id else sentence.passages
    return replace(sentence, text=text, passages=passages)


def _blank(need: str) -> Sentence:
    return Sentence(f"【待补充：{need}】", origin="blank")


def _length(paragraph: list[Sentence]) -> int:
    return sum(len(sentence.text) for sentence in paragraph)

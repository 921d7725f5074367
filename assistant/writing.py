"""Brief + phrasing + a manner -> the paragraphs of a section: opener, points or running text, blanks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.arranging import Group
from assistant.asides import is_aside, is_caption
from assistant.asking import ask, asked, blank
from assistant.attesting import attest
from assistant.dividing import Part, divide, fitting, roles_of
from assistant.dressing import Manner, alone, dress, stated
from assistant.gathering import gather
from assistant.joining import compared, tell
from assistant.labelling import Labels, labelled, stated_first
from assistant.linking import known
from assistant.numbering import ordinal
from assistant.paragraphing import paragraphs
from assistant.phrasing import Phrasing, Worded
from assistant.relating import LEAST, fault_of, related
from assistant.stating import Statement, has_verb, state, written
from assistant.stock import phrases, words
from assistant.tying import in_order, loose, tied
from assistant.types import Brief, Fact, Sentence
from assistant.unheading import unheaded
from assistant.unleading import unled
from index.types import Hit, Role

_LISTED: Final = re.compile(r"[一二三四五六七八九]是(?!否)|(?<!^)(?:首先|其次)")
_LEADS: Final = re.compile(
    r"(?:抓|做|盯|办|突出|落实|抓好|做好|聚焦)(?:好|了)?[^，。；]{0,6}[两二三四五六七八](?:项|件|个方面|方面)(?:工作|事|大事|重点)?$"
)
"""A statement that says how many points follow."""
_CAUSE: Final = re.compile(
    r"(?:主要)?原因(?:是|在于|主要|有)|究其原因|究其根源|根源(?:是|在于)|主要是?(?:因为|由于)"
)
"""What tells why the shortcomings exist is none of them."""
_NEXT: Final = re.compile(r"下一?步，?将?，?(?=[\u4e00-\u9fff])")
"""What a plan begins with that the opener of plans says already."""
_AHEAD: Final = re.compile("明年|来年|今后|下半年|下一?年|20[0-9]{2}年")
"""A plan that says by itself that it is one."""
_ANSWERED: Final = re.compile("针对[^，。；]{3,30}问题，")
"""A fault that was found and what was done about it: each is a point, in the order they were found in."""
_ANSWERS: Final = 2
_DEEDS: Final = 3
"""One fact of so many must tell a deed for a section to say that this was done."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d年(?!为)")
_NAMED: Final = re.compile("[\u4e00-\u9fff]{2,10}方面，")
"""A line of work that the notes name: 维权方面，…."""
_MORE: Final = 3
"""Characters that a point must have beside its label."""
_MOST: Final = 7
"""Points of a section of work at most; more of them are running text."""
_FLOWS: Final = 3
"""Facts of work up to which they are running text."""


@dataclass(slots=True)
class Writer:
    """Writes the parts of one section into paragraphs."""

    brief: Brief
    hits: Sequence[Hit]
    phrasing: Phrasing
    manner: Manner

    def write(self) -> tuple[Sentence, ...]:
        """The sentences of the section, paragraphs counted from 0."""
        self.brief, caption = _without_talk(self.brief)
        self.brief = replace(self.brief, facts=related(self.brief.facts))
        listed = any(_LISTED.search(fact.text) for fact in self.brief.facts)
        paragraphs: list[list[Sentence]] = []
        for part in divide(self.brief.section, self.brief.facts):
            fits, others = ((), ()) if listed else fitting(part)
            if not others:
                paragraphs += self._part(part, listed=listed, first=not paragraphs)
                continue
            if fits:
                paragraphs += self._part(replace(part, facts=fits), listed=False, first=not paragraphs)
            paragraphs += _misplaced(replace(part, facts=others), self.hits)
        if self.brief.facts:
            ask(self.brief, paragraphs)
        if caption and paragraphs:
            paragraphs.insert(0, [caption])
        return tuple(
            replace(sentence, paragraph=number)
            for number, paragraph in enumerate(paragraphs)
            for sentence in paragraph
        )

    def _part(self, part: Part, *, listed: bool, first: bool) -> list[list[Sentence]]:
        statements, empty = _statements(part, self.hits)
        if not statements:
            needs = asked(part, self.brief.section, alone=first and not self.brief.facts)
            return [[need] for need in needs]
        paragraphs = self._told(part, statements, listed=listed, first=first)
        if empty:
            paragraphs.append([blank("此条事实的内容", *empty)])
        return paragraphs

    def _told(
        self, part: Part, statements: list[Statement], *, listed: bool, first: bool
    ) -> list[list[Sentence]]:
        if listed:
            return [[stated(one) for one in tell([statement])] for statement in statements]
        if part.role in ("opening", "closing"):
            return [[*(stated(one) for one in tell(statements)), *self._closer(part)]]
        points = self.brief.style == "points" and (len(statements) > _FLOWS or part.role != "work")
        groups = self._grouped(part, statements, points=points)
        if points and _ANSWERS * sum(_ANSWERED.match(one.text) is not None for one in statements) > len(
            statements
        ):
            groups = [Group((one,)) for one in statements]
            return self._points(part, groups)
        if points and (held := _by_faults(part, statements) or _by_labels(statements)):
            return self._points(part, held)
        tabled = 2 * sum(unheaded(one.text) != one.text for one in part.facts) > len(part.facts)
        strewn = tabled or len(groups) > _MOST or compared(statements)
        strewn = strewn or (loose(groups) and not known(statements))
        apart = points and part.role == "work" and strewn
        if apart:
            points, groups = False, list(paragraphs(statements, self.brief.section))
        points = points and len(groups) > 1
        several = len(statements) > 1
        if points and part.role != "problems" and _LEADS.search(statements[0].text):
            lead, groups = tell(statements[:1]), _less(groups, statements[0])
            if len(groups) > 1:
                return [[stated(one) for one in lead], *self._points(part, groups)]
        opener, groups = self._led(part, groups, self._opener(part, several=several, first=first))
        told = self._points(part, groups) if points else None
        body = told or self._flowing(part, groups)
        if opener and not points:
            ended = opener.text if part.role != "work" else opener.text.removesuffix("：") + "。"
            body[0].insert(0, replace(opener, text=ended))
            return body
        return [[opener], *body] if opener else body

    def _grouped(self, part: Part, statements: list[Statement], *, points: bool) -> list[Group]:
        """The points or paragraphs of a part; labels stand over every point or over none."""
        heading = self.brief.section
        if not points:
            return list(paragraphs(statements, heading))
        gathered = tied(gather(statements, heading, weighed=part.role != "work"), heading)
        several = all(len(one.statements) > 1 or one.deploys for one in gathered)
        if self.manner.labels and several and part.role in ("work", "next"):
            own = "\n".join(fact.text for fact in part.facts)
            borrowed, seed = self.phrasing.borrowed, self.phrasing.seed
            gathered = labelled(gathered, Labels(heading, own, borrowed, seed))
        if part.role == "work" and not known(statements) and not all(one.label for one in gathered):
            return list(in_order(statements, heading))
        return list(gathered)

    def _led(
        self, part: Part, groups: list[Group], opener: Sentence | None
    ) -> tuple[Sentence | None, list[Group]]:
        """Where plans begin with 下一步, an opener that says it for all of them, and the plans without it."""
        led = [one for group in groups for one in group.statements if _NEXT.match(one.text)]
        if part.role != "next" or not led or not self.manner.opener or len(groups) < 2:
            return opener, groups
        worded = self.phrasing.opener("next", asked=part.asked)
        if worded is None:
            return opener, groups
        ids = tuple(one for statement in led for one in statement.ids)
        return replace(alone(worded.text, worded), facts=ids, origin="fact"), [_bare(one) for one in groups]

    def _points(self, part: Part, groups: list[Group]) -> list[list[Sentence]]:
        told = dress(groups, part.role, self.phrasing, self.manner)
        if part.role == "problems" and self.manner.labels:
            told = stated_first(told)
        paragraphs: list[list[Sentence]] = []
        number = 0
        for group, sentences in zip(groups, told, strict=True):
            if part.role == "problems" and _CAUSE.match(sentences[0].text):
                paragraphs.append(sentences)
                continue
            number += 1
            lead = _label(group)
            mark = ordinal(number) + "是"
            if lead and not _is_said(lead.text, group):
                paragraphs.append([alone(f"{mark}{lead.text}。", lead), *sentences])
            else:
                paragraphs.append([replace(sentences[0], text=mark + sentences[0].text), *sentences[1:]])
        return paragraphs

    def _flowing(self, part: Part, groups: list[Group]) -> list[list[Sentence]]:
        told = dress(groups, part.role, self.phrasing, self.manner)
        return [
            [_unlinked(one, group) for one in sentences]
            for group, sentences in zip(groups, told, strict=True)
        ]

    def _opener(self, part: Part, *, several: bool, first: bool) -> Sentence | None:
        """What a part begins with: a bridge behind another part; a section begins with its facts.

        A variant begins with an opener in any case, so that it differs.
        """
        told = "".join(fact.text for fact in part.facts)
        plain = (first or part.role == "work") and not self.phrasing.seed
        if not self.manner.opener or plain or (first and not several) or "如下" in told:
            return None
        plain_told = "".join(unled(fact.text.strip(), part.role) for fact in part.facts)
        again = part.role == "next" and bool(re.search(r"下一?步", plain_told))
        if again and (not several or len(roles_of(self.brief.section)) == 1):
            return None
        if part.role == "next" and not several and _AHEAD.match(plain_told):
            return None
        figures = part.role == "work" and not _tells_deeds(part.facts)
        opener = self.phrasing.opener(part.role, asked=part.asked, again=again, figures=figures)
        return alone(opener.text, opener) if opener else None

    def _closer(self, part: Part) -> list[Sentence]:
        prefaces = part.role == "opening" and re.search(r"开头|前言|引言|导语", self.brief.section)
        if not prefaces or any("如下" in fact.text for fact in part.facts):
            return []
        closer = self.phrasing.closer()
        return [alone(closer.text, closer)]


def _without_talk(brief: Brief) -> tuple[Brief, Sentence | None]:
    """The brief without what is said to the drafter, and a first line that names whose figures follow."""
    facts = [fact for fact in brief.facts if not is_aside(fact.text)]
    if len(facts) < 2 or not is_caption(facts[0].text):
        return replace(brief, facts=tuple(facts)), None
    said = written(facts[0].text).replace("，", "")
    line = Sentence(f"{said}有关情况如下。", (facts[0].id,), origin="fact")
    return replace(brief, facts=tuple(facts[1:])), line


def _unlinked(sentence: Sentence, group: Group) -> Sentence:
    """A sentence without 同时 where no fact says it: in running text it goes on from something else."""
    said = any(one.text.startswith("同时") for one in group.statements if set(one.ids) & set(sentence.facts))
    return sentence if said else replace(sentence, text=sentence.text.removeprefix("同时，"))


def _less(groups: Sequence[Group], one: Statement) -> list[Group]:
    """The groups without one statement, and without a group that holds nothing else."""
    held = [replace(group, statements=tuple(s for s in group.statements if s != one)) for group in groups]
    return [group for group in held if group.statements]


def _is_said(label: str, group: Group) -> bool:
    """Whether a point is hardly more than its label."""
    text = group.statements[0].text
    repeats = text.startswith(label + "，") or (label in text and len(text) - len(label) <= _MORE)
    return len(group.statements) == 1 and repeats


def _label(group: Group) -> Worded | None:
    return Worded(group.label, group.passage_id) if group.label else None


def _misplaced(part: Part, hits: Sequence[Hit]) -> list[list[Sentence]]:
    """Facts that do not fit their heading, told behind a sentence that asks where they belong."""
    statements, empty = _statements(replace(part, role="problems"), hits)
    marker = Sentence(phrases(part.role, "misplaced")[0], origin="blank")
    told = [[marker, *(stated(one) for one in tell(statements))]] if statements else []
    return [*told, [blank("此条事实的内容", *empty)]] if empty else told


def _tells_deeds(facts: Sequence[Fact]) -> bool:
    """Whether a good part of the facts tell what was done, and not only how things stand."""
    return _DEEDS * sum(_acts(state((one.id,), one.text).text) for one in facts) >= len(facts)


def _acts(text: str) -> bool:
    plain = text
    for word in words("verbs", "standing"):
        plain = plain.replace(word, "·")
    return "了" in plain or has_verb(plain) or any(word in plain for word in words("verbs", "deeds"))


def _bare(group: Group) -> Group:
    """A group of plans without the 下一步 that their opener says."""
    plans = tuple(replace(one, text=_NEXT.sub("", one.text, count=1)) for one in group.statements)
    return replace(group, statements=plans)


def _statements(part: Part, hits: Sequence[Hit]) -> tuple[list[Statement], tuple[str, ...]]:
    """The part's facts as statements, equal ones once, and the ids of facts without any words."""
    role: Role = part.role
    ids: dict[str, tuple[str, ...]] = {}
    empty: tuple[str, ...] = ()
    for fact in part.facts:
        if not _words(fact):
            empty += (fact.id,)
        else:
            plain = unled(fact.text.strip(), role)
            ids[plain] = (*ids.get(plain, ()), fact.id)
    return attest(_once_timed([state(held, text, role) for text, held in ids.items()]), hits), empty


def _by_faults(part: Part, statements: Sequence[Statement]) -> list[Group]:
    """A point for each fault that the notes count, with what they say of it; none where they count none."""
    begins = {fact.id: fault_of(fact.text) for fact in part.facts}
    if sum(map(bool, begins.values())) < LEAST:
        return []
    groups: list[Group] = []
    for one in statements:
        mark = next((begins[fact] for fact in one.ids if begins.get(fact)), "")
        bare = replace(one, text=one.text.removeprefix(mark.strip()))
        if mark or not groups:
            groups.append(Group((bare,)))
        else:
            groups[-1] = _with(groups[-1], one)
    return groups


def _by_labels(statements: Sequence[Statement]) -> list[Group]:
    """A point for each line of work that the notes name before what they say of it; none without such."""
    named = [_NAMED.match(one.text) is not None for one in statements]
    if not named[0] or sum(named) < LEAST:
        return []
    groups: list[Group] = []
    for one, begins in zip(statements, named, strict=True):
        groups = [*groups, Group((one,))] if begins else [*groups[:-1], _with(groups[-1], one)]
    return groups


def _with(group: Group, one: Statement) -> Group:
    return Group((*group.statements, one))


def _once_timed(statements: list[Statement]) -> list[Statement]:
    """Rows of a table of one year, which only the first of them names."""
    told: list[Statement] = []
    year = ""
    for one in statements:
        found = _YEAR.match(one.text)
        again = found is not None and found.group() == year and compared([one])
        told.append(replace(one, text=one.text.removeprefix(year), dated=False) if again else one)
        year = "" if not compared([one]) else found.group() if found else year
    return told


def _words(fact: Fact) -> bool:
    return bool(re.search(r"[^\s，。；：、,.;:]", fact.text))

"""A plan and facts -> a whole report, section by section: a generator of events that can be cancelled.

No phrase of the shelf or of Zhibi's own stands in two sections: of several wordings the one that repeats
least is taken, and where each repeats something the barest one, which only tells the facts.
"""

import re
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.assembling import Whole, assemble, fresh, repeated
from assistant.branching import REST
from assistant.distributing import Distribution
from assistant.drafting import Done, Event, Text
from assistant.plan import Heading, Plan, numbered
from assistant.types import Brief, Draft, Fact, Finding, Sentence, Style
from assistant.viewing import closing, duty, opening, voiced
from index.errors import ShelfError
from index.types import Hit

PHRASE, WORD = 6, 4
"""Characters of a phrase that no two sections may share, and of one that they rather do not."""
TRIES: Final = 6
"""Wordings of a section that are looked at; a model is asked once."""
BAREST: Final = 1
"""A wished length that no section keeps: the composer then adds nothing to the facts."""
_LISTED: Final = 4
"""Facts from which a section is set as 一是…二是…."""
_FEW: Final = 2
ENOUGH: Final = 3
"""Sections on end that fail by the same fault, after which no other is tried."""
AROUND: Final = 8
"""Characters that a sentence has beside its fact's, as a rule."""
_LABEL: Final = re.compile(
    r"^\s*(?:(?:目前)?(?:存在的?|主要)(?:问题|不足|困难)(?:和不足)?[：:]|(?:问题|不足|计划|打算|下一步(?:打算|计划|工作)?)[：:])"
)
"""What a note calls itself before it says something; the heading says it already."""

Write = Callable[[Brief, Sequence[Hit], int], Iterator[Event]]
"""Brief, hits, seed -> the events of one draft."""
Find = Callable[[Brief, Plan], Sequence[Hit]]
Gate = Callable[[str], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Began:
    """A section is about to be drafted."""

    heading: str
    line: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Wrote:
    """A section is drafted."""

    heading: str
    sentences: tuple[Sentence, ...]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Finished:
    """The whole report, as far as it came."""

    whole: Whole
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Failed:
    """A section could not be drafted; what stood there stays, the others go on."""

    heading: str
    line: str
    code: str
    values: tuple[tuple[str, str], ...] = ()


Step = Began | Text | Wrote | Failed | Finished


@dataclass(frozen=True, slots=True)
class Desk:
    """What a report is written with."""

    find: Find
    write: Write
    gate: Gate
    composed: bool = True
    """False when a model writes: it is asked once a section."""


def write_report(
    plan: Plan,
    shared: Distribution,
    desk: Desk,
    *,
    kept: Mapping[str, Sequence[Sentence]] | None = None,
    only: Sequence[str] = (),
    cancel: Callable[[], bool] | None = None,
    optional: Collection[str] = (),
) -> Iterator[Step]:
    """Draft the sections of a plan one by one.

    Args:
        plan: What is to be written.
        shared: Which facts stand under which heading.
        desk: How passages are found, sections drafted and the whole checked.
        kept: What is written already, by heading id; stays byte for byte unless named in ``only``.
        only: Headings to draft anew; none for all that ``kept`` has not.
        cancel: Asked before each section and by the model while it writes.
        optional: Ids of facts that a section over its wished length may do without.
    """
    written = {one.id: tuple((kept or {}).get(one.id, ())) for one in plan.headings}
    marks = dict(zip((one.id for one in plan.headings), numbered(plan.headings), strict=True))
    due = [one for one in plan.leaves() if (one.id in only if only else not written[one.id])]
    complete, faults = True, list[str]()
    for number, heading in enumerate(due, 1):
        if cancel is not None and cancel():
            complete = False
            break
        yield Began(heading.id, marks[heading.id], number, len(due))
        others = [s for name, sentences in written.items() if name != heading.id for s in sentences]
        before = written[heading.id] if only else ()
        try:
            done = yield from _section(plan, heading, shared.of(heading.id), desk, others, before, optional)
        except ShelfError as fault:
            complete = False
            yield Failed(heading.id, marks[heading.id], fault.code, tuple(fault.values))
            faults.append(fault.code)
            if faults[-ENOUGH:] == [fault.code] * ENOUGH:
                break
            continue
        faults.clear()
        complete = complete and done.complete
        if done.sentences or done.complete:
            written[heading.id] = done.sentences
            yield done
    whole = assemble(plan, written)
    yield Finished(replace(whole, findings=desk.gate(whole.text)), complete)


def _section(
    plan: Plan,
    heading: Heading,
    facts: tuple[Fact, ...],
    desk: Desk,
    others: Sequence[Sentence],
    before: Sequence[Sentence],
    optional: Collection[str] = (),
) -> Generator[Step, None, Wrote]:
    listed = len(facts) >= (_FEW if heading.role in ("problems", "next") else _LISTED)
    bare = tuple(replace(fact, text=_LABEL.sub("", fact.text, count=1) or fact.text) for fact in facts)
    length = plan.length(heading.id)
    bare = trimmed(bare, optional, length)
    section = "主要工作" if heading.text == REST else heading.text
    beside = tuple(one.text for one in plan.leaves() if one.level and one.id != heading.id)
    style: Style = "points" if listed else "flowing"
    brief = Brief(section, bare, length, style, plan.year, plan.viewpoint, beside)
    if heading.level == 0:
        return Wrote(heading.id, _end(plan, heading, brief, desk))
    if not desk.composed:
        draft = yield from _drafted(desk.write(brief, desk.find(brief, plan), 0))
        return Wrote(heading.id, fresh(draft.sentences, others), draft.complete)
    return Wrote(heading.id, _composed(brief, plan, desk, others, before))


def trimmed(facts: tuple[Fact, ...], optional: Collection[str], length: int) -> tuple[Fact, ...]:
    """The facts without optional ones from the last, until they fit a wished length; required ones stay.

    >>> [one.id for one in trimmed((Fact("F1", "开会3次"), Fact("F2", "发文9份")), ["F2"], 10)]
    ['F1']
    """
    held = list(facts)
    for fact in reversed(facts):
        if not length or sum(len(one.text) + AROUND for one in held) <= length:
            break
        if fact.id in optional:
            held.remove(fact)
    return tuple(held)


def _composed(
    brief: Brief, plan: Plan, desk: Desk, others: Sequence[Sentence], before: Sequence[Sentence]
) -> tuple[Sentence, ...]:
    """The wording that repeats no phrase of the others and few of their words; else the barest.

    What stood there ``before`` is not given again while there is another wording.
    """
    if not brief.facts:
        need = f"what was done: {brief.section}" if plan.english else f"{brief.section}的做法和数据"
        return (Sentence(f"【待补充：{need}】", origin="blank"),)
    hits = desk.find(brief, plan)
    texts = [*(fact.text for fact in brief.facts), brief.section]
    found: list[tuple[int, tuple[Sentence, ...]]] = []
    for seed in range(TRIES):
        sentences = _voiced(desk.write(brief, hits, seed), plan, others)
        if sentences != tuple(before) and not repeated(sentences, others, texts, PHRASE):
            found.append((len(repeated(sentences, others, texts, WORD)), sentences))
            if not found[-1][0]:
                break
    if found:
        return min(found, key=lambda row: row[0])[1]
    return _voiced(desk.write(replace(brief, length=BAREST), (), 0), plan, others)


def _voiced(events: Iterator[Event], plan: Plan, others: Sequence[Sentence]) -> tuple[Sentence, ...]:
    drafted = fresh(_draft(events).sentences, others)
    return tuple(one for one in drafted if one.facts or voiced(one.text, plan))


def _end(plan: Plan, heading: Heading, brief: Brief, desk: Desk) -> tuple[Sentence, ...]:
    """The opening, which leads to the report, or the closing, which takes leave."""
    told = _draft(desk.write(brief, (), 0)).sentences if brief.facts else ()
    stock = opening(plan) if heading.role == "opening" else closing(plan)
    if heading.role == "opening" and not told:
        told = (Sentence(duty(plan), origin="blank"),)
    last = told[-1].paragraph if told else 0
    return (*told, *([Sentence(stock, paragraph=last, origin="stock")] if stock else []))


def _drafted(events: Iterator[Event]) -> Generator[Step, None, Draft]:
    done: Draft | None = None
    for event in events:
        if isinstance(event, Done):
            done = event.draft
        else:
            yield event
    return done or Draft(Brief(""), (), complete=False)


def _draft(events: Iterator[Event]) -> Draft:
    return next(event.draft for event in events if isinstance(event, Done))

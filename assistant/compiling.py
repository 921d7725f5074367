"""The shelf and the desk -> every act on whole reports: one face for the screen and the command line."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from assistant.archive import Archive
from assistant.assembling import Whole, assemble
from assistant.branching import branch
from assistant.calling import called
from assistant.distributing import Distribution, distribute
from assistant.drafting import Event
from assistant.exporting import Copy
from assistant.fitting import fit
from assistant.models import ModelSettings
from assistant.nearing import nearness
from assistant.noting import note
from assistant.plan import Plan, parse, write
from assistant.planning import refine
from assistant.projects import Project, Projects
from assistant.proposing import carried, propose
from assistant.proposing_english import propose_english, speaks_english
from assistant.reporting import Desk, Finished, Step, Wrote, write_report
from assistant.rolling import Stale, roll
from assistant.rolls import Rolls
from assistant.saved import Saved
from assistant.sheet import Doubt, doubts
from assistant.types import Brief, Draft, Fact, Finding, Sentence
from index.errors import ShelfError
from index.retrieval import Query
from index.shelf import Shelf
from index.types import Hit, Paragraph, Report

FOUND: Final = 12
"""Passages looked at for a section."""

LOOKED: Final = 500
"""Headings whose passages are kept at hand."""

Draw = Callable[[Brief, Sequence[Hit], str | None, int], Iterator[Event]]
"""Brief, hits, model, seed -> the events of a draft."""
Check = Callable[[str, Sequence[Fact], int | None], tuple[Finding, ...]]
Reach = Callable[[str | None], ModelSettings]
"""A model's name, or None for the one that is set -> how it is reached."""


@dataclass(frozen=True, slots=True)
class Setup:
    """A project's plan read, with its facts where they stand."""

    plan: Plan
    shared: Distribution
    doubts: tuple[Doubt, ...]


class Compiler:
    """Proposes, distributes, writes and keeps whole reports of one data folder."""

    def __init__(self, shelf: Shelf, archive: Archive, draw: Draw, check: Check, reach: Reach) -> None:
        self._shelf = shelf
        self._archive = archive
        self._draw = draw
        self._check = check
        self._reach = reach
        self._looked: dict[tuple[str, int], tuple[str, ...]] = {}
        self.projects = Projects(shelf.database)
        """Whole reports in preparation."""
        self.rolls = Rolls(shelf, archive, shelf.database)
        """Last year's reports being rolled forward."""

    def propose(
        self, like: Sequence[str], kind: str = "", year: int | None = None, facts: Sequence[Fact] = ()
    ) -> Plan:
        """A plan after chosen samples; with facts, a heading that would hold many of them is parted.

        Raises:
            ShelfError: ``no_samples``, ``no_such_report``, ``ambiguous_id``.
        """
        reports = [self._shelf.report(one) for one in like]
        if speaks_english(reports, facts):
            return propose_english(reports, kind, year)
        plan = propose(reports, self._shelf.embedder.embed, kind, year)
        if not facts:
            return plan
        body = called([fact.text for fact in facts], [report.text for report in reports])
        plan = branch(replace(plan, body=body), facts, self._near, carried(reports))
        return fit(plan, facts, self._near)

    def refine(
        self, plan: Plan, like: Sequence[str], facts: Sequence[Fact], model: str | None = None,
        cancel: Callable[[], bool] | None = None,
    ) -> Plan:  # fmt: skip
        """The plan as a model would have it, each fact under a heading it chose; unchanged without a model.

        Raises:
            ShelfError: ``no_such_report``, ``ambiguous_id``; any fault of a model.
        """
        settings = self._reach(model)
        if settings.name in ("", "none"):
            return plan
        return refine(plan, [self._shelf.report(one) for one in like], facts, settings, cancel)

    def distribute(
        self, facts: Sequence[Fact], plan: Plan, moved: Mapping[str, str] | None = None
    ) -> Distribution:
        """Which fact stands under which heading."""
        return distribute(facts, plan, moved, self._near)

    def write(
        self,
        plan: Plan,
        facts: Sequence[Fact],
        moved: Mapping[str, str] | None = None,
        model: str | None = None,
        kept: Mapping[str, Sequence[Sentence]] | None = None,
        only: Sequence[str] = (),
        cancel: Callable[[], bool] | None = None,
        optional: Collection[str] = (),
    ) -> Iterator[Step]:
        """Draft a whole report: events, last a ``Finished`` with the checked report."""
        shared = distribute(facts, plan, moved, self._near)
        told = tuple(fact for share in shared.shares for fact in share.facts)
        desk = Desk(
            self._hits,
            lambda brief, hits, seed: self._draw(brief, hits, model, seed),
            lambda text: self._check(text, told, plan.year),
            composed=self._reach(model).name in ("", "none"),
        )
        yield from write_report(plan, shared, desk, kept=kept, only=only, cancel=cancel, optional=optional)

    def roll(self, report: Report, year: int) -> tuple[Stale, ...]:
        """Every stale place of a report of an earlier year."""
        return roll(report.text, year, report.sections, report.year)

    def setup(self, project: Project) -> Setup:
        """A project's plan with its facts where they stand, and the facts to be looked at.

        Raises:
            ShelfError: ``plan_line``, ``plan_empty``, ``plan_long``.
        """
        plan, facts = parse(project.plan), project.sheet.facts()
        shared = distribute(facts, plan, dict(project.moved), self._near)
        return Setup(plan, shared, doubts(facts, plan.year))

    def proposed(self, project: Project, kind: str = "", year: int | None = None) -> Project:
        """The project with a fresh plan after its samples; what was written and moved is let go."""
        plan = self.propose(project.like, kind, year, project.sheet.facts())
        fresh = replace(project, plan=write(plan), moved=(), written=(), name=_named(project, plan))
        return self.projects.keep(fresh)

    def replanned(self, project: Project, lines: str) -> Project:
        """The project with edited plan lines; what stands under a heading of the same words stays there.

        Raises:
            ShelfError: ``plan_line``, ``plan_empty``, ``plan_long``.
        """
        new = parse(lines)
        free = {one.id: one.text for one in new.headings}
        home = {"": ""}
        for old in parse(project.plan).headings if project.plan.strip() else ():
            same = next((name for name, text in free.items() if text == old.text), None)
            if same is not None:
                home[old.id] = same
                free.pop(same)
        moved = tuple((fact, home[where]) for fact, where in project.moved if where in home)
        written = tuple((home[where], said) for where, said in project.written if where in home)
        name = _named(project, new)
        return self.projects.keep(replace(project, name=name, plan=lines, moved=moved, written=written))

    def write_project(
        self,
        project: Project,
        model: str | None = None,
        only: Sequence[str] = (),
        cancel: Callable[[], bool] | None = None,
    ) -> Iterator[Step]:
        """Draft what a project has not yet, or the named headings anew; each section is kept at once.

        What the writer changes on the sheet meanwhile stays.
        """
        setup, written = self.setup(project), dict(project.written)
        steps = self.write(
            setup.plan,
            project.sheet.facts(),
            dict(project.moved),
            model,
            written,
            only,
            cancel,
            [one.id for one in project.sheet.entries if not one.required],
        )
        for step in steps:
            if isinstance(step, Wrote):
                put = partial(_with, plan=project.plan, heading=step.heading, sentences=step.sentences)
                self.projects.change(project.id, put)
            yield step

    def as_draft(self, whole: Whole, plan: Plan, facts: Sequence[Fact], model: str = "none") -> Saved:
        """The report as a kept draft: edited, checked and exported like any other."""
        held, numbers = renumbered(facts)
        notes = "\n".join(fact.text for fact in facts)
        saved = self._archive.create(plan.kind or whole.title, notes, "flowing", 0, plan.year)
        self._archive.rename(saved.id, whole.title)
        sentences = tuple(
            replace(one, facts=tuple(name for fact in one.facts for name in numbers.get(fact, ())))
            for one in whole.sentences
        )
        draft = Draft(Brief(saved.section, held, year=plan.year), sentences, model=model)
        return self._archive.keep_draft(saved.id, draft, saved.revision)

    def kept_as_draft(self, project: Project, model: str = "none") -> Saved:
        """What is written of a project, as a kept draft with every fact that belongs to the report.

        ``facts of the draft = required facts not put aside by hand + facts told``.
        """
        setup = self.setup(project)
        whole = assemble(setup.plan, dict(project.written))
        aside = {fact.id for fact in setup.shared.unplaced if setup.shared.why(fact.id) == "hand"}
        wanted = {one.id for one in project.sheet.entries if one.required} - aside | set(whole.facts())
        facts = [fact for fact in project.sheet.facts() if fact.id in wanted]
        return self.as_draft(whole, setup.plan, facts, model)

    def copy(self, whole: Whole, facts: Sequence[Fact], *, complete: bool = True) -> Copy:
        """The report, to be exported without keeping it as a draft."""
        named = dict.fromkeys(passage for one in whole.sentences for passage in one.passages)
        return Copy(
            tuple(Paragraph(line) for line in whole.text.splitlines()), whole.title, whole.sentences,
            tuple(facts), tuple(self._shelf.hits_of(named)), whole.findings, complete=complete,
        )  # fmt: skip

    def _near(self, texts: Sequence[str], headings: Sequence[str]) -> Sequence[Sequence[float]]:
        """How near facts are to headings and to what the shelf says under like ones."""
        found: list[list[float]] = nearness(texts, headings, self._shelf.embedder.embed, self._look).tolist()
        return found

    def _look(self, heading: str) -> tuple[str, ...]:
        """Passages under like headings, looked for once while the shelf stays as it is."""
        key = heading, len(self._shelf.reports())
        if key not in self._looked:
            if len(self._looked) > LOOKED:
                self._looked.clear()
            hits = self._shelf.search(Query(heading, heading=heading, k=FOUND))
            self._looked[key] = tuple(hit.passage.text for hit in hits)
        return self._looked[key]

    def _hits(self, brief: Brief, plan: Plan) -> tuple[Hit, ...]:
        """Passages for a section, those that speak from the plan's viewpoint first."""
        facts = tuple(fact.text for fact in brief.facts)
        asked = Query(brief.section, heading=brief.section, facts=facts, k=FOUND)
        same = self._shelf.search(replace(asked, viewpoint=plan.viewpoint))
        return same if len(same) >= FOUND // 2 else self._shelf.search(asked)


def _named(project: Project, plan: Plan) -> str:
    """A report is called by its title, unless the writer called it otherwise."""
    before = parse(project.plan).title if project.plan.strip() else ""
    return plan.title or project.name if project.name in ("", before) else project.name


def _with(project: Project, plan: str, heading: str, sentences: tuple[Sentence, ...]) -> Project:
    """The project with what stands under one heading of the plan it was written by."""
    if project.plan != plan:
        raise ShelfError("project_elsewhere", id=project.id)
    return replace(project, written=tuple((dict(project.written) | {heading: sentences}).items()))


def renumbered(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], dict[str, tuple[str, ...]]]:
    """Facts as a draft reads them from its notes, and which of these each one is.

    A fact that was made of two is read as two again.
    """
    held = note("\n".join(fact.text for fact in facts))
    free, numbers = list(held), dict[str, tuple[str, ...]]()
    for fact in facts:
        own: list[str] = []
        for piece in note(fact.text):
            same = next((one for one in free if one.text == piece.text), None)
            if same is not None:
                free.remove(same)
                own.append(same.id)
        numbers[fact.id] = tuple(own)
    return held, numbers


def finished(steps: Iterator[Step]) -> Finished:
    """The last step of a report that was written."""
    return [step for step in steps if isinstance(step, Finished)][-1]

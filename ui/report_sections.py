"""The sections of a whole report: drafted one by one with progress, one anew, then opened as a draft."""

import time
from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.service import (
    Began,
    Failed,
    Finished,
    Project,
    Sentence,
    Setup,
    Whole,
    Wrote,
    assemble,
    numbered,
)
from assistant.telling import tell
from ui.draft_page import draft_page
from ui.escaping import escaped, set_off
from ui.jobs import Job, start
from ui.state import FIRST, assistant, jobs, language, open_draft, say

Written = Mapping[str, Sequence[Sentence]]
SETTLED = 0.6
"""Seconds in which the browser sends a cell that was edited right before a button was pressed."""


def show_sections(project: Project) -> None:
    """What is written, with what can be done with it."""
    name = f"report-{project.id}"
    if name in jobs():
        _progress(name)
        return
    for fault in st.session_state.pop("report-fault", []):
        st.error(escaped(fault))
    setup = assistant().reports.setup(project)
    draft, whole_one, rest = st.columns([1.4, 1.8, 4], vertical_alignment="center")
    draft.button(
        say("rep_write"), type="primary", width="stretch", disabled=not project.sheet.entries,
        on_click=_begin, args=(project.id,),
    )  # fmt: skip
    written = {where: said for where, said in project.written if said}
    _unplaced(project, setup, rest)
    if not written:
        return
    _stale(project, setup, written)
    whole = assemble(setup.plan, written)
    if whole_one.button(say("rep_open"), width="stretch"):
        saved = assistant().reports.kept_as_draft(project)
        open_draft(saved.id)
        to_draft()
    _parts(project, whole, {one.id for one in setup.plan.leaves()})


def _unplaced(project: Project, setup: Setup, rest: DeltaGenerator) -> None:
    """Facts that have no place: a required one is a warning, any other is said."""
    optional = {one.id for one in project.sheet.entries if not one.required}
    nowhere = [fact.id for fact in setup.shared.unplaced]
    aside = [name for name in nowhere if name in optional or setup.shared.why(name) == "hand"]
    if missing := [name for name in nowhere if name not in aside]:
        st.warning(escaped(say("rep_missing", ids="、".join(missing))))
    if aside:
        rest.caption(escaped(say("rep_spared", ids="、".join(aside))))


def _stale(project: Project, setup: Setup, written: Written) -> None:
    """Sections whose facts were changed since they were written, and a button to write these anew."""
    required = {one.id for one in project.sheet.entries if one.required}
    told = {where: {fact for one in said for fact in one.facts} for where, said in written.items()}
    lines = dict(zip((one.id for one in setup.plan.headings), numbered(setup.plan.headings), strict=True))
    home, known = setup.shared.where(), set().union(*told.values())
    late = [fact for fact in home if fact in required - known and home[fact] in told]
    strays = [(where, fact) for where, said in told.items() for fact in said if home.get(fact) != where]
    due = {home[fact] for fact in late} | {where for where, _ in strays}
    due |= {home[fact] for _, fact in strays if home.get(fact) in told}
    if not due:
        return
    words, button = st.columns([6, 1.2], vertical_alignment="center")
    if late:
        ids = "、".join(f"{fact}（{lines[home[fact]]}）" for fact in late)
        words.warning(escaped(say("rep_stale", ids=ids)))
    if strays:
        ids = "、".join(sorted({fact for _, fact in strays}))
        words.warning(escaped(say("rep_stale_moved", ids=ids)))
    only = tuple(one.id for one in setup.plan.leaves() if one.id in due)
    button.button(
        say("rep_stale_write"), type="primary", width="stretch", on_click=_begin, args=(project.id, only)
    )


def _parts(project: Project, whole: Whole, leaves: set[str]) -> None:
    """Each heading with what stands under it, as plain text, and a button to write it anew."""
    st.markdown(f"**{set_off(whole.title)}**")
    for part in whole.parts:
        words, button = st.columns([8, 1.2])
        with words:
            if part.line:
                st.markdown(f"**{escaped(part.line)}**")
            for line in part.text.splitlines():
                st.markdown(set_off(line))
        if part.heading in leaves and (part.line or part.text):
            button.button(
                say("rep_again"), key=f"again-{part.heading}", on_click=_begin,
                args=(project.id, (part.heading,)),
            )  # fmt: skip


def to_draft() -> None:
    """Go to the page where the draft at hand is edited."""
    st.switch_page(st.Page(draft_page, url_path=FIRST, default=True))


def _begin(project_id: str, only: tuple[str, ...] = ()) -> None:
    """Draft some sections anew, or all; the job takes the report as it stands when the last edit is in."""
    desk, spoken = assistant(), language()

    def work(job: Job) -> None:
        time.sleep(SETTLED)
        project = desk.reports.projects.get(project_id)
        due = only or tuple(one.id for one in desk.reports.setup(project).plan.leaves())
        steps = desk.reports.write_project(project, desk.settings.model, due, cancel=job.cancelled.is_set)
        for step in steps:
            if isinstance(step, Began):
                job.done, job.total, job.label = step.number - 1, step.total, step.line
            elif isinstance(step, Failed):
                job.told.append(f"{step.line}：{tell(step.code, step.values, spoken)}")
            elif isinstance(step, Wrote | Finished):
                job.done += isinstance(step, Wrote)

    jobs()[f"report-{project_id}"] = start("report", work, language())


@st.fragment(run_every=0.5)
def _progress(name: str) -> None:
    job = jobs().get(name)
    if job is None:
        st.rerun()
        return
    if job.finished.is_set():
        jobs().pop(name, None)
        st.session_state["report-fault"] = [*job.told, *([job.fault] if job.fault else [])]
        st.rerun()
    st.progress(job.done / max(1, job.total), text=escaped(f"{job.done}/{job.total} {job.label}"))
    if st.button(say("cancel"), key=f"stop-{name}"):
        job.cancelled.set()

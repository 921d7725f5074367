"""The sections of a whole report: drafted one by one with progress, one anew, then opened as a draft."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.service import Began, Failed, Finished, Project, Sentence, Setup, Whole, Wrote, assemble
from assistant.telling import tell
from ui.draft_page import draft_page
from ui.escaping import escaped
from ui.jobs import Job, start
from ui.state import FIRST, assistant, jobs, language, open_draft, say

Written = Mapping[str, Sequence[Sentence]]


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
    if draft.button(say("rep_write"), type="primary", width="stretch", disabled=not project.sheet.entries):
        _begin(project, tuple(one.id for one in setup.plan.leaves()))
    written = {where: said for where, said in project.written if said}
    _untold(project, setup, written, rest)
    if not written:
        return
    whole = assemble(setup.plan, written)
    if whole_one.button(say("rep_open"), width="stretch"):
        saved = assistant().reports.as_draft(whole, setup.plan, project.sheet.facts())
        open_draft(saved.id)
        to_draft()
    _parts(project, whole, {one.id for one in setup.plan.leaves()})


def _untold(project: Project, setup: Setup, written: Written, rest: DeltaGenerator) -> None:
    """Facts that have no place or are not told: a required one is a warning, an optional one is said."""
    optional = {one.id for one in project.sheet.entries if not one.required}
    told = set(assemble(setup.plan, written).facts())
    placed = [fact.id for share in setup.shared.shares for fact in share.facts if share.heading in written]
    left = [name for name in placed if name not in told]
    nowhere = [fact.id for fact in setup.shared.unplaced]
    if missing := [name for name in (*nowhere, *left) if name not in optional]:
        st.warning(escaped(say("rep_missing", ids="、".join(missing))))
    if spared := [name for name in (*nowhere, *left) if name in optional]:
        rest.caption(escaped(say("rep_spared", ids="、".join(spared))))


def _parts(project: Project, whole: Whole, leaves: set[str]) -> None:
    """Each heading with what stands under it, as plain text, and a button to write it anew."""
    st.markdown(f"**{escaped(whole.title)}**")
    for part in whole.parts:
        words, button = st.columns([8, 1.2])
        with words:
            if part.line:
                st.markdown(f"**{escaped(part.line)}**")
            for line in part.text.splitlines():
                st.markdown(escaped(line))
        if (
            part.heading in leaves
            and (part.line or part.text)
            and button.button(say("rep_again"), key=f"again-{part.heading}")
        ):
            _begin(project, (part.heading,))


def to_draft() -> None:
    """Go to the page where the draft at hand is edited."""
    st.switch_page(st.Page(draft_page, url_path=FIRST, default=True))


def _begin(project: Project, only: tuple[str, ...]) -> None:
    desk, spoken = assistant(), language()

    def work(job: Job) -> None:
        steps = desk.reports.write_project(project, desk.settings.model, only, cancel=job.cancelled.is_set)
        for step in steps:
            if isinstance(step, Began):
                job.done, job.total, job.label = step.number - 1, step.total, step.line
            elif isinstance(step, Failed):
                job.told.append(f"{step.line}：{tell(step.code, step.values, spoken)}")
            elif isinstance(step, Wrote | Finished):
                job.done += isinstance(step, Wrote)

    jobs()[f"report-{project.id}"] = start("report", work, language())
    st.rerun()


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

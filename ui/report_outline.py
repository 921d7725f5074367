"""The outline of a whole report: proposed after samples, fitted to the facts by a model, edited by hand."""

import datetime
import time
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from assistant.service import Project, ShelfError, parse, write
from ui.escaping import escaped
from ui.jobs import Job, fault_sentence, start
from ui.state import assistant, jobs, language, say

KINDS = ("", "工作总结", "党建工作总结", "党风廉政建设工作情况汇报", "工作汇报", "述职报告", "述职述廉报告")
MOST = 20


def show_outline(project: Project) -> None:
    """Samples chosen, an outline proposed, its lines edited."""
    _proposing(project)
    for fault in st.session_state.pop(f"outline-fault-{project.id}", ()):
        st.error(escaped(fault))
    if f"outline-{project.id}" in jobs():
        _fitting(project.id)
        return
    if not project.plan.strip():
        st.caption(say("rep_hint"))
        return
    _fit(project)
    key = f"plan-{project.id}-{hash(project.plan)}"
    st.text_area(
        say("rep_lines"), project.plan, height=330, help=say("rep_lines_help"), key=key,
        on_change=_replan, args=(project.id, key),
    )  # fmt: skip
    st.button(say("rep_keep_outline"), on_click=_replan, args=(project.id, key))


def _replan(project_id: str, key: str) -> None:
    """Keep the lines as they stand, as soon as the field is left; they stay in it where they have a fault."""
    reports, lines = assistant().reports, st.session_state.get(key)
    try:
        project = reports.projects.get(project_id)
        if lines is not None and lines != project.plan:
            reports.replanned(project, lines)
    except ShelfError as fault:
        st.session_state[f"outline-fault-{project_id}"] = [fault_sentence(fault, language())]


def _proposing(project: Project) -> None:
    """Which samples, which kind, which year: an outline after them."""
    cards = {card.id: card for card in assistant().shelf.reports()}
    if not cards:
        st.info(say("shelf_first"))
        return
    with st.form(f"like-{project.id}", border=False):
        like = st.multiselect(
            say("rep_like"), list(cards), default=[one for one in project.like if one in cards],
            max_selections=MOST, format_func=lambda one: cards[one].title, placeholder=say("rep_choose"),
        )  # fmt: skip
        kind_field, year_field, button = st.columns([2, 1, 1.4], vertical_alignment="bottom")
        kind = kind_field.selectbox(
            say("rep_kind"), KINDS, format_func=lambda one: one or say("rep_as_samples")
        )
        year = year_field.number_input(say("year"), 1990, 2100, datetime.date.today().year)
        if button.form_submit_button(say("rep_propose"), type="primary", width="stretch"):
            _told(lambda: assistant().reports.proposed(replace(project, like=tuple(like)), kind, int(year)))


def _fit(project: Project) -> None:
    """Where a model is set: have it fit the outline to the facts, and the former outline back."""
    state, before = st.session_state, f"outline-before-{project.id}"
    sent = assistant().destination()
    if sent:
        act, back = st.columns([1.4, 1.4], vertical_alignment="center")
        if act.button(say("rep_fit"), width="stretch", help=say("facts_go_to", where=escaped(sent))):
            _begin(project)
        former = state.get(before)
        if former and former != project.plan and back.button(say("rep_fit_back"), width="stretch"):
            state.pop(before)
            _told(lambda: assistant().reports.replanned(project, former))


def _begin(project: Project) -> None:
    reports = assistant().reports

    def work(job: Job) -> None:
        plan = parse(project.plan)
        cancelled = job.cancelled.is_set
        fitted = reports.refine(plan, project.like, project.sheet.facts(), cancel=cancelled)
        if not cancelled():
            now = reports.projects.get(project.id)
            if now.plan != project.plan:
                raise ShelfError("project_elsewhere")
            reports.replanned(now, write(fitted))

    jobs()[f"outline-{project.id}"] = start(f"outline-{project.id}", work, language())
    st.session_state[f"outline-before-{project.id}"] = project.plan
    st.rerun()


@st.fragment(run_every=0.5)
def _fitting(project_id: str) -> None:
    """A model at work on the outline; it can be left alone, and then changes nothing."""
    name = f"outline-{project_id}"
    job = jobs().get(name)
    if job is not None and job.finished.is_set():
        jobs().pop(name, None)
        if job.fault:
            st.session_state[f"outline-fault-{project_id}"] = [job.fault]
        job = None
    if job is None:
        st.rerun()
        return
    words, stop = st.columns([4, 1.2], vertical_alignment="center")
    words.caption(say("rep_fitting", seconds=round(time.monotonic() - job.begun)))
    if stop.button(say("cancel"), key=f"stop-{name}", width="stretch"):
        job.cancelled.set()
        jobs().pop(name, None)
        st.rerun()


def _told(act: Callable[[], object]) -> None:
    """Run an act; a fault is told as a sentence where the writer looks."""
    try:
        act()
    except ShelfError as fault:
        st.error(escaped(fault_sentence(fault, language())))
        return
    st.rerun()

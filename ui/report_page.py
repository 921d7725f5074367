"""The page 整篇: samples and facts -> an outline, facts under its headings, sections one by one, a draft."""

import streamlit as st

from assistant.service import Project
from ui.components import hold_edits
from ui.report_facts import show_facts
from ui.report_outline import show_outline
from ui.report_sections import show_sections
from ui.roll_view import show_roll
from ui.state import assistant, say


def report_page() -> None:
    """A new report from facts and samples, or last year's own rolled forward."""
    modes = ("write", "roll")
    held = st.session_state.get("rep-mode", "roll" if "roll" in st.query_params else "write")
    mode = st.segmented_control(
        say("rep_mode"), modes, default=held, format_func=lambda one: say(f"rep_mode_{one}"),
        label_visibility="collapsed", required=True,
    ) or held  # fmt: skip
    st.session_state["rep-mode"] = mode
    for name in ("report",) if mode == "roll" else ("roll",):
        st.query_params.pop(name, None)
    if mode == "roll":
        show_roll()
    else:
        _new()
    hold_edits()


def _new() -> None:
    """Choose samples, set out the outline and the facts, draft, and open the whole as a draft."""
    project = _at_hand()
    _row(project)
    left, right = st.columns([1.3, 1], gap="large")
    with left:
        st.subheader(say("rep_facts"), anchor=False)
        show_facts(project)
    with right:
        st.subheader(say("rep_outline"), anchor=False)
        show_outline(project)
    if project.plan.strip():
        st.divider()
        show_sections(project)


def _at_hand() -> Project:
    """The project the address names, else the last changed, else a new one."""
    desk = assistant().reports.projects
    kept = {one.id: one for one in desk.all()}
    wanted = st.session_state.pop("report-opening", None)
    wanted = st.query_params.get("report", "") if wanted is None else wanted
    project = kept.get(wanted) or next(iter(kept.values()), None) or desk.create()
    if st.query_params.get("report") != project.id:
        st.query_params["report"] = project.id
    return project


def _row(project: Project) -> None:
    """Which report, a new one, and what it is called."""
    desk = assistant().reports.projects
    kept = {one.id: one for one in desk.all()}
    pick, new, gone = st.columns([5, 1, 1], vertical_alignment="bottom")
    names = sorted(kept)
    called = {one: kept[one].name or say("untitled") for one in names}
    twice = {one for one in names if list(called.values()).count(called[one]) > 1}
    chosen = pick.selectbox(
        say("rep_reports"), names, index=names.index(project.id), label_visibility="collapsed",
        key=f"rep-{project.id}-{project.name}-{len(names)}",
        format_func=lambda one: called[one] + (f" · {one[:4]}" if one in twice else ""),
    )  # fmt: skip
    if chosen and chosen != project.id:
        _open(chosen)
    if new.button(say("new_draft"), width="stretch"):
        _open(desk.create().id)
    with gone.popover(say("rep_delete"), width="stretch", key=f"delete-{project.id}"):
        st.caption(say("rep_delete_sure"))
        if st.button(say("rep_delete_now"), key=f"delete-now-{project.id}", type="primary", width="stretch"):
            desk.delete(project.id)
            _open("")


def _open(project_id: str) -> None:
    """Make one the one at hand; an address set right before a rerun would not be sent."""
    st.session_state["report-opening"] = project_id
    st.rerun()

"""The page 整篇: samples and facts -> an outline, facts under its headings, sections one by one, a draft."""

import datetime
from dataclasses import replace

import streamlit as st

from assistant.service import Project, ShelfError
from assistant.telling import tell
from ui.escaping import escaped
from ui.report_facts import show_facts
from ui.report_sections import show_sections
from ui.roll_view import show_roll
from ui.state import assistant, language, say

KINDS = ("", "工作总结", "党建工作总结", "党风廉政建设工作情况汇报", "工作汇报", "述职报告", "述职述廉报告")
MOST = 20


def report_page() -> None:
    """A new report from facts and samples, or last year's own rolled forward."""
    modes = ("write", "roll")
    held = st.session_state.get("rep-mode", "roll" if "roll" in st.query_params else "write")
    mode = st.segmented_control(
        say("rep_mode"), modes, default=held, format_func=lambda one: say(f"rep_mode_{one}"),
        label_visibility="collapsed",
    ) or held  # fmt: skip
    st.session_state["rep-mode"] = mode
    for name in ("report",) if mode == "roll" else ("roll",):
        st.query_params.pop(name, None)
    if mode == "roll":
        show_roll()
    else:
        _new()


def _new() -> None:
    """Choose samples, set out the outline and the facts, draft, and open the whole as a draft."""
    project = _at_hand()
    _row(project)
    left, right = st.columns([1, 1], gap="large")
    with left:
        st.subheader(say("rep_facts"))
        show_facts(project)
    with right:
        st.subheader(say("rep_outline"))
        _outline(project)
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
    if gone.button(say("rep_delete"), width="stretch"):
        desk.delete(project.id)
        _open("")


def _open(project_id: str) -> None:
    """Make one the one at hand; an address set right before a rerun would not be sent."""
    st.session_state["report-opening"] = project_id
    st.rerun()


def _outline(project: Project) -> None:
    """Samples chosen, an outline proposed, its lines edited."""
    cards = {card.id: card for card in assistant().shelf.reports()}
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
    if not project.plan.strip():
        st.caption(say("rep_hint"))
        return
    with st.form(f"plan-{project.id}-{project.revision}", border=False):
        lines = st.text_area(say("rep_lines"), project.plan, height=330, help=say("rep_lines_help"))
        if st.form_submit_button(say("rep_keep_outline")):
            _told(lambda: assistant().reports.replanned(project, lines))


def _told(act) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Run an act; a fault is told as a sentence where the writer looks."""
    try:
        act()
    except ShelfError as fault:
        st.error(escaped(tell(fault.code, fault.values, language())))
        return
    st.rerun()

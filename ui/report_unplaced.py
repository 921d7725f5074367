"""Facts that stand in no section: why, and a menu to put each under a heading there and then."""

from dataclasses import replace

import streamlit as st

from assistant.service import Project, ShelfError, numbered
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.state import assistant, language, say

MOST = 8
"""Facts shown at once; the next come as these are placed."""


def show_unplaced(project: Project) -> None:
    """Each required fact that no heading took, with the reason; none that was left out by hand."""
    if not project.plan.strip():
        return
    if fault := st.session_state.pop(f"place-fault-{project.id}", ""):
        st.error(escaped(fault))
    setup = assistant().reports.setup(project)
    needed = {one.id for one in project.sheet.entries if one.required}
    found = [f for f in setup.shared.unplaced if f.id in needed and setup.shared.why(f.id) != "hand"]
    if not found:
        return
    st.markdown(f"**{escaped(say('rep_unplaced', count=len(found)))}**")
    lines = dict(zip((one.id for one in setup.plan.headings), numbered(setup.plan.headings), strict=True))
    leaves = [one.id for one in setup.plan.leaves() if one.level]
    for fact in found[:MOST]:
        words, menu = st.columns([3, 2], vertical_alignment="center")
        words.markdown(f"{fact.id}　{escaped(fact.text)}")
        words.caption(say(f"rep_why_{setup.shared.why(fact.id)}"))
        menu.selectbox(
            say("rep_home"), leaves, index=None, placeholder=say("rep_put"), label_visibility="collapsed",
            key=f"put-{project.id}-{fact.id}", format_func=lambda one: lines[one], on_change=_put,
            args=(project.id, fact.id),
        )  # fmt: skip
    if len(found) > MOST:
        st.caption(say("rep_unplaced_more", count=len(found) - MOST))


def _put(project_id: str, fact_id: str) -> None:
    """Put a fact under the heading that was chosen."""
    chosen = st.session_state.get(f"put-{project_id}-{fact_id}")
    if not chosen:
        return
    try:
        assistant().reports.projects.change(
            project_id,
            lambda one: replace(one, moved=tuple((dict(one.moved) | {fact_id: chosen}).items())),
        )
    except ShelfError as fault:
        st.session_state[f"place-fault-{project_id}"] = fault_sentence(fault, language())

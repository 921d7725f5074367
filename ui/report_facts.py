"""The fact sheet of a whole report: facts added, looked at and merged; its table is in ``report_table``."""

import tempfile
from dataclasses import replace
from pathlib import Path

import streamlit as st

from assistant.service import Project, ShelfError, doubts, read_text
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.report_table import show_table
from ui.report_unplaced import show_unplaced
from ui.state import assistant, language, say

DOUBTS = 3
"""Doubts shown at once; the next come as these are settled."""


def show_facts(project: Project) -> None:
    """A field for notes, a table of the facts, and what is to be looked at in them."""
    with st.form(f"notes-{project.id}-{project.sheet.next}", border=False):
        notes = st.text_area(say("rep_notes"), height=120, placeholder=say("rep_notes_place"))
        if st.form_submit_button(say("rep_add_facts")) and notes.strip():
            _keep(replace(project, sheet=project.sheet.added(notes)))
    _from_file(project)
    if not project.sheet.entries:
        return
    _doubts(project)
    show_table(project)
    show_unplaced(project)
    _merge(project)


def _from_file(project: Project) -> None:
    """An earlier report, a table or notes in a file: their sentences and rows become facts."""
    with st.popover(say("rep_from_file")):
        file = st.file_uploader(
            say("rep_from_file"), key=f"facts-{project.id}-{project.sheet.next}", label_visibility="collapsed"
        )
        if file is None or not st.button(say("rep_add_facts"), key="add-file"):
            return
        try:
            with tempfile.TemporaryDirectory() as folder:
                place = Path(folder) / Path(file.name).name
                place.write_bytes(file.getvalue())
                text = read_text(place)
        except ShelfError as fault:
            st.error(escaped(fault_sentence(fault, language())))
            return
        _keep(replace(project, sheet=project.sheet.added(text)))


def _doubts(project: Project) -> None:
    """Facts that may be one, with a way to make them one, and facts that contradict each other."""
    texts = {one.id: one.text for one in project.sheet.entries}
    found = doubts(project.sheet.facts())
    for doubt in found[:DOUBTS]:
        key = "rep_conflict" if doubt.kind == "conflict" else "rep_duplicate"
        words, button = st.columns([6, 1], vertical_alignment="center")
        words.warning(escaped(say(key, first=doubt.first, second=doubt.second)))
        words.caption(escaped(f"{texts[doubt.first][:60]} ｜ {texts[doubt.second][:60]}"))
        if doubt.kind == "duplicate" and button.button(
            say("rep_merge_now"), key=f"merge-{doubt.first}-{doubt.second}", width="stretch"
        ):
            _keep(replace(project, sheet=project.sheet.merged(doubt.first, doubt.second)))
    if len(found) > DOUBTS:
        st.caption(say("rep_doubts", count=len(found) - DOUBTS))


def _merge(project: Project) -> None:
    """Any two facts made one."""
    texts = {one.id: one.text for one in project.sheet.entries}
    with st.popover(say("rep_merge")):
        chosen = st.multiselect(
            say("rep_merge_which"), list(texts), max_selections=2, key=f"merge-{project.revision}",
            format_func=lambda one: f"{one} {texts[one][:30]}",
        )  # fmt: skip
        if len(chosen) == 2 and st.button(say("rep_merge"), key="merge-now"):
            _keep(replace(project, sheet=project.sheet.merged(*chosen)))


def _keep(project: Project) -> None:
    try:
        assistant().reports.projects.keep(project)
    except ShelfError as fault:
        st.error(escaped(fault_sentence(fault, language())))
        return
    st.rerun()

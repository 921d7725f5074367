"""The fact sheet of a whole report: added, edited, reordered, merged, put under headings by hand."""

import tempfile
from dataclasses import replace
from pathlib import Path

import streamlit as st

from assistant.service import Project, ShelfError, doubts, numbered, read_text
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.state import assistant, language, say

ROW = 35
"""Height of a row of a table, pixels."""
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
    _table(project)
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


def _table(project: Project) -> None:
    names, where = _headings(project)
    rows = [
        {"id": one.id, "place": place, "text": one.text, "home": names.get(where.get(one.id, ""), ""),
         "required": one.required}
        for place, one in enumerate(project.sheet.entries, 1)
    ]  # fmt: skip
    columns = {
        "id": st.column_config.TextColumn(say("rep_id"), disabled=True, width="small"),
        "place": st.column_config.NumberColumn(say("rep_place"), width="small"),
        "text": st.column_config.TextColumn(say("rep_fact"), width="medium"),
        "home": st.column_config.SelectboxColumn(say("rep_home"), options=list(names.values())),
        "required": st.column_config.CheckboxColumn(say("rep_required"), width="small"),
    }
    if not project.plan.strip():
        del columns["home"]
    edited = st.data_editor(
        rows, column_order=tuple(columns), column_config=columns, hide_index=True, width="stretch",
        height=min(420, ROW * (len(rows) + 1) + 3), key=f"sheet-{project.id}-{project.revision}",
    )  # fmt: skip
    if edited != rows and st.button(say("rep_keep_facts"), type="primary"):
        _keep(_changed(project, rows, edited, {name: one for one, name in names.items()}))


def _headings(project: Project) -> tuple[dict[str, str], dict[str, str]]:
    """(heading id -> its line, fact id -> heading id); the empty id is for facts left out."""
    if not project.plan.strip():
        return {"": say("rep_nowhere")}, {}
    setup = assistant().reports.setup(project)
    lines = dict(zip((one.id for one in setup.plan.headings), numbered(setup.plan.headings), strict=True))
    leaves = {one.id: lines[one.id] for one in setup.plan.leaves()}
    return {"": say("rep_nowhere")} | leaves, setup.shared.where()


def _changed(project: Project, rows: list, edited: list, ids: dict[str, str]) -> Project:  # type: ignore[type-arg]
    """The project with the table's changes: words, order, place under a heading, required."""
    sheet, moved = project.sheet, dict(project.moved)
    for before, after in zip(rows, edited, strict=True):
        if before["home"] != after["home"]:
            moved[after["id"]] = ids.get(after["home"], "")
        if before["required"] != after["required"]:
            sheet = sheet.marked(after["id"], bool(after["required"]))
    held = {row["id"]: float(row["place"]) for row in rows}
    order = sorted(edited, key=lambda row: _wanted(held[row["id"]], float(row["place"] or 0)))
    for place, row in enumerate(order):
        sheet = sheet.moved(row["id"], place)
    for before, after in zip(rows, edited, strict=True):
        if before["text"] != after["text"]:
            sheet = sheet.edited(after["id"], str(after["text"] or ""))
    return replace(project, sheet=sheet, moved=tuple(moved.items()))


def _wanted(held: float, given: float) -> float:
    """Where a fact goes: one sent down to a place comes behind the fact there, one sent up before it."""
    return given + (0.5 if given > held else -0.5 if given < held else 0)


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

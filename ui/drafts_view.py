"""Kept drafts -> the row on top: which one, a new one, an example, and what can be done with it."""

import datetime
import zlib
from collections.abc import Mapping

import streamlit as st

from assistant.service import Saved, examples
from ui.escaping import escaped
from ui.return_view import show_return
from ui.state import assistant, example_draft, language, open_draft, say

MOST = 20


def show_drafts(saved: Saved) -> None:
    """Choose a draft, begin one, keep house among them, and see where facts are sent."""
    desk = assistant()
    kept = {s.id: s for s in desk.drafts()}
    pick, new, example, manage, where = st.columns([4, 1.1, 1.4, 1.4, 3], vertical_alignment="bottom")
    # Streamlit knows a choice by its label: labels differ, and another set of them is another field
    names = _names(kept)
    key = f"choose-{zlib.crc32(repr((saved.id, names)).encode())}"
    pick.selectbox(
        say("drafts"), list(kept), index=list(kept).index(saved.id), key=key, on_change=_chosen, args=(key,),
        format_func=lambda i: names[i], label_visibility="collapsed",
    )  # fmt: skip
    if new.button(say("new_draft"), width="stretch"):
        _open(desk.new_draft(year=datetime.date.today().year).id)
    with example.popover(say("load_example"), width="stretch"):
        for number, brief in enumerate(e for e in examples() if e.language == language()):
            if st.button(escaped(brief.name), key=f"example-{number}", width="stretch"):
                _open(example_draft(number).id)
    with manage.popover(say("manage"), width="stretch"):
        _manage(saved)
    sent = desk.destination()
    where.caption(say("facts_go_to", where=escaped(sent)) if sent else f"{say('motto')} {say('facts_stay')}")


def _manage(saved: Saved) -> None:
    """Name, copy, put away and bring back."""
    desk = assistant()
    _find()
    name = st.text_input(say("draft_name"), saved.name, key=f"name-{saved.id}", placeholder=saved.section)
    if name.strip() != saved.name:
        desk.rename_draft(saved.id, name.strip())
        st.rerun()
    if st.button(say("duplicate_draft"), width="stretch"):
        _open(desk.duplicate_draft(saved.id).id)
    show_return(saved)
    if st.button(say("delete_draft"), key=f"trash-{saved.id}", width="stretch"):
        desk.trash_draft(saved.id)
        st.toast(say("in_trash"))
        _open("")
    gone = desk.trashed_drafts()
    if gone:
        st.caption(say("trash_count", count=len(gone)))
    for one in gone[:MOST]:
        row = st.container(horizontal=True, vertical_alignment="center", gap="small")
        row.caption(escaped(one.title or say("untitled")), width="stretch")
        if row.button(say("bring_back"), key=f"back-{one.id}"):  # as wide as its word, never cut
            _open(desk.restore_draft(one.id).id)


def _find() -> None:
    """Drafts by words of their name, heading, facts or text, each opened with one press."""
    words = st.text_input(say("find_draft"), key="find-draft", placeholder=say("find_draft_hint")).strip()
    if not words:
        return
    found = assistant().search_drafts(words)
    if not found:
        st.caption(say("no_draft_found"))
    for saved in found[:MOST]:
        if st.button(escaped(saved.title or say("untitled")), key=f"found-{saved.id}", width="stretch"):
            _open(saved.id)


def _chosen(key: str) -> None:
    """Open the draft that was chosen; only a choice of the writer's does."""
    if st.session_state[key]:
        open_draft(st.session_state[key])


def _open(draft_id: str) -> None:
    open_draft(draft_id)
    st.rerun()


def _names(kept: Mapping[str, Saved]) -> dict[str, str]:
    """Draft id -> what the list calls it; no two alike."""
    names: dict[str, str] = {}
    for draft_id, saved in kept.items():
        when = datetime.datetime.fromtimestamp(saved.changed).strftime("%m-%d %H:%M")
        name = f"{saved.title or say('untitled')}  ·  {when}"
        alike = sum(other.split("  #")[0] == name for other in names.values())
        names[draft_id] = f"{name}  #{alike + 1}" if alike else name
    return names

"""What a draft still asks for -> a list under the facts; an answer fills the text and becomes a fact."""

import streamlit as st

from assistant.service import Blank, Saved, ShelfError, blanks
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.keying import keyed
from ui.state import assistant, language, renew, say

MOST = 40
AROUND = 40
"""Characters of a sentence shown on either side of its blank."""


def show_blanks(saved: Saved) -> None:
    """Every blank of a kept draft, each that means the same asked for once, under its sentence."""
    found = blanks(saved.body.text)
    if not found:
        return
    with st.expander(
        say("blanks", count=len(found)), expanded=len(found) <= 3, icon=":material/edit_square:"
    ):
        keys = keyed(saved.id, (f"{blank.words}-{blank.clause}" for blank in found))
        for blank, key in list(zip(found, keys, strict=True))[:MOST]:
            _blank(saved, blank, key)


def _blank(saved: Saved, blank: Blank, key: str) -> None:
    places = f"  ×{len(blank.spans)}" if len(blank.spans) > 1 else ""
    with st.form(f"fill-{key}", border=False, clear_on_submit=False):
        st.caption(_sentence(blank))
        answer = st.text_input(
            escaped(blank.asked or say("blank_nameless")) + places,
            key=f"answer-{key}",
        )  # fmt: skip
        if not st.form_submit_button(say("fill_in"), width="stretch"):
            return
    try:
        assistant().fill(saved, blank, answer)
    except ShelfError as error:
        st.error(escaped(fault_sentence(error, language())))
        return
    state = st.session_state
    state[f"noted-{saved.id}"] = state.get(f"noted-{saved.id}", 0) + 1
    renew(saved.id)
    st.rerun()


def _sentence(blank: Blank) -> str:
    """What stands around a blank, the blank itself in colour."""
    at, end = blank.place[0], blank.place[0] + len(blank.words)
    before, behind = blank.sentence[:at], blank.sentence[end:]
    before = before if len(before) <= AROUND else "…" + before[-AROUND:]
    behind = behind if len(behind) <= AROUND else behind[:AROUND] + "…"
    return f"{escaped(before)}:orange-background[{escaped(blank.words)}]{escaped(behind)}"

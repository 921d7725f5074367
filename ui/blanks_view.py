"""What a draft still asks for -> a list under the facts; an answer fills the text and becomes a fact."""

import streamlit as st

from assistant.service import Blank, Saved, ShelfError, blanks
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.state import assistant, language, renew, say

MOST = 40


def show_blanks(saved: Saved) -> None:
    """Every blank of a kept draft, each asked for once."""
    found = blanks(saved.body.text)
    if not found:
        return
    with st.expander(
        say("blanks", count=len(found)), expanded=len(found) <= 3, icon=":material/edit_square:"
    ):
        for blank in found[:MOST]:
            _blank(saved, blank, f"{saved.id}-{blank.words}")


def _blank(saved: Saved, blank: Blank, key: str) -> None:
    places = f"  ×{len(blank.spans)}" if len(blank.spans) > 1 else ""
    with st.form(f"fill-{key}", border=False, clear_on_submit=False):
        answer = st.text_input(
            escaped(blank.asked or say("blank_nameless")) + places,
            key=f"answer-{key}", placeholder=blank.sentence[:60],
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

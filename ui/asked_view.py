"""Words of a draft asked about -> how samples say them, beside the draft, to be taken over."""

import streamlit as st

from assistant.service import Saved
from ui.compare_view import show_compared
from ui.escaping import escaped
from ui.state import say


def show_asked(saved: Saved) -> bool:
    """How samples say the words asked about, to be taken over; nothing once those words are gone."""
    state, text = st.session_state, saved.body.text
    words, start = state.get("asked", ""), state.get("asked-at", -1)
    if not words:
        return False
    if start < 0 or not text.startswith(words, start):
        start = text.find(words)
        if start < 0 or text.find(words, start + 1) >= 0:
            start = -1
    if words not in text:
        state.pop("asked", None)
        return False
    head, back = st.columns([3, 2], vertical_alignment="center")
    head.markdown(f"**{say('samples_say')}**")
    if back.button(say("back_to_all"), key=f"back-{saved.id}", width="stretch"):
        state.pop("asked", None)
        st.rerun()
    st.caption(escaped(words))
    end = start + len(words)
    show_compared(saved, words, (end if _behind(saved) else start, end) if start >= 0 else None)
    return True


def _behind(saved: Saved) -> bool:
    """Whether what is taken over goes behind the words asked about and not in their place."""
    chosen = st.segmented_control(
        say("take_where"), ("instead", "behind"), default="instead", required=True,
        key=f"take-{saved.id}", format_func=lambda one: say(f"take_{one}"), label_visibility="collapsed",
    )  # fmt: skip
    return chosen == "behind"

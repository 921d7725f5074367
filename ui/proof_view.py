"""Slips of form -> a list of numbering, punctuation and wording, each put right with one press."""

import streamlit as st

from assistant.service import Saved, ShelfError, Slip, fixed
from assistant.slips import shown
from assistant.telling import tell
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.keying import keyed
from ui.state import assistant, language, renew, say

MOST = 40


def show_proof(saved: Saved) -> None:
    """What is wrong with the form of a kept text; nothing is changed unasked."""
    slips = assistant().proof(saved.body.text)
    if not slips:
        return
    with st.expander(say("proof", count=len(slips))):
        certain = tuple(slip for slip in slips if slip.better is not None)
        if len(certain) > 1 and st.button(say("fix_all", count=len(certain)), key=f"fix-{saved.id}"):
            _fix(saved, certain)
        keys = keyed(f"slip-{saved.id}", (f"{slip.kind}-{slip.text}" for slip in slips))
        for slip, key in zip(slips[:MOST], keys, strict=False):
            _slip(saved, slip, key)


def _slip(saved: Saved, slip: Slip, key: str) -> None:
    words, act = st.columns([4, 1.2], vertical_alignment="center")
    place, right = shown(saved.body.text, slip)
    better = f"（{slip.hint}？）" if slip.hint else "" if right is None else f" → {right or say('taken_out')}"
    told = tell(f"slip_{slip.kind}", (), language())
    words.markdown(escaped(f"{told}：{place}{better}"))
    if slip.better is not None and act.button(say("fix"), key=key, width="stretch"):
        _fix(saved, (slip,))
    if slip.row and act.button(say("never_again"), key=f"off-{key}", width="stretch"):
        assistant().switch_error(slip.row, False)
        st.rerun()


def _fix(saved: Saved, slips: tuple[Slip, ...]) -> None:
    try:
        assistant().keep_text(saved.id, fixed(saved.body.text, slips), saved.revision)
    except ShelfError as error:
        st.session_state[f"fault-{saved.id}"] = fault_sentence(error, language())
    renew(saved.id)
    st.rerun()

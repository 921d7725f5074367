"""What the check found -> a list under the draft, gravest first, each acted on with one press."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from assistant.service import Finding, Saved, ShelfError, can_be_blank, name_of, retold
from ui.draft_view import sentence_at
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.keying import keyed
from ui.sources_view import open_passage
from ui.state import assistant, language, renew, say

GRAVE = ("leaked", "unsupported", "contact", "misplaced", "conflict")
"""Kinds of finding shown first, gravest first."""
MOST = 40
NEXT, STAND = "Alt+N", "Alt+Y"


def show_findings(saved: Saved, findings: Sequence[Finding], stood: Sequence[Finding]) -> None:
    """What the check has to say, each with what can be done; what it cannot see."""
    rank = {kind: place for place, kind in enumerate(GRAVE)}
    ordered = sorted(findings, key=lambda f: (rank.get(f.kind, len(rank)), f.span))
    turn = st.session_state.get(f"turn-{saved.id}", 0) % max(1, len(ordered))
    _head(saved, ordered, turn)
    if not ordered:
        st.success(say("no_findings"))
    keys = keyed(saved.id, (name_of(saved.body.text, finding) for finding in ordered))
    rows = list(zip(ordered, keys, strict=True))
    for number, (finding, key) in enumerate((rows[turn:] + rows[:turn])[:MOST]):
        _finding(saved, finding, key, first=not number)
    if len(ordered) > MOST:
        st.caption(say("more_findings", count=len(ordered) - MOST))
    if stood:
        with st.expander(say("stood", count=len(stood))):
            names = keyed(f"stood-{saved.id}", (name_of(saved.body.text, finding) for finding in stood))
            for finding, key in zip(stood, names, strict=True):
                _stood(saved, finding, key)
    st.caption(say("check_limits"))


def _head(saved: Saved, ordered: Sequence[Finding], turn: int) -> None:
    """How many there are, and a way from one to the next."""
    words, onward = st.columns([3, 2], vertical_alignment="center")
    count = f"{turn + 1} / {len(ordered)}" if turn else str(len(ordered))
    words.markdown(f"**{say('findings')}**" + (f"  ·  {count}" if ordered else ""))
    if len(ordered) > 1:
        following = (turn + 1) % len(ordered)
        onward.button(
            say("next_finding"), key=f"next-{saved.id}", shortcut=NEXT, width="stretch",
            on_click=_turn, args=(saved, ordered[following], following),
        )  # fmt: skip


def _turn(saved: Saved, finding: Finding, number: int) -> None:
    """Put a finding first, pick the sentence it speaks of, and bring the editor to it."""
    state, look = st.session_state, f"look-{saved.id}"
    state[f"turn-{saved.id}"] = number
    if len(finding.span):
        state["picked"] = sentence_at(saved, finding.span.start)
        state[look] = finding.span.start, state.get(look, (0, 0))[1] + 1


def _finding(saved: Saved, finding: Finding, key: str, *, first: bool) -> None:
    desk = assistant()
    with st.container(border=True, gap="small"):
        colour = "red" if finding.kind in GRAVE else "orange"
        st.markdown(
            f":{colour}-badge[{say(f'kind_{finding.kind}')}]  {escaped(retold(finding.message, language()))}"
        )
        with st.container(horizontal=True, gap="small"):
            for other in desk.alternatives(saved, finding):
                words = say("replace_by", text=escaped(other.text), fact=other.fact)
                if st.button(words, key=f"put-{other.text}-{key}"):
                    _act(saved, partial(desk.put_right, saved, finding, other.text))
            if can_be_blank(finding) and st.button(say("make_blank"), key=f"blank-{key}"):
                _act(saved, lambda: desk.blank(saved, finding, language()))
            if finding.passage_id and st.button(say("open_sample"), key=f"open-{key}"):
                open_passage(finding.passage_id)
            if finding.kind != "blank" and st.button(
                say("let_stand"), key=f"stand-{key}", shortcut=STAND if first else None
            ):
                _act(saved, lambda: desk.accept(saved, finding))


def _stood(saved: Saved, finding: Finding, key: str) -> None:
    words, back = st.columns([5, 1.4], vertical_alignment="center")
    words.caption(f"{say(f'kind_{finding.kind}')}  ·  {escaped(finding.text)}")
    if back.button(say("reopen"), key=key, width="stretch"):
        _act(saved, lambda: assistant().reopen(saved, finding))


def _act(saved: Saved, act: Callable[[], object]) -> None:
    """Do it, then draw the page anew; a fault is told above the draft and nothing is lost."""
    try:
        act()
    except ShelfError as error:
        st.session_state[f"fault-{saved.id}"] = fault_sentence(error, language())
    renew(saved.id)
    st.rerun()

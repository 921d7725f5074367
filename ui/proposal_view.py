"""Words selected in the editor -> proposals beside it: the change shown, accepted or turned down each."""

from dataclasses import dataclass, field
from typing import cast

import streamlit as st

from assistant.service import Proposal, Saved, ShelfError, Span, Wish, retold, runs
from ui.components import Asked, show_differing
from ui.escaping import escaped
from ui.jobs import Job, fault_sentence, start
from ui.sources_view import open_passage
from ui.state import assistant, language, renew, say

PATIENCE_S = 2.0
"""How long the page waits for proposals before it shows them as under way."""


@dataclass(slots=True)
class Asking:
    """What was asked of a selection, and what came."""

    wish: Wish
    span: Span
    before: str
    job: Job
    refused: set[int] = field(default_factory=set)


def propose(saved: Saved, asked: Asked) -> None:
    """Begin to look for other words for a selection of the kept text."""
    desk, wish, span = assistant(), cast(Wish, asked.op), Span(asked.start, asked.end)
    try:
        span = place_of(saved.body.text, span, asked.text)
    except ShelfError as error:
        st.session_state[f"fault-{saved.id}"] = fault_sentence(error, language())
        return

    def work(job: Job) -> tuple[Proposal, ...]:
        return desk.revise(
            saved.body.text, span, wish, saved.notes, saved.section, saved.year, cancel=job.cancelled.is_set
        )

    job = start(f"revise-{saved.id}", work, language())
    st.session_state[f"asking-{saved.id}"] = Asking(wish, span, asked.text, job)
    with st.spinner(say("proposing")):
        job.finished.wait(PATIENCE_S)


def forget(draft_id: str) -> None:
    """Let go of the proposals at hand."""
    asking = st.session_state.pop(f"asking-{draft_id}", None)
    if asking is not None:
        asking.job.cancelled.set()


def show_proposals(saved: Saved) -> bool:
    """The proposals at hand; whether there are any to show."""
    asking: Asking | None = st.session_state.get(f"asking-{saved.id}")
    if asking is None:
        return False
    st.markdown(f"**{say(f'wish_{asking.wish}')}**")
    if not asking.job.finished.is_set():
        _waiting(saved.id)
        return True
    if asking.job.fault:
        st.error(escaped(asking.job.fault))
    found: tuple[Proposal, ...] = asking.job.result or ()
    left = [number for number in range(len(found)) if number not in asking.refused]
    if not left and not asking.job.fault:
        st.text(asking.before)
        built_in = assistant().settings.model == "none"
        st.info(say("nothing_better_built_in" if built_in else "nothing_better"))
    for number in left:
        _proposal(saved, asking, number, found[number])
    st.button(say("close_proposals"), key=f"close-{saved.id}", width="stretch",
              on_click=forget, args=(saved.id,))  # fmt: skip
    return True


@st.fragment(run_every=0.4)
def _waiting(draft_id: str) -> None:
    """A model at work, and a way to stop it."""
    asking: Asking | None = st.session_state.get(f"asking-{draft_id}")
    if asking is None or asking.job.finished.is_set():
        st.rerun()
    st.caption(say("proposing"))
    if st.button(say("stop"), key=f"stop-{draft_id}", width="stretch"):
        forget(draft_id)
        st.rerun()


def _proposal(saved: Saved, asking: Asking, number: int, one: Proposal) -> None:
    """One proposal: what goes, what comes, what to look at, and the choice."""
    key = f"{saved.id}-{asking.span.start}-{number}"
    with st.container(border=True):
        pairs = [(run.before, run.after) for run in runs(asking.before, one.text)]
        show_differing(f"diff-{key}-{asking.job.begun}", pairs, language())
        st.caption(say(f"proposed_by_{one.by}", model=escaped(one.model)))
        for words in one.lost:
            st.warning(say("proposal_lost", text=escaped(words)))
        for words in one.added:
            st.warning(say("proposal_added", text=escaped(words)))
        for finding in one.findings:
            st.warning(escaped(retold(finding.message, language())))
        with st.container(horizontal=True, gap="small"):
            words = say("accept_proposal" if one.is_sound else "accept_unsound")
            st.button(words, key=f"accept-{key}", type="primary" if one.is_sound else "secondary",
                      on_click=_accept, args=(saved, asking, one))  # fmt: skip
            st.button(say("refuse_proposal"), key=f"refuse-{key}",
                      on_click=asking.refused.add, args=(number,))  # fmt: skip
            if one.passages and st.button(say("open_sample"), key=f"source-{key}"):
                open_passage(one.passages[0])


def _accept(saved: Saved, asking: Asking, one: Proposal) -> None:
    """Put a proposal into the kept text, where the selection stands by now; an open editor takes it over."""
    desk = assistant()
    try:
        now = desk.kept(saved.id)  # what was typed since is kept already and moves the selection
        desk.accept_proposal(now, place_of(now.body.text, asking.span, asking.before), one)
    except ShelfError as error:
        st.session_state[f"fault-{saved.id}"] = fault_sentence(error, language())
        return
    renew(saved.id)
    forget(saved.id)


def place_of(text: str, span: Span, words: str) -> Span:
    """Where words that were selected at a span stand now.

    Raises:
        ShelfError: ``selection_gone`` when they stand nowhere else, or at several places.
    """
    if span.of(text) == words:
        return span
    at = text.find(words)
    if at < 0 or text.find(words, at + 1) >= 0:
        raise ShelfError("selection_gone")
    return Span(at, at + len(words))

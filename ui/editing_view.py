"""A kept draft -> its editor: saved a moment after the last key, acts on a selection, the view chosen."""

from collections.abc import Sequence

import streamlit as st

from assistant.service import WISHES, Finding, Saved
from ui.components import Asked, show_editing
from ui.draft_view import editing_marks, sentence_at
from ui.escaping import escaped
from ui.hearing import Hearing, Unsaved
from ui.jobs import fault_sentence
from ui.proposal_view import forget, propose
from ui.state import assistant, language, renew, say

VIEWS = ("sources", "edit")


def choose_view(saved: Saved) -> str:
    """Reading or editing; one is always chosen, and the address says which."""
    state, viewed = st.session_state, f"viewed-{saved.id}"
    if "viewing" not in state:  # the address is asked once, after that the writer's last choice stands
        state["viewing"] = True
        state.setdefault(viewed, st.query_params.get("view"))
    before = state.get(viewed)
    view = st.segmented_control(
        say("view"), VIEWS, default=before if before in VIEWS else VIEWS[0], required=True,
        key=f"view-{saved.id}", format_func=lambda v: say(f"view_{v}"), label_visibility="collapsed",
    )  # fmt: skip
    state[viewed] = view
    if st.query_params.get("view", VIEWS[0]) != view:
        st.query_params["view"] = str(view)
    return str(view)


def show_edit(saved: Saved, findings: Sequence[Finding]) -> None:
    """The text, saved a moment after the last key; a stale window is told, never overwritten."""
    state = st.session_state
    hearing: Hearing = state.setdefault(f"hearing-{saved.id}", Hearing())
    told = st.container()
    if hearing.unsaved is not None:
        with told:
            _unsaved(saved, hearing.unsaved)
    with hearing.lock:  # a run told to stop may still be keeping what was written
        if hearing.refused is not None:  # it met another window's text and was ended before it could tell
            _dispute(saved.id, hearing)
        if f"conflict-{saved.id}" in state:
            st.rerun()
        now = assistant().kept(saved.id)
        found = findings if now.revision == saved.revision else ()
        asked = _drawn(now, found, hearing)
    if asked is not None:
        _asked(now, found, asked)


def _drawn(saved: Saved, findings: Sequence[Finding], hearing: Hearing) -> Asked | None:
    """The editor with a text and what is noted of it, both of one moment; what is asked of a place."""
    if hearing.loaded != saved.revision:  # changed from beside the editor, or opened afresh
        renew(saved.id)
        hearing.loaded = saved.revision
    drawn = _epoch(saved.id)
    hearing.settle()
    return show_editing(
        f"text-{saved.id}", f"{saved.id}:{drawn}", saved.body.text,
        lambda text, base: keep(saved.id, hearing, text, base, drawn),
        hearing=hearing, base=saved.revision, marks=[*editing_marks(findings), *_stated(saved, findings)],
        ops={wish: say(f"wish_{wish}") for wish in WISHES} | {"compare": say("op_compare")},
        words={"saved": say("saved"), "saving": say("saving")}, label=say("edit_label"), language=language(),
        look=st.session_state.get(f"look-{saved.id}"),
    )  # fmt: skip


def _stated(saved: Saved, findings: Sequence[Finding]) -> list[dict[str, object]]:
    """What facts state, as marks; where something is found as well, that is what the writer must see."""
    taken = [one.span for one in findings if len(one.span)]
    return [
        {"start": one.span.start, "end": one.span.end, "kind": "fact",
         "note": "\n".join(f"{fact.id}  {fact.text}" for fact in one.facts[:3])}
        for one in assistant().vouched(saved)
        if not any(span.start < one.span.end and one.span.start < span.end for span in taken)
    ]  # fmt: skip


def keep(draft_id: str, hearing: Hearing, text: str, base: int | None, drawn: int) -> bool:
    """Keep what the editor wrote; whether it is safe.

    Once the text is kept the session's state is not looked at again: that look could end the run.

    Args:
        draft_id: The draft.
        hearing: What is noted of its editor.
        text: The whole text.
        base: As ``show_editing`` tells it.
        drawn: Epoch of the text in the editor. Where the page itself has changed the draft since, the words
            come again with that change in them.
    """
    desk = assistant()
    upon = hearing.loaded if base is None else base
    if upon is None or (base is None and _epoch(draft_id) != drawn):
        return False
    try:
        now = desk.kept(draft_id)
        if text == now.body.text:
            hearing.loaded = now.revision
        elif base is not None and _is_in_history(draft_id, text, base):
            hearing.loaded = None  # it was kept before the answer was lost, and changed since
        else:
            hearing.loaded = desk.keep_text(draft_id, text, upon).revision
    except Exception as error:  # told on the page; the words stay in the field, marked unsaved
        if getattr(error, "code", "") == "edited_elsewhere":
            hearing.refused = text
            _dispute(draft_id, hearing)
        else:
            hearing.unsaved = Unsaved(text, fault_sentence(error, language()))
        return False
    hearing.unsaved = None
    return True


def _dispute(draft_id: str, hearing: Hearing) -> None:
    """Let the page show the two texts that met; noted last, as the run may end before the page is told."""
    st.session_state[f"conflict-{draft_id}"] = hearing.refused
    hearing.refused, hearing.disputed = None, True


def _epoch(draft_id: str) -> int:
    """How often the page itself has changed the text of the editor."""
    return int(st.session_state.get(f"epoch-{draft_id}", 0))


def _is_in_history(draft_id: str, text: str, base: int) -> bool:
    return any(one.text == text and one.revision > base for one in assistant().versions(draft_id))


def _unsaved(saved: Saved, unsaved: Unsaved) -> None:
    """Why the text is not kept, and the text to take away meanwhile."""
    st.error(f"{escaped(unsaved.fault)}  {say('not_kept')}")
    st.download_button(
        say("take_unsaved"), unsaved.text, f"{saved.title[:40] or 'draft'}.txt", "text/plain",
        on_click="ignore", width="stretch", key=f"take-unsaved-{saved.id}",
    )  # fmt: skip


def _asked(saved: Saved, findings: Sequence[Finding], asked: Asked) -> None:
    """Do what the writer asked of a place: its sources, proposals, or how samples say it."""
    state = st.session_state
    state.pop("asked", None)
    if asked.op == "pick":
        state["picked"] = sentence_at(saved, asked.start)
        here = [one for one in findings if one.span.start <= asked.start <= one.span.end and len(one.span)]
        state["marked"] = (state["picked"], tuple(here))
        return
    forget(saved.id)
    if asked.op == "compare":
        state["asked"], state["asked-at"] = asked.text, asked.start
    else:
        propose(saved, asked)

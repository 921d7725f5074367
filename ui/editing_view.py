"""A kept draft -> its editor: saved a moment after the last key, acts on a selection, the view chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from assistant.service import WISHES, Finding, Saved
from ui.components import Asked, show_editing
from ui.draft_view import editing_marks, sentence_at
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.proposal_view import forget, propose
from ui.state import assistant, language, renew, say

VIEWS = ("sources", "edit")


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A text that could not be kept, and why; the writer may take it away as a file."""

    text: str
    fault: str


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
    state, loaded = st.session_state, f"loaded-{saved.id}"
    if state.get(loaded) != saved.revision:  # changed from beside the editor, or opened afresh
        state[loaded] = saved.revision
        renew(saved.id, keep=True)
    told = st.container()
    if unsaved := state.get(f"unsaved-{saved.id}"):
        with told:
            _unsaved(saved, unsaved)
    asked = show_editing(
        f"text-{saved.id}", f"{saved.id}:{state.get(f'epoch-{saved.id}', 0)}", saved.body.text,
        lambda text, base: keep(saved.id, text, base),
        base=saved.revision, marks=[*editing_marks(findings), *_stated(saved, findings)],
        ops={wish: say(f"wish_{wish}") for wish in WISHES} | {"compare": say("op_compare")},
        words={"saved": say("saved"), "saving": say("saving")}, label=say("edit_label"), language=language(),
        settled=bool(state.pop(f"disputed-{saved.id}", False)), look=state.get(f"look-{saved.id}"),
    )  # fmt: skip
    if asked is not None:
        _asked(saved, findings, asked)


def _stated(saved: Saved, findings: Sequence[Finding]) -> list[dict[str, object]]:
    """What facts state, as marks; where something is found as well, that is what the writer must see."""
    taken = [one.span for one in findings if len(one.span)]
    return [
        {"start": one.span.start, "end": one.span.end, "kind": "fact",
         "note": "\n".join(f"{fact.id}  {fact.text}" for fact in one.facts[:3])}
        for one in assistant().vouched(saved)
        if not any(span.start < one.span.end and one.span.start < span.end for span in taken)
    ]  # fmt: skip


def keep(draft_id: str, text: str, base: int | None) -> bool:
    """Keep what the editor wrote; whether it is safe. ``base`` is as ``show_editing`` tells it."""
    state, desk = st.session_state, assistant()
    loaded = f"loaded-{draft_id}"
    try:
        now = desk.kept(draft_id)
        if text == now.body.text:
            state[loaded] = now.revision
        elif base is not None and _is_in_history(draft_id, text, base):
            renew(draft_id)  # it was kept before the answer was lost, and changed since
        else:
            revision = state.get(loaded, now.revision) if base is None else base
            state[loaded] = desk.keep_text(draft_id, text, revision).revision
    except Exception as error:  # told on the page; the words stay in the field, marked unsaved
        if getattr(error, "code", "") == "edited_elsewhere":
            state[f"conflict-{draft_id}"], state[f"disputed-{draft_id}"] = text, True
        else:
            state[f"unsaved-{draft_id}"] = Unsaved(text, fault_sentence(error, language()))
        return False
    state.pop(f"unsaved-{draft_id}", None)
    return True


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

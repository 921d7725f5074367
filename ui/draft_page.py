"""起草 Draft: the brief, the draft with sources, findings, and the text to edit, on one screen."""

import re
from typing import Any

import streamlit as st

from assistant.service import Done, Saved, Text
from ui.asked_view import show_asked
from ui.blanks_view import show_blanks
from ui.components import show_writing
from ui.draft_view import placed, show_conflict, show_draft, show_maker, show_versions
from ui.drafts_view import show_drafts
from ui.editing_view import choose_view, show_edit
from ui.escaping import escaped
from ui.export_view import show_export
from ui.findings_view import show_findings
from ui.jobs import Job, fault_sentence, start
from ui.proof_view import show_proof
from ui.proposal_view import show_proposals
from ui.sources_view import show_hits, show_sources, show_suggestions
from ui.state import assistant, draft_at_hand, jobs, language, renew, say
from ui.welcome_view import show_welcome

STYLES = ("points", "flowing")
PATIENCE_S = 2.5
"""How long a click waits for the draft itself before it shows the draft under way."""


def draft_page() -> None:
    """One draft at hand: left what the writer gives, middle the draft, right where it comes from."""
    saved = draft_at_hand()
    show_drafts(saved)
    left, middle, right = st.columns([3.1, 5.2, 3.7], gap="medium")
    with left.container(key="zb-brief", gap="small"):
        _brief(saved)
    with middle.container(key="zb-draft", gap="small"):
        _draft(saved)
    with right.container(key="zb-sources", gap="small"):
        _sources(saved)


def _brief(saved: Saved) -> None:
    """Heading, facts and options, kept as they are typed; the button that drafts."""
    key, state = saved.id, st.session_state

    def keep(**given: Any) -> bool:  # noqa: ANN401 - the field that was changed; the others stay as kept
        try:
            now = assistant().kept(key)
            fields = ("section", "notes", "style", "length", "year")
            assistant().keep_input(key, **({name: getattr(now, name) for name in fields} | given))
        except Exception as error:  # told on the page; the words stay in the field, marked unsaved
            state[f"fault-{key}"] = fault_sentence(error, language())
            return False
        return True

    def changed(name: str, empty: object = None) -> None:
        value = state[f"{name}-{key}"]
        keep(**{name: empty if value is None else value})

    st.text_input(
        say("section"), saved.section, key=f"section-{key}", placeholder=say("section_hint"),
        on_change=changed, args=("section", ""),
    )  # fmt: skip
    st.markdown(say("facts"))
    doc = f"{key}:{state.get(f'noted-{key}', 0)}"  # renewed when an answer was added to the notes
    show_writing(
        f"notes-{key}", doc, saved.notes, say("facts"), lambda _doc, text: keep(notes=text),
        words=_save_words(), language=language(), placeholder=say("facts_hint"), height=110,
        most="max(110px, 100vh - 590px)",
    )  # fmt: skip
    st.segmented_control(
        say("style"), STYLES, default=saved.style, key=f"style-{key}", on_change=changed,
        args=("style", saved.style), format_func=lambda s: say(f"style_{s}"),
    )  # fmt: skip
    length, year = st.columns(2)
    length.number_input(
        say("length"), 0, 5000, saved.length, step=50, key=f"length-{key}", on_change=changed,
        args=("length", 0),
    )  # fmt: skip
    year.number_input(
        say("year"), 1990, 2100, saved.year, step=1, key=f"year-{key}", on_change=changed, args=("year",)
    )
    _draft_button(assistant().kept(key))


def _save_words() -> dict[str, str]:
    return {"saved": say("saved"), "saving": say("saving")}


def _draft_button(saved: Saved) -> None:
    facts = assistant().facts(saved.notes)
    job = jobs().get(f"draft-{saved.id}")
    if job is not None:
        st.button(say("drafting"), disabled=True, width="stretch")
        return
    again = bool(saved.body.text)
    words = say("draft_again" if again else "draft_now")
    if st.button(words, type="primary", width="stretch", shortcut="Ctrl+Enter"):
        _ask(saved, 0)
    if again and st.button(say("another_wording"), width="stretch"):
        _ask(saved, saved.revision)
    with st.expander(say("facts_read", count=len(facts))):
        for fact in facts:
            st.text(f"{fact.id}  {fact.text}")
    show_blanks(saved)


def is_whole(text: str) -> bool:
    """Whether a text has parts of the first level, as a whole report has, and a section has not."""
    return len(re.findall(r"^\s*[一二三四五六七八九十]{1,3}、", text, re.MULTILINE)) > 1


def _ask(saved: Saved, seed: int) -> None:
    """Draft; where the writer's own hand is in the text, or it is a whole report, ask first."""
    versions, whole = assistant().versions(saved.id), is_whole(saved.body.text)
    if not whole and (not saved.body.text or not versions or versions[0].author != "writer"):
        _begin(saved, seed)

    @st.dialog(say("draft_again"))
    def window() -> None:
        st.markdown(say("whole_replaced" if whole else "edits_by_hand"))
        yes, no = st.columns(2)
        if yes.button(say("draft_over"), type="primary", width="stretch"):
            _begin(saved, seed)
        if no.button(say("cancel"), width="stretch"):
            st.rerun()

    window()


def _begin(saved: Saved, seed: int, model: str | None = None) -> None:
    """Draft beside the page; wait a moment for the composer, which is fast, else show a stream."""
    desk, speech = assistant(), language()

    def work(job: Job) -> None:
        waiting = jobs().get("welcome")
        if waiting is not None:
            waiting.finished.wait(60)
        brief = desk.brief(saved.section, saved.notes, saved.style, saved.length, saved.year)
        for event in desk.draft(brief, model=model, cancel=job.cancelled.is_set, seed=seed):
            if isinstance(event, Text):
                job.text += event.piece
            elif isinstance(event, Done):
                desk.keep_draft(saved.id, event.draft, saved.revision)
                job.told += [fault_sentence(told, speech) for told in event.told]

    job = jobs()[f"draft-{saved.id}"] = start(f"draft-{saved.id}", work, speech)
    with st.spinner(say("drafting")):
        job.finished.wait(PATIENCE_S)
    _end(saved.id, job)
    st.rerun()


def _end(draft_id: str, job: Job) -> None:
    """Take a finished job off the list and show what it left."""
    if not job.finished.is_set():
        return
    jobs().pop(f"draft-{draft_id}", None)
    st.session_state.pop("picked", None)
    renew(draft_id)
    st.session_state[f"failed-{draft_id}"] = job.fault
    st.session_state[f"told-{draft_id}"] = job.told


@st.fragment(run_every=0.4)
def _running(draft_id: str) -> None:
    """A draft under way: what came so far, and a way to stop it."""
    job = jobs().get(f"draft-{draft_id}")
    if job is None or job.finished.is_set():
        if job is not None:
            _end(draft_id, job)
        st.rerun()
    words, stop = st.columns([4, 1], vertical_alignment="center")
    words.caption(say("drafting"))
    if stop.button(say("stop"), width="stretch"):
        job.cancelled.set()
    st.text(job.text)


def _failed(saved: Saved) -> None:
    """Why no draft came, or none whole; where a model was to write it, a way to go on without."""
    failed = st.session_state.get(f"failed-{saved.id}", "")
    told = st.session_state.get(f"told-{saved.id}", ())
    if failed:
        st.error(escaped(failed))
    for words in told:
        st.warning(escaped(words))
    short = failed or (told and not saved.body.complete)
    if short and assistant().settings.model != "none" and st.button(say("draft_without_model")):
        _begin(saved, 0, model="none")


def _draft(saved: Saved) -> None:
    """The draft: to read with its sources, or to edit."""
    fault = st.session_state.pop(f"fault-{saved.id}", "")
    if fault:
        st.error(escaped(fault))
    _failed(saved)
    show_welcome()
    if f"draft-{saved.id}" in jobs():
        _running(saved.id)
        return
    if not saved.body.text and saved.revision == 0:
        if not st.session_state.get(f"failed-{saved.id}"):
            st.info(say("nothing_yet"))
        return
    if f"conflict-{saved.id}" in st.session_state:
        show_conflict(saved)
        return
    choice, past, take = st.columns([2.2, 1.3, 1.3], vertical_alignment="center")
    with choice:
        view = choose_view(saved)
    with past:
        show_versions(saved)
    with take:
        show_export(saved)
    findings, stood = assistant().findings(saved)
    with st.container(key="zb-text"):
        if view == "edit":
            show_edit(saved, findings)
        else:
            show_draft(saved, findings)
        show_maker(saved)
    with st.container(key="zb-check", gap="small"):
        show_findings(saved, findings, stood)
        show_proof(saved)


def _sources(saved: Saved) -> None:
    """Proposals asked for, else the sources of the picked sentence, else every passage found."""
    if show_proposals(saved):
        return
    state = st.session_state
    if show_asked(saved):
        return
    picked = state.get("picked")
    if picked is not None and picked < len(saved.body.sentences):
        start, sentence = placed(saved)[picked]
        if st.button(say("op_compare"), key=f"compare-{saved.id}", width="stretch"):
            state["asked"], state["asked-at"] = sentence.text, start
            st.rerun()
        show_sources(saved, sentence)
        return
    desk = assistant()
    if saved.body.passages:
        show_hits(desk.passages(saved.body.passages))
    elif saved.section.strip():
        brief = desk.brief(saved.section, saved.notes, saved.style, saved.length, saved.year)
        show_hits(desk.hits(brief))
    show_suggestions(saved)

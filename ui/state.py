"""What the screens share: the opened assistant, running jobs, the language, the draft at hand."""

from collections.abc import Callable

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assistant.service import Assistant, Progress, Saved, examples
from assistant.settings import open_settings
from ui.jobs import Job, start
from ui.wording import Language, word

FIRST = "_"
"""What Streamlit calls the first page, whose address is the bare one; ``/draft`` stays free to lead there."""


@st.cache_resource(show_spinner=False)
def assistant() -> Assistant:
    """The one assistant of this process; it owns the data folder."""
    return Assistant(open_settings())


@st.cache_resource(show_spinner=False)
def jobs() -> dict[str, Job]:
    """Running and finished jobs by name, shared by every window."""
    return {}


def language() -> Language:
    """The setting's language, else the browser's; Chinese unless the browser asks for another."""
    setting = assistant().settings.language
    if setting != "auto":
        return setting
    locale = str(st.context.locale or "zh").lower()
    return "zh" if locale.startswith("zh") else "en"


def say(key: str, **values: object) -> str:
    """A word of the screens in the reader's language."""
    return word(key, language(), **values)


def welcome() -> Job | None:
    """On the very first start, put the bundled reports on the shelf beside the page; the job meanwhile."""
    known = jobs()
    if "welcome" not in known:
        desk = assistant()
        if not desk.is_new():
            return None
        known["welcome"] = start("welcome", lambda job: desk.welcome(follow(job)), language())
    job = known["welcome"]
    return None if job.finished.is_set() else job


def follow(job: Job) -> Callable[[Progress], None]:
    """A progress callback that writes into ``job``."""

    def report(progress: Progress) -> None:
        job.done, job.total, job.label = progress.done, progress.total, progress.name

    return report


def draft_at_hand() -> Saved:
    """The draft of this window, else the one the address names, else the last changed, else the example.

    The address is read when a window begins and when its reader goes back or forward; an event that left
    the browser before the new address reached it still bears the old one and must not bring it back.
    """
    state = st.session_state
    wanted = state.get("at-hand")
    if wanted is None or _went_through_history():
        wanted = st.query_params.get("draft", wanted or "")
    kept = {saved.id: saved for saved in assistant().drafts()}
    saved = kept.get(wanted) or next(iter(kept.values()), None) or example_draft(0)
    state["at-hand"] = saved.id
    st.query_params["draft"] = saved.id  # in every run: the browser adds no step where it knows it already
    return saved


def _went_through_history() -> bool:
    run = get_script_run_ctx(suppress_warning=True)
    return bool(getattr(run, "is_history_navigation", False))


def example_draft(number: int) -> Saved:
    """A new draft with an example brief filled in; in the reader's language for number 0."""
    wanted = [e for e in examples() if e.language == language()] or list(examples())
    chosen = wanted[number] if number < len(wanted) else wanted[0]
    return assistant().new_draft(chosen.section, chosen.notes, chosen.style, chosen.length, chosen.year)


def open_draft(draft_id: str) -> None:
    """Make a draft the one at hand in the next run; without an id, the last changed."""
    st.session_state["at-hand"] = draft_id
    st.session_state.pop("picked", None)


def lasting(key: str, first: Callable[[], object]) -> None:
    """Let a field keep its value while another page or tab is looked at; ``first`` at the very first."""
    state, held = st.session_state, f"lasting-{key}"
    if key not in state:
        state[key] = state[held] if held in state else first()
    state[held] = state[key]


def renew(draft_id: str) -> None:
    """Let the editing field show the kept text afresh."""
    state = st.session_state
    state[f"epoch-{draft_id}"] = state.get(f"epoch-{draft_id}", 0) + 1

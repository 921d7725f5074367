"""The first start -> what is seen of it: bundled reports on their way to the shelf, or what went wrong."""

import streamlit as st

from ui.escaping import escaped
from ui.state import jobs, say


def show_welcome() -> None:
    """Progress while the bundled reports are added; the page is drawn anew when they are there."""
    job = jobs().get("welcome")
    if job is not None and not job.finished.is_set():
        _progress()
    elif job is not None and job.fault:
        st.error(escaped(job.fault))


@st.fragment(run_every=0.5)
def _progress() -> None:
    job = jobs()["welcome"]
    if job.finished.is_set():
        st.rerun()
    words = say("bundled_adding", done=job.done, total=job.total or "…")
    st.progress(min(1.0, job.done / max(1, job.total)), words)

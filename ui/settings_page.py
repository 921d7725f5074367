"""设置 Settings: where facts go, which model is configured, whether it answers, and rebuilding."""

import streamlit as st

from assistant.diagnosis import diagnose_model
from assistant.telling import tell
from ui.escaping import escaped
from ui.jobs import Job, start
from ui.state import assistant, follow, jobs, language, say


def settings_page() -> None:
    """What is set and where it is set; nothing here sends a fact anywhere."""
    model, shelf = st.columns([7, 5], gap="large")
    with model:
        st.markdown(f"**{say('settings_model')}**")
        _model()
    with shelf:
        st.markdown(f"**{say('settings_shelf')}**")
        embedder = [("name", assistant().settings.embedder)]
        st.caption(escaped(tell("doctor_embedder", embedder, language())))
        _rebuild()


def _model() -> None:
    """Where facts go, whether the model answers and which there are, and how another is set."""
    desk = assistant()
    sent = desk.destination()
    if sent:
        st.info(f"{escaped(desk.settings.model)}  ·  {say('facts_go_to', where=escaped(sent))}")
    else:
        st.success(say("settings_none"))
    if st.button(say("settings_check")):
        with st.spinner():
            for row in diagnose_model(desk.settings):
                words = escaped(tell(row.code, row.values, language()))
                (st.success if row.good else st.error)(words)
    with st.expander(say("settings_other")) if sent else st.container():
        st.caption(say("settings_how"))
        st.code(
            'model = "openai:NAME"\nbase_url = "http://127.0.0.1:8000/v1"\napi_key = "…"\n', language="toml"
        )
        st.text(str(desk.settings.data / "zhibi.toml"))


def _rebuild() -> None:
    job = jobs().get("rebuild")
    if job is None:
        if st.button(say("settings_rebuild")):
            shelf = assistant().shelf
            jobs()["rebuild"] = start("rebuild", lambda job: shelf.rebuild(progress=follow(job)), language())
            st.rerun()
        return
    if job.finished.is_set():
        jobs().pop("rebuild")
        (st.error if job.fault else st.success)(escaped(job.fault) or say("settings_rebuilt"))
        return
    _rebuilding(job)


@st.fragment(run_every=0.4)
def _rebuilding(job: Job) -> None:
    if job.finished.is_set():
        st.rerun()
    st.progress(min(1.0, job.done / max(1, job.total)))

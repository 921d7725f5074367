"""Files, folders -> the shelf: upload, progress with the time left, cancel, and what became of each file."""

import shutil
import time
import uuid
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from assistant.service import Added, kinds_read
from assistant.telling import tell
from ui.escaping import escaped
from ui.jobs import Job, start
from ui.state import assistant, follow, jobs, language, say

INCOMING = "incoming"
"""Folder inside the data folder where uploads wait until they are on the shelf."""


def show_adding() -> None:
    """Files by upload or by a folder's path; a job with progress that can be cancelled."""
    if "add" in jobs():
        _progress()
        return
    turn = st.session_state.get("upload-turn", 0)
    kinds = ("、" if language() == "zh" else ", ").join(kinds_read())
    files = st.file_uploader(say("upload", kinds=kinds), accept_multiple_files=True, key=f"upload-{turn}")
    with st.popover(say("whole_folder"), width="stretch"):
        folder = st.file_uploader(
            say("upload_folder"), accept_multiple_files="directory", key=f"folder-{turn}"
        )
        _server_folder()
    if files or folder:
        st.session_state["upload-turn"] = turn + 1
        _begin([_keep(file.name, file.getvalue()) for file in files or folder], uploaded=True)
    _results()


def _server_folder() -> None:
    with st.form("folder", border=False):
        field, button = st.columns([4, 1.6], vertical_alignment="bottom")
        folder = field.text_input(say("folder"), placeholder=str(Path.home() / "reports"))
        if button.form_submit_button(say("add_folder"), width="stretch") and folder.strip():
            _begin([Path(folder.strip()).expanduser()], uploaded=False)


def _keep(name: str, content: bytes) -> Path:
    """An upload as a file under its own name, in a folder of its own."""
    folder = assistant().settings.data / INCOMING / uuid.uuid4().hex
    folder.mkdir(parents=True)
    path = folder / (Path(name.replace("\\", "/")).name or "upload")
    path.write_bytes(content)
    return path


def _begin(paths: list[Path], *, uploaded: bool) -> None:
    desk = assistant()

    def work(job: Job) -> list[Added]:
        try:
            return desk.add(paths, progress=follow(job), cancel=job.cancelled.is_set)
        finally:
            if uploaded:
                shutil.rmtree(desk.settings.data / INCOMING, ignore_errors=True)

    jobs()["add"] = start("add", work, language())
    st.rerun()


@st.fragment(run_every=0.4)
def _progress() -> None:
    job = jobs().get("add")
    if job is None or job.finished.is_set():
        if job is not None:
            jobs()["added"] = jobs().pop("add")
        st.rerun()
    words = say("adding", done=job.done, total=job.total or "…", name=job.label)
    st.progress(min(1.0, job.done / max(1, job.total)), escaped(f"{words}  {time_left(job)}"))
    if st.button(say("cancel")):
        job.cancelled.set()


def time_left(job: Job) -> str:
    """About how long a job still takes, at its pace so far; empty while there is none."""
    if not 3 <= job.done < job.total:
        return ""
    seconds = (time.monotonic() - job.begun) / job.done * (job.total - job.done)
    if seconds > 90:
        return say("minutes_left", count=round(seconds / 60))
    return say("seconds_left", count=round(seconds))


def _results() -> None:
    """What became of the files last added, the refused first, each with its reason."""
    job = jobs().get("added")
    if job is None:
        return
    if job.fault:
        st.error(escaped(job.fault))
    rows: Sequence[Added] = job.result or ()
    with st.container(border=True, height=300 if len(rows) > 5 else "content"):
        head, close = st.columns([5, 1])
        count = Counter(row.status for row in rows)
        told = {status: count[status] for status in ("added", "duplicate", "refused")}
        head.markdown(f"**{say('results')}**  ·  {say('results_count', **told)}")
        if close.button("✕", key="close-results"):
            jobs().pop("added", None)
            st.rerun()
        if job.cancelled.is_set():
            st.caption(say("cancelled"))
        for row in sorted(rows, key=lambda r: r.status != "refused")[:200]:
            _result(row)


def _result(row: Added) -> None:
    if row.status == "added":
        words = say("result_added", title=row.title, sections=row.sections, passages=row.passages,
                    removed=len(row.removals))  # fmt: skip
        st.success(escaped(words))
        for note in row.notes:
            if not row.like or not note.startswith("note_nearly"):
                st.caption(escaped(tell(note, (), language())))
        if row.like:
            st.info(escaped(say("like_report", title=row.like, share=row.like_share)))
    else:
        show = st.error if row.status == "refused" else st.info
        told = tell(row.code, row.values, language())
        name = Path(row.path).name
        show(escaped(told if name in told else f"{name}  ·  {told}"))

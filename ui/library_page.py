"""样本库 Library: add reports by upload or folder, list, search, open, remove, see what was cleaned out."""

import shutil
import uuid
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from assistant.service import Added, Assistant, Place, Query, Section
from assistant.telling import tell
from ui.components import show_opened
from ui.escaping import escaped
from ui.jobs import Job, start
from ui.sources_view import show_hits
from ui.state import assistant, follow, jobs, language, say
from ui.welcome_view import show_welcome

INCOMING = "incoming"
"""Folder inside the data folder where uploads wait until they are on the shelf."""


def library_page() -> None:
    """Left what comes in and what is there; right one report."""
    left, right = st.columns([5, 6], gap="large")
    with left:
        _add()
        show_welcome()
        _shelf()
    with right:
        _search()
        _report()


def _add() -> None:
    """Files by upload or by a folder's path; a job with progress that can be cancelled."""
    if "add" in jobs():
        _adding()
        return
    turn = st.session_state.get("upload-turn", 0)
    files = st.file_uploader(say("upload"), accept_multiple_files=True, key=f"upload-{turn}")
    if files:
        st.session_state["upload-turn"] = turn + 1
        _begin([_keep(file.name, file.getvalue()) for file in files], uploaded=True)
    with st.form("folder", border=False):
        field, button = st.columns([4, 1.4], vertical_alignment="bottom")
        folder = field.text_input(say("folder"), placeholder=str(Path.home() / "reports"))
        if button.form_submit_button(say("add_folder"), width="stretch") and folder.strip():
            _begin([Path(folder.strip()).expanduser()], uploaded=False)
    _results()


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
def _adding() -> None:
    job = jobs().get("add")
    if job is None or job.finished.is_set():
        if job is not None:
            jobs()["added"] = jobs().pop("add")
        st.rerun()
    words = say("adding", done=job.done, total=job.total or "…", name=job.label)
    st.progress(min(1.0, job.done / max(1, job.total)), escaped(words))
    if st.button(say("cancel")):
        job.cancelled.set()


def _results() -> None:
    """What became of the files last added, the refused first, each with its reason."""
    job = jobs().get("added")
    if job is None:
        return
    if job.fault:
        st.error(escaped(job.fault))
    rows: Sequence[Added] = job.result or ()
    with st.container(border=True):
        head, close = st.columns([5, 1])
        head.markdown(f"**{say('results')}**")
        if close.button("✕", key="close-results"):
            jobs().pop("added", None)
            st.rerun()
        if job.cancelled.is_set():
            st.caption(say("cancelled"))
        for row in sorted(rows, key=lambda r: r.status != "refused")[:60]:
            _result(row)


def _result(row: Added) -> None:
    name = escaped(Path(row.path).name)
    if row.status == "added":
        words = say("result_added", title=row.title, sections=row.sections, passages=row.passages,
                    removed=len(row.removals))  # fmt: skip
        st.success(escaped(words))
    else:
        show = st.error if row.status == "refused" else st.info
        show(f"{name}  ·  {escaped(tell(row.code, row.values, language()))}")


def _shelf() -> None:
    """Every report, as a table; a row opens it."""
    cards = assistant().shelf.reports()
    if not cards:
        st.info(say("library_empty"))
        return
    st.caption(say("shelf_count", reports=len(cards), passages=sum(card.passages for card in cards)))
    rows = [
        {
            say("col_title"): card.title, say("col_kind"): card.kind, say("col_year"): card.year,
            say("col_chars"): card.chars, say("col_sections"): card.sections,
            say("col_passages"): card.passages,
        }
        for card in cards
    ]  # fmt: skip
    table = st.dataframe(
        rows, hide_index=True, on_select="rerun", selection_mode="single-row", key="shelf", height=420,
        column_config={
            say("col_title"): st.column_config.TextColumn(width="medium"),
            say("col_year"): st.column_config.NumberColumn(format="%d", width="small"),
        },
    )  # fmt: skip
    chosen = table.selection.rows if table else []
    if chosen and chosen[0] < len(cards):
        picked = cards[chosen[0]].id
        if picked != st.session_state.get("row-picked"):
            st.session_state["row-picked"] = picked
            st.session_state["report"] = picked


def _search() -> None:
    words = st.text_input(say("search_shelf"), placeholder=say("search_hint"))
    if words.strip():
        show_hits(assistant().search(Query(words.strip(), k=10)))


def _report() -> None:
    """The chosen report: outline, text, what was cleaned out, a way off the shelf."""
    desk = assistant()
    cards = {card.id: card for card in desk.shelf.reports()}
    if not cards:
        return
    if st.session_state.get("report") not in cards:
        st.session_state["report"] = next(iter(cards))
    report_id = st.selectbox(
        say("choose_report"), list(cards), key="report", format_func=lambda i: cards[i].title
    )
    place = desk.open_report(report_id)
    outline, text, removed = st.tabs(
        [say("outline"), say("full_text"), say("removed_parts", count=len(place.removals))]
    )
    with outline:
        _outline(place)
    with text:
        show_opened(f"library-{report_id}", place.report, 0, 0, language())
    with removed:
        for removal in place.removals:
            st.caption(say(f"why_{removal.why}"))
            st.text(removal.text if removal.text.strip() else repr(removal.text))
        if not place.removals:
            st.caption(say("nothing_removed"))
    _take_off(desk, place)


def _outline(place: Place) -> None:
    """Headings indented by their level; plain text, nothing is read as markup."""
    lines = [
        "\u3000" * max(0, section.level - 1) + section.mark + (section.heading or _opening(place, section))
        for section in place.report.sections
        if section.mark or section.heading
    ]
    if not lines:
        st.caption(say("no_outline"))
    st.text("\n".join(lines))


def _opening(place: Place, section: Section) -> str:
    """The first words under a mark that has no heading."""
    words = section.body.of(place.report.text).strip().removeprefix(section.mark).split("\n")[0]
    return words[:18] + ("…" if len(words) > 18 else "")


def _take_off(desk: Assistant, place: Place) -> None:
    with st.popover(say("remove_report")):
        st.text(place.report.title)
        if st.button(say("remove_report"), key=f"remove-{place.report.id}", type="primary"):
            desk.shelf.remove(place.report.id)
            st.session_state.pop("row-picked", None)
            st.toast(escaped(say("removed_report", title=place.report.title)))
            st.rerun()

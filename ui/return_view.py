"""An edited Word file -> what it would change in a kept draft, sentence by sentence; taken back if wanted."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from assistant.service import Change, Saved, ShelfError
from assistant.telling import tell
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.state import assistant, language, renew, say


def show_return(saved: Saved) -> None:
    """A button that opens the window to take an edited file back."""
    if st.button(say("take_back"), width="stretch", key=f"return-{saved.id}"):
        _window(saved)


def _window(saved: Saved) -> None:
    @st.dialog(say("take_back"), width="large")
    def window() -> None:
        file = st.file_uploader(
            say("edited_file"), type=["docx", "odt", "txt", "md"], key=f"edited-{saved.id}"
        )
        if file is None:
            return
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / (Path(file.name.replace("\\", "/")).name or "draft.docx")
            path.write_bytes(file.getvalue())
            try:
                back = assistant().preview_return(saved.id, path)
                for note in back.notes:
                    st.caption(escaped(tell(note, (), language())))
                show_changes(back.changes)
                if st.button(say("take_over"), type="primary", width="stretch"):
                    assistant().take_back(saved.id, path, saved.revision)
                    renew(saved.id)
                    st.rerun()
            except ShelfError as error:
                st.error(escaped(fault_sentence(error, language())))

    window()


def show_changes(changes: Sequence[Change]) -> None:
    """Each sentence that differs: what goes struck out, what comes in bold; those kept are counted."""
    differing = [change for change in changes if change.kind != "kept"]
    st.caption(say("changes_count", count=len(differing), kept=len(changes) - len(differing)))
    for change in differing[:200]:
        with st.container(border=True):
            st.markdown(shown(change))


def shown(change: Change) -> str:
    """A sentence that differs, as markup: what goes struck out, what comes in bold."""
    if not change.runs:
        return _out(change.before) + _in(change.after)
    return "".join(
        escaped(run.after) if run.before == run.after else _out(run.before) + _in(run.after)
        for run in change.runs
    )


def _out(words: str) -> str:
    return f":red-background[~~{escaped(words)}~~]" if words.strip() else ""


def _in(words: str) -> str:
    return f":green-background[**{escaped(words)}**]" if words.strip() else ""

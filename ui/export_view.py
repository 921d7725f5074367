"""A kept draft -> a file to hand in: Word by GB/T 9704-2012, a review copy with sources, Markdown, text."""

import streamlit as st

from assistant.service import Form, Saved, ShelfError
from assistant.telling import tell
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.state import assistant, language, say

KINDS = {"word": ".docx", "review": ".docx", "markdown": ".md", "plain": ".txt"}


def show_export(saved: Saved) -> None:
    """A button that opens the window to take the draft away."""
    if st.button(say("export"), width="stretch", shortcut="Alt+O"):
        _window(saved)


def _window(saved: Saved) -> None:
    @st.dialog(say("export"), width="medium")
    def window() -> None:
        kind = st.radio(say("export_as"), list(KINDS), format_func=lambda k: say(f"export_{k}"))
        signature, date = st.columns(2)
        form = Form(
            review=kind == "review",
            signature=signature.text_input(say("signature"), key=f"signature-{saved.id}"),
            date=date.text_input(say("signed_on"), key=f"signed-{saved.id}", placeholder=say("date_hint")),
        )
        try:
            rendered = assistant().render(saved.id, KINDS[kind], form)
        except ShelfError as error:
            st.error(escaped(fault_sentence(error, language())))
            return
        for caution in rendered.cautions:
            st.warning(escaped(tell(caution.code, caution.values, language())))
        st.download_button(
            say("download"), rendered.data, rendered.name, type="primary", on_click="ignore", width="stretch"
        )

    window()

"""Entry of the interface: navigation, first start, and faults told as sentences."""

import streamlit as st

from ui.draft_page import draft_page
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.library_page import library_page
from ui.settings_page import settings_page
from ui.state import assistant, language, say, welcome


def run() -> None:
    """Draw the page the address names."""
    st.set_page_config(page_title="执笔 Zhibi", page_icon="✒️", layout="wide")
    try:
        assistant()
    except Exception as error:  # the screen's boundary: a folder in use, a wrong setting …
        st.error(escaped(fault_sentence(error, "zh")))
        st.caption(escaped(fault_sentence(error, "en")))
        st.stop()
    pages = [
        st.Page(draft_page, title=say("page_draft"), icon="✍️", url_path="draft", default=True),
        st.Page(library_page, title=say("page_library"), icon="📚", url_path="library"),
        st.Page(settings_page, title=say("page_settings"), icon="⚙️", url_path="settings"),
    ]
    page = st.navigation(pages, position="top")
    welcome()
    try:
        page.run()
    except Exception as error:  # the screen's last boundary
        st.error(escaped(fault_sentence(error, language())))


run()

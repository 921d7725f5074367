"""Entry of the interface: navigation, first start, and faults told as sentences."""

from string import Template

import streamlit as st

from ui.compare_page import compare_page
from ui.draft_page import draft_page
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.library_page import library_page
from ui.report_page import report_page
from ui.settings_page import settings_page
from ui.state import assistant, language, say, welcome

PAGE = """
.stMainBlockContainer { padding-top: 4rem; padding-bottom: 2rem; }
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
[data-testid="stFileUploaderDropzone"] button p { font-size: 0; }
[data-testid="stFileUploaderDropzone"] button p::after { content: "$choose"; font-size: 1rem; }
"""
"""Streamlit leaves a hand's breadth above the content, and its upload field speaks English only."""


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
        st.Page(
            draft_page, title=say("page_draft"), icon=":material/edit_note:", url_path="draft", default=True
        ),
        st.Page(report_page, title=say("page_report"), icon=":material/article:", url_path="report"),
        st.Page(library_page, title=say("page_library"), icon=":material/library_books:", url_path="library"),
        st.Page(compare_page, title=say("page_compare"), icon=":material/compare:", url_path="compare"),
        st.Page(settings_page, title=say("page_settings"), icon=":material/settings:", url_path="settings"),
    ]
    page = st.navigation(pages, position="top")
    st.html(f"<style>{Template(PAGE).substitute(choose=say('choose_files'))}</style>")
    welcome()
    try:
        page.run()
    except Exception as error:  # the screen's last boundary
        st.error(escaped(fault_sentence(error, language())))


run()

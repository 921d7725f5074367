"""Entry of the interface: navigation, first start, and faults told as sentences."""

from collections.abc import Sequence
from string import Template

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.compare_page import compare_page
from ui.draft_page import draft_page
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.library_page import library_page
from ui.report_page import report_page
from ui.settings_page import settings_page
from ui.state import FIRST, assistant, language, say, welcome

PAGE = """
.stMainBlockContainer { padding: 4rem 2rem 2rem; }
body:has([data-testid="stDialog"]) [data-testid="stPopoverBody"] { display: none; }
[data-testid="stBaseButton-primary"], [data-testid="stBaseButton-primaryFormSubmit"] {
  color: $on_primary;
}
@media (min-width: 900px) and (min-height: 560px) {
  .stMainBlockContainer:has(.st-key-zb-draft) { padding-bottom: 0; }
  .st-key-zb-brief, .st-key-zb-draft, .st-key-zb-sources {
    --tall: calc(100dvh - 8.2rem); min-height: var(--tall); max-height: var(--tall);
    flex-wrap: nowrap; padding-bottom: .6rem;
  }
  .st-key-zb-brief, .st-key-zb-sources, .st-key-zb-text, .st-key-zb-check {
    overflow: hidden auto; scrollbar-width: thin;
  }
  .st-key-zb-draft > :has(> .st-key-zb-text) { flex: 1 1 0; min-height: 0; }
  .st-key-zb-text { max-height: 100%; flex-wrap: nowrap; }
  .st-key-zb-draft > :has(> .st-key-zb-check) { flex: 0 1 auto; min-height: 0; max-height: 38%; }
  .st-key-zb-draft > :has(> .st-key-zb-check) { display: flex; }
  .st-key-zb-check { max-height: 100%; flex-wrap: nowrap; }
}
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
[data-testid="stFileUploaderDropzone"] button p { font-size: 0; }
[data-testid="stFileUploaderDropzone"] button p::after { content: "$choose"; font-size: 1rem; }
[data-key="__select_all__"] > div { font-size: 0; }
[data-key="__select_all__"] > div::after { content: "$every"; font-size: 1rem; }
[role="listbox"] > [role="option"][style*="contents"] > span { font-size: 0; }
[role="listbox"] > [role="option"][style*="contents"] > span::after { content: "$nothing"; font-size: 1rem; }
"""
"""Streamlit leaves a hand's breadth above the content; its upload field and its lists speak English only."""


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
            draft_page, title=say("page_draft"), icon=":material/edit_note:", url_path=FIRST, default=True
        ),
        st.Page(report_page, title=say("page_report"), icon=":material/article:", url_path="report"),
        st.Page(library_page, title=say("page_library"), icon=":material/library_books:", url_path="library"),
        st.Page(compare_page, title=say("page_compare"), icon=":material/compare:", url_path="compare"),
        st.Page(settings_page, title=say("page_settings"), icon=":material/settings:", url_path="settings"),
    ]
    page = st.navigation([*pages, *_stale(pages)], position="top")
    dark = st.context.theme.type == "dark"
    style = Template(PAGE).substitute(
        choose=say("choose_files"), every=say("select_all"), nothing=say("no_option"),
        on_primary="#1d0f0d" if dark else "#fff",
    )  # fmt: skip
    st.html(f"<style>{style}</style>")
    welcome()
    try:
        page.run()
    except Exception as error:  # the screen's last boundary
        st.error(escaped(fault_sentence(error, language())))


def _stale(pages: Sequence[st.Page]) -> list[st.Page]:
    """A hidden page under an address that is none of ours, or no longer: it leads to the first page."""
    run = get_script_run_ctx(suppress_warning=True)
    asked = "" if run is None else run.pages_manager.intended_page_name or ""
    if not asked or "/" in asked or asked in {page.url_path for page in pages}:
        return []

    def lead() -> None:
        st.switch_page(pages[0], query_params=st.query_params.to_dict())

    return [st.Page(lead, title=say("page_draft"), url_path=asked, visibility="hidden")]


run()

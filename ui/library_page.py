"""样本库 Library: what comes in, what is there (list, edit, pictures), and one report opened."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.service import Card, Query
from ui.adding_view import show_adding
from ui.report_view import show_report
from ui.shelf_view import show_edit, show_list, show_pictures
from ui.sources_view import show_hits
from ui.state import assistant, say
from ui.welcome_view import show_welcome

VIEWS = {"list": show_list, "edit": show_edit, "pictures": show_pictures}
FILTERS = ("kind", "year", "viewpoint", "organisation")


def library_page() -> None:
    """Left what comes in and what is there; right one report."""
    left, right = st.columns([5, 6], gap="large")
    with left:
        show_adding()
        show_welcome()
        _shelf()
    with right:
        words = st.text_input(say("search_shelf"), placeholder=say("search_hint")).strip()
        report, hits = _places(words)
        with report:
            show_report()
        if words:
            with hits:
                show_hits(assistant().search(Query(words, k=10)))


def _shelf() -> None:
    """The reports that pass the filters, as a list, a table to edit, or pictures."""
    cards = assistant().shelf.reports()
    if not cards:
        st.info(say("library_empty"))
        return
    view = st.segmented_control(
        say("shelf_view"), list(VIEWS), default="list", key="shelf-view",
        format_func=lambda v: say(f"shelf_{v}"), label_visibility="collapsed",
    )  # fmt: skip
    shown = _filtered(cards)
    passages = sum(card.passages for card in shown)
    if len(shown) < len(cards):
        st.caption(say("shelf_filtered", reports=len(shown), all=len(cards)))
    else:
        st.caption(say("shelf_count", reports=len(shown), passages=passages))
    VIEWS[view or "list"](shown)


def _filtered(cards: list[Card]) -> list[Card]:
    """A row of choices, each of the values that occur; nothing chosen lets all pass."""
    for column, field in zip(st.columns(len(FILTERS)), FILTERS, strict=True):
        values = sorted({getattr(card, field) for card in cards} - {"", None}, reverse=field == "year")
        chosen = column.selectbox(
            say(f"col_{field}"), values, index=None, key=f"filter-{field}", placeholder=say("any"),
            format_func=named,
        )  # fmt: skip
        if chosen is not None:
            cards = [card for card in cards if getattr(card, field) == chosen]
    return cards


def named(value: object) -> str:
    """A value of a filter in the reader's words."""
    key = {"班子": "viewpoint_body", "个人": "viewpoint_person"}.get(str(value))
    return say(key) if key else str(value)


def _places(words: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Where the report and what was found stand: a report opened since the search stands first."""
    state = st.session_state
    chosen = state.get("report"), state.get("row-picked")
    if state.get("searched", ("",))[0] != words:
        state["searched"] = words, chosen
    upper, lower = st.container(), st.container()
    opened = not words or chosen != state["searched"][1]
    return (upper, lower) if opened else (lower, upper)

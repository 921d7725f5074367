"""One report of the shelf: outline beside the text, what was cleaned out, a way off the shelf."""

import streamlit as st

from assistant.service import Place, ShelfError
from ui.components import show_outlined
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.state import assistant, language, say


def show_report() -> None:
    """The chosen report."""
    desk = assistant()
    cards = {card.id: card for card in desk.shelf.reports()}
    if not cards:
        return
    st.session_state["report"] = st.session_state.pop("report-next", None) or st.session_state.get("report")
    if st.session_state["report"] not in cards:
        st.session_state["report"] = next(iter(cards))
    report_id = st.selectbox(
        say("choose_report"), list(cards), key="report", format_func=lambda i: cards[i].title
    )
    card, place = cards[report_id], desk.open_report(report_id)
    facts = (card.kind, card.year, card.era, card.viewpoint, card.organisation)
    st.caption(escaped("  ·  ".join(str(fact) for fact in facts if fact)))
    if card.like:
        st.info(escaped(say("like_report", title=card.like, share=card.like_share)))
    text, removed = st.tabs([say("outline_and_text"), say("removed_parts", count=len(place.removals))])
    with text:
        show_outlined(f"library-{report_id}", place.report, language())
    with removed:
        _removed(place)
    _take_off(place)


def _removed(place: Place) -> None:
    """What cleaning took out, each with its reason and a way to put it back."""
    if fault := st.session_state.pop("restore-fault", ""):
        st.error(escaped(fault))
    for removal in place.removals:
        words, back = st.columns([5, 1.2], vertical_alignment="center")
        words.caption(say(f"why_{removal.why}"))
        words.text(removal.text if removal.text.strip() else repr(removal.text))
        if back.button(say("put_back"), key=f"back-{place.report.id}-{removal.place}", width="stretch"):
            _put_back(place, removal.place)
    if not place.removals:
        st.caption(say("nothing_removed"))


def _put_back(place: Place, removal: int) -> None:
    try:
        with st.spinner(say("putting_back")):
            added = assistant().restore(place.report.id, removal)
        st.session_state["report-next"] = added.report_id
    except ShelfError as error:
        st.session_state["restore-fault"] = fault_sentence(error, language())
    st.rerun()


def _take_off(place: Place) -> None:
    with st.popover(say("remove_report")):
        st.text(place.report.title)
        if st.button(say("remove_report"), key=f"remove-{place.report.id}", type="primary"):
            assistant().shelf.remove(place.report.id)
            st.session_state.pop("row-picked", None)
            st.toast(escaped(say("removed_report", title=place.report.title)))
            st.rerun()

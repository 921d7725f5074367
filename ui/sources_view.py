"""Hits and sources -> what the writer sees of them, with the report opened at the place."""

from collections.abc import Sequence

import streamlit as st

from assistant.service import Hit, Saved, Sentence, retold
from ui.components import show_opened
from ui.escaping import escaped
from ui.state import assistant, language, say


def show_sources(saved: Saved, sentence: Sentence) -> None:
    """The facts a sentence states and the passages it is phrased after."""
    st.markdown(f"**{say('sources_of')}**")
    st.text(sentence.text)
    _marked()
    st.markdown(say("matter"))
    texts = {fact.id: fact.text for fact in saved.body.facts}
    for fact_id in sentence.facts:
        with st.container(border=True):
            st.text(f"{fact_id}  {texts.get(fact_id, '')}")
    if not sentence.facts:
        st.caption(say("no_fact"))
    st.markdown(say("manner"))
    hits = assistant().passages(sentence.passages)
    for hit in hits:
        _hit(hit, "source")
    if not sentence.passages:
        st.caption(say("no_passage"))
        for hit in assistant().likewise(sentence.text, saved.section):
            _hit(hit, "like")
    elif not hits:
        st.caption(say("gone_passage"))
    if st.button(say("back_to_all"), width="stretch"):
        st.session_state.pop("picked", None)
        st.rerun()


def _marked() -> None:
    """What was said against the place just clicked in the editor, with the passage it is taken from."""
    picked, findings = st.session_state.get("marked", (None, ()))
    if picked is None or picked != st.session_state.get("picked"):
        return
    for finding in findings:
        st.warning(escaped(retold(finding.message, language())))
    named = dict.fromkeys(one.passage_id for one in findings if one.passage_id)
    for hit in assistant().passages(named):
        _hit(hit, "marked")


def show_hits(hits: Sequence[Hit]) -> None:
    """Every passage found, best first."""
    st.markdown(f"**{say('all_passages')}**")
    if not hits:
        st.caption(say("no_passages" if assistant().shelf.reports() else "shelf_first"))
    for hit in hits:
        _hit(hit, "hit")


def show_suggestions(saved: Saved) -> None:
    """What samples often say here and no fact states: beside the draft, never in it."""
    if not saved.body.suggestions:
        return
    with st.expander(say("suggestions")):
        for suggestion in saved.body.suggestions:
            st.text(suggestion.text)


def _hit(hit: Hit, where: str) -> None:
    passage = hit.passage
    with st.container(border=True):
        st.caption("  ›  ".join(escaped(part) for part in (hit.title, *passage.headings) if part))
        st.text(passage.text)
        words = "  ·  ".join(filter(None, (reason(why) for why in hit.why)))
        if words:
            st.caption(escaped(words))
        if st.button(say("open_report"), key=f"{where}-{passage.id}"):
            opened(passage.report_id, passage.span.start, passage.span.end)


def reason(why: str) -> str:
    """One reason a passage was found, in the reader's words; a kind unknown here says nothing."""
    kind, _, value = why.partition(":")
    if kind == "role":
        return say("why_role", value=say(f"role_{value}"))
    if kind == "flag":
        return say("why_flag", value=say(f"flag_{value}"))
    return say(f"why_{kind}", value=value) if kind in ("words", "near", "also") else ""


def open_passage(passage_id: str) -> None:
    """The report of a passage, opened at it; nothing when it has left the shelf."""
    for hit in assistant().passages([passage_id]):
        opened(hit.passage.report_id, hit.passage.span.start, hit.passage.span.end)


def opened(report_id: str, start: int, end: int) -> None:
    """The report in a window over the page, scrolled to ``[start, end)``."""
    place = assistant().open_report(report_id)

    @st.dialog(escaped(place.report.title)[:120], width="large")
    def window() -> None:
        show_opened(f"opened-{report_id}", place.report, start, end, language())

    window()

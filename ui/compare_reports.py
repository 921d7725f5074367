"""Outlines of chosen reports in one table, two reports side by side, and how much reports overlap."""

import streamlit as st

from ui.compare_pictures import show_overlap
from ui.compare_view import export, pieces, show_found
from ui.escaping import escaped
from ui.sources_view import opened
from ui.state import assistant, say

MOST = 12
AT_FIRST = 4


def _kindred() -> tuple[str, ...]:
    """Found once for each state of the shelf in this window."""
    state = len(assistant().shelf.reports())
    held = st.session_state.get("cmp-kindred")
    if held is None or held[0] != state:
        held = st.session_state["cmp-kindred"] = (state, assistant().compare.kindred(AT_FIRST))
    return tuple(held[1])


def _choose(key: str) -> dict[str, str]:
    """Reports chosen, as id -> title; at first those of one kind whose outlines are most alike."""
    cards = {card.id: card for card in assistant().shelf.reports()}
    first = list(_kindred())
    chosen = st.multiselect(
        say("cmp_choose"), list(cards), default=first, key=key, max_selections=MOST,
        format_func=lambda name: cards[name].title,
    )  # fmt: skip
    return {name: cards[name].title for name in chosen if name in cards}


def show_outlines() -> None:
    """A row a topic in the usual order; a column a report; the share of length in each field."""
    chosen = _choose("cmp-outlines")
    if not chosen:
        st.caption(say("cmp_choose"))
        return
    rows = []
    topics = assistant().compare.outlines(list(chosen))
    for topic in topics:
        row: dict[str, object] = {
            say("cmp_topic"): topic.name,
            say("cmp_reports"): f"{topic.reports}/{len(chosen)}",
            say("cmp_share"): f"{topic.share:.0%}",
        }
        for place, (name, title) in enumerate(chosen.items(), 1):
            cells = [cell for cell in topic.cells if cell.report_id == name]
            row[f"{place}. {title[:24]}"] = "\n".join(f"{cell.heading}（{cell.share:.0%}）" for cell in cells)
        rows.append(row)
    st.caption(say("cmp_outlines_hint"))
    st.dataframe(rows, hide_index=True, width="stretch", row_height=64)
    left, right = st.columns(2)
    with left:
        export(rows, "outlines")
        usual = [assistant().takeable(topic.name) for topic in topics if 2 * topic.reports > len(chosen)]
        st.markdown(f"**{say('cmp_usual')}**")
        st.code("\n".join(f"{number(i)}、{name}" for i, name in enumerate(usual, 1)) or "—", language=None)
        if usual and st.button(say("cmp_start"), key="cmp-start", type="primary"):
            saved = assistant().start_outline(list(chosen), say("cmp_started_title"))
            st.success(f"[{say('cmp_started')}](/?draft={saved.id})")
    with right:
        if len(chosen) > 1:
            st.markdown(f"**{say('cmp_overlap')}**")
            st.caption(say("cmp_overlap_hint"))
            names = [f"{place}. {title}" for place, title in enumerate(chosen.values(), 1)]
            show_overlap(names, assistant().compare.overlap(list(chosen)))


def number(value: int) -> str:
    """A Chinese numeral for a place in an outline.

    >>> [number(n) for n in (1, 10, 11, 20, 21)]
    ['一', '十', '十一', '二十', '二十一']
    """
    digits = "零一二三四五六七八九"
    tens, ones = divmod(value, 10)
    return ("" if tens < 1 else "十" if tens == 1 else f"{digits[tens]}十") + (digits[ones] if ones else "")


def _share(part: float) -> str:
    """A share in whole per cent; a little is never told as nothing."""
    return "<1%" if 0 < part < 0.005 else f"{part:.0%}"


def show_two() -> None:
    """Sections of one topic next to each other; what only one of the two says is marked."""
    cards = {card.id: card for card in assistant().shelf.reports()}
    names = list(cards)
    likest = [names.index(name) for name in _kindred() if name in cards]
    first, second = (likest + [0, min(1, len(names) - 1)])[:2]
    one_side, other_side = st.columns(2)
    one = one_side.selectbox(
        say("cmp_left"), names, index=first, key="cmp-left", format_func=lambda i: cards[i].title
    )
    other = other_side.selectbox(
        say("cmp_right"),
        names,
        index=second,
        key="cmp-right",
        format_func=lambda i: cards[i].title,
    )
    found = assistant().compare.two(one, other)
    st.caption(
        say("cmp_two_found", runs=len(found.runs), share=_share(found.overlap)) + "  " + say("cmp_legend_two")
    )
    both_first = sorted(found.pairs, key=lambda pair: pair.left is None or pair.right is None)
    for place, pair in enumerate(both_first):
        with st.expander(escaped(pair.topic), expanded=place < 2):
            left, right = st.columns(2, gap="medium")
            sides = (
                (left, one, pair.left, pair.left_text, pair.left_shared),
                (right, other, pair.right, pair.right_text, pair.right_shared),
            )
            for side, name, cell, text, shared in sides:
                with side:
                    if cell is None:
                        st.caption(say("cmp_no_section"))
                        continue
                    st.caption(escaped(f"{cell.heading}（{cell.share:.0%}）"))
                    said = [{"n": 0, "pieces": _turned(text[:3000], shared), "source": ""}]
                    show_found(
                        f"two-{place}-{name}-{cell.start}", ways=[{"label": "", "note": "", "said": said}]
                    )
                    if st.button(say("open_report"), key=f"two-open-{place}-{name}-{cell.start}"):
                        opened(name, cell.start, cell.end)
    runs = [{say("cmp_run"): run.text, say("col_chars"): len(run.text)} for run in found.runs]
    runs.sort(key=lambda row: -int(str(row[say("col_chars")])))
    if runs:
        st.markdown(f"**{say('cmp_runs')}**")
        st.dataframe(runs[:200], hide_index=True, width="stretch")
        export(runs, "runs")


def _turned(text: str, shared) -> list[dict[str, object]]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """In whole sections the shared runs are the few, so they carry the mark."""
    if not shared:
        return [{"t": text, "own": False}]
    return [{"t": piece["t"], "own": not piece["own"]} for piece in pieces(text, shared)]

"""Reports on the shelf -> a list to choose from, a table to edit, pictures to see it at a glance."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from assistant.service import Card, ShelfError
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.state import assistant, language, say

EDITED = ("title", "kind", "year", "era", "viewpoint", "organisation")
SHOWN = ("title", "kind", "year", "chars", "sections", "passages")
LENGTHS = (1000, 2000, 4000, 8000, 16000, 32000)


def show_list(cards: Sequence[Card]) -> None:
    """Every report as a row; a row chosen opens it."""
    rows = [{say(f"col_{field}"): getattr(card, field) for field in SHOWN} for card in cards]
    table = st.dataframe(
        rows, hide_index=True, on_select="rerun", selection_mode="single-row", key="shelf", height=420,
        column_config=_columns(),
    )  # fmt: skip
    chosen = table.selection.rows if table else []
    if chosen and chosen[0] < len(cards):
        picked = cards[chosen[0]].id
        if picked != st.session_state.get("row-picked"):
            st.session_state["row-picked"] = st.session_state["report"] = picked


def show_edit(cards: Sequence[Card]) -> None:
    """What was guessed of each report, as a table; a changed cell is kept at once."""
    st.caption(say("edit_hint"))
    rows = [{say(f"col_{field}"): getattr(card, field) for field in EDITED} for card in cards]
    key = "edit-" + "-".join(map(str, (len(cards), st.session_state.get("edit-turn", 0))))
    st.data_editor(rows, hide_index=True, key=key, height=420, column_config=_columns())
    changed = st.session_state[key]["edited_rows"]
    if changed:
        st.session_state["edit-turn"] = st.session_state.get("edit-turn", 0) + 1
        _keep(cards, changed)
        st.rerun()
    if fault := st.session_state.pop("edit-fault", ""):
        st.error(escaped(fault))


def _keep(cards: Sequence[Card], changed: Mapping[int, Mapping[str, Any]]) -> None:
    fields = {say(f"col_{field}"): field for field in EDITED}
    for row, cells in changed.items():
        values = {fields[name]: _cleared(fields[name], value) for name, value in cells.items()}
        try:
            assistant().edit_report(cards[int(row)].id, **values)
        except ShelfError as error:
            st.session_state["edit-fault"] = fault_sentence(error, language())


def _cleared(field: str, value: Any) -> Any:  # noqa: ANN401 - a cell of any column
    """An emptied cell clears what was there; to leave a field as it is, nothing is sent."""
    return value if value is not None else 0 if field == "year" else ""


def _columns() -> dict[str, Any]:
    counts = {say(f"col_{field}"): st.column_config.NumberColumn(width=60) for field in SHOWN[3:]}
    return counts | {
        say("col_title"): st.column_config.TextColumn(width=190),
        say("col_kind"): st.column_config.TextColumn(width=90),
        say("col_year"): st.column_config.NumberColumn(format="%d", width=56, min_value=1900, max_value=2199),
        say("col_viewpoint"): st.column_config.SelectboxColumn(options=["", "班子", "个人"], width="small"),
    }


def show_pictures(cards: Sequence[Card]) -> None:
    """By kind, by year, by length: how many reports."""
    kinds = dict(Counter(card.kind or say("unknown") for card in cards).most_common())
    years = dict(sorted(Counter(str(card.year or say("unknown")) for card in cards).items()))
    for field, counts, across in (
        ("kind", kinds, True),
        ("year", years, False),
        ("chars", _lengths(cards), False),
    ):
        st.caption(say(f"col_{field}"))
        rows = {say(f"col_{field}"): list(counts), say("reports"): list(counts.values())}
        st.bar_chart(
            rows, x=say(f"col_{field}"), y=say("reports"), horizontal=across, sort=False, color="#9e1b1b",
            height=max(170, 40 * len(counts)) if across else 190,
        )  # fmt: skip


def _lengths(cards: Sequence[Card]) -> dict[str, int]:
    """Number of reports by length, from class to class; classes at both ends that are empty are left out."""
    counts = Counter(sum(card.chars >= limit for limit in LENGTHS) for card in cards)
    names = [f"<{LENGTHS[0]}", *(f"≥{limit}" for limit in LENGTHS)]
    return {names[place]: counts[place] for place in range(min(counts), max(counts) + 1)}

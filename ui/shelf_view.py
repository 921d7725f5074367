"""Reports on the shelf -> a list to choose from, a table to edit, pictures to see it at a glance."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from assistant.service import Card, ShelfError
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.state import assistant, language, say

EDITED = ("title", "kind", "year", "era", "viewpoint", "organisation")
SHOWN = ("title", "kind", "year", "chars", "sections", "passages")
UNSAID = object()
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


@dataclass(slots=True)
class Begun:
    """A table under edit: it stands as it began while it is on the screen, so that no cell typed is lost."""

    key: str
    ids: tuple[str, ...]
    rows: list[dict[str, Any]]
    kept: dict[tuple[int, str], Any] = field(default_factory=dict)
    """(row, column) -> what was put there and kept."""


def show_edit(cards: Sequence[Card]) -> None:
    """What was guessed of each report, as a table; a changed cell is kept at once."""
    st.caption(say("edit_hint"))
    state = st.session_state
    if fault := state.pop("edit-fault", ""):
        st.error(escaped(fault))
        state.pop("edit-table", None)  # what was refused goes
    begun: Begun | None = state.get("edit-table")
    ids = (language(), *(card.id for card in cards))
    if begun is None or begun.key not in state or begun.ids != ids:
        turn = state["edit-turn"] = state.get("edit-turn", 0) + 1
        begun = state["edit-table"] = Begun(f"edit-{turn}", ids, [_row(card) for card in cards])
    st.data_editor(
        begun.rows,
        hide_index=True,
        key=begun.key,
        height=420,
        column_config=_columns(year=76),
        on_change=_keep,
    )


def _row(card: Card) -> dict[str, Any]:
    row = {say(f"col_{field}"): getattr(card, field) for field in EDITED}
    return row | {say("col_viewpoint"): card.viewpoint or say("unknown")}


def _keep() -> None:
    """Keep what was changed in the table since the last time."""
    begun: Begun = st.session_state["edit-table"]
    fields = {say(f"col_{field}"): field for field in EDITED}
    for row, cells in st.session_state[begun.key]["edited_rows"].items():
        news = {name: value for name, value in cells.items() if begun.kept.get((row, name), UNSAID) != value}
        values = {fields[name]: _cleared(fields[name], value) for name, value in news.items()}
        try:
            if values:
                assistant().edit_report(begun.ids[int(row) + 1], **values)
        except ShelfError as error:
            st.session_state["edit-fault"] = fault_sentence(error, language())
        begun.kept.update({(row, name): value for name, value in news.items()})


def _cleared(field: str, value: Any) -> Any:  # noqa: ANN401 - a cell of any column
    """An emptied cell clears what was there; to leave a field as it is, nothing is sent."""
    if field == "viewpoint" and value == say("unknown"):
        return ""
    return value if value is not None else 0 if field == "year" else ""


def _columns(year: int = 54) -> dict[str, Any]:
    """How wide each column is; a year that can be changed has a mark beside its name."""
    counts = {say(f"col_{field}"): st.column_config.NumberColumn(width=54) for field in SHOWN[3:]}
    return counts | {
        say("col_title"): st.column_config.TextColumn(width=176),
        say("col_kind"): st.column_config.TextColumn(width=84),
        say("col_year"): st.column_config.NumberColumn(
            format="%d", width=year, min_value=1900, max_value=2199
        ),
        say("col_viewpoint"): st.column_config.SelectboxColumn(
            options=[say("unknown"), "班子", "个人"], width="small"
        ),
    }


def show_pictures(cards: Sequence[Card]) -> None:
    """By kind, by year, by length: how many reports."""
    kinds = dict(Counter(card.kind or say("unknown") for card in cards).most_common())
    years = dict(sorted(Counter(str(card.year or say("unknown")) for card in cards).items()))
    for part, counts, across in (
        ("kind", kinds, True),
        ("year", years, False),
        ("chars", _lengths(cards), False),
    ):
        st.caption(say(f"col_{part}"))
        rows = {say(f"col_{part}"): list(counts), say("reports"): list(counts.values())}
        st.bar_chart(
            rows, x=say(f"col_{part}"), y=say("reports"), horizontal=across, sort=False, color="#9e1b1b",
            height=max(170, 40 * len(counts)) if across else 190,
        )  # fmt: skip


def _lengths(cards: Sequence[Card]) -> dict[str, int]:
    """Number of reports by length, from class to class; classes at both ends that are empty are left out."""
    counts = Counter(sum(card.chars >= limit for limit in LENGTHS) for card in cards)
    names = [f"<{LENGTHS[0]}", *(f"≥{limit}" for limit in LENGTHS)]
    return {names[place]: counts[place] for place in range(min(counts), max(counts) + 1)}

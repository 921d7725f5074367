"""The table of a whole report's facts: every edit of a cell is kept at once.

The table stands while its rows are what it shows, whatever else of the report changes: an edit that is
still on its way from the browser when another button is pressed arrives, and is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from assistant.service import Project, ShelfError, numbered
from ui.escaping import escaped
from ui.jobs import fault_sentence
from ui.state import assistant, language, say

LINE, EDGE, HEAD = 21, 14, 38
"""Heights of a line of a fact, of what is above and below it, and of the table's head, pixels."""
PER_LINE = 19
"""Characters of a fact to a line."""
FEWEST, MOST = 3, 5
"""Lines of a fact that a row shows, all rows as many; words are wrapped only in rows of over 70 pixels."""
TALLEST = 480

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Shown:
    """A table on the screen: what it began with, what of it is kept, what its sections are called."""

    turn: int
    begun: tuple[Row, ...]
    kept: tuple[Row, ...]
    names: Mapping[str, str]
    """Heading id -> its line in the menu."""


def show_table(project: Project) -> None:
    """The table; what is changed in it is kept before anything else of the page is drawn."""
    if fault := st.session_state.pop(f"table-fault-{project.id}", ""):
        st.error(escaped(fault))
    shown = _shown(project)
    key, tall = _key(project.id, shown.turn), row_height([str(row["text"]) for row in shown.begun])
    st.data_editor(
        list(shown.begun), column_order=tuple(_columns(shown)), column_config=_columns(shown),
        hide_index=True, width="stretch", row_height=tall, key=key, on_change=_note, args=(project.id,),
        height=min(TALLEST, tall * len(shown.begun) + HEAD),
    )  # fmt: skip
    if not st.session_state[key]["edited_rows"] and shown.kept != shown.begun:
        del st.session_state[f"table-{project.id}"]  # the reader was away: the table begins anew
        st.rerun()
    if _keep(project.id):
        st.rerun()


def row_height(facts: Sequence[str]) -> int:
    """Pixels that show four of five facts whole, within bounds; a longer one is read in its cell.

    >>> row_height(["召开党组会12次"]), row_height(["很长的事实" * 40] * 3)
    (77, 119)
    """
    lines = sorted(-(-len(fact) // PER_LINE) for fact in facts) or [FEWEST]
    wanted = lines[(len(lines) - 1) * 4 // 5]
    return LINE * min(MOST, max(FEWEST, wanted)) + EDGE


def _note(project_id: str) -> None:
    """Keep what was just changed."""
    _keep(project_id)


def _key(project_id: str, turn: int) -> str:
    return f"table-{project_id}-{turn}"


def _shown(project: Project) -> Shown:
    """The table as it stands, or a new one where the sheet or the outline has changed otherwise."""
    names, where = _headings(project)
    rows = tuple(_row(project, place, names, where) for place in range(len(project.sheet.entries)))
    shown = st.session_state.get(f"table-{project.id}")
    if shown is None or shown.kept != rows or shown.names != names:
        turn = st.session_state.get("table-turn", 0) + 1
        st.session_state["table-turn"] = turn
        shown = st.session_state[f"table-{project.id}"] = Shown(turn, rows, rows, names)
    return shown


def _row(project: Project, place: int, names: Mapping[str, str], where: Mapping[str, str]) -> Row:
    one = project.sheet.entries[place]
    home = where.get(one.id, "")
    aside = not home and dict(project.moved).get(one.id) == ""
    row: Row = {"id": one.id, "place": place + 1, "text": one.text, "required": one.required}
    return row | {"home": say("rep_nowhere") if aside else names.get(home, say("rep_auto"))} if names else row


def _headings(project: Project) -> tuple[dict[str, str], dict[str, str]]:
    """(heading id -> its line, fact id -> heading id); nothing without an outline."""
    if not project.plan.strip():
        return {}, {}
    setup = assistant().reports.setup(project)
    lines = dict(zip((one.id for one in setup.plan.headings), numbered(setup.plan.headings), strict=True))
    return {one.id: lines[one.id] for one in setup.plan.leaves()}, setup.shared.where()


def _columns(shown: Shown) -> dict[str, Any]:
    config = st.column_config
    columns: dict[str, Any] = {
        "id": config.TextColumn(say("rep_id"), disabled=True, width=46),
        "text": config.TextColumn(say("rep_fact"), width=265, help=say("rep_fact_help")),
        "home": config.SelectboxColumn(
            say("rep_home"), required=True, width=150,
            options=[say("rep_auto"), say("rep_nowhere"), *shown.names.values()],
        ),
        "required": config.CheckboxColumn(say("rep_required"), width=84),
        "place": config.NumberColumn(say("rep_place"), width=74),
    }  # fmt: skip
    if not shown.names:
        del columns["home"]
    return columns


def _keep(project_id: str) -> bool:
    """Keep what was changed since the last time; also run before a page is drawn that shows no table."""
    shown = st.session_state.get(f"table-{project_id}")
    state = st.session_state.get(_key(project_id, shown.turn)) if shown else None
    if not shown or not state:
        return False
    edits = state["edited_rows"]
    now = tuple(row | edits.get(place, {}) for place, row in enumerate(shown.begun))
    if now == shown.kept or not edits:
        return False
    try:
        assistant().reports.projects.change(project_id, lambda one: changed(one, shown, now))
    except ShelfError as fault:
        st.session_state[f"table-fault-{project_id}"] = fault_sentence(fault, language())
    st.session_state[f"table-{project_id}"] = replace(shown, kept=now)
    return True


def changed(project: Project, shown: Shown, now: tuple[Row, ...]) -> Project:
    """The project with the table's changes: words, order, section, required; a fact that is gone stays so."""
    held = {one.id for one in project.sheet.entries}
    pairs = [pair for pair in zip(shown.kept, now, strict=True) if pair[0]["id"] in held]
    sheet, moved = project.sheet, dict(project.moved)
    for before, after in pairs:
        name = str(after["id"])
        if before.get("home") != after.get("home"):
            moved.pop(name, None)
            moved |= _home(project, name, str(after["home"]))
        if before["required"] != after["required"]:
            sheet = sheet.marked(name, bool(after["required"]))
    if any(before["place"] != after["place"] for before, after in pairs):
        order = sorted(pairs, key=lambda pair: _wanted(_number(pair[0]), _number(pair[1])))
        for place, (_, row) in enumerate(order):
            sheet = sheet.moved(str(row["id"]), place)
    for before, after in pairs:
        if before["text"] != after["text"]:
            sheet = sheet.edited(str(after["id"]), str(after["text"] or ""))
    return replace(project, sheet=sheet, moved=tuple(moved.items()))


def _home(project: Project, fact: str, line: str) -> dict[str, str]:
    """Where a fact goes by a line of the menu, though the outline be renumbered meanwhile."""
    if line == say("rep_auto"):
        return {}
    if line == say("rep_nowhere"):
        return {fact: ""}
    names = _headings(project)[0]
    same = [one for one, name in names.items() if name == line]
    like = [one for one, name in names.items() if _bare(name) == _bare(line)]
    return {fact: (same or like)[0]} if same or like else {}


def _bare(line: str) -> str:
    """A heading without its mark."""
    return line.replace("）", "、", 1).partition("、")[2] or line


def _number(row: Row) -> float:
    return float(str(row["place"] or 0))


def _wanted(held: float, given: float) -> float:
    """Where a fact goes: one sent down to a place comes behind the fact there, one sent up before it."""
    return given + (0.5 if given > held else -0.5 if given < held else 0)

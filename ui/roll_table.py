"""The table of what is stale in last year's report: what is put into a cell is kept at once.

The table stands while its writer fills it, row after row, faster than the page is drawn: rows that are
settled meanwhile stay in it, and only another kind, year or report, or a reader who comes back, gets a new
one. So nothing that is typed falls between two tables.
"""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from assistant.service import Choice, Rolling, ShelfError, Stale
from assistant.telling import tell
from ui.state import assistant, language, say

WHAT = ("fill", "keep", "drop")
AROUND = 9
"""Characters of the old text shown on either side of a place."""
LONGEST = 80
ROW, HEAD, TALLEST = 35, 38, 510
"""Heights of a row and of the heads, and the table's greatest, pixels."""

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Begun:
    """A table as it began: which places its rows are."""

    turn: int
    what: str
    """Report, year and kind it shows."""
    language: str
    numbers: tuple[int, ...]
    rows: tuple[Row, ...]


def show_places(rolling: Rolling, kind: str) -> None:
    """The stale places of a kind; places filled since the table began stay in it."""
    begun = _begun(rolling, kind)
    st.data_editor(
        list(begun.rows), column_config=_columns(), hide_index=True, width="stretch", key=_key(begun),
        height=min(TALLEST, ROW * max(1, len(begun.rows)) + HEAD), on_change=keep_places,
    )  # fmt: skip


def keep_places() -> None:
    """Keep what was put into the table since it began; also run before a page is drawn without it."""
    begun = st.session_state.get("roll-table")
    edits = _edits(begun)
    if not begun or not edits:
        return
    report, year, _ = begun.what.split("/")
    try:
        rolling = assistant().reports.rolls.open(report, int(year))
        wanted = {begun.numbers[row]: _choice(begun.rows[row], cells) for row, cells in edits.items()}
        put = st.session_state.setdefault("roll-put", {})
        news = {n: choice for n, choice in wanted.items() if put.get((begun.turn, n)) != choice}
        if news:
            assistant().reports.rolls.choose(rolling, news)
            put.update({(begun.turn, n): choice for n, choice in news.items()})
    except ShelfError as fault:
        st.session_state["roll-fault"] = tell(fault.code, fault.values, language())


def numbers(rolling: Rolling, kind: str) -> list[int]:
    """The places of a kind; ``left``: those that wait for the writer, ``all``: every one."""
    if kind == "left":
        return [number for number in range(len(rolling.rows)) if not rolling.settled(number)]
    return [number for number, row in enumerate(rolling.rows) if kind in ("all", row.kind)]


def kind_name(kind: str) -> str:
    """What a kind of place is called."""
    return say({"left": "roll_left_short", "year": "roll_kind_year"}.get(kind, f"roll_{kind}"))


def _begun(rolling: Rolling, kind: str) -> Begun:
    """The table as it stands, or a new one for another kind, year, report, or a reader who was away."""
    what = f"{rolling.report.id}/{rolling.year}/{kind}"
    begun: Begun | None = st.session_state.get("roll-table")
    here = begun is not None and begun.what == what and begun.language == language()
    if begun is not None and here and _key(begun) in st.session_state:
        return begun
    turn = st.session_state.get("roll-turn", 0) + 1
    held = tuple(numbers(rolling, kind))
    begun = Begun(turn, what, language(), held, tuple(_row(rolling, number) for number in held))
    st.session_state["roll-turn"], st.session_state["roll-table"] = turn, begun
    return begun


def _key(begun: Begun) -> str:
    return f"roll-table-{begun.turn}"


def _edits(begun: Begun | None) -> dict[int, Row]:
    state = st.session_state.get(_key(begun)) if begun else None
    return state["edited_rows"] if state else {}


def _columns() -> dict[str, Any]:
    config = st.column_config
    return {
        "n": config.NumberColumn(say("rep_id"), disabled=True, width=50),
        "kind": config.TextColumn(say("roll_kind"), disabled=True, width=70),
        "text": config.TextColumn(say("roll_old"), disabled=True, width=330),
        "what": config.SelectboxColumn(
            say("roll_what"), options=[say(f"roll_{one}") for one in WHAT], required=True, width=80
        ),
        "put": config.TextColumn(say("roll_put"), width=160),
    }


def _row(rolling: Rolling, number: int) -> Row:
    row, choice = rolling.rows[number], rolling.choice(number)
    return {
        "n": number + 1, "kind": say("roll_due") if row.kind == "plan" else kind_name(row.kind),
        "text": around(rolling.report.text, row),
        "what": say(f"roll_{choice.what}"), "put": choice.put,
    }  # fmt: skip


def around(text: str, row: Stale) -> str:
    """A place with the words beside it: …召开会议〔28次〕，培训…."""
    if len(row.span) > LONGEST // 2:
        return row.text[:LONGEST]
    before = text[max(0, row.span.start - AROUND) : row.span.start].split("\n")[-1]
    return f"{before}〔{row.text}〕{text[row.span.end : row.span.end + AROUND].partition(chr(10))[0]}"


def _choice(before: Row, cells: Row) -> Choice:
    """What was changed in a row; words put down fill the place."""
    after = before | cells
    put = str(after["put"] or "").strip()
    chosen = {say(f"roll_{one}"): one for one in WHAT}[str(after["what"])]
    if put and put != before["put"]:
        chosen = "fill"
    return Choice(chosen, put if chosen == "fill" else "")  # type: ignore[arg-type]

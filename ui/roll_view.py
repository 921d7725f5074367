"""Last year's report rolled forward: its stale places in a table, each filled, kept or dropped; a draft."""

import datetime
import tempfile
from pathlib import Path

import streamlit as st

from assistant.service import Choice, ShelfError, Stale
from assistant.telling import tell
from ui.escaping import escaped
from ui.report_sections import to_draft
from ui.state import assistant, language, open_draft, say

KINDS = (
    "left", "plan", "all", "year", "tied", "era", "figure", "date", "name", "title", "formulation", "next",
    "blank",
)  # fmt: skip
WHAT = ("fill", "keep", "drop")
AROUND = 9
"""Characters of the old text shown on either side of a place."""
LONGEST = 80


def show_roll() -> None:
    """Choose the report and the year, settle its places, make the draft."""
    chosen = _chosen()
    if chosen is None:
        st.info(say("roll_none"))
        return
    report_id, year = chosen
    try:
        rolling = assistant().reports.rolls.open(report_id, year)
    except ShelfError as fault:
        st.error(escaped(tell(fault.code, fault.values, language())))
        return
    total, left = len(rolling.rows), rolling.left()
    done, make = st.columns([4, 1.3], vertical_alignment="bottom")
    done.progress((total - left) / max(1, total), text=say("roll_left", total=total, left=left))
    if make.button(say("roll_make"), type="primary", width="stretch"):
        saved = assistant().rolled(rolling)
        open_draft(saved.id)
        to_draft()
    table, text = st.columns([7, 5], gap="medium")
    with table:
        _places(rolling)
    with text, st.container(height=560):
        for line in rolling.text.splitlines():
            st.markdown(_marked(line))


def _chosen() -> tuple[str, int] | None:
    """The report and the year at hand: the address's, else the last worked on, else the newest."""
    cards = {card.id: card for card in assistant().shelf.reports()}
    pick, when, other = st.columns([6, 1.4, 1.6], vertical_alignment="bottom")
    with other:
        _add_file()
    _tell_file()
    if not cards:
        return None
    last = assistant().reports.rolls.last()
    said = st.query_params.get("roll", "").partition("-")
    report = said[0] if said[0] in cards else last[0] if last else _newest(cards)
    names = sorted(cards, key=lambda one: (-(cards[one].year or 0), cards[one].title))
    picked = pick.selectbox(
        say("roll_report"), names, index=names.index(report), key=f"roll-{report}",
        format_func=lambda one: cards[one].title,
    )  # fmt: skip
    own = cards[picked].year
    following = (own or datetime.date.today().year - 1) + 1
    kept = last[1] if last and last[0] == picked else following
    year = int(said[2]) if picked == said[0] and said[2].isdecimal() else kept
    year = int(when.number_input(say("roll_year"), 1950, 2199, year, key=f"roll-year-{picked}"))
    if st.query_params.get("roll") != f"{picked}-{year}":
        st.query_params["roll"] = f"{picked}-{year}"
    return picked, year


def _newest(cards: dict) -> str:  # type: ignore[type-arg]
    return str(max(cards, key=lambda one: (cards[one].year or 0, cards[one].added_at)))


def _add_file() -> None:
    """A report that is not on the shelf yet is read in at once, so that its choices can be kept."""
    turn = st.session_state.get("roll-file-turn", 0)
    with st.popover(say("roll_file"), width="stretch", key=f"roll-file-{turn}"):  # a new one is closed
        st.caption(escaped(say("roll_read")))
        file = st.file_uploader(say("roll_file"), key=f"roll-upload-{turn}", label_visibility="collapsed")
    if file is None:
        return
    with st.spinner(escaped(say("roll_reading", file=file.name))), tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / Path(file.name).name
        place.write_bytes(file.getvalue())
        added = assistant().add([place])[0]
    st.session_state["roll-file-turn"] = turn + 1
    if added.report_id:
        known = added.status == "duplicate"
        title = assistant().shelf.report(added.report_id).title
        st.session_state["roll-told"] = say("roll_known" if known else "roll_added", title=title)
        own = added.year or assistant().shelf.report(added.report_id).year
        st.query_params["roll"] = f"{added.report_id}-{(own or datetime.date.today().year - 1) + 1}"
    else:
        st.session_state["roll-fault"] = tell(added.code, added.values, language())
    st.rerun()


def _tell_file() -> None:
    """What became of the file just chosen, until something else is done."""
    if told := st.session_state.pop("roll-told", ""):
        st.success(escaped(told))
    if fault := st.session_state.pop("roll-fault", ""):
        st.error(escaped(fault))


def _places(rolling) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The stale places of a kind; what is changed in the table is kept at once."""
    counts = {kind: len(_numbers(rolling, kind)) for kind in KINDS}
    shown = [kind for kind in KINDS if counts[kind] or kind in ("left", "all")]
    kind = st.pills(  # these go on in a second line where one is too short for them
        say("roll_kinds"), shown, default="left" if counts["left"] else "all", key="roll-kind",
        format_func=lambda one: f"{_kind(one)} {counts[one]}", label_visibility="collapsed",
    ) or "all"  # fmt: skip
    if kind == "plan":
        st.caption(escaped(say("roll_plan_hint")))
    name = f"roll-{rolling.report.id}-{rolling.year}-{kind}"
    turn = f"{name}-turn"
    held = _numbers(rolling, kind)
    rows = [_row(rolling, number) for number in held]
    columns = {
        "n": st.column_config.NumberColumn(say("rep_id"), disabled=True, width=50),
        "kind": st.column_config.TextColumn(say("roll_kind"), disabled=True, width=70),
        "text": st.column_config.TextColumn(say("roll_old"), disabled=True, width=330),
        "what": st.column_config.SelectboxColumn(
            say("roll_what"), options=[say(f"roll_{one}") for one in WHAT], required=True, width=80
        ),
        "put": st.column_config.TextColumn(say("roll_put"), width=160),
    }
    key = f"{name}-{st.session_state.get(turn, 0)}"
    edited = st.data_editor(
        rows, column_config=columns, hide_index=True, width="stretch", height=510, key=key
    )  # fmt: skip
    choices = _changed(rows, edited)
    if choices:
        assistant().reports.rolls.choose(rolling, choices)
        st.session_state[turn] = st.session_state.get(turn, 0) + 1
        st.rerun()
    if kind == "left" and not rolling.left():
        st.success(say("roll_done"))


def _numbers(rolling, kind: str) -> list[int]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    if kind == "left":
        return [number for number in range(len(rolling.rows)) if not rolling.settled(number)]
    return [number for number, row in enumerate(rolling.rows) if kind in ("all", row.kind)]


def _kind(kind: str) -> str:
    return say({"left": "roll_left_short", "year": "roll_kind_year"}.get(kind, f"roll_{kind}"))


def _row(rolling, number: int) -> dict[str, object]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    row, choice = rolling.rows[number], rolling.choice(number)
    return {
        "n": number + 1, "kind": say("roll_due") if row.kind == "plan" else _kind(row.kind),
        "text": _around(rolling.report.text, row),
        "what": say(f"roll_{choice.what}"), "put": choice.put,
    }  # fmt: skip


def _around(text: str, row: Stale) -> str:
    """A place with the words beside it: …召开会议〔28次〕，培训…."""
    if len(row.span) > LONGEST // 2:
        return row.text[:LONGEST]
    before = text[max(0, row.span.start - AROUND) : row.span.start].split("\n")[-1]
    return f"{before}〔{row.text}〕{text[row.span.end : row.span.end + AROUND].partition(chr(10))[0]}"


def _changed(rows: list[dict[str, object]], edited: list[dict[str, object]]) -> dict[int, Choice]:
    """What was changed in the table; words put down fill the place."""
    what = {say(f"roll_{one}"): one for one in WHAT}
    found: dict[int, Choice] = {}
    for before, after in zip(rows, edited, strict=True):
        if before == after:
            continue
        put = str(after["put"] or "").strip()
        chosen = what[str(after["what"])]
        if put and put != before["put"]:
            chosen = "fill"
        found[int(str(before["n"])) - 1] = Choice(chosen, put if chosen == "fill" else "")  # type: ignore[arg-type]
    return found


def _marked(line: str) -> str:
    """A line with its blanks set off."""
    out = escaped(line)
    return (
        out.replace("【待补充", ":orange-background[【待补充").replace("】", "】]")
        if "【待补充" in line
        else out
    )

"""Last year's report rolled forward: its stale places in a table, each filled, kept or dropped; a draft."""

import datetime
import tempfile
import time
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.service import Rolling, ShelfError
from assistant.telling import tell
from ui.escaping import escaped, set_off
from ui.report_sections import SETTLED, to_draft
from ui.roll_table import kind_name, numbers, show_places
from ui.state import assistant, language, open_draft, say

KINDS = (
    "left", "plan", "all", "year", "tied", "era", "figure", "date", "name", "title", "formulation", "next",
    "blank",
)  # fmt: skip


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
    make.button(say("roll_make"), type="primary", width="stretch", on_click=_ask_draft)
    table, text = st.columns([7, 5], gap="medium")
    with table:
        _places(rolling)
    with text, st.container(height=560):
        for line in rolling.text.splitlines():
            st.markdown(set_off(line))
    if "roll-making" in st.session_state:
        _make(done, rolling)


def _ask_draft() -> None:
    st.session_state["roll-making"] = True


def _make(told: DeltaGenerator, rolling: Rolling) -> None:
    """The draft, once a cell edited right before the press is in: its coming begins this page anew."""
    state = st.session_state
    with told, st.spinner(say("drafting")):
        time.sleep(SETTLED)
        st.empty()  # where an edit came meanwhile, the run ends here
        if early := state.pop("roll-made", ""):
            assistant().trash_draft(early)
        saved = assistant().rolled(rolling)
        state["roll-made"] = saved.id
        st.empty()  # or here
    del state["roll-making"], state["roll-made"]
    open_draft(saved.id)
    to_draft()


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


def _places(rolling: Rolling) -> None:
    """The stale places of the kind chosen."""
    counts = {kind: len(numbers(rolling, kind)) for kind in KINDS}
    held = st.session_state.get("roll-kind")
    shown = [kind for kind in KINDS if counts[kind] or kind in ("left", "all", held)]
    kind = st.pills(  # these go on in a second line where one is too short for them
        say("roll_kinds"), shown, default="left" if counts["left"] else "all", key="roll-kind", required=True,
        format_func=lambda one: f"{kind_name(one)} {counts[one]}", label_visibility="collapsed",
    ) or "all"  # fmt: skip
    if kind == "plan":
        st.caption(escaped(say("roll_plan_hint")))
    show_places(rolling, kind)
    if kind == "left" and not counts["left"]:
        st.success(say("roll_done"))

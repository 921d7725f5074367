"""对照 Compare: how do the samples say it? One view at a time, each over one call of the service."""

from collections.abc import Callable
from typing import Literal, cast

import streamlit as st

from assistant.service import Asked, ShelfError
from ui.compare_phrases import show_formulation, show_mine, show_patterns
from ui.compare_pictures import show_bars
from ui.compare_reports import show_outlines, show_two
from ui.compare_view import export, fault, show_found, show_taken, source, ways_rows
from ui.escaping import escaped
from ui.state import assistant, lasting, say

VIEWS = {
    "similar": "cmp_similar", "kwic": "cmp_kwic", "formulation": "cmp_formulation",
    "patterns": "cmp_patterns", "outlines": "cmp_outlines", "two": "cmp_two", "mine": "cmp_mine",
}  # fmt: skip
PAGE = 50
Order = Literal["place", "left", "right"]
ROLES = ("", "opening", "work", "problems", "next", "closing")


def compare_page() -> None:
    """The views of comparing; nothing to see on an empty shelf."""
    if not assistant().shelf.reports():
        st.info(say("cmp_empty"))
        return
    assistant().compare.warm()
    lasting("cmp-view", lambda: "similar")
    view = st.segmented_control(
        say("cmp_view"), list(VIEWS), key="cmp-view", label_visibility="collapsed", required=True,
        format_func=lambda name: say(VIEWS[name]),
    )  # fmt: skip
    draw = {
        "kwic": _kwic, "similar": _similar, "formulation": show_formulation, "patterns": show_patterns,
        "outlines": show_outlines, "two": show_two, "mine": show_mine,
    }  # fmt: skip
    draw[view or "similar"]()


def _filters(key: str) -> tuple[str, int | None]:
    """Kind and year, chosen among those on the shelf."""
    cards = assistant().shelf.reports()
    kinds = ["", *sorted({card.kind for card in cards if card.kind})]
    years = [0, *sorted({card.year for card in cards if card.year}, reverse=True)]
    one, other = st.columns(2)
    for name, there in ((f"{key}-kind", kinds), (f"{key}-year", years)):
        lasting(name, lambda: there[0])  # noqa: B023 - asked at once
        if st.session_state[name] not in there:
            st.session_state[name] = there[0]
    kind = one.selectbox(say("col_kind"), kinds, key=f"{key}-kind", format_func=lambda k: k or say("cmp_all"))
    year = other.selectbox(
        say("col_year"), years, key=f"{key}-year", format_func=lambda y: str(y or say("cmp_all"))
    )
    return kind, year or None


def _first() -> str:
    """The heading of the draft at hand, else what the shelf says most: the first look is never at nothing."""
    kinds = {card.kind for card in assistant().shelf.reports()}  # 工作总结 asks for nothing
    sections = (one.section.strip() for one in assistant().drafts())
    heading = next((section for section in sections if section and section not in kinds), "")
    if heading and assistant().compare.similar(heading).ways:
        return heading
    return next(iter(assistant().compare.common()), say("cmp_text_first"))


def _asked(key: str, label: str, hint: str, first: Callable[[], str]) -> str:
    """The field, with an example in it at first so that the page never opens empty."""
    lasting(key, first)
    return str(st.text_input(label, key=key, placeholder=hint)).strip()


def _kwic() -> None:
    """The concordance: lines aligned, sorted, filtered, counted, paged."""
    left, right = st.columns([8, 4], gap="large")
    with right:
        lasting("cmp-order", lambda: "place")
        lasting("cmp-role", lambda: "")
        words = _asked("cmp-kwic", say("cmp_pattern"), "坚持*", lambda: "以*为*")
        st.caption(escaped(say("cmp_pattern_hint")))
        order = st.selectbox(
            say("cmp_sort"),
            ("place", "left", "right"),
            key="cmp-order",
            format_func=lambda o: say(f"cmp_sort_{o}"),
        )
        kind, year = _filters("cmp-kwic")
        role = st.selectbox(
            say("cmp_role"),
            ROLES,
            key="cmp-role",
            format_func=lambda r: say(f"role_{r}") if r else say("cmp_all"),
        )
    if not words:
        return
    number = int(st.session_state.get("cmp-kwic-page", 1))
    try:
        found = assistant().compare.kwic(
            Asked(words, kind, year, role, (), cast(Order, order), (number - 1) * PAGE, PAGE)
        )
    except ShelfError as error:
        fault(error)
        return
    if found.total and not found.lines:  # a page that the words asked for before had
        st.session_state.pop("cmp-kwic-page", None)
        st.rerun()
    key = f"kwic-{words}-{order}-{kind}-{year}-{role}-{number}"
    with left:
        st.caption(say("cmp_lines", total=found.total, reports=len(found.by_report)))
        rows = [
            {
                "n": n, "left": line.left, "match": line.match, "right": line.right,
                "source": source(line.title, line.year),
            }
            for n, line in enumerate(found.lines)
        ]  # fmt: skip
        picked = st.session_state.get(f"picked-{key}")
        show_found(key, lines=rows)
        pages = -(-found.total // PAGE)
        if pages > 1:
            st.number_input(say("cmp_page", pages=pages), 1, max(pages, number), key="cmp-kwic-page")
    with right:
        if picked is not None and picked < len(found.lines):
            line = found.lines[picked]
            show_taken(
                "kwic", line.match, report_id=line.report_id, title=source(line.title, line.year),
                start=line.start, end=line.end, around=line.left + line.match + line.right,
            )  # fmt: skip
        _spread(found.by_report, found.by_year, found.titles)
        export(rows, "kwic")


def _spread(by_report: dict[str, int], by_year: dict[str, int], titles: dict[str, str]) -> None:
    """Where the words stand: by year and by report."""
    if not by_report:
        st.caption(say("cmp_none"))
        return
    times = say("cmp_times")
    with st.expander(say("cmp_by_year"), expanded=len(by_year) > 1):
        years = [(year or "—", count) for year, count in by_year.items()]
        show_bars(years, "kwic-years", say("col_year"), times)
    with st.expander(say("cmp_by_report")):
        most = sorted(by_report.items(), key=lambda pair: -pair[1])[:20]
        rows = [(titles[name], count) for name, count in most]
        show_bars(rows, "kwic-reports", say("col_title"), times)


def _similar() -> None:
    """Side by side: ways of saying one thing, own parts marked, most common first."""
    left, right = st.columns([8, 4], gap="large")
    with right:
        text = _asked("cmp-similar", say("cmp_text"), say("cmp_text_hint"), _first)
        kind, year = _filters("cmp-similar")
        st.caption(say("cmp_legend"))
    if not text:
        return
    found = assistant().compare.similar(text, kind, year)
    said = [one for way in (*found.ways, *found.near) for one in way.said]
    places = [(one.report_id, one.start, one.end) for one in said]
    ways = ways_rows(found.ways, found.among)
    near = ways_rows(found.near, found.among, sum(len(way.said) for way in found.ways))
    key = f"similar-{text}-{kind}-{year}"
    with left:
        st.caption(say("cmp_ways", ways=len(ways), reports=found.reports, among=found.among))
        picked = st.session_state.get(f"picked-{key}")
        show_found(key, ways=ways, places=places)
        if near:
            st.markdown(f"**{say('cmp_near')}**")
            show_found(f"{key}-near", ways=near, places=places)
            picked = st.session_state.pop(f"picked-{key}-near", picked)
            st.session_state[f"picked-{key}"] = picked
    with right:
        if picked is not None and picked < len(said):
            one = said[picked]
            show_taken(
                "similar", one.text, report_id=one.report_id, title=source(one.title, one.year),
                start=one.start, end=one.end, around=one.sentence,
            )  # fmt: skip
        export(
            [
                {"way": way.label, "reports": way.reports, "text": one.text, "report": one.title,
                 "year": one.year}
                for way in (*found.ways, *found.near) for one in way.said
            ],
            "similar",
        )  # fmt: skip

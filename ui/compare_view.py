"""What comparing found -> what is seen of it: aligned lines, marked wordings, charts, the phrase in hand."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.telling import tell
from ui.escaping import escaped
from ui.exporting import as_csv
from ui.sources_view import opened
from ui.state import assistant, language, say

HERE = Path(__file__).parent
Row = Mapping[str, object]
PALE = 30
"""Per cent at which a heat map is at least drawn to its full colour: little overlap looks little."""


@cache
def _sources() -> tuple[str, str]:
    return tuple(HERE.joinpath(name).read_text("utf-8") for name in ("compared.js", "compared.css"))  # type: ignore[return-value]


def show_compared(key: str, *, lines: Sequence[Row] = (), ways: Sequence[Row] = ()) -> int | None:
    """Draw lines ``{n, left, match, right, source}`` or ways ``{label, note, said: [{n, pieces, source}]}``.

    A piece is ``{t, own}``: text, and whether it is this wording's own. Gives the number just pressed.
    """
    js, css = _sources()
    mount = st.components.v2.component("zhibi_compared", html='<div class="zc"></div>', css=css, js=js)
    data = {
        "lines": list(lines), "ways": list(ways), "picked": st.session_state.get(f"picked-{key}"),
        "lang": "zh-CN" if language() == "zh" else "en",
    }  # fmt: skip
    result: Any = mount(key=key, data=data, on_pick_change=lambda: None)
    if not result.pick:
        return None
    picked = int(result.pick["n"])
    if st.session_state.get(f"picked-{key}") != picked:
        st.session_state[f"picked-{key}"] = picked
        st.rerun()
    return picked


def pieces(text: str, shared: Sequence[Any], *, mark: bool = True) -> list[Row]:
    """A text cut at its shared spans; what lies between is its own."""
    if not mark or not shared:
        return [{"t": text, "own": False}]
    cut: list[Row] = []
    at = 0
    for span in shared:
        if span.start > at:
            cut.append({"t": text[at : span.start], "own": True})
        cut.append({"t": text[span.start : span.end], "own": False})
        at = span.end
    return cut + ([{"t": text[at:], "own": True}] if at < len(text) else [])


def source(title: str, year: int | None) -> str:
    """A report's title, its year first when the title does not say it."""
    return title if not year or str(year) in title else f"{year} {title}"


def show_taken(
    key: str, text: str, *, report_id: str, title: str, start: int, end: int, around: str = ""
) -> None:
    """The phrase in hand: to copy with its particulars blank, to keep, or to read at its place."""
    with st.container(border=True):
        st.markdown(f"**{say('cmp_taken')}**")
        st.code(assistant().mask(text).text, language=None, wrap_lines=True)
        if around and around != text:
            st.text(around)
        st.caption(escaped(title))
        left, right = st.columns(2)
        if left.button(say("open_report"), key=f"open-{key}", width="stretch"):
            opened(report_id, start, end)
        if right.button(say("cmp_keep"), key=f"keep-{key}", width="stretch"):
            assistant().compare.phrases.keep(text, report_id, title, start)
            st.toast(escaped(say("cmp_kept")))


def bars(rows: Sequence[Row], x: str, y: str, *, colour: str = "", across: bool = False) -> None:
    """A bar chart of rows; ``across`` lays the bars down, for long names."""
    name = {
        "field": x,
        "type": "nominal",
        "title": None,
        "sort": None,
        "axis": {"labelLimit": 220, "labelAngle": 0},
    }
    size = {"field": y, "type": "quantitative", "title": y, "axis": {"tickMinStep": 1}}
    encoding: dict[str, object] = {"y": name, "x": size} if across else {"x": name, "y": size}
    if colour:
        encoding["color"] = {"field": colour, "type": "nominal", "title": None}
    encoding["tooltip"] = [{"field": field} for field in (x, colour, y) if field]
    st.vega_lite_chart([dict(row) for row in rows], {"mark": "bar", "encoding": encoding}, width="stretch")


def heat(names: Sequence[str], values: Sequence[Sequence[float]], across: str, down: str, share: str) -> None:
    """A heat map of shares with the per cent written in each field, so that colour is not needed."""
    rows = [
        {down: a, across: b, share: round(100 * values[i][j])}
        for i, a in enumerate(names) for j, b in enumerate(names) if i != j
    ]  # fmt: skip
    axis = {"type": "nominal", "sort": list(names), "axis": {"labelLimit": 260}}
    most = max(PALE, *(int(str(row[share])) for row in rows))
    scale = {"scheme": "oranges", "domain": [0, most]}
    field = {"mark": "rect", "encoding": {"color": {"field": share, "type": "quantitative", "scale": scale}}}
    label = {
        "mark": {"type": "text", "fontSize": 13},
        "encoding": {"text": {"field": share}, "color": {"value": "#222"}},
    }
    spec = {
        "encoding": {"x": {"field": across, **axis}, "y": {"field": down, **axis}},
        "layer": [field, label],
        "height": {"step": 34},
    }
    st.vega_lite_chart(rows, spec, width="stretch")
    export(rows, "overlap")


def export(rows: Sequence[Row], name: str) -> None:
    """A button that saves rows as CSV."""
    if rows:
        st.download_button(say("cmp_export"), as_csv(rows), f"{name}.csv", "text/csv", key=f"export-{name}")


def fault(error: Any) -> None:  # noqa: ANN401 - a ShelfError, whose home screens do not import
    """A fault as its sentence, beside the field it came from."""
    st.warning(escaped(tell(error.code, error.values, language())))

"""Counts of comparing -> pictures in the theme's colours, each to be saved as a picture or a table."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import streamlit as st

from ui.compare_view import export
from ui.picturing import Picture, as_svg, bars, drawn, grid
from ui.state import say

HERE = Path(__file__).parent
PALE = 30
"""Per cent that a field of overlap is at least painted fully at: little overlap looks little."""


@cache
def _source() -> str:
    return HERE.joinpath("picture.js").read_text("utf-8")


def show_bars(rows: Sequence[tuple[str, int]], name: str, of: str, times: str, width: float = 340) -> None:
    """A bar a row, with its number; saved under ``name``."""
    _show(bars(rows, width), [{of: row, times: count} for row, count in rows], name)


def show_grid(rows: Sequence[tuple[str, Mapping[str, int]]], name: str, of: str) -> None:
    """What is said (down) in which year (across): the number of reports in each field."""
    years, values = by_year(rows)
    table = [{of: said, **{year: counts.get(year, 0) for year in years}} for said, counts in rows]
    _show(grid([said for said, _ in rows], years, values), table, name)


def by_year(rows: Sequence[tuple[str, Mapping[str, int]]]) -> tuple[list[str], list[list[int]]]:
    """Every year of any row, rising, and a number for each row and year, 0 where there is none.

    >>> by_year([("落实", {"2023": 2}), ("履行", {"2021": 1})])
    (['2021', '2023'], [[0, 2], [1, 0]])
    """
    years = sorted({year for _, counts in rows for year in counts})
    return years, [[counts.get(year, 0) for year in years] for _, counts in rows]


def show_overlap(names: Sequence[str], values: Sequence[Sequence[float]]) -> None:
    """How much of the report of a row stands in that of a column, in per cent; numbers stand for columns."""
    shares = percents(values)
    table = [
        {say("cmp_of_report"): name, **{str(j): share for j, share in enumerate(row, 1)}}
        for name, row in zip(names, shares, strict=True)
    ]
    _show(grid(names, [str(j) for j in range(1, len(names) + 1)], shares, PALE), table, "overlap")


def percents(values: Sequence[Sequence[float]]) -> list[list[int | None]]:
    """Shares in per cent, none for a report and itself.

    >>> percents([[1, 0.084], [0.1, 1]])
    [[None, 8], [10, None]]
    """
    return [
        [None if i == j else round(100 * share) for j, share in enumerate(row)]
        for i, row in enumerate(values)
    ]


def _show(picture: Picture, rows: Sequence[Mapping[str, object]], name: str) -> None:
    if not rows:
        return
    mount = st.components.v2.component("zhibi_picture", html='<div class="zp"></div>', js=_source())
    mount(key=f"picture-{name}", data=drawn(picture))
    with st.container(horizontal=True):
        label, key = say("cmp_export_picture"), f"svg-{name}"
        st.download_button(label, as_svg(picture), f"{name}.svg", "image/svg+xml", key=key)
        export(rows, name)

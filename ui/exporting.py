"""Rows -> a CSV file that spreadsheets open as text, Chinese included."""

import csv
import io
from collections.abc import Mapping, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be run as a formula: a sample's text must not be."""


def as_csv(rows: Sequence[Mapping[str, object]]) -> bytes:
    """A table with the first row's keys as its head; UTF-8 with a mark, as Excel and WPS want it."""
    held = io.StringIO(newline="")
    if rows:
        writer = csv.DictWriter(held, list(rows[0]), extrasaction="ignore")
        writer.writeheader()
        writer.writerows({name: _plain(value) for name, value in row.items()} for row in rows)
    return held.getvalue().encode("utf-8-sig", "replace")


def _plain(value: object) -> object:
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value

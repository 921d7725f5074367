"""What comparing found -> plain rows for ``--json``; docs/cli.md is their schema."""

from dataclasses import asdict

from assistant.comparing import Ways
from index.concordance import Lines

Row = dict[str, object]


def lines_row(found: Lines) -> Row:
    """``{lines: [{report_id, start, end, left, match, right}], by_report, by_year}``."""
    return {
        "lines": [
            {
                "report_id": line.report_id,
                "start": line.start,
                "end": line.end,
                "left": line.left,
                "match": line.match,
                "right": line.right,
            }
            for line in found.lines
        ],
        "by_report": found.by_report,
        "by_year": found.by_year,
    }


def ways_row(found: Ways) -> Row:
    """``{text, ways: [{label, said, reports, years, masked}], reports, among}``; ``said[0]`` is typical.

    A saying is ``{report_id, title, year, start, end, text, sentence, shared: [{start, end}], copies}``,
    ``shared`` over its ``text``.
    """
    return asdict(found)

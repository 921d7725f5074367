"""Whole reports -> plain rows for ``--json``; docs/cli.md is their schema."""

from assistant.assembling import Whole
from assistant.distributing import Distribution
from assistant.plan import Plan, numbered
from assistant.plan import write as written_out
from assistant.rolling import Stale
from assistant.rolls import Rolling

Row = dict[str, object]


def plan_row(plan: Plan) -> Row:
    """``{title, kind, viewpoint, year, text, headings: [{id, level, line, text, role, reports}]}``."""
    lines = numbered(plan.headings)
    return {
        "title": plan.title,
        "kind": plan.kind,
        "viewpoint": plan.viewpoint,
        "year": plan.year,
        "text": written_out(plan),
        "headings": [
            {"id": one.id, "level": one.level, "line": line, "text": one.text, "role": one.role,
             "reports": one.reports}
            for one, line in zip(plan.headings, lines, strict=True)
        ],
    }  # fmt: skip


def whole_row(whole: Whole, shared: Distribution, *, complete: bool) -> Row:
    """``{title, text, complete, parts, unplaced, facts, blanks, findings}``."""
    return {
        "title": whole.title,
        "text": whole.text,
        "complete": complete,
        "parts": [
            {"heading": part.heading, "line": part.line, "text": part.text,
             "facts": [fact.id for fact in shared.of(part.heading)],
             "sentences": [
                 {"text": one.text, "facts": list(one.facts), "passages": list(one.passages),
                  "origin": one.origin}
                 for one in part.sentences
             ]}
            for part in whole.parts
        ],
        "unplaced": [
            {"id": fact.id, "text": fact.text, "why": shared.why(fact.id)} for fact in shared.unplaced
        ],
        "facts": list(whole.facts()),
        "blanks": whole.blanks(),
        "findings": [
            {"kind": one.kind, "start": one.span.start, "end": one.span.end, "text": one.text,
             "message": one.message}
            for one in whole.findings
        ],
    }  # fmt: skip


def rolling_row(rolling: Rolling) -> Row:
    """``{report, year, text, rolled, left, places}``: the old text, the new one, what is to be looked at."""
    return {
        "report": rolling.report.title,
        "year": rolling.year,
        "text": rolling.report.text,
        "rolled": rolling.text,
        "left": rolling.left(),
        "places": [stale_row(number, row) for number, row in enumerate(rolling.rows, 1)],
    }


def stale_row(number: int, row: Stale) -> Row:
    """``{number, kind, start, end, text, what, put, why, within, ask}``; numbers count from 1."""
    return {
        "number": number,
        "kind": row.kind,
        "start": row.span.start,
        "end": row.span.end,
        "text": row.text,
        "what": row.what,
        "put": row.put,
        "why": row.why,
        "within": None if row.within is None else row.within + 1,
        "ask": row.ask,
    }

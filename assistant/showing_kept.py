"""Kept drafts and their versions -> plain rows for ``--json``; docs/cli.md is their schema."""

from collections.abc import Iterable

from assistant.filling import blanks
from assistant.saved import Saved
from assistant.showing import change_rows, finding_rows, saved_row, sentence_rows
from assistant.tracing import Step
from assistant.types import Finding
from assistant.vouching import Vouched

Row = dict[str, object]


def step_row(step: Step, now: int) -> Row:
    """``{revision, author, changed, name, chars, added, removed, first, now}``.

    Args:
        step: A version and what it changed.
        now: The revision that the draft is at.
    """
    version = step.version
    return {
        "revision": version.revision,
        "author": version.author,
        "changed": version.changed,
        "name": version.name,
        "chars": len(version.text),
        "added": step.added,
        "removed": step.removed,
        "first": next(iter(change_rows([step.first])), None) if step.first else None,
        "now": version.revision == now,
    }


def kept_row(
    saved: Saved, findings: Iterable[Finding], stand: Iterable[Finding], vouched: Iterable[Vouched]
) -> Row:
    """``saved`` with ``{text, notes, facts, sentences, blanks, findings, let_stand, vouched}``."""
    return saved_row(saved) | {
        "text": saved.body.text,
        "notes": saved.notes,
        "facts": [{"id": fact.id, "text": fact.text} for fact in saved.body.facts],
        "sentences": sentence_rows(saved.body.sentences),
        "blanks": [
            {"asked": one.asked, "words": one.words, "sentence": one.sentence,
             "places": [{"start": span.start, "end": span.end} for span in one.spans]}
            for one in blanks(saved.body.text)
        ],
        "findings": finding_rows(findings),
        "let_stand": finding_rows(stand),
        "vouched": [
            {"start": one.span.start, "end": one.span.end, "text": one.text,
             "facts": [fact.id for fact in one.facts]}
            for one in vouched
        ],
    }  # fmt: skip

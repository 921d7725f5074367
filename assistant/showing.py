"""Nouns -> plain rows for ``--json``; docs/cli.md is their schema, stable from now on."""

from collections.abc import Iterable

from assistant.differing import Change, runs
from assistant.exporting import Exported
from assistant.revising import Proposal
from assistant.saved import Saved
from assistant.slips import Slip
from assistant.telling import Language, tell
from assistant.types import Draft, Finding, Sentence
from index.masking import Masked
from index.types import Added, Hit, Removal, Report, Section

Row = dict[str, object]


def added_row(added: Added, language: Language) -> Row:
    """``{path, status, reason, report_id, title, kind, year, sections, passages, removed, notes}``."""
    return {
        "path": added.path,
        "status": added.status,
        "reason": tell(added.code, added.values, language) if added.code else "",
        "code": added.code,
        "report_id": added.report_id,
        "title": added.title,
        "kind": added.kind,
        "year": added.year,
        "sections": added.sections,
        "passages": added.passages,
        "removed": removal_rows(added.removals),
        "notes": list(added.notes),
        "era": added.era,
        "viewpoint": added.viewpoint,
        "organisation": added.organisation,
        "like": added.like,
        "like_id": added.like_id,
        "like_share": added.like_share,
    }


def removal_rows(removals: Iterable[Removal]) -> list[Row]:
    """``{place, text, why}`` per stretch that cleaning took out; ``place`` is what puts it back."""
    return [{"place": one.place, "text": one.text, "why": one.why} for one in removals]


def outline_rows(report: Report) -> list[Row]:
    """``{level, depth, mark, heading, start, end, role}`` per section that has a mark or a heading."""
    rows: list[Row] = []
    for section in report.sections:
        if section.mark or section.heading:
            rows.append(
                {
                    "level": section.level,
                    "depth": depth(section, report.sections),
                    "mark": section.mark,
                    "heading": section.heading,
                    "start": section.span.start,
                    "end": section.span.end,
                    "role": section.role,
                }
            )
    return rows


def depth(section: Section, sections: tuple[Section, ...]) -> int:
    """How deep a section is nested, 1 for one that no other encloses."""
    count = 1
    while section.parent is not None and sections[section.parent].level > 0:
        section = sections[section.parent]
        count += 1
    return count


def hit_row(hit: Hit) -> Row:
    """``{passage_id, report_id, title, headings, role, start, end, text, score, why}``."""
    passage = hit.passage
    return {
        "passage_id": passage.id,
        "report_id": passage.report_id,
        "title": hit.title,
        "headings": list(passage.headings),
        "role": passage.role,
        "start": passage.span.start,
        "end": passage.span.end,
        "text": passage.text,
        "score": round(hit.score, 4),
        "why": list(hit.why),
    }


def finding_rows(findings: Iterable[Finding]) -> list[Row]:
    """``{kind, start, end, text, message, report_id, passage_id}`` each, offsets in code points."""
    return [
        {
            "kind": finding.kind,
            "start": finding.span.start,
            "end": finding.span.end,
            "text": finding.text,
            "message": finding.message,
            "report_id": finding.report_id,
            "passage_id": finding.passage_id,
        }
        for finding in findings
    ]


def draft_row(draft: Draft) -> Row:
    """``{section, text, facts, sentences, findings, suggestions, prompt, model, complete}``."""
    return {
        "section": draft.brief.section,
        "text": draft.text,
        "facts": [{"id": fact.id, "text": fact.text} for fact in draft.brief.facts],
        "sentences": sentence_rows(draft.sentences),
        "findings": finding_rows(draft.findings),
        "suggestions": [{"text": s.text, "passage_id": s.passage_id} for s in draft.suggestions],
        "prompt": draft.prompt,
        "model": draft.model,
        "complete": draft.complete,
    }


def sentence_rows(sentences: Iterable[Sentence]) -> list[Row]:
    """``{text, facts, passages, paragraph, origin}`` each."""
    return [
        {
            "text": sentence.text,
            "facts": list(sentence.facts),
            "passages": list(sentence.passages),
            "paragraph": sentence.paragraph,
            "origin": sentence.origin,
        }
        for sentence in sentences
    ]


def exported_row(exported: Exported, language: Language) -> Row:
    """``{path, open: [{code, text}]}``; ``open`` is empty only for a checked text with nothing open."""
    return {
        "path": str(exported.path),
        "open": [
            {"code": one.code, "text": tell(one.code, one.values, language)} for one in exported.cautions
        ],
    }


def saved_row(saved: Saved) -> Row:
    """``{id, title, section, year, revision, chars, changed, trashed}``; times in seconds since 1970."""
    return {
        "id": saved.id,
        "title": saved.title,
        "section": saved.section,
        "year": saved.year,
        "revision": saved.revision,
        "chars": len(saved.body.text),
        "changed": saved.changed,
        "trashed": saved.trashed,
    }


def change_rows(changes: Iterable[Change]) -> list[Row]:
    """``{kind, before, after, runs: [{before, after}]}`` per sentence that is not as it was."""
    return [
        {
            "kind": change.kind,
            "before": change.before,
            "after": change.after,
            "runs": [{"before": run.before, "after": run.after} for run in change.runs],
        }
        for change in changes
        if change.kind != "kept"
    ]


def proposal_rows(before: str, proposals: Iterable[Proposal]) -> list[Row]:
    """``{text, by, passages, runs: [{before, after}], lost, added, findings, sound, prompt, model}`` each."""
    return [
        {
            "text": one.text,
            "by": one.by,
            "passages": list(one.passages),
            "runs": [{"before": run.before, "after": run.after} for run in runs(before, one.text)],
            "lost": list(one.lost),
            "added": list(one.added),
            "findings": finding_rows(one.findings),
            "sound": one.is_sound,
            "prompt": one.prompt,
            "model": one.model,
        }
        for one in proposals
    ]


def slip_rows(slips: Iterable[Slip]) -> list[Row]:
    """``{kind, start, end, text, better, row, hint}`` each; ``better`` is null where nothing is certain."""
    return [
        {
            "kind": slip.kind,
            "start": slip.span.start,
            "end": slip.span.end,
            "text": slip.text,
            "better": slip.better,
            "row": slip.row,
            "hint": slip.hint,
        }
        for slip in slips
    ]


def mask_row(masked: Masked) -> Row:
    """``{text, masked: [{kind, start, end, text, blank}]}``, spans over the text before masking."""
    return {
        "text": masked.text,
        "masked": [
            {
                "kind": particular.kind,
                "start": particular.span.start,
                "end": particular.span.end,
                "text": particular.text,
                "blank": particular.blank,
            }
            for particular in masked.particulars
        ],
    }

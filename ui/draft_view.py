"""A kept draft -> what is seen of it: sentences with marks, versions, two texts in conflict."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

import streamlit as st

from assistant.service import Change, Finding, Saved, Sentence, Step, retold, sentence_findings
from ui.components import show_reading
from ui.escaping import escaped
from ui.return_view import shown
from ui.state import assistant, language, renew, say

KEPT, SHOWN = 20, 60
"""Characters of a version's first changed sentence that are shown: of a stretch kept, of one changed."""
LEGEND = ("fact", "sample", "stock", "blank", "writer")


def show_draft(saved: Saved, findings: Sequence[Finding]) -> None:
    """The draft's sentences, each to be clicked for its sources, with the findings marked."""
    st.markdown(f"**{escaped(saved.section)}**")
    picked = show_reading(
        f"read-{saved.id}-{saved.revision}", _rows(saved, findings), st.session_state.get("picked"),
        language(),
    )  # fmt: skip
    if picked is not None and picked != st.session_state.get("picked"):
        st.session_state["picked"] = picked
        st.rerun()
    st.html(_legend(saved.body.sentences))


def _legend(sentences: Iterable[Sentence]) -> str:
    """What the underlines mean; only those that occur. Our own words, no text of anybody else."""
    seen = {"fact" if s.origin == "model" else s.origin for s in sentences}
    marks = "".join(
        f'<span style="margin-right:1.2em">'
        f'<span style="border-bottom:2px {LINES[kind]};padding:0 .8em"></span> '
        f"{say('legend_' + kind)}</span>"
        for kind in LEGEND
        if kind in seen
    )
    return f'<div style="font-size:12.5px;opacity:.75">{marks}{say("click_sentence")}</div>'


LINES = {
    "fact": "solid light-dark(#0c5a44, #7ed5b0)",
    "sample": "dotted light-dark(#244fb4, #85b8f8)",
    "stock": "dotted light-dark(#686255, #b8b3a8)",
    "blank": "dashed light-dark(#9b4519, #f2a56d)",
    "writer": "solid light-dark(#6f33b8, #bf8ef7)",
}
"""The colours that ``zhibi.css`` draws with, where no variable of the theme reaches."""


def _rows(saved: Saved, findings: Sequence[Finding]) -> list[dict[str, object]]:
    """The sentences as the component takes them; offsets are counted in the kept text."""
    return [
        {
            "i": i,
            "text": sentence.text,
            "paragraph": sentence.paragraph,
            "origin": sentence.origin,
            "facts": list(sentence.facts),
            "marks": _marks(start, sentence, findings),
        }
        for i, (start, sentence) in enumerate(placed(saved))
    ]


def placed(saved: Saved) -> list[tuple[int, Sentence]]:
    """Each sentence with the offset where it begins in the kept text."""
    placed: list[tuple[int, Sentence]] = []
    at = 0
    for sentence in saved.body.sentences:
        start = max(at, saved.body.text.find(sentence.text, at))
        placed.append((start, sentence))
        at = start + len(sentence.text)
    return placed


def _marks(start: int, sentence: Sentence, findings: Sequence[Finding]) -> list[dict[str, object]]:
    """Findings of one sentence as marks in ascending order, apart from one another."""
    marks: list[dict[str, object]] = []
    taken = 0
    for finding in sorted(sentence_findings(start, sentence, findings), key=lambda f: f.span):
        begin = max(taken, finding.span.start - start)
        end = min(len(sentence.text), finding.span.end - start)
        if begin < end:
            marks.append(
                {
                    "start": begin,
                    "end": end,
                    "kind": finding.kind,
                    "note": retold(finding.message, language()),
                }
            )
            taken = end
    return marks


def editing_marks(findings: Sequence[Finding]) -> list[dict[str, object]]:
    """Findings as marks over the kept text; those without a place are left out."""
    return [
        {"start": f.span.start, "end": f.span.end, "kind": f.kind, "note": retold(f.message, language())}
        for f in findings
        if len(f.span)
    ]


def sentence_at(saved: Saved, offset: int) -> int | None:
    """Number of the sentence that holds an offset of the kept text; None between sentences."""
    for number, (start, sentence) in enumerate(placed(saved)):
        if start <= offset <= start + len(sentence.text):
            return number
    return None


def show_maker(saved: Saved) -> None:
    """Who wrote it, and whether it came whole."""
    body = saved.body
    made = (
        say("written_by_composer")
        if body.model == "none"
        else say("written_by_model", model=escaped(body.model), prompt=escaped(body.prompt))
    )
    st.caption(made if body.complete else f"{made} **{say('incomplete')}**")


def show_versions(saved: Saved) -> None:
    """Every state the text was kept in, newest first, with what it changed, each to be brought back."""
    with st.popover(say("versions"), width="stretch"):
        for step in assistant().history(saved.id):
            _version(saved, step)


def _version(saved: Saved, step: Step) -> None:
    version = step.version
    when = datetime.datetime.fromtimestamp(version.changed).strftime("%m-%d %H:%M:%S")
    author = say(f"by_{version.author}") if version.author in ("writer", "composer") else version.author
    code = "version_first" if version.revision == 1 else "version_changed" if step.first else "version_same"
    counts = say(code, added=step.added, removed=step.removed)
    with st.container(border=True, gap="small"):
        st.caption("  ·  ".join(filter(None, (when, escaped(author), escaped(version.name), counts))))
        if step.first:
            st.markdown(shown(_short(step.first)))
        if version.revision == saved.revision:
            st.caption(say("version_now"))
        elif st.button(say("restore"), key=f"restore-{saved.id}-{version.revision}"):
            assistant().restore_version(saved.id, version.revision, saved.revision)
            renew(saved.id)
            st.rerun()


def _short(change: Change) -> Change:
    """A changed sentence as a list shows it: what was kept of it in a few words."""
    kept = [
        replace(run, before=_cut(run.before, KEPT), after=_cut(run.after, KEPT))
        if run.kept
        else replace(run, before=_cut(run.before, SHOWN), after=_cut(run.after, SHOWN))
        for run in change.runs
    ]
    return replace(
        change, before=_cut(change.before, SHOWN), after=_cut(change.after, SHOWN), runs=tuple(kept)
    )


def _cut(words: str, most: int) -> str:
    """Words with their middle left out where they are longer than is shown."""
    return words if len(words) <= most else f"{words[: most // 2]}…{words[-(most // 2) :]}"


def show_conflict(saved: Saved) -> None:
    """Both texts of a draft that two windows changed; the writer chooses, both stay in the history."""
    mine = st.session_state[f"conflict-{saved.id}"]
    st.warning(say("conflict"))
    ours, theirs = st.columns(2)
    with ours:
        st.markdown(f"**{say('conflict_mine')}**")
        st.text(mine)
        keep = st.button(say("keep_mine"), type="primary", width="stretch")
    with theirs:
        st.markdown(f"**{say('conflict_other')}**")
        st.text(saved.body.text)
        leave = st.button(say("keep_other"), width="stretch")
    if keep or leave:
        kept = assistant().keep_text(saved.id, mine, saved.revision)
        if leave:
            assistant().restore_version(saved.id, saved.revision, kept.revision)
        del st.session_state[f"conflict-{saved.id}"]
        renew(saved.id)
        st.rerun()

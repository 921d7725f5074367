"""A kept draft -> what is seen of it: sentences with marks, findings, versions, two texts in conflict."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import streamlit as st

from assistant.service import Finding, Saved, Sentence, ShelfError, Version, can_be_blank, sentence_findings
from ui.components import show_reading
from ui.escaping import escaped
from ui.export_view import show_export
from ui.jobs import fault_sentence
from ui.sources_view import open_passage
from ui.state import assistant, language, renew, say

LEGEND = ("fact", "sample", "stock", "blank", "writer")
GRAVE = ("leaked", "unsupported", "contact", "misplaced", "conflict")
"""Kinds of finding shown first, gravest first."""


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
    "fact": "solid #2e7d32",
    "sample": "dotted #1565c0",
    "stock": "dotted #8d8d8d",
    "blank": "dashed #b26a00",
    "writer": "solid #6a4fb6",
}


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
        for i, (start, sentence) in enumerate(_placed(saved))
    ]


def _placed(saved: Saved) -> list[tuple[int, Sentence]]:
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
            marks.append({"start": begin, "end": end, "kind": finding.kind, "note": finding.message})
            taken = end
    return marks


def editing_marks(findings: Sequence[Finding]) -> list[dict[str, object]]:
    """Findings as marks over the kept text; those without a place are left out."""
    return [
        {"start": f.span.start, "end": f.span.end, "kind": f.kind, "note": f.message}
        for f in findings
        if len(f.span)
    ]


def sentence_at(saved: Saved, offset: int) -> int | None:
    """Number of the sentence that holds an offset of the kept text; None between sentences."""
    for number, (start, sentence) in enumerate(_placed(saved)):
        if start <= offset <= start + len(sentence.text):
            return number
    return None


def show_findings(saved: Saved, findings: Sequence[Finding], stood: Sequence[Finding]) -> None:
    """What the check has to say, gravest first, each with what can be done; what it cannot see."""
    rank = {kind: place for place, kind in enumerate(GRAVE)}
    ordered = sorted(findings, key=lambda f: (rank.get(f.kind, len(rank)), f.span))
    st.markdown(f"**{say('findings')}**" + (f"  ·  {len(ordered)}" if ordered else ""))
    if not ordered:
        st.success(say("no_findings"))
    for number, finding in enumerate(ordered[:40]):
        _finding(saved, finding, f"{saved.id}-{saved.revision}-{number}")
    if stood:
        with st.expander(say("stood", count=len(stood))):
            for number, finding in enumerate(stood):
                _stood(saved, finding, f"stood-{saved.id}-{saved.revision}-{number}")
    st.caption(say("check_limits"))


def _finding(saved: Saved, finding: Finding, key: str) -> None:
    desk = assistant()
    with st.container(border=True):
        colour = "red" if finding.kind in GRAVE else "orange"
        st.markdown(f":{colour}-badge[{say(f'kind_{finding.kind}')}]  {escaped(finding.message)}")
        with st.container(horizontal=True, gap="small"):
            for place, other in enumerate(desk.alternatives(saved, finding)):
                words = say("replace_by", text=escaped(other.text), fact=other.fact)
                if st.button(words, key=f"put-{place}-{key}"):
                    _act(saved, partial(desk.put_right, saved, finding, other.text))
            if can_be_blank(finding) and st.button(say("make_blank"), key=f"blank-{key}"):
                _act(saved, lambda: desk.blank(saved, finding, language()))
            if finding.passage_id and st.button(say("open_sample"), key=f"open-{key}"):
                open_passage(finding.passage_id)
            if finding.kind != "blank" and st.button(say("let_stand"), key=f"stand-{key}"):
                _act(saved, lambda: desk.accept(saved, finding))


def _stood(saved: Saved, finding: Finding, key: str) -> None:
    words, back = st.columns([5, 1.4], vertical_alignment="center")
    words.caption(f"{say(f'kind_{finding.kind}')}  ·  {escaped(finding.text)}")
    if back.button(say("reopen"), key=key, width="stretch"):
        _act(saved, lambda: assistant().reopen(saved, finding))


def _act(saved: Saved, act: Callable[[], object]) -> None:
    """Do it, then draw the page anew; a fault is told above the draft and nothing is lost."""
    try:
        act()
    except ShelfError as error:
        st.session_state[f"fault-{saved.id}"] = fault_sentence(error, language())
    renew(saved.id)
    st.rerun()


def show_foot(saved: Saved) -> None:
    """Who wrote it, the text to take away, its versions."""
    body = saved.body
    made = (
        say("written_by_composer")
        if body.model == "none"
        else say("written_by_model", model=escaped(body.model), prompt=escaped(body.prompt))
    )
    st.caption(made if body.complete else f"{made} **{say('incomplete')}**")
    take, past = st.columns(2)
    with take:
        show_export(saved)
    with past.popover(say("versions"), width="stretch"):
        for version in assistant().versions(saved.id)[:30]:
            _version(saved, version)


def _version(saved: Saved, version: Version) -> None:
    when = datetime.datetime.fromtimestamp(version.changed).strftime("%m-%d %H:%M:%S")
    author = say(f"by_{version.author}") if version.author in ("writer", "composer") else version.author
    st.caption(f"{when}  ·  {escaped(author)}")
    st.text(version.text[:90] + ("…" if len(version.text) > 90 else ""))
    if version.revision != saved.revision and st.button(
        say("restore"), key=f"restore-{saved.id}-{version.revision}"
    ):
        assistant().keep_text(saved.id, version.text, saved.revision)
        renew(saved.id)
        st.rerun()


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
            assistant().keep_text(saved.id, saved.body.text, kept.revision)
        del st.session_state[f"conflict-{saved.id}"]
        renew(saved.id)
        st.rerun()

"""The screen's own parts: a draft to read, a text that saves itself, a report opened at a place."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.service import Report
from ui.hearing import Hearing

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Asked:
    """What the writer asked of a place in the editor; offsets in code points of its text."""

    op: str
    """``pick`` for a click, else one of the ops offered."""
    start: int
    end: int
    text: str


MOUNTS = {
    "reading": '<div class="zb-reading"></div>',
    "writing": '<label class="zb-writing"><textarea spellcheck="false"></textarea>'
    '<span class="zb-foot"><span class="zb-state"></span></span></label>',
    "editing": '<div class="zb-editor"><div class="zb-page"></div>'
    '<span class="zb-foot"><span class="zb-state"></span></span></div>',
    "lingering": "<span></span>",
    "differing": '<div class="zb-diff"></div>',
    "opened": '<div class="zb-report"><nav class="zb-outline"></nav>'
    '<div class="zb-opened" tabindex="0"></div></div>',
}


@cache
def _sources(name: str) -> tuple[str, str]:
    return HERE.joinpath(f"{name}.js").read_text("utf-8"), HERE.joinpath("zhibi.css").read_text("utf-8")


def _mount(name: str) -> Callable[..., Any]:
    js, css = _sources(name)
    return st.components.v2.component(f"zhibi_{name}", html=MOUNTS[name], css=css, js=js)


def hold_edits() -> None:
    """Let a cell edited right before a link is pressed reach the server first."""
    _mount("lingering")(key="lingering")


def show_reading(
    key: str, sentences: Sequence[Mapping[str, object]], picked: int | None, language: str
) -> int | None:
    """Draw a draft's sentences; the number of the one just clicked, if any.

    Each sentence is ``{i, text, paragraph, origin, facts, marks: [{start, end, kind, note}]}`` with
    mark offsets in code points of its text, ascending and apart.
    """
    data = {"sentences": list(sentences), "picked": picked, "lang": _lang(language)}
    result = _mount("reading")(key=key, data=data, on_pick_change=lambda: None)
    return int(result.pick["i"]) if result.pick else None


def show_writing(
    key: str,
    doc: str,
    text: str,
    label: str,
    on_written: Callable[[str, str], bool],
    *,
    words: Mapping[str, str],
    language: str,
    placeholder: str = "",
    height: int = 160,
    most: str = "70vh",
) -> None:
    """Draw a text field that saves itself.

    ``on_written(doc, text)`` gets each change and says whether it is kept; only then does the field
    call itself saved.
    ``text`` is shown when the field appears and whenever ``doc`` changes; between, the browser owns it.
    It grows with its text from ``height`` pixels to ``most``, a CSS length.
    """
    kept: dict[str, int] = st.session_state.setdefault(f"kept-{key}", {})
    seq = kept.get(doc, 0)

    def keep() -> None:
        written = st.session_state[key]["written"]
        if on_written(written["doc"], written["text"]):
            kept[written["doc"]] = written["seq"]  # plain: a look at the state could end the run before it

    data = {
        "doc": doc, "text": text, "label": label, "seq": seq, "words": dict(words),
        "placeholder": placeholder, "height": height, "most": most, "lang": _lang(language),
    }  # fmt: skip
    _mount("writing")(key=key, data=data, on_written_change=keep)


def show_editing(
    key: str,
    doc: str,
    text: str,
    on_written: Callable[[str, int | None], bool],
    *,
    hearing: Hearing,
    base: int,
    marks: Sequence[Mapping[str, object]],
    ops: Mapping[str, str],
    words: Mapping[str, str],
    label: str,
    language: str,
    look: tuple[int, int] | None = None,
    height: int = 360,
) -> Asked | None:
    """Draw the draft's editor; what the writer asked of a selection in this run, if anything.

    Args:
        key: Of the component, one a draft.
        doc: Name of the text; under another name ``text`` comes into the editor as the fewest changes, one
            step to undo, beside what was typed meanwhile. Between, the browser owns it.
        text: The kept text.
        on_written: Gets ``(text, base)`` of each change and says whether it is kept. ``base`` is the revision
            the text was typed upon where an earlier session's server never confirmed it, else None.
        hearing: What this session has heard of the editor.
        base: Revision of ``text``.
        marks: ``{start, end, kind, note}`` over the kept text, offsets in code points.
        ops: Acts offered on a selection, by their label.
        words: ``saved`` and ``saving``.
        label: For readers of the screen.
        language: ``zh`` or ``en``.
        look: Offset of the kept text to come to, and a number that is another one for each time it is asked.
        height: Least height, pixels.
    """
    doc = f"{hearing.session}:{doc}"
    me, seq = hearing.heard

    def keep() -> None:
        hearing.take(st.session_state[key]["written"], doc, on_written)

    data = {
        "doc": doc, "draft": key, "text": text, "kept": {"me": me, "seq": seq},
        "session": hearing.session, "base": base, "marks": list(marks),
        "ops": [list(op) for op in ops.items()], "words": dict(words), "label": label,
        "lang": _lang(language), "height": height, "bundle": _bundle(),
        "look": look and {"at": look[0], "n": look[1]},
    }  # fmt: skip
    result = _mount("editing")(
        key=key, data=data, on_written_change=keep, on_asked_change=lambda: None,
        on_picked_change=lambda: None,
    )  # fmt: skip
    if result.picked:
        return Asked("pick", int(result.picked["at"]), int(result.picked["at"]), "")
    if result.asked:
        asked = result.asked
        return Asked(str(asked["op"]), int(asked["start"]), int(asked["end"]), str(asked["text"]))
    return None


def show_differing(key: str, changed: Sequence[tuple[str, str]], language: str) -> None:
    """Draw (before, after) runs as one text: what goes is struck, what comes is bold."""
    rows = [{"before": before, "after": after} for before, after in changed]
    _mount("differing")(key=key, data={"runs": rows, "lang": _lang(language)})


@cache
def _bundle() -> str:
    """Eight hex digits of the bundle, so that a new one is fetched and an old one is not again."""
    return hashlib.sha256(HERE.joinpath("static", "editor.js").read_bytes()).hexdigest()[:8]


def show_opened(key: str, report: Report, start: int, end: int, language: str) -> None:
    """Draw a report's text with ``[start, end)`` marked and scrolled to; offsets in code points."""
    data = {
        "text": report.text, "headings": heading_spans(report), "start": start, "end": end,
        "lang": _lang(language),
    }  # fmt: skip
    _mount("opened")(key=key, data=data)


def show_outlined(key: str, report: Report, language: str) -> None:
    """Draw a report's outline beside its text; a heading clicked is scrolled to. Plain text both."""
    data = {
        "text": report.text, "headings": heading_spans(report), "start": 0, "end": 0,
        "outline": outline_rows(report), "lang": _lang(language),
    }  # fmt: skip
    _mount("opened")(key=key, data=data)


def outline_rows(report: Report) -> list[dict[str, object]]:
    """Each section's mark with its heading, or with its first words where it has none."""
    rows: list[dict[str, object]] = []
    for section in report.sections:
        if section.mark or section.heading:
            words = section.heading
            if not words:
                body = section.body.of(report.text).strip().removeprefix(section.mark).split("\n")[0]
                words = body[:16] + ("…" if len(body) > 16 else "")
            rows.append({"start": section.span.start, "level": section.level, "text": section.mark + words})
    return rows


def heading_spans(report: Report) -> list[dict[str, int]]:
    """Where each mark with its heading stands: what runs on behind a run-in heading is not part of it."""
    spans = []
    for section in report.sections:
        if section.mark or section.heading:
            after_mark = section.span.start + len(section.mark)
            at = report.text.find(section.heading, after_mark, after_mark + len(section.heading) + 8)
            end = at + len(section.heading) if at >= 0 else after_mark
            spans.append({"start": section.span.start, "end": end, "level": section.level})
    return spans


def _lang(language: str) -> str:
    return "zh-CN" if language == "zh" else "en"

"""The screen's own parts: a draft to read, a text that saves itself, a report opened at a place."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.service import Report

HERE = Path(__file__).parent
MOUNTS = {
    "reading": '<div class="zb-reading"></div>',
    "writing": '<label class="zb-writing"><textarea spellcheck="false"></textarea>'
    '<span class="zb-foot"><span class="zb-state"></span></span></label>',
    "opened": '<div class="zb-opened" tabindex="0"></div>',
}


@cache
def _sources(name: str) -> tuple[str, str]:
    return HERE.joinpath(f"{name}.js").read_text("utf-8"), HERE.joinpath("zhibi.css").read_text("utf-8")


def _mount(name: str) -> Callable[..., Any]:
    js, css = _sources(name)
    return st.components.v2.component(f"zhibi_{name}", html=MOUNTS[name], css=css, js=js)


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
    kept_doc, kept_seq = st.session_state.get(f"kept-{key}", ("", 0))
    seq = kept_seq if kept_doc == doc else 0

    def keep() -> None:
        written = st.session_state[key]["written"]
        if on_written(written["doc"], written["text"]):
            st.session_state[f"kept-{key}"] = (written["doc"], written["seq"])

    data = {
        "doc": doc, "text": text, "label": label, "seq": seq, "words": dict(words),
        "placeholder": placeholder, "height": height, "most": most, "lang": _lang(language),
    }  # fmt: skip
    _mount("writing")(key=key, data=data, on_written_change=keep)


def show_opened(key: str, report: Report, start: int, end: int, language: str) -> None:
    """Draw a report's text with ``[start, end)`` marked and scrolled to; offsets in code points."""
    data = {
        "text": report.text, "headings": heading_spans(report), "start": start, "end": end,
        "lang": _lang(language),
    }  # fmt: skip
    _mount("opened")(key=key, data=data)


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

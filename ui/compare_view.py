"""What comparing found -> what is seen of it: aligned lines, marked wordings, the phrase in hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.service import Saved
from assistant.telling import tell
from ui.escaping import escaped
from ui.exporting import as_csv
from ui.sources_view import opened
from ui.state import assistant, language, renew, say

HERE = Path(__file__).parent
Row = Mapping[str, object]


@cache
def _sources() -> tuple[str, str]:
    return tuple(HERE.joinpath(name).read_text("utf-8") for name in ("compared.js", "compared.css"))  # type: ignore[return-value]


Place = tuple[str, int, int]
"""A report's id and ``[start, end)`` of its text."""


def show_found(
    key: str, *, lines: Sequence[Row] = (), ways: Sequence[Row] = (), places: Sequence[Place] = ()
) -> int | None:
    """Draw lines ``{n, left, match, right, source}`` or ways ``{label, note, said: [{n, pieces, source}]}``.

    A piece is ``{t, own}``: text, and whether it is this wording's own; ``before`` and ``after`` of a saying
    are pale. With ``places``, one for each number, a saying can be opened. Gives the number just pressed.
    """
    js, css = _sources()
    mount = st.components.v2.component("zhibi_compared", html='<div class="zc"></div>', css=css, js=js)
    data = {
        "lines": list(lines), "ways": list(ways), "picked": st.session_state.get(f"picked-{key}"),
        "open": say("open_report") if places else "", "lang": "zh-CN" if language() == "zh" else "en",
    }  # fmt: skip
    result: Any = mount(key=key, data=data, on_pick_change=lambda: None)
    if not result.pick:
        return None
    picked = int(result.pick["n"])
    if result.pick.get("open") and picked < len(places):
        opened(*places[picked])
        return None
    if st.session_state.get(f"picked-{key}") != picked:
        st.session_state[f"picked-{key}"] = picked
        st.rerun()
    return picked


AROUND = 44
"""Characters of the sentence shown before and after a wording, at most."""
JOINTS = "，。；：、！？"
STOPS, OPEN, MARKS = "。！？", "，、；：（“‘《", "，、；：。！？）”’》"
"""Marks that end a sentence, behind which words may follow as they are, and which end or part words."""
BESIDE = 8
"""Ways of saying shown beside the editor, and …"""
EACH = 2
"""… wordings of each."""
NAMED = 16
"""Characters of a draft's name that stand on a button."""


def ways_rows(ways: Sequence[Any], among: int, first: int = 0) -> list[Row]:
    """Ways of saying as ``show_found`` draws them, their sayings numbered from ``first``."""
    rows: list[Row] = []
    n = first
    for way in ways:
        said: list[Row] = []
        for one in way.said:
            more = say("cmp_copies", count=len(one.copies)) if one.copies else ""
            at = one.sentence.find(one.text)
            said.append(
                {
                    "n": n, "pieces": pieces(one.text, one.shared, mark=len(way.said) > 1),
                    "source": f"{more} {source(one.title, one.year)}".strip(),
                    "before": _tail(one.sentence[:at]) if at > 0 else "",
                    "after": _head(one.sentence[at + len(one.text) :]) if at >= 0 else "",
                }
            )  # fmt: skip
            n += 1
        years = f" · {way.years[0]}" if way.years else ""
        years += f"–{way.years[-1]}" if len(way.years) > 1 else ""
        note = say("cmp_k_of_n", k=way.reports, n=among) + years
        rows.append({"label": way.label, "note": note, "said": said})
    return rows


def _tail(words: str) -> str:
    """The end of what stands before a wording, from a joint of the sentence where one is near."""
    words = words.lstrip()
    if len(words) <= AROUND:
        return words
    kept = words[-AROUND:]
    joint = max(kept.find(mark, 0, AROUND // 2) for mark in JOINTS)
    return "…" + kept[joint + 1 :].lstrip()


def _head(words: str) -> str:
    """The beginning of what stands behind a wording, up to a joint of the sentence where one is near."""
    if len(words) <= AROUND:
        return words
    kept = words[:AROUND]
    joint = max(kept.rfind(mark, AROUND // 2) for mark in JOINTS)
    return (kept[: joint + 1] if joint > 0 else kept) + "…"


def show_compared(saved: Saved, words: str, span: tuple[int, int] | None = None) -> None:
    """Beside the editor: how reports say ``words``; a wording pressed can be put into the draft.

    Args:
        saved: The draft at hand.
        words: What is selected, or the sentence the cursor is in.
        span: What a wording takes the place of, in offsets of the draft's text; the cursor where both
            are equal; None puts it at the end.
    """
    found = assistant().compare.similar(words)
    every = [replace(way, said=way.said[:EACH]) for way in (*found.ways, *found.near)]
    ways = every[:BESIDE]
    said = [one for way in ways for one in way.said]
    rows = ways_rows(ways, found.among)
    key = f"beside-{saved.id}-{words}"
    told = {one.report_id for way in every for one in way.said}
    st.caption(say("cmp_ways", ways=len(every), reports=len(told), among=found.among))
    picked = st.session_state.get(f"picked-{key}")
    if picked is not None and picked < len(said):
        one = said[picked]
        put = assistant().takeable(one.text)
        with st.container(border=True):
            st.text(put)
            st.caption(escaped(source(one.title, one.year)))
            replaces = span is not None and span[1] > span[0]
            label = "cmp_replace" if replaces else "cmp_insert" if span else "cmp_append"
            if st.button(say(label), key=f"put-{key}", type="primary", width="stretch"):
                at = span or (len(saved.body.text), len(saved.body.text))
                passage = assistant().compare.passage_at(one.report_id, one.start)
                put = put if at[1] > at[0] else jointed(saved.body.text, at[0], put)
                assistant().insert(saved.id, at[0], put, saved.revision, passage, at[1])
                st.session_state.pop(f"picked-{key}", None)
                renew(saved.id)
                st.rerun()
    show_found(key, ways=rows, places=[(one.report_id, one.start, one.end) for one in said])


def jointed(text: str, at: int, words: str) -> str:
    """Words with the marks that part them from what stands before and behind them at a place of a text.

    >>> jointed("表彰3人。下一句。", 4, "树立榜样"), jointed("表彰3人。下一句。", 5, "树立榜样")
    ('，树立榜样', '树立榜样。')
    """
    if not any("\u4e00" <= sign <= "\u9fff" for sign in words):
        return words
    before, behind = text[:at][-1:], text[at : at + 1]
    begins = not before or before in STOPS + "\n 　"
    ahead = "" if begins or before in OPEN or words[0] in MARKS else "，"
    if words[-1] in MARKS or (behind and behind in MARKS):
        return ahead + words
    return ahead + words + ("。" if begins or not behind.strip() else "，")


def pieces(text: str, shared: Sequence[Any], *, mark: bool = True) -> list[Row]:
    """A text cut at its shared spans; what lies between is its own."""
    if not mark:
        return [{"t": text, "own": False}]
    cut: list[Row] = []
    at = 0
    for span in shared:
        if span.start > at:
            cut.append({"t": text[at : span.start], "own": True})
        cut.append({"t": text[span.start : span.end], "own": False})
        at = span.end
    return cut + ([{"t": text[at:], "own": True}] if at < len(text) else [])


def source(title: str, year: int | None) -> str:
    """A report's title, its year first when the title does not say it."""
    return title if not year or str(year) in title else f"{year} {title}"


def show_taken(
    key: str, text: str, *, report_id: str, title: str, start: int, end: int, around: str = ""
) -> None:
    """The phrase in hand: to copy with its particulars blank, to keep, or to read at its place."""
    with st.container(border=True):
        st.markdown(f"**{say('cmp_taken')}**")
        st.code(assistant().takeable(text), language=None, wrap_lines=True)
        if around and around != text:
            st.text(around)
        st.caption(escaped(title))
        _put(key, text, report_id, start)
        left, right = st.columns(2)
        if left.button(say("open_report"), key=f"open-{key}", width="stretch"):
            opened(report_id, start, end)
        if right.button(say("cmp_keep"), key=f"keep-{key}", width="stretch"):
            assistant().compare.phrases.keep(text, report_id, title, start)
            st.toast(escaped(say("cmp_kept")))


def called(saved: Saved) -> str:
    """What a draft is called."""
    return saved.name or saved.section or say("untitled")


def _put(key: str, text: str, report_id: str, start: int) -> None:
    """One press puts the phrase behind the draft last worked on."""
    desk, wanted = assistant(), str(st.session_state.get("at-hand", ""))
    kept = {one.id: one for one in desk.drafts()}
    saved = kept.get(wanted) or next(iter(kept.values()), None)
    if saved is None or not saved.body.text:
        return
    name = called(saved)
    name = name if len(name) <= NAMED else name[: NAMED - 1] + "…"
    if st.button(say("cmp_put", draft=escaped(name)), key=f"put-{key}", type="primary", width="stretch"):
        end = len(saved.body.text.rstrip())
        passage = desk.compare.passage_at(report_id, start)
        words = jointed("", 0, desk.takeable(text))
        desk.insert(saved.id, end, f"\n{words}", saved.revision, passage, end)
        renew(saved.id)
        st.toast(escaped(say("cmp_put_done", draft=name)))


def export(rows: Sequence[Row], name: str) -> None:
    """A button that saves rows as CSV."""
    if rows:
        st.download_button(say("cmp_export"), as_csv(rows), f"{name}.csv", "text/csv", key=f"export-{name}")


def fault(error: Any) -> None:  # noqa: ANN401 - a ShelfError, whose home screens do not import
    """A fault as its sentence, beside the field it came from."""
    st.warning(escaped(tell(error.code, error.values, language())))

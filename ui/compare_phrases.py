"""Formulations, recurring frames, and the writer's own phrases."""

import streamlit as st

from assistant.collocating import names
from ui.compare_pictures import show_grid
from ui.compare_view import MARKS, called, export, show_found, show_taken, source
from ui.escaping import escaped
from ui.state import assistant, say

KINDS = ("head", "tail", "pair", "chain")


def show_formulation() -> None:
    """One set formulation: spellings, verbs, years; and what the chosen draft uses."""
    left, right = st.columns([8, 4], gap="large")
    with right:
        drafts = {one.id: one for one in assistant().drafts() if one.body.text.strip()}
        draft_id = st.selectbox(
            say("cmp_draft"), [*drafts, ""], key="cmp-draft",
            format_func=lambda i: called(drafts[i]) if i else say("cmp_no_draft"),
        )  # fmt: skip
        own = assistant().compare.formulations_of(drafts[draft_id].body.text) if draft_id in drafts else ()
        known = [*(one.name for one in own), *assistant().compare.common(), *names()]
        name = st.selectbox(
            say("cmp_formulation"), list(dict.fromkeys(known)), index=0, key="cmp-name",
            accept_new_options=True,
        )  # fmt: skip
    draft = drafts[draft_id].body.text if draft_id in drafts else ""
    found = assistant().compare.formulation(str(name or ""), draft)
    with left:
        st.subheader(escaped(found.name), anchor=False)
        state = (
            say("cmp_current")
            if found.current
            else say("cmp_past", year=found.said_to, next=found.next or "—")
        )
        st.markdown(f"**{escaped(state if found.known else say('cmp_unknown'))}**  ·  " + escaped(
            say("cmp_k_of_n", k=found.reports, n=found.among)
            + (f"  ·  {found.first}–{found.last}" if found.first else "")
        ))  # fmt: skip
        if found.meaning:
            st.text("、".join(found.meaning))
        if found.source:
            st.caption(escaped(say("cmp_said_first", year=found.said_from or "—", source=found.source)))
        _verbs(found)
    with right:
        if draft:
            _in_draft(draft)


def _verbs(found) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    spelt = "　".join(
        f"{use.words}（{say('cmp_k_of_n', k=use.reports, n=found.among)}）" for use in found.variants
    )
    if spelt:
        st.caption(f"{say('cmp_variants')}：{escaped(spelt)}")
    if found.verbs:
        st.markdown(f"**{say('cmp_verbs')}**")
    ways: list[dict[str, object]] = []
    places: list[tuple[str, int, int]] = []
    for use in found.verbs:
        said = []
        for one in use.examples:
            text = one.text if one.text[-1:] in MARKS else f"{one.text}…"
            at = text.find(found.name)
            said.append({
                "n": len(places), "pieces": [{"t": text, "own": False}] if at < 0 else [
                    {"t": text[:at], "own": False}, {"t": found.name, "own": True},
                    {"t": text[at + len(found.name) :], "own": False},
                ],
                "source": source(one.title, one.year),
            })  # fmt: skip
            places.append((one.report_id, one.start, one.end))
        note = say("cmp_k_of_n", k=use.reports, n=found.among) + " · " + say("cmp_n_times", n=use.count)
        said_as = "、".join(f"{phrase}×{count}" for phrase, count in use.phrases[:6] if phrase != use.words)
        label = f"{use.words}…{found.name}" + (f"（{said_as}）" if said_as else "")
        ways.append({"label": label, "note": note, "said": said})
    show_found(f"verbs-{found.name}", ways=ways, places=places)
    for label, title, chosen, name in (
        ("cmp_variants_by_year", "cmp_variants", found.variants, "variants-by-year"),
        ("cmp_verbs_by_year", "cmp_verbs", found.verbs, "verbs-by-year"),
    ):  # fmt: skip
        rows = [(use.words, {str(year): count for year, count in use.by_year}) for use in chosen[:10]]
        if any(counts for _, counts in rows):
            st.markdown(f"**{say(label)}**")
            show_grid(rows, name, say(title))


def _in_draft(draft: str) -> None:
    st.markdown(f"**{say('cmp_in_draft')}**")
    rows = [
        {
            say("cmp_formulation"): one.text,
            say("cmp_state"): say("cmp_malformed") if one.malformed else say("cmp_now") if one.current
            else say("cmp_past", year="", next=one.next or "—"),
            say("cmp_reports"): one.reports,
        }
        for one in assistant().compare.formulations_of(draft)
    ]  # fmt: skip
    if rows:
        st.dataframe(rows, hide_index=True, width="stretch")
    else:
        st.caption(say("cmp_in_draft_none"))


def show_patterns() -> None:
    """Frames with slots, by kind; a press shows where they stand."""
    with st.spinner(say("cmp_mining")):
        found = assistant().compare.patterns()
    left, right = st.columns([8, 4], gap="large")
    with right:
        kind = st.radio(say("cmp_kind"), KINDS, key="cmp-kind", format_func=lambda k: say(f"cmp_kind_{k}"))
        st.caption(say("cmp_patterns_hint"))
    rows = [frame for frame in found if frame.kind == kind]
    ways, places, n = [], [], 0
    for frame in rows:
        said = []
        for filling in frame.examples:
            said.append(
                {
                    "n": n,
                    "pieces": _filled(frame.text, filling.text),
                    "source": source(filling.title, filling.year),
                }
            )
            places.append(filling)
            n += 1
        note = say("cmp_k_of_n", k=frame.reports, n=frame.among) + " · " + say("cmp_n_times", n=frame.count)
        ways.append({"label": frame.text, "note": note, "said": said})
    with left:
        picked = st.session_state.get(f"picked-patterns-{kind}")
        show_found(
            f"patterns-{kind}", ways=ways, places=[(one.report_id, one.start, one.end) for one in places]
        )
        if not ways:
            st.caption(say("cmp_none"))
    with right:
        if picked is not None and picked < len(places):
            one = places[picked]
            show_taken(
                f"patterns-{kind}", one.text, report_id=one.report_id, title=source(one.title, one.year),
                start=one.start, end=one.end,
            )  # fmt: skip
        export(
            [
                {"frame": f.text, "reports": f.reports, "count": f.count, "example": f.examples[0].text}
                for f in rows
            ],
            f"patterns-{kind}",
        )


def _filled(frame: str, text: str) -> list[dict[str, object]]:
    """A clause with what fills the slots as its own."""
    cut: list[dict[str, object]] = []
    at = 0
    for words in filter(None, frame.split("…")):
        found = text.rfind(words) if frame.startswith("…") else text.find(words, at)
        if found < 0:
            return [{"t": text, "own": False}]
        cut += [{"t": text[at:found], "own": True}] if found > at else []
        cut.append({"t": words, "own": False})
        at = found + len(words)
    return cut + ([{"t": text[at:], "own": True}] if at < len(text) else [])


def show_mine() -> None:
    """The phrases the writer keeps, and what a draft says more than once."""
    bank = assistant().compare.phrases
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown(f"**{say('cmp_bank')}**")
        words = st.text_input(say("cmp_bank_find"), key="cmp-bank")
        with st.form("cmp-new", clear_on_submit=True, border=False):
            field, button = st.columns([4, 1], vertical_alignment="bottom")
            new = field.text_input(say("cmp_bank_new"))
            if button.form_submit_button(say("cmp_keep"), width="stretch") and new.strip():
                bank.keep(new)
        kept = bank.find(words)
        for phrase in kept[:100]:
            with st.container(border=True):
                st.code(phrase.text, language=None, wrap_lines=True)
                note, button = st.columns([5, 1], vertical_alignment="center")
                note.caption(escaped(phrase.title or say("cmp_own")))
                if button.button("✕", key=f"forget-{phrase.number}", help=say("cmp_forget")):
                    bank.forget(phrase.number)
                    st.rerun()
        if not kept:
            st.caption(say("cmp_bank_empty"))
        export([{"text": p.text, "source": p.title, "kept_at": p.kept_at} for p in kept], "phrases")
    with right:
        _repeats()


def _repeats() -> None:
    st.markdown(f"**{say('cmp_repeats')}**")
    drafts = {one.id: one for one in assistant().drafts() if one.body.text.strip()}
    if not drafts:
        st.caption(say("cmp_no_drafts"))
        return
    draft_id = st.selectbox(
        say("cmp_draft"),
        list(drafts),
        key="cmp-repeat",
        format_func=lambda i: called(drafts[i]),
    )
    found = assistant().compare.repeated(drafts[draft_id].body.text)
    for one in found:
        with st.container(border=True):
            st.markdown(f"**{escaped(one.text)}**  ×{len(one.places)}")
            others = "、".join(say("cmp_attested", words=words, k=reports) for words, reports in one.instead)
            st.caption(escaped(say("cmp_instead", others=others) if others else say("cmp_no_other")))
    if not found:
        st.caption(say("cmp_no_repeats"))

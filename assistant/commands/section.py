"""``draft check revise``: one section, its check, other words for a part of it."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, cast

import typer
from rich.table import Table

from assistant.commands.arguments import (
    DraftFile,
    Facts,
    Heading,
    Json,
    Keep,
    MaybeFacts,
    Model,
    ReportYear,
)
from assistant.commands.choices import choose
from assistant.commands.terminal import (
    err,
    finding_line,
    opened,
    out,
    print_json,
    say,
    show,
    spoken,
    words_of,
    working,
)
from assistant.service import Done, Draft, Event, Finding, ShelfError, Span, Wish, examples, retold
from assistant.showing import draft_row, finding_rows, proposal_rows, saved_row
from assistant.telling import tell
from assistant.types import Style

group = typer.Typer()


@group.command()
def draft(
    section: Heading = "",
    facts: Annotated[
        Path | None, typer.Option(help="File with your facts, - for standard input / 事实文件")
    ] = None,
    model: Model = None,
    length: Annotated[int, typer.Option(min=0, max=20000, help="Wished length in characters / 期望字数")] = 0,
    style: Annotated[str, typer.Option(help="points or flowing / 分条（一是…）或成段")] = "points",
    year: ReportYear = None,
    example: Annotated[bool, typer.Option("--example", help="Draft the bundled example / 示例")] = False,
    keep: Keep = False,
    as_json: Json = False,
) -> None:
    """Draft a section from your facts / 用您的事实起草一节."""
    choose("style", style)
    notes = words_of(facts) if facts else ""
    kept = None
    if example:
        done = _drafted_example(model, keep)
    else:
        with opened() as assistant, working():
            brief = assistant.brief(section, notes, style=cast(Style, style), length=length, year=year)
            done = _last(assistant.draft(brief, model=model))
            if keep:
                empty = assistant.new_draft(section, notes, cast(Style, style), length, year)
                kept = assistant.keep_draft(empty.id, done, empty.revision)
    if as_json:
        print_json(draft_row(done) | ({"kept": saved_row(kept)} if kept else {}))
        return
    _show_draft(done)
    if kept:
        say("say_kept", id=kept.id)


def _drafted_example(model: str | None, keep: bool) -> Draft:
    """The first example from the bundled reports, in a shelf of its own that is thrown away after."""
    if keep:
        raise ShelfError("keep_example")
    with tempfile.TemporaryDirectory(prefix="zhibi-") as folder, opened(Path(folder)) as assistant, working():
        assistant.add_bundled()
        first = examples()[0]
        brief = assistant.brief(first.section, first.notes, first.style, first.length, first.year)
        return _last(assistant.draft(brief, model=model))


def _last(events: Iterable[Event]) -> Draft:
    """The draft that a stream of events ends with."""
    done = [event for event in events if isinstance(event, Done)][-1]
    for told in done.told:
        err.print(tell(told.code, told.values, spoken()))
    return done.draft


def _show_draft(done: Draft) -> None:
    out.print(f"{done.brief.section}\n{done.text}\n")
    titles = {hit.passage.id: hit.title for hit in done.hits}
    table = Table(show_lines=False, expand=True)
    for code in ("say_sentence", "say_facts", "say_phrased_after"):
        table.add_column(tell(code, (), spoken()))
    for sentence in done.sentences:
        after = "; ".join(f"{titles.get(p, '')} ({p})" for p in sentence.passages)
        table.add_row(sentence.text, " ".join(sentence.facts), after)
    out.print(table)
    for fact in done.brief.facts:
        out.print(f"{fact.id} {fact.text}")
    _show_findings(done.findings)
    for suggestion in done.suggestions:
        out.print(tell("say_suggestion", [("text", suggestion.text)], spoken()))


def _show_findings(findings: Sequence[Finding], as_json: bool = False) -> None:
    lines = (finding_line(finding) for finding in findings)
    show(as_json, {"findings": finding_rows(findings)}, lines, "say_no_findings")


@group.command()
def check(
    facts: Facts,
    draft: DraftFile,
    year: ReportYear = None,
    as_json: Json = False,
) -> None:
    """Check a draft against facts and shelf / 用事实和样本库核对草稿."""
    notes, words = words_of(facts), words_of(draft)
    with opened() as assistant, working():
        findings = assistant.check(words, assistant.facts(notes), year=year)
    _show_findings(findings, as_json)


@group.command()
def revise(
    draft: DraftFile,
    select: Annotated[str, typer.Option(help="START:END, characters from 0 / 起止字数")],
    wish: Annotated[str, typer.Option(help="rewrite, shorten, expand, formal or vary / 要求")] = "rewrite",
    facts: MaybeFacts = None,
    section: Heading = "",
    year: ReportYear = None,
    model: Model = None,
    as_json: Json = False,
) -> None:
    """Propose other words for a part of a draft; nothing is changed / 为选中的文字提出改法."""
    choose("wish", wish)
    words, notes, span = words_of(draft), words_of(facts) if facts else "", _span(select)
    with opened() as assistant, working():
        found = assistant.revise(words, span, cast(Wish, wish), notes, section, year, model)
    before = span.of(words)
    if as_json:
        print_json({"before": before, "start": span.start, "end": span.end,
                     "proposals": proposal_rows(before, found)})  # fmt: skip
        return
    for place, one in enumerate(found, 1):
        out.print(f"{place}. {one.text}" + (f"  ({', '.join(one.passages)})" if one.passages else ""))
        if not one.is_sound:
            said = [*one.lost, *one.added, *(retold(finding.message, spoken()) for finding in one.findings)]
            say("say_unsound", what="；".join(said))
    if not found:
        say("say_nothing_better")


def _span(select: str) -> Span:
    """``START:END`` as a span."""
    start, colon, end = select.partition(":")
    if not (colon and start.isdecimal() and end.isdecimal()):
        raise ShelfError("select_wrong", value=select[:40])
    return Span(int(start), int(end))

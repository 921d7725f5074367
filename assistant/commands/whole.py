"""``outline-report report roll``: whole reports."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.arguments import (
    Facts,
    Json,
    Keep,
    MaybeFacts,
    MaybeTo,
    Model,
    Named,
    Overwrite,
    ReportYear,
)
from assistant.commands.terminal import (
    EXIT_FAULT,
    err,
    opened,
    out,
    print_json,
    report_of,
    say,
    spoken,
    words_of,
    working,
)  # fmt: skip
from assistant.delivering import is_folder
from assistant.rolling import is_earlier, own_year
from assistant.service import Began, Failed, Finished, Saved, ShelfError, parse, write
from assistant.showing import saved_row
from assistant.showing_report import plan_row, rolling_row, whole_row
from assistant.telling import tell

group = typer.Typer()
LAST = 9999
"""Last year that a report may be on."""


@group.command("outline-report")
def outline_report(
    like: Annotated[list[str], typer.Option(help="Ids of sample reports / 样本报告编号")],
    kind: Annotated[str, typer.Option(help="Kind of the report to be / 文种")] = "",
    year: ReportYear = None,
    facts: MaybeFacts = None,
    model: Model = None,
    as_json: Json = False,
) -> None:
    """Propose the outline of a whole report after samples / 参照样本拟写整篇提纲."""
    notes = words_of(facts) if facts else ""
    with opened() as assistant, working():
        stated = assistant.facts(notes)
        plan = assistant.reports.propose(like, kind, year, stated)
        plan = assistant.reports.refine(plan, like, stated, model)
    if as_json:
        print_json(plan_row(plan))
    else:
        sys.stdout.write(write(plan))


@group.command()
def report(
    outline: Annotated[Path, typer.Option(help="File with the outline / 提纲文件")],
    facts: Facts,
    model: Model = None,
    to: MaybeTo = None,
    overwrite: Overwrite = False,
    keep: Keep = False,
    as_json: Json = False,
) -> None:
    """Draft a whole report, section by section / 起草整篇."""
    plan = parse(words_of(outline))
    notes = words_of(facts)
    if to is not None:
        _check_target(to, overwrite)
    with opened() as assistant:
        stated = assistant.facts(notes)
        name = model or assistant.settings.model
        done, failed = _written(assistant.reports.write(plan, stated, model=name), not as_json)
        shared = assistant.reports.distribute(stated, plan)
        if to is not None:
            copy = assistant.reports.copy(done.whole, stated, complete=done.complete)
            to = assistant.export_copy(copy, to, overwrite=overwrite).path
        kept = assistant.reports.as_draft(done.whole, plan, stated, name) if keep else None
    if as_json:
        row = whole_row(done.whole, shared, complete=done.complete)
        print_json(row | ({"kept": saved_row(kept)} if kept else {}))
    else:
        out.print(f"{done.whole.title}\n{done.whole.text}")
        _tell_rest(to, kept, failed, [fact.id for fact in shared.unplaced])
    if failed:
        raise typer.Exit(EXIT_FAULT)


def _written(steps: Iterable[object], told: bool) -> tuple[Finished, list[Failed]]:
    """(the report as far as it came, sections that could not be drafted).

    Raises:
        ShelfError: ``plan_empty``; the first section's fault when none could be drafted.
    """
    done, failed = None, list[Failed]()
    for step in steps:
        if isinstance(step, Began) and told and err.is_terminal:
            err.print(f"{step.number}/{step.total} {step.line}")
        elif isinstance(step, Failed):
            failed.append(step)
        elif isinstance(step, Finished):
            done = step
    if done is None:
        raise ShelfError("plan_empty")
    if failed and not any(part.text for part in done.whole.parts):
        raise ShelfError(failed[0].code, **dict(failed[0].values))
    return done, failed


def _tell_rest(
    to: Path | None, kept: Saved | None, failed: Sequence[Failed], unplaced: Sequence[str]
) -> None:
    """Beside the report: where it was written and kept, what could not be drafted or placed."""
    if to is not None:
        err.print(tell("say_exported", [("file", str(to))], spoken()))
    if kept is not None:
        err.print(tell("say_kept", [("id", kept.id)], spoken()))
    for one in failed:
        why = tell(one.code, one.values, spoken())
        err.print(tell("say_section_failed", [("line", one.line), ("why", why)], spoken()))
    if unplaced:
        values = [("count", str(len(unplaced))), ("ids", "、".join(unplaced))]
        err.print(tell("say_unplaced", values, spoken()))


@group.command()
def roll(
    name: Named,
    year: Annotated[int, typer.Option(min=1000, max=LAST, help="Year of the report to be / 新报告的年度")],
    choices: Annotated[
        Path | None, typer.Option(help="JSON or TOML: place = keep, drop or fill / 处理意见文件")
    ] = None,
    to: MaybeTo = None,
    overwrite: Overwrite = False,
    keep: Keep = False,
    as_json: Json = False,
) -> None:
    """What is stale in last year's own report, and its text after your choices / 旧稿翻新."""
    old = report_of(name)
    said = words_of(choices) if choices else ""
    if not is_earlier(old.text, year):
        own = own_year(old.text, LAST)
        raise ShelfError("roll_year", own=own, year=year, later=own + 1)
    if to is not None:
        _check_target(to, overwrite)
    with opened() as assistant, working():
        rolling = assistant.roll(old, year, said)
        if to is not None:
            copy = assistant.copy_of_text(rolling.text, to.stem)
            to = assistant.export_copy(copy, to, overwrite=overwrite).path
        kept = assistant.rolled(rolling) if keep else None
    if as_json:
        print_json(rolling_row(rolling) | ({"kept": saved_row(kept)} if kept else {}))
        return
    if choices is None and to is None and kept is None:
        for number, row in enumerate(rolling.rows, 1):
            proposed = f" → {row.put}" if row.put else ""
            words = [tell(f"stale_{code}", (), spoken()) for code in (row.what, row.kind)]
            out.print(f"{number}. {'  '.join(words)}  {row.text[:40]}{proposed}")
    elif to is None and kept is None:
        sys.stdout.write(rolling.text + "\n")
    if to is not None:
        say("say_exported", file=to)
    if kept is not None:
        say("say_kept", id=kept.id)
    counts = [("places", str(len(rolling.rows))), ("left", str(rolling.left()))]
    err.print(tell("say_rolled", counts, spoken()))


def _check_target(to: Path, overwrite: bool) -> None:
    """Tell before any work that nothing could be written there.

    Raises:
        ShelfError: ``export_exists``, ``export_no_folder``.
    """
    if is_folder(to):
        return
    if to.exists() and not overwrite:
        raise ShelfError("export_exists", file=to)
    if not is_folder(to.parent):
        raise ShelfError("export_no_folder", file=to, detail="")

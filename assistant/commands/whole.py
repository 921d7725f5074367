"""``outline-report report roll``: whole reports."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.arguments import Facts, Json, MaybeFacts, MaybeTo, Model, Named, Overwrite, ReportYear
from assistant.commands.terminal import (
    err,
    opened,
    out,
    print_json,
    report_of,
    say,
    spoken,
    words_of,
)  # fmt: skip
from assistant.service import Began, Finished, ShelfError, parse, write
from assistant.showing_report import plan_row, rolling_row, whole_row
from assistant.telling import tell

group = typer.Typer()


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
    with opened() as assistant:
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
    as_json: Json = False,
) -> None:
    """Draft a whole report, section by section / 起草整篇."""
    plan = parse(words_of(outline))
    notes = words_of(facts)
    with opened() as assistant:
        stated = assistant.facts(notes)
        name = model or assistant.settings.model
        done = None
        for step in assistant.reports.write(plan, stated, model=name):
            if isinstance(step, Began) and not as_json and err.is_terminal:
                err.print(f"{step.number}/{step.total} {step.line}")
            if isinstance(step, Finished):
                done = step
        if done is None:
            raise ShelfError("plan_empty")
        shared = assistant.reports.distribute(stated, plan)
        if to is not None:
            copy = assistant.reports.copy(done.whole, stated, complete=done.complete)
            assistant.export_copy(copy, to, overwrite=overwrite)
    if as_json:
        print_json(whole_row(done.whole, shared, complete=done.complete))
        return
    out.print(f"{done.whole.title}\n{done.whole.text}")
    if shared.unplaced:
        ids = "、".join(fact.id for fact in shared.unplaced)
        err.print(tell("say_unplaced", [("count", str(len(shared.unplaced))), ("ids", ids)], spoken()))


@group.command()
def roll(
    name: Named,
    year: Annotated[int, typer.Option(help="Year of the report to be / 新报告的年度")],
    choices: Annotated[
        Path | None, typer.Option(help="JSON or TOML: place = keep, drop or fill / 处理意见文件")
    ] = None,
    to: MaybeTo = None,
    overwrite: Overwrite = False,
    as_json: Json = False,
) -> None:
    """What is stale in last year's own report, and its text after your choices / 旧稿翻新."""
    old = report_of(name)
    said = words_of(choices) if choices else ""
    with opened() as assistant:
        rolling = assistant.roll(old, year, said)
        if to is not None:
            copy = assistant.copy_of_text(rolling.text, to.stem)
            to = assistant.export_copy(copy, to, overwrite=overwrite).path
    if as_json:
        print_json(rolling_row(rolling))
        return
    if choices is None and to is None:
        for number, row in enumerate(rolling.rows, 1):
            proposed = f" → {row.put}" if row.put else ""
            out.print(f"{number}. {row.what:4} {row.kind:11} {row.text[:40]}{proposed}")
    elif to is None:
        sys.stdout.write(rolling.text + "\n")
    else:
        say("say_exported", file=to)
    counts = [("places", str(len(rolling.rows))), ("left", str(rolling.left()))]
    err.print(tell("say_rolled", counts, spoken()))

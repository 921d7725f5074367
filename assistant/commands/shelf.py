"""``add list edit removed restore remove rebuild``: the reports on the shelf."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.arguments import MOST, Json, ReportId
from assistant.commands.terminal import EXIT_FAULT, bar, err, opened, out, print_json, say, show, spoken
from assistant.service import Added, ShelfError
from assistant.showing import added_row, removal_rows, saved_row
from assistant.telling import Language, tell

group = typer.Typer()


@group.command()
def add(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files and folders / 文件或文件夹")] = None,
    bundled: Annotated[
        bool, typer.Option("--bundled", help="The reports that ship with Zhibi / 自带的样本报告")
    ] = False,
    as_json: Json = False,
) -> None:
    """Put sample reports on the shelf / 把样本报告加入样本库."""
    if not paths and not bundled:
        raise ShelfError("nothing_to_add")
    language = spoken()
    at_once = not as_json and not err.is_terminal  # a progress bar would be torn by lines in between

    def told(row: Added) -> None:
        if at_once:
            _show_added(row, language)

    with opened() as assistant, bar(as_json) as progress:
        rows = assistant.add_bundled(progress=progress, on_added=told) if bundled else []
        rows = rows + (assistant.add(paths, progress=progress, on_added=told) if paths else [])
    if as_json:
        print_json([added_row(row, language) for row in rows])
    for row in [] if as_json or at_once else rows:
        _show_added(row, language)
    if not rows and not as_json:
        say("say_nothing_there")
    if rows and all(row.status == "refused" for row in rows):
        raise typer.Exit(EXIT_FAULT)


def _show_added(row: Added, language: Language) -> None:
    """One file's result, as soon as it is known."""
    if row.status == "added":
        say("say_added", title=row.title, id=row.report_id, sections=row.sections,
             passages=row.passages, removed=len(row.removals))  # fmt: skip
        for note in row.notes:
            out.print(f"  {tell(note, row.values, language)}")
    else:
        out.print(f"{row.path}: {tell(row.code, row.values, language)}")
    sys.stdout.flush()


@group.command("list")
def list_reports(as_json: Json = False) -> None:
    """The reports on the shelf / 样本库中的报告."""
    with opened() as assistant:
        cards = assistant.shelf.reports()
    lines = (f"{card.id}  {card.year or '    '}  {card.kind or '—'}  {card.title}" for card in cards)
    show(as_json, [asdict(card) for card in cards], lines, "say_empty_shelf")


@group.command()
def edit(
    report_id: ReportId,
    title: Annotated[str | None, typer.Option(help="Title / 标题")] = None,
    kind: Annotated[str | None, typer.Option(help="Kind / 文种")] = None,
    year: Annotated[int | None, typer.Option(max=9999, help="Year, 0 for none / 年份，0 表示没有")] = None,
    era: Annotated[str | None, typer.Option(help="Era / 届次，如党的二十大")] = None,
    viewpoint: Annotated[str | None, typer.Option(help="班子 or 个人 / 述职视角")] = None,
    organisation: Annotated[str | None, typer.Option(help="Kind of body / 单位类型，如政府部门")] = None,
    as_json: Json = False,
) -> None:
    """Correct what was guessed of a report / 更正报告的标题、文种、年份、届次、视角、单位类型."""
    with opened() as assistant:
        card = assistant.edit_report(
            report_id, title=title, kind=kind, year=year, era=era, viewpoint=viewpoint,
            organisation=organisation,
        )  # fmt: skip
    if as_json:
        print_json(asdict(card))
    else:
        out.print("  ".join((card.id, str(card.year or "—"), card.kind or "—", card.era or "—",
                             card.viewpoint or "—", card.organisation or "—", card.title)))  # fmt: skip


@group.command("removed")
def list_removed(report_id: ReportId, as_json: Json = False) -> None:
    """What cleaning took out of a report / 清理掉的内容."""
    with opened() as assistant:
        rows = removal_rows(assistant.open_report(report_id).removals)
    lines = (f"{row['place']}  {row['why']}  {row['text']}" for row in rows)
    show(as_json, rows, lines, "say_nothing_removed")


@group.command()
def restore(
    name: Annotated[str, typer.Argument(metavar="ID", help="Id of a draft or a report / 草稿或报告编号")],
    version: Annotated[
        int | None, typer.Argument(min=1, max=MOST, help="Version of a draft, by zhibi history / 第几版")
    ] = None,
    removal: Annotated[
        int | None, typer.Option(min=0, max=MOST, help="Place in a report, by zhibi removed / 第几处")
    ] = None,
    as_json: Json = False,
) -> None:
    """A draft as it was, or what cleaning took out of a report / 恢复草稿的旧版本，或清理掉的内容."""
    if (version is None) == (removal is None):
        raise ShelfError("restore_what")
    with opened() as assistant:
        if version is not None:
            saved = assistant.find_draft(name)
            saved = assistant.restore_version(saved.id, version, saved.revision)
        else:
            row = assistant.restore(name, removal or 0)
    if version is not None and as_json:
        print_json(saved_row(saved))
    elif version is not None:
        say("say_version_restored", title=saved.title, version=version, revision=saved.revision)
    elif as_json:
        print_json(added_row(row, spoken()))
    else:
        say("say_restored", title=row.title, id=row.report_id, passages=row.passages)


@group.command()
def remove(report_id: ReportId) -> None:
    """Take a report off the shelf / 从样本库移除一份报告."""
    with opened() as assistant:
        report = assistant.shelf.report(report_id)
        assistant.shelf.remove(report.id)
    say("say_removed", title=report.title)


@group.command()
def rebuild() -> None:
    """Build the search copies anew from the catalogue / 重建检索索引."""
    with opened() as assistant, bar(False) as progress:
        assistant.shelf.rebuild(progress=progress)
    say("say_rebuilt")

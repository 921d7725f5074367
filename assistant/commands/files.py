"""``export import``: files to hand in and files that come back."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.arguments import DraftId, Json, Overwrite, ReportYear
from assistant.commands.terminal import (
    err,
    file_named,
    opened,
    print_json,
    say,
    show_change,
    spoken,
    words_of,
)
from assistant.service import Form
from assistant.showing import change_rows, exported_row
from assistant.telling import tell

group = typer.Typer()


@group.command("export")
def export_copy(
    what: Annotated[str, typer.Argument(help="A text file, or the id of a draft / 文件或草稿编号")],
    to: Annotated[Path, typer.Option(help="OUT.docx, .md or .txt, or a folder / 导出到")],
    review: Annotated[
        bool, typer.Option("--review", help="With the table of sources / 附来源核对表")
    ] = False,
    facts: Annotated[Path | None, typer.Option(help="Check a file against these facts / 事实文件")] = None,
    year: ReportYear = None,
    signature: Annotated[str, typer.Option(help="Who signs / 落款单位")] = "",
    date: Annotated[str, typer.Option(help="Date below the signature / 成文日期")] = "",
    overwrite: Overwrite = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Not while anything is open / 有问题不导出")
    ] = False,
    as_json: Json = False,
) -> None:
    """Export a draft or a file: .docx by GB/T 9704-2012, Markdown, text / 导出."""
    form = Form(review, signature, date)
    notes = words_of(facts) if facts else ""
    with opened() as assistant:
        path = file_named(what)
        draft_id = "" if path else assistant.find_draft(what).id
        copy = assistant.copy_of_file(path, notes, year) if path else assistant.copy_of_draft(draft_id)
        for caution in assistant.still_open(copy, to, form) if strict else ():
            err.print(tell(caution.code, caution.values, spoken()))
        done = assistant.export_copy(copy, to, form, overwrite, strict)
    told = [tell(caution.code, caution.values, spoken()) for caution in done.cautions]
    if as_json:
        print_json(exported_row(done, spoken()))
        return
    for sentence in told:
        err.print(sentence)
    say("say_exported_open" if told else "say_exported", file=done.path, count=len(told))


@group.command("import")
def import_edited(
    draft_id: DraftId,
    file: Annotated[Path, typer.Argument(help="The edited file / 改过的文件")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what changed / 只看改动")] = False,
    as_json: Json = False,
) -> None:
    """Take an edited file back in as a new version / 收回改过的文件."""
    with opened() as assistant:
        saved = assistant.find_draft(draft_id)
        if dry_run:
            back = assistant.preview_return(saved.id, file)
        else:
            saved, back = assistant.take_back(saved.id, file, saved.revision)
    rows = change_rows(back.changes)
    if as_json:
        notes = [{"code": note, "text": tell(note, (), spoken())} for note in back.notes]
        print_json({"revision": saved.revision, "title": back.title, "changes": rows, "notes": notes})
        return
    for note in back.notes:
        err.print(tell(note, (), spoken()))
    for change in rows:
        show_change(change)
    say("say_previewed" if dry_run else "say_imported", count=len(rows), revision=saved.revision)

"""``proof errors``: slips of a text, and the lexicon of common errors."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.arguments import Json
from assistant.commands.terminal import opened, out, print_json, say, show, spoken, words_of
from assistant.delivering import is_folder, write_whole
from assistant.service import ShelfError, fixed
from assistant.showing import slip_rows
from assistant.slips import shown
from assistant.telling import tell

group = typer.Typer()


@group.command("proof")
def proof_read(
    file: Annotated[Path, typer.Argument(help="A text file, - for standard input / 文本文件")],
    fix: Annotated[Path | None, typer.Option(help="Write the text put right to / 改正后写到")] = None,
    as_json: Json = False,
) -> None:
    """Check numbering, punctuation and wording / 校对编号、标点和用词."""
    if fix is not None and is_folder(fix):
        raise ShelfError("file_is_folder", file=fix)
    words = words_of(file)
    with opened() as assistant:
        slips = assistant.proof(words)
    if fix is not None:
        write_whole(fix, fixed(words, slips).encode("utf-8"))
    if as_json:
        print_json({"slips": slip_rows(slips)})
        return
    for slip in slips:
        place, right = shown(words, slip)
        better = f"（{slip.hint}？）" if slip.hint else "" if right is None else f" → {right}"
        out.print(f"[{tell(f'slip_{slip.kind}', (), spoken())}] {place}{better}  ({slip.span.start})")
    say("say_proofed", count=len(slips), fixed=sum(slip.better is not None for slip in slips))


@group.command()
def errors(
    off: Annotated[list[str] | None, typer.Option(help="Switch a row off / 停用")] = None,
    on: Annotated[list[str] | None, typer.Option(help="Switch a row on / 启用")] = None,
    as_json: Json = False,
) -> None:
    """The lexicon of common errors, each row of which can be switched off / 常见差错词表."""
    with opened() as assistant:
        for row_id in off or ():
            assistant.switch_error(row_id, on=False)
        for row_id in on or ():
            assistant.switch_error(row_id, on=True)
        rows = assistant.error_rows()
    lines = (f"{'✓' if used else '✗'} {row.id} → {row.right}" for row, used in rows)
    show(as_json, [asdict(row) | {"on": used} for row, used in rows], lines)

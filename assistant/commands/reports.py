"""``outline text mask``: one report, read from a file or the shelf."""

import sys

import typer

from assistant.commands.arguments import Json, Named
from assistant.commands.terminal import print_json, report_of, show
from assistant.service import mask as masked_text
from assistant.showing import mask_row, outline_rows

group = typer.Typer()


@group.command()
def outline(name: Named, as_json: Json = False) -> None:
    """The sections of a report / 报告的提纲."""
    rows = outline_rows(report_of(name))
    lines = ("  " * (int(str(row["depth"])) - 1) + f"{row['mark']}{row['heading']}" for row in rows)
    show(as_json, rows, lines, "say_no_headings")


@group.command()
def text(name: Named) -> None:
    """The clean text of a report / 报告的干净文本."""
    sys.stdout.write(report_of(name).text + "\n")


@group.command()
def mask(name: Named, as_json: Json = False) -> None:
    """A report with its particulars as blanks, as a model would see it / 隐去具体信息后的文本."""
    masked = masked_text(report_of(name).text)
    if as_json:
        print_json(mask_row(masked))
    else:
        sys.stdout.write(masked.text + "\n")

"""The command line over the same service. People get tables and sentences, scripts ``--json``."""

import errno
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands import (
    compare,
    drafts,
    files,
    history,
    house,
    proof,
    reports,
    search,
    section,
    shelf,
    whole,
)
from assistant.commands.misuse import REFUSED, told
from assistant.commands.streams import make_able, refuse_broken, refuse_empty
from assistant.commands.terminal import (
    EXIT_FAULT,
    EXIT_IN_USE,
    EXIT_STOPPED,
    EXIT_USAGE,
    Words,
    err,
    language_of_faults,
)
from assistant.service import ShelfError
from assistant.telling import tell

EXITS = {
    "folder_in_use": EXIT_IN_USE, "choice_wrong": EXIT_USAGE, "no_such_row": EXIT_USAGE,
    "no_such_row_but": EXIT_USAGE, "no_such_phrase": EXIT_USAGE, "selection_outside": EXIT_USAGE,
    "use_encoding": EXIT_USAGE, "use_empty": EXIT_USAGE, "restore_what": EXIT_USAGE,
    "keep_example": EXIT_USAGE, "no_such_blank": EXIT_USAGE, "no_such_finding": EXIT_USAGE,
}  # fmt: skip
"""Exit codes of faults; all others end with 1."""

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
for commands in (shelf, reports, search, section, whole, files, proof, drafts, history, house):
    app.add_typer(commands.group)
app.add_typer(compare.group, name="compare")


@app.callback()
def options(
    data: Annotated[Path | None, typer.Option(help="Data folder (also ZHIBI_DATA) / 数据文件夹")] = None,
) -> None:
    """Zhibi 执笔: drafts official reports from your facts, phrased after your samples."""
    Words.data = data


def main() -> None:
    """Run a command; a fault ends as one sentence on standard error, never as a traceback."""
    make_able()
    try:
        refuse_broken(sys.argv[1:])
        refuse_empty(sys.argv[1:])
        code = app(args=_data_anywhere(sys.argv[1:]), standalone_mode=False) or 0
        if sys.stdout is not None:
            sys.stdout.flush()
        if code == EXIT_STOPPED:
            raise KeyboardInterrupt
        sys.exit(code)
    except ShelfError as error:
        err.print(tell(error.code, error.values, language_of_faults()))
        sys.exit(EXITS.get(error.code, EXIT_FAULT))
    except BrokenPipeError:  # whoever reads along has read enough
        _write_nowhere()
        sys.exit(EXIT_FAULT)
    except (KeyboardInterrupt, typer.Abort):
        err.print(tell("stopped", (), language_of_faults()))
        sys.exit(EXIT_STOPPED)
    except Exception as error:  # the last boundary: a writer never sees a traceback
        if isinstance(error, REFUSED):
            sys.exit(_refused(error))
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            _write_nowhere()
            err.print(tell("output_full", (), language_of_faults()))
            sys.exit(EXIT_FAULT)
        if os.environ.get("PYTHONDEVMODE"):
            raise
        err.print(tell("unexpected", [("detail", f"{type(error).__name__}: {error}")], language_of_faults()))
        sys.exit(EXIT_FAULT)


def _write_nowhere() -> None:
    """What is still to be written goes nowhere, so that Python's own end cannot fail on it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(fault: Exception) -> int:
    """Tell what typer refused; a group without its command shows its help."""
    show = getattr(fault, "show", None)
    if type(fault).__name__ == "NoArgsIsHelpError" and show is not None:
        show()
    else:
        err.print(told(fault, language_of_faults()))
    return EXIT_USAGE


def _data_anywhere(words: list[str]) -> list[str]:
    """``--data DIR`` may stand before or after the command; move it to the front."""
    for i, word in enumerate(words):
        if word == "--data" and i + 1 < len(words):
            return [word, words[i + 1], *words[:i], *words[i + 2 :]]
        if word.startswith("--data="):
            return [word, *words[:i], *words[i + 1 :]]
    return words


if __name__ == "__main__":
    main()

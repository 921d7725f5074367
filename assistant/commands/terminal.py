"""What every command shares: the data folder of this call, the two streams, files named on the line."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress as Bar

from assistant.commands.streams import standard_input
from assistant.service import Assistant, Finding, Progress, Report, ShelfError, look, read_text, retold
from assistant.settings import Settings, open_settings
from assistant.telling import Language, reader_language, sentences, tell

EXIT_FAULT = 1
EXIT_USAGE = 2
EXIT_IN_USE = 3
EXIT_STOPPED = 130

out = Console(highlight=False, soft_wrap=True, markup=False)
err = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)


class Words:
    """Settings of this call, filled by the options before the command."""

    data: Path | None = None


@contextmanager
def opened(data: Path | None = None) -> Iterator[Assistant]:
    """The opened assistant over the data folder of this call."""
    with bar(False) as progress:  # shown only when a lost or damaged copy has to be built anew
        opened = Assistant(configured(data), progress)
    with opened as assistant:
        yield assistant


def configured(data: Path | None = None) -> Settings:
    """The settings of the data folder of this call."""
    return open_settings(data or Words.data)


def spoken() -> Language:
    """The language of this call's sentences."""
    return reader_language(configured().language)


def language_of_faults() -> Language:
    """The same; where the settings are what is wrong, the locale tells it."""
    try:
        return spoken()
    except ShelfError:
        return reader_language()


def say(code: str, **values: object) -> None:
    """One sentence on standard output."""
    out.print(tell(code, [(name, str(value)) for name, value in values.items()], spoken()))


def print_json(value: object) -> None:
    """A value for scripts."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def show(as_json: bool, value: object, lines: Iterable[str], none: str = "") -> None:
    """The value for scripts, or lines for people; the sentence of ``none`` where there is no line."""
    if as_json:
        print_json(value)
        return
    told = False
    for line in lines:
        out.print(line)
        told = True
    if none and not told:
        say(none)


def show_change(row: Mapping[str, object]) -> None:
    """A sentence that changed: what became of it, how it was and how it is."""
    out.print(tell(f"change_{row['kind']}", (), spoken()))
    for sign, side in (("-", row["before"]), ("+", row["after"])):
        if side:
            out.print(f"  {sign} {str(side).strip()}")


def finding_line(finding: Finding) -> str:
    """A finding in one line: its kind, the words, what is the matter."""
    code = f"finding_{finding.kind}"
    kind = tell(code, (), spoken()) if code in sentences() else finding.kind
    return f"[{kind}] {finding.text}  {retold(finding.message, spoken())}"


@contextmanager
def bar(quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar on the terminal; nothing where nobody looks."""
    if quiet or not err.is_terminal:
        yield None
        return
    with Bar(console=err, transient=True) as bar:
        task = bar.add_task("", total=None, visible=False)
        yield lambda p: bar.update(
            task, completed=p.done, total=p.total, description=p.name[-30:], visible=True
        )


@contextmanager
def working() -> Iterator[None]:
    """Shows a person at the terminal that something is being done; nothing where nobody looks."""
    if not err.is_terminal:
        yield
        return
    with err.status(tell("working", (), spoken())):
        yield


def words_of(path: Path) -> str:
    """Text of a facts or draft file, or of standard input."""
    if str(path) == "-":
        return standard_input(tell("stdin_name", (), spoken()), tell("say_type", (), spoken()), err.print)
    return read_text(path)


def file_named(name: str) -> Path | None:
    """The file that a word on the line names, None where it can only be an id."""
    path = Path(name).expanduser()
    return path if path.exists() or path.suffix or path != Path(path.name) else None


def report_of(name: str) -> Report:
    """The report of a file (read, not added) or of an id on the shelf."""
    if path := file_named(name):
        return look(path)
    with opened() as assistant:
        return assistant.open_report(name).report

"""The command line over the same service. People get tables and sentences, scripts ``--json``."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, cast

import typer
from rich.console import Console
from rich.progress import Progress as Bar
from rich.table import Table

from assistant.diagnosis import diagnose
from assistant.drafting import Done, Event
from assistant.service import Assistant, Query, examples, look, read_text
from assistant.service import mask as masked_text
from assistant.settings import Settings, open_settings
from assistant.showing import added_row, draft_row, finding_rows, hit_row, mask_row, outline_rows
from assistant.telling import Language, reader_language, tell
from assistant.types import Draft, Finding, Style
from index.errors import ShelfError
from index.types import Progress, Report

EXIT_FAULT = 1
EXIT_USAGE = 2
EXIT_IN_USE = 3

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
out = Console(highlight=False, soft_wrap=True, markup=False)
err = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)

Json = Annotated[bool, typer.Option("--json", help="Print JSON for scripts / 输出 JSON")]
Named = Annotated[str, typer.Argument(help="A file, or the id of a report on the shelf / 文件或报告编号")]


class Words:
    """Settings of this call, filled by the options before the command."""

    data: Path | None = None


@app.callback()
def options(
    data: Annotated[Path | None, typer.Option(help="Data folder (also ZHIBI_DATA) / 数据文件夹")] = None,
) -> None:
    """Zhibi 执笔: drafts official reports from your facts, phrased after your samples."""
    Words.data = data


def main() -> None:
    """Run a command; a fault ends as one sentence on standard error, never as a traceback."""
    language = reader_language()
    try:
        app(args=_data_anywhere(sys.argv[1:]))
    except ShelfError as error:
        err.print(tell(error.code, error.values, language))
        sys.exit(EXIT_IN_USE if error.code == "folder_in_use" else EXIT_FAULT)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_FAULT)
    except Exception as error:  # the last boundary: a writer never sees a traceback
        if os.environ.get("PYTHONDEVMODE"):
            raise
        err.print(tell("unexpected", [("detail", f"{type(error).__name__}: {error}")], language))
        sys.exit(EXIT_FAULT)


def _data_anywhere(words: list[str]) -> list[str]:
    """``--data DIR`` may stand before or after the command; move it to the front."""
    for i, word in enumerate(words):
        if word == "--data" and i + 1 < len(words):
            return [word, words[i + 1], *words[:i], *words[i + 2 :]]
        if word.startswith("--data="):
            return [word, *words[:i], *words[i + 1 :]]
    return words


@contextmanager
def _assistant(data: Path | None = None) -> Iterator[Assistant]:
    """The opened assistant over the data folder of this call."""
    with Assistant(_settings(data)) as assistant:
        yield assistant


def _settings(data: Path | None = None) -> Settings:
    return open_settings(data or Words.data)


def _language() -> Language:
    return reader_language(_settings().language)


def _say(code: str, **values: object) -> None:
    out.print(tell(code, [(name, str(value)) for name, value in values.items()], _language()))


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


@app.command()
def add(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files and folders / 文件或文件夹")] = None,
    bundled: Annotated[bool, typer.Option("--bundled", help="The reports that ship with Zhibi")] = False,
    as_json: Json = False,
) -> None:
    """Put sample reports on the shelf / 把样本报告加入样本库."""
    if not paths and not bundled:
        raise ShelfError("nothing_to_add")
    with _assistant() as assistant, _bar(as_json) as progress:
        rows = assistant.add_bundled(progress=progress) if bundled else []
        rows = rows + (assistant.add(paths, progress=progress) if paths else [])
    language = _language()
    if as_json:
        _print_json([added_row(row, language) for row in rows])
    else:
        for row in rows:
            if row.status == "added":
                _say("say_added", title=row.title, id=row.report_id, sections=row.sections,
                     passages=row.passages, removed=len(row.removals))  # fmt: skip
            else:
                out.print(f"{row.path}: {tell(row.code, row.values, language)}")
    if rows and all(row.status == "refused" for row in rows):
        raise typer.Exit(EXIT_FAULT)


@contextmanager
def _bar(quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar on the terminal; nothing where nobody looks."""
    if quiet or not err.is_terminal:
        yield None
        return
    with Bar(console=err, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda p: bar.update(task, completed=p.done, total=p.total, description=p.name[-30:])


@app.command()
def outline(name: Named, as_json: Json = False) -> None:
    """The sections of a report / 报告的提纲."""
    rows = outline_rows(_report(name))
    if as_json:
        _print_json(rows)
    for row in [] if as_json else rows:
        out.print("  " * (int(str(row["depth"])) - 1) + f"{row['mark']}{row['heading']}")


@app.command()
def text(name: Named) -> None:
    """The clean text of a report / 报告的干净文本."""
    sys.stdout.write(_report(name).text + "\n")


@app.command()
def mask(name: Named, as_json: Json = False) -> None:
    """A report with its particulars as blanks, as a model would see it / 隐去具体信息后的文本."""
    masked = masked_text(_report(name).text)
    if as_json:
        _print_json(mask_row(masked))
    else:
        sys.stdout.write(masked.text + "\n")


def _report(name: str) -> Report:
    """The report of a file (read, not added) or of an id on the shelf."""
    path = Path(name).expanduser()
    if path.exists() or path.suffix:
        return look(path)
    with _assistant() as assistant:
        return assistant.open_report(name).report


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="What to look for / 查什么")],
    k: Annotated[int, typer.Option("-k", min=1, max=200, help="How many / 几条")] = 8,
    kind: Annotated[str, typer.Option(help="Only this 文种")] = "",
    year: Annotated[int | None, typer.Option(help="Only this year / 年份")] = None,
    role: Annotated[str, typer.Option(help="opening, work, problems, next or closing")] = "",
    as_json: Json = False,
) -> None:
    """Passages of the shelf / 检索样本段落."""
    with _assistant() as assistant:
        hits = assistant.search(Query(query, k=k, kind=kind, year=year, role=role))
    if as_json:
        _print_json({"hits": [hit_row(hit) for hit in hits]})
        return
    for place, hit in enumerate(hits, 1):
        out.print(f"{place}. [{hit.score:.2f}] {hit.title} · {' / '.join(hit.passage.headings)}")
        out.print(f"   {hit.passage.text}\n   {'; '.join(hit.why)}  ({hit.passage.id})\n")
    if not hits:
        _say("say_no_hits")


@app.command()
def draft(
    section: Annotated[str, typer.Option(help="Heading of the section / 小节标题")] = "",
    facts: Annotated[Path | None, typer.Option(help="File with your facts, - for standard input")] = None,
    model: Annotated[str | None, typer.Option(help="none, openai:NAME or ollama:NAME")] = None,
    length: Annotated[int, typer.Option(min=0, max=20000, help="Wished length in characters")] = 0,
    style: Annotated[str, typer.Option(help="points (一是…) or flowing")] = "points",
    year: Annotated[int | None, typer.Option(help="Year of the report / 年度")] = None,
    example: Annotated[bool, typer.Option("--example", help="Draft the bundled example / 示例")] = False,
    as_json: Json = False,
) -> None:
    """Draft a section from your facts / 用您的事实起草一节."""
    if style not in ("points", "flowing"):
        raise ShelfError("setting_wrong", key="--style", value=style, detail="points, flowing")
    done = _drafted_example(model) if example else _drafted(section, facts, model, length, style, year)
    if as_json:
        _print_json(draft_row(done))
    else:
        _show_draft(done)


def _drafted(
    section: str, facts: Path | None, model: str | None, length: int, style: str, year: int | None
) -> Draft:
    notes = _read(facts) if facts else ""
    with _assistant() as assistant:
        brief = assistant.brief(section, notes, style=cast(Style, style), length=length, year=year)
        return _last(assistant.draft(brief, model=model))


def _drafted_example(model: str | None) -> Draft:
    """The first example from the bundled reports, in a shelf of its own that is thrown away after."""
    with tempfile.TemporaryDirectory(prefix="zhibi-") as folder, _assistant(Path(folder)) as assistant:
        assistant.add_bundled()
        first = examples()[0]
        brief = assistant.brief(first.section, first.notes, first.style, first.length, first.year)
        return _last(assistant.draft(brief, model=model))


def _last(events: Iterable[Event]) -> Draft:
    """The draft that a stream of events ends with."""
    done = [event for event in events if isinstance(event, Done)][-1]
    for told in done.told:
        err.print(tell(told.code, told.values, _language()))
    return done.draft


def _show_draft(done: Draft) -> None:
    out.print(f"{done.brief.section}\n{done.text}\n")
    titles = {hit.passage.id: hit.title for hit in done.hits}
    table = Table(show_lines=False, expand=True)
    for code in ("say_sentence", "say_facts", "say_phrased_after"):
        table.add_column(tell(code, (), _language()))
    for sentence in done.sentences:
        after = "; ".join(f"{titles.get(p, '')} ({p})" for p in sentence.passages)
        table.add_row(sentence.text, " ".join(sentence.facts), after)
    out.print(table)
    for fact in done.brief.facts:
        out.print(f"{fact.id} {fact.text}")
    _show_findings(done.findings)
    for suggestion in done.suggestions:
        out.print(tell("say_suggestion", [("text", suggestion.text)], _language()))


def _show_findings(findings: Iterable[Finding]) -> None:
    findings = tuple(findings)
    for finding in findings:
        out.print(f"[{finding.kind}] {finding.text}  {finding.message}")
    if not findings:
        _say("say_no_findings")


@app.command()
def check(
    facts: Annotated[Path, typer.Option(help="File with your facts / 事实文件")],
    draft: Annotated[Path, typer.Option(help="File with the draft / 草稿文件")],
    year: Annotated[int | None, typer.Option(help="Year of the report / 年度")] = None,
    as_json: Json = False,
) -> None:
    """Check a draft against facts and shelf / 用事实和样本库核对草稿."""
    notes, words = _read(facts), _read(draft)
    with _assistant() as assistant:
        findings = assistant.check(words, assistant.facts(notes), year=year)
    if as_json:
        _print_json({"findings": finding_rows(findings)})
    else:
        _show_findings(findings)


def _read(path: Path) -> str:
    """Text of a facts or draft file, or of standard input."""
    if str(path) == "-":
        return sys.stdin.read()
    return read_text(path)


@app.command("list")
def list_reports(as_json: Json = False) -> None:
    """The reports on the shelf / 样本库中的报告."""
    with _assistant() as assistant:
        cards = assistant.shelf.reports()
    if as_json:
        _print_json([asdict(card) for card in cards])
        return
    for card in cards:
        out.print(f"{card.id}  {card.year or '    '}  {card.kind or '—'}  {card.title}")
    if not cards:
        _say("say_empty_shelf")


@app.command()
def remove(report_id: Annotated[str, typer.Argument(help="Id of a report / 报告编号")]) -> None:
    """Take a report off the shelf / 从样本库移除一份报告."""
    with _assistant() as assistant:
        report = assistant.shelf.report(report_id)
        assistant.shelf.remove(report.id)
    _say("say_removed", title=report.title)


@app.command()
def rebuild() -> None:
    """Build the search copies anew from the catalogue / 重建检索索引."""
    with _assistant() as assistant, _bar(False) as progress:
        assistant.shelf.rebuild(progress=progress)
    _say("say_rebuilt")


@app.command()
def ui() -> None:
    """Open Zhibi in the browser / 在浏览器中打开."""
    settings = _settings()
    if settings.address not in ("127.0.0.1", "localhost", "::1"):
        raise ShelfError("address_open", address=settings.address)
    environment = os.environ | {"ZHIBI_DATA": str(settings.data)}
    try:
        raise SystemExit(subprocess.run([sys.executable, "-m", "ui"], env=environment).returncode)
    except KeyboardInterrupt:
        raise SystemExit(0) from None


@app.command()
def doctor(as_json: Json = False) -> None:
    """What is configured, where facts would be sent, what is missing / 检查配置."""
    rows = diagnose(_settings())
    if as_json:
        _print_json([asdict(row) for row in rows])
        return
    language = _language()
    for row in rows:
        out.print(f"{'✓' if row.good else '✗'} {tell(row.code, row.values, language)}")


if __name__ == "__main__":
    main()

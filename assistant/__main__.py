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
from assistant.exporting import write_whole
from assistant.service import (
    Assistant,
    Began,
    Finished,
    Form,
    Query,
    Span,
    Wish,
    applied_roll,
    examples,
    fixed,
    look,
    parse,
    read_text,
    write,
)
from assistant.service import mask as masked_text
from assistant.settings import Settings, open_settings
from assistant.showing import (
    added_row,
    change_rows,
    draft_row,
    exported_row,
    finding_rows,
    hit_row,
    mask_row,
    outline_rows,
    proposal_rows,
    removal_rows,
    saved_row,
    slip_rows,
)
from assistant.showing_compared import lines_row, ways_row
from assistant.showing_report import plan_row, stale_row, whole_row
from assistant.telling import Language, reader_language, tell
from assistant.types import Draft, Finding, Style
from index.concordance import Asked, Order
from index.errors import ShelfError
from index.types import Added, Progress, Report

EXIT_FAULT = 1
EXIT_USAGE = 2
EXIT_IN_USE = 3

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
compare = typer.Typer(no_args_is_help=True, help="How do the samples say it? / 样本怎么说")
app.add_typer(compare, name="compare")
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
    with _bar(False) as progress:  # shown only when a lost or damaged copy has to be built anew
        opened = Assistant(_settings(data), progress)
    with opened as assistant:
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
    language = _language()
    at_once = not as_json and not err.is_terminal  # a progress bar would be torn by lines in between

    def told(row: Added) -> None:
        if at_once:
            _show_added(row, language)

    with _assistant() as assistant, _bar(as_json) as progress:
        rows = assistant.add_bundled(progress=progress, on_added=told) if bundled else []
        rows = rows + (assistant.add(paths, progress=progress, on_added=told) if paths else [])
    if as_json:
        _print_json([added_row(row, language) for row in rows])
    for row in [] if as_json or at_once else rows:
        _show_added(row, language)
    if rows and all(row.status == "refused" for row in rows):
        raise typer.Exit(EXIT_FAULT)


def _show_added(row: Added, language: Language) -> None:
    """One file's result, as soon as it is known."""
    if row.status == "added":
        _say("say_added", title=row.title, id=row.report_id, sections=row.sections,
             passages=row.passages, removed=len(row.removals))  # fmt: skip
        for note in row.notes:
            out.print(f"  {tell(note, row.values, language)}")
    else:
        out.print(f"{row.path}: {tell(row.code, row.values, language)}")
    sys.stdout.flush()


@contextmanager
def _bar(quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar on the terminal; nothing where nobody looks."""
    if quiet or not err.is_terminal:
        yield None
        return
    with Bar(console=err, transient=True) as bar:
        task = bar.add_task("", total=None, visible=False)
        yield lambda p: bar.update(
            task, completed=p.done, total=p.total, description=p.name[-30:], visible=True
        )


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
    viewpoint: Annotated[str, typer.Option(help="班子 or 个人 / 述职视角")] = "",
    organisation: Annotated[str, typer.Option(help="政府部门, 乡镇街道, … / 单位类型")] = "",
    era: Annotated[str, typer.Option(help="党的二十大, “十四五”, … / 届次")] = "",
    as_json: Json = False,
) -> None:
    """Passages of the shelf / 检索样本段落."""
    asked = Query(
        query, k=k, kind=kind, year=year, role=role,
        viewpoint=viewpoint, organisation=organisation, era=era,
    )  # fmt: skip
    with _assistant() as assistant:
        hits = assistant.search(asked)
    if as_json:
        _print_json({"hits": [hit_row(hit) for hit in hits]})
        return
    for place, hit in enumerate(hits, 1):
        out.print(f"{place}. [{hit.score:.2f}] {hit.title} · {' / '.join(hit.passage.headings)}")
        out.print(f"   {hit.passage.text}\n   {'; '.join(hit.why)}  ({hit.passage.id})\n")
    if not hits:
        _say("say_no_hits")


@compare.command()
def kwic(
    pattern: Annotated[str, typer.Argument(help="Words or a pattern: 坚持*, 以*为* / 词语或句式")],
    order: Annotated[str, typer.Option("--sort", help="place, left or right")] = "place",
    kind: Annotated[str, typer.Option(help="Only this 文种")] = "",
    year: Annotated[int | None, typer.Option(help="Only this year / 年份")] = None,
    role: Annotated[str, typer.Option(help="opening, work, problems, next or closing")] = "",
    report: Annotated[list[str] | None, typer.Option(help="Only these reports, by id")] = None,
    first: Annotated[int, typer.Option(min=0, help="Number of the first line / 从第几条起")] = 0,
    most: Annotated[int, typer.Option(min=0, help="Lines at most, 0 for all / 最多几条")] = 0,
    as_json: Json = False,
) -> None:
    """Every occurrence with what stands around it / 逐处列出词语和上下文."""
    if order not in ("place", "left", "right"):
        raise ShelfError("setting_wrong", key="--sort", value=order, detail="place, left, right")
    with _assistant() as assistant:
        only = tuple(assistant.shelf.report(one).id for one in report or ())
        asked = Asked(pattern, kind, year, role, only, cast(Order, order), first, most)
        found = assistant.compare.kwic(asked)
    if as_json:
        _print_json(lines_row(found))
        return
    for line in found.lines:
        out.print(f"{line.left[-20:]:　>20}【{line.match}】{line.right[:20]}  {line.report_id}:{line.start}")
    _say("say_lines", total=found.total, reports=len(found.by_report))


@compare.command()
def similar(
    text: Annotated[str, typer.Argument(help="A sentence, heading or idea / 一句话、标题或提法")],
    kind: Annotated[str, typer.Option(help="Only this 文种")] = "",
    year: Annotated[int | None, typer.Option(help="Only this year / 年份")] = None,
    as_json: Json = False,
) -> None:
    """The ways in which reports say it / 不同样本怎么说同一件事."""
    with _assistant() as assistant:
        found = assistant.compare.similar(text, kind, year)
    if as_json:
        _print_json(ways_row(found))
        return
    for way in found.ways:
        years = f" · {way.years[0]}–{way.years[-1]}" if way.years else ""
        out.print(f"■ {way.label}  {way.reports}/{found.among}{years}")
        for said in way.said[:5]:
            out.print(f"   {said.text}  ({said.report_id}:{said.start})")
    if not found.ways:
        _say("say_no_hits")


@compare.command()
def formulation(
    name: Annotated[str, typer.Argument(help="A set formulation / 提法，如 四个意识")],
    draft: Annotated[Path | None, typer.Option(help="A draft to look into / 草稿文件")] = None,
    as_json: Json = False,
) -> None:
    """How the shelf writes a set formulation / 提法的写法、搭配和年份."""
    words = _read(draft) if draft else ""
    with _assistant() as assistant:
        found = assistant.compare.formulation(name, words)
        used = assistant.compare.formulations_of(words)
    if as_json:
        _print_json(asdict(found) | {"draft": [asdict(one) for one in used]})
        return
    _say("say_formulation", name=found.name, reports=found.reports, among=found.among,
         first=found.first or "—", last=found.last or "—", source=found.source or "—")  # fmt: skip
    for use in (*found.variants, *found.verbs):
        phrases = " ".join(f"{phrase}×{count}" for phrase, count in use.phrases)
        out.print(f"  {use.words}  {use.reports}  {phrases}")


@compare.command()
def patterns(as_json: Json = False) -> None:
    """Frames that recur on the shelf: 坚持…, …到位, 以…为… / 常用句式."""
    with _assistant() as assistant:
        found = assistant.compare.patterns()
    if as_json:
        _print_json({"patterns": [asdict(frame) for frame in found]})
        return
    for frame in found:
        out.print(f"{frame.text}  {frame.reports}/{frame.among} ×{frame.count}  {frame.examples[0].text}")
    if not found:
        _say("say_no_hits")


@compare.command()
def outlines(
    ids: Annotated[list[str], typer.Argument(help="Ids of reports / 报告编号")],
    as_json: Json = False,
) -> None:
    """Outlines of reports in one table, matched by topic / 提纲对照."""
    with _assistant() as assistant:
        found = assistant.compare.outlines(ids)
    if as_json:
        _print_json({"topics": [asdict(topic) for topic in found]})
        return
    for topic in found:
        out.print(f"■ {topic.name}  {topic.reports}/{len(ids)}  {topic.share:.0%}")
        for cell in topic.cells:
            out.print(f"   {cell.report_id}  {cell.heading}  {cell.share:.0%}")


@compare.command()
def reports(
    one: Annotated[str, typer.Argument(help="Id of a report / 报告编号")],
    other: Annotated[str, typer.Argument(help="Id of another / 另一份的编号")],
    as_json: Json = False,
) -> None:
    """Two reports: sections of one topic, and the runs they share / 两份报告对读."""
    with _assistant() as assistant:
        found = assistant.compare.two(one, other)
    if as_json:
        _print_json(asdict(found))
        return
    for pair in found.pairs:
        sides = (side.heading if side else "—" for side in (pair.left, pair.right))
        out.print(f"■ {pair.topic}:  " + "  |  ".join(sides))
    for run in found.runs:
        out.print(f"   {run.left} = {run.right}  {run.text}")
    out.print(f"{found.overlap:.0%}")


@compare.command()
def start(
    ids: Annotated[list[str], typer.Argument(help="Ids of reports / 报告编号")],
    title: Annotated[str, typer.Option(help="Title of the new draft / 新草稿标题")] = "",
    as_json: Json = False,
) -> None:
    """A new draft with the usual outline of these reports / 由通用提纲新建草稿."""
    with _assistant() as assistant:
        saved = assistant.start_outline(ids, title)
    if as_json:
        _print_json({"id": saved.id, "revision": saved.revision, "text": saved.body.text})
    else:
        out.print(f"{saved.id}\n{saved.body.text}")


@compare.command()
def phrases(
    words: Annotated[str, typer.Argument(help="Only phrases with these words / 查找")] = "",
    keep: Annotated[str, typer.Option(help="Keep this phrase / 收藏一句")] = "",
    forget: Annotated[int, typer.Option(help="Let go of the phrase of this number / 删去")] = 0,
    like: Annotated[str, typer.Option(help="Only what fits where this text ends / 适合接着写的")] = "",
    as_json: Json = False,
) -> None:
    """Your own phrases with their sources / 我的词句."""
    with _assistant() as assistant:
        bank = assistant.compare.phrases
        if keep:
            bank.keep(keep)
        if forget:
            bank.forget(forget)
        found = assistant.phrases_like(like) if like else bank.find(words)
    if as_json:
        _print_json({"phrases": [asdict(one) for one in found]})
        return
    for one in found:
        out.print(f"{one.number}  {one.text}  {one.title}")


@compare.command()
def repeats(file: Annotated[Path, typer.Argument(help="A draft / 草稿文件")], as_json: Json = False) -> None:
    """What a draft says more than once, and what reports say instead / 重复的词句."""
    words = _read(file)
    with _assistant() as assistant:
        found = assistant.compare.repeated(words)
    if as_json:
        _print_json({"repeats": [asdict(one) for one in found]})
        return
    for one in found:
        others = "  ".join(f"{other} {count}" for other, count in one.instead)
        out.print(f"{one.text} ×{len(one.places)}  {others}")


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


@app.command()
def revise(
    draft: Annotated[Path, typer.Option(help="File with the draft / 草稿文件")],
    select: Annotated[str, typer.Option(help="START:END, characters from 0 / 起止字数")],
    wish: Annotated[str, typer.Option(help="rewrite, shorten, expand, formal or vary / 要求")] = "rewrite",
    facts: Annotated[Path | None, typer.Option(help="File with your facts / 事实文件")] = None,
    section: Annotated[str, typer.Option(help="Heading of the section / 小节标题")] = "",
    year: Annotated[int | None, typer.Option(help="Year of the report / 年度")] = None,
    model: Annotated[str | None, typer.Option(help="none, openai:NAME or ollama:NAME")] = None,
    as_json: Json = False,
) -> None:
    """Propose other words for a part of a draft; nothing is changed / 为选中的文字提出改法."""
    words, notes, span = _read(draft), _read(facts) if facts else "", _span(select)
    with _assistant() as assistant:
        found = assistant.revise(words, span, cast(Wish, wish), notes, section, year, model)
    before = span.of(words)
    if as_json:
        _print_json({"before": before, "start": span.start, "end": span.end,
                     "proposals": proposal_rows(before, found)})  # fmt: skip
        return
    for place, one in enumerate(found, 1):
        out.print(f"{place}. {one.text}" + (f"  ({', '.join(one.passages)})" if one.passages else ""))
        if not one.is_sound:
            said = [*one.lost, *one.added, *(finding.message for finding in one.findings)]
            _say("say_unsound", what="；".join(said))
    if not found:
        _say("say_nothing_better")


def _span(select: str) -> Span:
    """``START:END`` as a span."""
    start, colon, end = select.partition(":")
    if not (colon and start.isdecimal() and end.isdecimal()):
        raise ShelfError("setting_wrong", key="--select", value=select, detail="START:END")
    return Span(int(start), int(end))


@app.command("outline-report")
def outline_report(
    like: Annotated[list[str], typer.Option(help="Ids of sample reports / 样本报告编号")],
    kind: Annotated[str, typer.Option(help="文种 of the report to be / 文种")] = "",
    year: Annotated[int | None, typer.Option(help="Year of the report / 年度")] = None,
    facts: Annotated[Path | None, typer.Option(help="File with your facts / 事实文件")] = None,
    as_json: Json = False,
) -> None:
    """Propose the outline of a whole report after samples / 参照样本拟写整篇提纲."""
    notes = _read(facts) if facts else ""
    with _assistant() as assistant:
        plan = assistant.reports.propose(like, kind, year, assistant.facts(notes))
    if as_json:
        _print_json(plan_row(plan))
    else:
        sys.stdout.write(write(plan))


@app.command()
def report(
    outline: Annotated[Path, typer.Option(help="File with the outline / 提纲文件")],
    facts: Annotated[Path, typer.Option(help="File with your facts / 事实文件")],
    model: Annotated[str | None, typer.Option(help="none, openai:NAME or ollama:NAME")] = None,
    to: Annotated[Path | None, typer.Option(help="OUT.docx, .md or .txt / 导出到")] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an existing file / 替换")] = False,
    as_json: Json = False,
) -> None:
    """Draft a whole report, section by section / 起草整篇."""
    plan = parse(_read(outline))
    notes = _read(facts)
    with _assistant() as assistant:
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
        _print_json(whole_row(done.whole, shared, complete=done.complete))
        return
    out.print(f"{done.whole.title}\n{done.whole.text}")
    if shared.unplaced:
        ids = "、".join(fact.id for fact in shared.unplaced)
        err.print(tell("say_unplaced", [("count", str(len(shared.unplaced))), ("ids", ids)], _language()))


@app.command()
def roll(
    name: Named,
    year: Annotated[int, typer.Option(help="Year of the report to be / 新报告的年度")],
    as_json: Json = False,
) -> None:
    """What is stale in last year's own report, and its text with blanks there / 旧稿翻新."""
    old = _report(name)
    with _assistant() as assistant:
        rows = assistant.reports.roll(old, year)
    if as_json:
        _print_json({"report": old.title, "year": year, "text": old.text,
                     "rolled": applied_roll(old.text, rows, {}),
                     "places": [stale_row(number, row) for number, row in enumerate(rows, 1)]})  # fmt: skip
        return
    for number, row in enumerate(rows, 1):
        out.print(
            f"{number}. {row.what:4} {row.kind:11} {row.text[:40]}" + (f" → {row.put}" if row.put else "")
        )


def _read(path: Path) -> str:
    """Text of a facts or draft file, or of standard input."""
    if str(path) == "-":
        return sys.stdin.read()
    return read_text(path)


@app.command("export")
def export_copy(
    what: Annotated[str, typer.Argument(help="A text file, or the id of a draft / 文件或草稿编号")],
    to: Annotated[Path, typer.Option(help="OUT.docx, .md or .txt, or a folder / 导出到")],
    review: Annotated[
        bool, typer.Option("--review", help="With the table of sources / 附来源核对表")
    ] = False,
    facts: Annotated[Path | None, typer.Option(help="Check a file against these facts / 事实文件")] = None,
    year: Annotated[int | None, typer.Option(help="Year of the report / 年度")] = None,
    signature: Annotated[str, typer.Option(help="Who signs / 落款单位")] = "",
    date: Annotated[str, typer.Option(help="Date below the signature / 成文日期")] = "",
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an existing file / 替换")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Not while anything is open / 有问题不导出")
    ] = False,
    as_json: Json = False,
) -> None:
    """Export a draft or a file: .docx by GB/T 9704-2012, Markdown, text / 导出."""
    form = Form(review, signature, date)
    path = Path(what).expanduser()
    notes = _read(facts) if facts else ""
    with _assistant() as assistant:
        if path.exists() or path.suffix:
            copy = assistant.copy_of_file(path, notes, year)
        else:
            copy = assistant.copy_of_draft(what)
        done = assistant.export_copy(copy, to, form, overwrite, strict)
    told = [tell(caution.code, caution.values, _language()) for caution in done.cautions]
    if as_json:
        _print_json(exported_row(done, _language()))
        return
    for sentence in told:
        err.print(sentence)
    _say("say_exported_open" if told else "say_exported", file=done.path, count=len(told))


@app.command("import")
def import_edited(
    draft_id: Annotated[str, typer.Argument(help="Id of the draft / 草稿编号")],
    file: Annotated[Path, typer.Argument(help="The edited file / 改过的文件")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what changed / 只看改动")] = False,
    as_json: Json = False,
) -> None:
    """Take an edited file back in as a new version / 收回改过的文件."""
    with _assistant() as assistant:
        saved = assistant.kept(draft_id)
        if dry_run:
            back = assistant.preview_return(draft_id, file)
        else:
            saved, back = assistant.take_back(draft_id, file, saved.revision)
    rows = change_rows(back.changes)
    if as_json:
        _print_json({"revision": saved.revision, "title": back.title, "changes": rows})
        return
    for change in rows:
        out.print(f"[{change['kind']}]\n- {change['before']}\n+ {change['after']}")
    _say("say_previewed" if dry_run else "say_imported", count=len(rows), revision=saved.revision)


@app.command("proof")
def proof_read(
    file: Annotated[Path, typer.Argument(help="A text file, - for standard input / 文件")],
    fix: Annotated[Path | None, typer.Option(help="Write the text put right to / 改正后写到")] = None,
    as_json: Json = False,
) -> None:
    """Check numbering, punctuation and wording / 校对编号、标点和用词."""
    words = _read(file)
    with _assistant() as assistant:
        slips = assistant.proof(words)
    if fix is not None:
        write_whole(fix, fixed(words, slips).encode("utf-8"))
    if as_json:
        _print_json({"slips": slip_rows(slips)})
        return
    for slip in slips:
        better = "" if slip.better is None else f" → {slip.better}"
        out.print(f"[{tell(f'slip_{slip.kind}', (), _language())}] {slip.text}{better}  ({slip.span.start})")
    _say("say_proofed", count=len(slips), fixed=sum(slip.better is not None for slip in slips))


@app.command()
def errors(
    off: Annotated[list[str] | None, typer.Option(help="Switch a row off / 停用")] = None,
    on: Annotated[list[str] | None, typer.Option(help="Switch a row on / 启用")] = None,
    as_json: Json = False,
) -> None:
    """The lexicon of common errors, each row of which can be switched off / 常见差错词表."""
    with _assistant() as assistant:
        for row_id in off or ():
            assistant.switch_error(row_id, on=False)
        for row_id in on or ():
            assistant.switch_error(row_id, on=True)
        rows = assistant.error_rows()
    if as_json:
        _print_json([asdict(row) | {"on": used} for row, used in rows])
        return
    for row, used in rows:
        out.print(f"{'✓' if used else '✗'} {row.id} → {row.right}")


@app.command()
def drafts(
    words: Annotated[str, typer.Argument(help="Only drafts that hold these words / 查找")] = "",
    trashed: Annotated[bool, typer.Option("--trash", help="What is in the trash / 回收站")] = False,
    as_json: Json = False,
) -> None:
    """The kept drafts / 保存的草稿."""
    with _assistant() as assistant:
        found = assistant.trashed_drafts() if trashed else assistant.search_drafts(words)
    if as_json:
        _print_json([saved_row(saved) for saved in found])
        return
    for saved in found:
        out.print(f"{saved.id}  {saved.year or '    '}  {saved.title}  ({len(saved.body.text)})")


@app.command()
def rename(draft_id: Annotated[str, typer.Argument()], name: Annotated[str, typer.Argument()]) -> None:
    """Call a kept draft something else / 重命名草稿."""
    with _assistant() as assistant:
        saved = assistant.rename_draft(draft_id, name)
    _say("say_renamed", title=saved.title)


@app.command()
def duplicate(draft_id: Annotated[str, typer.Argument()]) -> None:
    """A second draft with the same input and text; prints its id / 复制草稿."""
    with _assistant() as assistant:
        out.print(assistant.duplicate_draft(draft_id).id)


@app.command()
def trash(draft_id: Annotated[str, typer.Argument()]) -> None:
    """Put a kept draft in the trash / 把草稿放进回收站."""
    with _assistant() as assistant:
        saved = assistant.trash_draft(draft_id)
    _say("say_trashed", title=saved.title, id=saved.id)


@app.command()
def untrash(draft_id: Annotated[str, typer.Argument()]) -> None:
    """Bring a draft back from the trash / 从回收站取回草稿."""
    with _assistant() as assistant:
        saved = assistant.restore_draft(draft_id)
    _say("say_restored", title=saved.title)


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
def edit(
    report_id: Annotated[str, typer.Argument(help="Id of a report / 报告编号")],
    title: Annotated[str | None, typer.Option(help="Title / 标题")] = None,
    kind: Annotated[str | None, typer.Option(help="文种")] = None,
    year: Annotated[int | None, typer.Option(help="Year, 0 for none / 年份，0 表示没有")] = None,
    era: Annotated[str | None, typer.Option(help="党的二十大, “十四五”, … / 届次")] = None,
    viewpoint: Annotated[str | None, typer.Option(help="班子 or 个人 / 述职视角")] = None,
    organisation: Annotated[str | None, typer.Option(help="政府部门, 乡镇街道, … / 单位类型")] = None,
    as_json: Json = False,
) -> None:
    """Correct what was guessed of a report / 更正报告的标题、文种、年份、届次、视角、单位类型."""
    with _assistant() as assistant:
        card = assistant.edit_report(
            report_id, title=title, kind=kind, year=year, era=era, viewpoint=viewpoint,
            organisation=organisation,
        )  # fmt: skip
    if as_json:
        _print_json(asdict(card))
    else:
        out.print("  ".join((card.id, str(card.year or "—"), card.kind or "—", card.era or "—",
                             card.viewpoint or "—", card.organisation or "—", card.title)))  # fmt: skip


@app.command("removed")
def list_removed(
    report_id: Annotated[str, typer.Argument(help="Id of a report / 报告编号")], as_json: Json = False
) -> None:
    """What cleaning took out of a report / 清理掉的内容."""
    with _assistant() as assistant:
        rows = removal_rows(assistant.open_report(report_id).removals)
    if as_json:
        _print_json(rows)
    for row in [] if as_json else rows:
        out.print(f"{row['place']}  {row['why']}  {row['text']}")


@app.command()
def restore(
    report_id: Annotated[str, typer.Argument(help="Id of a report / 报告编号")],
    removal: Annotated[int, typer.Option(min=0, help="Its number in zhibi removed / 第几处")],
    as_json: Json = False,
) -> None:
    """Put back what cleaning took out / 恢复清理掉的一处内容."""
    with _assistant() as assistant:
        row = assistant.restore(report_id, removal)
    if as_json:
        _print_json(added_row(row, _language()))
    else:
        _say("say_restored", title=row.title, id=row.report_id, passages=row.passages)


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

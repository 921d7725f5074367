"""``compare …``: how the samples say it."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, cast

import typer

from assistant.commands.arguments import MOST, Json, OnlyKind, OnlyRole, OnlyYear, ReportId, ReportIds
from assistant.commands.choices import choose
from assistant.commands.terminal import opened, out, print_json, say, show, words_of, working
from assistant.service import Asked, ShelfError
from assistant.showing_compared import lines_row, ways_row
from index.concordance import Order

group = typer.Typer(no_args_is_help=True, help="How do the samples say it? / 样本怎么说")


@group.command()
def kwic(
    pattern: Annotated[str, typer.Argument(help="Words or a pattern: 坚持*, 以*为* / 词语或句式")],
    order: Annotated[str, typer.Option("--sort", help="place, left or right / 排列次序")] = "place",
    kind: OnlyKind = "",
    year: OnlyYear = None,
    role: OnlyRole = "",
    report: Annotated[
        list[str] | None, typer.Option(help="Only these reports, by id / 只看这几份报告")
    ] = None,
    first: Annotated[int, typer.Option(min=0, max=MOST, help="Number of the first line / 从第几条起")] = 0,
    most: Annotated[int, typer.Option(min=0, max=MOST, help="Lines at most, 0 for all / 最多几条")] = 0,
    as_json: Json = False,
) -> None:
    """Every occurrence with what stands around it / 逐处列出词语和上下文."""
    choose("sort", order)
    choose("role", role)
    with opened() as assistant, working():
        only = tuple(assistant.shelf.report(one).id for one in report or ())
        asked = Asked(pattern, kind, year, role, only, cast(Order, order), first, most)
        found = assistant.compare.kwic(asked)
    if as_json:
        print_json(lines_row(found))
        return
    for line in found.lines:
        out.print(f"{line.left[-20:]:　>20}【{line.match}】{line.right[:20]}  {line.report_id}:{line.start}")
    say("say_lines", total=found.total, reports=len(found.by_report))


@group.command()
def similar(
    text: Annotated[str, typer.Argument(help="A sentence, heading or idea / 一句话、标题或提法")],
    kind: OnlyKind = "",
    year: OnlyYear = None,
    as_json: Json = False,
) -> None:
    """The ways in which reports say it / 不同样本怎么说同一件事."""
    with opened() as assistant, working():
        found = assistant.compare.similar(text, kind, year)
    if as_json:
        print_json(ways_row(found))
        return
    for way in found.ways:
        years = f" · {way.years[0]}–{way.years[-1]}" if way.years else ""
        out.print(f"■ {way.label}  {way.reports}/{found.among}{years}")
        for said in way.said[:5]:
            out.print(f"   {said.text}  ({said.report_id}:{said.start})")
    if not found.ways:
        say("say_no_hits")


@group.command()
def formulation(
    name: Annotated[str, typer.Argument(help="A set formulation / 提法，如 四个意识")],
    draft: Annotated[Path | None, typer.Option(help="A draft to look into / 草稿文件")] = None,
    as_json: Json = False,
) -> None:
    """How the shelf writes a set formulation / 提法的写法、搭配和年份."""
    words = words_of(draft) if draft else ""
    with opened() as assistant, working():
        found = assistant.compare.formulation(name, words)
        used = assistant.compare.formulations_of(words)
    if as_json:
        print_json(asdict(found) | {"draft": [asdict(one) for one in used]})
        return
    if not found.known and not found.count:
        say("say_formulation_unknown", name=found.name)
        return
    say("say_formulation", name=found.name, reports=found.reports, among=found.among,
         first=found.first or "—", last=found.last or "—", source=found.source or "—")  # fmt: skip
    for use in (*found.variants, *found.verbs):
        phrases = " ".join(f"{phrase}×{count}" for phrase, count in use.phrases)
        out.print(f"  {use.words}  {use.reports}  {phrases}")


@group.command()
def patterns(as_json: Json = False) -> None:
    """Frames that recur on the shelf: 坚持…, …到位, 以…为… / 常用句式."""
    with opened() as assistant, working():
        found = assistant.compare.patterns()
    lines = (f"{one.text}  {one.reports}/{one.among} ×{one.count}  {one.examples[0].text}" for one in found)
    show(as_json, {"patterns": [asdict(frame) for frame in found]}, lines, "say_no_hits")


@group.command()
def outlines(
    ids: ReportIds,
    as_json: Json = False,
) -> None:
    """Outlines of reports in one table, matched by topic / 提纲对照."""
    with opened() as assistant, working():
        found = assistant.compare.outlines(ids)
    if as_json:
        print_json({"topics": [asdict(topic) for topic in found]})
        return
    for topic in found:
        out.print(f"■ {topic.name}  {topic.reports}/{len(ids)}  {topic.share:.0%}")
        for cell in topic.cells:
            out.print(f"   {cell.report_id}  {cell.heading}  {cell.share:.0%}")


@group.command()
def reports(
    one: ReportId,
    other: Annotated[str, typer.Argument(help="Id of another / 另一份的编号")],
    as_json: Json = False,
) -> None:
    """Two reports: sections of one topic, and the runs they share / 两份报告对读."""
    with opened() as assistant, working():
        found = assistant.compare.two(one, other)
    if as_json:
        print_json(asdict(found))
        return
    for pair in found.pairs:
        sides = (side.heading if side else "—" for side in (pair.left, pair.right))
        out.print(f"■ {pair.topic}:  " + "  |  ".join(sides))
    for run in found.runs:
        out.print(f"   {run.left} = {run.right}  {run.text}")
    out.print(f"{found.overlap:.0%}")


@group.command()
def start(
    ids: ReportIds,
    title: Annotated[str, typer.Option(help="Title of the new draft / 新草稿标题")] = "",
    as_json: Json = False,
) -> None:
    """A new draft with the usual outline of these reports / 由通用提纲新建草稿."""
    with opened() as assistant, working():
        saved = assistant.start_outline(ids, title)
    if as_json:
        print_json({"id": saved.id, "revision": saved.revision, "text": saved.body.text})
    else:
        out.print(f"{saved.id}\n{saved.body.text}")


@group.command()
def phrases(
    words: Annotated[str, typer.Argument(help="Only phrases with these words / 查找")] = "",
    keep: Annotated[str | None, typer.Option(help="Keep this phrase / 收藏一句")] = None,
    forget: Annotated[
        int | None, typer.Option(max=MOST, help="Let go of the phrase of this number / 删去")
    ] = None,
    like: Annotated[str, typer.Option(help="Only what fits where this text ends / 适合接着写的")] = "",
    as_json: Json = False,
) -> None:
    """Your own phrases with their sources / 我的词句."""
    with opened() as assistant, working():
        bank = assistant.compare.phrases
        if keep is not None:
            bank.keep(keep)
        if forget is not None and not bank.forget(forget):
            raise ShelfError("no_such_phrase", number=forget)
        found = assistant.phrases_like(like) if like else bank.find(words)
    lines = (f"{one.number}  {one.text}  {one.title}" for one in found)
    none = "say_no_such_phrases" if words or like else "say_no_phrases"
    show(as_json, {"phrases": [asdict(one) for one in found]}, lines, none)


@group.command()
def repeats(file: Annotated[Path, typer.Argument(help="A draft / 草稿文件")], as_json: Json = False) -> None:
    """What a draft says more than once, and what reports say instead / 重复的词句."""
    words = words_of(file)
    with opened() as assistant, working():
        found = assistant.compare.repeated(words)
    if as_json:
        print_json({"repeats": [asdict(one) for one in found]})
        return
    for one in found:
        others = "  ".join(f"{other} {count}" for other, count in one.instead)
        out.print(f"{one.text} ×{len(one.places)}  {others}")
    if not found:
        say("say_no_repeats")

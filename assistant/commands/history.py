"""``show fill settle history name-version``: one kept draft, what is open about it, what it was before."""

from datetime import datetime
from typing import Annotated

import typer

from assistant.commands.arguments import MOST, DraftId, Json
from assistant.commands.terminal import finding_line, opened, out, print_json, say, show, show_change, spoken
from assistant.service import Saved, ShelfError, Step, blanks, changes
from assistant.showing import change_rows, finding_rows, saved_row
from assistant.showing_kept import kept_row, step_row
from assistant.telling import Language, sentences, tell

group = typer.Typer()


@group.command("show")
def show_draft(draft_id: DraftId, as_json: Json = False) -> None:
    """A kept draft, what of it your facts state, and what is open / 草稿正文、依据和待办."""
    with opened() as assistant:
        saved = assistant.find_draft(draft_id)
        findings, stand = assistant.findings(saved)
        vouched = assistant.vouched(saved)
    if as_json:
        print_json(kept_row(saved, findings, stand, vouched))
        return
    out.print(f"{saved.title}\n{saved.body.text}\n" if saved.body.text else f"{saved.title}\n")
    for one in vouched:
        stated = "；".join(f"{fact.id} {fact.text}" for fact in one.facts)
        say("say_vouched", text=one.text, facts=stated)
    for number, finding in enumerate(findings, 1):
        out.print(f"{number}. {finding_line(finding)}")
    for number, blank in enumerate(blanks(saved.body.text), 1):
        say("say_blank", number=number, asked=blank.asked or "…", clause=blank.clause[:60])
    say("say_kept_state", vouched=len(vouched), open=len(findings), stand=len(stand),
        blanks=len(blanks(saved.body.text)))  # fmt: skip


@group.command()
def fill(
    draft_id: DraftId,
    number: Annotated[
        int, typer.Argument(min=1, max=MOST, help="Number of the blank in zhibi show / 第几处空白")
    ],
    answer: Annotated[str, typer.Argument(help="What stands there, kept as a fact / 填写内容")],
    as_json: Json = False,
) -> None:
    """Fill a blank of a kept draft, wherever it asks for the same / 填写草稿中的空白."""
    with opened() as assistant:
        saved = assistant.find_draft(draft_id)
        open_ones = blanks(saved.body.text)
        if number > len(open_ones):
            raise ShelfError("no_such_blank", number=number, count=len(open_ones))
        saved = assistant.fill(saved, open_ones[number - 1], answer)
    if as_json:
        print_json(saved_row(saved))
    else:
        say("say_filled", revision=saved.revision, count=len(blanks(saved.body.text)))


@group.command()
def settle(
    draft_id: DraftId,
    number: Annotated[
        int, typer.Argument(min=1, max=MOST, help="Number of the finding in zhibi show / 第几处")
    ],
    reopen: Annotated[
        bool, typer.Option("--reopen", help="Take it back, by its place in let_stand / 撤回认可")
    ] = False,
    as_json: Json = False,
) -> None:
    """Let a finding of a kept draft stand, or take that back / 认可一处核对意见."""
    with opened() as assistant:
        saved = assistant.find_draft(draft_id)
        found = assistant.findings(saved)[1 if reopen else 0]
        if number > len(found):
            raise ShelfError("no_such_finding", number=number, count=len(found))
        (assistant.reopen if reopen else assistant.accept)(saved, found[number - 1])
        saved = assistant.find_draft(saved.id)
        left, stand = assistant.findings(saved)
    if as_json:
        print_json({"id": saved.id, "findings": finding_rows(left), "let_stand": finding_rows(stand)})
    else:
        say("say_reopened" if reopen else "say_settled", text=found[number - 1].text[:40], count=len(left))


@group.command()
def history(
    draft_id: DraftId,
    diff: Annotated[
        tuple[int, int] | None,
        typer.Option(help="What changed from version A to B / 两版对比", metavar="A B"),
    ] = None,
    most: Annotated[int, typer.Option(min=0, max=MOST, help="Versions at most, 0 for all / 最多几版")] = 30,
    as_json: Json = False,
) -> None:
    """The versions of a kept draft, newest first / 草稿的历次版本."""
    with opened() as assistant:
        saved = assistant.find_draft(draft_id)
        versions = assistant.versions(saved.id)
        steps = () if diff else assistant.history(saved.id, most or max(len(versions), 1))
    if diff is not None:
        texts = {one.revision: one.text for one in versions}
        _differ(saved, texts, diff, as_json)
        return
    rows = [step_row(step, saved.revision) for step in steps]
    show(as_json, rows, (_line(step, saved.revision, spoken()) for step in steps), "say_no_versions")
    if not as_json and len(versions) > len(steps):
        say("say_more_versions", count=len(versions) - len(steps))


@group.command("name-version")
def name_version(
    draft_id: DraftId,
    version: Annotated[int, typer.Argument(min=1, max=MOST, help="Its number in zhibi history / 第几版")],
    name: Annotated[str, typer.Argument(help="Its name, empty for none / 版本名称，如送审稿")],
    as_json: Json = False,
) -> None:
    """Give a version of a draft a name, e.g. 送审稿 / 给版本命名."""
    with opened() as assistant:
        saved = assistant.find_draft(draft_id)
        assistant.name_version(saved.id, version, name)
        steps = assistant.history(saved.id, max(saved.revision, 1))
    named = next(step for step in steps if step.version.revision == version)
    if as_json:
        print_json(step_row(named, saved.revision))
    elif named.version.name:
        say("say_version_named", revision=version, name=named.version.name)
    else:
        say("say_version_unnamed", revision=version)


def _line(step: Step, now: int, language: Language) -> str:
    """A version in one line: number, when, by whom, name, size, what it changed."""
    one = step.version
    when = datetime.fromtimestamp(one.changed).strftime("%Y-%m-%d %H:%M")
    code = f"author_{one.author}"
    by = tell(code, (), language) if code in sentences() else one.author
    name = f"  《{one.name}》" if one.name else ""
    mark = "*" if one.revision == now else " "
    return f"{mark}{one.revision:>4}  {when}  {by}  {len(one.text)}  +{step.added} -{step.removed}{name}"


def _differ(saved: Saved, texts: dict[int, str], diff: tuple[int, int], as_json: bool) -> None:
    for revision in diff:
        if revision not in texts:
            raise ShelfError("no_such_version", id=saved.id, revision=revision)
    before, after = diff
    rows = change_rows(changes(texts[before], texts[after]))
    if as_json:
        print_json({"id": saved.id, "from": before, "to": after, "changes": rows})
        return
    for row in rows:
        show_change(row)
    if not rows:
        say("say_same_versions", one=before, other=after)

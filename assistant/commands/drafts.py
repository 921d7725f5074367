"""``drafts rename duplicate trash untrash``: the kept drafts."""

from typing import Annotated

import typer

from assistant.commands.arguments import DraftId, Json
from assistant.commands.terminal import opened, out, say, show
from assistant.showing import saved_row

group = typer.Typer()


@group.command()
def drafts(
    words: Annotated[str, typer.Argument(help="Only drafts that hold these words / 查找")] = "",
    trashed: Annotated[bool, typer.Option("--trash", help="What is in the trash / 回收站")] = False,
    as_json: Json = False,
) -> None:
    """The kept drafts / 保存的草稿."""
    with opened() as assistant:
        found = assistant.trashed_drafts() if trashed else assistant.search_drafts(words)
    lines = (f"{one.id}  {one.year or '    '}  {one.title}  ({len(one.body.text)})" for one in found)
    none = "say_empty_trash" if trashed else "say_no_such_drafts" if words else "say_no_drafts"
    show(as_json, [saved_row(saved) for saved in found], lines, none)


@group.command()
def rename(draft_id: DraftId, name: Annotated[str, typer.Argument(help="Its new name / 新名称")]) -> None:
    """Call a kept draft something else / 重命名草稿."""
    with opened() as assistant:
        saved = assistant.rename_draft(draft_id, name)
    say("say_renamed", title=saved.title)


@group.command()
def duplicate(draft_id: DraftId) -> None:
    """A second draft with the same input and text; prints its id / 复制草稿."""
    with opened() as assistant:
        out.print(assistant.duplicate_draft(draft_id).id)


@group.command()
def trash(draft_id: DraftId) -> None:
    """Put a kept draft in the trash / 把草稿放进回收站."""
    with opened() as assistant:
        saved = assistant.trash_draft(draft_id)
    say("say_trashed", title=saved.title, id=saved.id)


@group.command()
def untrash(draft_id: DraftId) -> None:
    """Bring a draft back from the trash / 从回收站取回草稿."""
    with opened() as assistant:
        saved = assistant.restore_draft(draft_id)
    say("say_untrashed", title=saved.title)

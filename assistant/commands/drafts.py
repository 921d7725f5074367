"""``drafts rename duplicate trash untrash delete``: the kept drafts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import typer

from assistant.commands.arguments import DraftId, Json
from assistant.commands.terminal import opened, out, print_json, say, show
from assistant.service import Saved, ShelfError
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
    if trashed:
        found = [one for one in found if _holds(one, words.split())]
    none = "say_no_such_drafts" if words else "say_empty_trash" if trashed else "say_no_drafts"
    show(as_json, [saved_row(saved) for saved in found], map(_line, found), none)


def _holds(saved: Saved, words: Sequence[str]) -> bool:
    """Whether a draft of the trash has each of these words in its name or text."""
    within = f"{saved.title}\n{saved.notes}\n{saved.body.text}".casefold()
    return all(word.casefold() in within for word in words)


def _line(saved: Saved) -> str:
    when = datetime.fromtimestamp(saved.changed).strftime("%Y-%m-%d %H:%M")
    return f"{saved.id}  {when}  {saved.year or '    '}  {saved.title or '—'}  ({len(saved.body.text)})"


@group.command()
def rename(
    draft_id: DraftId,
    name: Annotated[str, typer.Argument(help="Its new name / 新名称")],
    as_json: Json = False,
) -> None:
    """Call a kept draft something else / 重命名草稿."""
    with opened() as assistant:
        saved = assistant.rename_draft(assistant.find_draft(draft_id).id, name)
    _tell("say_renamed", saved, as_json)


@group.command()
def duplicate(
    draft_id: DraftId,
    name: Annotated[str, typer.Option(help="Name of the copy / 副本名称")] = "",
    as_json: Json = False,
) -> None:
    """A second draft with the same input and text; prints its id / 复制草稿."""
    with opened() as assistant:
        saved = assistant.duplicate_draft(assistant.find_draft(draft_id).id, name)
    if as_json:
        print_json(saved_row(saved))
    else:
        out.print(saved.id)


@group.command()
def trash(draft_id: DraftId, as_json: Json = False) -> None:
    """Put a kept draft in the trash / 把草稿放进回收站."""
    with opened() as assistant:
        saved = assistant.trash_draft(assistant.find_draft(draft_id).id)
    _tell("say_trashed", saved, as_json)


@group.command()
def untrash(draft_id: DraftId, as_json: Json = False) -> None:
    """Bring a draft back from the trash / 从回收站取回草稿."""
    with opened() as assistant:
        saved = assistant.restore_draft(assistant.find_draft(draft_id).id)
    _tell("say_untrashed", saved, as_json)


@group.command()
def delete(draft_id: DraftId, as_json: Json = False) -> None:
    """Delete a draft of the trash for good / 永久删除回收站中的草稿."""
    with opened() as assistant:
        saved = assistant.find_draft(draft_id)
        if saved.trashed is None:
            raise ShelfError("draft_at_hand", id=saved.id, title=saved.title)
        assistant.delete_draft(saved.id)
    _tell("say_deleted", saved, as_json)


def _tell(code: str, saved: Saved, as_json: bool) -> None:
    if as_json:
        print_json(saved_row(saved))
    else:
        say(code, title=saved.title, id=saved.id)

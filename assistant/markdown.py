"""Parts of a document with its appendix -> Markdown that shows every word as it stands."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from assistant.gridding import grid
from assistant.laying import Part
from assistant.reviewing import Review

_BEGINS: Final = re.compile(r"^(\d*)([-+.=)](?=\s|$)|[-=]{2,})")
_SIGNS: Final = re.compile(r"([\\`*_\[\]<>#|!~]|&(?=#?\w+;))")
_MARK: Final = re.compile(r"[\W_]")
_END: Final = re.compile(r"[。．.：:；;，,、！!？?\s]*$")


def markdown(parts: Sequence[Part], appendix: Review | None = None) -> Iterator[str]:
    """The lines of a Markdown file."""
    for table, group in groupby(parts, lambda part: part.kind == "row"):
        if table:
            yield from (*_table(grid([part.text for part in group])), "")
        else:
            for part in group:
                yield from (_marked(part), "")
    if appendix is None:
        return
    yield from (f"## {escaped(appendix.heading)}", "")
    for note in appendix.notes:
        yield from (escaped(note), "")
    yield from _table([appendix.columns, *(row.cells for row in appendix.rows)])


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table, its first row as its head."""
    for place, row in enumerate(rows):
        told = ("<br>".join(escaped(part) for part in cell.split("\n")) for cell in row)
        yield "| " + " | ".join(told) + " |"
        if place == 0:
            yield "|" + " --- |" * len(row)


def escaped(text: str) -> str:
    r"""A text that Markdown shows as it stands: no emphasis, link, picture, tag, entity, list or rule.

    >>> escaped("1) 完成*全部*任务"), escaped("A&nbsp;B & C")
    ('1\\) 完成\\*全部\\*任务', 'A\\&nbsp;B & C')
    """
    return _BEGINS.sub(r"\1\\\2", _signs(text))


def _signs(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def _marked(part: Part) -> str:
    if part.kind == "title":
        return f"# {escaped(part.text)}"
    if part.head == len(part.text) and part.level:
        return f"{'#' * (part.level + 1)} {escaped(part.text)}"
    if part.head:
        return _run_in(part.text[: part.head], part.text[part.head :])
    return escaped(part.text)


def _run_in(head: str, rest: str) -> str:
    """A heading run in, strong up to its final mark: behind a mark a word would undo the emphasis."""
    words = _END.sub("", head)
    behind = head[len(words) :] + rest
    if not words or (_MARK.match(words[-1]) and not _MARK.match(behind[:1] or " ")):
        return escaped(head + rest)
    return f"**{escaped(words)}**{_signs(behind)}"

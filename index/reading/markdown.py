"""Markdown -> manuscript: headings with their levels, the markup taken off the words."""

import html
import re
from typing import Final

from index.reading.encoding import text_of
from index.reading.lines import ENDS, LEAD, join, width
from index.types import Manuscript, Paragraph

HEADING = re.compile(
    r" {0,3}(#{1,6})"
    r"(?:[ \t]+(.*?)|(?:(?=[^#\s\w]|[一二三四五六七八九十]{1,3}、)|(?<=##)(?=[\u4e00-\u9fff]))(.*?))"
    r"[ \t]*#*[ \t]*$"
)
"""Writers of Chinese leave out the blank; a single # before a word is a hashtag all the same."""
UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
COLUMNS = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
BULLET = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+•][ \t]+(?:\[[ xX]\][ \t]+)?)?")
DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:[ \t]*\S+")
BREAKS = re.compile(
    r"<br\s*/?>|</?(?:p|div|li|ul|ol|tr|table|h[1-6]|section|article|blockquote)\b[^<>]*>", re.I
)
HIDDEN: Final = {
    "<!--": re.compile("-->"),
    "<script": re.compile("</script\\s*>", re.I),
    "<style": re.compile("</style\\s*>", re.I),
}
OPENING = re.compile(r"<!--|<script\b|<style\b", re.I)
TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>")
INLINE: Final = (
    (re.compile(r"!\[[^\]]*\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])"), ""),
    (
        re.compile(
            r"\[([^\[\]]*)\]\([^()\s]{0,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200}){0,3}(?:\s+\"[^\"]*\")?\)"
        ),
        r"\1",
    ),
    (re.compile(r"\[\^[^\]]+\]:?"), ""),
    (re.compile(r"<(?:https?|mailto):[^<>\s]+>"), ""),
    (re.compile(r"(?<!\\)(`+)(.{1,500}?)(?<!`)\1(?!`)"), r"\2"),
    (re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])(.{1,500}?)(?<=[^\s\\*])\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\\\w])(_{1,3})(?=[^\s_])(.{1,500}?)(?<=[^\s\\_])\1(?!\w)"), r"\2"),
    (re.compile(r"~~(?=\S)(.{1,500}?)(?<=\S)~~"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def read_markdown(data: bytes, name: str) -> Manuscript:
    """The paragraphs of a Markdown file, headings with their level.

    Raises:
        ShelfError: the bytes are no text or in no known encoding.
    """
    text, notes = text_of(data, name)
    text = without_hidden(_without_front_matter(text))
    paragraphs = _paragraphs(BREAKS.sub("\n\n", text).split("\n"))
    return Manuscript(tuple(p for p in paragraphs if p.text), notes)


def plain(text: str) -> str:
    """A line's words without inline markup.

    >>> plain("**一是**加强[学习](http://a.cn)，`不`松劲")
    '一是加强学习，不松劲'
    """
    text = TAG.sub("", text)
    for pattern, kept in INLINE:
        text = pattern.sub(kept, text)
    return html.unescape(text).strip()


def without_hidden(text: str) -> str:
    """A page without comments, scripts and styles; one that never ends is left as it stands.

    >>> without_hidden("前<!-- 暗语 -->后")
    '前后'
    """
    kept, at = [], 0
    while opening := OPENING.search(text, at):
        closing = HIDDEN[opening[0].lower()].search(text, opening.end())
        if closing is None:
            break
        kept.append(text[at : opening.start()])
        at = closing.end()
    return "".join([*kept, text[at:]])


def _without_front_matter(text: str) -> str:
    if text.startswith("---\n"):
        end = re.search(r"^(?:---|\.\.\.)[ \t]*$", text[4:], re.M)
        if end and re.match(r"[\w-]+\s*:", text[4:]):
            return text[4 + end.end() :]
    return text


def _paragraphs(lines: list[str]) -> list[Paragraph]:
    out: list[Paragraph] = []
    waiting = ""  # the paragraph being gathered, still with its markup
    fence = ""
    for line in lines:
        mark = FENCE.match(line)
        if fence or mark:
            waiting = _close(out, waiting)
            if mark and (not fence or line.strip().startswith(fence) and not line.strip().strip(fence[0])):
                fence = "" if fence else mark[1]
            elif line.strip():
                out.append(Paragraph(line.strip()))
            continue
        heading = HEADING.match(line)
        if heading:
            waiting = _close(out, waiting)
            out.append(Paragraph(plain(heading[2] or heading[3] or ""), len(heading[1])))
        elif waiting and UNDERLINE.match(line) and (line.strip()[0] == "=" or "\n" not in waiting):
            out.append(Paragraph(plain(waiting), 1 if line.strip()[0] == "=" else 2))
            waiting = ""
        else:
            waiting = _gather(out, waiting, line)
    _close(out, waiting)
    return out


def _gather(out: list[Paragraph], waiting: str, line: str) -> str:
    """The paragraph under way after one more line, finished ones put into ``out``."""
    if not line.strip() or RULE.match(line) or DEFINITION.match(line) or COLUMNS.match(line):
        return _close(out, waiting)
    words = line[BULLET.match(line).end() :].rstrip()  # type: ignore[union-attr]
    if words.lstrip().startswith("|"):
        _close(out, waiting)
        return _close(out, " | ".join(cell.strip() for cell in words.strip().strip("|").split("|")))
    if waiting and _goes_on(waiting, line):
        return join(waiting, words)
    _close(out, waiting)
    return words


def _goes_on(waiting: str, line: str) -> bool:
    """Whether ``line`` continues the paragraph: in Chinese texts one may also begin without a blank line."""
    if waiting.endswith(("  ", "\\")) or LEAD.match(line):
        return False
    return waiting[-1] not in ENDS and width(waiting) > 60 or waiting[-1].isascii() and width(waiting) > 60


def _close(out: list[Paragraph], waiting: str) -> str:
    if waiting:
        out.append(Paragraph(plain(waiting)))
    return ""

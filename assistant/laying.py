"""Lines of a text -> the parts of a document: title, addressee, headings, body, signature, date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assistant.gridding import rows
from assistant.signing import is_date
from index.marks import line_mark
from index.outlining import outline
from index.types import Clean, Paragraph

Kind = Literal["title", "subtitle", "addressee", "body", "row", "signature", "date"]

_DATE: Final = re.compile(
    r"[〇○零一二三四五六七八九十\d]{4}\s?年\s?[一二三四五六七八九十\d]{1,3}\s?月"
    r"(?:\s?[一二三四五六七八九十\d]{1,3}\s?日)?"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December),? \d{4}"
)
_ENDED: Final = "。！？；，、：!?;,:…"
_LEADS_ON: Final = re.compile(r"[的和与及、]$|\b(?:of|and|for|on)$")
_TITLE: Final = 80
"""Characters of the longest line taken for a title."""
_BELOW: Final = 30
"""Characters of the longest line taken for what stands below a title, or for a signature."""
_KIND: Final = re.compile(
    r"(?:总结|报告|汇报|思路|打算|计划|方案|意见|通知|发言|讲话|材料|要点|要求|说明|纪要|函|办法|提纲)(?:（.{1,12}）)?$"
)
_BYLINE: Final = re.compile(
    r"(?:[局委会组部院校司站所镇乡市县区办府队厅团室处]|中心|支部|公司|集团|街道|[X×]{2,3}|\*{2,3})$|\u3000"
)
_ADDRESSED: Final = 60
_STATES: Final = re.compile(r"[。；]|年|如下|以下|下列|方面|汇报|报告")
"""What no addressee says."""


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of a document and what it is."""

    kind: Kind
    text: str
    level: int = 0
    """1 to 4 for a paragraph that begins with a heading, 0 for others."""
    head: int = 0
    """Characters of the heading at its beginning; all of them where nothing follows in the paragraph."""


def lay(
    lines: Sequence[Paragraph], title: str | None = None, signature: str = "", date: str = ""
) -> tuple[Part, ...]:
    """The parts of a document, in order.

    ``[part.text for part in lay(lines, "")]`` are the lines, trimmed, blank ones left out.

    Args:
        lines: The text's lines; levels of the file's own styles are heeded.
        title: The title; empty for none, None to look for it in the first lines.
        signature: Set at the end, unless the lines end with it.
        date: Set at the end, unless the lines end with it.
    """
    body = [Paragraph(line.text.strip(), line.level) for line in lines if line.text.strip()]
    top: list[Part] = []
    if title is None:
        top, body = _titled(body)
    elif title.strip():
        top = [_heading_or_title(title.strip())]
    body, closing = _closed(body)
    if not closing and (signature.strip() or date.strip()):
        ends = (("signature", signature.strip()), ("date", date.strip()))
        closing = [Part(kind, text) for kind, text in ends if text]  # type: ignore[arg-type]
    return (*top, *_body(body), *closing)


def title_of(lines: Sequence[Paragraph]) -> str:
    """The title that the first lines give; empty where they give none."""
    top, _ = _titled([Paragraph(line.text.strip(), line.level) for line in lines if line.text.strip()])
    return "".join(part.text for part in top if part.kind == "title")


def _heading_or_title(text: str) -> Part:
    """A section's heading with its mark stays a heading; anything else is a title."""
    mark = line_mark(text, 0, 0)
    if mark is None or mark.level > 4:
        return Part("title", text)
    return Part("body", text, mark.level, len(text))


def _titled(lines: list[Paragraph]) -> tuple[list[Part], list[Paragraph]]:
    if len(lines) < 2 or not _is_title(lines[0]):
        return [], lines
    top = [Part("title", lines[0].text)]
    rest = lines[1:]
    while len(top) < 4 and len(rest) > 1 and _is_below(rest[0], top[-1]):
        carried_on = top[-1].kind == "title" and (
            _LEADS_ON.search(top[-1].text) or _completes(rest[0].text, top[-1].text)
        )
        top.append(Part("title" if carried_on else "subtitle", rest[0].text))
        rest = rest[1:]
    return top, rest


def _is_title(line: Paragraph) -> bool:
    return len(line.text) <= _TITLE and line.text[-1] not in _ENDED + "." and not _marked(line.text)


def _is_below(line: Paragraph, above: Part) -> bool:
    text = line.text
    if _marked(text) or line.level or len(text) > _BELOW or text[-1] in _ENDED:
        return False
    if above.kind == "title" and (_LEADS_ON.search(above.text) or _completes(text, above.text)):
        return True
    bracketed = text[0] in "（(〔" and text[-1] in "）)〕"
    aside = bracketed or text.startswith(("—", "――", "--"))
    return aside or bool(_DATE.fullmatch(text) or _BYLINE.search(text))


def _completes(text: str, above: str) -> bool:
    """Whether a line goes on with a title that so far only names whose it is."""
    return text[0] not in "—―-（(" and bool(_KIND.search(text)) and not _KIND.search(above)


def _marked(text: str) -> bool:
    return line_mark(text + "。", 0, 0) is not None


def _closed(lines: list[Paragraph]) -> tuple[list[Paragraph], list[Part]]:
    """Signature and date parted from the end; nothing without a date, for only that is unmistakable."""
    if len(lines) < 2 or not (_DATE.fullmatch(lines[-1].text) or is_date(lines[-1].text)):
        return lines, []
    closing = [Part("date", lines[-1].text)]
    rest = lines[:-1]
    while len(closing) < 4 and len(rest) > 1 and is_signature(rest[-1]):
        closing.insert(0, Part("signature", rest[-1].text))
        rest = rest[:-1]
    return rest, closing


def is_signature(line: Paragraph) -> bool:
    """Whether a line right above a date may be a signature: short, no sentence, no heading's mark."""
    text = line.text
    plain = not line.level and text[-1] not in _ENDED + "." and not re.search(r"[。；！？【】]", text)
    return len(text) <= _BELOW and plain and not _marked(text)


def names_body(text: str) -> bool:
    """Whether a line ends as the name of a body does: 局, 党组, 办公室."""
    return bool(_BYLINE.search(text))


def _body(lines: list[Paragraph]) -> Iterator[Part]:
    heads, tabled = _heads(lines), rows([line.text for line in lines])
    for place, line in enumerate(lines):
        if place in tabled:
            yield Part("row", line.text)
        elif place == 0 and _is_addressee(line.text):
            yield Part("addressee", line.text)
        else:
            yield Part("body", line.text, *heads.get(place, (0, 0)))


def _is_addressee(text: str) -> bool:
    return (
        text[-1] in "：:" and len(text) <= _ADDRESSED and not _marked(text) and not _STATES.search(text[:-1])
    )


def _heads(lines: list[Paragraph]) -> dict[int, tuple[int, int]]:
    """Place of a line -> rank and length of the heading it begins with."""
    starts: list[int] = []
    at = 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 1
    levels = tuple((start, line.level) for start, line in zip(starts, lines, strict=True) if line.level)
    place_of = {start: place for place, start in enumerate(starts)}
    heads = {place_of[start]: (min(level, 4), len(lines[place_of[start]].text)) for start, level in levels}
    text = "\n".join(line.text for line in lines)
    for section in outline(Clean(text, (), levels)):
        place = place_of.get(section.span.start)
        if place is not None and 1 <= section.level <= 4 and section.mark:
            upto = lines[place].text[: section.body.start - section.span.start]
            head = len(upto.rstrip()) if section.heading else 0
            if head:
                heads[place] = (section.level, head)
    return heads

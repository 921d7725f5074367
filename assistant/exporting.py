"""A text with its sources -> a file to hand in: .docx by GB/T 9704-2012, Markdown or plain text.

What is still open (blanks, findings, a text nobody checked) comes back as cautions: a file that has
some is never told as clean.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from assistant.delivering import is_folder, write_whole
from assistant.inking import BLANK, fit
from assistant.laying import Part, lay, title_of
from assistant.markdown import markdown
from assistant.quoting import curled
from assistant.reviewing import Review, review
from assistant.signing import dated, is_date
from assistant.slips import Slip, shown
from assistant.standard import Language, language_of
from assistant.telling import tell
from assistant.types import Fact, Finding, Sentence
from assistant.typesetting import typeset
from index.errors import ShelfError
from index.types import Hit, Paragraph

FORMATS: Final = (".docx", ".md", ".txt")
NAME: Final = 60
"""Characters of the longest file name, its suffix aside; 60 Chinese ones are 180 bytes."""
_OPEN: Final = (
    "leaked",
    "unsupported",
    "misplaced",
    "conflict",
    "contact",
    "formulation",
    "derived",
    "wording",
)
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caution:
    """Something the writer is to know before the file goes out; ``assistant.telling`` tells it."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """What is to be exported."""

    lines: tuple[Paragraph, ...]
    title: str | None = None
    """Empty for none; None to look for it in the first lines."""
    sentences: tuple[Sentence, ...] = ()
    facts: tuple[Fact, ...] = ()
    hits: tuple[Hit, ...] = ()
    findings: tuple[Finding, ...] = ()
    slips: tuple[Slip, ...] = ()
    """What proof-reading found."""
    checked: bool = True
    """False when no facts were given to check it against."""
    complete: bool = True
    """False when a model's reply was cut off."""
    name: str = ""
    """What the file is called where no title is found."""

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Form:
    """How a copy is to look."""

    review: bool = False
    """With the appendix of sources and findings."""
    signature: str = ""
    date: str = ""
    """Written as 2024年12月20日 where it is one that can be read, else as it is."""


CLEAN: Final = Form()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file's name and bytes, and what to know before it goes out."""

    name: str
    data: bytes
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written."""

    path: Path
    cautions: tuple[Caution, ...]


def render(copy: Copy, suffix: str, form: Form = CLEAN) -> Rendered:
    """A copy as a file's bytes.

    Args:
        copy: The text with its sources.
        suffix: ``.docx``, ``.md`` or ``.txt``.
        form: How it is to look.

    Raises:
        ShelfError: ``export_format``, or ``export_empty`` for a text without words.
    """
    if suffix.lower() not in FORMATS:
        raise ShelfError("export_format", suffix=suffix or "?", formats=" ".join(FORMATS))
    if not copy.text.strip():
        raise ShelfError("export_empty")
    language = language_of(copy.text)
    title = copy.title if copy.title is not None else title_of(copy.lines)
    parts = lay(copy.lines, copy.title, form.signature, dated(form.date, language))
    if suffix.lower() == ".docx" and language == "zh":
        parts = tuple(replace(part, text=curled(part.text)) for part in parts)
    appendix = _appendix(copy, language) if form.review else None
    data = _bytes(suffix.lower(), parts, title, appendix, language)
    name = file_name(title or copy.name) + (tell("review_suffix", (), language) if form.review else "")
    return Rendered(name + suffix.lower(), data, (*cautions(copy, suffix.lower()), *_unread(form.date)))


def export(copy: Copy, to: Path, form: Form = CLEAN, overwrite: bool = False) -> Exported:
    """Write a copy to a file; into a folder under its title's name, as .docx.

    The file appears whole or not at all.

    Raises:
        ShelfError: ``export_exists`` unless ``overwrite``, those of ``write_whole`` and of ``render``.
    """
    into_folder = is_folder(to)
    rendered = render(copy, ".docx" if into_folder else to.suffix, form)
    path = to / rendered.name if into_folder else to
    write_whole(path, rendered.data, overwrite)
    return Exported(path, rendered.cautions)


def cautions(copy: Copy, suffix: str = ".docx") -> tuple[Caution, ...]:
    """What is still open in a copy; empty only for a text that was checked and has nothing open."""
    found = []
    if blanks := len(BLANK.findall(copy.text)):
        code = "caution_blanks" if suffix == ".docx" else "caution_blanks_unmarked"  # only Word has colours
        found.append(Caution(code, (("count", str(blanks)),)))
    kinds = Counter(finding.kind for finding in copy.findings)
    found += [
        Caution(f"caution_{kind}", (("count", str(kinds[kind])), ("first", _first(copy.findings, kind))))
        for kind in _OPEN
        if kinds[kind]
    ]
    if kinds["unused"]:
        found.append(Caution("caution_unused", (("count", str(kinds["unused"])),)))
    if copy.slips:
        values = (("count", str(len(copy.slips))), ("first", shown(copy.text, copy.slips[0])[0][:30]))
        found.append(Caution("caution_form", values))
    if not copy.complete:
        found.append(Caution("caution_cut"))
    if not copy.checked:
        found.append(Caution("caution_unchecked"))
    return tuple(found)


def _unread(date: str) -> tuple[Caution, ...]:
    """A caution for a date that cannot be read."""
    plain = date.strip()
    return (Caution("caution_date", (("date", plain[:30]),)),) if plain and not is_date(plain) else ()


def file_name(title: str) -> str:
    """A title as a file name that every system takes; 草稿 where nothing is left of it.

    >>> file_name("关于A/B两项工作的报告："), file_name("../../etc"), file_name(" . ")
    ('关于A B两项工作的报告：', 'etc', '草稿')
    """
    plain = "".join(" " if unicodedata.category(mark)[0] in "CZ" else mark for mark in title)
    plain = re.sub(r'[<>:"/\\|?*\s]+', " ", plain).strip(" .")[:NAME].strip(" .")
    if not plain:
        return "草稿"
    return f"{plain}_" if _RESERVED.fullmatch(plain.split(".")[0]) else plain


def _first(findings: Sequence[Finding], kind: str) -> str:
    text = next(finding.text for finding in findings if finding.kind == kind)
    return text if len(text) <= 30 else text[:29] + "…"


def _appendix(copy: Copy, language: Language) -> Review:
    return review(copy.text, copy.sentences, copy.facts, copy.hits, copy.findings, language)


def _bytes(
    suffix: str, parts: Sequence[Part], title: str, appendix: Review | None, language: Language
) -> bytes:
    if suffix == ".docx":
        return typeset(parts, language, title, appendix)
    lines = markdown(parts, appendix) if suffix == ".md" else _plain(parts, appendix)
    return ("\n".join(fit(line) for line in lines) + "\n").encode("utf-8", "replace")


def _plain(parts: Sequence[Part], appendix: Review | None) -> Iterator[str]:
    yield from (part.text for part in parts)
    if appendix is None:
        return
    yield from ("", appendix.heading, *appendix.notes)
    for row in appendix.rows:
        yield ""
        for column, cell in zip(appendix.columns, row.cells, strict=True):
            yield f"{column}：{'；'.join(cell.splitlines())}"

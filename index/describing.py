"""Clean text -> its title, kind (文种), year, era, viewpoint and organisation, as far as it says them."""

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from index.bodies import organisation
from index.eras import era
from index.headings import title_end
from index.kinds import kind_of, kind_said
from index.marks import line_mark
from index.sentences import clauses
from index.signatures import looks_back, year_told
from index.types import Clean, Section, Span
from index.viewpoints import viewpoint
from index.years import year_in, year_named_most, year_of_dates, year_of_headings

GRAMMAR: Final = 2
"""Counts up when descriptions come out otherwise: what an older one described is described anew."""
_EMPTY_NAME: Final = re.compile(
    r"(?i:microsoft|new|untitled|unnamed|copy|of|final|draft|scan|scanned|image|img|picture|screenshot|document|file"
    r"|text|page|download|export|output|tmp|temp|docx?|pdf|txt|wps|report|sample|version)(?=[\W\d_]|$)"
    r"|新建|未命名|无标题|副本|复制|拷贝|扫描件?|微信|图片|截图|下载|导出|打印|文本|文档|文件|文稿|稿件|文章"
    r"|终稿|定稿|初稿|草稿|修改稿?|最终版?|新版|附件|材料|范文|模板|第[一二三四五六七八九十\d]+[稿版页篇]"
    r"|Word|[0-9a-fA-F]{6,}(?![a-zA-Z])|(?<![a-zA-Z])(?=[a-zA-Z]*\d)[A-Za-z\d]{6,}",
)
"""Words of a file's name that say nothing of what is in it: 新建文档, IMG_2023, a hash."""
_LABEL: Final = re.compile(
    r"【[^】]*】|附件\s?\d*[:：]?$|.*〔\d{4}〕.*号$|\S*文件$|目\s*录$|(?:机密|秘密|绝密|内部)\S{0,8}$|[\W\d_]+$"
)
"""Lines above a title: 【典型案例】, 附件1, a document's number."""
_DASHES: Final = ("——", "－－", "--", "—")
"""How a subtitle begins."""
_TOP: Final = 8
"""Lines from the top in which a title may stand."""
_WORDS: Final = 30
"""Characters of the first words that stand for a title."""


@dataclass(frozen=True, slots=True)
class Description:
    """What a report is: guessed from its words, for the writer to correct."""

    title: str
    """Its title line or lines; else its file's name where that says something; else its first words."""
    kind: str
    """文种, empty when unknown."""
    year: int | None
    """The year it reports on, None when unknown."""
    era: str = ""
    viewpoint: str = ""
    organisation: str = ""


def describe(clean: Clean, sections: tuple[Section, ...], file_name: str) -> Description:
    """Say what a text is.

    Args:
        clean: The text.
        sections: Its outline; the title stands in the untitled opening.
        file_name: The file's name, used where the text has no title.
    """
    title = _title(clean.text, sections)
    name = _told(PurePath(file_name.replace("\\", "/")).stem)
    body = clean.text[:1500]
    tops = [line.of(clean.text) for line in _first_lines(clean.text)]
    under = next((top.strip().lstrip("—－- ") for top in tops if top.strip().startswith(_DASHES)), "")
    kind = kind_of(title) or kind_of(under) or kind_of(name) or kind_said(body)
    told, headed = year_told(clean.text, kind), year_of_headings(sections, kind)
    year = year_in(title) or year_in(name) or (headed or told if looks_back(kind) or not told else told)
    year = year or headed or year_of_dates(tops) or year_named_most(clean.text, kind)
    text = f"{title}\n{clean.text}"
    return Description(
        title or name or _first_words(clean.text) or file_name, kind, year, era(text, year),
        viewpoint(clean.text, title or name, kind), organisation(clean.text, title, name, kind),
    )  # fmt: skip


def _told(name: str) -> str:
    """What a file's name says: 03_审计局总结 -> 审计局总结; nothing for 1d2e19b65b4abc49 or 新建文档(1)."""
    plain = re.sub(r"^\d{1,4}[_\-. ]+|_+", " ", name).strip()
    words = _EMPTY_NAME.sub(" ", plain)
    chinese = re.search(r"[\u3400-\u9fff]{2}", words)
    return plain if chinese or re.search(r"(?<![\w])[A-Za-z]{4,}(?![\w])", words) else ""


def _title(text: str, sections: tuple[Section, ...]) -> str:
    lines = [line for line in _first_lines(text) if not _LABEL.match(line.of(text).strip())]
    heads = {section.span.start for section in sections if section.mark}
    heads |= {section.span.start for section in sections if section.heading and len(lines) < 2}
    marked = {place for place, line in enumerate(lines) if line.start in heads}
    count = title_end(lines, text, marked)
    parts = [_unspaced(line.of(text).strip().lstrip("# ")) for line in lines[:count]]
    space = " " if all(part.isascii() for part in parts) else ""
    return space.join(parts)


def _first_lines(text: str) -> list[Span]:
    lines: list[Span] = []
    start = 0
    for line in text.split("\n", _TOP)[:_TOP]:
        if line.strip():
            lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    return lines


def _first_words(text: str) -> str:
    """The first heading or the first clauses of a text, labels and addresses passed over."""
    for line in _first_lines(text):
        words = line.of(text).strip()
        if _LABEL.match(words) or words[-1] in "：:":
            continue
        mark = line_mark(words, 0, 0)
        words = words[mark.end :] if mark is not None and mark.level < 5 else words
        ends = [span.end for span in clauses(words) if span.end <= _WORDS]
        begun = words[: ends[-1]] if ends else words[:_WORDS]
        said = begun.rstrip("，；：。、,;:. ")
        return said if len(begun) == len(words) else f"{said}…"
    return ""


def _unspaced(title: str) -> str:
    """政 府 工 作 报 告 -> 政府工作报告."""
    if re.fullmatch(r"\S(?:[ \u3000]+\S)+", title) and not title.isascii():
        return re.sub(r"[ \u3000]+", "", title)
    return title

"""Clean text -> its title, kind (文种) and year, as far as the text says them."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from index.headings import title_end
from index.marks import line_mark
from index.sentences import clauses
from index.types import Clean, Section, Span

_ENDINGS: Final[tuple[tuple[str, str], ...]] = (
    ("讲话", r"(?:讲话|致辞|致词|发言|演讲|贺信|讲话精神)$"),
    ("决议", r"决议$"),
    ("决定", r"决定$"),
    ("通知", r"(?:通知|通告|公告)$"),
    ("意见", r"(?:意见|措施)$"),
    ("制度办法", r"(?:办法|规定|条例|规则|细则|制度|准则|规程)$"),
    ("实施方案", r"方案$"),
    ("工作计划", r"(?:计划|要点|工作安排|打算|思路|规划)$"),
)
_TOPICS: Final[tuple[tuple[str, str], ...]] = (
    ("政府工作报告", r"政府工作(?:的)?报告"),
    ("述责述廉", r"述责.{0,3}述廉"),
    ("述职述廉", r"述职.{0,6}述廉|述廉.{0,3}述职"),
    ("述职报告", r"述职"),
    ("民主生活会", r"民主生活会|组织生活会|对照检查|检视剖析"),
    ("主题教育", r"主题教育"),
    ("整改报告", r"整改"),
    ("巡视巡察", r"巡[视察]"),
    ("党风廉政", r"党风廉政|全面从严治党|廉政建设|反腐倡廉|清廉|纪律作风|纪检监察"),
    ("意识形态", r"意识形态"),
    ("党建工作总结", r"党建|党的建设|党支部|机关党委|基层党组织"),
    ("调研报告", r"调研|调查报告"),
    ("工作总结", r"总结"),
    ("情况汇报", r"汇报|情况|通报|说明"),
    ("annual report", r"(?i)\bannual\b.*\b(?:report|review)\b"),
    ("work plan", r"(?i)\bplan\b"),
    ("work report", r"(?i)\breport\b"),
    ("工作报告", r"报告|党代会"),
)
_TRAILERS: Final = re.compile(
    r"(?:[（(【][^（()）】]{0,24}[）)】]|[一二三四五六七八九十\d]{1,3}|稿|提纲|材料|范文|模板)+$"
)
_GOVERNMENT: Final = re.compile(
    r"代表.{0,20}(?:政府|国务院|行署|公署).{0,16}(?:报告.{0,4}工作|作.{0,6}工作报告)|政府工作报告"
)
_AND_PLAN: Final = re.compile(r"(总结|回顾|汇报|报告)[及和暨与].*(?:计划|打算|安排|思路|要点|重点)$")
"""工作总结及明年工作计划 is a 工作总结."""
_WIDE: Final = frozenset(("", "情况汇报", "工作总结", "工作报告"))
"""Kinds that say no topic; the topic the text keeps naming says more."""
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
_TOP: Final = 8
"""Lines from the top in which a title may stand."""
_WORDS: Final = 30
"""Characters of the first words that stand for a title."""
_YEAR: Final = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?=[–-]\d\d(?!\d)|\s*(?:年|[01]\d[0-3]\d(?!\d)|\-\d{4}年|－|—|$|\s|[A-Za-z(（)）度上下]))"
)
_CN_YEAR: Final = re.compile(r"([二一][〇零○Ｏ0０九OО][〇零○Ｏ0０一二三四五六七八九OО]{2})年")
_CN_DIGITS: Final = str.maketrans("〇零○ＯOО0０一二三四五六七八九", "00000000123456789")


@dataclass(frozen=True, slots=True)
class Description:
    """What a report is: guessed from its words, for the writer to correct."""

    title: str
    """Its title line or lines; else its file's name where that says something; else its first words."""
    kind: str
    """文种, empty when unknown."""
    year: int | None
    """The year it reports on, None when unknown."""


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
    kind = kind_of(title) or kind_of(name) or _kind_in(body)
    year = _year(title) or _year(name) or _year_of_headings(sections, kind) or _majority(clean.text)
    return Description(title or name or _first_words(clean.text) or file_name, kind, year)


def kind_of(title: str) -> str:
    """The kind a title names: by its last word where that is a genre, else by its topic.

    >>> kind_of("关于2023年度党风廉政建设工作情况的汇报"), kind_of("在全市安全生产工作会议上的讲话")
    ('党风廉政', '讲话')
    """
    words = re.sub(r"\s+(?=[^A-Za-z])", "", title)
    words = _TRAILERS.sub("", words)
    words = _AND_PLAN.sub(r"\1", words)
    for kind, pattern in (*_ENDINGS, *_TOPICS):
        if re.search(pattern, words):
            return kind
    return ""


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


def _kind_in(body: str) -> str:
    """The kind the opening says: 现将…工作情况汇报如下, 我代表…人民政府."""
    if _GOVERNMENT.search(body, 0, 200):
        return "政府工作报告"
    said = re.search(r"(?:现将|现就)([^。]{2,60}?)(?:汇报|报告|总结|述职)?(?:汇报|报告|总结|说明)?如下", body)
    kind = kind_of(said.group(0).removesuffix("如下")) or "情况汇报" if said else ""
    if kind not in _WIDE:
        return kind
    for topic, words in (("党风廉政", ("党风廉政", "全面从严治党")), ("党建工作总结", ("党建工作",))):
        if sum(body.count(word) for word in words) >= 3:
            return topic
    return kind


def _year(words: str) -> int | None:
    found = _YEAR.search(words)
    if found:
        return int(found.group(1))
    chinese = _CN_YEAR.search(words)
    if chinese:
        year = int(chinese.group(1).translate(_CN_DIGITS))
        return year if 1900 <= year < 2100 else None
    return None


def _year_of_headings(sections: tuple[Section, ...], kind: str) -> int | None:
    """The year the headings look back on; a government report bears the year after, in which it is given."""
    for section in sections:
        year = _year(section.heading)
        if year and section.role in ("work", "next") and section.level <= 2:
            if kind == "政府工作报告":
                return year if section.role == "next" else year + 1
            return year - 1 if section.role == "next" else year
    return None


def _majority(text: str) -> int | None:
    """The year named most often, years of aims (到2035年) left out; the earlier one of a tie."""
    found = re.findall(r"(?<![\d到至—－~-])((?:19|20)\d{2})年", text) or (
        re.findall(r"(?<![\d/.-])(20\d{2})(?![\d/.-])", text) if text.isascii() else []
    )
    years = Counter(int(year) for year in found)
    if not years:
        return None
    most = max(years.values())
    return min(year for year, count in years.items() if count == most)

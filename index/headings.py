"""Lines -> headings: what of a marked line is heading, and which unmarked lines are headings or title.

A heading run into its text ends at its 。 or ：. Where the words after the mark are the sentence itself
(一是围绕…，组织…), there is no heading and the body begins right after the mark.
"""

import re
from typing import Final

from index.sentences import clauses, sentences
from index.types import Span

_LONG_HEADING: Final = 60
"""Characters; a longer line is text whatever mark it begins with."""
_RUN_IN: Final = {1: 50, 2: 50, 3: 40, 4: 40, 5: 36}
"""Level -> the longest first sentence that is still a heading run into its text."""
_CLAUSE: Final = 30
_ITEM: Final = 16
"""The longest item of level 5 (一是抓学习。) that is all heading."""
_GAP: Final = re.compile(r"(?<=[^\x00-\x7f])[ \t\u3000]+(?=[^\s\d]|(?:19|20)\d\d ?年)")
"""Blanks after a Chinese heading whose line break was lost."""
_GAPPED: Final = 40
"""Characters of a first sentence from which one blank near its beginning stands for a lost line break."""
_STOP: Final = re.compile(r"[。！？!?；;：:，,]")
_QUOTED: Final = re.compile(r"“[^”]*”")
_STOPS: Final = "。！？!?；;：:，,、. \u3000"
_FACT: Final = re.compile(
    r"[\d多几【】xX×]+\s?[余多万亿]{0,2}(?:[个次人篇份项件家场期名条起套台批轮户]|公里|元|%|％)"
    r"|【】|(?<![为除])了(?![解结望断])|已经|目前|截至|截止"
)
_PAIRS: Final = ("“”", "《》", "（）", "()", "【】", "‘’", "「」")

_ADDRESS: Final = re.compile(
    r"(?:尊敬的|各位|同志们|女士们|先生们|朋友们|代表们|Dear\b|Ladies\b).*|.*(?:同志|代表|委员|市长|区长|县长|书记|主任|局长)$"
)
_VERB_IN_ENGLISH: Final = re.compile(
    r"^(?:We|They|It|I|You|This|These|There)\b|\b(?:is|are|was|were|has|have|had|will|shall|must|can)\b"
)


def split_heading(rest: str, level: int, *, more: bool, alone: bool = True) -> tuple[str, int]:
    """Part the words after a mark into heading and text.

    Args:
        rest: What stands after the mark, to the line's end or the next mark in the line.
        level: The mark's level, 1 to 5.
        more: Whether text or subsections follow under this heading beyond ``rest``.
        alone: Whether a line with nothing under it may be a heading; in a list of items none is.

    Returns:
        The heading without its closing stop, and the offset in ``rest`` at which the body begins:
        0 when the heading is part of the first sentence, ``len(rest)`` when ``rest`` is all heading.
    """
    first = _first_stop(rest)
    whole = not rest[first:].strip()
    head = rest[:first].strip(_STOPS)
    if not head:
        return "", 0
    bare = rest.rstrip()[-1:] not in "。！？!?；;，,"
    if whole and len(head) <= _LONG_HEADING and balanced(head) and (more or (bare and alone)):
        return head, len(rest)
    if (
        whole
        and level == 5
        and len(head) <= _ITEM
        and "，" not in head
        and _heads(head, rest[first - 1], level)
    ):
        return head, len(rest)
    if not whole and (rest[first - 1].isspace() or _heads(head, rest[first - 1], level)):
        return head, first
    return "", 0


def _first_stop(rest: str) -> int:
    """Offset after the first sentence, or after an earlier ： or gap that closes a short heading."""
    spans = sentences(rest[:2000])
    end = spans[0].end if spans else len(rest)
    gap = _GAP.search(rest, 2, min(end, _CLAUSE + 2))
    if gap and (len(gap.group()) > 1 or end > _GAPPED) and not _STOP.search(rest, 0, gap.start()):
        return gap.end()
    for colon in clauses(rest[: min(end, 40)]):
        if rest[colon.end - 1] in "：:" and "，" not in rest[: colon.end]:
            return colon.end
    return end


def _heads(head: str, stop: str, level: int) -> bool:
    """Whether a first sentence with more text behind it is a heading run in."""
    if len(head) > _RUN_IN[level] or not balanced(head) or stop not in "。！!？?：:.":
        return False
    if level >= 3 and _FACT.search(_QUOTED.sub("", head)):
        return False
    commas = head.count("，") + head.count(",")
    if head.isascii():
        return len(head) <= 60 and commas == 0 and not _VERB_IN_ENGLISH.search(head)
    if level == 5 and commas:
        return commas == 1 and len(head) <= _CLAUSE
    return commas <= 3


def balanced(text: str) -> bool:
    """Whether every bracket and quote of ``text`` is closed."""
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)


def title_end(lines: list[Span], text: str, marked: set[int]) -> int:
    """How many lines from the top are the title: 0 to 3.

    A title may be broken over lines: a unit's name, 关于…的, then 报告.

    Args:
        lines: Spans of the lines.
        text: The text they lie in.
        marked: Places of the lines that begin with a mark.
    """
    if len(lines) < 2 or 0 in marked or not _may_title(lines[0].of(text)):
        return 0
    for count in range(1, min(_TITLE_LINES, len(lines) - 1) + 1):
        words = re.sub(r"\s", "", lines[count - 1].of(text))
        if count - 1 in marked or not _may_title(words):
            break
        if _KIND_END.search(words):
            return count if count == 1 or _breaks(lines[0].of(text).strip(), words) else 1
    return 1


def _breaks(first: str, last: str) -> bool:
    """Whether a title's first line goes on in the last one, which names the kind of report."""
    if first.startswith(("关于", "在")) or _BROKEN.search(first):
        return True
    return bool(_GENRE.search(last)) and len(last) <= _LONG_HEADING and not _PART.fullmatch(last)


_KIND_END: Final = re.compile(
    r"(?:总结|汇报|报告|情况|要点|计划|方案|讲话|发言|材料|意见|通知|措施|清单|安排|思路|打算)"
    r"(?:[（(].*[）)])?$|^[\x00-\x7f]*(?i:report|review)[\x00-\x7f]*$"
)


_TITLE_LINES: Final = 3
_BROKEN: Final = re.compile(r"(?:[的和暨及、]|年度?|关于.*)$")
_GENRE: Final = re.compile(
    r"(?:总结|汇报|报告|计划|方案|讲话|发言|材料|通知|思路|打算|要点|规划)(?:[（(].*[）)])?$"
    r"|^[\x00-\x7f]*(?i:report|review)[\x00-\x7f]*$"
)


_PART: Final = re.compile(
    r"(?:过去一年|[\d○〇一二三四五六七八九零]{4}年)?(?:的)?(?:主要|重点|政府)?工作(?:回顾|安排|打算|总结回顾)|前言|引言|概述|目录|目次|摘要|基本(?:案情|情况)|主要内容"
)
"""First lines that head a part, not the report."""


def _may_title(line: str) -> bool:
    text = line.strip()
    if not 2 <= len(text) <= 80 or text[-1] in "。；;：:，,、！!…" or (text[-1] == "." and " " in text):
        return False
    return not (_ADDRESS.match(text) or _PART.fullmatch(text)) and "。" not in text

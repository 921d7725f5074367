"""A text -> the pieces that say one thing: whole short sentences, long ones parted at their joints."""

import re
from collections.abc import Iterator

from index.governing import governor
from index.sentences import clauses, sentences
from index.types import Span

LONG = 48
"""Characters from which a sentence is parted."""
LEAST = 3
"""Letters and digits without which a piece says nothing."""
LEAD = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．]|(?:第)?[一二三四五六七八九十]+是"
    r"|其[一二三四五]|[①-⑳])[，、：:]?\s*"
)
JOINTS = "；;：:。！？!?"
ENDS = "，；：。、,;: \u3000\n"


def parts(text: str) -> Iterator[Span]:
    """The pieces of a text in order, without their enumerators and end marks.

    >>> text = "一是抓学习。二是压实责任，逐项分解任务。"
    >>> [span.of(text) for span in parts(text)]
    ['抓学习', '压实责任，逐项分解任务']
    """
    for sentence in sentences(text):
        if len(sentence) <= LONG:
            yield from _trimmed(text, sentence)
            continue
        start = None
        for span in clauses(sentence.of(text)):
            here = Span(sentence.start + span.start, sentence.start + span.end)
            start = here.start if start is None else start
            if here.of(text)[-1:] in JOINTS or here.end - start >= LONG // 2:
                yield from _trimmed(text, Span(start, here.end))
                start = None
        if start is not None:
            yield from _trimmed(text, Span(start, sentence.end))


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    words = span.of(text)
    lead = LEAD.match(words)
    start = span.start + (lead.end() if lead else 0)
    end = span.start + len(words.rstrip(ENDS))
    if sum(map(str.isalnum, text[start:end])) >= LEAST:
        yield Span(start, end)


def around(text: str, inside: Span) -> Span:
    """The piece around a word: its clause, without companions that have verbs of their own.

    >>> text = "教育干部增强“四个意识”、坚定“四个自信”，勇于担当。"
    >>> around(text, Span(7, 11)).of(text)
    '教育干部增强“四个意识”'
    """
    clause = next((s for s in clauses(text) if s.start <= inside.start < s.end), inside)
    end = clause.start + len(clause.of(text).rstrip(ENDS))
    verb = governor(text, inside)
    start = text.rfind("、", clause.start, min(inside.start, verb.span.start if verb else inside.start)) + 1
    stop = text.find("、", inside.end, end)
    if stop >= 0 and text[inside.end : stop].strip("”’》") == "":
        end = stop
    lead = LEAD.match(text, max(start, clause.start), end)
    return Span(lead.end() if lead else max(start, clause.start), max(end, inside.end))

"""Visible blanks of a draft -> what is still asked for; an answer fills every place that asks for the same.

Blanks are one only where they mean the same: a label that says what is wanted (参加人数) means the same
everywhere; one that names a mere kind (数字, 依据) does where the same words stand around it.

filled(t, b, v): t outside ``b.spans`` is as it was, and each of them holds v
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.enumerating import enumerated
from assistant.telling import tell
from index.errors import ShelfError
from index.expressions import expressions
from index.sentences import clauses, sentences
from index.types import Span

_BLANK: Final = re.compile(
    r"【(?:待补充|待填写|待补|TO BE FILLED)[：:]?(?P<asked>[^【】\n]*)】", re.IGNORECASE
)
_KINDS: Final = (
    "count range ratio points percent money date period ordinal meeting title docno article organisation "
    "person place contact slogan blank words"
)
_OTHER: Final = (
    "数 数量 数据 人数 次数 场次 人名 人员 姓名 职务 日期 时间 时期 届次 文件 文件名称 单位名称 部门 "
    "地名 荣誉 口号 空 名称 事项 具体内容 内容 情况 成效 依据 来源"
)
"""Labels beside those of ``blank_*`` that name a kind and not a matter."""
_BEFORE: Final = 4
_BEHIND: Final = 2
"""Characters around a blank that tell which of a kind is wanted."""
_LONGEST: Final = 500
"""Characters of an answer."""
_TELLING: Final = 4
"""Characters that tell what a figure is about."""
_MARKS: Final = "，、；。,; \n\u3000"
_DOUBLED: Final = re.compile(r"[，、；]{2,}")
_ORDINAL: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}要|第[一二三四五六七八九十]{1,3}[，、：]|[(（]\d{1,2}[)）])"
)


@dataclass(frozen=True, slots=True)
class Blank:
    """Something a draft still asks for, and every place that asks for the same."""

    words: str
    """As it stands: 【待补充：参加人数】."""
    asked: str
    """What is to be filled in: 参加人数; may be empty."""
    spans: tuple[Span, ...]
    sentence: str
    """The first sentence it stands in."""
    clause: str
    """The clause of it."""
    place: tuple[int, int] = (0, 0)
    """Where it begins in ``sentence`` and in ``clause``."""


def blanks(text: str) -> tuple[Blank, ...]:
    """What a text still asks for, in the order of first places.

    >>> [(one.clause, len(one.spans)) for one in blanks("讲座【待补充：数字】场，资料【待补充：数字】份。")]
    [('讲座【待补充：数字】场，', 1), ('资料【待补充：数字】份。', 1)]
    """
    whole = sentences(text)
    found: dict[tuple[str, ...], Blank] = {}
    for match in _BLANK.finditer(text):
        one = _blank(text, match, whole)
        same = found.get(key := _meaning(one))
        spans = (same.spans if same else ()) + one.spans
        first = same or one
        found[key] = Blank(first.words, first.asked, spans, first.sentence, first.clause, first.place)
    return tuple(found.values())


def _blank(text: str, match: re.Match[str], whole: Sequence[Span]) -> Blank:
    at = match.start()
    within = next((one for one in whole if one.start <= at < one.end), Span(*match.span()))
    parts = [Span(one.start + within.start, one.end + within.start) for one in clauses(within.of(text))]
    part = next((one for one in parts if one.start <= at < one.end), within)
    sentence, clause = within.of(text), part.of(text)
    place = (at - within.start - _lead(sentence), at - part.start - _lead(clause))
    asked = match["asked"].strip()
    return Blank(match[0], asked, (Span(*match.span()),), sentence.strip(), clause.strip(), place)


def _lead(text: str) -> int:
    return len(text) - len(text.lstrip())


def _meaning(one: Blank) -> tuple[str, ...]:
    """Equal for blanks that ask for the same thing."""
    if one.asked.casefold() not in _kinds():
        return (one.words, one.asked)
    at = one.place[1]
    before = one.clause[:at].strip(_MARKS)[-_BEFORE:]
    behind = one.clause[at + len(one.words) :].strip(_MARKS)[:_BEHIND]
    own = "" if len(before) >= _BEHIND and behind else str(one.spans[0].start)
    return (one.words, before, behind, own)


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    """Labels that only name a kind of thing."""
    told = {tell(f"blank_{kind}", (), language) for kind in _KINDS.split() for language in ("zh", "en")}
    return frozenset(label.casefold() for label in told | {*_OTHER.split(), ""})


def filled(text: str, blank: Blank, answer: str) -> str:
    """The text with an answer in every place of a blank; all else as it was.

    Raises:
        ShelfError: ``answer_empty``, ``answer_long``, ``answer_blank``, ``blank_gone``.
    """
    plain = " ".join(answer.split())
    if not plain:
        raise ShelfError("answer_empty")
    if len(plain) > _LONGEST:
        raise ShelfError("answer_long", most=_LONGEST)
    if _BLANK.search(plain):
        raise ShelfError("answer_blank")
    if not blank.spans or any(span.of(text) != blank.words for span in blank.spans):
        raise ShelfError("blank_gone", words=blank.words)
    for span in sorted(blank.spans, reverse=True):
        text = text[: span.start] + plain + text[span.end :]
    return text


def noted(notes: str, blank: Blank, answer: str) -> str:
    """The writer's notes with the answer as one more fact, worded so that it is understood by itself.

    86人 alone says nothing, 86人参加 does; where a clause asks for nothing but the blank, a short
    answer takes the whole sentence with it. What only orders the text (七是, （一）, 1.) is no part of a
    fact, nor is a clause that still asks for something else, nor one with a particular that the notes do
    not have: the writer vouched for the answer only.
    """
    plain = " ".join(answer.split())
    clause = _stretch(blank)
    around = _BLANK.sub("", clause).strip(_MARKS)
    fact = clause.replace(blank.words, plain)
    known = {one.key for one in expressions(notes)}
    if len(around) < _TELLING:
        fact = plain if len(plain) >= 2 * _TELLING else _sentence(blank, plain, known)
    elif not _is_known(around, known):
        fact = f"{blank.asked}：{plain}" if blank.asked else plain
    fact = " ".join(_DOUBLED.sub("，", fact).split()).strip(_MARKS)
    return f"{notes.rstrip()}\n{_unordered(fact)}".lstrip("\n")


def _stretch(blank: Blank) -> str:
    """The clause of a blank without the items of it that ask for something else."""
    at = blank.place[1]
    before, behind = blank.clause[:at], blank.clause[at + len(blank.words) :]
    if _BLANK.search(before):
        before = _BLANK.split(before)[-1].partition("、")[2]
    if _BLANK.search(behind):
        behind = _BLANK.split(behind)[0].partition("、")[0]
    return before + blank.words + behind


def _is_known(words: str, known: Collection[str]) -> bool:
    """Whether every particular of some words is one of the notes."""
    return all(one.key in known for one in expressions(words))


def _sentence(blank: Blank, plain: str, known: Collection[str]) -> str:
    """The sentence of a blank with the answer, without what asks for more or tells what no note does."""
    at, end = blank.place[0], blank.place[0] + len(blank.words)
    kept = []
    for part in clauses(blank.sentence):
        words = part.of(blank.sentence)
        if part.start <= at < part.end:
            words = blank.sentence[part.start : at] + plain + blank.sentence[end : part.end]
        own = part.start <= at < part.end
        if not _BLANK.search(words) and (own or _is_known(words, known)):
            kept.append(words)
    return "".join(kept)


def _unordered(fact: str) -> str:
    """A fact without what orders the text it was taken from."""
    plain = _ORDINAL.sub("", enumerated([fact])[0].text).strip(_MARKS)
    return plain if plain == fact or not plain else _unordered(plain)

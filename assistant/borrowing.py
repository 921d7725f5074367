"""Hits -> phrases that may be borrowed (labels, manners, aims, openers), and what only samples say.

A phrase may be borrowed when it claims nothing: it holds no expression (figure, date, name, title …), it is
short, and each of its words is either plain (坚持, 问题导向, 落到实处) or one of the writer's own. Words for
people and bodies are taken from the writer only. ``I``: no phrase holds a word from outside those two sets.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from assistant.facets import Facet, entities_in, facet_of
from assistant.stock import words
from assistant.types import Suggestion
from index.expressions import expressions
from index.masking import mask
from index.sentences import clauses, sentences
from index.types import Hit, Passage, Role, Span

Use = Literal["label", "manner", "aim", "frame", "problems", "next", "opening", "core"]
TOPIC: Final = "〈题〉"
"""Stands in a frame for the writer's own topic (坚持把〈题〉摆在突出位置)."""

LONGEST: Final = 12
"""Characters of a borrowed phrase: from 13 in a row the gate calls it copied."""
SUGGESTIONS: Final = 5
_FRAME: Final = re.compile(
    r"(?P<head>(?:始终坚持|坚持|始终|切实|牢牢|自觉)?(?:把|将)).{2,24}?"
    r"(?P<tail>(?:作为|摆在|摆上|放在|抓在|扛在|贯穿)[\u4e00-\u9fff]{2,10})"
    r"|(?P<round>(?:紧紧)?(?:围绕|聚焦|紧扣|对标)).{2,20}?(?P<goal>(?:目标任务|工作要求|工作部署|重点任务|各项要求))"
    r"|(?P<by>(?:始终坚持|坚持|始终|紧紧)?以).{2,16}?"
    r"(?P<as>为(?:工作)?(?:主线|抓手|总抓手|重要抓手|重点|工作重点|牵引|统领|着力点))"
)
_OPENS: Final = {
    "problems": re.compile(
        r"(?:.*[，与和])?(?:工作中)?(?:还|仍|依然|也)?(?:存在|有).*(?:不足|差距|问题|短板|薄弱环节).*"
    ),
    "next": re.compile(r"(?:下一步|下一阶段|下步|今后).*(?:工作|方面|重点|任务|落实)"),
}
_RUNS: Final = {
    "problems": re.compile(
        r"(?:也|仍然?|还|依然)(?:存在|面临)(?:着|的)?一些(?:的)?(?:薄弱环节|不足之处|问题|不足|差距|短板|困难)(?=[，。：；]|$)"
    ),
    "next": re.compile(
        r"(?:重点|着力|着重|主要)?(?:抓好|做好|推进|抓)(?:以下|下列)(?:几方面|几个方面)?的?(?:重点)?工作"
    ),
    "work": re.compile(
        r"(?:主要|重点|着重)?(?:做了|抓了|开展了|做好了)(?:以下|下列)(?:几方面|几个方面|几项)?的?(?:重点)?工作"
    ),
}
"""What an opener says at its core, wherever in a sentence it stands."""
_REPORTS: Final = re.compile(
    r"(?P<head>现将).{0,30}?(?P<tail>(?:工作)?(?:开展|落实)?情况(?:汇报|报告|总结|述职)如下)"
)
_OPENER: Final = 30
"""Characters of a borrowed opening sentence of shortcomings or plans."""
_LEAST: Final = 20
_SUGGESTED: Final = 90
"""Least and most characters of a suggestion: a heading run in says nothing, a long list is not read."""
_LEADING: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}是(?:要)?|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|同时，|此外，|并且?|要)"
)
_DOUBLED: Final = re.compile(r"(?=((.)\2))")
_LABEL: Final = 9
"""Characters of a borrowed label: longer ones do not read as the lead of a point."""
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff、]+")
_DANGLING: Final = re.compile(
    r"(?:[把以将的和与及在对等于]|(?<![行作])为|(?<![工动操合协])作|(?<![导方取志意走流])向|(?<![集])中"
    r"|(?<![得做达周想])到)$"
)
_PLACED: Final = re.compile(r"作为|摆[在上]|放在|抓在|扛在")
_OUTCOME: Final = re.compile(
    r"持续向好|入脑入心|提质|增效|新台阶|见效|见成效|显著|明显|进一步提升|得到|取得|形成|实现|再上|开创|全面进步|过硬|不断"
)
"""Words of an aim that would be read as a result reached."""
_CLAIMS: Final = re.compile(
    r"^推动.*化$|巩固|体系|机制|台账|成效|成果|全覆盖|格局|清零|归零|实现|建成|落地见效"
)
"""Words of a phrase that claim something built or reached."""
_TAKES_OBJECT: Final = re.compile(r"^(?:始终|坚持|切实|牢牢)?(?:把|将|以)(?!上率下)")
_COMPLETES: Final = re.compile(r"作为|摆[在上]|放在|抓在|落到|贯穿|以.{1,6}[促带推强]")
_DEEDS: Final = re.compile(
    r"召开|开展|组织|制定|制订|印发|举办|建立|成立|签订|观看|出台|修订|编制|走访|培训|排查|检查|学习|参观|发放|搭建|推行|设立"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a sample. ``facet`` is the facet of the sentence it stands in, or None."""

    text: str
    use: Use
    facet: Facet | None
    passage_id: str


def borrow(hits: Sequence[Hit], own: str) -> tuple[Phrase, ...]:
    """The phrases of the hits that claim nothing, in the order of the hits, each once.

    Args:
        hits: Passages of the shelf, best first.
        own: The writer's own words (heading and facts): a phrase may use them.
    """
    seen: set[str] = set()
    found: list[Phrase] = []
    for hit in hits:
        for phrase in _phrases(hit.passage, own):
            if phrase.text not in seen:
                seen.add(phrase.text)
                found.append(phrase)
    return tuple(found)


def suggest(hits: Sequence[Hit], own: str, groups: Sequence[Facet], role: Role) -> tuple[Suggestion, ...]:
    """Sample sentences, masked, that tell of deeds of these facets which the writer's words do not.

    For shortcomings and plans only passages of that role are looked at.
    """
    found: list[Suggestion] = []
    told = _pairs(own)
    for hit in hits:
        if role in ("problems", "next") and hit.passage.role != role:
            continue
        for span in sentences(hit.passage.text):
            text = _LEADING.sub("", span.of(hit.passage.text))
            if not _LEAST <= len(text) <= _SUGGESTED or not _tells(text, groups, role):
                continue
            pairs = _pairs(text)
            if len(pairs) < 6 or len(pairs & told) > len(pairs) * 0.4:
                continue
            told |= pairs
            found.append(Suggestion(mask(text).text, hit.passage.id))
            break
    return tuple(found[:SUGGESTIONS])


def _tells(text: str, groups: Sequence[Facet], role: Role) -> bool:
    """Whether a sentence tells of these facets: a deed, or in its own role anything."""
    return role in ("problems", "next") or (bool(_DEEDS.search(text)) and _near(facet_of(text), groups))


def _near(facet: Facet | None, groups: Sequence[Facet]) -> bool:
    """Whether a facet is one of these or of the family of one."""
    return facet is not None and any(facet.family == one.family for one in groups)


def is_licensed(text: str, own: str) -> bool:
    """Whether every word of a phrase is plain or the writer's own; entities must be the writer's own."""
    if any(entity not in own for entity in entities_in(text)):
        return False
    reached = {0}
    for start in range(len(text)):
        if start not in reached:
            continue
        if text[start] in "、，":
            reached.add(start + 1)
        reached.update(start + len(word) for word in _plain_at(text[start]) if text.startswith(word, start))
        reached.update(
            end for end in range(start + 2, min(len(text), start + 8) + 1) if text[start:end] in own
        )
    return len(text) in reached


def _phrases(passage: Passage, own: str) -> Iterator[Phrase]:
    held = [one.span for one in expressions(passage.text)]
    for sentence in sentences(passage.text):
        text = sentence.of(passage.text)
        facet = facet_of(text)
        yield from _opening(text, passage.id, own)
        for clause in clauses(text):
            whole = Span(sentence.start + clause.start, sentence.start + clause.end)
            worded, use = _usable(clause.of(text), is_sentence=len(clause) == len(sentence))
            frame = _framed(_FRAME, clause.of(text))
            if frame:
                yield Phrase(frame, "frame", facet, passage.id)
            if use and not any(_overlap(whole, one) for one in held) and is_licensed(worded, own):
                yield Phrase(worded, use, facet, passage.id)
    yield from _headed(passage, own)


def _headed(passage: Passage, own: str) -> Iterator[Phrase]:
    """Labels out of the heading a passage stands under."""
    for part in re.split(r"[，,；：:\s]", _LEADING.sub("", passage.headings[-1])) if passage.headings else ():
        worded, use = _usable(part, is_sentence=True)
        if use == "label" and not expressions(part) and is_licensed(worded, own):
            yield Phrase(worded, use, facet_of(part), passage.id)


def _opening(sentence: str, passage_id: str, own: str) -> Iterator[Phrase]:
    """The sentence if it only opens shortcomings, plans, or the report itself."""
    plain = _LEADING.sub("", sentence.strip()).rstrip("。：:")
    uses: tuple[Use, Use] = ("problems", "next")
    for use in uses:
        if len(plain) <= _OPENER and _OPENS[use].fullmatch(plain) and is_licensed(plain, own):
            yield Phrase(plain, use, None, passage_id)
    for role, run in _RUNS.items():
        core = run.search(sentence)
        if core and is_licensed(core.group(), own):
            yield Phrase(f"{role} {core.group()}", "core", None, passage_id)
    reports = _framed(_REPORTS, plain.rpartition("。")[2])
    if reports:
        yield Phrase(reports, "opening", None, passage_id)


def _usable(clause: str, *, is_sentence: bool) -> tuple[str, Use | None]:
    """A clause without its mark and its final mark, and what it can serve as."""
    text = _LEADING.sub("", clause.strip()).rstrip("，。；：、！")
    if not 4 <= len(text) <= LONGEST or not _CHINESE.fullmatch(text) or "了" in text:
        return text, None
    if (
        _DANGLING.search(text)
        or (_PLACED.search(text) and not _TAKES_OBJECT.match(text))
        or (_TAKES_OBJECT.match(text) and not _COMPLETES.search(text))
    ):
        return text, None
    if any(pair not in words("attitudes", "doubled") for pair, _ in _DOUBLED.findall(text)):
        return text, None
    names = len(text) <= _LABEL and text.startswith(words("attitudes", "label")) and not _CLAIMS.search(text)
    if is_sentence or (names and facet_of(text)):
        return text, "label" if names else None
    if _CLAIMS.search(text) or _DEEDS.search(text):
        return text, None
    if text.startswith(words("attitudes", "aim")):
        return text, None if _OUTCOME.search(text) else "aim"
    return text, "manner" if text.startswith(words("attitudes", "lead")) else None


def _framed(pattern: re.Pattern[str], clause: str) -> str:
    """A clause that says how a topic is held, its topic taken out; empty if the clause is none."""
    found = pattern.fullmatch(_LEADING.sub("", clause.strip()).rstrip("，。；：、"))
    if not found:
        return ""
    head, tail = [part for part in found.groups() if part]
    return head + TOPIC + tail if is_licensed(head, "") and is_licensed(tail, "") else ""


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=512)
def _plain_at(first: str) -> tuple[str, ...]:
    return tuple(word for word in words("attitudes", "plain") if word[0] == first)


def _pairs(text: str) -> set[str]:
    plain = re.sub(r"[^\u4e00-\u9fff]", "", text)
    return {plain[at : at + 2] for at in range(len(plain) - 1)}

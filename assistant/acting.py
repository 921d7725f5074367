"""Finding -> the text with it put right: a fact's value in its place, or a visible blank."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.enumerating import enumerated
from assistant.extracting import extract
from assistant.grounding import Place, ground, located
from assistant.telling import Language, tell
from assistant.types import Fact, Finding
from index.sentences import clauses, sentences
from index.types import Expression, Span

MOST = 3
"""Values offered for one finding."""
SHARED = 0.5
"""Share of the words of the clause with fewer of them from which two clauses are of one matter."""
BEYOND = 2
"""Characters that a finding may reach beyond its expression: 张伟同志 for 张伟."""
LONGEST = 40
"""Characters of a claim that its blank quotes."""
MARKS = "，、；：。！？,;:.!? \n\u3000"
WITHIN = re.compile("【(?:待补充[：:])?([^【】]*)】")
FIGURES = ("count", "range", "percent", "points", "money")
"""Kinds of expression that are a figure with a unit."""
OF_TEXT = (
    "leaked", "unsupported", "misplaced", "derived", "total", "contact", "malformed", "outdated", "copied",
    "unasked",
)  # fmt: skip
"""Kinds of finding that lie on words of the draft and can be turned into a blank."""

AROUND = re.compile(
    r"^(?P<before>百分之)?.*?"
    r"(?P<unit>%|％|‰|个?百分点|(?:万亿|[十百千]?[万亿])?[美欧日港]?元)?$",
    re.DOTALL,
)
"""What of a share or a sum is no figure."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A value of the writer's facts that may stand where a finding is."""

    fact: str
    """Id of the fact that states it."""
    text: str


def alternatives(text: str, finding: Finding, facts: Sequence[Fact]) -> tuple[Alternative, ...]:
    """Values of facts about the matter of the finding's clause, of its kind and unit; at most ``MOST``.

    Nothing for a finding that is no figure, date or name, nor where no fact tells of that matter.
    """
    wrong = _place(text, finding)
    if finding.kind not in OF_TEXT or wrong is None:
        return ()
    said = wrong.expression
    offered: dict[str, Alternative] = {}
    for near, fact in sorted(_near(wrong, tuple(facts)), key=lambda pair: -pair[0]):
        one = fact.expression
        if near >= SHARED and one.key != said.key and _measure(one) == _measure(said):
            offered.setdefault(one.key, Alternative(fact.fact, one.text))
    return tuple(offered.values())[:MOST]


def _near(wrong: Place, facts: tuple[Fact, ...]) -> Iterator[tuple[float, Place]]:
    """Places of the facts with an expression of that kind, with the share of words both clauses have."""
    for place in _stated(facts):
        fewer = min(len(wrong.head), len(place.head))
        if place.expression.kind == wrong.expression.kind and place.fact and fewer:
            yield len(wrong.head & place.head) / fewer, place


@lru_cache(maxsize=8)
def _stated(facts: tuple[Fact, ...]) -> tuple[Place, ...]:
    return ground(facts).places


def _place(text: str, finding: Finding) -> Place | None:
    """The expression that a finding lies on, with its clause; None where it lies on other words."""
    start = text.rfind("\n", 0, finding.span.start) + 1
    end = text.find("\n", finding.span.end)
    line = text[start : end if end >= 0 else len(text)]
    at = Span(finding.span.start - start, finding.span.end - start)
    for place in located(line, extract(line)[0]):
        span = place.expression.span
        if span.start <= at.start < span.end and at.end <= span.end + BEYOND:
            return place
    return None


def _measure(one: Expression) -> str:
    return one.unit or one.kind


def can_be_blank(finding: Finding) -> bool:
    """Whether a finding lies on words that a blank can take the place of."""
    return finding.kind in OF_TEXT and len(finding.span) > 0


def blanked(text: str, finding: Finding, language: Language) -> str:
    """The text with a visible blank in place of a finding, saying what is to be filled in.

    A figure leaves its measure word, percent sign or unit of money: 58件 -> 【待补充：数字】件. Words that
    are no particular go with their clause, so that what is left is a sentence:
    张伟同志获评优秀医师 -> 【待补充：张伟同志获评优秀医师的依据】.
    """
    place = _place(text, finding)
    kind = _kind(finding, place)
    if not kind:
        span = _clause(text, finding.span)
        return replaced(text, span, f"【待补充：{_basis(span.of(text), language)}】")
    same = place is not None and place.expression.text == finding.text
    before, unit = _around(place.expression) if place and same else ("", "")
    return replaced(text, finding.span, f"{before}【待补充：{tell(f'blank_{kind}', (), language)}】{unit}")


def _kind(finding: Finding, place: Place | None) -> str:
    """Kind of particular that a finding lies on; empty where it is a claim."""
    if finding.kind == "unasked":
        return ""
    if place is not None:
        return place.expression.kind
    if finding.kind in ("malformed", "outdated"):
        return "slogan"
    return "count" if finding.text.strip().isdecimal() else ""


def _clause(text: str, span: Span) -> Span:
    """The clauses that a span lies in, without the mark at their end and what orders the text."""
    found = [
        Span(sentence.start + part.start, sentence.start + part.end)
        for sentence in sentences(text)
        if sentence.start < span.end and span.start < sentence.end
        for part in clauses(sentence.of(text))
    ]
    found = [part for part in found if part.start < span.end and span.start < part.end] or [span]
    start, end = found[0].start, found[-1].end
    words = text[start:end].rstrip(MARKS)
    plain = enumerated([words])[0].text
    return Span(start + len(words) - len(plain) if words.endswith(plain) else start, start + len(words))


def _basis(words: str, language: Language) -> str:
    """What a claim's blank asks for; blanks within it are named by what they ask."""
    plain = " ".join(WITHIN.sub(lambda found: found[1], words).split())
    short = plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"
    return tell("blank_basis", (("words", short),), language)


def _around(one: Expression) -> tuple[str, str]:
    """What stands before and behind the digits of a figure; empty for what is none."""
    if one.kind not in FIGURES:
        return "", ""
    if one.kind in ("count", "range") and one.unit and one.text.endswith(one.unit):
        return "", one.unit
    found = AROUND.match(one.text)
    return (found["before"] or "", found["unit"] or "") if found else ("", "")


def replaced(text: str, span: Span, words: str) -> str:
    """The text with other words at a span; all else as it was.

    ``replaced(t, s, w)[:s.start] == t[:s.start]`` and the rest after it is ``t[s.end:]``.
    """
    return text[: span.start] + words + text[span.end :]

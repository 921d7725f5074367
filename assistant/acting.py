"""Finding -> the text with it put right: a fact's value in its place, or a visible blank."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.telling import Language, tell
from assistant.types import Fact, Finding
from index.expressions import expressions
from index.types import Expression, Span

MOST = 3
"""Values offered for one finding."""
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


def alternatives(finding: Finding, facts: Sequence[Fact]) -> tuple[Alternative, ...]:
    """Values of the same kind in the facts, those with the same measure word first; at most ``MOST``.

    Nothing for a finding that is no figure, date or name.
    """
    wrong = next(iter(expressions(finding.text)), None)
    if finding.kind not in OF_TEXT or wrong is None:
        return ()
    found = [(one, fact.id) for fact in facts for one in expressions(fact.text) if one.kind == wrong.kind]
    found.sort(key=lambda pair: _measure(pair[0]) != _measure(wrong))
    offered: dict[str, Alternative] = {}
    for one, fact in found:
        if one.key != wrong.key and (not wrong.unit or _measure(one) == _measure(wrong)):
            offered.setdefault(one.key, Alternative(fact, one.text))
    return tuple(offered.values())[:MOST]


def _measure(one: Expression) -> str:
    return one.unit or one.kind


def can_be_blank(finding: Finding) -> bool:
    """Whether a finding lies on words that a blank can take the place of."""
    return finding.kind in OF_TEXT and len(finding.span) > 0


def blanked(text: str, finding: Finding, language: Language) -> str:
    """The text with a visible blank in place of a finding, saying what is to be filled in.

    A figure leaves its measure word, percent sign or unit of money: 58件 -> 【待补充：数字】件.
    """
    wrong = next(iter(expressions(finding.text)), None)
    what = tell(f"blank_{wrong.kind}" if wrong else "blank_words", (), language)
    before, unit = _around(wrong) if wrong and wrong.text == finding.text else ("", "")
    return replaced(text, finding.span, f"{before}【待补充：{what}】{unit}")


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

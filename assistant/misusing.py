"""Text -> words, figures and marks used wrongly where they stand, by rules a user can switch off one by one.

A rule reads the words around: 截止 is right in 截止日期 and wrong in 截止11月底. ``misspelling`` holds the
words that are wrong wherever they stand.
"""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.misspelling import Row
from assistant.slips import Slip
from index.types import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of ``assistant/lexicon/rules.toml``."""

    id: str
    pattern: re.Pattern[str]
    to: str | None
    """Template of what it should read; None where only the writer can tell."""
    right: str
    """What the list of rows shows."""
    kind: str
    unless: re.Pattern[str] | None
    """What must not stand around the place."""
    wrong: tuple[str, ...]
    """Examples in which it finds something."""
    fine: tuple[str, ...]
    """Examples in which it finds nothing."""


def misusing(text: str, off: Collection[str] = ()) -> tuple[Slip, ...]:
    """Slips of usage, in order of their places; none overlaps another.

    Args:
        text: Any text.
        off: Ids of rules that do not count.

    >>> [(slip.text, slip.better) for slip in misusing("截止11月底，提高3.2%个百分点")]
    [('截止', '截至'), ('%', '')]
    """
    found: list[Slip] = []
    for rule in rules():
        if rule.id not in off:
            new = (_slip(match, rule) for match in rule.pattern.finditer(text) if not _spared(match, rule))
            found += [one for one in new if not any(_meet(one, other) for other in found)]
    return tuple(sorted(found))


def rule_rows() -> tuple[Row, ...]:
    """The rules as rows of the list in which a user switches them off."""
    return tuple(Row(rule.id, rule.right, "rules") for rule in rules())


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in its order."""
    text = files("assistant").joinpath("lexicon", "rules.toml").read_text(encoding="utf-8")
    return tuple(
        Rule(
            row["id"], re.compile(row["from"]), row.get("to"), row["right"], row.get("kind", "word"),
            re.compile(row["unless"]) if "unless" in row else None, tuple(row["wrong"]), tuple(row["fine"]),
        )
        for row in tomllib.loads(text)["rule"]
    )  # fmt: skip


_AROUND = 8
"""Characters on either side in which a rule's ``unless`` is looked for."""


def _spared(match: re.Match[str], rule: Rule) -> bool:
    if rule.unless is None:
        return False
    place = _place(match)
    start, end = place.start, place.end
    near = rule.unless.finditer(match.string, max(0, start - _AROUND), end + _AROUND)
    return any(one.start() < max(end, start + 1) and start < one.end() for one in near)


def _slip(match: re.Match[str], rule: Rule) -> Slip:
    better = None if rule.to is None else match.expand(rule.to)
    place = _place(match)
    hint = rule.right if better is None else ""
    return Slip(place, rule.kind, place.of(match.string), better, rule.id, hint)


def _place(match: re.Match[str]) -> Span:
    """Where the slip stands: the group x or y of a pattern that reads words before it too, else all of it."""
    names = [name for name in ("x", "y") if name in match.re.groupindex and match[name] is not None]
    return Span(*match.span(names[0])) if names else Span(*match.span())


def _meet(one: Slip, other: Slip) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end

"""An expression no fact states -> the sample it stands in, however the sample writes it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from index.letters import Run
from index.numerals import plain
from index.types import Expression

DATED = re.compile(r"(date|period):(\d{4}|[\u4e00-\u9fff]{2}|)-(\d\d-.+)")
"""A date or period within a month, with its year, with a word for it (今年) or without; a bare month or
half-year stands in nearly every report and tells nothing about where it came from."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Where on the shelf an expression stands."""

    report_id: str
    passage_id: str
    title: str


class Leaks(Protocol):
    """Looks expressions up on the shelf."""

    def find(self, keys: Sequence[str]) -> Mapping[str, Leak]:
        """Those of the keys that stand in a sample, with a place where they do."""
        ...


@runtime_checkable
class Runs(Protocol):
    """What a shelf may be able to do besides: find the runs of a text that stand in a sample."""

    def runs(self, text: str) -> Sequence[Run]:
        """The runs, sorted, not overlapping."""
        ...


def leaked(
    expressions: Iterable[Expression], leaks: Leaks | None, years: Iterable[str] = ()
) -> Mapping[Expression, Leak]:
    """The expressions that stand in a sample, each with where; the shelf is asked once.

    Args:
        expressions: What no fact states.
        leaks: The shelf; without one nothing is leaked.
        years: Years a date without one may be of.
    """
    asked = {one: aliases(one, years) for one in expressions} if leaks is not None else {}
    keys = list(dict.fromkeys(key for keys in asked.values() for key in keys))
    known = leaks.find(keys) if leaks is not None and keys else {}
    found = {}
    for one, others in asked.items():
        place = next((known[key] for key in others if key in known), None)
        if place is not None:
            found[one] = place
    return found


def aliases(expression: Expression, years: Iterable[str] = ()) -> list[str]:
    """Keys under which a sample may hold what the expression says, its own first.

    A day is looked for with and without its year: the writer of a sample may have said it, left it out, or
    the draft may have moved it to another. 95% is looked for as 九成五 too.
    """
    keys = [expression.key]
    if dated := DATED.fullmatch(expression.key):
        kind, year, rest = dated.groups()
        both = "/" in rest
        rest = re.sub(r"/\d{4}-", "/-", rest) if both else rest
        keys.append(f"{kind}:-{rest}")
        if not year.isdigit():
            keys += [f"{kind}:{one}-{rest.replace('/-', f'/{one}-')}" for one in sorted(years)]
    elif expression.kind == "percent" and expression.low is not None and not expression.approx:
        keys.append(f"ratio:{plain(expression.low)}:%")
    elif expression.key.startswith("ratio:") and expression.key.endswith(":%"):
        keys.append(f"percent:{expression.key.split(':')[1]}")
    return list(dict.fromkeys(keys))

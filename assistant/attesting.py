"""Statements + hits -> the same statements, those whose added verb a sample uses so with that passage's id.

Only a verb that Zhibi adds is looked up: what the writer wrote is phrased after nobody. A passage counts when
the verb and its noun stand in it in one clause (召开…党组会); where it says 组织召开, so does the statement.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from assistant.stating import Statement
from index.types import Hit

_BETWEEN: Final = r"[^，。；：！？\n]{0,16}?"
_LEADS: Final = r"(?P<lead>组织)?"


def attest(statements: Sequence[Statement], hits: Sequence[Hit]) -> list[Statement]:
    """The statements, each with the first passage that uses its added verb in the same way."""
    return [_attested(statement, hits) for statement in statements]


def _attested(statement: Statement, hits: Sequence[Hit]) -> Statement:
    if statement.added is None:
        return statement
    verb, noun = statement.added
    for hit in hits:
        found = _use(verb, noun).search(hit.passage.text)
        if found:
            lead = (found["lead"] or "") if statement.verb else ""
            worded = lead + statement.text
            own = lead + statement.verb
            return replace(statement, text=worded, verb=own, passages=(hit.passage.id,))
    return statement


@lru_cache(maxsize=512)
def _use(verb: str, noun: str) -> re.Pattern[str]:
    return re.compile(_LEADS + re.escape(verb) + _BETWEEN + re.escape(noun))

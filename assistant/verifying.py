"""Text -> what the composer kept as it was noted, because its wording is hardly that of a report: 【请核】.

Each is a finding of its own kind; ``verified`` takes the mark away and nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from assistant.citing import align
from assistant.stating import CHECK
from assistant.telling import tell
from assistant.types import Finding, Sentence, join
from index.types import Span

WORDING: Final = "wording"
"""Kind of these findings."""
_MARKED: Final = re.compile(rf"[^。；！？\n]*?{CHECK}")
_LEAD: Final = re.compile(r"^(?:[，：、\s]|[一二三四五六七八九十]+是)*")
_QUOTED: Final = 40
"""Characters of the words that a message quotes at most."""


def unverified(text: str) -> Iterator[Finding]:
    """A finding for every 【请核】, over the words it stands behind.

    >>> [one.text for one in unverified("培训3次。一是车棚弄好了3处【请核】。")]
    ['车棚弄好了3处【请核】']
    """
    for found in _MARKED.finditer(text):
        lead = _LEAD.match(found[0])
        span = Span(found.start() + (lead.end() if lead else 0), found.end())
        words = span.of(text).removesuffix(CHECK)
        shown = words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
        yield Finding(WORDING, span, span.of(text), tell("gate_wording", [("text", shown)]))


def verified(before: Sequence[Sentence], text: str, finding: Finding) -> tuple[str, tuple[Sentence, ...]]:
    """The text without the mark of a finding, and its sentences with the sources they had.

    Args:
        before: Sentences of the text.
        text: The text the finding is of.
        finding: One of ``unverified(text)``.
    """
    end = finding.span.end
    without = text[: end - len(CHECK)] + text[end:]
    past = text[:end].count(CHECK)
    told: list[Sentence] = []
    for one in before:
        held = one.text.count(CHECK)
        if 0 < past <= held:
            pieces = one.text.split(CHECK)
            whole = CHECK.join(pieces[:past]) + CHECK.join(["", *pieces[past:]])[len(CHECK) :]
            one = replace(one, text=whole)
        past -= held
        told.append(one)
    return without, tuple(told) if join(tuple(told)) == without else align(before, without)

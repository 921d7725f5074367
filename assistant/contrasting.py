"""The clause of a stated figure -> whether it names another kind, rank, stage or level than the facts do.

A figure is said of one of a set (门诊, 住院, 急诊); the sets are of ``phrases/contrasts.toml``.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.grounding import Place
from assistant.stock import stock

LABEL = re.compile(r"[^，,、；。：:]{1,16}[：:]\s*[-+−－＋]?$")
"""What names the cell of a table before its figure: 去年：912件."""


def contrasted(place: Place, own: Sequence[Place]) -> Place | None:
    """The stating fact when the draft's clause has one word of a set and that fact's clause another.

    Only when no fact that states the figure has the draft's word.
    """
    if not own:
        return None
    told = [_told(fact) for fact in own]
    for group in _sets():
        here = [words for words in group if words.search(place.clause)]
        if len(here) == 1 and all(
            not here[0].search(line) and any(words.search(line) for words in group) for line in told
        ):
            return own[0]
    return None


def _told(fact: Place) -> str:
    """The clause of a fact, with the label of its cell where it is one of a table."""
    label = LABEL.search(fact.said[: fact.expression.span.start])
    return f"{label[0]}{fact.clause}" if label else fact.clause


@lru_cache(maxsize=1)
def _sets() -> tuple[tuple[re.Pattern[str], ...], ...]:
    lines = (line for text in stock("contrasts").values() for line in text.strip().splitlines())
    return tuple(tuple(re.compile(form, re.IGNORECASE) for form in line.split("/")) for line in lines)

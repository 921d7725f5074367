"""Statements -> full sentences: short ones share a sentence, a dated or long one begins its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.stating import CHECK, GOES_ON, Statement
from index.sentences import sentences

LONGEST: Final = 64
"""Characters after which a sentence takes no further statement."""
_MOST: Final = 3
"""Statements of one sentence."""
_ENDED: Final = re.compile(r"[。！？…!?][”’」』）)]?$")
_RATE: Final = re.compile(r"率|%|％|同比|环比|增长|下降|减少|增加|不|未|没|获|被")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence without its final mark, and the facts it states."""

    text: str
    ids: tuple[str, ...]
    opens: bool = False
    """Whether a phrase of manner may stand before it."""
    closes: bool = False
    """Whether a phrase of aim may stand after it."""

    @property
    def ended(self) -> str:
        """The sentence with its final mark."""
        return self.text if _ENDED.search(self.text) else self.text + "。"


def tell(statements: Sequence[Statement]) -> tuple[Told, ...]:
    """The statements as sentences, in their order."""
    told: list[Told] = []
    for cluster in _clusters(statements):
        text = _joined(cluster)
        ids = tuple(one for statement in cluster for one in statement.ids)
        first, last = cluster[0], cluster[-1]
        opens, closes = first.active, last.active and not _RATE.search(last.text)
        spans = sentences(text)
        if len(spans) > 1:
            told += [Told(span.of(text), ids) for span in spans]
        else:
            told.append(Told(text, ids, opens, closes))
    return tuple(told)


def _clusters(statements: Sequence[Statement]) -> list[list[Statement]]:
    clusters: list[list[Statement]] = []
    for place, statement in enumerate(statements):
        most = _MOST + (place == len(statements) - 1)  # the last statement is not left alone
        if clusters and _fits(clusters[-1], statement, most):
            clusters[-1].append(statement)
        else:
            clusters.append([statement])
    return clusters


def _fits(cluster: list[Statement], statement: Statement, most: int) -> bool:
    if statement.text.startswith(GOES_ON) and not (statement.unclear or _holds_end(cluster[-1].text)):
        return True
    if len(cluster) >= most or statement.dated or cluster[-1].unclear or statement.unclear:
        return False
    texts = [one.text for one in (*cluster, statement)]
    return sum(map(len, texts)) <= LONGEST and not any(_holds_end(text) for text in texts)


def _holds_end(text: str) -> bool:
    return bool(re.search(r"[。！？!?；\n]|[一二三四五六七八九十]是", text))


def _joined(cluster: list[Statement]) -> str:
    """One sentence; ``；`` where a statement has commas of its own, ``、`` where two share an added verb."""
    independent = [one for one in cluster if not one.text.startswith(GOES_ON)]
    commas = any("，" in one.text for one in cluster) or len(independent) < len(cluster)
    mark = "；" if commas and len(independent) > 1 else "，"
    text = ""
    verb = ""
    for statement in cluster:
        shares = verb and statement.verb == verb and "，" not in statement.text and mark == "，"
        goes_on = statement.text.startswith(GOES_ON)
        text += ("、" if shares else "，" if goes_on else mark) if text else ""
        text += statement.bare if shares else statement.text
        text += CHECK if statement.unclear else ""
        verb = statement.verb
    return text

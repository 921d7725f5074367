"""Statements -> full sentences: short ones share a sentence, a dated or long one begins its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.stating import CHECK, GOES_ON, Statement, has_verb
from index.sentences import sentences

LONGEST: Final = 64
"""Characters after which a sentence takes no further statement."""
_MOST: Final = 3
"""Statements of one sentence."""
_ENDED: Final = re.compile(r"[。！？…!?][”’」』）)]?$")
_SET_UP: Final = re.compile(
    r"(?:今年|去年|全年|本年|年初|年内|年底|截至|截止|目前|近年|我|本人|本[局院校单]|对照|围绕|按照|根据|通过|针对|结合|为了?|在)"
    r"|[^，。；]{2,12}方面|[^，。；]*(?:以来|期间|之后)"
)
"""Statements that begin with a time, a speaker or a circumstance: no manner can stand before them."""
_RATE: Final = re.compile(r"率|%|％|同比|环比|增长|下降|减少|增加|不|未|没|获|被")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence without its final mark, and the facts it states."""

    text: str
    ids: tuple[str, ...]
    passages: tuple[str, ...] = ()
    """Ids of the passages whose verbs it uses."""
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
        passages = tuple(dict.fromkeys(one for statement in cluster for one in statement.passages))
        first, last = cluster[0], cluster[-1]
        stands = not first.dated and has_verb(first.text.partition("，")[0]) and not _RATE.search(first.text)
        opens, closes = (
            (first.active or (stands and not first.unclear)) and not _is_set_up(first.text),
            last.active and not _RATE.search(last.text),
        )
        spans = sentences(text)
        if len(spans) > 1:
            told += [Told(span.of(text), ids) for span in spans]
        else:
            told.append(Told(text, ids, passages, opens, closes))
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


def _is_set_up(text: str) -> bool:
    return bool(_SET_UP.match(text)) or "坚持" in text

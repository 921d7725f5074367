"""Statements -> full sentences: short ones share a sentence, a dated or long one begins its own.

Deeds are told one after the other with commas; two things share a sentence with ``；`` where the first has
commas of its own; more of them begin sentences of their own. The last of many sentences may begin with 同时.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.linking import akin
from assistant.ranking import governs, praises
from assistant.stating import CHECK, GOES_ON, Statement, has_verb
from assistant.stock import words
from index.sentences import sentences

LONGEST: Final = 64
"""Characters after which a sentence takes no further statement."""
_MOST: Final = 3
"""Statements of one sentence."""
_ENDED: Final = re.compile(r"[。！？…!?][”’」』）)]?$")
_SET_UP: Final = re.compile(
    r"(?:今年|去年|全年|本年|上半年|下半年|[一二三四]季度|每[年季月周]|\d{1,2}月|年初|年内|年底|截至|截止|目前|近年|我|本人|本[局院校单]|对照|围绕|按照|根据|通过|针对|结合|为了?|在)"
    r"|[^，。；]{2,12}方面|[^，。；]*(?:以来|期间|之后)"
)
"""Statements that begin with a time, a speaker or a circumstance: no manner can stand before them."""
_PAIR: Final = 2
_CLAUSES: Final = 3
"""Commas of a statement, such as a row of a table, that is a sentence of its own."""
_BRIEF: Final = 20
"""Characters of a statement that may share a sentence with others of its shape, whatever they tell of."""
_BESIDE: Final = re.compile(
    r"(?:去年|上年|上年同期|去年同期|(?:19|20)\d\d年(?:实际|完成)?)为|(?:目标|计划|任务)(?:为|不高于|不低于)"
)
"""What figures of one table are compared with."""
_LED: Final = 12
"""Characters of a meeting that may share a sentence with what is no matter of it."""
_LOOKED: Final = re.compile("[检排抽巡督核倒清]查|暗访|普查|抽检|审计|巡察|监测|摸排|体检|评估|回头看")
_FOUND: Final = re.compile("(?:共|累计)?(?:发现|查出|排查出|查处|立案|整改|查获)")
"""What comes of looking, told right behind it."""
_ALSO: Final = 3
"""Sentences of a group from which on its last may begin with 同时."""
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
    return tuple(_linked(told, statements))


def compared(statements: Sequence[Statement]) -> bool:
    """Whether most statements are rows of one table, each figure beside what it is compared with."""
    return 2 * sum(map(_is_row, statements)) > len(statements)


def _linked(told: list[Told], statements: Sequence[Statement]) -> list[Told]:
    """The last of many sentences told as a further deed of the same work."""
    if len(told) < _ALSO or len(told[-1].ids) == 0 or any("同时" in one.text for one in told):
        return told
    first = next(one for one in statements if told[-1].ids[0] in one.ids)
    if not told[-1].text.startswith(first.text[:4]) or not _acts(first) or _is_set_up(first.text):
        return told
    return [*told[:-1], replace(told[-1], text="同时，" + told[-1].text, opens=False)]


def _acts(statement: Statement) -> bool:
    """Whether a statement begins with what was done, and not with a time."""
    return not statement.dated and (statement.active or statement.text.startswith(words("verbs", "deeds")))


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
    if _goes_on(cluster[-1], statement) and not (statement.unclear or _holds_end(cluster[-1].text)):
        return statement.text.startswith(GOES_ON) or _size(cluster) + len(statement.text) <= LONGEST
    if len(cluster) >= most or statement.dated or cluster[-1].unclear or statement.unclear:
        return False
    if max(cluster[-1].text.count("，"), statement.text.count("，")) >= _CLAUSES:
        return False
    held = [*cluster, statement]
    texts = [one.text for one in held]
    if sum(map(len, texts)) > LONGEST or any(_holds_end(text) for text in texts):
        return False
    if not _goes_with(cluster[-1], statement):
        return False
    commas = any("，" in text for text in texts)
    return (
        not commas or (all(map(_acts, held)) and (len(held) == _PAIR or _ends_list(held))) or _is_pair(held)
    )


def _goes_on(before: Statement, statement: Statement) -> bool:
    """Whether a statement tells what came of the one before it, or goes on from it by its first word."""
    if statement.text.startswith(GOES_ON):
        return True
    return bool(_LOOKED.search(before.text.partition("，")[0]) and _FOUND.match(statement.text))


def _is_share(one: Statement) -> bool:
    return bool(re.search("[%％]", one.text.partition("，")[0]))


def _is_row(one: Statement) -> bool:
    return bool(_BESIDE.search(one.text))


def _size(cluster: Sequence[Statement]) -> int:
    return sum(len(one.text) for one in cluster)


def _goes_with(one: Statement, other: Statement) -> bool:
    """Whether two statements may share a sentence: short ones of one shape, or what tells of one matter."""
    if _is_row(one) and _is_row(other):
        return True
    short = max(len(one.text), len(other.text.partition("，")[0])) <= _BRIEF and "，" not in one.text
    apart = (governs(one) and len(one.text) > _LED) or praises(one) != praises(other)
    if short and _is_share(one) == _is_share(other) and not apart:
        return True
    return akin(one, other)


def _ends_list(held: Sequence[Statement]) -> bool:
    """Whether only the last of some deeds has commas of its own, so that all may go on with commas."""
    return not any("，" in one.text for one in held[:-1])


def _is_pair(held: Sequence[Statement]) -> bool:
    """Whether two statements are told in one shape: rows of a table, or as many clauses each, no deed."""
    if len(held) == _PAIR and all(map(_is_row, held)):
        return True
    return (
        len(held) == _PAIR
        and held[0].text.count("，") == held[1].text.count("，")
        and not any(map(_acts, held))
    )


def _holds_end(text: str) -> bool:
    return bool(re.search(r"[。！？!?；\n]|[一二三四五六七八九十]是", text))


def _joined(cluster: list[Statement]) -> str:
    """One sentence; ``；`` after a deed with commas of its own, ``、`` where two share an added verb."""
    own = [one for at, one in enumerate(cluster) if not at or not _goes_on(cluster[at - 1], one)]
    parted = len(own) > 1 and (_is_pair(own) or not _ends_list(own)) and any("，" in one.text for one in own)
    mark = "；" if parted else "，"
    text = ""
    verb = ""
    for before, statement in zip((None, *cluster), cluster, strict=False):
        shares = verb and statement.verb == verb and "，" not in statement.text and mark == "，"
        goes_on = before is not None and _goes_on(before, statement)
        text += ("、" if shares else "，" if goes_on else mark) if text else ""
        text += statement.bare if shares else statement.text
        text += CHECK if statement.unclear else ""
        verb = statement.verb
    return text


def _is_set_up(text: str) -> bool:
    return bool(_SET_UP.match(text)) or "坚持" in text

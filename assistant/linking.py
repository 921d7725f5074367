"""Statements -> how near every two of them are: in words, acts, lines of work, meaning and place."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

import numpy as np

from assistant.clustering import Matrix, nearness
from assistant.facets import EVIDENT, facet_of, realms
from assistant.matters import kinds_of
from assistant.stating import GOES_ON, Statement
from index.embedding import Embedder, open_embedder

_SAID_OF_ALL: Final = frozenset(
    ("没有", "企业", "单位", "部门", "干部", "群众", "年度", "重点", "主要", "方面", "相关", "一次", "社会")
)
"""Pairs of characters that notes of any matter may share."""
_ACT: Final = 0.7
"""Nearness of two statements of one kind of act."""
_SAME: Final = 1.2
"""Nearness of two statements of one line of work, and of one family."""
_HEADED: Final = 0.4
"""The same where the heading names that line of work: all facts share it."""
_FAMILY: Final = 0.4
_STRANGE: Final = -1.2
"""Nearness of two statements that clearly belong to different realms."""
_BESIDE: Final = 0.5
"""Nearness of two statements that stand beside each other in the notes."""
_MEANT: Final = 4.0
"""Factor for nearness of meaning, of which 0.15 is much between two notes."""
_NOISE: Final = 0.08
"""Nearness of meaning that any two notes have."""
_WORD: Final = 1.0
_SENSE: Final = 0.3
"""Nearness of meaning from which two notes are of one matter."""
_PARTY: Final = "realm party"
_COMMON: Final = re.compile(
    "工作|开展|召开|举办|组织|完成|实现|落实|推进|建设|新增|新建|发放|服务|管理|全部|办理|办结|受理|培训|检查"
    "|活动|人次|万元|亿元|全年|今年|累计|进行|情况|同比|增长|下降|其中|已经|问题|项目|人员|发现|整改|制定|印发|参加"
)
"""What every note may say."""
_LEFT: Final = re.compile(r"剩下(?!的)(?=[\u4e00-\u9fff])")
"""What is left of what the note before tells."""


def links_of(statements: Sequence[Statement], heading: str, *, lines: bool = True) -> Matrix:
    """Nearness of every two statements, shape (n, n); 0 on the diagonal."""
    meant = meant_by(tuple(statement.text for statement in statements))
    links = np.zeros((len(statements), len(statements)), np.float32)
    for first, second in combinations(range(len(statements)), 2):
        near = _near(statements[first], statements[second], heading, lines=lines)
        near += _MEANT * max(0.0, float(meant[first, second]) - _NOISE) + _BESIDE / (second - first) ** 2
        links[first, second] = links[second, first] = near
    return links


def akin(one: Statement, other: Statement, heading: str = "") -> bool:
    """Whether two statements tell of one matter: they share a word, a kind of act, a line of work or a sense.

    >>> from assistant.stating import state
    >>> one, other, third = (state((), text) for text in ("古树挂牌52株", "古树复壮11株", "党课4次"))
    >>> akin(one, other), akin(one, third)
    (True, False)
    """
    if shares(one, other, heading):
        return True
    first, second = facet_of(one.text, least=EVIDENT), facet_of(other.text, least=EVIDENT)
    if first is not None and second is not None:
        return first.family == second.family
    return float(meant_by((one.text, other.text))[0, 1]) >= _SENSE


def known(statements: Sequence[Statement]) -> bool:
    """Whether most statements tell of Party life, whose lines of work Zhibi knows well."""
    return 5 * sum(_party_line(one) != "" for one in statements) >= 3 * len(statements)


def same_line(one: Statement, other: Statement) -> bool:
    """Whether two statements beyond doubt tell of one line of Party work."""
    return _party_line(one) == _party_line(other) != ""


def _party_line(one: Statement) -> str:
    """The line of Party work that a statement beyond doubt tells of; empty for any other."""
    found = facet_of(one.text, least=EVIDENT)
    realm = realms().get(found.family) if found else None
    return found.name if found and realm and realm.name == _PARTY else ""


def shares(one: Statement, other: Statement, heading: str = "") -> bool:
    """Whether two statements share a word that the heading has not, or a kind of act."""
    return bool(matter_pairs(one.text, other.text, heading) or kinds_of(one.text) & kinds_of(other.text))


def matter_pairs(one: str, other: str, heading: str = "") -> set[str]:
    """Pairs of characters that two texts share and that name their matter."""
    return pairs_of(one) & pairs_of(other) - pairs_of(heading) - _SAID_OF_ALL


def units_of(statements: Sequence[Statement]) -> list[tuple[Statement, ...]]:
    """Each statement with what goes on from it."""
    units: list[tuple[Statement, ...]] = []
    for statement in statements:
        if units and (statement.text.startswith(GOES_ON) or _LEFT.match(statement.text)):
            units[-1] = (*units[-1], statement)
        else:
            units.append((statement,))
    return units


def _near(one: Statement, other: Statement, heading: str, *, lines: bool) -> float:
    """How near two statements are in their words and acts, and by ``lines`` in their lines of work."""
    alike = _alike(one.text, other.text, heading, lines=lines)
    shared = kinds_of(one.text) & kinds_of(other.text)
    return alike + _ACT * bool(shared)


@lru_cache(maxsize=64)
def meant_by(texts: tuple[str, ...]) -> Matrix:
    """Nearness of meaning by the model that ships with Zhibi, whatever the shelf uses; shape (n, n)."""
    return nearness(texts, _embedder().embed)


@lru_cache(maxsize=1)
def _embedder() -> Embedder:
    return open_embedder()


def _alike(one: str, other: str, heading: str, *, lines: bool) -> float:
    shared = pairs_of(one) & pairs_of(other) - pairs_of(heading)
    first, second = facet_of(one, least=EVIDENT), facet_of(other, least=EVIDENT)
    nearness = _WORD * bool(shared)
    if first is None or second is None or not lines:
        return nearness
    if first.name == second.name:
        return nearness + (_HEADED if first == facet_of(heading) else _SAME)
    if first.family == second.family or (
        realms().get(first.family) == realms().get(second.family) is not None
    ):
        return nearness + _FAMILY
    return nearness + _STRANGE


def pairs_of(text: str) -> set[str]:
    """Pairs of characters that name matter: no figure, no word that every note has."""
    plain = _COMMON.sub(" ", re.sub(r"[^\u4e00-\u9fff]", " ", text))
    return {part[at : at + 2] for part in plain.split() for at in range(len(part) - 1)}


def two(text: str) -> set[str]:
    """Pairs of characters of a text, whatever they are."""
    return {text[at : at + 2] for at in range(len(text) - 1)}


def says_part(half: str, statement: Statement) -> bool:
    """Whether a statement says a good third of the words of a part of a heading."""
    return 3 * len(two(half) & two(statement.text)) >= len(half) - 1

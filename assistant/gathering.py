"""Statements under one heading -> points without labels: meetings first, kin together, else as written.

``sum of the points' statements == the statements``: none is lost, none stands twice.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

import numpy as np

from assistant.arranging import Group
from assistant.clustering import Matrix, nearness
from assistant.facets import EVIDENT, facet_of, realms
from assistant.stating import GOES_ON, Statement, has_verb
from assistant.stock import words
from index.embedding import Embedder, open_embedder

_FEW: Final = 4
"""Points that are never put together."""
_MOST: Final = 8
"""Points beyond which statements share one though they are no kin."""
_AKIN: Final = 1.0
"""Nearness from which two points become one."""
_HELD: Final = 3
"""Statements of one point at most, meetings aside."""
_LONGEST: Final = 90
"""Characters after which a point takes no further statement."""
_READABLE: Final = 6
_LOOSE: Final = 0.85
"""Nearness that is enough while there are more points than are readily read."""
_PARAGRAPH: Final = 180
"""Characters of facts of one paragraph of running text."""
_SAME: Final = 1.5
"""Nearness of two statements of one line of work, and of one family."""
_HEADED: Final = 0.4
"""The same where the heading names that line of work: all facts share it."""
_FAMILY: Final = 0.4
_STRANGE: Final = -1.2
"""Nearness of two statements that clearly belong to different realms."""
_BESIDE: Final = 0.5
_MEANT: Final = 4.0
"""Factor for nearness of meaning, of which 0.15 is much between two notes."""
_WORD: Final = 1.0
_REST_OF: Final = re.compile("剩余|其余|余下")
_HONOUR: Final = re.compile(
    r"^[^，。；]{0,6}(?:荣获|获评|获得?[^，。；]{0,12}(?:称号|奖|先进|表彰|单位|集体)|被[^，。；]{0,10}评为)"
)
_SPARED: Final = re.compile(r"[^，。；]{0,6}(?:未|没有|无)(?:再)?(?:发生|出现)")
_MEETS: Final = re.compile(r"^.{0,8}召开|^[^，\d]{0,8}(?:常委会|党组会?|党委会?|常务会)[^，\d]{0,4}研究")
_WITH_OTHERS: Final = re.compile(
    r"座谈会|院坝会|家长会|恳谈会|招聘会|推介会|听证会|现场会|发布会|班会|联谊会|评审会|学术会|表彰"
)
"""Meetings that are the work itself and do not lead it."""
_FIGURE: Final = re.compile(r"[^，。；\d]{2,14}为?\d[\d.]*[^，。；\d]{0,5}")
_LAST: Final = 10_000


@dataclass(frozen=True, slots=True)
class _Point:
    statements: tuple[Statement, ...]
    places: tuple[int, ...]
    """Places in the writer's order."""
    heads: bool = False
    """Whether it is the meetings in front, which nothing else joins."""

    def __len__(self) -> int:
        return sum(len(one.text) for one in self.statements)


def gather(statements: Sequence[Statement], heading: str) -> tuple[Group, ...]:
    """The statements in points that read on from each other, none with a facet's label."""
    points: list[_Point | None] = [*_led(_joined(statements))]
    links = _links([point for point in points if point], statements, heading)
    left = len(points)
    while left > _FEW:
        first, second = divmod(int(links.argmax()), len(points))
        least = _AKIN if left <= _READABLE else _LOOSE if left <= _MOST else -_MOST
        one, other = points[first], points[second]
        if not one or not other or links[first, second] < least:
            break
        if not _fit(one, other):
            links[first, second] = links[second, first] = -np.inf
            continue
        points[min(first, second)] = _Point(one.statements + other.statements, one.places + other.places)
        points[max(first, second)] = None
        _merge(links, min(first, second), max(first, second))
        left -= 1
    return tuple(Group(None, point.statements, (_LAST,)) for point in points if point)


def _links(points: Sequence[_Point], statements: Sequence[Statement], heading: str) -> Matrix:
    """Nearness of every two points, shape (n, n); minus infinity on the diagonal."""
    meant = _meant(tuple(statement.text for statement in statements))
    links = np.full((len(points), len(points)), -np.inf, np.float32)
    for (first, one), (second, other) in combinations(enumerate(points), 2):
        links[first, second] = links[second, first] = _near(one, other, heading, meant)
    return links


def _merge(links: Matrix, kept: int, gone: int) -> None:
    """The nearness of two points that became one: the greater of both, as single linkage has it."""
    row = np.maximum(links[kept], links[gone])
    links[kept], links[:, kept] = row, row
    links[gone], links[:, gone] = -np.inf, -np.inf
    links[kept, kept] = -np.inf


def running(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Points of running text: as many after each other as a paragraph bears, as one."""
    told: list[Group] = []
    for group in groups:
        if told and _length(told[-1]) + _length(group) <= _PARAGRAPH:
            told[-1] = Group(None, told[-1].statements + group.statements, (_LAST,))
        else:
            told.append(group)
    return tuple(told)


def _length(group: Group) -> int:
    return sum(len(one.text) for one in group.statements)


def _joined(statements: Sequence[Statement]) -> list[_Point]:
    """Each statement a point, what goes on from the one before with it."""
    points: list[_Point] = []
    for place, statement in enumerate(statements):
        if points and statement.text.startswith(GOES_ON):
            last = points.pop()
            points.append(_Point((*last.statements, statement), last.places))
        else:
            points.append(_Point((statement,), (place,)))
    return points


def _led(points: list[_Point]) -> list[_Point]:
    """Meetings and duties in front as one point while they are the lesser part; what is left over last."""
    leads = [one for one in points if _leads(one)]
    rest = [one for one in points if _REST_OF.match(one.statements[0].text)]
    others = [one for one in points if one not in leads and one not in rest]
    if not leads or len(leads) >= len(others):
        return sorted(points, key=_weight)
    leads.sort(key=lambda point: not _MEETS.search(point.statements[0].text))
    head = _Point(
        tuple(held for one in leads for held in one.statements),
        tuple(place for one in leads for place in one.places),
        heads=True,
    )
    return [head, *sorted((*others, *rest), key=_weight)]


def _weight(point: _Point) -> int:
    """Deeds and figures as written, then what did not happen, then honours, then what is left over."""
    text = point.statements[0].text
    order = (_REST_OF.match(text), _HONOUR.search(text), _SPARED.match(text))
    return next((len(order) - at for at, found in enumerate(order) if found), 0)


def _leads(point: _Point) -> bool:
    text = point.statements[0].text
    if _MEETS.search(text):
        return not _WITH_OTHERS.search(text)
    shown = facet_of(text, least=EVIDENT)
    return shown is not None and shown.name in words("attitudes", "leading_facets")


def _fit(one: _Point, other: _Point) -> bool:
    held = [*one.statements, *other.statements]
    if any(_REST_OF.match(point.statements[0].text) for point in (one, other)) or one.heads or other.heads:
        return False
    return len(held) <= _HELD and len(one) + len(other) <= _LONGEST


def _near(one: _Point, other: _Point, heading: str, meant: Matrix) -> float:
    """How near two points are in what they tell of; beside each other in the notes counts a little."""
    alike = max(
        _alike(first.text, second.text, heading) for first in one.statements for second in other.statements
    )
    alike += _MEANT * float(max(meant[first, second] for first in one.places for second in other.places))
    if min(abs(first - second) for first in one.places for second in other.places) != 1:
        return alike
    figures = all(_counts(held) for held in (*one.statements, *other.statements))
    return alike + _BESIDE + (_BESIDE if figures else 0.0)


@lru_cache(maxsize=64)
def _meant(texts: tuple[str, ...]) -> Matrix:
    """Nearness of meaning by the model that ships with Zhibi, whatever the shelf uses; shape (n, n)."""
    return nearness(texts, _embedder().embed)


@lru_cache(maxsize=1)
def _embedder() -> Embedder:
    return open_embedder()


def _counts(statement: Statement) -> bool:
    """Whether a statement only names something with its figure (发电量31.2亿千瓦时)."""
    text = statement.text.removeprefix("实现")
    return bool(_FIGURE.fullmatch(text)) and not has_verb(text.replace("为", ""))


def _alike(one: str, other: str, heading: str) -> float:
    shared = _pairs(one) & _pairs(other) - _pairs(heading)
    first, second = facet_of(one, least=EVIDENT), facet_of(other, least=EVIDENT)
    nearness = _WORD * bool(shared)
    if first is None or second is None:
        return nearness
    if first.name == second.name:
        return nearness + (_HEADED if first == facet_of(heading) else _SAME)
    if first.family == second.family or (
        realms().get(first.family) == realms().get(second.family) is not None
    ):
        return nearness + _FAMILY
    return nearness + _STRANGE


def _pairs(text: str) -> set[str]:
    """Pairs of characters that name matter: no figure, no word that every note has."""
    plain = _COMMON.sub(" ", re.sub(r"[^\u4e00-\u9fff]", " ", text))
    return {part[at : at + 2] for part in plain.split() for at in range(len(part) - 1)}


_COMMON: Final = re.compile(
    "工作|开展|召开|举办|组织|完成|实现|落实|推进|建设|新增|新建|发放|服务|管理|全部|办理|办结|受理|培训|检查"
    "|活动|人次|万元|亿元|全年|今年|累计|进行|情况|同比|增长|下降|其中|已经|问题|项目|人员|发现|整改|制定|印发|参加"
)

"""Statements under one heading -> points without labels: meetings first, kin together, else as written.

``sum of the points' statements == the statements``: none is lost, none stands twice.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from typing import Final

import numpy as np

from assistant.arranging import Group
from assistant.clustering import Matrix, nearness
from assistant.facets import EVIDENT, facet_of, realms
from assistant.matters import kinds_of
from assistant.ranking import MEETS, governs, rank, time_of
from assistant.stating import GOES_ON, Statement
from assistant.theming import halves
from index.embedding import Embedder, open_embedder

_EACH: Final = 5
"""Statements up to which a point may hold a single one."""
_HELD: Final = 2.5
"""Statements of a point, on the whole."""
_POINTS: Final = 5
"""Points of a section, while none of them holds too many."""
_READABLE: Final = 3
"""Statements of one point at most, while there are no more than so many points bear."""
_WEIGHED: Final = 6
"""Shortcomings or plans up to which each that has no near kin is a point."""
_KIN: Final = 2.4
"""The same for what the writer weighed."""
_AKIN: Final = 1.3
"""Nearness from which points become one though there are few."""
_SURE: Final = 0.2
"""By how much a statement must be nearer to one part of a heading than to the others to be sure there."""
_FOLLOWS: Final = 0.4
"""Nearness to the part of the statement before, for notes follow the heading."""
_LEADS_TO: Final = 0.3
"""The same to the part of the statement behind."""
_PLAINLY: Final = 2
"""Pairs of characters by which a statement plainly says a part of a heading."""
_SAYS: Final = 0.4
"""Nearness to a part of a heading for each pair of characters it says."""
_ALIEN: Final = 0.6
"""Nearness below which a single statement stays by itself."""
_PARAGRAPH: Final = 260
"""Characters of facts of one paragraph of running text."""
_PRAISED: Final = re.compile(r"^[^，。；\d]{0,24}(?:入选|获[^，。；]{0,12}(?:奖|表彰|称号)|通报表扬|被评为)")
_HONOURED: Final = 4
"""Rank of an honour behind all others."""
_THIN: Final = 30
"""Characters under which a single statement is no point of its own."""
_SAID_OF_ALL: Final = frozenset(
    ("没有", "企业", "单位", "部门", "干部", "群众", "年度", "重点", "主要", "方面", "相关", "一次", "社会")
)
"""Pairs of characters that notes of any matter may share."""
_IN_TURN: Final = 6
"""Statements of a paragraph of facts that share little."""
_TURN: Final = 120
"""Characters of facts of a paragraph of facts that share little."""
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
_LEFT: Final = re.compile(r"剩下(?!的)(?=[\u4e00-\u9fff])")
"""What is left of what the note before tells."""
_REST_OF: Final = re.compile("剩余|其余|余下")
Bunch = list[int]
"""Places of the statements of one point."""


def gather(statements: Sequence[Statement], heading: str, *, weighed: bool = False) -> tuple[Group, ...]:
    """The statements in points that read on from each other, two or three to a point, none with a label.

    ``weighed``: shortcomings and plans, which the writer put in order and many of which stand alone.
    """
    if not statements:
        return ()
    units = _joined(statements)
    firsts = [unit[0] for unit in units]
    if weighed:
        return _weighed(units, firsts, heading)
    rest = [firsts[at] for at in range(len(firsts)) if _REST_OF.match(firsts[at].text)]
    told = [one for one in range(len(firsts)) if firsts[one] not in rest]
    links = _links([firsts[one] for one in told], heading)
    leads = _led([firsts[one] for one in told], links)
    free = [at for at in range(len(told)) if at not in leads]
    parts = _by_halves([firsts[told[at]] for at in free], heading)
    bunches: list[tuple[Bunch, str]] = []
    for places, half in parts:
        inner = [free[at] for at in places]
        if not inner:
            continue
        held = _bunched(links[np.ix_(inner, inner)], parted=len(parts) > 1)
        said = [sum(_names(half, firsts[told[inner[at]]]) for at in bunch) for bunch in held]
        main = said.index(max(said))
        plain = len(held) == 1 or 2 * said[main] >= len(held[main])
        for place, bunch in enumerate(held):
            bunches.append(([inner[at] for at in bunch], half if plain and place == main else ""))
    points = _in_order([([told[at] for at in bunch], half) for bunch, half in bunches], firsts)
    if len(parts) == 1:
        points = _headed(points, firsts, heading)
    groups = [
        replace(
            _group([units[at] for at in bunch], half),
            deploys=all(governs(firsts[at]) for at in bunch) and len(firsts) > len(bunch),
        )
        for bunch, half in points
    ]
    if leads:
        groups.insert(0, replace(_group([units[told[at]] for at in leads], ""), deploys=True))
    if rest:
        groups.append(_group([unit for unit in units if unit[0] in rest], ""))
    return tuple(groups)


def _weighed(
    units: Sequence[tuple[Statement, ...]], firsts: Sequence[Statement], heading: str
) -> tuple[Group, ...]:
    bunches = _bunched(_links(firsts, heading), parted=False, alone=len(firsts) <= _WEIGHED)
    return tuple(_group([units[at] for at in bunch], "") for bunch in sorted(bunches))


def _group(units: Sequence[tuple[Statement, ...]], half: str) -> Group:
    return Group(tuple(one for unit in units for one in unit), half=half)


def _links(statements: Sequence[Statement], heading: str, *, lines: bool = True) -> Matrix:
    """Nearness of every two statements, shape (n, n); 0 on the diagonal."""
    meant = _meant(tuple(statement.text for statement in statements))
    links = np.zeros((len(statements), len(statements)), np.float32)
    for first, second in combinations(range(len(statements)), 2):
        near = _near(statements[first], statements[second], heading, lines=lines)
        near += _MEANT * max(0.0, float(meant[first, second]) - _NOISE) + _BESIDE / (second - first) ** 2
        links[first, second] = links[second, first] = near
    return links


def _bunched(links: Matrix, parted: bool, alone: bool = False) -> list[Bunch]:
    """Places in bunches by the mean nearness of their statements (Sokal and Michener 1958).

    About ``_HELD`` statements to a bunch; what is near nothing else stays by itself while there are few.
    """
    among = len(links)
    bunches: list[Bunch] = [[at] for at in range(among)]
    fewest = 1 if parted and among <= _EACH else max(2, round(among / _HELD))
    many = among if alone or (among <= _EACH and not parted) else min(_POINTS, among // 2 + 1)
    wanted = among if alone else min(fewest, many)
    most = max(_EACH if parted else _READABLE, -(-among // _POINTS) + 1)
    while len(bunches) > 1:
        pairs = [
            (float(links[np.ix_(one, other)].mean()), first, second)
            for (first, one), (second, other) in combinations(enumerate(bunches), 2)
            if len(one) + len(other) <= most
        ]
        if not pairs:
            break
        near, first, second = max(pairs, key=lambda pair: (pair[0], -pair[1], -pair[2]))
        if near < (_KIN if alone else _AKIN) and len(bunches) <= wanted:
            break
        if near < _ALIEN and len(bunches) <= many and not (parted and among <= _EACH):
            break
        bunches[first] = sorted(bunches[first] + bunches.pop(second))
    return bunches


def _by_halves(statements: Sequence[Statement], heading: str) -> list[tuple[Bunch, str]]:
    """Places by the part of the heading they tell of, where it names several and each is told of.

    Words decide; a statement that says no part's words goes where it is nearest.
    """
    names, among = halves(heading), len(statements)
    whole = [(list(range(among)), "")]
    if not names or among < _EACH - 1:
        return whole
    scores, links = _scores(statements, names), _links(statements, heading, lines=False)
    sure = [at for at in range(among) if _margin(scores[at]) >= _SURE]
    if {int(scores[at].argmax()) for at in sure} != set(range(len(names))):
        return whole
    held: list[Bunch] = [[at for at in sure if scores[at].argmax() == half] for half in range(len(names))]
    for _ in range(among - len(sure)):
        tied = np.stack([links[:, bunch].max(axis=1) for bunch in held], axis=1)
        near = scores + np.minimum(tied, 1.0) / 2
        for half, bunch in enumerate(held):
            near[[at + 1 for at in bunch if at + 1 < among], half] += _FOLLOWS
            near[[at - 1 for at in bunch if at], half] += _LEADS_TO
        near[[at for bunch in held for at in bunch]] = -np.inf
        at, half = divmod(int(near.argmax()), len(names))
        held[half].append(at)
    return [(sorted(bunch), name) for bunch, name in zip(held, names, strict=True)]


def _scores(statements: Sequence[Statement], names: Sequence[str]) -> Matrix:
    """How near each statement is to each part of a heading in words and meaning, shape (n, parts)."""
    among = len(statements)
    texts = [one.text for one in statements]
    meant = np.array(_meant((*texts, *names))[:among, among:])
    for at, text in enumerate(texts):
        for half, name in enumerate(names):
            others = set().union(*(_two(one) for one in names if one != name))
            meant[at, half] += _SAYS * len((_two(name) - others) & _two(text))
    return meant


def _margin(scores: Matrix) -> float:
    first, second = sorted(scores, reverse=True)[:2]
    return float(first - second)


def _two(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _names(half: str, statement: Statement) -> bool:
    """Whether a statement says a good third of the words of a part of the heading."""
    return 3 * len(_two(half) & _two(statement.text)) >= len(half) - 1


def _in_order(points: Sequence[tuple[Bunch, str]], firsts: Sequence[Statement]) -> list[tuple[Bunch, str]]:
    """Points with what governs first and results last, else as written; so too the statements of each."""
    ordered = [
        (_dated(sorted(held, key=lambda at: (rank(firsts[at]), at)), firsts), half) for held, half in points
    ]
    return sorted(ordered, key=lambda point: (_whole_rank([firsts[at] for at in point[0]]), min(point[0])))


def _headed(
    points: Sequence[tuple[Bunch, str]], firsts: Sequence[Statement], heading: str
) -> list[tuple[Bunch, str]]:
    """Points with the part of the heading that one of them plainly says."""
    named = list(points)
    for name in halves(heading):
        said = [
            sum(len(_two(name) & _two(firsts[at].text)) >= _PLAINLY for at in bunch) for bunch, _ in named
        ]
        best = said.index(max(said))
        if 2 * said[best] >= len(named[best][0]) and said.count(said[best]) == 1 and not named[best][1]:
            named[best] = (named[best][0], name)
    return named


def _dated(held: Bunch, firsts: Sequence[Statement]) -> Bunch:
    """Statements that begin with a time of the year in the order of time, in the places that they hold."""
    times = {at: time for at in held if (time := time_of(firsts[at].text)) is not None}
    turned = iter(sorted(times, key=lambda at: (times[at], at)))
    return [next(turned) if at in times else at for at in held]


def _whole_rank(held: Sequence[Statement]) -> int:
    ranks = [rank(one) for one in held]
    return -1 if min(ranks) < 0 else 1 if min(ranks) > 0 else 0


def running(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Points of running text: as many after each other as a paragraph bears, as one."""
    told: list[Group] = []
    held = [one for group in groups for one in group.statements]
    late = [one for one in held if rank(one) > 0 and not _goes_on(held, one)]
    pieces = [tuple(one for one in group.statements if one not in late) for group in groups]
    for piece in (*pieces, tuple(sorted(late, key=rank))):
        length = sum(len(one.text) for one in piece)
        if told and _length(told[-1]) + length <= _PARAGRAPH:
            told[-1] = Group(told[-1].statements + piece)
        elif piece:
            told.append(Group(piece))
    return tuple(told)


def tied(groups: Sequence[Group], heading: str) -> tuple[Group, ...]:
    """The points with what shares nothing with the others of its point set apart, in the writer's order.

    Two statements stand in one point where they share a word that the heading has not, or a kind of act.
    """
    parted: list[Group] = []
    for group in groups:
        pieces = [group] if group.deploys else _pieces(group, heading)
        parted += [
            replace(piece, half=group.half if place == 0 or _names(group.half, piece.statements[0]) else "")
            for place, piece in enumerate(pieces)
        ]
    return tuple(parted)


def _pieces(group: Group, heading: str) -> list[Group]:
    """A point in pieces whose statements hang together, each with what goes on from it."""
    pieces: list[tuple[tuple[Statement, ...], ...]] = []
    for unit in _joined(group.statements):
        near = [
            piece for piece in pieces if any(_shares(one[0], unit[0], heading, group.half) for one in piece)
        ]
        pieces = [piece for piece in pieces if piece not in near]
        pieces.append((*(one for piece in near for one in piece), unit))
    places = {id(one): at for at, one in enumerate(group.statements)}
    ordered = [sorted(piece, key=lambda unit: places[id(unit[0])]) for piece in pieces]
    ordered.sort(key=lambda piece: places[id(piece[0][0])])
    return [_group(piece, "") for piece in ordered]


def _shares(one: Statement, other: Statement, heading: str, half: str) -> bool:
    """Whether two statements share a word or a kind of act, or both say a part of the heading."""
    shared = _pairs(one.text) & _pairs(other.text) - _pairs(heading) - _SAID_OF_ALL
    if shared or kinds_of(one.text) & kinds_of(other.text):
        return True
    said = _pairs(half)
    return bool(said & _pairs(one.text)) and bool(said & _pairs(other.text))


def loose(groups: Sequence[Group]) -> bool:
    """Whether less than half of the statements stand in a point with another, or most points are thin."""
    thin = [one for one in groups if len(one.statements) == 1 and _length(one) < _THIN]
    if len(thin) > len(groups) - len(thin):
        return True
    among = sum(len(group.statements) for group in groups)
    kept = sum(len(group.statements) for group in groups if len(group.statements) > 1)
    return 2 * kept < among


def in_turn(statements: Sequence[Statement]) -> tuple[Group, ...]:
    """Statements as running paragraphs in the writer's order: what governs first, shares and honours last."""
    units = sorted(_joined(statements), key=lambda unit: _turn(unit[0]))
    told: list[Group] = []
    for unit in units:
        fits = told and len(told[-1].statements) + len(unit) <= _IN_TURN
        if fits and _length(told[-1]) + sum(len(one.text) for one in unit) <= _TURN:
            told[-1] = Group(told[-1].statements + unit)
        else:
            told.append(Group(unit))
    if len(told) > 1 and len(told[-1].statements) == 1:
        last = told.pop()
        told[-1] = Group(told[-1].statements + last.statements)
    return tuple(told)


def _turn(one: Statement) -> int:
    return -1 if governs(one) else _HONOURED if _PRAISED.search(one.text) else max(rank(one), 0)


def _goes_on(held: Sequence[Statement], one: Statement) -> bool:
    """Whether something goes on from a statement, which must stay before it."""
    at = held.index(one)
    return at + 1 < len(held) and held[at + 1].text.startswith(GOES_ON)


def _length(group: Group) -> int:
    return sum(len(one.text) for one in group.statements)


def _joined(statements: Sequence[Statement]) -> list[tuple[Statement, ...]]:
    """Each statement with what goes on from it."""
    units: list[tuple[Statement, ...]] = []
    for statement in statements:
        if units and (statement.text.startswith(GOES_ON) or _LEFT.match(statement.text)):
            units[-1] = (*units[-1], statement)
        else:
            units.append((statement,))
    return units


def _led(statements: Sequence[Statement], links: Matrix) -> Bunch:
    """Places of the meetings and duties that make a point in front: several, and the lesser part."""
    leads = [at for at, one in enumerate(statements) if governs(one)]
    others = [at for at in range(len(statements)) if at not in leads]
    if not leads or len(leads) >= len(others) or len(statements) <= _EACH:
        return []
    if len(leads) == 1 and float(links[leads[0], others].max()) >= _AKIN:
        return []
    return sorted(leads, key=lambda at: (not MEETS.search(statements[at].text), at))


def _near(one: Statement, other: Statement, heading: str, *, lines: bool) -> float:
    """How near two statements are in their words and acts, and by ``lines`` in their lines of work."""
    alike = _alike(one.text, other.text, heading, lines=lines)
    shared = kinds_of(one.text) & kinds_of(other.text)
    return alike + _ACT * bool(shared)


@lru_cache(maxsize=64)
def _meant(texts: tuple[str, ...]) -> Matrix:
    """Nearness of meaning by the model that ships with Zhibi, whatever the shelf uses; shape (n, n)."""
    return nearness(texts, _embedder().embed)


@lru_cache(maxsize=1)
def _embedder() -> Embedder:
    return open_embedder()


def _alike(one: str, other: str, heading: str, *, lines: bool) -> float:
    shared = _pairs(one) & _pairs(other) - _pairs(heading)
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


def _pairs(text: str) -> set[str]:
    """Pairs of characters that name matter: no figure, no word that every note has."""
    plain = _COMMON.sub(" ", re.sub(r"[^\u4e00-\u9fff]", " ", text))
    return {part[at : at + 2] for part in plain.split() for at in range(len(part) - 1)}


_COMMON: Final = re.compile(
    "工作|开展|召开|举办|组织|完成|实现|落实|推进|建设|新增|新建|发放|服务|管理|全部|办理|办结|受理|培训|检查"
    "|活动|人次|万元|亿元|全年|今年|累计|进行|情况|同比|增长|下降|其中|已经|问题|项目|人员|发现|整改|制定|印发|参加"
)

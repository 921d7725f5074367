"""Folded page -> where a full name stands, told by its characters and by what is around it.

A name is weighed: how much its characters look like one (李红梅 3, 李红 1), what stands before it (局长 3,
由 2, a comma 1) and behind it (主持会议 3, 同志 2, 到 1). ``NEEDED`` points make a name, so 局长高峰 and
高秀英同志 are persons while 高度, 方向 and 金融 are not.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from index.glossary import alternation, words

NEEDED = 5
TITLE, BY, EDGE = 3, 2, 1
"""What a role, a word like 由, and a comma before a name are worth."""
ACT, RANK, MOVE = 3, 2, 1
"""What 主持, 同志, and 到 behind a name are worth; an edge as much as the last."""
SURE = 3
"""What the characters of 李红梅 are worth."""
ASKED = "由请让"
BESIDE = "和与及对向同跟为是以将等局委"
WATERS = "江湖河谷"
"""End of a name of a place as often as of a person: 汤逊湖, 西门江."""
NUMBERS = "三四五六"
"""Part of a short name such as 张三, in a longer one the next word: 李红三次获奖."""
REACH = 5
"""Length of the longest word of a role that may stand before a name."""
BEHIND_SOUND = re.compile("同志|老人|主持|带头|带队|荣获|被评为")
SPELT = 12
"""How far before one of these a name spelt by its sound may begin."""
HAN = re.compile("[\u4e00-\u9fff\ue000]")
LISTED = re.compile(
    "(?P<lead>[（(：:，。；\n]|^)(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})+)(?=[）)，。；\n]|等|$)"
)
RANKS = (
    "(?:副|原|代)?(?:书记|局长|主任|部长|县长|市长|省长|区长|镇长|乡长|州长|院长|检察长|校长|处长|科长|所长|队长|组长"
    "|站长|董事长|总经理|经理|主席|秘书长|教授|院士|博士)(?!级|办|责任)|等[0-9一二两三四五六七八九十]+(?:名|位|人)"
)


class Letters(NamedTuple):
    """Common surnames, rare ones, characters of given names, and those that are as often something else."""

    common: frozenset[str]
    rare: frozenset[str]
    given: frozenset[str]
    weak: frozenset[str]


@lru_cache(maxsize=1)
def _letters() -> Letters:
    return Letters(*(frozenset("".join(words("persons", key))) for key in Letters._fields))


@lru_cache(maxsize=8)
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("persons", key))


@lru_cache(maxsize=1)
def _candidates() -> re.Pattern[str]:
    """A surname before what may be a given name of two characters, a common one also before one of one."""
    letters = _letters()
    given, sure = (_class(some) for some in (letters.given, letters.given - letters.weak | set(NUMBERS)))
    common, rare = _class(letters.common), _class(letters.rare - letters.common)
    doubles = "|".join(sorted(_listed("doubles")))
    return re.compile(
        f"(?:{doubles})(?={given})|{common}(?={given}{given}|{sure})|{rare}(?={given}{given}|{sure})"
    )


def _class(letters: Iterable[str]) -> str:
    return f"[{''.join(sorted(letters))}]"


@lru_cache(maxsize=4)
def _pattern(key: str) -> re.Pattern[str]:
    """Pattern of the words of a list behind a name; 王丽荣获 is 王丽 and 荣获."""
    more = {"acts": "|(?<!荣)获", "ranks": f"|{RANKS}"}.get(key, "")
    return re.compile(f"(?:{alternation(word for word in words('persons', key) if word != '获')}{more})")


@lru_cache(maxsize=1)
def _spelt() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Names spelt by their sound: 艾力·买买提; 扎西次仁 where a text ends."""
    sound = "".join(words("persons", "sound"))
    one = f"(?:[{sound}]|次[仁旺旦]|不都)"
    return (
        re.compile(f"{one}{{2,6}}(?:[·•]{one}{{2,8}}){{1,2}}"),
        re.compile(f"(?<![·•{sound}]){one}{{3,8}}$"),
    )


def _before(page: str, start: int) -> int:
    """Weight of what stands before a name."""
    end = start - 1 if page[start - 1 : start] in (":", "：") else start
    roles = _listed("roles")
    if page[end - 2 : end] in roles or page[end - 3 : end] in roles:
        return TITLE
    if page[max(0, end - 4) : end] in roles or page[max(0, end - REACH) : end] in roles:
        return TITLE
    if not start or not HAN.match(page, start - 1):
        return 0 if page[start - 1 : start].isdigit() else EDGE
    called = _listed("called")
    if page[start - 2 : start] in called or page[max(0, start - 3) : start] in called:
        return TITLE
    if page[start - 1] in ASKED and page[start] != "于":
        return BY
    return EDGE if page[start - 1] in BESIDE else 0


def _after(page: str, end: int) -> int:
    """Weight of what stands behind a name."""
    if end >= len(page) or not HAN.match(page, end):
        return MOVE
    if _pattern("acts").match(page, end):
        return ACT
    if _pattern("ranks").match(page, end):
        return RANK
    return MOVE if _pattern("moves").match(page, end) else 0


def _shape(page: str, start: int, end: int) -> int:
    """How much the characters look like a name: 李红梅 3, 安红梅 2, 李红 1, 0 when they do not."""
    letters = _letters()
    if page[end - 2 : end] in _listed("tails") and end - start > 2:
        return 0
    double = page[start : start + 2] in _listed("doubles") and end - start > 2
    rest = page[start + (2 if double else 1) : end]
    common = double or page[start] in letters.common
    if not rest or not letters.given.issuperset(rest) or not (common or page[start] in letters.rare):
        return 0
    sure = letters.weak.isdisjoint(rest)
    if len(rest) == 1 and not double:
        return 1 if sure or (common and rest in NUMBERS) else 0
    return 3 if sure and common else 2 if sure or common else 1


def _ordinary(page: str, start: int) -> bool:
    """True when an ordinary word begins at ``start``."""
    two, three = page[start : start + 2], page[start : start + 3]
    return any(two in known or three in known for known in (_listed("words"), _listed("no_name")))


def _best(page: str, start: int, length: int) -> int:
    """End of the name that begins at ``start``; 0 when none does.

    The heavier of a longer and a shorter one is taken, of equal ones the longer unless its end is weak.
    """
    ends = [end for end in (start + length + 2, start + length + 1) if end <= len(page)]
    shapes = [(shape, end) for end in ends if (shape := _shape(page, start, end))]
    before = _before(page, start) if shapes else 0
    best = (0, False, 0)
    for shape, end in shapes:
        if shape + before + ACT < NEEDED:
            continue
        after = _after(page, end)
        if not before and (shape < SURE or after < RANK):
            continue
        if shape == 1 and after != ACT and page[start] in _letters().rare:
            continue
        if page[end - 1] in WATERS and before < TITLE and after < RANK:
            continue
        if _ordinary(page, start) and not (before > EDGE and after == ACT):
            continue
        best = max(best, (shape + before + after, page[end - 1] not in _letters().weak, end))
    return best[2] if best[0] >= NEEDED else 0


def _looks(page: str, start: int, end: int) -> bool:
    return start >= 0 and bool(_shape(page, start, end)) and not _ordinary(page, start)


def _neighbours(page: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Short names in a list with a name: 张建国、王强."""
    while page[end : end + 1] == "、":
        ends = [at for at in (end + 4, end + 3) if _looks(page, end + 1, at) and _after(page, at)]
        if not ends:
            break
        yield end + 1, ends[0]
        end = ends[0]
    while start > 2 and page[start - 1] == "、":
        starts = [at for at in (start - 4, start - 3) if _looks(page, at, start - 1) and _before(page, at)]
        if not starts:
            break
        yield starts[0], start - 1
        start = starts[0]


def _lists(page: str) -> Iterator[tuple[int, int]]:
    """Lists of nothing but names: （魏来、冯程程）."""
    for found in LISTED.finditer(page):
        start, several = found.start("names"), found["names"].split("、")
        ends = [start + sum(map(len, several[: at + 1])) + at for at in range(len(several))]
        spans = [(end - len(name), end) for name, end in zip(several, ends, strict=True)]
        enough = len(several) > 2 or found["lead"] in "（(：:"
        if enough and all(_looks(page, *span) for span in spans):
            yield from spans


def named(page: str) -> Iterator[tuple[int, int]]:
    """Where full names stand; the same stretch may be given twice.

    >>> list(named("张建国到青溪县讲党课"))
    [(0, 3)]
    """
    done = 0
    for found in _candidates().finditer(page):
        start = found.start()
        end = _best(page, start, len(found[0])) if start >= done else 0
        if end:
            yield start, end
            yield from _neighbours(page, start, end)
            done = end
    yield from _lists(page)


def spelt(page: str) -> Iterator[tuple[int, int]]:
    """Where names stand that are written by their sound.

    >>> list(spelt("党员艾力·买买提带队"))
    [(2, 8)]
    """
    dotted, bare = _spelt()
    for found in dotted.finditer(page) if "·" in page or "•" in page else ():
        yield found.span()
    for anchor in BEHIND_SOUND.finditer(page):
        run = bare.search(page, max(0, anchor.start() - SPELT), anchor.start())
        if run:
            yield run.span()

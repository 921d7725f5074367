"""Statement -> what it is about, as a noun phrase of its own words with the verb a label puts before it.

Only words of the statement stand in the phrase, in its order, or its verb behind its object as a noun
(排查廉政风险点46个 -> 廉政风险点排查; 新建分馆2家 -> 分馆建设).
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from assistant.stock import stock, words
from index.expressions import expressions

LONGEST: Final = 10
"""Characters of a phrase."""
_NAMES_ON: Final = "月日周会大活工进次"
"""Characters behind an act that name it further (纪律教育月); others make a thing of it (培训机构)."""
_BEFORE: Final = 4
"""Characters before an act inside a phrase."""
_SHAPE: Final = stock("acts")["shape"]


def _any(key: str) -> str:
    return "|".join(map(re.escape, sorted(_SHAPE[key].split(), key=len, reverse=True)))


_TIME: Final = re.compile(rf"^(?:(?:{_SHAPE['time']})(?:以来|前|起|底前)?(?:共|累计)?[，,]?)+")
_MEANS: Final = re.compile(f"^(?:{_any('means')})+")
_WITH: Final = re.compile(
    r"^(?:在|于|为|对|向|给|与|和|同|跟|会同|联合|依托|通过|利用|组织|邀请)[^，。；]{1,24}?"
    r"(?=开展|举办|召开|进行|实施|推行|签|共建|补建|新建|建成|建立|设立|设|开设|办|送|开通|发放)"
)
_HELD: Final = re.compile(
    r"^.{0,14}(?:组织开展|开展|组织|举办|召开|实施|完成|推进|签订|签署|签(?![约到证发]))了?(?=[^，。；]{3,})"
)
_DONE: Final = dict(one.partition(">")[::2] for one in _SHAPE["taken"].split())
_TAKEN: Final = re.compile(
    rf"^(?:把|将)(?P<thing>[^，。；\d]{{2,8}}?)(?:全部|都)?(?P<deed>{'|'.join(_DONE)})(?:了|掉|好|完|成)?"
)
_FIGURE: Final = re.compile(
    r"为?[\d０-９]|[，；。：,;（(]|全部|平均|提前|同比|较上年|比上年|达到|累计|(?:一|两|三)(?:次|场|个|名|遍|轮|项)"
)
_QUANTITY: Final = re.compile(rf"^(?:[一二两三四五六七八九十]|[\d.]+[万余多]*)(?:{_any('units')})")
_RANKED: Final = re.compile(f"^(?:{_SHAPE['ranks']})(?=.{{4}})")
_LOOSE: Final = re.compile(_SHAPE["particle"] + r"|[\x00-\x7f]")
_QUOTED: Final = re.compile(r"[“”‘’]")
_ENDS_LOOSE: Final = re.compile(f"(?:{_any('ends')})$|来馆")
_SHORT_VERB: Final = re.compile(f"(?:{_any('short')})(?!{_any('kept')})")
_TITLED: Final = re.compile(
    r"(?P<deed>起草|制定|制订|修订|编制|印发|出台)了?《[^《》]*?(?P<kind>[^《》]{2}(?:预案|办法|方案|意见|制度|规划|细则|条例))》"
)
_ZEAL: Final = ("加强", "强化", "深化", "优化", "推进", "规范", "做好", "抓好", "提升")
"""Verbs with which a note words its own label."""
_NAME: Final = re.compile("“[^“”]*”")
_NAMED: Final = re.compile(r"“[^“”，。；]{4,8}”")


@dataclass(frozen=True, slots=True)
class Matter:
    """What a statement is about."""

    noun: str
    verb: str
    """The verb of a label for it: 加强, 开展, 抓好 …"""
    acts: bool
    """Whether it names an act, and not only a thing."""
    kind: str = ""
    """Name of the kind of act; empty where it names none."""


@lru_cache(maxsize=2048)
def matter_of(text: str) -> Matter | None:
    """What a statement is about; None where its words do not show it as a short phrase.

    >>> matter_of("排查廉政风险点46个").noun, matter_of("水上巡查1104航次").noun
    ('廉政风险点排查', '水上巡查')
    """
    found = [one for clause in re.split("[，；。]", text)[:3] if (one := _of_clause(clause))]
    acting = [one for one in found if one.acts]
    return next(iter([*acting, *found]), None)


def _of_clause(clause: str) -> Matter | None:
    titled = _TITLED.search(clause)
    if titled:
        return Matter(titled["kind"] + titled["deed"], "抓好", acts=True)
    plain = _MEANS.sub("", _actorless(_TIME.sub("", clause)))
    taken = _TAKEN.match(plain)
    if taken and _is_noun(taken["thing"] + _DONE.get(taken["deed"], "")):
        return Matter(taken["thing"] + _DONE.get(taken["deed"], ""), "推进", acts=True)
    plain = _light(_WITH.sub("", plain))
    held = _HELD.match(plain)
    plain = _QUANTITY.sub("", plain[held.end() :] if held else plain)
    named = _governing(plain) or _acting(_ranked(_FIGURE.split(plain)[0]))
    if named and named.noun.startswith(_ZEAL):
        named = replace(named, verb="")
    if named and _is_noun(named.noun):
        return named
    head = _ranked(_FIGURE.split(plain)[0])
    ended = next((word for word in _deeds() if head.endswith(word) and len(head) > len(word) + 1), "")
    if ended and _is_noun(head.removesuffix(ended) + _deeds()[ended][2]):
        kind, verb, behind = _deeds()[ended]
        return Matter(head.removesuffix(ended) + behind, verb, acts=True, kind=kind)
    counted = re.match(r"为?\d", plain[len(_FIGURE.split(plain)[0]) :])
    if held and _is_noun(head):
        signed = held.group().rstrip("了").endswith(("签", "签订"))
        return Matter(head + "签订" * signed, "抓好", acts=True)
    thing = _is_noun(head) and not _begins_as_deed(head) and not _ENDS_LOOSE.search(head)
    if counted and thing and len(head) > 2 and not _SHORT_VERB.match(head):
        behind = next((act for end, act in _ends() if head.endswith(end)), "")
        begun = _verb_inside(head)
        if begun:
            return Matter(head[begun:], "", acts=True) if len(head) - begun >= _BEFORE else None
        return Matter(head + behind, "做好" if behind else "抓好", acts=bool(behind))
    if _is_noun(head) and len(head) >= 4 and _deed_of(head):
        return Matter(head, "", acts=True)
    quoted = _NAMED.search(clause)
    named_so = quoted and _is_noun(quoted.group()) and not _ENDS_LOOSE.search(quoted.group())
    return Matter(quoted.group(), "抓好", acts=False) if quoted and named_so else None


def _ranked(head: str) -> str:
    return _RANKED.sub("", head)


def _verb_inside(head: str) -> int:
    """Where a verb begins inside a phrase that is only counted: 智慧渔政新增高清探头 -> 4; 0 for nowhere."""
    hard = {*words("verbs", "verbs"), *words("verbs", "deeds")}
    hard -= {*words("verbs", "soft"), *words("verbs", "standing"), *_acts()} - {"新增"}
    return next((at for at in range(2, len(head) - 2) if head[at : at + 2] in hard), 0)


def _deed_of(head: str) -> bool:
    """Whether words begin with a verb of what was done, so that they are a label as they stand."""
    others = words("verbs", "standing") + tuple(_SHAPE["outcomes"].split())
    return _begins_as_deed(head) and not head.startswith(others) and not _ENDS_LOOSE.search(head)


def _begins_as_deed(head: str) -> bool:
    """Whether words begin with a verb, so that they are no noun."""
    verbs = {*words("verbs", "verbs"), *words("verbs", "deeds")}
    return head.startswith(tuple(one for one in verbs if len(one) > 1))


def is_deed(noun: str) -> bool:
    """Whether a phrase begins with a verb and governs something, so that no further verb can take it.

    >>> is_deed("抢救复壮"), is_deed("讲党课"), is_deed("水上巡查")
    (True, True, False)
    """
    return _begins_as_deed(noun) or bool(_SHORT_VERB.match(noun))


@lru_cache(maxsize=2048)
def kinds_of(text: str) -> frozenset[str]:
    """Kinds of acts that the first words of a statement name."""
    head = re.split(r"[，；。]", text)[0]
    shown = {kind for word, (kind, _, _) in _acts().items() if word in head}
    cued = {one["name"] for one in stock("acts")["act"] for cue in one.get("cues", "").split() if cue in head}
    return frozenset(shown | cued)


def _acting(head: str) -> Matter | None:
    """A phrase that ends in an act (水上巡查), or begins with one that it names (纪律教育月…)."""
    for word, (kind, verb, _) in _acts().items():
        ends = head.endswith(word) and not _begins_as_deed(head) and _is_noun(head)
        if head == word or ends:
            return Matter(head, verb, acts=True, kind=kind)
    for word, (kind, verb, _) in _acts().items():
        at = head.find(word)
        goes_on = head[at + len(word) : at + len(word) + 1]
        if 2 <= at <= _BEFORE and goes_on and goes_on in _NAMES_ON and not _begins_as_deed(head):
            return Matter(head[: at + len(word)], verb, acts=True, kind=kind)
        tail = re.search(f"[与和同对向给的、]([^与和同对向给的、]{{2,6}}{word})$", head)
        if tail and _is_noun(tail.group(1)):
            return Matter(tail.group(1), verb, acts=True, kind=kind)
        if at >= 0 and len(word) > 2 and head.endswith(word):
            return Matter(word, verb, acts=True, kind=kind)
    return None


def _governing(clause: str) -> Matter | None:
    """A verb and what it governs, turned round: 清理地笼 -> 地笼清理."""
    for word, (kind, verb, behind) in _deeds().items():
        if not clause.startswith(word):
            continue
        rest = _QUANTITY.sub("", clause.removeprefix(word).removeprefix("了"))
        rest = _ranked(_FIGURE.split(rest)[0])
        if len(rest) < 2 or _ENDS_LOOSE.search(rest) or re.match("[月周人员率量户点站室村]|日(?!间)", rest):
            return None
        other = next((act for act in _deeds() if rest.startswith(act) and len(rest) > len(act) + 1), "")
        if other:
            return Matter(_ranked(rest[len(other) :]) + word + other, verb, acts=True, kind=kind)
        if rest in _acts():
            return Matter(word + rest, verb, acts=True, kind=kind)
        rest = rest if not rest.endswith(behind) else rest[: -len(behind)]
        return Matter(rest + behind, verb, acts=True, kind=kind)
    return None


@lru_cache(maxsize=1)
def _acts() -> dict[str, tuple[str, str, str]]:
    rows = {
        word: (one["name"], one["verb"], word) for one in stock("acts")["act"] for word in one["acts"].split()
    }
    return dict(sorted(rows.items(), key=lambda row: -len(row[0])))


@lru_cache(maxsize=1)
def _deeds() -> dict[str, tuple[str, str, str]]:
    rows: dict[str, tuple[str, str, str]] = {}
    for one in stock("acts")["act"]:
        pairs = (pair.split(">") for pair in one["as"].split())
        rows |= {deed: (one["name"], one["verb"], noun) for deed, noun in pairs}
    return rows


@lru_cache(maxsize=1)
def _ends() -> tuple[tuple[str, str], ...]:
    """Things that are only counted where something is done with them: 行政案件58起 -> 行政案件办理."""
    pairs = (one.split(">") for one in stock("acts")["things"]["ends"].split())
    return tuple((end, act) for end, act in pairs)


def _light(text: str) -> str:
    """The text without the verbs in front that every deed may have."""
    light = sorted(stock("acts")["light"]["verbs"].split(), key=len, reverse=True)
    plain = text
    while found := next((one for one in light if plain.startswith(one) and len(plain) > len(one) + 1), ""):
        plain = plain.removeprefix(found).removeprefix("了")
    return plain


def _actorless(text: str) -> str:
    actor = next((one for one in words("verbs", "actors") if text.startswith(one)), "")
    return text.removeprefix(actor)


def _is_noun(text: str) -> bool:
    """Whether a phrase can stand as the object of a label: short, whole, without particles or figures."""
    if not 2 <= len(text) <= LONGEST or _LOOSE.search(_NAME.sub("", text)) or any(expressions(text)):
        return False
    return len(_QUOTED.findall(text)) % 2 == 0 and not re.search(r"[《》（）()【】]", text)

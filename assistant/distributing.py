"""Facts and a plan -> which fact stands under which heading: by hand, role, line of work, words, meaning.

Every fact stands under exactly one heading or is told as unplaced: ``sum of parts + unplaced = facts``.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from assistant.dividing import divide
from assistant.facets import CLEAR, Facet, facet_of, families, realms
from assistant.homing import homing
from assistant.nearing import Near
from assistant.paralleling import BROAD
from assistant.plan import Heading, Plan
from assistant.types import Fact
from assistant.viewing import suits
from index.types import Role
from index.wording import heading_likeness

UNPLACED: Final = ""
_SAME: Final = 1.0
_FAMILY: Final = 0.5
_NEAR: Final = 0.7
"""Weight of the likeness of a fact's words and a heading's, 0 to 1."""
_HOME: Final = 1.0
"""A heading of all the work at once, or the only one, takes what no other asks for."""
_LEAST: Final = 0.9
_REALM: Final = 0.2
_WEAK: Final = 0.5
"""Factor where a single short word shows the line of work: 危旧房整治 is no 专项整治."""
_WHOLE: Final = re.compile(
    "履职|岗位职责|主要工作|其他(?:重点)?工作|工作(?:开展)?情况$"
    "|^(?:main )?work done$|^our work$|^achievements$|^activities$",
    re.I,
)
_NAMED: Final = 0.5
_HOMING: Final = 1.5
_MEANT: Final = 2.0
"""Weight of nearness in meaning, less its mean over the headings."""
_ILL: Final = re.compile(
    r"不(?:到位|通|够|高|强|多|足|紧|齐|清|顺|便|利|畅|牢|稳|匹配|到\d)|跟不上|(?:还没|没有(?:突破|恢复)|没能|只有|仅有|坏了)|没有(?:物业|经费|专业|专门|固定|统一|形成|建立|人(?!员|身)|着落|完全|及时|达到)"
    r"|没(?:人|钱|有着落|跟上)|缺(?!陷已|席)|断[档层]|(?:低|差|少|慢|弱|重|散|旧)(?=[，。；、]|$)|偏[低少弱慢大重]|失修|流失|滞后|薄弱|吃紧|紧张"
    r"|参差|混乱|走了\d+[人名]|没有?着落"
)
_DEED: Final = re.compile(
    r"整改|解决|补齐|化解|办结|缓解|改善|修缮|修复|更换|更新|消除|调整|帮助|针对|治理|弥补|配备|降[到至低]|下降|减少|查处|完成|为|给|清理"
)
_COMING_YEAR: Final = re.compile(r"(20\d\d)年")
_COMING: Final = re.compile(
    "新学[年期]|下半年|明年|来年|后年|接下来|下阶段|今后|下一阶段|新的一年|下学[年期]|四季度"
)
_ASKS: Final = re.compile("请求|恳请|建议|希望|请上级")
_LABELLED: Final = re.compile(
    r"(?:((?:problem|issue|challenge|difficulty|difficulties|shortcoming)s?)"
    r"|(?:next steps?|plans?|to do))\s*:",
    re.I,
)
"""An English note that says itself what it is: ``Problem: the roof still leaks``."""
_INTENT: Final = re.compile("[要将拟]|打算|计划|准备|力争|争取")
_AHEAD: Final = re.compile("继续|争取|推动|力争|进一步|谋划|探索|加快|拟|准备|想")
_DONE: Final = re.compile(r"\d|了|已|完成|建成|取得|通过|实现|获")
_STIR: Final = re.compile(
    "持续|切实|扎实|全面|认真|不断|着力|强化|加强|抓实|抓好|深化|推进|推动|落实|提升|压实|压紧|夯实|严明|履行|开展|建设|工作"
    "|情况|做好|保持|坚持|有关|[，、和的与及]"
)
"""What heads and ends a heading of any matter."""


@dataclass(frozen=True, slots=True)
class Share:
    """The facts of one heading, in the order of the notes."""

    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Distribution:
    """Where each fact stands."""

    shares: tuple[Share, ...]
    unplaced: tuple[Fact, ...]

    def of(self, heading_id: str) -> tuple[Fact, ...]:
        """The facts of a heading; none where it has none."""
        return next((share.facts for share in self.shares if share.heading == heading_id), ())

    def where(self) -> dict[str, str]:
        """Fact id -> heading id, ``UNPLACED`` for those that stand nowhere."""
        held = {fact.id: share.heading for share in self.shares for fact in share.facts}
        return held | {fact.id: UNPLACED for fact in self.unplaced}


def distribute(
    facts: Sequence[Fact], plan: Plan, moved: Mapping[str, str] | None = None, near: Near | None = None
) -> Distribution:
    """Put each fact under a heading.

    Args:
        facts: The sheet.
        plan: Its leaves are where facts may stand.
        moved: (fact id -> heading id) by hand; ``UNPLACED`` leaves a fact out.
        near: Facts and headings -> nearness in meaning; without it words alone decide.
    """
    leaves = [leaf for leaf in plan.leaves() if leaf.level or leaf.role == "opening"]
    by_hand = dict(plan.placed) | dict(moved or {})
    held: dict[str, list[Fact]] = {leaf.id: [] for leaf in leaves}
    unplaced: list[Fact] = []
    homes = _homes(facts, [leaf for leaf in leaves if leaf.level], plan, near)
    for fact in facts:
        home = by_hand.get(fact.id)
        if home is None or home not in (*held, UNPLACED):
            home = homes[fact.id]
        (unplaced if home == UNPLACED else held[home]).append(fact)
    return Distribution(tuple(Share(name, tuple(held[name])) for name in held), tuple(unplaced))


def role_of(fact: Fact) -> Role:
    """The role a fact's own words say: work, problems or next."""
    return next((part.role for part in divide("工作情况", (fact,)) if part.facts), "work")


def is_broad(heading: str) -> bool:
    """Whether a heading tells of all the work at once, so that any fact of work may stand under it."""
    return bool(BROAD.fullmatch(heading) or _WHOLE.search(heading)) and facet_of(heading) is None


def _homes(facts: Sequence[Fact], leaves: Sequence[Heading], plan: Plan, near: Near | None) -> dict[str, str]:
    texts, headings = [fact.text for fact in facts], [leaf.text for leaf in leaves]
    table = (
        near(texts, headings)
        if near and facts and leaves and not plan.english
        else [[0.0] * len(leaves)] * len(facts)
    )
    return {fact.id: _home(fact, leaves, plan, row) for fact, row in zip(facts, table, strict=True)}


def _home(fact: Fact, leaves: Sequence[Heading], plan: Plan, near: Sequence[float]) -> str:
    if not suits(fact.text, plan.viewpoint):
        return UNPLACED
    role = role_of(fact)
    if role == "work":
        role = _hidden_role(fact.text, plan, {leaf.role for leaf in leaves})
    fitting = [place for place, leaf in enumerate(leaves) if leaf.role == role]
    if not fitting:
        return UNPLACED
    alone = len(fitting) == 1
    mean = sum(near[place] for place in fitting) / len(fitting)
    scores = {
        place: _score(fact, leaves[place], plan, alone=alone) + _MEANT * (near[place] - mean)
        for place in fitting
    }
    best = max(scores, key=lambda place: (scores[place], -place))
    return leaves[best].id if scores[best] >= _LEAST else UNPLACED


def _score(fact: Fact, leaf: Heading, plan: Plan, *, alone: bool) -> float:
    """How well a fact's words suit a heading and those above it; the heading itself weighs most."""
    score = _HOME if alone or is_broad(leaf.text) else 0.0
    facet = facet_of(fact.text)
    above = plan.above(leaf.id)
    weak = facet is not None and facet_of(fact.text, least=CLEAR) is None
    if weak and facet is not None and facet.family != "integrity":
        weak = not any(is_broad(one.text) for one in above)
    for weight, heading in ((1.0, leaf), *((0.4, one) for one in above)):
        asked = line_of(heading.text)
        if facet is not None and asked is not None:
            same, akin = facet.name == asked.name, facet.family == asked.family
            score += weight * (_WEAK if weak else 1.0) * (_SAME if same else _FAMILY if akin else 0.0)
            score += weight * (_REALM if not akin and _realm(facet) == _realm(asked) else 0.0)
        score += weight * _NEAR * heading_likeness(fact.text, (heading.text,))
        score += weight * _NAMED * min(2, _named(fact.text, heading.text))
        score += weight * _HOMING * homing(fact.text, heading.text, f"{plan.title} {plan.kind}")
    return score


def _hidden_role(text: str, plan: Plan, roles: Collection[Role]) -> Role:
    """The role of a fact whose words say none by themselves, where the plan has a heading for it."""
    labelled = _LABELLED.match(text)
    if labelled:
        said: Role = "problems" if labelled[1] else "next"
        return said if said in roles else "work"
    if "next" in roles and is_due(text, plan):
        return "next"
    return "problems" if "problems" in roles and is_ill(text) else "work"


def is_due(text: str, plan: Plan) -> bool:
    """Whether a fact tells of a time after the one reported on, or of what is only to be done."""
    said = _COMING_YEAR.match(text)
    if said and plan.year and int(said[1]) > plan.year:
        return True
    coming = _COMING.match(text)
    if coming:
        return coming[0] != "下半年" or "上半年" in plan.title or bool(_INTENT.search(text))
    asked = any("建议" in one.text for one in plan.leaves() if one.role == "next")
    return bool(_AHEAD.match(text) or (asked and _ASKS.match(text))) and not _DONE.search(text)


def is_ill(text: str) -> bool:
    """Whether a fact without any word of a shortcoming tells of one all the same: 网格员待遇低，走了22人.

    >>> is_ill("网格员待遇低，一年走了22人"), is_ill("没有插手过工程"), is_ill("给老旧小区加装电梯31部")
    (True, False, False)
    """
    return bool(_ILL.search(text)) and not _DEED.search(text)


def line_of(heading: str) -> Facet | None:
    """The line of work a heading names; Zhibi's own label for a family names that family."""
    own = next((family for family in families().values() if heading in family.labels), None)
    return own or facet_of(heading)


def _realm(facet: Facet) -> str:
    return realms()[facet.family].name if facet.family in realms() else facet.family


def _named(text: str, heading: str) -> int:
    """How many pairs of characters of a heading's matter (作风 of 加强作风建设) a text has."""
    return sum(one + other in text for part in _STIR.split(heading) for one, other in pairwise(part))

"""Facts and a plan -> which fact stands under which heading: by hand, role, line of work, words, meaning.

Every fact stands under exactly one heading or is told as unplaced: ``sum of parts + unplaced = facts``.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from assistant.confining import Topic, evident, topic_of
from assistant.dividing import divide, roles_of
from assistant.facets import facet_of
from assistant.nearing import Near
from assistant.paralleling import BROAD
from assistant.plan import Heading, Plan
from assistant.suiting import Table, is_party, least, likelihood, names_party, suit
from assistant.types import Fact
from assistant.viewing import suits
from index.types import Role

UNPLACED: Final = ""
Why = Literal["", "hand", "viewpoint", "topic", "role", "unsure"]
"""Why a fact stands nowhere: put aside by hand; another viewpoint's; of another matter than the report; its
part of the report has no heading; no heading suits it clearly."""
_BY_HAND: Final[Why] = "hand"
_WHOLE: Final = re.compile(
    "履职|岗位职责|主要工作|其他(?:重点)?工作|工作(?:开展)?情况$"
    "|^(?:main )?work done$|^our work$|^achievements$|^activities$",
    re.I,
)
_ILL: Final = re.compile(
    r"不(?:到位|通|够|高|强|多|足|紧|齐|清|顺|便|利|畅|牢|稳|匹配|到\d)|跟不上|(?:还没|没有(?:突破|恢复)|没能|只有|仅有|坏了)|没有(?:物业|经费|专业|专门|固定|统一|形成|建立|人(?!员|身)|着落|完全|及时|达到)"
    r"|没(?:人|钱|有着落|跟上)|缺(?!陷已|席)|(?<![没未不无])断[档层]|(?:低|差|少|慢|弱|重|(?<![扩解疏消])散|旧)(?=[，。；、]|$)|偏[低少弱慢大重]|失修|流失|滞后|薄弱|吃紧|紧张"
    r"|参差|混乱|走了\d+[人名]|没有?着落|(?<![解急疑脱灾])难(?=以|[，。和与并]|$)|单一|淡薄|不(?:落实|上会|主动|规范|及时|愿|敢|会)(?![^，。]{0,6}\d)"
    r"|意见[多大]|费用高|付不起|反复$|反复，|陈旧|兼着|多是兼职|身兼|只(?:有|占|落实|完成了?|能)|(?<![成造])就[一两][个台名人架辆]|积压|老旧$|走过场|意识(?:弱|差|不)|畏难|办法(?:不多|少)|压力大|反弹"
    r"|还没|尚未|两张皮|重[^，。；]{1,8}轻|流动快|离职率高|业务不熟|不熟(?!练)|依赖|接不上|重建轻管|屡\w屡|边\w边犯|的?不多$|卖不[上出]|不敢(?!腐)|爆管频繁|堵得|把不住|应付(?=[，。；]|$|了事|差事)|流于形式|挂个名|亏(?:着|损|空)|(?:还|仍|尚)有[^，。；]{0,8}\d|[个人名]人?管着\d|缺[编口额]|平均年龄5\d|断头"
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
_MEANT: Final = re.compile(
    "(?:计划(?![生内外书]|免疫|单列)|拟(?!定|订|制|稿|发)|打算|将(?!军)|准备(?=[在把对新建开])|(?:一|二|三|四|上|下)季度前|\\d+月底?前)"
)
_FULFILLED: Final = re.compile("已|了|全部(?:完成|完工|办结)|超额|提前完成|完成率")
_EASED: Final = re.compile("(?:减少|下降|降低|降到|降至|缩短|压减|少了?)[^，。；]{0,4}\\d|动态清零|清零$")
"""A lack that grew less is work: 薄弱校减少5所."""
_DEALT: Final = re.compile(
    r"(?:抽查|检查|督查|督导|排查|巡察|审计|暗访|体检|评查)[^。；]{0,40}(?:通报|整改|改掉|问责|约谈|处理|曝光|清退|责令|退回|纠正|补齐)"
    r"|^(?:改造|整顿|转化|提升|帮扶|整治|消除|改善|盘活|清理)[^，。；]{0,6}(?:薄弱|软弱|落后|老旧|后进|低效|空壳|闲置)[^，。；]{0,12}\d"
)
"""What was found and dealt with is work, whatever was wrong: 抽查4轮，记录不规范的5个支部被通报."""


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
    reasons: tuple[tuple[str, Why], ...] = ()
    """(id of an unplaced fact, why it stands nowhere)."""

    def why(self, fact_id: str) -> Why:
        """Why a fact stands nowhere, empty for one that stands somewhere."""
        return dict(self.reasons).get(fact_id, "")

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
    reasons: list[tuple[str, Why]] = []
    for fact in facts:
        put = by_hand.get(fact.id)
        home, why = homes[fact.id] if put is None or put not in (*held, UNPLACED) else (put, _BY_HAND)
        if home == UNPLACED:
            unplaced.append(fact)
            reasons.append((fact.id, why))
        else:
            held[home].append(fact)
    shares = tuple(Share(name, tuple(held[name])) for name in held)
    return Distribution(shares, tuple(unplaced), tuple(reasons))


def role_of(fact: Fact) -> Role:
    """The role a fact's own words say: work, problems or next."""
    return next((part.role for part in divide("工作情况", (fact,)) if part.facts), "work")


def is_broad(heading: str) -> bool:
    """Whether a heading tells of all the work at once, so that any fact of work may stand under it."""
    return bool(BROAD.fullmatch(heading) or _WHOLE.search(heading)) and facet_of(heading) is None


def _homes(
    facts: Sequence[Fact], leaves: Sequence[Heading], plan: Plan, near: Near | None
) -> dict[str, tuple[str, Why]]:
    """Fact id -> heading id and, where there is none, why."""
    texts = [fact.text for fact in facts]
    table = np.zeros((len(texts), len(leaves)))
    if near and texts and leaves and not plan.english:
        table = np.asarray(near(texts, [leaf.text for leaf in leaves]), np.float64)
    topic = topic_of(plan)
    suited = suit(texts, leaves, plan, table)
    return {fact.id: _home(fact, leaves, plan, topic, rows) for fact, rows in zip(facts, suited, strict=True)}


def _home(
    fact: Fact, leaves: Sequence[Heading], plan: Plan, topic: Topic | None, rows: Table
) -> tuple[str, Why]:
    fitting, why = choices(fact, leaves, plan, topic)
    if len(fitting) < 2:
        return (leaves[fitting[0]].id, "") if fitting else (UNPLACED, why)
    odds = likelihood(rows[fitting])
    best = int(odds.argmax())
    if odds[best] >= least():
        return leaves[fitting[best]].id, ""
    broad = [leaves[place].id for place in fitting if is_broad(leaves[place].text)]
    return (broad[0], "") if broad else (UNPLACED, "unsure")


def choices(fact: Fact, leaves: Sequence[Heading], plan: Plan, topic: Topic | None) -> tuple[list[int], Why]:
    """Places of the headings a fact may stand under; where there are none, why.

    Its viewpoint, the matter of the report and its part of it decide. In a report on all the work what is
    of the Party stands only under headings of the Party, of conduct and the staff, if there are any.
    """
    if not suits(fact.text, plan.viewpoint):
        return [], "viewpoint"
    if topic and not evident(fact.text, topic):
        return [], "topic"
    parts = [_parts(leaf) for leaf in leaves]
    role = part_of(fact, plan, {part for held in parts for part in held})
    fitting = [place for place, held in enumerate(parts) if role in held]
    if topic or len(fitting) < 2 or not is_party(fact.text):
        return fitting, "role"
    ours = [place for place in fitting if names_party(leaves[place].text, itself=True)]
    ours = ours or [place for place in fitting if names_party(leaves[place].text)]
    return (ours or fitting, "role") if role == "work" else (ours, "unsure")


def _parts(leaf: Heading) -> tuple[Role, ...]:
    """The parts of a report that a heading takes: 存在问题和下一步打算 takes two."""
    both = leaf.role == "problems" and "next" in roles_of(leaf.text)
    return ("problems", "next") if both else (leaf.role,)


def part_of(fact: Fact, plan: Plan, roles: Collection[Role]) -> Role:
    """The role of a fact in a plan that has headings of these roles."""
    role = role_of(fact)
    if role == "problems" and (_EASED.search(fact.text) or _DEALT.search(fact.text)):
        role = "work"
    return _hidden_role(fact.text, plan, roles) if role == "work" else role


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
    if _MEANT.match(text) and not _FULFILLED.search(text):
        return True
    asked = any("建议" in one.text for one in plan.leaves() if one.role == "next")
    return bool(_AHEAD.match(text) or (asked and _ASKS.match(text))) and not _DONE.search(text)


def is_ill(text: str) -> bool:
    """Whether a fact without any word of a shortcoming tells of one all the same: 网格员待遇低，走了22人.

    >>> is_ill("网格员待遇低，一年走了22人"), is_ill("没有插手过工程"), is_ill("给老旧小区加装电梯31部")
    (True, False, False)
    """
    return bool(_ILL.search(text)) and not _DEED.search(text) and not _DEALT.search(text)

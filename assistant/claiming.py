"""Draft and facts -> clauses that assert an action, result, cause or fault which no fact states.

A clause is let pass when it holds a figure or date of the facts, when it speaks of attitude or aim (坚持…,
切实…, 进一步…, 确保…) and of nothing done, when it tells a plan, or when the facts say what it says: the
telling word itself, or most of the words it is about. What it cannot see: a fact told of another body.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.claiming_english import claims
from assistant.grounding import Ground, loose
from assistant.headwords import STOP, headwords
from assistant.paraphrasing import Lines, contrary
from assistant.summing import heads, sums_up
from index.sentences import clauses, sentences
from index.types import Span

ACTION = (
    "(?:全面|圆满|如期|顺利)完成|建立|建成|建设了|搭建|构建|成立|设立|制定|制订|出台|印发|修订|编制|汇编|印制|签订|组建|推出|打造|创建|创设|开通|开设|上线"
    "|启动|排查|整治|查处|约谈|通报|培训|走访|慰问|宣讲|观看|参观|督查|督办|抽查|检查|考核|评选|表彰|邀请|选派|推行|实行|试行|实施了"
    "|纳入|压减|清理|化解|拆除|新增|引进|投入|开展了|组织了|举办|召开|完成了|梳理|建档|登记|签约|讲授|讲党课|讨论|研讨|研究|部署|传达"
    "|学习了|听取|旁听|征求|收集|公示|公开|发放|悬挂|张贴|推送|发布|编发|下发|选树|聘请|配备|安装|采购|改造|修缮|轮训|演练|述职|述廉"
    "|谈心|家访|编印|重温|挂钩|回访|巡查|暗访|明察|立案|问责|处分|核查|移交|挂牌|试点|承办|获评|荣获|获得|赢得|得到了"
    "|(?<=[\u4e00-\u9fff]{2})了(?![解然结])"
)
RESULT = (
    "形成|实现|取得|达到|有效(?:提升|提高|增强|改善|遏制|解决|防范|化解|推动|破解|发挥|促进|激发|保障|缓解|减少|降低)|明显|显著|大幅"
    "|稳步(?:提升|提高|增长)|不断(?:提升|提高|增强|改善|优化|好转)了?$|持续(?:向好|好转|改善|优化|提升|增强)|好评|肯定|全覆盖|闭环|见效|成效"
    "|(?<=[\u4e00-\u9fff]{2})(?:进一步|更加|日趋|日益|不断|持续|愈发)[\u4e00-\u9fff]{2,4}$|焕然一新|常态"
    "|受到|得到了?(?=极大|根本|有效|明显|显著|进一步|全面|充分|社会|群众|上级|一致|[改完]善|提[升高]|加强|肯定|好评|认可|赞|表扬|发展)"
    "|丰硕|斐然|喜人|可喜|瞩目|转发|推广|推介|入选|获奖|表扬|嘉奖|授予|评为|迈上|再上|跃升|领先|前列|率先|首次|首创|未(?:发生|发现|出现|收到|接到)|没有(?:发生|发现|出现)|无一|零(?:发生|事故|投诉|上访|违纪)|格局|长效机制|氛围(?:日益|更加|愈加)"
    "|(?:提升|提高|增强|改善|优化|夯实|筑牢|压实|健全|完善|强化|激发|凝聚|树立|营造|推动|促进|打通|破解|解决|规范|转变|深化|落实|扭转|遏制|奠定|提供|发挥|带动|拉动|拓展|惠及)了"
    "|(?:日益|更加|愈加|越来越|逐步|普遍|全部|基本)[\u4e00-\u9fff]{0,6}(?:到位|完善|健全|规范|浓厚|增强|提高|提升|好转|顺畅|满意|认可|自觉|巩固|形成)"
)
CAUSE = "由于|因为|源于|归因|根源(?:在于|是)|原因(?:在于|是|主要)|得益于|导致|造成|受[^，。；]{1,12}影响"
FAULT = (
    "不够|不到位|不落实|不强|不高|不深|不实|不严|不细|不及时|不充分|不平衡|不规范|不健全|不完善|不彻底|不紧密|不熟悉|不适应|不主动|不透彻"
    "|薄弱|缺乏|滞后|欠缺|缺失|短缺|流于形式|走过场|浮于表面|重形式|轻[\u4e00-\u9fff]{1,4}$|偏[弱低少软慢]|畏难|松懈|脱节|拖延|推诿|匮乏|老化|陈旧|紧缺|断档|吃紧"
    "|(?:能力|力量|意识|投入|经验|力度|深度|精神|本领|人手|经费|办法|动力|活力|劲头)不足|(?:(?<!找)差距|漏洞|盲区|死角)(?!和|与|、)"
)
CAUSED = re.compile(f"{CAUSE}|(?:{FAULT})$")
CLAIM = re.compile(f"(?P<action>{ACTION})|(?P<result>{RESULT})|(?P<cause>{CAUSE})|(?P<fault>{FAULT})")
ATTITUDES = """
坚持 坚决 坚定 切实 进一步 始终 着力 持续 不断 严格 深入 认真 全面 大力 积极 牢固 牢牢 扎实 聚焦 围绕
紧扣 紧盯 立足 按照 根据 推动 推进 力争 确保 努力 加强 强化 深化 压实 压紧 拧紧 高度重视 贯彻 落实 旨在
为了 力求 务求 务必 要 必须 应当 把 突出 注重 全力 奋力 统筹 科学 精心 不折不扣 对标 让 使 更好 时刻
高标准 高质量 严守 树立 从严 深刻 增强 提高 提升 守牢 守住 筑牢 夯实 抓好 抓实 抓紧 抓牢 做好 做到 做实
引导 教育引导 督促 不忘 牢记 树牢 健全完善 发扬 弘扬 履行 担当 对照 结合 通过 一年来 今年以来 作为 面对
关于 对于 紧紧 真正 下足 下大力气 久久为功 驰而不息 常抓不懈 真抓实干 求真务实 用心用情 用好 一体 层层
稳步推进 稳妥 有序推进 有力有序 锚定 瞄准 站稳 践行 秉持 秉承 恪守 保持 传承 永葆 不负 争当 争做 敢于
善于 勇于 带头 执行 加快 规范 严肃 明确 健全 完善 严明 把牢 把好 抓细 做细 做优 发挥 改进 优化 细化 靠前 依法
培育 涵养 厚植 丰富 拓展 拓宽 整治 纠治 狠抓 办好 管好 扛牢 扛起 遵守 学习
守护 守好 回应 抢抓 把握 防范化解 兜牢 补齐 当好 汇聚 谱写 奋进 勇担 锐意 开拓 攻坚 争创 用真
倾心 倾情 心系 胸怀 崇尚 严把 严防 严控 聚力 致力 合力 倾力 改善 搞好 激活 防止 杜绝 塑造 擦亮 走好 种好
下好 协调 抓 充实 方便 便利 便于
"""
AIM = re.compile(
    f"{'|'.join(ATTITUDES.split())}"
    "|自觉(?:接受|遵守|践行|抵制|维护)|服务(?=大局|发展|中心|人民)|维护(?=好|[社国党])|保障(?=好|民生)"
    "|将[^，。；]{1,14}(?:作为|摆在|贯穿|放在)|针对(?!性)|以(?![上下来及免])|为[^，。；]{2,20}(?:提供|奠定|作出|贡献|保驾护航|赋能|助力|筑牢)|受[^，。；]{2,12}委托"
    "|在[^，。；]{2,20}(?:下|中|上|里|前|后|时|过程|期间|方面)$|从[^，。；]{2,16}(?:抓起|做起|入手|出发|着手)"
)
CHINESE = re.compile("[\u3400-\u9fff]")
LEADS = re.compile(r"[\s一二三四五六七八九十（）()\d.、是①-⑳第]*")
DONE = re.compile(
    "了|已|现已|(?:全面|圆满|如期|顺利)完成|成功|明显|显著|有效|大幅|全部|成效|好评|形成|取得|实现|未发[生现]|建立|建成|出台|成立|搭建"
)
DEED = re.compile(
    rf"(?:聚焦|围绕|紧盯|紧扣|针对|结合|依托|通过|利用|借助|对照|立足|采取)[^，。；]{{2,24}}?(?:{ACTION}|开展|组织|引导|责令)"
    "|[把将][^，。；]{2,20}(?:纳入|列入)(?!重要|议事|党[委组])"
    "|深入(?!学习|贯彻|落实|推进|开展|实施|查找|剖析|分析|研究|整治|排查)[^，。；]{2,10}"
    "(?:听取|走访|调研|了解|宣讲|检查|督查|指导|排查|慰问|收集|征求)"
)
"""A deed behind words of aim: 聚焦重点领域开展专项检查, 深入班级听取意见."""
HOPE = re.compile("力求|力争|确保|旨在|为了|务求|争取|以期|努力")
WANTING = re.compile("(?:工作)?(?:难|困难|不|慢|弱|滞后|有差距|有欠缺)")
"""Behind a deed that is told as wanting: 查处难."""
MADE = re.compile("做到|实现|达到|件件|事事|处处|户户")
TAIL = 4
"""Last characters of a deed that a fact has word for word: 紧盯物资采购 is 盯住物资采购."""
OWN = 2
"""Characters beside a fault that a fact names: 监测盲区 is 盲区."""
PLAN = re.compile(
    "下一步|下步|今后|明年|来年|接下来|力争|(?:将|拟|打算|计划)"
    "(?=于|在|继续|重点|持续|进一步|组织|开展|召开|做好|着力|启动|推进|实施|以|坚持|全面|深入|围绕|聚焦)"
)
FIRM = re.compile(
    "[\u4e00-\u9fff]{0,8}?(?:坚持|高度重视|始终|切实|认真|牢固树立|深入贯彻|全面贯彻|贯彻落实|严格落实|带头落实)"
)
"""An attitude told of somebody: 局党组高度重视."""
FRAME = re.compile(
    "如下|以下|主要(?:表现|有|做法|工作)|存在(?:一些|不少|的|以下)|方面[，：]?$|(?:具体|主要|有关|基本|总体)情况[是为]$|[现向][^，。；]{0,20}汇报|^汇报|相比$|看到|认识到"
)
CHARGED = re.compile("^(?:但|也|还|仍|同时)*存在")
"""What is told as a fault however short: 存在挤占挪用."""
INTRO = re.compile(
    "(?:[\u4e00-\u9fff]{2,6}(?:工作)?中?)?(?:也|还|仍|同时)*(?:存在|有)(?:着|一些|一定的?|部分|若干)*"
    "(?:不足|短板|差距|薄弱环节|(?:没有|尚?未)(?:完成|解决|落实)的(?:事项|问题|任务))(?:和(?:不足|短板|差距|问题))?"
)
"""What only leads to the shortcomings behind it: 工作中还存在不足."""
BASED = re.compile("^在[^，。；]{1,10}基础上")
"""What only goes on from the point before: 在查的基础上."""
GENERIC = re.compile("^(?:开展|组织|推行|实行|推进|做好|抓好|落实|进行|举办|实施)")
"""Deeds that say no more than their object does: 推行快办."""
FILLER = re.compile(
    "随后|后来|之后|然后|部门|方面|那边|这边|那块|这块|目前|现在|现已|做到|仍然?|还是|依然|尚|还|已经?|均|都|了|的|地"
)
"""What a clause may have more or less and say the same."""
DOING = re.compile("^(?:已经?|均|都|全部|现已)*([\u4e00-\u9fff])([\u4e00-\u9fff])$")
"""A deed alone: 已全部关闭."""
AROUND = re.compile(
    "^(?:但|也|还|仍|同时|此外|其中|并且?)*(?:存在着?)?|^结果(?=[均全都])|等(?:问题|现象|方面|情况|工作|活动)?$"
    "|(?<=[\u4e00-\u9fff]{2})(?:处理|完毕)$"
)
NOT = re.compile(
    "(?:没有|尚未|未能|没能|还未|未|没(?=[\u4e00-\u9fff]))(?:发生|发现|出现|造成|接到|收到)?"
    "|(?<![\u4e00-\u9fff]毫)无(?![法论线偿障纸烟土效形私]|人(?!员))|零(?=[事投上违差伤死案])"
)
DENIAL = re.compile(r"(?:未|没有?|无|(?<!差)不|从未)\Z")
LINKING = re.compile("[为是了已均]")
BECAUSE = re.compile("由于|因为|因(?!此|而)")
COVERED = 0.6
"""Share of the characters a clause is about that facts must hold for the clause to be theirs."""
HALF = 0.5
"""Share of a telling word's own characters that facts must hold: 全部整改到位 is 全部整改."""
TOLD = 0.4
"""Share of its words that facts must hold of a clause without a telling word (社会反响热烈)."""
TELLING = 5
"""Characters of such a clause at least."""
LABEL = 10
"""Characters of a label behind its mark at most: 二是加快项目建设。"""
KEPT = 0.7
"""Share of a clause's characters that one fact must hold in their order: 人手偏少 is 人手少."""
RETOLD = 0.8
"""The same without the words of no matter, of one clause of a fact."""
PARTS = re.compile("[，。；：、]")
COMPARED = 200
"""Characters of a clause at most that is compared with facts letter by letter."""
SHORTEST = 4
"""Characters of a clause at least; 有效防范 alone only goes on with what stands before it."""


def unasked(text: str, taken: Iterable[Span], ground: Ground) -> Iterator[Span]:
    """Clauses that claim what no fact states.

    Args:
        text: The draft.
        taken: Spans of its figures, dates and names: what they say is judged by themselves.
        ground: What facts and heading state.
    """
    said = _Said.of(ground)
    spans = sorted(taken)
    for sentence in sentences(text):
        if PLAN.search(sentence.of(text)):
            continue
        for part in clauses(sentence.of(text)):
            clause = Span(sentence.start + part.start, sentence.start + part.end)
            if any(clause.start < span.end and span.start < clause.end for span in spans):
                continue
            words = clause.of(text)
            told = _claims(loose(words), said) if CHINESE.search(words) else claims(words, said.words)
            if told and not _labels(text, clause, said):
                yield clause


@dataclass(frozen=True, slots=True)
class _Said:
    """What facts and heading say."""

    joined: str
    plain: tuple[str, ...]
    """Their lines in one wording for yes, no and because."""
    words: frozenset[str]
    lines: tuple[tuple[str, frozenset[str]], ...]
    """Each line with its words."""
    spoken: Lines
    """The lines and their clauses, to be compared by their sense."""

    @classmethod
    def of(cls, ground: Ground) -> "_Said":
        """All that a ground says."""
        lines = tuple((line, headwords(line)) for line in ground.joined.split("\n"))
        words = frozenset(word for text in ground.texts for word in headwords(text))
        spoken = Lines(line for line, _ in lines)
        return cls(ground.joined, tuple(plain(line) for line, _ in lines), words, lines, spoken)

    def tells(self, cue: str, clause: str) -> bool:
        """Whether a line has the telling word, or half of it, and some other word of its clause."""
        own = headwords(cue)
        others = headwords(clause) - own
        for line, words in self.lines:
            same = LINKING.sub("", cue) in LINKING.sub("", line)
            near = same or (bool(own) and len(own & words) >= HALF * len(own))
            if near and (not others or others & words):
                return True
        return False


def _labels(text: str, clause: Span, said: "_Said") -> bool:
    """Whether a clause that tells faults only is the label of stated ones."""
    words = clause.of(text)
    cues = list(CLAIM.finditer(words))
    wanting = bool(cues) and bool(cues[-1]["fault"]) and not words[cues[-1].end() :].strip("，。；：、！ ")
    deeds = [
        cue
        for cue in cues
        if not (cue["fault"] or WANTING.match(words, cue.end()) or (wanting and cue["action"]))
    ]
    if not deeds:
        return sums_up(text, clause, said.spoken, said.words)
    return all(cue["action"] for cue in deeds) and heads(text, clause, said.joined)


def plain(text: str) -> str:
    """A text with one word for no and one for because: 经费未到位 is 经费没有到位."""
    return BECAUSE.sub("因", NOT.sub("未", text))


def _claims(clause: str, said: "_Said") -> bool:
    """Whether a clause (folded, without blanks and quotes) tells what the facts do not say."""
    lead = _lead(clause)
    clause = clause[lead:].rstrip("，。；：、！,.;:")
    if _leads_on(clause):
        return False
    clause = BASED.sub("", clause)
    charged = bool(CHARGED.match(clause))
    clause = AROUND.sub("", clause)
    if len(clause) < SHORTEST or clause in said.joined:
        return len(clause) >= SHORTEST and _only_denied(clause, said.joined)
    cues = list(CLAIM.finditer(clause))
    aimed = AIM.match(clause) or FIRM.match(clause)
    found = DEED.match(clause)
    deed = bool(found) and not (found and found[0][-TAIL:] in said.joined)
    if HOPE.match(clause) or (aimed and not (deed or DONE.search(clause) or CAUSED.search(clause))):
        return False
    own = plain(clause)
    kept = [(_kept(own, line), line) for line in said.plain]
    if _reversed(own, kept):
        return True
    if _held(own, kept) or in_short(clause, said.joined) or _retold(own, said):
        return False
    unsaid = [cue for cue in cues if not said.tells(cue[0], clause)]
    if not deed and all(cue["fault"] for cue in unsaid) and _reworded(clause, cues, said):
        return False
    if any(not cue["action"] for cue in unsaid):
        return True
    if unsaid or deed:
        return _share(clause, said.words) < COVERED
    if aimed or len(clause) < (SHORTEST if charged else TELLING) or (lead and len(clause) <= LABEL):
        return False
    return bool(headwords(clause)) and _share(clause, said.words) < TOLD


def _leads_on(clause: str) -> bool:
    """Whether a clause only leads to what stands behind it."""
    return bool(FRAME.search(clause) or INTRO.fullmatch(clause))


def _held(own: str, kept: list[tuple[float, str]]) -> bool:
    """Whether a line has most of a clause and denies it no less."""
    return any(share >= KEPT and ("未" in line or "未" not in own) for share, line in kept)


def in_short(clause: str, joined: str) -> bool:
    """Whether a clause is a stated thing behind a verb of any deed, or a deed that a fact says short."""
    matter = GENERIC.sub("", clause)
    if matter != clause and len(matter) >= OWN and matter in joined and not _only_denied(matter, joined):
        return True
    alone = DOING.fullmatch(clause)
    return alone is not None and any(f"{lead}{alone[1]}了" in joined for lead in "都全")


def _retold(own: str, said: "_Said") -> bool:
    """Whether a line says a clause but for words of no matter: 没有做到实时 for 不是实时."""
    bare = FILLER.sub("", own)
    if len(bare) < SHORTEST - 1:
        return False
    for line in said.plain:
        for part in PARTS.split(line):
            told = FILLER.sub("", part.replace("不是", "未"))
            if _kept(bare, told) >= RETOLD and ("未" in bare) == ("未" in told):
                return True
    return False


def _only_denied(clause: str, joined: str) -> bool:
    """Whether the facts have the very words only behind a no: 未发现病例 for 发现病例."""
    at = joined.find(clause)
    while at >= 0:
        if not DENIAL.search(joined, max(0, at - 2), at):
            return False
        at = joined.find(clause, at + 1)
    return True


def _reversed(clause: str, kept: list[tuple[float, str]]) -> bool:
    """Whether every line that holds most of a clause says lower where it says higher."""
    near = [line for share, line in kept if share >= COVERED]
    return bool(near) and all(contrary(clause, line) for line in near)


def _reworded(clause: str, cues: list[re.Match[str]], said: "_Said") -> bool:
    """Whether a clause that claims no deed and no result is a fact in other words."""
    if MADE.search(clause):
        return False
    bare = bool(cues) and len(clause) - len(cues[0][0]) <= OWN and cues[0][0] in said.joined
    return bare or said.spoken.say(clause)


def _lead(clause: str) -> int:
    found = LEADS.match(clause)
    return found.end() if found else 0


def _kept(clause: str, line: str) -> float:
    """Share of the clause's characters that one fact holds in the same order."""
    own = STOP.sub("", clause)
    if len(own) > COMPARED:
        return 0.0
    if sum(mark in line for mark in own) < COVERED * len(own):
        return 0.0
    row = [0] * (len(line) + 1)
    for mark in own:
        before = 0
        for at, other in enumerate(line, 1):
            before, row[at] = row[at], before + 1 if mark == other else max(row[at], row[at - 1])
    return row[-1] / len(own) if own else 1.0


def _share(clause: str, words: frozenset[str]) -> float:
    """Share of the clause's own words (pairs of characters) that stand in the facts."""
    own = headwords(clause)
    return len(own & words) / len(own) if own else 0.0

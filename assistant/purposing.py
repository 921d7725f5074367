"""A sentence -> what it does in a report: tells work done, a lack, or a plan."""

import re

CLAUSE = re.compile("[，。；：！？,;!?]")
LACK = re.compile(
    "不够|不足|不(?:太|很)?(?:强|高|深|实|严|力|紧|牢|细|精|活|清|多|快|优|佳|大|广|透|准|顺|畅|熟|稳)(?![化调于心地兴量])"
    "|不(?:到位|平衡|均衡|健全|完善|完备|及时|明显|突出|明确|全面|充分|规范|扎实|深入|彻底|精准|合理|协调|匹配|适应|相适应|理想|稳定"
    "|系统|便利|主动|敏锐|顺畅|经常|尽如人意)"
    "|有待|亟待|亟需|欠缺|欠佳|欠账|薄弱|短板|弱项|差距|瓶颈|制约|堵点|偏(?:少|弱|软|低|小|重|慢|窄|差|高)|缺乏|缺少|缺口|短缺|紧缺|匮乏"
    "|滞后|落后|老化|老套|单一|粗放|松懈|滑坡|脱节|两张皮|仍然?有|仍存|依然存在|尚存|尚未|还没有|未能|还需|没有(?:得到|形成|真正|完全|根本)"
    "|存在.{0,12}(?:问题|现象|情况|倾向)|流于形式|浮于表面|重.{1,6}轻|淡薄|参差不齐|难度(?:较|还|依然)?大|压力(?:较|还|依然)?大"
    "|跟不上|满足不了|难以|严峻|艰巨|壁垒|运营困难|不会用|不愿用|不会|不愿|不敢(?!腐)"
    r"|(?i:\b(?:lacks?|insufficient|inadequate|not yet|shortages?|weak|vulnerable)\b)"
    r"|(?i:\b(?:ag(?:e)?ing|understaffed|behind schedule)\b)"
)
PLAIN = re.compile("不够|有待|亟待|亟需|还需|尚未|未能|还没有")
"""A lack that is one whatever stands before it in its clause, unless the clause goes on to name it."""
MENDED = re.compile(
    "针对|解决|破解|补齐|补足|补上|弥补|化解|打破|打通|消除|整治|纠治|纠正|查找|查摆|查改|检视|剖析|克服|扭转|改变|防止|避免|杜绝"
    "|缩小|疏通|整改|不断|攻克|防范|处置|畅通|治理|排查|围绕|聚焦|紧盯|面对|弄清|清理|拉开|没有|(?:找|补|查|防|减)$"
)
"""What stands before a lack that was dealt with: 补齐短板 tells of work done."""
NAMED = re.compile("问题|现象|情况|困难|短板")
PLAN = re.compile(
    "下一?步|下一?阶段|下半年|下一?年度|今后|明年|来年|接下来|未来|新的一年|新一年|后续将|拟于|计划(?:于|在|新|用|完成|投资|实施|改)"
    "|将(?:持续|进一步|继续|坚持|认真|着力|聚焦|以|深入|全面|加快|不断|在|从|对|全力|大力|加大|加强|严格|聚力|抓好|推动|推进|推行"
    "|开展|完善|健全|建立|深化|强化|优化|提升|实施|打造|引进|启动|组织|新建|建设|围绕|按照|充分|积极|扎实|切实|始终|更加|努力|把)"
    "(?!(?:从严|加强|推进|深化)?[^，。；]*(?:作为|纳入|列入|融入|贯穿|转化|摆|放在|结合|相统一))|我们将|我[局镇县市乡院校委办]将"
    "|^(?:继续|进一步)"
    r"|(?i:\b(?:will|next year|plans? to|intends? to)\b)"
)


def job(text: str) -> int:
    """What a sentence does: 0 tells what was done, 1 what is lacking, 2 what is planned.

    >>> [job(text) for text in ("召开专题会议。", "学习还不够深入。", "下一步，抓好学习。")]
    [0, 1, 2]
    """
    if PLAN.search(text):
        return 2
    return 1 if any(_lacks(clause) for clause in CLAUSE.split(text)) else 0


def _lacks(clause: str) -> bool:
    found = LACK.search(clause)
    if found is None:
        return False
    plain = PLAIN.match(found[0]) and not NAMED.search(clause, found.end())
    return bool(plain) or not MENDED.search(clause[: found.start()])

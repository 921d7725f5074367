"""Fact -> what of it is meant for the report: words to the drafter, senders of a chat and captions set aside.

Nothing is lost: a fact keeps its words on the sheet. What the writer asks not to be written is never written.
"""

import re
from typing import Final

_SINCE: Final = "(?![高升前供出交拔请名示案])"
"""What follows a 提 that is not 提 alone: 提供, 提拔."""
_HIDE: Final = (
    rf"(?:不要|不用|不必|勿|甭|(?<![分特区级类性差各识派告])(?<![^这那]个)(?<!^个)别)(?:再|往里|对外)?(?:写|提{_SINCE}|外传)(?!醒)"
    rf"|(?<!原)先不(?:写|提{_SINCE}|说)|不写(?:进?(?:去|了|报告|材料)|也行)"
    r"|(?:不宜|不便)(?:对外)?公开(?=[，。；）)]|$)|内部掌握|(?:暂|先)不对外"
)
"""What must not be written."""
_TALK: Final = (
    r"你(?:帮|看着|再|给我|自己|斟酌|把|来|写|先|要不要|记着|查|核)|先空着|回头(?:我|再)|照这个写|数换一下|要不要写"
    r"|我意见|批注[：:]|先写[“\"]|捋(?:成|一)|群里接龙|接龙收|领导说要|(?<![差区级性类分])别太|记不清"
    r"|我(?:来)?(?:讲|说|汇报)一下|系统导出|(?:见|如)(?:下表|表)|领导不喜欢|(?:这句|这个|这段)[^，。；]{0,4}斟酌|数等"
    r"|麻烦[^，。；]{0,8}(?:整理|写|改)|整理成(?=一段|段落|文字|正式)|凑的|顺序乱|要提一句|[，]删(?=[。；]|$)"
    r"|给的数|碰头记的|语音转文字|(?:^|[，。；])请?帮(?:我|忙|着)(?:理|写|润|改|整理|顺)|边听边记|电话里(?:讲|说)的"
    r"|口头(?:说|讲)一?下|(?:差不多|大概|暂时|目前|主要)?就(?:是)?这些(?:了|吧)?(?=[，。；]|$)"
    r"|(?:主任|局长|书记|领导|处长|科长|院长|校长|镇长|老总|经理)(?:的意思|说|讲)[^，。；]{0,8}写"
    r"|写得?(?:长|短|简单|详细|漂亮)一?[点些]|字数(?:控制|不超)|仅供(?:你)?参考|供你参考|数据口径(?=[：:\s\d])"
    r"|分[二两三四五]层写"
)
"""What is said to whoever drafts."""
_BESIDE: Final = (
    r"等[^，。；]{2,8}(?:报|给|提供|核[数实]?)(?:数)?(?=[，。；）)]|$)"
    r"|粘(?:贴)?的|口述|没整理|没改(?=[）)。；]|$)"
)
"""The same in brackets, where outside of them it may be a lack: 档案没整理."""
_CHAT: Final = re.compile(
    r"(?!.*(?:时间|时|点|至|到|开|闭))[\u4e00-\u9fffA-Za-z·_（）() -]{1,20}[\s：:]+"
    r"(?:(?:20)?\d\d[/.年-]\d{1,2}[/.月-]\d{1,2}日?\s*)?"
    r"(?:上午|下午|昨天|星期.)?\s*\d{1,2}:\d{2}(?::\d{2})?\s*[:：]?"
    r"|@[^\d]{2,40}|\[[^\]\d]*(?:群聊|聊天)[^\]\d]*\]|\[(?:图片|表情|语音|文件|视频|链接|动画表情|位置)[^\]]*\]"
    r"|(?:收到|好的?|嗯+|ok|辛苦了?|谢谢|感谢|明白|可以|在的?)[。！!~～]*",
    re.IGNORECASE,
)
"""Lines of a chat that tell nothing: who wrote when, pictures, answers."""
_COUNTING: Final = re.compile(
    r"(?:我|大家)?(?:主要|大概|基本上?|总的来说，?)*(?:有|是|说|讲|汇报)?(?:这么|以下|下面|如下)?(?:几|[两三四五六])(?:个方面|点|条|块|件事|个问题)(?:问题|情况)?(?:吧|呢|啊|哈)?"
)
"""How many points a speaker has, and nothing of them."""
_HIDDEN: Final = re.compile(_HIDE)
_SAID: Final = re.compile(f"{_HIDE}|{_TALK}")
_NOTED: Final = re.compile(f"{_HIDE}|{_TALK}|{_BESIDE}")
_QUOTED: Final = re.compile("“[^”]*”|《[^》]*》")
"""What is called so is no word to the drafter: “你点我检”."""
_BRACKET: Final = re.compile(r"[（(][^（）()]*[）)]")
_OPEN: Final = re.compile(
    "(?P<what>[\u4e00-\u9fff]{0,8}?)(?:待定|待核|待补|待查|待确认|待统计|未定)[^（）()\\d]*"
)
"""What the writer left open: （人数待定，看公安口径）."""
_ASKED: Final = re.compile(r"(?P<what>(?<=[，\s\u4e00-\u9fff])[\u4e00-\u9fff]{1,8})[？?](?=[\s，。；（(]|$)")
"""A number that the writer did not have: 省里要求不超过？."""
_SURNAME: Final = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤屈祁霞]"
)
_NAME: Final = (
    rf"(?:(?:小|老|阿){_SURNAME}"
    rf"|{_SURNAME}(?:经理|科长|队长?|主任|局长|姐|哥|调度|师傅|股长|所长|书记|院长|处长|站长|会计|教练))"
)
_PERSON: Final = re.compile(
    rf"^(?:[\u4e00-\u9fff]{{2,8}}\s+|客服|财务|办公室|业务)?{_NAME}"
    r"(?:\s*\d{1,2}[:：]\d{2})?[：:]\s*(?:有，|对了?，?)?"
)
"""Who says a line of a chat: 老马：; never 小学：, 职工： or 老年：, which are matter."""
_QUERY: Final = re.compile(r"[\u4e00-\u9fff]{1,5}[：:][^\d，。；]{2,12}(?:(?:多少|呢|吗)[？?]?|没有[？?])")
"""What somebody of a chat asks: 局办：注册运动员多少."""
_ANSWER: Final = re.compile(r"(?:行|好的?|可以|对的?|写|是的?|知道了?)[，\s]*(?:写|的|吧|就行)?")
_QUESTION: Final = re.compile(r"[^\d]{2,16}(?:呢|吗)")
"""What one asks another in a chat: 资金缺口呢."""
_SENDER: Final = re.compile(
    rf"^【(?:[\u4e00-\u9fff]{{1,6}}(?:部|科|室|股|处|办|组|中心)(?:\s+[\u4e00-\u9fff]{{1,3}}|{_NAME})?"
    rf"|[\u4e00-\u9fff]{{2,6}}\s+[\u4e00-\u9fff]{{1,3}}|{_NAME}|{_SURNAME})】\s*"
)
"""Who sent a line of a chat: 【宣教部 郝姐】."""
_BOXED: Final = re.compile(r"^【(?P<what>(?!待补充|待核实|请核)[\u4e00-\u9fff]{2,10})】\s*(?=\S)")
"""A line of work in a box: 【养老】新增床位300张."""
_COUNTED: Final = re.compile(
    r"\d[\d.,]*\s*[余多]?[万亿]?(?:[次人个件项条户家场期篇份起名元台套处座辆艘亩吨公平立千米%％]|百分点)"
)
_DATES: Final = re.compile(
    r"(?:19|20)\d\d(?:年度?|[./-])?|\d{1,2}[./-]\d{1,2}|\d{1,2}(?:\s*[-—–至到]\s*\d{1,2})?\s*月(?:份|底|初)?|\d{1,2}[日号]|[上下]半年|全年|[一二三四1-4]季度"
)
_WHO: Final = re.compile(
    r"(?:局|处|院|中心|馆|站|所|公司|集团|学校|大学|街道|乡|镇|村|社区|支队|大队|支部|党委|党组|工会|协会|委员会|学会|部|厅|科)"
)
_ACTS: Final = re.compile("[在了召开举办完成建]")
_NAMED: Final = 6
"""Characters in brackets that may name whose report it is."""
_CAPTION: Final = 30
"""Characters of a caption at most."""
_LATIN: Final = re.compile(r"[A-Z][A-Za-z'&.,() -]{4,80}")
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")


def is_aside(text: str) -> bool:
    """Whether a whole fact is said to the drafter, or asks not to be written.

    >>> [is_aside(text) for text in ("设备那个你别写得太惨。", "受理投诉3件，先不要写", "党组会12次")]
    [True, True, False]
    """
    text = _QUOTED.sub("“”", text)
    plain = _BRACKET.sub("", text)
    if _HIDDEN.search(plain):
        return True
    whole = _BRACKET.fullmatch(text.strip().rstrip("。；"))
    bare = text.strip().rstrip("。；，：: ")
    spoken = _PERSON.sub("", bare).strip()
    if spoken != bare and (_ANSWER.fullmatch(spoken) or _QUESTION.fullmatch(spoken)):
        return True
    if _QUERY.fullmatch(bare):
        return True
    if (
        bare.endswith(("？", "?"))
        and not _COUNTED.search(_DATES.sub("", bare))
        and not re.search(r"\d", bare)
    ):
        return True
    if _CHAT.fullmatch(bare) or _COUNTING.fullmatch(bare):
        return True
    named = len(re.findall(r"[\u4e00-\u9fff]", text)) >= _NAMED
    talks = bool(_NOTED.search(text) if whole else _SAID.search(plain)) or (
        whole is not None and named and not _COUNTED.search(_DATES.sub("", text))
    )
    return talks and not _COUNTED.search(_DATES.sub("", plain))


def speaks(label: str) -> bool:
    """Whether a label is somebody's name, as those of a chat are: 许教练, 老马.

    >>> speaks("许教练"), speaks("小学")
    (True, False)
    """
    return re.fullmatch(_NAME, label) is not None


def is_caption(text: str) -> bool:
    """Whether a fact only names whose figures follow and of what time: 白石埠海事处 1—6月.

    >>> [is_caption(text) for text in ("南桥公司 2025年上半年", "Harbour Office, ops dept", "党组会 12次")]
    [True, True, False]
    """
    plain = text.strip().rstrip("。；：:")
    if not _CHINESE.search(plain):
        return bool(_LATIN.fullmatch(plain)) and not re.search(r"\b[a-z]{3,}(?:ed|ing|s)\b", plain)
    if len(plain) > _CAPTION or _COUNTED.search(plain):
        return False
    parts = re.split(r"[\s（()）]+", _DATES.sub(lambda found: f" {found.group()} ", plain))
    times = [part for part in parts if part and not _DATES.sub("", part)]
    names = [part for part in parts if part and part not in times]
    return bool(times and names) and all(_WHO.search(one[-3:]) and not _ACTS.search(one) for one in names)


def without_asides(text: str) -> str:
    """A fact without who sent it, without pictures, and without the brackets that must not be written.

    What brackets leave open is a visible blank.

    >>> without_asides("【信息部】预约系统10月升级😂"), without_asides("查实9条（有1条还在核，先不要写）")
    ('预约系统10月升级', '查实9条')
    """
    plain = _BOXED.sub(r"\g<what>：", _SENDER.sub("", text.rstrip("，。； ")))
    plain = _PICTURE.sub("，", plain)
    plain = re.sub(r"\s*，[，\s]+", "，", plain).rstrip("， ")
    plain = _BRACKET.sub(_kept, _ASKED.sub(r"\g<what>【待补充：具体数】", _PERSON.sub("", plain)))
    return _without_talk(plain).strip()


def _without_talk(text: str) -> str:
    """A fact without its clauses that are said to the drafter and tell no figure: …，这个你写百分点."""
    clauses = re.split(r"(?<=[，])", text)
    kept = [
        one
        for one in clauses
        if not _SAID.search(_QUOTED.sub("“”", one)) or _COUNTED.search(_DATES.sub("", one))
    ]
    return "".join(kept).rstrip("，") if kept and len(kept) < len(clauses) else text


def _kept(found: re.Match[str]) -> str:
    """What stands in brackets: nothing where it is said to the drafter, a blank where it is left open."""
    if _NOTED.search(_QUOTED.sub("“”", found.group())):
        return ""
    left = _OPEN.fullmatch(found.group()[1:-1])
    return f"【待补充：{left['what'] or '具体情况'}】" if left else found.group()


_PICTURE: Final = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]")

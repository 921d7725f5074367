"""Text -> what kind of body it is about: 党委机关, 政府部门, 乡镇街道, 国企, 学校, 医院."""

import re
from collections import Counter
from typing import Final

KINDS: Final = (
    "党委机关", "政府部门", "乡镇街道", "国企", "学校", "医院", "法院检察院", "村社区", "其他",
)  # fmt: skip
"""What ``organisation`` may say, beside nothing."""

_NAMES: Final[tuple[tuple[str, str], ...]] = (
    # the last word of a body's name decides: 县水利局党组 is a bureau's, 人民医院党委 a hospital's
    ("法院检察院", r"法院|检察院"),
    ("医院", r"医院|卫生院|保健院|血站"),
    (
        "学校",
        r"(?:大学|学院|中学|小学|学校|幼儿园|职校|技校|[市县区第][一二三四五六七八九十]{1,3}中)(?![习全])",
    ),
    ("国企", r"公司|集团(?!军)|银行|信用社|供电所|[^工]厂(?!房)|国企|矿务局"),
    (
        "其他",
        r"政协|人大常委会|人大(?!代表)|工商联|红十字会|文联|科协|残联|妇联|总工会|协会|商会"
        r"|部队|武装部",
    ),
    (
        "村社区",
        r"(?:[^农乡城中]村|社区)(?:党[总支委]|村?[支两]?委|居委会|居民委员会|村民委员会|工作站|书记)"
        r"|村委会|居委会|村支书",
    ),
    ("乡镇街道", r"街道|[^乡城村]镇(?![静痛江海守市县区])|(?<![城家回下返归故])乡(?![镇村贤亲愁土情市县区])"),
    (
        "政府部门",
        r"[^格布当结时大邮全治变开破]局(?!面|势|部|限|域|长|级|促|里)|[^客官公]厅(?!级|局)|人民政府|国务院|管委会|管理委员会"
        r"|(?:改革|健康|监督管理|建设|工作|经济|民族|事务)委|[^组宣统全本内外干]部(?=关于|办公厅)"
        r"|政府办|发改委|卫健委|国资委|住建委|教委|农委|经信委|建委|政务服务中心|[^内]管理处|支队|行署|海关",
    ),
    (
        "党委机关",
        r"[省市县区州盟旗]委(?!书记|托)|机关工委|机关党[委组总支]|纪委|监委|组织部|宣传部|统战部|政法委|党校|编办|巡[察视]办"
        r"|党中央|中央委员会|党代会|代表大会|中共",
    ),
)
_PATTERNS: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _NAMES)
_OWN: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "政府部门",
        re.compile(
            r"[我本](?:局|厅)|全局(?=上下|系统|干部|党员|职工|各|共|召开|同志)|局党[组委]|局机关|局(?:领导)?班子|厅党组|(?:结合|全面推进)我[省市县区]|经[省市县区]政府同意|我代表.{0,12}(?:政府|国务院)"
        ),
    ),
    ("乡镇街道", re.compile(r"[我本全](?:镇|乡(?!村)|街道)|[镇乡街]党(?:委|工委)|街道党工委")),
    (
        "国企",
        re.compile(
            r"[我本](?:公司|集团|司(?!法)|厂|行(?!为|业|动)|企业)|全公司|公司党委|集团党委|公司(?:领导)?班子"
        ),
    ),
    ("学校", re.compile(r"[我本全]校|学校党[委总支]|校领导")),
    ("医院", re.compile(r"医院党[委总支]|我院.{0,40}(?:医|患|护)")),
    ("法院检察院", re.compile(r"[我本两]院.{0,40}(?:审判|检察|案件)")),
    ("村社区", re.compile(r"[我本](?:村|社区)|全村(?!民)|村党[支总]|社区党[支总委]")),
    (
        "党委机关",
        re.compile(
            r"中共中央(?:政治局|办公厅|印发|发布|纪)|中[办纪]发|[县市区]委常委会|(?<!自)[我本](?:委|部)(?![托屈分门队])|部务会|部机关|常委班子|代表(?!大会).{0,12}(?:委员会|中央)(?!.{0,6}常务)"
        ),
    ),
    (
        "其他",
        re.compile(r"人大常委会(?:党组|机关|工作报告)|常务委员会的?委托|我会(?!议)|全体官兵|我[支部]队"),
    ),
)
"""How a body calls its own."""
_THEMES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("国企", re.compile(r"董事会|生产经营|职工代表大会|利润总额|营业收入")),
    ("学校", re.compile(r"全体师生|教职工|师德师风|校园文化|教育教学")),
    ("医院", re.compile(r"全院|医德医风|临床科室|医护人员|医务人员|门诊")),
    ("法院检察院", re.compile(r"审判执行|检察工作|审判质效|公诉|审结|执结")),
    ("村社区", re.compile(r"村[“]?两委|村民小组|居民小组|网格员")),
    ("党委机关", re.compile(r"纪检监察机关|监督执纪|组织部门|宣传部门|全党")),
    ("其他", re.compile(r"政协委员|参政议政|会员单位|官兵")),
)
"""What a body's report keeps speaking of; others name it in passing."""
_OFTEN: Final = 900
"""Characters of a text for each theme word it must have."""
_OPENING: Final = 400
_ENOUGH: Final = 3
"""Votes without which nothing is told; one word by which a body calls its own is enough."""
_MOST: Final = 6
"""Times that a body's own words count."""
_LEVELLED: Final = re.compile(
    r"党中央(?:、国务院)?|国务院[^。，]{0,12}(?:意见|部署|规划|通知)"
    r"|[党市县区省]{0,2}委[、，]?和?[市县区省]?(?:政府|府)?的?[^。]{0,6}(?:领导|指导|部署|关心)"
)
"""在市委市政府领导下 names who leads, not who speaks."""
_SIGNED: Final = 80
_SIGNATURE: Final = 25
"""Characters at the end, and of a line there, in which a body may sign."""


def organisation(text: str, title: str = "", name: str = "", kind: str = "") -> str:
    """What kind of body a text is about; empty when nothing tells it.

    The title says it best, then the name of the file, then who signs, then how the text calls its own.

    >>> organisation("今年以来，我局扎实推进。"), organisation("", "柳塘镇2022年工作总结")
    ('政府部门', '乡镇街道')
    """
    if kind == "政府工作报告":
        return "政府部门"
    for words in (title, name):
        told = _named(words)
        if told:
            return told
    votes = _votes(text)
    best = max(KINDS, key=lambda body: votes[body])
    return best if votes[best] >= _ENOUGH else ""


def _votes(text: str) -> Counter[str]:
    votes: Counter[str] = Counter()
    opening = _LEVELLED.sub("", text[:_OPENING])
    for body, pattern in _OWN:
        votes[body] += _ENOUGH * min(_MOST, len(pattern.findall(text)))
    for body, pattern in _THEMES:
        count = len(pattern.findall(text))
        votes[body] += min(_MOST, count) if count * _OFTEN >= len(text) else 0
    for body, pattern in _PATTERNS:
        votes[body] += min(2, len(pattern.findall(opening)))
    for line in text[-_SIGNED:].split("\n")[1:]:
        votes[_named(line)] += 3 if len(line) <= _SIGNATURE else 0
    return votes


def _named(words: str) -> str:
    """The body whose name stands in a title: of several the first that is not led by another."""
    about = words.find("关于")
    for part in (words[:about], words[about:]) if about > 0 else (words,):
        for kind, pattern in _PATTERNS:
            if pattern.search(part):
                return kind
    return ""

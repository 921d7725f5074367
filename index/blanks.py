"""Folded page -> its blanks: 多少次, 【】, xx局, XX大, *同志, ____, 某某, and typed blanks 〈数〉."""

import re
from collections.abc import Iterator

from index.folding import Mark, fold, hits
from index.types import Expression

TYPES = (
    *("数", "日期", "时期", "百分比", "金额", "届次", "文件", "文号", "条款"),
    *("单位", "人名", "地名", "荣誉", "联系方式", "口号", "空"),
)
"""What stands in a typed blank; 〈空〉 takes anything."""

X = "[xX×Ｘ╳✕]"
SURNAMES = (
    "[王李张刘陈杨黄赵吴周徐孙朱胡郭何罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘蒋蔡杜叶吕丁沈姚卢姜崔钟谭陆汪]"
)
UNITS = (
    "(?:[次期场人名个篇份条家批件处项起万亿余元户亩天年月日位台套册本课类种门盏吨座间所支轮队组辆艘栋幢株棵头只张幅面"
    "宗桩例级倍届米斤箱袋瓶枚站趟段节部句字步块片艘村]|公[里斤顷]|千[米克瓦]|平方|立方|小时|分钟|课时|百分)"
)
LATIN = "[光射轴线型形染坐方值代级音档类字证世基因点]"
PATTERN = re.compile(
    rf"(?P<typed>〈(?:{'|'.join(TYPES)})〉)"
    rf"|(?P<meeting>(?:{X}{{1,4}}|[*＊]{{1,4}}|○{{2}})"
    r"(?:大(?![a-z家力量的小学楼厦道型])|届(?:[xX×*一二三四五六七八九]{1,2}中)?))"
    # 无论多少, 没有多少 and 多少年来 are ordinary words.
    rf"|(?P<number>(?<!无论)(?<!不管)(?<!不论)(?<!任凭)(?<!没有)(?<!，有)(?<!内有)(?<![没知论看问要])"
    rf"好?多少(?:[十百千万亿]?余)?(?=(?!年来|个[日春昼]|人[为的]|次[地]){UNITS}|%|个?百分)|(?<=[率达为共计])多少(?=[，。；、）\n])"
    r"|(?:[xX×]{1,4}|[*＊]{1,3})(?=[年月日次人份个名场条件期篇项家起余万%]))"
    r"|(?P<bracket>【[^【】\n]{0,60}】|\[ {0,8}\](?!\()|［ {0,8}］|（[ \u3000]{1,8}）|\( {1,8}\)|〔 {0,4}〕)"
    r"|(?P<line>_{2,}|＿{2,}|…{3,}|﹍+)"
    r"|(?P<stars>(?<!标注)[*＊]{1,8}(?!注[：:])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[*＊]{2,8})"
    rf"|(?P<some>(?<!{SURNAMES})某某?某?(?=[省市县区镇乡村州局院厅单公企部科街学])|(?<!{SURNAMES})某某某?)"
    rf"|(?P<cross>(?<![A-Za-z0-9+])(?:{X}{{2,6}}(?![A-Za-z0-9])|{X}(?!{LATIN})(?=[\u4e00-\u9fff])"
    r"|[○〇]{2,6}(?=[省市县区镇乡村州局院厅委办部处科站所校街同])))"
    rf"|(?<=[“‘])(?P<quoted>{X}{{1,6}})(?=[”’](?![形字型]))"
    r"|(?P<several>几(?=次(?:专题|报道|会议|调研))|(?<=第)几(?=[届次批])|(?<=问题)几(?=方面))"
    r"|(?P<honour>(?:(?<=表彰为)|(?<=评为)|(?<=授予)|(?<=荣获)|(?<=取得了)|(?<=获得)|(?<=获得了))"
    r"什么(?!样|呢|吗|叫|是))|(?P<model>什么(?=先进|荣誉|称号|奖项))"
)
UNIT = re.compile(UNITS)
HEADS = re.compile("[〈xX×Ｘ╳✕*＊○〇多好【\\[［（(〔_＿…﹍某几什]")
FILL = re.compile("待补|待填|补充|填写|[xX*＊？?…_]")
ASKED = re.compile("[^。；！\n]{0,40}[？?]")
# **重点** is emphasis; **市**区 are two blanks.
EMPHASIS = re.compile(
    r"\*\*(?![\u4e00-\u9fff]{0,2}[省市县区镇乡村州局院厅委办部处科站所校街]\*)[^*\n]{1,60}\*\*"
)

BEHIND = (
    ("地名", re.compile("[省市县区镇乡州村街](?!委|长|政|纪)|社区|自治|地区")),
    (
        "单位",
        re.compile(
            "[局院厅处科站所校委办部]|公司|集团|单位|[省市县区镇乡村街]委|政府|党[委组]|纪|监委|机关|支部|企业|系统|中心|大队|会议"
        ),
    ),
    ("人名", re.compile("同志|[书副]|主任|[局部县市区镇乡院校处科所队组]长|腐败|流毒|等人")),
    ("荣誉", re.compile("奖|称号|荣誉|先进|模范|标兵|能手")),
    ("口号", re.compile("[”’]?(?:活动|行动|主题|党课|沉浸|工程|品牌|精神)")),
)
FIXED = {
    "meeting": "届次",
    "number": "数",
    "several": "数",
    "honour": "荣誉",
    "model": "荣誉",
}


def _type(page: str, found: re.Match[str]) -> str:
    """What belongs in a blank, told by its shape or by the word behind it."""
    group = found.lastgroup or ""
    if group == "typed":
        return found[0][1:-1]
    if group in FIXED:
        return FIXED[group]
    if UNIT.match(page, found.end()):
        return "数"
    named = (name for name, word in BEHIND if word.match(page, found.end()))
    return next(named, "空")


def _prose(page: str, found: re.Match[str]) -> bool:
    """True when what looks like a blank is none: a heading in 【】, a question, an emphasis."""
    group = found.lastgroup
    if group == "bracket" and found[0].startswith("【"):
        inner = found[0][1:-1]
        return bool(inner.strip()) and not FILL.search(inner)
    return group in FIXED and group != "meeting" and bool(ASKED.match(page, found.end()))


def blanks(page: str) -> Iterator[Mark]:
    """Places a writer has still to fill; the key says what belongs there when the text shows it.

    >>> [m.key for m in blanks("XX大以来集体学习多少次")]
    ['blank:届次', 'blank:数']
    """
    bold = [found.span() for found in EMPHASIS.finditer(page)] if "**" in page else []
    for found in hits(HEADS, PATTERN, page):
        if _prose(page, found) or any(start <= found.start() < end for start, end in bold):
            continue
        yield Mark(*found.span(), "blank", f"blank:{_type(page, found)}")


def placeholders(text: str) -> tuple[Expression, ...]:
    """All blanks of a text, those inside 《》 too, which ``expressions`` leaves to the title.

    >>> [(one.text, one.key) for one in placeholders("印发《x区工作方案》，由*同志任组长")]
    [('x', 'blank:地名'), ('*', 'blank:人名')]
    """
    folded = fold(text)
    found = []
    for mark in sorted(blanks(folded.text)):
        span = folded.span(mark.start, mark.end)
        found.append(Expression(mark.kind, span, span.of(text), mark.key))
    return tuple(found)

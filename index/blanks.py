"""Folded page -> its blanks: 多少次, 【】, xx局, XX大, *同志, ____, 某某, and typed blanks 〈数〉."""

import re
from collections.abc import Iterator

from index.folding import Mark

TYPES = (
    "数",
    "日期",
    "时期",
    "百分比",
    "金额",
    "届次",
    "文件",
    "文号",
    "条款",
    "单位",
    "人名",
    "地名",
    "联系方式",
    "口号",
    "空",
)
"""What stands in a typed blank; 〈空〉 takes anything."""

X = "[xX×Ｘ╳✕]"
PLACE = "[省市县区镇乡村州局院厅委办部处科站所校街]"
PATTERN = re.compile(
    rf"(?P<typed>〈(?:{'|'.join(TYPES)})〉)"
    rf"|(?P<meeting>(?:{X}{{1,4}}|[*＊]{{1,4}}|○{{2}})(?:大(?![a-z家力量的小学])|届(?:[xX×*一二三四五六七八九]{{1,2}}中)?))"
    r"|(?P<number>(?:好)?多少(?!年来)|(?:[xX×]{1,4}|[*＊]{1,3})(?=[年月日次人份个名场条件期篇项家起余万%]))"
    r"|(?P<bracket>【[^【】\n]{0,60}】|\[ {0,8}\]|［ {0,8}］|（ {1,8}）|\( {1,8}\)|〔 {0,4}〕)"
    r"|(?P<line>_{2,}|＿{2,}|…{3,}|﹍+)"
    r"|(?P<stars>[*＊]{1,8}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[*＊]{2,8})"
    r"|(?P<some>某某某?|某(?=[省市县区镇乡村州局院厅单公企部科街]))"
    rf"|(?P<cross>(?<![A-Za-z0-9])(?:{X}{{2,6}}(?![A-Za-z0-9])|{X}(?=[\u4e00-\u9fff])|[○〇]{{2,6}}(?={PLACE})))"
    r"|(?P<several>(?:几(?=次(?:专题|报道)))|(?<=第)几(?=[届次批]))"
)
BRACKETS = re.compile("【[^】]*(?:待补|待填|补充|填写|[xX*＊？?…_]|^【\\s*】)[^】]*】|【\\s*】")
WORDS = {"meeting": "届次", "number": "数", "several": "数"}


def blanks(page: str) -> Iterator[Mark]:
    """Places a writer has still to fill; the key says what belongs there when the text shows it.

    >>> [m.key for m in blanks("XX大以来集体学习多少次")]
    ['blank:届次', 'blank:数']
    """
    for found in PATTERN.finditer(page):
        group = found.lastgroup or ""
        word = found[0][1:-1] if group == "typed" else WORDS.get(group, "空")
        if group == "bracket" and found[0].startswith("【") and not BRACKETS.search(found[0]):
            continue
        yield Mark(*found.span(), "blank", f"blank:{word}")

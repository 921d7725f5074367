"""Lines of a sample -> without what a page carries beside its text: numbers, heads, site lines, contacts."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from index.cutting import Line

PAGE = re.compile(
    r"[-—―–－─~·•\s]+\d{1,4}[-—―–－─~·•\s]+|第? ?\d{1,4} ?页?[ ，,]*[共/] ?\d{1,4} ?页?"
    r"|第 ?\d{1,4} ?页|共 ?\d{1,4} ?页"
    r"|第[一二三四五六七八九十百]{1,4}页|(?i:page) ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|页码 ?[:：] ?\d{1,4}"
)
DASHES = re.compile(r"[-—―–－─]{1,2}")
BARE = re.compile(r"\d{1,3}")
PAGE_CHARACTERS: Final = 350
"""Characters between two page numbers below which bare numbers are taken for a table's; a page of an
official document (GB/T 9704) holds 22 lines of 28 characters."""
CONTENTS = re.compile(r".{2,60}?(?:[.…·．]{4,}|(?:\. ){4,}) ?\d{1,4}")

MARKED = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．是要]|第[一二三四五六七八九十百\d]{1,4}[章节条部,，]|[（(]?\d{1,2}[）)、.．]|[①-⑳]|#"
)
STOPS: Final = "。！？；：!?;:"
MAX_HEAD: Final = 40

LABELS: Final = (
    r"联\s?系\s?人|联系电话|联\s系\s电\s话|联系方式|咨询电话|监督电话|举报电话|电\s?话|手机号?码?|传\s?真|邮\s?箱|电子邮[箱件]|[Ee]-?[Mm]ail|[Qq]{2}群?号?|微信号?"
    r"|网\s?址|官网|通[信讯]地址|邮政信箱|地\s?址|邮\s?编|邮政编码|原文链接|链接|网站|Tel|TEL|Fax|Phone"
)
LABEL = re.compile(rf"(?:{LABELS})(?:及电话|及联系电话|和电话)?\s?[:：]")
REACH = re.compile(
    r"(?:https?://|www\.)\S+|[A-Za-z0-9_.+-]{1,64}@[\w-]+(?:\.\w+)+|[+\d][\d\- ()（）转]{4,}\d"
    r"|[A-Za-z][A-Za-z0-9_-]{5,}"
)
NAMED = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4}){0,2}[ ：:]*\d[\d -]{6,}(?:[，,、；; ]+|$)){1,4}"
)
"""Names, each with its number: a contact where it stands beside one."""
LABEL_LEFT = re.compile(r"[\u4e00-\u9fff |]{2,10}")
"""What is left of a page's foot: a badge's name, a button."""
ADDRESS = re.compile(
    r"[（(【\[]?(?:(?:https?://|www\.)[!-~]+|[A-Za-z0-9_.+-]{1,64}@[\w-]+(?:\.\w+)+)[）)】\]]?", re.A
)
RUN_ON = re.compile(r"[在从至到为于是见和及与由向登录访问、，,]$|\b(?:at|from|to|see|of)$")
"""How a line ends whose sentence goes on with an address on the next."""

SITE: Final = (
    r"字号|字体|时间|日期|浏览(?:次数|量|数)?|点击(?:次数|量|数)?|阅读(?:次数|量|数)?|访问量|发布(?:时间|日期|单位|机构|人|者)|发文时间|更新时间"
    r"|(?:信息|文章|稿件)?来源|作者|编辑|责任编辑|责编|审核|供稿|撰稿|录入|校对|您(?:现在|当前)?的?位置|当前位置"
)
EMPTY = re.compile(rf"(?:(?:{SITE}|打印|关闭|分享到?|收藏|字体|[大中小+-])\s?[:：|]?\s?)+")
SITE_LABEL = re.compile(rf"(?:{SITE})\s?[:：]")
SITE_LINE = re.compile(
    r"[（(【\[]?\s?(?:(?:信息|文章|稿件|本文)?(?:来源|来自)|责任编辑|责编|编辑|浏览次数|点击数|阅读数|您(?:现在|当前)?的?位置|当前位置)\s?[:：]\s?.{1,40}[】\])）]?"
    r"|[\[【（(]?(?:打印本页|打印关闭|关闭窗口|关闭本页|返回顶部|返回首页|回到顶部|分享到|收藏本页|手机打开当前页|扫一扫在手机)[\]】）)]?.{0,30}"
    r"|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]?(?:ICP备|公网安备).{0,60}|(?:网站)?备案号\s?[:：].{0,60}|网站标识码.{0,20}"
    r"|作者\s?[:：]\s?.{0,12}|主办单位\s?[:：].{2,60}(?:网站|备案|电话|热线|ICP).{0,60}"
)
MENU = re.compile(
    r"网站地图|页面纠错|版权声明|关于我们|联系我们|网站声明|隐私声明|无障碍浏览|设为首页|加入收藏|我要纠错|RSS"
)


def page_numbers(lines: Sequence[Line]) -> None:
    """Drop page numbers; bare numbers only where they count on, a page of text between them."""
    for line in lines:
        if line.kept and PAGE.fullmatch(line.text):
            line.drop("page_number")
    _parted_numbers(lines)
    bare = [line for line in lines if line.kept and BARE.fullmatch(line.text)]
    numbers = [int(line.text) for line in bare]
    if len(bare) < 3 or any(b - a != 1 for a, b in zip(numbers, numbers[1:], strict=False)):
        return
    if sum(len(line.text) for line in lines if line.kept) >= PAGE_CHARACTERS * len(bare):
        for line in bare:
            line.drop("page_number")


def _parted_numbers(lines: Sequence[Line]) -> None:
    """Drop a page number that stands on one line with its dashes on the lines beside it."""
    kept = [line for line in lines if line.text]
    for place, line in enumerate(kept):
        if line.kept and DASHES.fullmatch(line.text):
            beside = [other for other in kept[max(0, place - 1) : place + 2] if other.kept]
            numbers = [other for other in beside if BARE.fullmatch(other.text)]
            if numbers or any(other.why == "page_number" for other in kept[max(0, place - 1) : place + 2]):
                for other in (line, *numbers):
                    other.drop("page_number")


def running_heads(lines: Sequence[Line]) -> None:
    """Drop short lines that come back page by page, and the lines of a table of contents.

    A line that comes back is a running head only if it stands beside page numbers or repeats the title:
    reports also repeat a heading (存在问题) under every section.
    """
    for line in lines:
        if line.kept and CONTENTS.fullmatch(line.text):
            line.drop("repeated_header")
    short = [at for at, line in enumerate(lines) if line.kept and _may_be_head(line)]
    counts = Counter(_key(lines[at].text) for at in short)
    first = next((at for at, line in enumerate(lines) if line.kept), 0)
    for key in [key for key, count in counts.items() if count >= 3 and key]:
        places = [at for at in short if _key(lines[at].text) == key]
        beside = sum(_beside_number(lines, at) for at in places)
        if beside * 2 >= len(places) or first in places:
            for at in places:
                if at != first:
                    lines[at].drop("repeated_header")


def _may_be_head(line: Line) -> bool:
    return (
        not line.level
        and 2 <= len(line.text) <= MAX_HEAD
        and "。" not in line.text
        and line.text[-1] not in STOPS
        and not MARKED.match(line.text)
    )


def _key(text: str) -> str:
    return re.sub(r"^[\d\s]+|[\d\s]+$", "", text)


def _beside_number(lines: Sequence[Line], at: int) -> bool:
    around = [line for line in lines[max(0, at - 2) : at + 3] if line.text]
    return any(line.why == "page_number" for line in around)


def site_lines(lines: Sequence[Line]) -> None:
    """Drop what a web page prints around a text: its source, counters, buttons."""
    for line in lines:
        if not line.kept or len(line.text) > 120:
            continue
        if len(line.text) <= 40 and line.text[-1] in "：:" and EMPTY.fullmatch(line.text):
            line.drop("advertisement")
        if line.text[-1] in STOPS:
            continue
        labels = SITE_LABEL.findall(line.text)
        if (
            SITE_LINE.fullmatch(line.text)
            or len(set(MENU.findall(line.text))) >= 2
            or len(labels) >= 2
            and _little_else(line.text, SITE_LABEL)
        ):
            line.drop("advertisement")
    _foot(lines)


def _foot(lines: Sequence[Line]) -> None:
    """Drop the short words after a page's last site lines; a foot is two such lines and more."""
    waiting: list[Line] = []
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        if line.kept and LABEL_LEFT.fullmatch(line.text) and len(waiting) < 3:
            waiting.append(line)
        elif line.text:
            above = [other.why for other in lines[max(0, place - 3) : place + 1] if other.text]
            if above[-2:] == ["advertisement"] * 2:
                for left in waiting:
                    left.drop("advertisement")
            return


def contacts(lines: Sequence[Line]) -> None:
    """Drop lines that hold only how to reach somebody; sentences that name a number stay."""
    before = ""
    for line in lines:
        if line.kept and ADDRESS.fullmatch(line.text) and not RUN_ON.search(before):
            line.drop("contact")
        before = line.text or before
    for order in (lines, lines[::-1]):
        beside = False  # a line before or after a contact may hold a name or a street only
        for line in order:
            if line.kept and _is_contact(line.text, beside):
                line.drop("contact")
            beside = line.why == "contact" or beside and not line.text


def _is_contact(text: str, beside: bool) -> bool:
    if beside and NAMED.fullmatch(text):
        return True
    text = text.removesuffix("。")
    labelled = LABEL.search(text[:12]) is not None and len(text) <= 120 and not re.search("[。！？]", text)
    if not labelled or not _little_else(text, LABEL):
        return False
    return beside or REACH.search(LABEL.sub("", text)) is not None


def _little_else(text: str, label: re.Pattern[str]) -> bool:
    """Whether beside labels, numbers and addresses only a few names are left."""
    rest = REACH.sub("", label.sub("", text))
    longest = max((len(part) for part in re.split(r"[\s，,；;、/|（）()]+", rest)), default=0)
    return longest <= (24 if re.search("地址|位置|信箱", text) else 12)

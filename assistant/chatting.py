"""Lines of a pasted chat -> the lines that were said, without who spoke when, pictures and the withdrawn."""

import re
from collections.abc import Sequence

CLOCK = r"(?:[上下]午|凌晨|晚上)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AaPp][Mm])?"
DAY = (
    r"(?:(?:\d{2,4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?|昨天|今天|前天"
    r"|星期[一二三四五六日天]|周[一二三四五六日])"
)
SPEAKER = re.compile(rf"[^\d\s，。；、：:][^\n，。；：:]{{0,15}}?\s+(?:{DAY}\s*)?{CLOCK}[:：]?")
STAMP = re.compile(rf"[-—=–\s]*(?:{DAY}\s*(?:{CLOCK})?|{CLOCK})[-—=–\s]*")
RULE = re.compile(r"[-—=–_~·\s]{3,}")
NOISE = re.compile(
    r"\[(?:图片|语音|视频|表情|文件|动画表情|链接|位置|微笑|强|抱拳|OK|[\u4e00-\u9fff]{1,3})\]\s*(?:\d+[\"”″]?)?"
    r"|.{0,12}撤回了一条消息|.{0,20}(?:加入|退出)了?群聊|(?:收到|好的?|嗯+|行|可以|谢谢|辛苦了?|明白|OK|ok|是的|对)[。！!~～]*"
)
QUOTED = re.compile(r"[“「『\"](?P<who>[^“”：:]{1,12})[：:].*[”」』\"]")
CALLED = re.compile(r"^@\S{1,12}[\s\u2005]+")
LEAST = 2
"""Speakers at least that make a chat."""


def said(lines: Sequence[str]) -> list[str]:
    """What was said in a chat, line by line; lines that are no chat come back as they are.

    A list of names and times (a roster) is no chat: there nothing stands between them.

    >>> said(["张磊 9:12", "走访12户", "李敏 9:15", "收到"])
    ['走访12户']
    """
    filled = [line.strip() for line in lines]
    speakers = [place for place, line in enumerate(filled) if SPEAKER.fullmatch(line)]
    told = [line for line in filled if line and not SPEAKER.fullmatch(line) and not STAMP.fullmatch(line)]
    if len(speakers) < LEAST or len(told) < len(speakers):
        return list(lines)
    return [CALLED.sub("", line) for line in lines if not _idle(line.strip())]


def _idle(line: str) -> bool:
    """Whether a line of a chat says nothing of the matter."""
    if not line:
        return False
    return any(form.fullmatch(line) for form in (SPEAKER, STAMP, RULE, NOISE, QUOTED))

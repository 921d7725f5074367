"""Text -> the year it says it accounts for: 现将2024年上半年…汇报如下, its signature, what is ahead."""

import re
from typing import Final

_CN_DIGITS: Final = str.maketrans("〇零○ＯO一二三四五六七八九", "00000123456789")
_LOOKS_BACK: Final = re.compile("总结|述[职廉责德]|汇报|情况(?!说明)|对照检查|党建|廉政")
_ACCOUNT: Final = re.compile(
    r"(?:现将?|谨将?|就|把|向[^，。\n]{2,12})[^，。\n]{0,16}?(20\d\d)年[^。\n]{0,40}?(?:汇报|报告|总结|述职|述廉|通报)(?:如下|，)"
)
_NUMBERED: Final = re.compile(r"〔(20\d\d)〕\s*\d+号")
_DATE: Final = re.compile(
    r"(?:[^，。\n]{0,30}[\s　])?(20\d\d|二[〇零○ＯO][〇零○ＯO一二三四五六七八九]{2})\s*年\s*"
    r"(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?\s*"
)
_AHEAD: Final = re.compile(
    r"(?:^|[。\n]|[)）、])\s*(20\d\d)年[，,]?(?:我[^，。\n]{0,6}?|[^，。\n]{0,8}[，,]?|)(?:将(?![军领])|要(?![求素点])|拟|继续)"
)
_LAST: Final = 0.6
"""Share of a text behind which a sentence on what is to come tells the year before it."""
_ON_SITE: Final = frozenset(("调研报告", "自查报告", "整改报告", "巡视巡察"))
_LOOKED: Final = re.compile(
    r"(20\d\d)年\d{1,2}月[^。\n]{0,50}(?:调研|调查|走访|座谈|检查|督查|巡[察视]|自查)"
)
"""When somebody went to see: 2023年5月至6月，调研组深入…."""
_EARLY: Final = 3
"""Up to this month a report that looks back is on the year before."""
_TOP: Final = 1200
_ENDS: Final = 5
"""Last lines among which a signature is looked for."""


def looks_back(kind: str) -> bool:
    """Whether reports of that kind tell of a time that is over."""
    return bool(_LOOKS_BACK.search(kind))


def year_told(text: str, kind: str) -> int | None:
    r"""The year a text accounts for, as it says itself; None where it does not.

    Args:
        text: The text.
        kind: Its 文种: a 总结 signed in January is on the year before, a 通知 is not.

    >>> year_told("现将2024年上半年工作汇报如下：…", "工作汇报")
    2024
    >>> year_told("全年走访96户。\n2024年1月9日", "工作总结")
    2023
    """
    if kind == "政府工作报告":
        return None
    back = looks_back(kind)
    account = _ACCOUNT.search(text, 0, _TOP)
    if account and back:
        return int(account[1])
    ahead = [int(found[1]) for found in _AHEAD.finditer(text, int(len(text) * _LAST))] if back else []
    signed = _signed(text)
    if signed:
        return signed[0] - (back and (signed[1] <= _EARLY or signed[0] in ahead))
    looked = _LOOKED.search(text, 0, _TOP) if kind in _ON_SITE else None
    if looked:
        return int(looked[1])
    if ahead:
        return min(ahead) - 1
    numbered = _NUMBERED.search(text, 0, _TOP // 4)
    return int(numbered[1]) if numbered else None


def _signed(text: str) -> tuple[int, int] | None:
    """Year and month of the date a text ends with."""
    lines = [line.strip() for line in text[-400:].split("\n") if line.strip()]
    for line in reversed(lines[-_ENDS:]):
        if found := _DATE.fullmatch(line):
            return int(found[1].translate(_CN_DIGITS)), _month(found[2])
    return None


def _month(said: str) -> int:
    if said.isdecimal():
        return int(said)
    return 10 * said.startswith("十") + ("十一二三四五六七八九".index(said[-1]) if said[-1] != "十" else 0)

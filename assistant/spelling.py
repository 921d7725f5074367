"""Note -> its signs in words: arrows, strokes between two things, plus and minus, marks of state."""

import re
from typing import Final

_STATE: Final = re.compile(
    r"[，；、\s]*【(?P<state>基本完成|已完成|完成|推进中|进行中|正在推进|未完成|未启动|长期坚持)】"
)
_STATES: Final[dict[str, str]] = {
    "完成": "已完成", "已完成": "已完成", "基本完成": "基本完成", "推进中": "正在推进", "进行中": "正在推进",
    "正在推进": "正在推进", "未完成": "尚未完成", "未启动": "尚未启动", "长期坚持": "长期坚持",
}  # fmt: skip
_ARROW: Final = re.compile(r"[，\s]*(?:→|➜|➔|⇒|->|=>|>>)[，\s]*")
_FAULT: Final = re.compile(r"^问题\s*\d{1,2}[：:、.\s]*(?P<fault>[^→]{3,30}?)\s*(?:→|->|⇒)\s*")
"""A fault that was found, with what was done about it behind an arrow."""
_STROKE: Final = re.compile(
    r"(?<=[\u4e00-\u9fff\d%）)”])\s+[/／]\s*(?=[\u4e00-\u9fff“\d])|(?<=[\u4e00-\u9fff])[/／]\s+(?=[\u4e00-\u9fff])"
)
_CHANGED: Final = re.compile(
    r"(?P<than>同比|环比|比上年|较上年|比去年|较去年|比上期)\s*(?P<sign>[+＋\-－−])\s*(?P<size>\d[\d.]*\s*(?P<unit>%|％|个百分点)?)"
)
_RISES: Final = "+＋"
_ADDED: Final = re.compile(
    r"(?<=[\u4e00-\u9fff])\+(?=\d+[家个名人户处台件项])|(?<=[（(])\+(?=\d)|(?<=[万个家人%\s])\+(?=\d+(?:\.\d+)?[万个家人%])"
)
"""So many more: 今年入驻+12家."""


_NUMBER: Final = r"\d[\d,]*(?:\.\d+)?"
_RISE: Final = re.compile(
    rf"(?P<old>{_NUMBER})(?P<m>[万亿])?(?P<v>[%％]|[\u4e00-\u9fff]{{1,2}})?\s*(?:→|➜|➔|->)\s*"
    rf"(?P<to>{_NUMBER})(?P<n>[万亿])?(?P<u>[%％]|[家个名人户处台件项元分次吨亩])?"
)
"""A figure that became another: 3家→8家."""
_REACHES: Final = re.compile(r"(?<=[率数量额比度值])\s*(?:→|➜|➔|->)\s*(?=\d)")
"""What a figure is to become: 检验率→92%."""
_BACK: Final = re.compile(rf"(?P<now>{_NUMBER}[万亿]?[%％]?)\s*←\s*(?P<new>{_NUMBER}[万亿]?[%％]?)")
_TENS: Final = re.compile(r"(?<=\d)[wW](?=[\s，。；）)（(+]|$)")
_POINTS: Final = re.compile(
    r"(?<=[高低升降涨跌提差]|少|多|加|减)(?P<than>[^，。；\d]{0,4}\d+(?:\.\d+)?)个点(?=[，。；）]|$)"
)
"""Points of a share as they are spoken of: 高1.1个点."""


def spelt(text: str) -> str:
    """A note with words for its signs; figures stay.

    >>> spelt("问题2 案款发放慢 → 上线预警 → 已发90% 【基本完成】"), spelt("货运量 同比+4.7%")
    ('针对案款发放慢问题，上线预警，已发90%，基本完成', '货运量 同比增长4.7%')
    """
    text = _BACK.sub(r"\g<new>→\g<now>", text) if "←" in text else text
    text = _RISE.sub(_moved, _TENS.sub("万", text))
    text = _REACHES.sub("达到", text)
    text = _STATE.sub(lambda found: "，" + _STATES[found["state"]], text)
    text = _FAULT.sub(lambda found: f"针对{found['fault'].removesuffix('问题')}问题，", text)
    text = _STROKE.sub("，", _ARROW.sub("，", text))
    text = _POINTS.sub(r"\g<than>个百分点", text)
    return _ADDED.sub("增加", _CHANGED.sub(_told, text))


def _moved(found: re.Match[str]) -> str:
    """A figure and what it became: 由3家增至8家; the same said twice is told as kept."""
    before, after = (float(re.sub(r"[^\d.]", "", found[name])) for name in ("old", "to"))
    size = {"": 1.0, "万": 1e4, "亿": 1e8}
    before, after = before * size[found["m"] or ""], after * size[found["n"] or ""]
    verb = "增至" if after > before else "降至" if after < before else "保持"
    if verb == "保持":
        return f"保持{found['to']}{found['n'] or ''}{found['u'] or ''}"
    old = found["old"] + (found["m"] or "") + (found["v"] or "")
    return f"由{old}{verb}{found['to']}{found['n'] or ''}{found['u'] or ''}"


def _told(found: re.Match[str]) -> str:
    points = (found["unit"] or "").endswith("点")
    rise, fall = ("提高", "下降") if points else ("增长", "下降")
    return found["than"] + (rise if found["sign"] in _RISES else fall) + found["size"]

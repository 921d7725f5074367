"""A name of a draft -> the longer or shorter name in the facts it may stand for."""

import re

from assistant.grounding import Ground, Place, loose
from index.types import Expression

BODY = re.compile("(?:党委|党组|委员会|党支部|机关|党总支|领导班子|纪委|有限责任公司|有限公司|集团)$")
RANKS = re.compile("^(?:中共|中国共产党|中华人民共和国)|[省市县区州镇乡]$")
NUMERAL = re.compile(r"[\d〇一二三四五六七八九十]")
SHORTEST = 4
"""Characters a short title has at least; 条例 alone could be any."""


def alias(expression: Expression, ground: Ground) -> Place | None:
    """The place of the facts whose title or body the expression may be another name of; None without one.

    One name must hold the other, and no numeral may be added: 《2021年方案》 does not name 《方案》.
    """
    if expression.kind not in ("title", "organisation"):
        return None
    said = _core(expression)
    for place in ground.places:
        if place.fact and place.expression.kind == expression.kind and _same(said, _core(place.expression)):
            return place
    return None


def _core(expression: Expression) -> str:
    name = loose(expression.text).strip("《》")
    return BODY.sub("", RANKS.sub("", name)) if expression.kind == "organisation" else name


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST or short not in long:
        return False
    return not NUMERAL.search(long.replace(short, "", 1))

"""Folded page -> telephone numbers, mail and web addresses, QQ and WeChat names, identity numbers."""

import re
from collections.abc import Iterator

from index.folding import Mark, hits

PATTERNS = (
    re.compile(r"(?:https?|ftp)://[^\s，。；、）)》”\ue000\u3000]+|www\.[\w.-]+[\w/]", re.I),
    re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"),
    re.compile(
        r"(?:(?i:qq群?|q群|vx|wx|weixin|wechat)|微信号?|微博|公众号|抖音号?)(?:为|是)? ?[:：] ?[\w-]{2,30}"
    ),
    re.compile(r"(?i:qq)群?号? ?\d{5,12}"),
    re.compile(r"(?<![\d.])[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?![\d.])"),
    re.compile(r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d.])"),
    re.compile(r"(?<![\d.])(?:[（(]0\d{2,3}[）)]|0\d{2,3}[-—])[ ]?\d{7,8}(?![\d.])"),
    re.compile(r"(?<![\d.])[48]00-\d{3,4}-?\d{3,4}(?![\d.])"),
    re.compile(r"\b[\w-]+\.(?:com|cn|org|net|gov|edu)(?:\.cn)?(?:/\S*)?\b", re.A | re.I),
)
# What must stand somewhere on the page before a pattern is worth trying.
TRIGGERS = (
    re.compile("://|www[.]", re.I),
    re.compile("@"),
    re.compile("(?i:qq|q群|vx|wx|weixin|wechat)|微[信博]|公众号|抖音"),
    re.compile("(?i:qq)"),
    *[re.compile(r"[+0-9（(](?=[0-9 ）)—-]{6})")] * 4,
    re.compile(r"[.](?:com|cn|org|net|gov|edu)", re.I),
)
FIGURES = range(4, 8)
"""Places of the patterns that begin where their trigger does."""
DROPPED = re.compile(r"[\s（）()—-]")


def contacts(page: str) -> Iterator[Mark]:
    """Ways to reach somebody; the key keeps digits and letters only.

    >>> [m.key for m in contacts("电话：138-0000-0000")]
    ['contact:13800000000']
    """
    for place, (pattern, trigger) in enumerate(zip(PATTERNS, TRIGGERS, strict=True)):
        if place in FIGURES:
            several = hits(trigger, pattern, page)
        elif trigger.search(page):
            several = pattern.finditer(page)
        else:
            continue
        for found in several:
            yield Mark(*found.span(), "contact", f"contact:{DROPPED.sub('', found[0]).lower()}")

"""Lines as a file breaks them: how wide they are, at which width they break, how two halves are joined."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

ENDS: Final = "。！？；：.!?;:…”』】》）)"
"""A full line that ends so may end its paragraph."""
LEAD = re.compile(
    r"\s{2,}|　|第[一二三四五六七八九十百\d]+[章节条部]|[（(]?[一二三四五六七八九十]{1,3}[）)、.．]"
    r"|[一二三四五六七八九十]是|[（(]?\d{1,2}[）)、.．]|[①-⑳]|[-*+•·●■◆]|[【#>|]"
)
"""How a new paragraph begins: an indent, a mark, a bullet."""
NARROW = re.compile("[\x00-\x7f\xa0-\u03ff\uff61-\uffdc]+")


ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+$")
ADDRESS_PART = re.compile(r"[!-~]*[/=?&%_#][!-~]*|[!-~]+\.(?:s?html?|aspx?|php|jsp|cn|com|org|pdf)\b")
"""The end of a line that breaks off in a web address, and how the rest of one begins."""


def width(text: str) -> int:
    """Columns a text takes in a fixed-width type: two for a Chinese character or mark, one for a Latin one.

    >>> width("二十a")
    5
    """
    return 2 * len(text) - sum(map(len, NARROW.findall(text)))


WIDEST: Final = 200
"""Columns above which no text breaks its lines."""


def wrapped_at(lines: Sequence[str]) -> int:
    """The width at which a text breaks its lines, in columns; 0 when every line is a paragraph.

    Said only on strong evidence: at least six lines, and a third of all, end within four columns of
    that width, most of these in the middle of a sentence, and hardly any line is longer.
    """
    widths = [len(line) if len(line) > WIDEST + 4 else width(line) for line in lines]
    counts = Counter(widths)
    near = {
        columns: sum(counts[columns - less] for less in range(5))
        for columns in counts
        if 40 <= columns <= WIDEST
    }
    limit = max(near, key=lambda columns: (near[columns], columns), default=0)
    if not limit or near[limit] < max(6, len(lines) / 3):
        return 0
    full = [line for line, columns in zip(lines, widths, strict=True) if limit - 4 <= columns <= limit]
    inside = sum(line[-1] not in ENDS for line in full)
    longer = sum(columns > limit + 4 for columns in widths)
    return limit if inside * 2 >= len(full) and longer * 20 <= len(lines) else 0


def join(left: str, right: str) -> str:
    """Two halves of a broken line, with a blank only between Latin words.

    >>> join("加强组织", "领导"), join("party", "building")
    ('加强组织领导', 'party building')
    >>> join("见http://a.cn/zwgk/", "art/1.html")
    '见http://a.cn/zwgk/art/1.html'
    """
    left, right = left.rstrip(), right.lstrip()
    if left and right and left[-1].isascii() and right[0].isascii():
        if left[-1] == "-" and left[-2:-1].isalpha() and right[0].islower():
            return left[:-1] + right
        if ADDRESS.search(left) and ADDRESS_PART.match(right):
            return left + right
        if not (left[-1].isdigit() and right[0].isdigit()) and (left[-1].isalnum() or left[-1] in ".,;:!?)%"):
            return f"{left} {right}"
    return left + right

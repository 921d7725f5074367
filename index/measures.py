"""The measure words of ``lexicon/units.toml`` as patterns, and hedges (余, 近, 以上) as bounds."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from index.glossary import table
from index.numerals import step

MORE, UNDER, NEAR, ABOUT, FEW = "以上", "以下", "近", "约", "余"

BEFORE = {
    NEAR: "近 将近 接近",
    ABOUT: "约 大约 大概",
    MORE: "超 超过 逾 高于 多于 大于 突破 不少于 不低于 至少 最少 过 上 不下 不止",
    UNDER: "不足 不到 少于 低于 小于 不超过 不超 至多 最多 不高于 不多于",
}
AFTER = {
    MORE: "以上 之上 开外",
    UNDER: "以下 以内 之内",
    ABOUT: "左右 上下",
    FEW: "有余",
}
HEDGES = {
    word: hedge for table in (BEFORE, AFTER) for hedge, words in table.items() for word in words.split()
}

# A hedge is none as the tail of another word: 附近3家, 节约5万元, 网上3次, 通过3次.
HEDGE_BEFORE = re.compile(
    "(?:将近|接近|(?<![最附临邻贴靠亲远就相])近|大约|大概|(?<![节签预邀集制履违合条公契失特缔订])约|超过|不超过?|(?<!赶)超|逾|突破|(?<!不)[高多大]于|(?<!不)小于"
    "|不少于|不低于|至少|最少|不足|不到|少于|低于|至多|最多|不高于|不多于|不下|不止) ?$"
)
HEDGE_APART = re.compile(
    "(?:大约|(?<![节签预邀集制履违合条公契失特缔订])约)(?:需要?|花费?|耗|用|投入?|支出?|计|合|为|有|占)"
    "(?:资金?|经费|费用|投资)?了? ?$"
)
"""A hedge with a verb between it and its figure."""
ENGLISH = {
    ABOUT: "about, around, roughly, approximately, circa",
    NEAR: "nearly, almost, close to",
    MORE: "over, above, exceeding, exceeded, more than, greater than, at least, no fewer than, no less than",
    UNDER: "under, below, less than, fewer than, at most, no more than, up to",
}
ENGLISH_HEDGES = {word: hedge for hedge, words in ENGLISH.items() for word in words.split(", ")}
ENGLISH_BEFORE = re.compile(
    rf"\b(?:{'|'.join(sorted(ENGLISH_HEDGES, key=len, reverse=True))}) $", re.IGNORECASE
)
ENGLISH_LONGEST = 1 + max(map(len, ENGLISH_HEDGES))
ENGLISH_TIME = re.compile(
    r"[\d.,]+[ -](?:days?|weeks?|months?|years?|hours?|minutes?)\b|(?:19|20)\d\d(?![.,]?\d|\s[a-z])"
)
"""Over 40 days, and over 2023, are said of a time, not of more than 40."""
HEDGE_AFTER = "以上|之上|开外|以下|以内|之内|左右|上下|有余"


@dataclass(frozen=True, slots=True)
class Measures:
    """Measure words after any numeral, after Arabic digits, and the class each belongs to."""

    any: str
    arabic: str
    same: dict[str, str]


def _alternation(words: str) -> str:
    parts = []
    for word in sorted(set(words.split()), key=lambda word: (-len(word.partition("!")[0]), word)):
        name, _, never = word.partition("!")
        parts.append(re.escape(name) + (f"(?!{never})" if never else ""))
    return "|".join(parts)


@lru_cache(maxsize=1)
def measures() -> Measures:
    """Measure words, read once."""
    units = table("units")
    same = {word: group[0] for group in units["same"] for word in group}
    return Measures(_alternation(units["any"]), _alternation(units["any"] + units["arabic"]), same)


def hedged(low: Decimal, high: Decimal, hedge: str) -> tuple[Decimal | None, Decimal | None]:
    """Bounds a hedged number allows, inclusive; None is open.

    余/多 allow what lies between the number and the next step of its last digit that is not zero
    (1200余: 1201 to 1299), 近 what falls short of it by less than 15 per cent and at most one step,
    约/左右 five per cent both ways.

    >>> [str(bound) for bound in hedged(Decimal(1200), Decimal(1200), "余")]
    ['1201', '1299']
    """
    if hedge == FEW:
        return (low + 1, high + step(high) - 1) if step(high) > 1 else (low, high + step(high))
    if hedge == NEAR:
        return max(low - step(low), low * Decimal("0.85")), high
    if hedge == ABOUT:
        return low * Decimal("0.95"), high * Decimal("1.05")
    if hedge == MORE:
        return low, None
    return (None, high) if hedge == UNDER else (low, high)


def english_hedge(page: str, start: int) -> tuple[int, str]:
    """Where an English hedge before ``start`` begins and what it means; ``(start, "")`` without one.

    >>> english_hedge("about 52,000 visitors", 6)
    (0, '约')
    """
    found = ENGLISH_BEFORE.search(page, max(0, start - ENGLISH_LONGEST), start)
    if found is None:
        return start, ""
    word = found[0].strip().lower()
    if word in ("over", "under", "above", "below") and ENGLISH_TIME.match(page, start):
        return start, ""
    return found.start(), ENGLISH_HEDGES[word]

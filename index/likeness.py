"""Texts -> which of them say the same in almost the same words."""

import unicodedata
from collections.abc import Sequence

LENGTH = 8
SAME = 0.8
"""Share of the shorter text's runs that must stand in the other."""
SIZE = 0.5
"""The shorter text must be at least this part of the longer one."""
STEP = 4
"""Every fourth run of a text is enough to meet the texts that are like it."""


def fold(texts: Sequence[str]) -> list[int]:
    """For each text the place of the first one that says the same; its own place when it is the first.

    ``a`` and ``b`` say the same when ``|a & b| >= 0.8 * min(|a|, |b|)`` over their runs of eight letters and
    neither is more than twice as long.

    >>> fold(["召开会议28次，研究重要事项", "批评教育3人", "召开会议30次，研究重要事项。"])
    [0, 1, 0]
    """
    first: list[int] = []
    kept: dict[int, set[str]] = {}
    holders: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        runs = _runs(text)
        own = set(runs)
        met = {holder for run in own & holders.keys() for holder in holders[run]}
        same = [at for at in met if _same(own, kept[at])]
        first.append(min(same, default=place))
        if not same:
            kept[place] = own
            for run in runs[::STEP]:
                holders.setdefault(run, []).append(place)
    return first


def letters(text: str) -> str:
    """The letters of a text alone, in one form: figures, punctuation and blanks left out."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKC", text).lower()))


def _runs(text: str) -> list[str]:
    """All runs of eight letters of a text; a shorter text is one run.

    Figures and punctuation are left out, so that last year's sentence with this year's figures is the same.
    """
    plain = letters(text)
    if len(plain) <= LENGTH:
        return [plain or text]
    return [plain[i : i + LENGTH] for i in range(len(plain) - LENGTH + 1)]


def _same(one: set[str], other: set[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= SIZE * len(longer) and len(one & other) >= SAME * len(shorter)

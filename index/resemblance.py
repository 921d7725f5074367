"""Text -> signature and bands, by which reports that say nearly the same meet without comparing all.

MinHash (Broder 1997): the share of equal places of two signatures estimates ``|A & B| / |A | B|`` over the
texts' runs of eight letters; figures and punctuation are left out. Two texts meet when one band of three
places is equal: with chance ``1 - (1 - j**3)**20``, 0.93 at j = 0.5 and 0.02 at j = 0.1.
"""

import numpy as np
from numpy.typing import NDArray

from index.likeness import letters

RUN = 8
PLACES, ROWS = 60, 3
BANDS = PLACES // ROWS
_SEED = 20_240_601
_MULTIPLIERS = np.random.default_rng(_SEED).integers(1, 2**63, PLACES, np.uint64) | np.uint64(1)
_ADDENDS = np.random.default_rng(_SEED + 1).integers(0, 2**63, PLACES, np.uint64)
_PRIME = np.uint64(1_099_511_628_211)
_MIX = np.uint64(0x9E37_79B9_7F4A_7C15)

Runs = NDArray[np.uint64]
Signature = NDArray[np.uint32]


def runs(text: str) -> Runs:
    """The different runs of eight letters of a text, as sorted hashes; none in a shorter text."""
    points = np.frombuffer(letters(text).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    if len(points) < RUN:
        return np.zeros(0, np.uint64)
    windows = np.lib.stride_tricks.sliding_window_view(points, RUN)
    hashes = np.zeros(len(windows), np.uint64)
    for column in windows.T:
        hashes = (hashes ^ column) * _PRIME
    hashes = (hashes ^ (hashes >> np.uint64(29))) * _MIX
    return np.unique(hashes ^ (hashes >> np.uint64(32)))


def signature(text: str) -> Signature:
    """The signature of a text, 60 numbers; empty for a text too short to have one."""
    hashes = runs(text)
    if not len(hashes):
        return np.zeros(0, np.uint32)
    places = zip(_MULTIPLIERS, _ADDENDS, strict=True)
    least = [int((hashes * a + b).min() >> np.uint64(32)) for a, b in places]
    return np.asarray(least, np.uint32)


def bands(signed: Signature) -> list[int]:
    """Twenty signed 64-bit numbers; texts of which one is equal are worth comparing."""
    if not len(signed):
        return []
    rows = signed.reshape(BANDS, ROWS).astype(np.uint64)
    mixed = np.arange(1, BANDS + 1, dtype=np.uint64) * _MIX
    for column in rows.T:
        mixed = (mixed ^ column) * _PRIME
        mixed ^= mixed >> np.uint64(31)
    return [int(band) for band in mixed.astype(np.int64)]


def likeness(one: Signature, other: Signature) -> float:
    """Estimate of ``|A & B| / |A | B|``, 0 to 1."""
    return float(np.mean(one == other)) if len(one) and len(one) == len(other) else 0.0


def share(text: str, other: str) -> float:
    """How much of a text stands in the other, by its runs of eight letters: 0 to 1.

    >>> share("全年召开专题会议28次研究部署工作", "全年召开专题会议30次，研究部署工作。")
    1.0
    """
    own = runs(text)
    return float(np.isin(own, runs(other), assume_unique=True).mean()) if len(own) else 0.0

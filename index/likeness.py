"""Texts -> which of them say the same in almost the same words."""

import re
import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LENGTH = 8
SAME = 0.8
"""Share of the shorter text's runs that must stand in the other."""
SIZE = 0.5
"""The shorter text must be at least this part of the longer one."""
COMMON = re.compile(r"[0-9，。、；：“”（）《》！？\s%·—…]+")
"""What is most often no letter, taken out first: what is left is mostly in its one form already."""
STEPS = ((1, 0x9E3779B97F4A7C15), (2, 0xC2B2AE3D27D4EB4F), (4, 0x165667B19E3779F9))
"""Distance of what is joined, and an odd multiplier (of xxHash's, ``github.com/Cyan4973/xxHash``)."""


def fold(texts: Sequence[str]) -> list[int]:
    """For each text the place of the first one that says the same; its own place when it is the first.

    ``a`` and ``b`` say the same when ``|a & b| >= 0.8 * min(|a|, |b|)`` over their runs of eight letters and
    neither is more than twice as long.

    >>> fold(["召开会议28次，研究重要事项", "批评教育3人", "召开会议30次，研究重要事项。"])
    [0, 1, 0]
    """
    same = _same(*_shared(texts))
    first: list[int] = []
    for place in range(len(texts)):
        like = [at for at in np.flatnonzero(same[:place, place]).tolist() if first[at] == at]
        first.append(like[0] if like else place)
    return first


def letters(text: str) -> str:
    """The letters of a text alone, in one form: figures, punctuation and blanks left out."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKC", COMMON.sub("", text)).lower()))


def _same(shared: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.bool_]:
    shorter, longer = np.minimum.outer(sizes, sizes), np.maximum.outer(sizes, sizes)
    return (shorter >= SIZE * longer) & (shared >= SAME * shorter)


def _shared(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How many runs an earlier and a later text share, of shape ``(n, n)``; how many each text has."""
    runs, owners, count = *_runs(texts), len(texts)
    order = np.argsort(runs, kind="stable")
    runs, owners = runs[order], owners[order]
    new = np.ones(len(runs), bool)
    new[1:] = (runs[1:] != runs[:-1]) | (owners[1:] != owners[:-1])
    runs, owners = runs[new], owners[new]
    shared, apart = np.zeros(count * count, np.int64), 0
    at = np.arange(len(runs))
    while len(at):  # equal runs stand side by side, their texts in order: pairs 1, 2, 3 … apart
        apart += 1
        at = at[at + apart < len(runs)]
        at = at[runs[at] == runs[at + apart]]
        shared += np.bincount(owners[at] * count + owners[at + apart], minlength=count * count)
    return shared.reshape(count, count), np.bincount(owners, minlength=count)


def _runs(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """All runs of eight letters as hashes, and the places of the texts that they are of, ascending.

    Figures and punctuation are left out, so that last year's sentence with this year's figures is the same.
    A text of fewer letters is one run; one without any is compared as it stands.
    """
    bare: dict[str, int] = {}
    plain = [letters(text) or chr(1) + chr(1 + bare.setdefault(text, len(bare))) for text in texts]
    padded = [text.ljust(LENGTH, "\0") for text in plain]
    hashes = np.frombuffer("".join(padded).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    for apart, mixer in STEPS if texts else ():
        hashes = hashes[:-apart] * np.uint64(mixer) + hashes[apart:]
    owners = np.repeat(np.arange(len(texts)), [len(text) for text in padded])
    whole = owners[: len(hashes)] == owners[LENGTH - 1 :]  # the others reach into the next text
    return hashes[whole], owners[: len(hashes)][whole]

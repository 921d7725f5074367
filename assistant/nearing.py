"""Facts and headings -> how near each fact is in meaning to each heading and to what reports say under it.

Figures say nothing of a matter and are left out. Both parts are cosines, those of the passages less what
any fact has with them: ``near[fact][heading]``, some -0.3 to 0.7.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from assistant.clustering import Embed, Matrix
from index.embedding import unit

Look = Callable[[str], Sequence[str]]
"""A heading -> passages that stand under like headings on the shelf."""
Near = Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[float]]]
"""Facts, headings -> for each fact its nearness to each heading."""

NEAREST: Final = 3
"""Passages of a heading by which a fact is judged."""
_FEW: Final = 5
"""Facts from which the common nearness to a heading is trusted by half."""
_FIGURE: Final = re.compile(r"\d[\d,.]*[%％]?[万亿余多]*")


def nearness(texts: Sequence[str], headings: Sequence[str], embed: Embed, look: Look) -> Matrix:
    """Nearness of each text to each heading, a row a text."""
    if not texts or not headings:
        return np.zeros((len(texts), len(headings)), np.float32)
    facts = unit(embed([_FIGURE.sub("", text) or text for text in texts]))
    near = facts @ unit(embed(list(headings))).T
    told = np.stack([_told(facts, look(heading), embed) for heading in headings], axis=1)
    trust = len(texts) / (len(texts) + _FEW)
    found: Matrix = (near + told - trust * told.mean(axis=0)).astype(np.float32)
    return found


def _told(facts: Matrix, passages: Sequence[str], embed: Embed) -> Matrix:
    if not passages:
        return np.zeros(len(facts), np.float32)
    likeness = np.sort(facts @ unit(embed(list(passages))).T, axis=1)[:, -NEAREST:]
    mean: Matrix = likeness.mean(axis=1)
    return mean

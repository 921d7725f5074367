"""Rows of a list -> a key for each, which stays its own while the text beside the list is saved anew.

A press on a row may arrive together with the text just typed: a key that counted revisions would be another
row's by then, and the press lost.
"""

from collections import Counter
from collections.abc import Iterable


def keyed(prefix: str, names: Iterable[str]) -> list[str]:
    """A key for each name; equal names are counted.

    >>> keyed("a", ["5次", "9个", "5次"])
    ['a-5次-0', 'a-9个-0', 'a-5次-1']
    """
    seen: Counter[str] = Counter()
    keys = []
    for name in names:
        keys.append(f"{prefix}-{name}-{seen[name]}")
        seen[name] += 1
    return keys

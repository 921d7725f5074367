"""Folded page -> where places of the lexicon are named: 湖北, 云溪县 only with its 县, 离沪."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from index.glossary import table, words

SUFFIX = re.compile(
    "特别行政区|(?:[\u4e00-\u9fff]{1,3}族){0,2}自治[区州县]|省(?!级)|市(?![场民级])|地区|州(?!委)"
    "|县(?![域级])|区(?![域间级])"
)
CITY = re.compile("市(?!场)|州|地区|盟|县(?!域)")
DISTRICT = re.compile("市(?![场民区])|县(?!域)|区(?![域间块位别划])")
PERSON = re.compile("同志|书记")


class Name(NamedTuple):
    """A name of the lexicon: what may not stand beside it, and the suffix it needs."""

    text: str
    before: str = ""
    after: str = ""
    needs: re.Pattern[str] | None = None

    def end(self, page: str, at: int) -> int:
        """End of the name, with its suffix, where it begins at ``at``; 0 when it does not."""
        end = at + len(self.text)
        if not page.startswith(self.text, at) or (at and page[at - 1] in self.before):
            return 0
        if page[end : end + 1] and page[end] in self.after:
            return 0
        suffix = (self.needs or SUFFIX).match(page, end)
        if self.needs and not suffix:
            return 0
        end = suffix.end() if suffix else end
        return 0 if PERSON.match(page, end) else end


@lru_cache(maxsize=1)
def _names() -> dict[str, list[Name]]:
    """The names by their first two characters, the longest first."""
    guards = {name: guard.split("|") for name, guard in table("places")["guards"].items()}
    free = {*words("places", "plain"), *words("places", "counties"), *guards}
    names = [Name(name, *guards.get(name, ())) for name in free]
    names += [Name(name, needs=CITY) for name in words("places", "suffixed")]
    names += [Name(name, needs=DISTRICT) for name in words("places", "with_suffix")]
    table_of: dict[str, list[Name]] = {}
    for name in sorted(names, key=lambda one: (-len(one.text), one.text)):
        table_of.setdefault(name.text[:2], []).append(name)
    return table_of


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted({pair[0] for pair in _names()}))}]")


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    """One-character names, read only beside certain words: 离沪, 援疆, 沪上."""
    short = "".join(words("places", "short"))
    return re.compile(
        rf"(?<=[离赴驻抵返])[{short}](?![\u4e00-\u9fff]?[省市县校园家])"
        rf"|(?<=[来在援])[{short}](?=[、，人企投工就考挂学调参务])"
        r"|[沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝黔滇陕冀晋](?=[商籍企]|上(?!级|报))"
    )


def place_at(page: str, at: int) -> int:
    """End of the listed place that begins at ``at``; 0 when none does."""
    return next((end for name in _names().get(page[at : at + 2], ()) if (end := name.end(page, at))), 0)


def is_listed(name: str) -> bool:
    """True when the lexicon has the name, with a suffix or without.

    >>> is_listed("湖北"), is_listed("云溪")
    (True, False)
    """
    return any(one.text == name for one in _names().get(name[:2], ()))


def listed(page: str) -> Iterator[tuple[int, int]]:
    """Where places of the lexicon are named, in order, not overlapping; then the one-character names.

    >>> list(listed("赴湖南省，离沪"))
    [(1, 4), (6, 7)]
    """
    names = _names()
    done = 0
    for found in _heads().finditer(page):
        at = found.start()
        if at >= done and page[at : at + 2] in names and (end := place_at(page, at)):
            yield at, end
            done = end
    for found in _short().finditer(page):
        yield found.span()

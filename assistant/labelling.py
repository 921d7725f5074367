"""Points of a section -> a short label over each (verb + object), in the writer's own words, or none at all.

A label sums up the notes of its own point and adds nothing: its object is made of words of these notes or of
the heading, its verb (加强, 抓好, 推进 …) claims no result. A label of a sample is taken where its words all
stand in the notes or the heading. Labels stand over every point or over none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Final

from assistant.arranging import Group
from assistant.borrowing import Phrase
from assistant.matters import Matter, is_deed, matter_of
from assistant.stock import stock, words
from assistant.types import Sentence

SHORTEST: Final = 4
LONGEST: Final = 13
"""Characters of a label."""
_BOTH: Final = 11
"""Characters of an object of two."""
_PLAIN: Final = "抓好"
_TWICE: Final = 2
"""Labels of a section that may begin with the same verb."""
_SAME: Final = 2
"""Pairs of characters that two labels may not share."""
_LACKS: Final = re.compile("[还仍未不没无缺亏]|新增|投运|存栏")
"""What no noun phrase of a label holds."""
_DEPLOYS: Final = "加强工作部署"
_DUTIES: Final = "抓好责任落实"


@dataclass(frozen=True, slots=True)
class Labels:
    """What labels may be made of."""

    heading: str
    own: str
    borrowed: Sequence[Phrase] = ()
    seed: int = 0


def labelled(groups: Sequence[Group], given: Labels) -> tuple[Group, ...]:
    """The groups with their labels; as they came where not every one can have a true label of its own."""
    found = _told(groups, given)
    return found if all(one.label and _stands(one) for one in found) else tuple(groups)


def _stands(group: Group) -> bool:
    """Whether a label is a verb and a noun phrase of which every statement of its point says a word."""
    verb = next((one for one in sorted(_verbs(), key=len) if group.label.startswith(one)), "")
    noun = group.label.removeprefix(verb)
    if group.deploys:
        return True
    if not verb or _LACKS.search(noun) or is_deed(noun):
        return False
    cores = _cores(noun) - _generic() or _cores(noun)
    return all(any(core in one.text for core in cores) for one in group.statements)


def _told(groups: Sequence[Group], given: Labels) -> tuple[Group, ...]:
    said: list[str] = []
    found: list[Group] = []
    for group in groups:
        label = _of_a_sample(group, given, said) or _own(group, given, said)
        said += [label[0]] if label else []
        found.append(replace(group, label=label[0], passage_id=label[1]) if label else group)
    return tuple(found)


def _of_a_sample(group: Group, given: Labels, said: Sequence[str]) -> tuple[str, str] | None:
    """A label of the shelf, whose words the notes of the point say themselves."""
    matters = [one.noun for said in group.statements if (one := matter_of(said.text))]
    shelf = [(one.text, one.passage_id) for one in given.borrowed if one.use == "label"]
    for label, passage in shelf:
        verb = next((one for one in words("attitudes", "heading_verbs") if label.startswith(one)), "")
        noun = label.removeprefix(verb)
        named = len(noun) >= SHORTEST and any(noun in one for one in matters)
        if named and verb in _verbs() and not _overlaps(label, said):
            return label, passage
    return None


def _own(group: Group, given: Labels, said: Sequence[str]) -> tuple[str, str] | None:
    for verb, noun in _options(group):
        label = noun if verb == "" else _turned(verb, given.seed, said) + noun
        if SHORTEST <= len(label) <= LONGEST and not _overlaps(label, said):
            return label, ""
    return None


def _options(group: Group) -> list[tuple[str, str]]:
    """Verbs and objects for a point, the best first."""
    if group.deploys:
        text = "".join(one.text for one in group.statements)
        return [("", _DUTIES if "责任" in text else _DEPLOYS)]
    found: list[tuple[str, str]] = []
    if group.half:
        found.append((_verb_of(group.half), group.half))
    matters = [one for one in (matter_of(said.text) for said in group.statements) if one]
    found += _shared(matters, group)
    found += _both([one for one in matters if one.acts])
    found += [(one.verb, one.noun) for one in sorted(matters, key=_plainness) if one.acts]
    found += _both(matters)
    found += [(one.verb, one.noun) for one in sorted(matters, key=_plainness)]
    return found


def _shared(matters: Sequence[Matter], group: Group) -> list[tuple[str, str]]:
    """A matter whose core most notes of the point name."""
    if len(group.statements) < 2:
        return []
    found = []
    for one in sorted(matters, key=lambda one: len(one.noun)):
        cores = _cores(one.noun) - _generic()
        most = max((sum(core in said.text for said in group.statements) for core in cores), default=0)
        if 3 * most > 2 * len(group.statements):
            found.append((one.verb, one.noun))
    return found


def _both(matters: Sequence[Matter]) -> list[tuple[str, str]]:
    """Two matters under one verb, those that name an act first; they may not say one thing twice."""
    found = []
    for one, other in combinations([one for one in matters if one.verb], 2):
        noun = f"{one.noun}和{other.noun}"
        if len(noun) <= _BOTH and not re.search("[和与及、]", one.noun + other.noun):
            verb = one.verb if one.verb == other.verb else _PLAIN
            found.append((one.acts and other.acts, verb, noun))
    return [(verb, noun) for _, verb, noun in sorted(found, key=lambda one: (-one[0], len(one[2])))]


def _plainness(matter: Matter) -> tuple[bool, int]:
    return not matter.verb, len(matter.noun)


def _cores(noun: str) -> set[str]:
    return {noun[at : at + 2] for at in range(len(noun) - 1)}


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    """Acts of every section (建设, 检查), which two labels may share."""
    return frozenset(stock("acts")["generic"]["words"].split())


def _turned(verb: str, seed: int, said: Sequence[str]) -> str:
    """The verb of a label: another of its kind by odd seeds, and where two labels begin with it already."""
    kinds = (one.split(">") for one in stock("acts")["turned"])
    options = next((kind for kind in kinds if kind[0] == verb), [verb])
    spent = sum(one.startswith(verb) for one in said) >= _TWICE
    return options[(seed + spent) % len(options)]


def _verb_of(half: str) -> str:
    """The verb for a part of the heading; none where it begins with one of its own."""
    if half.startswith(words("attitudes", "heading_verbs")):
        return ""
    for one in stock("acts")["act"]:
        if half.endswith(tuple(one["acts"].split())):
            return str(one["verb"])
    return _PLAIN


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset([*(one["verb"] for one in stock("acts")["act"]), _PLAIN, "强化", "优化", "抓实", "做实"])


def _overlaps(label: str, said: Sequence[str]) -> bool:
    """Whether a label repeats what another names."""
    return any(
        label[2:] in one or one[2:] in label or len(_cores(label[2:]) & _cores(one[2:]) - _generic()) >= _SAME
        for one in said
    )


def stated_first(told: Sequence[Sequence[Sentence]]) -> list[list[Sentence]]:
    """Shortcomings whose first clause names the lack, that clause set apart as the lead of its point.

    The writer's words as they stand, so nothing is made heavier: 人少船旧，12个人… -> 人少船旧。12个人….
    Where a shortcoming of several clauses does not begin so, none is parted.
    """
    parted = [_parted(held[0]) for held in told]
    whole = ["，" in held[0].text and not one for one, held in zip(parted, told, strict=True)]
    if any(whole) or 2 * sum(map(bool, parted)) < len(told):
        return [list(held) for held in told]
    return [[*(one or held[:1]), *held[1:]] for one, held in zip(parted, told, strict=True)]


def _parted(sentence: Sentence) -> list[Sentence] | None:
    first, mark, rest = sentence.text.partition("，")
    lack = re.compile(stock("roles")["marks"]["fault"])
    if not mark or not SHORTEST <= len(first) <= LONGEST or re.search(r"[\d；。：【]", first):
        return None
    tells = lack.search(first) or len(first) >= _TELLS
    if not tells or _HANGS.search(first) or len(rest) < _RESTS or _BOUND.match(first) or _GOES_ON.match(rest):
        return None
    return [replace(sentence, text=first + "。"), replace(sentence, text=rest)]


_TELLS: Final = 6
"""Characters of a clause that tells something, in the place of a lack."""
_RESTS: Final = 8
"""Characters that must be left to tell."""
_HANGS: Final = re.compile("(?:后|时|前|中|里|以来|方面|期间)$")
_BOUND: Final = re.compile("虽|由于|因|随着|如果|一旦|每|当|对照|在|还有|对|把")
_GOES_ON: Final = re.compile("但|却|而|所以|导致|造成|使|也|且|并|就|才|都|还|影响|制约")

"""Reply with source marks <-> sentences with sources.

A mark group such as ``[F1,F3|S2]`` behind a sentence names the facts it states and the samples it is
phrased after. Models write it sloppily; what can be understood is, and no mark stays in the text.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

from assistant.types import Origin, Sentence, join
from index.sentences import sentences
from index.types import Span

_OPENERS: Final = r"\[［【(（〔{｛"
_CLOSERS: Final = r"\]］】)）〕}｝"
_LETTERS: Final = "FSfsＦＳｆｓ"
_DIGITS: Final = "0-9０-９"
_TO: Final = "-–—~～至到"
_BETWEEN: Final = r" \t\u3000,，、;；:：|｜/&+^_和与及~～至到–—\-"
_WORDS: Final = "来源|出处|依据|参照|参考|事实|样稿|据|见|无|sources?|facts?|samples?|from|see|and|none"
_ID: Final = rf"[{_LETTERS}][ \u3000]?[-_]?[{_DIGITS}]{{1,4}}"
_WITHIN: Final = rf"(?:{_WORDS}|{_ID}|[{_BETWEEN}{_DIGITS}])*"
_LONGEST: Final = 120
"""Characters within a mark group; what is longer is text."""
_BOUND: Final = rf"(?=[^{_OPENERS}{_CLOSERS}\n]{{2,{_LONGEST}}}[{_CLOSERS}])(?=[^{_CLOSERS}]*{_ID})"
_GROUP: Final = re.compile(
    rf"[\[［【]{{2}}{_BOUND}{_WITHIN}[\]］】]{{2}}|[{_OPENERS}]{_BOUND}{_WITHIN}[{_CLOSERS}]"
    rf"|[\[［](?:[{_BETWEEN}]|无|none){{0,9}}[\]］]",
    re.IGNORECASE,
)
_BARE_GROUP: Final = re.compile(rf"(?<=[。！？；.!?])[{_BETWEEN}]*{_ID}(?:[{_BETWEEN}]+{_ID})*\s*\Z")
"""A group without brackets; understood only behind a line's last sentence."""
_ARRIVING: Final = re.compile(
    rf"[{_OPENERS}]{{1,2}}[{_BETWEEN}{_DIGITS}A-Za-zＦＳｆｓ来源出处依据参照考事实样稿见无]{{0,{_LONGEST}}}\Z"
)
"""What may yet become a group."""
_CUT_OFF: Final = re.compile(rf"[{_OPENERS}]+[{_LETTERS}{_DIGITS}{_BETWEEN}]*\Z")
_TOKEN: Final = re.compile(rf"(?:([{_LETTERS}])[ \u3000]?[-_]?)?([{_DIGITS}]{{1,4}})|([{_TO}])")
_WIDEST_RANGE: Final = 50
_DEEPEST: Final = 16
"""Marks within marks beyond which a model's brackets are left as they are."""
_BLANK: Final = re.compile(r"【[^【】]*】")
_WORDY: Final = re.compile(r"\w")
_SHUT: Final = "。，；：、！？.,;:!?)）】》”’"

Marks = list[tuple[int, list[str]]]
"""(offset in a line without its marks, ids named there)."""


def cite(
    reply: str, facts: Collection[str], samples: Mapping[str, str], keep: str = ""
) -> tuple[Sentence, ...]:
    r"""A reply with marks -> its sentences, each with the sources it names.

    Marks that name no fact and no sample are dropped (``unknown`` lists them); the text is kept.

    Args:
        reply: What a model wrote.
        facts: Ids of the facts, ``F1`` …
        samples: ``S1`` … -> passage id.
        keep: Text of the facts: what looks like a mark there, as （S58）高速, is text.

    Returns:
        Sentences in order, none empty; ``paragraph`` counts the reply's lines that hold text.

    >>> [(s.text, s.facts) for s in cite("开会3次[F1]。\n参加38人。【F2、F9】", ("F1", "F2"), {})]
    [('开会3次。', ('F1',)), ('参加38人。', ('F2',))]
    """
    cited: list[Sentence] = []
    paragraph = 0
    for line in reply.splitlines():
        text, marks = _parted(line, keep)
        if not text:
            if cited:
                cited[-1] = _sourced(cited[-1], [ids for _, ids in marks], facts, samples)
            continue
        if marks and marks[0][0] == 0 and cited and not cited[-1].facts and not cited[-1].passages:
            cited[-1] = _sourced(cited[-1], [marks.pop(0)[1]], facts, samples)
        cited += _line(text, marks, paragraph, facts, samples)
        paragraph += 1
    return tuple(replace(sentence, origin=_origin(sentence)) for sentence in cited)


def unknown(reply: str, facts: Collection[str], samples: Collection[str], keep: str = "") -> tuple[str, ...]:
    """Ids that a reply's marks name though no fact or sample bears them, each once, in order."""
    named = [name for line in reply.splitlines() for _, ids in _parted(line, keep)[1] for name in ids]
    return tuple(dict.fromkeys(name for name in named if name not in facts and name not in samples))


class Showing:
    """The text of a reply that is still arriving, without marks, whole or half.

    Joined, what ``feed`` and ``end`` return is the same however the reply is cut into pieces.
    """

    def __init__(self, keep: str = "") -> None:
        self._keep = keep
        self._held = ""

    def feed(self, piece: str) -> str:
        """What can be shown once ``piece`` has arrived."""
        shown = []
        for character in piece:
            self._held += character
            if character in "]］】)）〕}｝":
                self._held = _GROUP.sub(lambda m: m[0] if m[0] in self._keep else "", self._held)
            if not _ARRIVING.match(self._held):
                shown.append(self._held[:-1] if character in "[［【(（〔{｛" else self._held)
                self._held = character if character in "[［【(（〔{｛" else ""
        return "".join(shown)

    def end(self) -> str:
        """What was held back and turned out to be text; a mark cut off in the middle is none."""
        held, self._held = self._held, ""
        return _CUT_OFF.sub("", held)


def _line(
    text: str, marks: Marks, paragraph: int, facts: Collection[str], samples: Mapping[str, str]
) -> Iterator[Sentence]:
    """Sentences of one line; a mark belongs to the sentence that the character before it stands in.

    Where a line begins with a mark and does not end with one, marks stand before their sentences.
    """
    spans = sentences(text)
    named: list[list[list[str]]] = [[] for _ in spans]
    ahead = bool(marks) and marks[0][0] == 0 and marks[-1][0] < len(text)
    for at, ids in marks:
        first = at + 1 if ahead else at
        named[max((n for n, span in enumerate(spans) if span.start < first), default=0)].append(ids)
    for span, groups in zip(spans, named, strict=True):
        yield _sourced(Sentence(span.of(text), paragraph=paragraph), groups, facts, samples)


def _parted(line: str, keep: str) -> tuple[str, Marks]:
    """A line -> its text without marks, and the marks; a mark within a mark counts as well."""
    text, marks = _once_parted(line, keep)
    for _ in range(_DEEPEST):
        if all(found.group() in keep for found in _GROUP.finditer(text)):
            break
        text, more = _once_parted(text, keep)
        marks = sorted([(min(at, len(text)), ids) for at, ids in marks] + more, key=lambda mark: mark[0])
    return text, marks


def _once_parted(line: str, keep: str) -> tuple[str, Marks]:
    groups = [found for found in _GROUP.finditer(line) if found.group() not in keep]
    if not groups and (bare := _BARE_GROUP.search(line)):
        groups = [bare]
    text = ""
    marks: Marks = []
    at = 0
    for found in groups:
        text = _joined(text, line[at : found.start()], bool(marks))
        at = found.end()
        if line[at : at + 1] in _SHUT or line[at : at + 1].isspace():
            text = text.rstrip()
        marks.append((len(text), _ids(found.group())))
    text = _CUT_OFF.sub("", _joined(text, line[at:], bool(marks)))
    lead = len(text) - len(text.lstrip())
    return text.strip(), [(max(offset - lead, 0), ids) for offset, ids in marks]


def _joined(text: str, piece: str, after_mark: bool) -> str:
    """Two sides of a mark put together; the blanks around it do not add up."""
    if not after_mark or not piece[:1].isspace():
        return text + piece
    latin = text.rstrip()[-1:].isascii()
    return text.rstrip() + (" " if latin and piece.strip() else "") + piece.lstrip()


def _ids(group: str) -> list[str]:
    """Ids of a group in order: letters carry over (F1,2) and ranges are written out (F1-F3)."""
    names: list[str] = []
    letter, last, ranged = "", 0, False
    for found in _TOKEN.finditer(group):
        if found[3]:
            ranged = bool(last)
            continue
        letter = "F" if (found[1] or letter) in "FfＦｆ" else "S"
        number = int(found[2])
        first = last + 1 if ranged and last < number <= last + _WIDEST_RANGE else number
        names += [f"{letter}{n}" for n in range(first, number + 1)]
        last, ranged = number, False
    return list(dict.fromkeys(names))


def _sourced(
    sentence: Sentence, groups: list[list[str]], facts: Collection[str], samples: Mapping[str, str]
) -> Sentence:
    names = [name for ids in groups for name in ids]
    stated = dict.fromkeys((*sentence.facts, *(name for name in names if name in facts)))
    after = dict.fromkeys((*sentence.passages, *(samples[name] for name in names if name in samples)))
    return replace(sentence, facts=tuple(stated), passages=tuple(after))


def _origin(sentence: Sentence) -> Origin:
    if sentence.facts:
        return "fact"
    bare = _BLANK.sub("", sentence.text)
    return "blank" if bare != sentence.text and not _WORDY.search(bare) else "model"


@dataclass(frozen=True, slots=True)
class _Unit:
    """A whole sentence of a text and the drafted sentences it lies in or is made of."""

    text: str
    paragraph: int
    of: tuple[int, ...] = ()


def align(before: Sequence[Sentence], text: str) -> tuple[Sentence, ...]:
    """After an edit: sentences left as they were keep their sources, new or changed ones are the writer's.

    ``align(before, join(before)) == before`` where paragraphs count from 0 without gaps.

    Args:
        before: The sentences as they were.
        text: The text as it is now; each line that holds text is a paragraph.
    """
    old = _units(before)
    new = [
        _Unit(span.of(line), place)
        for place, line in enumerate(line for line in text.splitlines() if line.strip())
        for span in sentences(line)
    ]
    match = _matched([unit.text for unit in old], [unit.text for unit in new])
    aligned: list[Sentence] = []
    at = 0
    while at < len(new):
        run = _run(old, new, match, at)
        place = match.get(at)
        if run:
            whole = [before[n] for n in old[match[at]].of]
            aligned += [replace(sentence, paragraph=new[at].paragraph) for sentence in whole]
        elif place is not None:
            aligned.append(_piece([before[n] for n in old[place].of], new[at]))
        else:
            aligned.append(Sentence(new[at].text, paragraph=new[at].paragraph, origin="writer"))
        at += run or 1
    return tuple(aligned)


def _units(before: Sequence[Sentence]) -> list[_Unit]:
    """The whole sentences of a draft's text, which may part or join its own sentences."""
    units: list[_Unit] = []
    for paragraph, group in groupby(enumerate(before), key=lambda numbered: numbered[1].paragraph):
        line, spans = "", []
        for place, sentence in group:
            line = join((Sentence(line), Sentence(sentence.text))) if line else sentence.text
            spans.append((place, Span(len(line) - len(sentence.text), len(line))))
        for unit in sentences(line):
            of = tuple(place for place, span in spans if _meet(span, unit))
            units.append(_Unit(unit.of(line), paragraph, of))
    return units


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _matched(old: list[str], new: list[str]) -> dict[int, int]:
    """Place in ``new`` -> place in ``old`` of the same text: kept order first, then what was moved."""
    match = {
        block.b + n: block.a + n
        for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        for n in range(block.size)
    }
    left: dict[str, list[int]] = {}
    taken = set(match.values())
    for place, text in enumerate(old):
        if place not in taken:
            left.setdefault(text, []).append(place)
    for place, text in enumerate(new):
        if place not in match and left.get(text):
            match[place] = left[text].pop(0)
    return match


def _run(old: list[_Unit], new: list[_Unit], match: dict[int, int], at: int) -> int:
    """How many units from ``at`` make up whole drafted sentences, all of them kept; 0 when they do not."""
    place = match.get(at)
    if place is None:
        return 0
    of = old[place].of
    last = place
    while last + 1 < len(old) and old[last + 1].of[0] in of:
        last += 1
    if (place and old[place - 1].of[-1] in of) or old[last].of[-1] not in of:
        return 0
    run = range(last - place + 1)
    whole = all(match.get(at + n) == place + n and new[at + n].paragraph == new[at].paragraph for n in run)
    return len(run) if whole else 0


def _piece(of: list[Sentence], unit: _Unit) -> Sentence:
    """A kept part of one drafted sentence, or of several that share it: with all their sources."""
    facts = tuple(dict.fromkeys(name for sentence in of for name in sentence.facts))
    passages = tuple(dict.fromkeys(name for sentence in of for name in sentence.passages))
    return replace(of[0], text=unit.text, facts=facts, passages=passages, paragraph=unit.paragraph)

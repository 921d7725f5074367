"""Text -> what is faulty in its writing: words said twice, marks out of place, sentences cut off.

Only what hardly anybody means is flagged: legitimate doubling (常常, 方方面面, 一步一步) is not, nor a
doubled character that ends one word and begins the next (扩建建设), nor the bracket of a list mark.
``flag.span.of(text) == flag.text`` for every flag; flags are in order of their spans.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from index.glossary import alternation, table, words
from index.types import Span


@dataclass(frozen=True, slots=True, order=True)
class Flag:
    """One fault: where it stands, its kind and its words."""

    span: Span
    kind: str
    """repeated_word, repeated_particle, unbalanced, cut, stray_mark or half_width."""
    text: str


WORSE: Final = 0.9
"""What a passage with a flag counts for beside one without, in a list of hits."""
LONG: Final = 60
"""Characters from which a line that ends in the middle of a sentence is a paragraph cut off."""

_HAN: Final = "\u4e00-\u9fff"
_PARTICLES: Final = re.compile(
    rf"(?<![目标有端好红黄绿打众似])的的(?![确士哥卡里黎])|(?<=[{_HAN}])的对的(?=[{_HAN}])(?!错)"
    rf"|(?<![为除不甚然])了了(?![解结断却事然如案账])|(?<![参给与])与与(?!会)"
    rf"|(?<![祥平温饱共中缓随])和和(?![美睦气平谐解约])"
)
_OPENER: Final = {"》": "《", "”": "“", "）": "（", "】": "【", "〕": "〔"}
_FULL: Final = {"(": "（", ")": "）"}
_BRACKET: Final = re.compile(r"[《》“”（）()【】〔〕]")
_NO_PARTNER: Final = re.compile(
    r"(?:^|[\s\W])(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])$|[:;]-?$"
)
"""What stands before a ）that closes nothing, and rightly: a list's number, a smile."""
_STRAY: Final = re.compile(
    r"[，、；：][。，、；：]+|。[，、；：]+|(?<!。)。。(?!。)|[！？][，。；、：]+|[，。；：、]+[！？]|^[，。、；：！？》）]+"
)
_HALF: Final = re.compile(rf"(?<=[{_HAN}”》）])[,;:?!](?=[{_HAN}“《（])")
_LINE: Final = re.compile(r"[^\n]+")
_OPEN_END: Final = re.compile(r"[，、]$|(?<=[^\x00-\x7f])[和与及或把被向]$")


def flags(text: str) -> tuple[Flag, ...]:
    """The faults of a text, in order.

    >>> [flag.text for flag in flags("城乡建建设取得的的成效，。")]
    ['建建设', '的的', '，。']
    """
    found = {
        Flag(Span(start, end), kind, text[start:end])
        for kind, spans in (
            ("repeated_word", _repeated(text)),
            ("repeated_particle", _matches(_PARTICLES, text)),
            ("unbalanced", _unbalanced(text)),
            ("stray_mark", _matches(_STRAY, text)),
            ("half_width", _matches(_HALF, text)),
            ("cut", _cut(text)),
        )
        for start, end in spans
    }
    return tuple(sorted(found))


def kinds(text: str) -> tuple[str, ...]:
    """The kinds of fault a text has, each once, in a fixed order."""
    return tuple(sorted({flag.kind for flag in flags(text)}))


def weight(text: str) -> float:
    """What a text counts for as a model: 1 without a flag, ``WORSE`` with any.

    >>> weight("工作扎实推进。"), weight("工作扎实推进进。")
    (1.0, 0.9)
    """
    return WORSE if flags(text) else 1.0


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in pattern.finditer(text))


@cache
def _doubled() -> re.Pattern[str]:
    """A stock word with a character twice, or a longer word or a verb twice in a row."""
    rows = table("doubled")["words"].items()
    first = (f"(?<![{rule['before']}]){word[0]}{word}(?!{word[-1]})" for word, rule in rows)
    last = (f"(?<!{word[0]}){word}{word[-1]}(?![{rule['after']}])" for word, rule in rows)
    twice = f"(?P<said>{alternation(words('doubled', 'verbs'))})(?P=said)"
    return re.compile("|".join((*first, *last, twice)))


def _repeated(text: str) -> Iterator[tuple[int, int]]:
    return _matches(_doubled(), text)


def _unbalanced(text: str) -> Iterator[tuple[int, int]]:
    """Brackets and quotes without a partner; （ and ( are one kind, and 1） needs no opener."""
    opened: dict[str, list[int]] = {}
    for found in _BRACKET.finditer(text):
        mark, at = _FULL.get(found[0], found[0]), found.start()
        if mark not in _OPENER:
            opened.setdefault(mark, []).append(at)
        elif opened.get(_OPENER[mark]):
            opened[_OPENER[mark]].pop()
        elif mark != "）" or not _NO_PARTNER.search(text[max(0, at - 5) : at]):
            yield at, at + 1
    yield from ((at, at + 1) for places in opened.values() for at in places)


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Ends of long lines that stop in the middle of a sentence."""
    for line in _LINE.finditer(text):
        words_of_line = line[0].rstrip()
        if len(words_of_line) >= LONG and (found := _OPEN_END.search(words_of_line)):
            yield line.start() + found.start(), line.start() + found.end()

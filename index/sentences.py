"""Text -> spans of whole sentences, and of clauses.

A sentence ends at 。！？ or ……, at a line's end, and at an ASCII ``.!?`` that ends an English one.
A ； does not end a sentence, it ends a clause, as do ，：and their ASCII forms. Nothing is cut inside
a matched pair of quotes or brackets; an opener that nothing closes on its line protects nothing.
For every text, each character that is not blank lies in exactly one span, and spans are in order.
"""

import re
from collections.abc import Iterator
from typing import Final

from index.types import Span

_PAIRS: Final = dict(zip("”’》〉）】」』〕］｝)]}", "“‘《〈（【「『〔［｛([{", strict=True))
_OPENERS: Final = frozenset(_PAIRS.values())
_QUOTES: Final = '”’」』"'
_CLOSERS: Final = '”’》〉）】」』〕］｝)]}"'

_LINE: Final = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_PAIRED: Final = r"“‘《〈（【「『〔［｛(\[{”’》〉）】」』〕］｝)\]}\""
_INSIDE: Final = rf"[^{_PAIRED}。｡！？!?….]*"
_SENTENCE_TOKEN: Final = re.compile(rf"《{_INSIDE}》|“{_INSIDE}”|（{_INSIDE}）|[{_PAIRED}]|[。｡！？!?…]+|\.+")
"""A pair with no mark inside it is one token, which neither holds nor ends a sentence."""
_CLAUSE_TOKEN: Final = re.compile(rf"[{_PAIRED}]|[。｡！？!?…]+|\.+|[，；：,;:]")
_STRONG: Final = frozenset("。｡！？…")
_CJK: Final = re.compile(r"[\u3000-\u9fff\uff00-\uffef“”‘’…—]")
_CARRY_ON: Final = frozenset("，、；：。！？,;:的是等地和与及或为之")
"""What follows a closed quote or …… when the sentence goes on."""

_LAST_WORD: Final = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z0-9]+\Z")
_ABBREVIATIONS: Final = re.compile(
    r"e\.g|i\.e|cf|vs|viz|mrs?|ms|dr|prof|st|approx|gov|gen|sen|rep|rev|hon|jr|sr|dept|est|messrs"
)
_NUMBERED: Final = re.compile(
    r"nos?|arts?|figs?|sec|eq|vol|ch|pp?|para|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_STARTER: Final = re.compile(r"\s+(?:The|This|These|That|It|We|In|On|At|An?|He|She|They|Our|But|However)\b")


def sentences(text: str) -> tuple[Span, ...]:
    """The whole sentences of ``text``, trimmed of blanks, in order.

    Args:
        text: Any text; lines are never joined.

    Returns:
        Spans in code points of ``text``; a closing quote or bracket belongs to its sentence.
    """
    return tuple(_spans(text, within=False))


def clauses(text: str) -> tuple[Span, ...]:
    """The clauses of ``text``: sentences cut further after ，；：and their ASCII forms.

    A comma or colon inside a figure (3,000 or 8:30) cuts nothing.
    """
    return tuple(_spans(text, within=True))


def _spans(text: str, *, within: bool) -> Iterator[Span]:
    for found in _LINE.finditer(text):
        line = found.group()
        start = 0
        for end in (*_ends(line, within=within), len(line)):
            if end <= start:
                continue
            piece = line[start:end]
            left = len(piece) - len(piece.lstrip())
            right = len(piece.rstrip())
            if right > left:
                at = found.start() + start
                yield Span(at + left, at + right)
            start = end


def _ends(line: str, *, within: bool) -> Iterator[int]:
    """Offsets in ``line`` after which a piece ends, rising."""
    tokens = list((_CLAUSE_TOKEN if within else _SENTENCE_TOKEN).finditer(line))
    matched = _matched(line, tokens)
    place = 0
    while place < len(tokens):
        token = tokens[place]
        close = matched.get(place)
        if close is not None:
            end = tokens[close].end()
            if _quote_ends(line, end):
                yield end
            place = close + 1
            continue
        if _cuts(line, token, within=within):
            yield _past_closers(line, token.end(), tokens, place, matched)
        place += 1


def _matched(line: str, tokens: list[re.Match[str]]) -> dict[int, int]:
    """Place of each opener's token -> place of the token that closes it."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    open_now: dict[str, int] = {}
    straight = [place for place, token in enumerate(tokens) if token.group() == '"']
    if len(straight) % 2 == 0:
        pairs.update(zip(straight[::2], straight[1::2], strict=True))
    for place, token in enumerate(tokens):
        mark = token.group()
        if mark in _OPENERS:
            stack.append(place)
            open_now[mark] = open_now.get(mark, 0) + 1
        elif mark in _PAIRS and open_now.get(_PAIRS[mark]) and not _apostrophe(line, token):
            while True:
                opener = stack.pop()
                kind = tokens[opener].group()
                open_now[kind] -= 1
                if kind == _PAIRS[mark]:
                    break
            pairs[opener] = place
    return pairs


def _apostrophe(line: str, token: re.Match[str]) -> bool:
    at = token.start()
    return (
        token.group() == "’"
        and 0 < at < len(line) - 1
        and line[at - 1].isascii()
        and line[at - 1].isalpha()
        and line[at + 1].isascii()
        and line[at + 1].isalpha()
    )


def _quote_ends(line: str, end: int) -> bool:
    """Whether a pair closed just before ``end`` closes a sentence with it (…完成。”下一步)."""
    before = line[end - 2] if end >= 2 else ""
    if line[end - 1] in "》〉" or before not in "。｡！？…!?." or before == "":
        return False
    after = line[end : end + 1]
    if before in "!?." and line[end - 1] in '")]}”’':
        return after == "" or after.isspace() or bool(_CJK.match(after) and after not in _CARRY_ON)
    if line[end - 1] not in _QUOTES and before != "。":
        return False
    return after not in _CARRY_ON and after not in _CLOSERS


def _past_closers(
    line: str, end: int, tokens: list[re.Match[str]], place: int, matched: dict[int, int]
) -> int:
    """The end moved past closing marks that directly follow it (their openers stand before)."""
    for next_place in range(place + 1, len(tokens)):
        token = tokens[next_place]
        mark = token.group()
        if token.start() != end or mark not in _CLOSERS or next_place in matched:
            break
        if mark == '"' and line[end + 1 : end + 2].strip():
            break
        end = token.end()
    return end


def _cuts(line: str, token: re.Match[str], *, within: bool) -> bool:
    mark = token.group()
    first, start, end = mark[0], token.start(), token.end()
    if first == "…" and mark.strip("…") == "":
        return line[end : end + 1] not in _CARRY_ON
    if not _STRONG.isdisjoint(mark):
        return True
    if first in "!?":
        return _spaced(line, end) or _beside_chinese(line, start, end)
    if first == ".":
        return _spaced(line, end) and not _abbreviates(line, start, end)
    return within and first in "，；：,;:" and _divides(line, mark, start, end)


def _spaced(line: str, end: int) -> bool:
    after = line[end : end + 3].lstrip(_CLOSERS)
    return after == "" or after[0].isspace()


def _beside_chinese(line: str, start: int, end: int) -> bool:
    around = line[max(start - 1, 0) : start] + line[end : end + 1]
    return bool(_CJK.search(around))


def _abbreviates(line: str, start: int, end: int) -> bool:
    """Whether the full stop at ``start`` belongs to e.g., No. 5, U.S., J. Smith or a list number."""
    head = line[max(start - 24, 0) : start]
    found = _LAST_WORD.search(head)
    if found is None:
        return False
    word = found.group()
    opens_line = start <= 24 and not head[: found.start()].strip(" \t\u3000#*>-")
    if opens_line and (word.isdigit() or len(word) <= 4 and word.strip("IVXivx") == ""):
        return bool(line[end : end + 24].strip())
    low = word.lower()
    if _ABBREVIATIONS.fullmatch(low):
        return True
    after = line[end : end + 24]
    if _NUMBERED.fullmatch(low):
        return after.lstrip()[:1].isdigit()
    if (len(word) == 1 and word.isalpha()) or "." in word:
        return bool(after.strip()) and not _STARTER.match(after)
    return False


def _divides(line: str, mark: str, start: int, end: int) -> bool:
    before, after = line[start - 1 : start] if start else "", line[end : end + 1]
    if before.isdigit() and after.isdigit():
        if mark in "：:":
            return False
        figure = line[end : end + 4]
        if mark in "，," and figure[:3].isdigit() and not figure[3:].isdigit():
            return False
    if mark in "，；：":
        return True
    return after == "" or after.isspace() or bool(_CJK.search(before + after))

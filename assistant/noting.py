"""Notes -> facts: whatever shape the notes have, word for word, numbered from F1.

A fact is a line of the notes, or a sentence of it, or what stands between its semicolons. List marks
and numbering go, everything else stays. A label line (会议情况：) belongs to each item under it, since
未完成： read once would turn the second item into something done. A row of a table is a fact.
Left out: a comma never divides (3月24日廉政大会, 186人 is one fact), and wrapped lines are not joined.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.enumerating import Line, enumerated, items
from assistant.tabulating import is_row, rows
from assistant.types import Fact
from index.folding import INVISIBLE
from index.sentences import clauses, sentences

MOST = 400
"""Facts at most; beyond it neighbours share one, nothing is dropped."""
LONGEST = 400
"""Characters of a fact at most; a longer one is split at sentence ends, then at clause ends."""

CUT = re.compile(r"[；;]|(?=[①-⑳⑴-⒇❶-❿])")
PAIRS = dict(zip("（(“‘《【「『[〔", "）)”’》】」』]〕", strict=True))
CAPTION = re.compile(
    "(?:(?:基本|主要|具体|相关)?(?:事实|素材|要点|材料|数据|工作要点|工作情况|情况)(?:如下)?|如下"
    "|facts?|notes?|key points?)[:：]",
    re.I,
)
ITEM = 60
"""Characters of an item without a mark at most; 各位代表： before a long paragraph labels nothing."""
ADDRESS = re.compile("(?:尊敬的|各位|同志们|dear )", re.I)
BULLETS = frozenset("#-") | {"[]"}
PERIOD = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月(?:\d{1,2}日)?(?:份|(?=[:： ]))|第?\d季度|(?<=年)度?|(?<=\d年))"
)
"""2023年：, 3月24日： and 第1季度： name what stands under them though they hold digits."""
LABEL = 24
"""Characters of a label at most; a longer line that ends in a colon is a fact of its own."""


@dataclass(slots=True)
class _Label:
    text: str
    shape: str
    """Shape of the mark the items under it have; empty when they have none."""
    used: bool = False


def note(text: str) -> tuple[Fact, ...]:
    """Divide notes into facts.

    ``"".join(fact.text for fact in note(text))`` holds every character of the notes in their order.
    Left out are only blanks, list marks and numbering (一、 （一） 1. ① - F1 一是), semicolons and the
    commas before counted items where they divide, the colon of a label where it is written anew, a line
    that is nothing but a caption (事实：), and in tables rules, fillers, running numbers and the names of
    empty columns.

    >>> [fact.text for fact in note("党组会12次; 3月24日廉政大会, 186人")]
    ['党组会12次', '3月24日廉政大会, 186人']
    """
    pieces: list[str] = []
    for block in _blocks(text):
        pieces += rows(block) if is_row(block[0]) and len(block) > 1 else _items(block)
    whole = [part for piece in pieces for part in _short(piece)]
    return tuple(Fact(f"F{place}", piece) for place, piece in enumerate(_few(whole), 1))


def _blocks(text: str) -> Iterator[list[str]]:
    """Lines that stand together: parted by blank lines, and where a table begins or ends."""
    block: list[str] = []
    for line in text.splitlines():
        blank = not INVISIBLE.sub("", line).strip()
        if block and (blank or is_row(line) != is_row(block[0])):
            yield block
            block = []
        if not blank:
            block.append(line)
    if block:
        yield block


def _items(lines: Sequence[str]) -> Iterator[str]:
    """Facts of lines that are no table, each with the labels above it."""
    parted = [item for line in lines for item in items(line)]
    found = [line for line in enumerated(parted) if line.text and not CAPTION.fullmatch(line.text)]
    labels: list[_Label] = []
    for place, line in enumerate(found):
        names = place + 1 < len(found) and _is_label(line, found[place + 1])
        yield from _closed(labels, line, names)
        if names:
            labels.append(_Label(line.text.rstrip(":： ") + _colon(line.text), found[place + 1].shape))
            continue
        above = "".join(label.text for label in labels)
        for label in labels:
            label.used = True
        for piece in _pieces(line.text):
            yield above + piece


def _closed(labels: list[_Label], line: Line, names: bool) -> Iterator[str]:
    """Take away the labels that do not reach this line; one that reached none is a fact itself."""
    while labels and (line.shape != labels[-1].shape if labels[-1].shape else names):
        label = labels.pop()
        if not label.used:
            yield label.text


def _colon(text: str) -> str:
    return "：" if re.search(r"[\u3400-\u9fff]", text) else ": "


def _is_label(line: Line, after: Line) -> bool:
    """Whether a line only names what the lines after it are about."""
    if len(line.text) > LABEL or re.search(r"[\d。！？；;，,]", PERIOD.sub("", line.text)):
        return False
    if after.shape == line.shape and (line.shape or not line.text.endswith((":", "："))):
        return False
    if not after.shape and (len(after.text) > ITEM or ADDRESS.match(line.text)):
        return False
    return line.text.endswith((":", "：")) or (line.heads and bool(after.shape))


def _pieces(line: str) -> Iterator[str]:
    for span in sentences(line):
        sentence = span.of(line)
        at = 0
        for cut in [*_cuts(sentence), (len(sentence), len(sentence))]:
            piece = sentence[at : cut[0]].strip()
            first = enumerated([piece])[0]
            if piece:
                yield piece if first.shape in BULLETS else first.text or piece
            at = cut[1]


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence divides: semicolons and circled numbers outside brackets and quotes."""
    closed = 0
    for place, mark in enumerate(text):
        if place < closed:
            continue
        if mark in PAIRS:
            end = text.find(PAIRS[mark], place)
            closed = end + 1 if end >= 0 else closed
        elif mark in "；;":
            yield place, place + 1
        elif CUT.match(text, place) and place:
            yield place, place


def _short(piece: str) -> Iterator[str]:
    """A piece as it is, or divided at clause ends, each part as long as it may be."""
    if len(piece) <= LONGEST:
        yield piece
        return
    part = ""
    for span in clauses(piece):
        clause = span.of(piece)
        if part and len(part) + len(clause) > LONGEST:
            yield part
            part = ""
        part += clause
        while len(part) > LONGEST:
            yield part[:LONGEST]
            part = part[LONGEST:]
    if part:
        yield part


def _few(pieces: Iterable[str]) -> list[str]:
    """At most ``MOST`` pieces: neighbours joined where there are more."""
    whole = list(pieces)
    size = -(-len(whole) // MOST) or 1
    groups = [whole[at : at + size] for at in range(0, len(whole), size)]
    return ["；".join(group) for group in groups]

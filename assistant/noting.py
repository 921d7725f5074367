"""Notes -> facts: whatever shape the notes have, word for word, numbered from F1.

A fact is a line of the notes, or a sentence of it, or what stands between its semicolons. List marks
and numbering go, everything else stays. A label line (会议情况：) belongs to each item under it, since
未完成： read once would turn the second item into something done. A row of a table is a fact.
A comma never divides (3月24日廉政大会, 186人 is one fact). Lines that only the page broke are put together,
and of a chat that was pasted what was said stays, without who said it when.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.chatting import said
from assistant.columning import columns
from assistant.enumerating import Line, enumerated, items
from assistant.rejoining import rejoined
from assistant.tabulating import is_row, rows, unit_of
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
BOXED = re.compile("【[^】]+】|〔[^〕]+〕")
NAMING = re.compile("[\u3400-\u9fff]{2,12}")
DEPTH = {"#": 0, "一、": 1, "（一）": 2, "1、": 3, "1.": 3, "（1）": 4, "1）": 4, "①": 5, "a)": 6, "-": 6}
"""How deep a mark stands below others."""
HEADED = re.compile(r"[\u4e00-\u9fff“”、]{4,16}。(?=[^\s。])")
"""A line whose first words sum it up: 监管力量不足。全县…."""
TITLE = re.compile("[\u4e00-\u9fff]{2,10}")
"""A heading of the notes that tells nothing by itself: （二）维权."""
OPENS = re.compile(r"[^。！？!?；;\n]{4,30}。(?=[^\s。])")
"""A short first sentence of a numbered item, with which the others of the item stand."""
WITH_LEAD = 160
"""Characters of such a line, which is one fact."""
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
    that is nothing but a caption (事实：), speakers, times and pictures of a chat, and in tables rules,
    fillers, running numbers and the names of empty columns.

    >>> [fact.text for fact in note("党组会12次; 3月24日廉政大会, 186人")]
    ['党组会12次', '3月24日廉政大会, 186人']
    """
    pieces: list[str] = []
    blocks = list(_blocks(rejoined(columns(said(text.splitlines())))))
    unit = ""
    for block, after in zip(blocks, [*blocks, [""]][1:], strict=True):
        if _is_table(block):
            pieces += rows(block, unit)
            unit = ""
            continue
        unit = unit_of(block[-1]) if _is_table(after) else ""
        pieces += _items(block[:-1] if unit else block)
    whole = [part for piece in pieces for part in _short(piece)]
    return tuple(Fact(f"F{place}", piece) for place, piece in enumerate(_few(whole), 1))


def _is_table(block: Sequence[str]) -> bool:
    return len(block) > 1 and is_row(block[0])


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Lines that stand together: parted by blank lines, and where a table begins or ends."""
    block: list[str] = []
    for line in lines:
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
            name = line.text.rstrip(":： ").strip("【】〔〕")
            labels.append(_Label(name + _colon(line.text), found[place + 1].shape))
            continue
        above = "".join(label.text for label in labels)
        for label in labels:
            label.used = True
        for piece in _pieces(line.text, numbered=bool(line.shape)):
            yield above + piece


def _closed(labels: list[_Label], line: Line, names: bool) -> Iterator[str]:
    """Take away the labels that do not reach this line; one that reached none is a fact itself."""
    while labels and (not _under(line.shape, labels[-1].shape) if labels[-1].shape else names):
        label = labels.pop()
        if not label.used:
            yield label.text


def _under(shape: str, other: str) -> bool:
    """Whether a line with a mark of one shape stands as deep as, or deeper than, one of another."""
    return shape == other or DEPTH.get(shape, -1) > DEPTH.get(other, len(DEPTH))


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
    titled = line.heads and bool(TITLE.fullmatch(line.text.rstrip(":：")))
    leads = titled or (bool(after.shape) and (line.heads or bool(BOXED.fullmatch(line.text))))
    return (
        line.text.endswith((":", "："))
        or leads
        or (line.shape != after.shape and _under(after.shape, line.shape))
    )


def _pieces(line: str, *, numbered: bool = False) -> Iterator[str]:
    headed = HEADED.match(line) or (numbered and OPENS.match(line))
    if headed and len(line) <= WITH_LEAD and not re.search("[；;①-⑳]", line):
        yield line.strip()
        return
    for span in sentences(line):
        sentence = span.of(line)
        at, led = 0, ""
        for cut in [*_cuts(sentence), (len(sentence), len(sentence))]:
            piece = sentence[at : cut[0]].strip()
            first = enumerated([piece])[0]
            label = _leads(piece, sentence[cut[0] :]) if piece else ""
            if piece and not label:
                words = piece if first.shape in BULLETS else first.text or piece
                yield led + words if first.shape == "①" else words
            led = label or led
            at = cut[1]


def _leads(piece: str, after: str) -> str:
    """The label a piece is that only names what is counted on behind it: 培训①骨干40人②新手112人."""
    own, counted = enumerated([piece])[0], enumerated([after])[0]
    names = own.shape != "①" and NAMING.fullmatch(own.text)
    leads = names and counted.shape == "①" and NAMING.match(counted.text)
    return f"{own.text}：" if leads else ""


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

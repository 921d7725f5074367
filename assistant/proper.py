"""English sentences of a draft -> proper names that no fact has: Okoro, the Lakeside canteen."""

import re
from collections.abc import Iterator, Sequence

from assistant.grounding import Ground
from index.sentences import sentences
from index.types import Span

CHINESE = re.compile("[\u3400-\u9fff]")
NAME = re.compile(r"(?<![\w'’.-])[A-Z][a-z]+(?:[-'’][A-Za-z]+)*(?![\w@])")
WORDS = """
I The A An In On At By For From Of To And But Or As With It We They He She This That These Those Our Their Its
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
September October November December Mr Mrs Ms Dr Prof Internet English Section Part Chapter Annex Table
"""
COMMON = frozenset(WORDS.split())


def strangers(text: str, taken: Sequence[Span], ground: Ground) -> Iterator[Span]:
    """Capitalised words inside English sentences that stand in no fact, heading or expression.

    Args:
        text: The draft.
        taken: Spans of its expressions, judged by themselves.
        ground: What facts and heading state.
    """
    known = {word.lower() for said in ground.texts for word in re.findall("[A-Za-z]+", said)}
    for sentence in sentences(text):
        words = sentence.of(text)
        if CHINESE.search(words) or words.istitle():
            continue
        for hit in NAME.finditer(words):
            span = Span(sentence.start + hit.start(), sentence.start + hit.end())
            opens = (
                not re.search(r"[A-Za-z]", words[: hit.start()]) or words[: hit.start()].rstrip()[-1:] in ":;"
            )
            parts = re.findall("[a-z]+", hit[0].lower())
            if (
                opens
                or hit[0] in COMMON
                or any(one.start < span.end and span.start < one.end for one in taken)
            ):
                continue
            if not all(part in known or part == "s" for part in parts):
                yield span

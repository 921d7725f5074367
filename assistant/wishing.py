"""Selected words and a wish -> the messages a model is sent. Only the selection may come back changed.

The wall is that of ``requesting``: samples masked, every line of a block behind a secret mark.
"""

import re
from collections.abc import Sequence
from typing import Final, Literal

from assistant.prompting import load
from assistant.requesting import Request
from assistant.types import Fact
from assistant.walling import block, fresh, lines
from index.masking import mask
from index.sentences import sentences
from index.types import Hit, Span

Wish = Literal["rewrite", "shorten", "expand", "formal", "vary"]
WISHES: Final[tuple[Wish, ...]] = ("rewrite", "shorten", "expand", "formal", "vary")

SAMPLES: Final = 5
SAMPLE: Final = 240
"""Samples shown, and characters of one: a manner for a sentence or two, little for a small model to read."""
AROUND: Final = 200
"""Characters shown on either side of the selection."""
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")


def revising_request(
    text: str, span: Span, wish: Wish, facts: Sequence[Fact], hits: Sequence[Hit], nonce: str = ""
) -> Request:
    """The request to say the words at ``span`` otherwise; ``nonce`` is given by tests only."""
    prompt = load("revise" if _CHINESE.search(span.of(text)) else "revise_en")
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    shown = [(hit.passage.id, _whole(_masked(hit.passage.text))) for hit in hits[:SAMPLES]]
    shown = [(passage, sample) for passage, sample in shown if sample]
    mark = nonce or fresh([text, *(fact.text for fact in facts), *(sample for _, sample in shown)])
    labelled = [(f"S{n}", sample) for n, (_, sample) in enumerate(shown, 1)]
    user = prompt.fill(
        nonce=mark,
        samples=block(labelled, mark) or prompt.part("no_samples"),
        facts=block([(fact.id, fact.text) for fact in facts], mark) or prompt.part("no_facts"),
        around=block([("·", f"{before}……{after}")], mark),
        chosen=block([("·", span.of(text))], mark),
        wish=prompt.part(wish),
    )
    samples = tuple((f"S{n}", passage) for n, (passage, _) in enumerate(shown, 1))
    return Request((("system", prompt.system), ("user", user)), prompt.tag, mark, samples)


def _masked(text: str) -> str:
    return mask("\n".join(lines(text))).text


def _whole(text: str) -> str:
    """The first whole sentences within ``SAMPLE``; empty if none fits."""
    ends = [one.end for one in sentences(text) if one.end <= SAMPLE]
    return text[: ends[-1]].strip() if ends else ""

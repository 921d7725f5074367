"""Draft and its repaired reply -> the draft with only the flagged sentences changed.

A model that is asked to put a sentence right likes to rewrite the others too. Those the gate had nothing
against stay as they were, to the letter; so nothing good is lost to a repair.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from assistant.types import Finding, Sentence, join
from index.types import Span

_LEAST: Final = 0.2
"""Likeness below which a new sentence has nothing to do with the one it is to replace."""


def flagged(sentences: Sequence[Sentence], findings: Iterable[Finding]) -> frozenset[int]:
    """Places of the sentences that a finding lies in."""
    spans = [
        Span(end - len(sentence.text), end)
        for place, sentence in enumerate(sentences)
        for end in [len(join(tuple(sentences[: place + 1])))]
    ]
    found = [finding.span for finding in findings]
    return frozenset(
        place
        for place, span in enumerate(spans)
        if any(span.start < other.end and other.start < span.end for other in found)
    )


def mend(
    first: Sequence[Sentence],
    second: Sequence[Sentence],
    wrong: Collection[int],
    missing: Collection[str] = (),
) -> tuple[Sentence, ...]:
    """The first draft's sentences, the wrong ones as the second has them.

    Every sentence of ``first`` that is not in ``wrong`` is in the result, unchanged and in its order.

    Args:
        first: The draft as it was.
        second: The whole section again, repaired.
        wrong: Places in ``first`` of the sentences that may change.
        missing: Ids of facts the draft left out, or may lose; new sentences that state one are taken in.
    """
    blocks = SequenceMatcher(None, [s.text for s in first], [s.text for s in second], autojunk=False)
    mended: list[Sentence] = []
    for kind, start, end, begin, stop in blocks.get_opcodes():
        if kind == "equal":
            mended += first[start:end]
        elif kind == "insert":
            mended += _added(second[begin:stop], mended, missing)
        else:
            mended += _changed(first[start:end], second[begin:stop], {n - start for n in wrong}, missing)
    return tuple(mended)


def _changed(
    old: Sequence[Sentence], new: Sequence[Sentence], wrong: set[int], missing: Collection[str]
) -> Iterator[Sentence]:
    """A stretch that differs: pairs in order, the wrong ones replaced; what is left over at its end."""
    bad = [place for place in range(len(old)) if place in wrong]
    paired = len(old) == len(new)
    spare = list(new) if not paired else []
    wanted = set(missing)
    for place, sentence in enumerate(old):
        if place not in wrong:
            yield sentence
        elif paired:
            yield replace(new[place], paragraph=sentence.paragraph)
        elif place == bad[-1]:  # the counts differ: all that is new stands where the last wrong one stood
            texts = {other.text for other in old}
            kept = [old[n] for n in range(len(old)) if n not in wrong]
            fresh = [s for s in spare if s.text not in texts]
            taken = [s for s in fresh if wanted & set(s.facts) or _is_again(s, [old[n] for n in bad], kept)]
            yield from (replace(s, paragraph=sentence.paragraph) for s in taken)
    if not bad:
        yield from _added(new, list(old), missing)


def _is_again(sentence: Sentence, wrong: Sequence[Sentence], kept: Sequence[Sentence]) -> bool:
    """Whether a new sentence is one of the wrong ones again, rather than a kept one rewritten."""
    likeness = _likest(sentence, wrong)
    return likeness >= _LEAST and likeness >= _likest(sentence, kept)


def _likest(sentence: Sentence, others: Sequence[Sentence]) -> float:
    return max((SequenceMatcher(None, o.text, sentence.text).ratio() for o in others), default=0.0)


def _added(
    new: Sequence[Sentence], before: Sequence[Sentence], missing: Collection[str]
) -> Iterator[Sentence]:
    """New sentences that state a missing fact, in the paragraph of the sentence before them."""
    paragraph = before[-1].paragraph if before else 0
    wanted = set(missing)
    yield from (replace(s, paragraph=paragraph) for s in new if wanted & set(s.facts))

"""What is being written -> the writer's kept phrases that fit there, for her to take."""

from collections.abc import Sequence

from assistant.clustering import Embed, masked
from assistant.phrasebank import Phrase
from index.sentences import clauses

LEAST = 0.15
"""Nearness in meaning from which a phrase is offered."""
BEGUN = 2
"""Characters already written from which a phrase that begins so is offered first."""
READ = 60
"""Characters before the cursor that are looked at."""


def offered(written: str, phrases: Sequence[Phrase], embed: Embed, most: int = 3) -> tuple[Phrase, ...]:
    """Phrases that go on as the text before the cursor ends, then those near what it says.

    A phrase that already stands in the text is not offered.

    >>> import numpy as np
    >>> kept = [Phrase(1, "压紧压实主体责任", "", "", 0, "", "")]
    >>> [one.text for one in offered("一年来，压紧", kept, lambda texts: np.zeros((len(texts), 2)))]
    ['压紧压实主体责任']
    """
    said = written[-READ:].rstrip()
    fresh = [one for one in phrases if one.text not in written]
    if not said.strip() or not fresh:
        return ()
    spans = clauses(said)
    last = spans[-1].of(said) if spans else said
    vectors = embed([masked(last), *(masked(one.text) for one in fresh)])
    near = vectors[1:] @ vectors[0]
    ranked = sorted(range(len(fresh)), key=lambda i: (-_begun(said, fresh[i].text), -float(near[i])))
    return tuple(fresh[i] for i in ranked if near[i] >= LEAST or _begun(said, fresh[i].text))[:most]


def _begun(said: str, phrase: str) -> int:
    """How many characters of a phrase the text already ends with; 0 below ``BEGUN``."""
    for size in range(min(len(phrase) - 1, len(said)), BEGUN - 1, -1):
        if said.endswith(phrase[:size]):
            return size
    return 0

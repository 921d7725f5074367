"""Nouns of the desk: Fact, Brief, Sentence, Suggestion, Draft, Finding, Version."""

from dataclasses import dataclass
from typing import Literal

from index.types import Hit, Span

Style = Literal["points", "flowing"]
Origin = Literal["fact", "sample", "stock", "blank", "model", "writer"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the writer states, verbatim."""

    id: str
    """``F1``, ``F2``, … in the order of the notes."""
    text: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What the writer asks for: a section heading, the facts for it, and how it should look."""

    section: str
    facts: tuple[Fact, ...] = ()
    length: int = 0
    """Wished length in characters; 0 leaves it to the facts."""
    style: Style = "points"
    """``points`` writes 一是…二是…; ``flowing`` writes plain paragraphs."""
    year: int | None = None
    """Year of the report; completes dates such as 3月24日."""
    viewpoint: str = ""
    """``班子`` or ``个人``: who speaks; empty where nobody said."""
    neighbours: tuple[str, ...] = ()
    """Headings of the sections beside it, in their order: what is told there is not told here."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a draft with what it rests on."""

    text: str
    facts: tuple[str, ...] = ()
    """Ids of the facts it states (its matter)."""
    passages: tuple[str, ...] = ()
    """Ids of the passages it is phrased after (its manner)."""
    paragraph: int = 0
    """Number of its paragraph, counted from 0."""
    origin: Origin = "fact"
    """``stock`` is Zhibi's own wording, ``sample`` wording of the shelf without a fact,
    ``blank`` a sentence that only asks for what is missing, ``writer`` a sentence edited by hand."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something samples often say here that no fact states; shown beside the draft, never in it."""

    text: str
    passage_id: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the gate has to say about a place of a draft (``start``/``end`` in code points of its text)."""

    kind: str
    span: Span
    text: str
    message: str
    report_id: str = ""
    passage_id: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted section with everything that made it."""

    brief: Brief
    sentences: tuple[Sentence, ...]
    hits: tuple[Hit, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    findings: tuple[Finding, ...] = ()
    prompt: str = ""
    """``name@version`` of the prompt; empty when no model wrote it."""
    model: str = "none"
    complete: bool = True
    """False when the model's reply was cut off."""

    @property
    def text(self) -> str:
        """Sentences joined: paragraphs by a newline, Latin sentences of a paragraph by a blank."""
        return join(self.sentences)


def join(sentences: tuple[Sentence, ...]) -> str:
    r"""Text of sentences: a newline between paragraphs, a blank after a sentence that ends in ASCII.

    >>> join((Sentence("一是抓学习。"), Sentence("开会3次。"), Sentence("二是抓整改。", paragraph=1)))
    '一是抓学习。开会3次。\n二是抓整改。'
    """
    out = ""
    before: Sentence | None = None
    for sentence in sentences:
        if before is not None and sentence.paragraph != before.paragraph:
            out += "\n"
        elif before is not None and before.text[-1:].isascii() and before.text[-1:].strip():
            out += " "
        out += sentence.text
        before = sentence
    return out

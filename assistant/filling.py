"""Visible blanks of a draft -> what is still asked for; an answer fills every blank of the same words.

filled(t, w, v) == v.join(t.split(w))          and no blank of those words is left
"""

import re
from dataclasses import dataclass
from typing import Final

from index.errors import ShelfError
from index.sentences import clauses, sentences
from index.types import Span

_BLANK: Final = re.compile(
    r"【(?:待补充|待填写|待补|TO BE FILLED)[：:]?(?P<asked>[^【】\n]*)】", re.IGNORECASE
)
_LONGEST: Final = 500
"""Characters of an answer."""
_TELLING: Final = 4
"""Characters that tell what a figure is about."""
_MARKS: Final = "，、；。,; \n\u3000"
_DOUBLED: Final = re.compile(r"[，、；]{2,}")


@dataclass(frozen=True, slots=True)
class Blank:
    """Something a draft still asks for, and every place that asks for it in these words."""

    words: str
    """As it stands: 【待补充：参加人数】."""
    asked: str
    """What is to be filled in: 参加人数; may be empty."""
    spans: tuple[Span, ...]
    sentence: str
    """The first sentence it stands in."""
    clause: str
    """The clause of it."""


def blanks(text: str) -> tuple[Blank, ...]:
    """What a text still asks for, in the order of first places; equal words mean the same."""
    places: dict[tuple[str, str], list[Span]] = {}
    for found in _BLANK.finditer(text):
        places.setdefault((found[0], found["asked"].strip()), []).append(Span(*found.span()))
    whole = sentences(text)
    asked_for: list[Blank] = []
    for (words, asked), spans in places.items():
        sentence = next((one.of(text) for one in whole if one.start <= spans[0].start < one.end), words)
        parts = (part.of(sentence) for part in clauses(sentence))
        clause = next((part for part in parts if words in part), sentence)
        asked_for.append(Blank(words, asked, tuple(spans), sentence.strip(), clause.strip()))
    return tuple(asked_for)


def filled(text: str, words: str, answer: str) -> str:
    """The text with an answer in place of every blank of these words; all else as it was.

    Raises:
        ShelfError: ``answer_empty``, ``answer_long``, ``answer_blank``, ``blank_gone``.
    """
    plain = " ".join(answer.split())
    if not plain:
        raise ShelfError("answer_empty")
    if len(plain) > _LONGEST:
        raise ShelfError("answer_long", most=_LONGEST)
    if _BLANK.search(plain):
        raise ShelfError("answer_blank")
    if words not in text or not _BLANK.fullmatch(words):
        raise ShelfError("blank_gone", words=words)
    return text.replace(words, plain)


def noted(notes: str, blank: Blank, answer: str) -> str:
    """The writer's notes with the answer as one more fact, worded so that it is understood by itself.

    86人 alone says nothing, 86人参加 does; where a clause asks for nothing but the blank, a short
    answer takes the whole sentence with it.
    """
    plain = " ".join(answer.split())
    around = _BLANK.sub("", blank.clause).strip(_MARKS)
    within = blank.clause if len(around) >= _TELLING else blank.sentence
    if len(around) < _TELLING <= len(plain) - _TELLING:
        within = blank.words
    fact = _BLANK.sub("", within.replace(blank.words, plain))
    fact = " ".join(_DOUBLED.sub("，", fact).split()).strip(_MARKS)
    return f"{notes.rstrip()}\n{fact}".lstrip("\n")

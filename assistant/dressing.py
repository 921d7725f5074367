"""Groups of statements -> their sentences, some with a phrase of manner before them or of aim behind them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.arranging import Group
from assistant.joining import Told, tell
from assistant.phrasing import Phrasing, Worded
from assistant.types import Sentence
from index.types import Role


@dataclass(frozen=True, slots=True)
class Manner:
    """How much wording stands around the facts."""

    opener: bool = True
    labels: bool = True
    manners: int = 0
    aims: int = 0


def dress(groups: Sequence[Group], role: Role, phrasing: Phrasing, manner: Manner) -> list[list[Sentence]]:
    """The sentences of each group; plans take manners of samples only, shortcomings nothing."""
    told = [list(tell(group.statements)) for group in groups]
    written = [[stated(one) for one in sentences] for sentences in told]
    if role in ("work", "next"):
        _add_manners(groups, told, written, phrasing, manner.manners)
    if role == "work":
        _add_aims(groups, told, written, phrasing, manner.aims)
    return written


def stated(told: Told) -> Sentence:
    """A sentence that states facts."""
    return Sentence(told.ended, told.ids, told.passages)


def alone(text: str, worded: Worded) -> Sentence:
    """A sentence that states no fact, with the passage it is phrased after if it is."""
    if worded.passage_id:
        return Sentence(text, passages=(worded.passage_id,), origin="sample")
    return Sentence(text, origin="stock")


def _add_manners(
    groups: Sequence[Group],
    told: list[list[Told]],
    written: list[list[Sentence]],
    phrasing: Phrasing,
    left: int,
) -> None:
    for group, sentences, paragraph in zip(groups, told, written, strict=True):
        place = next((at for at, one in enumerate(sentences) if one.opens), -1)
        phrase = phrasing.manner(_of(group, sentences[place])) if left and place >= 0 else None
        if phrase:
            left -= 1
            worded = f"{phrase.text}，{paragraph[place].text}"
            paragraph[place] = _with(paragraph[place], worded, phrase)


def _of(group: Group, told: Told) -> Group:
    """The statements of a group from the one on that a sentence begins with."""
    at = next((at for at, one in enumerate(group.statements) if set(one.ids) & set(told.ids[:1])), 0)
    return replace(group, statements=group.statements[at:])


def _add_aims(
    groups: Sequence[Group],
    told: list[list[Told]],
    written: list[list[Sentence]],
    phrasing: Phrasing,
    left: int,
) -> None:
    for group, sentences, paragraph in reversed(list(zip(groups, told, written, strict=True))):
        phrase = phrasing.aim(group) if left and sentences[-1].closes else None
        if phrase:
            left -= 1
            worded = f"{paragraph[-1].text.removesuffix('。')}，{phrase.text}。"
            paragraph[-1] = _with(paragraph[-1], worded, phrase)


def _with(sentence: Sentence, text: str, phrase: Worded) -> Sentence:
    passages = (*sentence.passages, phrase.passage_id) if phrase.passage_id else sentence.passages
    return replace(sentence, text=text, passages=tuple(dict.fromkeys(passages)))

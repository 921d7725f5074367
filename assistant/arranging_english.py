"""Brief in English -> sentences: the writer's facts as they stand, one a sentence, no Chinese manner."""

import re
from typing import Final

from assistant.asides import is_aside, is_caption
from assistant.dividing import Part, divide, promised
from assistant.stock import phrases
from assistant.types import Brief, Fact, Sentence

_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_WORD: Final = re.compile(r"[A-Za-z]{2,}")
_BE: Final = re.compile(
    r"^(?P<noun>(?!(?:we|I|they|he|she|it|staff|team|who|which)\b)[A-Za-z][A-Za-z' -]{2,40}[A-Za-z]) "
    r"(?=(?:(?:up|down) (?:from|by|to)\b|"
    r"(?:done|completed|finished|installed|delivered|repaired|planted|tried|held|introduced|launched|offered|given"
    r"|provided|signed|approved|agreed|published|issued|built|bought|replaced|extended|made|sent|paid|set up)"
    r" (?:for|in|at|by|on|across|before|ahead|from|with|to)\b))"
)
"""A note of what stands how or was done, without its verb: places up from 210 to 268."""
_COUNTED: Final = re.compile(
    r"^(?P<noun>[A-Za-z][A-Za-z' -]{2,40}[^s\W]s) "
    r"(?P<count>\d[\d,.]*(?: (?:thousand|million|billion))?)(?=,|$)"
)
"""Things and how many of them there were: loans 97,350."""
_VERBED: Final = re.compile(r"\b(?:is|are|was|were|be|been|has|have|had|went|go|goes|came|will|to)$")
_VERB_OF_COUNT: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|\w{3,}ed|held|built|ran|made|sent|paid|sold|met|rose|fell|grew|cut|served|serves"
    r"|reaches|totals|covers|includes|takes|needs|uses)\b"
)
_ENDED: Final = re.compile(r"[.!?…][\"'”’)]?$")


def arrange_english(brief: Brief, seed: int = 0) -> tuple[Sentence, ...]:
    """The facts as sentences; in ``points`` each fact has its own paragraph. Words are never changed."""
    sentences: list[Sentence] = []
    facts = [fact for fact in brief.facts if not is_aside(fact.text)]
    facts = facts[1:] if len(facts) > 1 and is_caption(facts[0].text) else facts
    for part in divide(brief.section, facts):
        start = sentences[-1].paragraph + 1 if sentences else 0
        sentences += _part(part, start, brief, seed)
    missing = promised(brief.section.lower(), brief.facts, english=True) if brief.facts else ""
    if missing:
        sentences.append(_blank(missing, sentences[-1].paragraph))
    return tuple(sentences)


def is_english(fact: Fact) -> bool:
    """Whether a note is written in English: words of Latin letters and no Chinese character.

    >>> is_english(Fact("F1", "Held 12 meetings")), is_english(Fact("F2", "OA系统上线"))
    (True, False)
    """
    return not _CHINESE.search(fact.text) and len(_WORD.findall(fact.text)) > 1


def tell_english(facts: tuple[Fact, ...], paragraph: int) -> tuple[Sentence, ...]:
    """English facts of a Chinese section as they stand, in a paragraph that asks for them in Chinese."""
    told = [Sentence(text, ids, paragraph=paragraph) for text, ids in _once(facts).items()]
    return (*told, _blank("以上事实是英文，请改写为中文", paragraph)) if told else ()


def _part(part: Part, start: int, brief: Brief, seed: int) -> list[Sentence]:
    if not part.facts:
        return [_blank(need, start + at) for at, need in enumerate(phrases(part.role, "en_blanks"))]
    openers = phrases(part.role, "en_openers")
    several = len(part.facts) > 1 and (part.role != "work" or brief.style == "points")
    leads = several or (part.role in ("problems", "next") and not part.asked)
    out = (
        [Sentence(openers[seed % len(openers)], paragraph=start, origin="stock")] if openers and leads else []
    )
    points = brief.style == "points" and len(part.facts) > 1
    for place, (text, ids) in enumerate(_once(part.facts).items()):
        paragraph = start + place + len(out[:1]) if points else start
        if text:
            out.append(Sentence(text, ids, paragraph=paragraph))
        else:
            out.append(
                Sentence("【待补充：the words of this fact】", ids, paragraph=paragraph, origin="blank")
            )
    return out


def _once(facts: tuple[Fact, ...]) -> dict[str, tuple[str, ...]]:
    """Each fact as a sentence -> ids of the facts that say it."""
    once: dict[str, tuple[str, ...]] = {}
    for fact in facts:
        text = _sentence(fact.text)
        once[text] = (*once.get(text, ()), fact.id)
    return once


def _sentence(text: str) -> str:
    plain = re.sub(r"\s+", " ", text).strip().rstrip(",;:")
    if not plain:
        return ""
    plain = _COUNTED.sub(_came, _BE.sub(_told, plain))
    raised = plain[0].upper() + plain[1:] if re.match(r"[a-z]+(?:-[a-z]+)*\b(?![.@/_-]?\w)", plain) else plain
    return raised if _ENDED.search(raised) else raised + "."


def _came(found: re.Match[str]) -> str:
    """Things and their number with a verb between; as it was where one stands there."""
    said = _VERB_OF_COUNT.search(found["noun"])
    return found.group() if said else f"{found['noun']} came to {found['count']}"


def _told(found: re.Match[str]) -> str:
    """A noun with the verb it wants; as it was where it ends with one."""
    noun = found["noun"]
    if _VERBED.search(noun):
        return found.group()
    return f"{noun} {'were' if re.search(r'[^s]s$', noun) else 'was'} "


def _blank(need: str, paragraph: int) -> Sentence:
    return Sentence(f"【待补充：{need}】", paragraph=paragraph, origin="blank")

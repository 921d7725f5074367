"""Facts + paragraphs -> the same paragraphs with a few blanks 【待补充：…】 for what is missing.

At most two a section that has facts: what is left open; what the heading promises or a thin section lacks.
"""

from typing import Final

from assistant.dividing import Part, divide, left_open, promised
from assistant.stock import phrases, stock
from assistant.theming import noun_of, topic_of
from assistant.types import Brief, Sentence

_THIN: Final = 60
"""Characters under which a single fact is too little for a section."""
_SHORT: Final = 1.5
"""A wished length so many times that of the draft cannot be reached with these facts."""


def blank(need: str, *ids: str) -> Sentence:
    """A sentence that only asks; ``ids`` are facts that hold no words."""
    return Sentence(f"【待补充：{need}】", ids, origin="blank")


def asked(part: Part, section: str, *, alone: bool) -> list[Sentence]:
    """What a part without any words needs: all of it where the section has no facts, else the first."""
    topic = noun_of(topic_of(section)) if part.role == "work" else ""
    needs = phrases(part.role, "blanks")[: None if alone else 1]
    ids = [fact.id for fact in part.facts]
    return [blank(f"{topic}的{need}" if topic else need, *ids) for need in needs]


def ask(brief: Brief, paragraphs: list[list[Sentence]]) -> None:
    """Add the blanks of a section that has facts to its paragraphs."""
    unsettled = left_open(brief.facts)
    for paragraph in paragraphs:
        if unsettled and any(unsettled in sentence.facts for sentence in paragraph):
            paragraph.append(blank(stock("roles")["rest"]["blank"]))
            break
    missing = promised(brief.section, brief.facts, english=False) or _thin(brief, paragraphs)
    if missing and paragraphs[-1][-1].origin != "blank":
        fitting = [held for held in paragraphs if held[0].origin != "blank"]
        (fitting or paragraphs)[-1].append(blank(missing))


def _thin(brief: Brief, paragraphs: list[list[Sentence]]) -> str:
    """What a section of one short fact, or of too few for the wished length, needs more of."""
    thin = stock("roles")["thin"]
    if divide(brief.section, brief.facts)[-1].role != "work":
        return ""
    if len(brief.facts) == 1 and len(brief.facts[0].text) < _THIN:
        return str(thin["blank"])
    written = sum(len(sentence.text) for paragraph in paragraphs for sentence in paragraph)
    return str(thin["more"]) if brief.length > _SHORT * written else ""

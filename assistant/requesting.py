"""Brief and hits -> the messages a model is sent. Samples are masked before they reach a prompt.

``I1`` sample text stands in the user message only, between two border lines that bear the nonce;
``I2`` every line of a block begins with the nonce, 64 random bits, and no data holds it;
``I3`` the system message is the same for all requests of a prompt;
``I4`` facts and samples stand in blocks of their own.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.asides import is_aside, without_asides
from assistant.dividing import divide
from assistant.prompting import Prompt, load
from assistant.types import Brief, Fact, Finding, Sentence
from assistant.walling import block, fresh, lines
from index.marks import line_mark
from index.masking import mask
from index.roles import role_of_heading
from index.sentences import clauses, sentences
from index.types import Hit, Role

Message = tuple[str, str]
"""(``system`` or ``user``, text)."""

SAMPLE: Final = 500
"""Characters of one sample, in whole sentences: enough to show a manner."""
SAMPLES: Final = 6000
"""Characters of all samples together, so that small local models still see the facts."""
_HEADING: Final = 120
_NEIGHBOURS: Final = 12
_WORD: Final = 6
"""Characters an English word of a report takes, its blank included."""
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_LATIN_WORD: Final = re.compile(r"[A-Za-z]{2,}")
_BLANK: Final = re.compile(r"【[^【】]*】")
_TELLING: Final = 8
"""Characters and words together below which a text has no language."""


@dataclass(frozen=True, slots=True)
class Request:
    """Messages with what is needed to read the reply."""

    messages: tuple[Message, ...]
    prompt: str
    """``name@version``."""
    nonce: str
    samples: tuple[tuple[str, str], ...] = ()
    """(``S1``, passage id) in order."""

    @property
    def text(self) -> str:
        """The exact text sent, message after message."""
        return "\n\n".join(text for _, text in self.messages)


def is_chinese(brief: Brief) -> bool:
    """Whether heading or facts hold a Chinese character; if not, the English prompt is taken."""
    return bool(_CHINESE.search(brief.section + "".join(fact.text for fact in brief.facts)))


def is_answered_in_kind(brief: Brief, text: str) -> bool:
    """Whether a reply is in the brief's language, as far as its letters tell; a few letters tell nothing."""
    bare = _BLANK.sub("", text)
    chinese = len(_CHINESE.findall(bare))
    words = len(_LATIN_WORD.findall(bare))
    if chinese + words < _TELLING:
        return True
    return chinese >= words if is_chinese(brief) else words > chinese


def drafting_request(brief: Brief, hits: Sequence[Hit], nonce: str = "") -> Request:
    """The request for a first draft; ``nonce`` is given by tests only."""
    prompt = load("draft" if is_chinese(brief) else "draft_en")
    shown = _shown(_fitting(brief, hits))
    said = [brief.section, *brief.neighbours, *(f.text for f in brief.facts)]
    mark = nonce or fresh([*said, *(text for _, text, _ in shown)])
    user = prompt.fill(
        nonce=mark,
        samples=block([(label, text) for label, text, _ in shown], mark) or prompt.part("no_samples"),
        facts=_facts(brief.facts, mark) or prompt.part("no_facts"),
        task=_task(prompt, brief, hits),
    )
    samples = tuple((label, passage_id) for label, _, passage_id in shown)
    return Request((("system", prompt.system), ("user", user)), prompt.tag, mark, samples)


def repairing_request(
    brief: Brief,
    drafted: Sequence[Sentence],
    findings: Sequence[Finding],
    samples: tuple[tuple[str, str], ...],
    nonce: str = "",
) -> Request:
    """The request to put right what the gate refused; samples are named by their marks, not shown."""
    prompt = load("repair" if is_chinese(brief) else "repair_en")
    held = [brief.section, *(f.text for f in brief.facts), *(s.text for s in drafted)]
    mark = nonce or fresh([*held, *(f.text + f.message for f in findings)])
    user = prompt.fill(
        nonce=mark,
        facts=_facts(brief.facts, mark) or prompt.part("no_facts"),
        text=_drafted(drafted, {passage: label for label, passage in samples}, mark),
        findings=block([("·", prompt.part("line", text=f.text, message=f.message)) for f in findings], mark),
    )
    return Request((("system", prompt.system), ("user", user)), prompt.tag, mark, samples)


def _fitting(brief: Brief, hits: Sequence[Hit]) -> list[Hit]:
    """The hits in the brief's language, those of the parts it asks for first."""
    chinese, roles = is_chinese(brief), _roles(brief, hits)
    same = [hit for hit in hits if bool(_CHINESE.search(hit.passage.text)) is chinese]
    return sorted(same, key=lambda hit: hit.passage.role not in roles)


def _shown(hits: Sequence[Hit]) -> list[tuple[str, str, str]]:
    """(label, masked text with its headings, passage id) of the samples that have room."""
    shown: list[tuple[str, str, str]] = []
    room = SAMPLES
    for hit in hits:
        text = _masked(_whole(_masked(hit.passage.text), min(SAMPLE, room)))
        if not text:
            continue
        room -= len(text)
        heads = " › ".join(filter(None, map(_bare, hit.passage.headings)))[:_HEADING]
        headed = f"{_masked(f'〔{heads}〕')}\n{text}" if heads else text
        shown.append((f"S{len(shown) + 1}", headed, hit.passage.id))
    return shown


def _masked(text: str) -> str:
    """A text tamed, then masked: taming must bring nothing to light that masking has not seen."""
    return mask("\n".join(lines(text))).text


def _bare(heading: str) -> str:
    """A heading on one line without its marks: the 1 of 1. would read as a figure within a path."""
    line = " ".join(lines(heading))
    while mark := line_mark(line, 0, 0):
        line = line[mark.end :]
    return line


def _whole(text: str, limit: int) -> str:
    """The first whole sentences of a text within a limit, else its first clauses; empty if none fits."""
    if len(text) <= limit:
        return text.strip()
    for cut in (sentences, clauses):
        if ends := [span.end for span in cut(text) if span.end <= limit]:
            return text[: ends[-1]].strip()
    return ""


def _facts(facts: Sequence[Fact], nonce: str) -> str:
    told = [(fact.id, without_asides(fact.text)) for fact in facts if not is_aside(fact.text)]
    return block(told, nonce)


def _drafted(drafted: Sequence[Sentence], labels: dict[str, str], nonce: str) -> str:
    """A draft's paragraphs as block lines, each sentence with its marks again."""
    paragraphs: dict[int, str] = {}
    for sentence in drafted:
        ids = ",".join(sentence.facts)
        manner = ",".join(labels[p] for p in sentence.passages if p in labels)
        mark = f"[{ids}|{manner}]" if ids and manner else f"[{ids or manner}]" if ids or manner else ""
        plain = " ".join(lines(sentence.text))
        gap = " " if plain[-1:].isascii() else ""
        paragraphs[sentence.paragraph] = paragraphs.get(sentence.paragraph, "") + plain + mark + gap
    return "\n".join(f"{nonce} ｜{text.rstrip()}" for text in paragraphs.values())


def _task(prompt: Prompt, brief: Brief, hits: Sequence[Hit]) -> str:
    section = " ".join(lines(brief.section))[:_HEADING]
    rows = [
        prompt.part("task", section=section),
        *(prompt.part(f"role_{role}") for role in _roles(brief, hits)),
        *_place(prompt, brief),
        prompt.part(brief.style),
        prompt.part("length", length=_length(prompt, brief)) if brief.length else prompt.part("any_length"),
    ]
    if brief.year is not None:
        rows.append(prompt.part("year", year=str(brief.year)))
    return "\n".join(rows)


def _place(prompt: Prompt, brief: Brief) -> list[str]:
    """Who speaks, and what stands beside the section, where that is known."""
    rows = [prompt.part("own" if brief.viewpoint == "个人" else "shared")] if brief.viewpoint else []
    beside = "；".join(" ".join(lines(heading))[:_HEADING] for heading in brief.neighbours[:_NEIGHBOURS])
    return [*rows, prompt.part("neighbours", headings=beside)] if beside else rows


def _length(prompt: Prompt, brief: Brief) -> str:
    """The wished length as its prompt counts it: characters in Chinese, words in English."""
    return str(brief.length if prompt.language == "zh" else max(1, round(brief.length / _WORD)))


def _roles(brief: Brief, hits: Sequence[Hit]) -> list[Role]:
    """The parts a section has: what its heading and its facts say; only without both what samples do."""
    said = role_of_heading(brief.section)
    if said in ("opening", "closing"):
        return [said]
    parts = divide(brief.section, brief.facts)
    told: list[Role] = [part.role for part in parts if part.facts or (said and part.asked)]
    counts = Counter(hit.passage.role for hit in hits[:5])
    return told or [counts.most_common(1)[0][0] if counts else "work"]

"""Reports, statutes and technical articles -> pairs of texts that belong together."""

import json
import lzma
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.chunking import chunk
from index.entering import prepare
from index.types import Manuscript, Paragraph, Passage
from index.wording import plain_heading

OPEN_TYPES = ("law_", "tech_", "csl_", "report_")
"""Types of ready pairs whose texts may ship in weights: statutes, official reports, Apache-2.0 articles."""
OPEN_SOURCES = ("laws", "lctt")
ENDS = re.compile(r"(?<=[。！？；])")
CLAUSES = re.compile(r"[，。；：！？、\n]+")
FIGURES = re.compile(r"[\d.%％]+")
PASSAGE = 300
"""Characters of a passage of running text, about."""
GRAM, MOST_SHARED = 4, 60
"""Headings that share four characters which at most sixty headings hold speak of one thing."""
HEADINGS_OF = "heading "
"""Begins the ``doc`` of a pair that no one document owns."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that belong together. Pairs of one ``doc`` are never each other's counter-examples."""

    asked: str
    said: str
    doc: str


def ready_pairs(path: Path, left_out: set[str]) -> Iterator[Pair]:
    """The pairs of a file that may be used, without those of documents left out."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["type"].startswith(OPEN_TYPES) and row["src"] not in left_out:
                yield Pair(row["q"], row["p"][: 2 * PASSAGE], row["src"])


def running_pairs(path: Path, rng: random.Random) -> Iterator[Pair]:
    """Pairs that running text gives by itself: a sentence and what surrounds it, title, neighbours."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["source"] not in OPEN_SOURCES:
                continue
            passages = _passages(row["text"])
            for place, passage in enumerate(passages):
                if rng.random() < 0.6 and (pair := _torn(passage, row["id"], rng)):
                    yield pair
                if rng.random() < 0.3:
                    yield Pair(row["title"], passage, row["id"])
                if place and rng.random() < 0.15:
                    yield Pair(passages[place - 1], passage, row["id"])


def report_pairs(path: Path, left_out: set[str], rng: random.Random) -> Iterator[Pair]:
    """Pairs of reports: heading and section, notes of a section and its prose, sections of like headings."""
    under: dict[str, list[Passage]] = defaultdict(list)
    for report_id, passages in _reports(path, left_out):
        sections: dict[int, list[Passage]] = defaultdict(list)
        for passage in passages:
            sections[passage.section].append(passage)
            for heading in passage.headings:
                if 4 <= len(plain_heading(heading)) <= 40:
                    under[plain_heading(heading)].append(passage)
            if pair := _torn(passage.text, report_id, rng):
                yield pair
        for inside in sections.values():
            yield from _of_section(inside, report_id, rng)
    yield from _of_headings(under, rng)


def _of_section(passages: Sequence[Passage], doc: str, rng: random.Random) -> Iterator[Pair]:
    for passage in passages:
        heads = [plain_heading(heading) for heading in passage.headings]
        heads = [head for head in heads if len(head) >= 2]
        for depth, head in enumerate(reversed(heads)):
            if depth == 0 or rng.random() < 0.4:
                yield Pair(head, passage.text, doc)
        other = rng.choice(passages)
        notes = _notes(other.text if other is not passage else passage.text, rng)
        if heads and notes:
            yield Pair(f"{heads[-1]}\n{notes}", passage.text, doc)
    for one, other in zip(passages, passages[1:], strict=False):
        yield Pair(one.text, other.text, doc)


def _of_headings(under: dict[str, list[Passage]], rng: random.Random) -> Iterator[Pair]:
    """A heading with passages under headings that share rare words with it, in other reports."""
    holders: dict[str, list[str]] = defaultdict(list)
    for heading in under:
        for gram in {heading[at : at + GRAM] for at in range(len(heading) - GRAM + 1)}:
            holders[gram].append(heading)
    for heading, own in under.items():
        grams = {heading[at : at + GRAM] for at in range(len(heading) - GRAM + 1)}
        like = [o for gram in grams if len(holders[gram]) <= MOST_SHARED for o in holders[gram]]
        docs = {passage.report_id for passage in own}
        far = [passage for other in set(like) for passage in under[other] if passage.report_id not in docs]
        for passage in rng.sample(sorted(far, key=lambda p: p.id), min(6, len(far))):
            yield Pair(heading, passage.text, f"{HEADINGS_OF}{heading}")
            yield Pair(rng.choice(own).text, passage.text, f"{HEADINGS_OF}{heading}")


def _reports(path: Path, left_out: set[str]) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] in left_out:
                continue
            lines_of = [part for part in row["text"].split("\n") if part.strip()]
            manuscript = Manuscript(tuple(Paragraph(part) for part in lines_of))
            yield row["id"], chunk(prepare(manuscript, row["title"])[0])


def _notes(text: str, rng: random.Random) -> str:
    """Rough notes of a passage: some of its clauses, out of order, figures left out."""
    clauses = [clause for clause in CLAUSES.split(FIGURES.sub("", text)) if len(clause) >= 4]
    kept = rng.sample(clauses, min(len(clauses), rng.randint(2, 6)))
    return "，".join(kept)


def _torn(text: str, doc: str, rng: random.Random) -> Pair | None:
    """A sentence and the rest of its passage."""
    sentences = [part for part in ENDS.split(text) if part.strip()]
    if len(sentences) < 2:
        return None
    one = sentences.pop(rng.randrange(len(sentences)))
    return Pair(one, "".join(sentences), doc)


def _passages(text: str) -> list[str]:
    passages, held = [], ""
    for part in ENDS.split(text):
        held += part
        if len(held) >= PASSAGE:
            passages.append(held)
            held = ""
    return [*passages, held] if len(held) > 40 else passages

"""Prints how well outlines agree with hand-labelled ones: ``python benchmarks/outlines.py [-v]``.

``tests/data/outlines.json`` holds marks by position and level, no text. A mark also bears a digest of what
follows it, by which it is found again when cleaning has moved it.
"""

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from index.chunking import chunk
from index.cleaning import clean
from index.outlining import outline
from index.reading.reading import read
from index.types import Clean, Manuscript, Paragraph, Report

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
LABELS = ROOT / "tests" / "data" / "outlines.json"
DIGESTED = 16
"""Characters, blanks left out, that a digest is of."""


def labelled() -> list[dict]:
    """The labelled documents: source, digest of the text, half, marks ``[start, level, mark, digest]``."""
    return json.loads(LABELS.read_text("utf-8"))


def texts(sources: set[str]) -> Iterator[tuple[str, Clean]]:
    """The clean texts of the sources named, those that are there."""
    for path in sorted((SHARED / "library" / "docx").glob("*.docx")):
        if f"docx/{path.stem}" in sources:
            yield f"docx/{path.stem}", clean(read(path))
    with (SHARED / "library" / "reports_dev.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if f"dev/{row['id']}" in sources:
                paragraphs = tuple(Paragraph(line) for line in row["text"].split("\n"))
                yield f"dev/{row['id']}", clean(Manuscript(paragraphs))


def digest(text: str, start: int) -> str:
    """Eight hex digits of the characters that follow a place."""
    near = re.sub(r"\s", "", text[start : start + 40])[:DIGESTED]
    return hashlib.sha256(near.encode()).hexdigest()[:8]


def aligned(marks: list[list], text: str) -> set[tuple[int, int]]:
    """(start, level) of each mark, moved to where its digest is now; one whose words are gone is left out."""
    shift, found = 0, set()
    for start, level, _, said in marks:
        for step in sorted(range(-400, 401), key=abs):
            place = start + shift + step
            if 0 <= place < len(text) and digest(text, place) == said:
                while text[place].isspace():
                    place += 1
                shift = place - start
                found.add((place, level))
                break
    return found


def score(marks: list[list], text: Clean) -> tuple[set, set]:
    """What the outline missed and what it added, as (start, level)."""
    wanted = aligned(marks, text.text)
    got = {(s.span.start, s.level) for s in outline(text) if s.mark or s.heading}
    return wanted - got, got - wanted


def roles(labels: list[list], text: Clean) -> Iterator[tuple[str, str]]:
    """(labelled, given) role of each labelled section, or passage where no section begins."""
    sections = outline(text)
    given = {section.span.start: section.role for section in sections}
    passages = chunk(Report("0" * 12, "", text.text, sections))
    for start, role, said in labels:
        for place, _ in aligned([[start, 0, "", said]], text.text):
            held = next((p.role for p in passages if p.span.start <= place < p.span.end), "")
            yield role, given.get(place, held)


def role_counts() -> dict[str, Counter]:
    """Labelled, given and right, by role."""
    labels = {row["source"]: row["roles"] for row in labelled() if "roles" in row}
    counts: dict[str, Counter] = {}
    for source, text in texts(set(labels)):
        for role, given in roles(labels[source], text):
            counts.setdefault(role, Counter()).update(labelled=1, right=role == given)
            counts.setdefault(given, Counter()).update(given=1)
    return counts


def group(source: str) -> str:
    """What kind of source it is: docx, gwrnat or pol."""
    folder, name = source.split("/", 1)
    return folder if folder == "docx" else re.split(r"[-\d]", name)[0]


def measured(half: str = "") -> Iterator[tuple[str, str, int, set, set]]:
    """Source, half, labelled marks, missed, added, for each labelled document."""
    labels = {row["source"]: row for row in labelled() if half in ("", row["half"])}
    for source, text in texts(set(labels)):
        row = labels[source]
        yield source, row["half"], len(row["marks"]), *score(row["marks"], text)


def main():
    """Precision and recall by half and source."""
    counts: dict[tuple[str, str], Counter] = {}
    for source, half, marks, missed, added in measured():
        for key in ((half, group(source)), (half, "all")):
            row = counts.setdefault(key, Counter())
            row.update(documents=1, marks=marks, missed=len(missed), added=len(added))
        if "-v" in sys.argv and (missed or added):
            print(source, "missed", sorted(missed), "added", sorted(added))
    print(f"{'half':<8}{'source':<10}{'documents':>10}{'marks':>7}{'precision':>11}{'recall':>8}")
    for (half, name), row in sorted(counts.items()):
        right = row["marks"] - row["missed"]
        precision = right / max(right + row["added"], 1)
        recall = right / max(row["marks"], 1)
        print(f"{half:<8}{name:<10}{row['documents']:>10}{row['marks']:>7}{precision:>11.3f}{recall:>8.3f}")
    print(f"\n{'role':<10}{'labelled':>9}{'given':>7}{'right':>7}")
    for role, row in sorted(role_counts().items()):
        print(f"{role:<10}{row['labelled']:>9}{row['given']:>7}{row['right']:>7}")


if __name__ == "__main__":
    main()

"""Prints how well reports of our own in many forms are understood: ``python benchmarks/forms.py [-v]``.

``forms.txt`` holds them with their headings, roles and descriptions; they are read as lines of text, without
a file name.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.entering import prepare
from index.types import Manuscript, Paragraph, Report

TEXTS: Final = Path(__file__).parent / "forms.txt"
FIELDS: Final = ("kind", "year", "viewpoint", "organisation")
_HEADING: Final = re.compile(r"\{\{(\d)\|([^|{}]*)\|([^|{}]*)(?:\|([^|{}]*))?(?:\|([^|{}]*))?\}\}")


@dataclass(frozen=True, slots=True)
class Form:
    """One labelled report."""

    half: str
    number: str
    told: dict[str, list[str]]
    """Field of the description -> answers that are right."""
    text: str
    headings: dict[int, tuple[int, list[str]]]
    """Offset in the text without blanks -> depth, roles that are right."""
    optional: frozenset[int]
    """Offsets that need not be found."""


def forms() -> Iterator[Form]:
    """The labelled reports."""
    for block in re.split(r"^=== ", TEXTS.read_text("utf-8"), flags=re.M)[1:]:
        head, _, marked = block.partition("\n")
        name, *told = (part.strip() for part in head.split(" | "))
        headings: dict[int, tuple[int, list[str]]] = {}
        optional: set[int] = set()
        text, at = "", 0
        for found in _HEADING.finditer(marked):
            text += marked[at : found.start()]
            place = len(re.sub(r"\s", "", text.replace("#", "")))
            headings[place] = (int(found[1]), (found[4] or "work").split("/"))
            optional |= {place} if found[5] else set()
            text, at = text + found[2] + found[3], found.end()
        answers = {field: part.split("/") for field, part in zip(FIELDS, told, strict=True)}
        half, number = name.split()
        yield Form(half, number, answers, (text + marked[at:]).strip(), headings, frozenset(optional))


def judged(form: Form) -> tuple[Counter[str], list[str]]:
    """Counts of what was asked, given and right, and what was wrong."""
    lines = tuple(Paragraph(line) for line in form.text.split("\n") if line.strip())
    report = prepare(Manuscript(lines), "新建文档.txt")[0]
    count, wrong = Counter({"headings": len(form.headings) - len(form.optional)}), []
    plain = re.sub(r"\s", "", form.text.replace("#", ""))
    shift = plain.find(re.sub(r"\s", "", report.text.replace("#", ""))[:12])
    for offset, depth, role, said in _sections(report):
        place = offset + max(shift, 0)
        if place in form.optional:
            continue
        count["given"] += 1
        if place not in form.headings:
            wrong.append(f"no heading: {said}")
            continue
        wanted, roles = form.headings[place]
        count.update(found=1, depth=depth == wanted, role=role in roles)
        if depth != wanted or role not in roles:
            wrong.append(f"{said}: depth {depth} for {wanted}, {role} for {'/'.join(roles)}")
    for field in FIELDS:
        told = str(getattr(report, field) or "")
        count[field] = told in form.told[field]
        if not count[field]:
            wrong.append(f"{field}: {told} for {'/'.join(form.told[field])}")
    return count, wrong


def _sections(report: Report) -> Iterator[tuple[int, int, str, str]]:
    """Offset without blanks, depth, role and words of each heading."""
    depths: list[int] = []
    for section in report.sections:
        headed = bool(section.mark or section.heading)
        depths.append((0 if section.parent is None else depths[section.parent]) + headed)
        if headed:
            before = report.text[: section.span.start].replace("#", "")
            yield len(re.sub(r"\s", "", before)), depths[-1], section.role, section.mark + section.heading


def main() -> None:
    """A line a set: precision and recall of headings, levels, roles, and the fields of the description."""
    counts: dict[str, Counter[str]] = {}
    reports: Counter[str] = Counter()
    for form in forms():
        count, wrong = judged(form)
        counts.setdefault(form.half, Counter()).update(count)
        reports[form.half] += 1
        if "-v" in sys.argv:
            print(*(f"  {form.number}: {line}" for line in wrong), sep="\n", end="\n" if wrong else "")
    print(
        f"{'set':8}{'reports':>8}{'headings':>9}{'precision':>10}{'recall':>8}{'level':>7}{'role':>7}",
        *FIELDS,
    )
    for half, count in counts.items():
        told = "  ".join(f"{count[field]}/{reports[half]}" for field in FIELDS)
        rates = [count["found"] / count[key] for key in ("given", "headings")]
        inner = [count[key] / count["found"] for key in ("depth", "role")]
        print(
            f"{half:8}{reports[half]:8}{count['headings']:9}{rates[0]:10.3f}{rates[1]:8.3f}"
            f"{inner[0]:7.3f}{inner[1]:7.3f}  {told}"
        )


if __name__ == "__main__":
    main()

"""Prints what the gate sees and what it cries wolf at, per kind: ``python benchmarks/gate.py [SEED] [-v]``.

Each generated case is a handful of facts, a draft that says them (nothing may be flagged) and the same draft
with one thing changed (that thing must be flagged). Then the drafts composed from the bundled briefs, and,
where ``../shared`` is there, real reports against themselves as facts, whole and with one thing changed.
"""

import json
import random
import re
import sys
import time
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from gate_cases import KINDS, altered

from assistant.checking import Leak, check
from assistant.noting import note
from index.expressions import expressions
from index.types import Span

CASES = 300
SHARED = Path(__file__).parents[1] / ".." / "shared"
AMBER = frozenset(("derived", "unused"))
"""Kinds that ask and do not accuse; on a true draft only a reckoned figure may have one."""
SILENT = frozenset(("unused", "blank", "outdated"))
"""Kinds a true text may have: what it leaves out, leaves open, or said in an earlier year."""
LIMITS = {  # recall at least, false alarms at most (share of true drafts), after issue 5
    "count": (0.99, 0.02), "percent": (0.99, 0.02), "date": (0.99, 0.02), "title": (0.99, 0.02),
    "chinese": (0.98, 0.02), "meeting": (0.98, 0.02), "unit": (0.98, 0.02), "range": (0.98, 0.02),
    "organisation": (0.95, 0.05), "person": (0.95, 0.05), "place": (0.95, 0.05), "misplaced": (0.85, 0.02),
}  # fmt: skip
LABELS = ("backed", "aim", "action", "result", "cause", "fault")
LIMITS |= {
    f"unasked: {label}": (0.85, 0.05) for label in ("backed", "aim", "action", "result", "cause", "fault")
}
OTHERS = (0.98, 0.02)


@dataclass
class Row:
    """What became of the cases of one kind."""

    true: int = 0
    alarms: list[str] = field(default_factory=list)
    false: int = 0
    missed: list[str] = field(default_factory=list)


class Sample:
    """The expressions of one sample report."""

    def __init__(self, text):
        self.keys = {one.key for one in expressions(text)}
        self.keys |= {re.sub(r"\d{4}(?=-\d\d-)", "", key) for key in self.keys}  # as the shelf keeps days

    def find(self, keys):
        """As the shelf answers."""
        return {key: Leak("s", "s-0", "样本") for key in keys if key in self.keys}


def main():
    """The table, the misses with ``-v``, and the seconds a long check takes."""
    seed = next((int(word) for word in sys.argv[1:] if word.isdigit()), 1)
    rows = defaultdict(Row)
    start = time.perf_counter()
    for kind, draw in KINDS.items():
        chance = random.Random(f"{seed}-{kind}")
        for _ in range(CASES):
            judge(rows[kind], draw(chance))
    claims(rows)
    composed(rows["composed"], random.Random(seed))
    real(rows["real, as a whole"], rows["real, one changed"], random.Random(seed))
    print(
        f"{'kind':<20}{'true':>7}{'alarms':>8}{'rate':>8}{'limit':>7}{'false':>7}{'seen':>7}{'rate':>8}{'limit':>7}"
    )
    for kind, row in rows.items():
        print(line(kind, row))
        for what in (row.alarms + row.missed) if "-v" in sys.argv else ():
            print("   ", what)
    print(f"\n{time.perf_counter() - start:.1f} s in all")
    print(f"5,000 characters with 60 facts: {speed() * 1000:.0f} ms (limit 100)")


def line(kind, row):
    """One row of the table; a rate beyond its limit is marked."""
    least, most = LIMITS.get(kind, OTHERS)
    alarm = len(row.alarms) / row.true if row.true else 0.0
    seen = row.false - len(row.missed)
    recall = seen / row.false if row.false else 1.0
    mark = " !" if alarm > most or recall < least else ""
    return (
        f"{kind:<20}{row.true:>7}{len(row.alarms):>8}{alarm:>8.3f}{most:>7.2f}"
        f"{row.false:>7}{seen:>7}{recall:>8.3f}{least:>7.2f}{mark}"
    )


def judge(row, case):
    """A case checked: the true draft, then the one with a change between « and »."""
    facts = note(case.facts)
    sample = Sample(case.sample) if case.sample else None
    for draft in case.true:
        row.true += 1
        allowed = AMBER if case.amber else {"unused"}
        for finding in check(draft, facts, year=case.year, leaks=sample):
            if finding.kind not in allowed:
                row.alarms.append(f"ALARM {finding.kind} {finding.text!r} in {draft!r} of {case.facts!r}")
                break
    for draft in case.false:
        text, place = marked(draft)
        row.false += 1
        kinds = {f.kind for f in check(text, facts, year=case.year, leaks=sample) if overlap(f.span, place)}
        if not kinds - {"unused"} or (case.kind and case.kind not in kinds):
            row.missed.append(f"MISSED {sorted(kinds)} {draft!r} of {case.facts!r}")


def marked(draft):
    """A draft without its « », and the span they enclosed."""
    start = draft.index("«")
    end = draft.index("»") - 1
    return draft.replace("«", "").replace("»", ""), Span(start, end)


def overlap(one, other):
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def claims(rows):
    """Labelled clauses, each as a sentence: what facts say and aims are true, the rest are unasked claims."""
    labelled = tomllib.loads(Path(__file__).with_name("claims.toml").read_text("utf-8"))
    facts = note(labelled.pop("facts"))
    for label, lines in labelled.items():
        row = rows[f"unasked: {label}"]
        for text in lines.strip().splitlines():
            told = any(finding.kind == "unasked" for finding in check(text + "。", facts))
            if label in ("backed", "aim"):
                row.true += 1
                row.alarms += [f"ALARM unasked {text!r}"] if told else []
            else:
                row.false += 1
                row.missed += [] if told else [f"MISSED [] {text!r}"]


def composed(row, chance):
    """The bundled briefs: their own drafts, and these with one expression changed."""
    import tempfile

    from assistant.service import Assistant, Done, examples
    from assistant.settings import open_settings

    with tempfile.TemporaryDirectory() as folder, Assistant(open_settings(Path(folder))) as assistant:
        assistant.add_bundled()
        for example in examples():
            brief = assistant.brief(
                example.section, example.notes, example.style, example.length, example.year
            )
            draft = next(e for e in assistant.draft(brief, seed=1) if isinstance(e, Done)).draft
            against(row, row, draft.text, brief.facts, chance, brief.year, brief.section)


def against(whole, changed, text, facts, chance, year=None, section="", most=40):
    """A text against facts that state all of it, then with one expression changed at a time."""
    whole.true += 1
    findings = [f for f in check(text, facts, year=year, section=section) if f.kind not in SILENT]
    if findings:
        told = (f"{f.kind} {text[max(0, f.span.start - 12) : f.span.end + 12]!r}" for f in findings[:12])
        whole.alarms.append(f"ALARM {len(findings)}: {'; '.join(told)}")
    found = expressions(text)
    known = {one.key for one in found} | {one.key for fact in facts for one in expressions(fact.text)}
    for one in chance.sample(found, min(most, len(found))):
        new = altered(one, chance)
        if new is None or new == one.text:
            continue
        around = text[: one.span.start] + new + text[one.span.end :]
        place = Span(one.span.start, one.span.start + len(new))
        keys = {other.key for other in expressions(around) if overlap(other.span, place)}
        if keys & known or any(new.strip("《》“”") in fact.text for fact in facts):
            continue  # says what the facts say elsewhere: not a lie of this kind
        changed.false += 1
        where = slice(max(0, place.start - 60), place.end + 60)  # the sentence is enough, the whole is slow
        piece = around[where]
        spot = Span(place.start - max(0, place.start - 60), place.end - max(0, place.start - 60))
        if not any(overlap(f.span, spot) for f in check(piece, facts, year=year, section=section)):
            changed.missed.append(f"MISSED {one.kind} {one.text!r} -> {new!r} in {piece!r}")


def real(whole, changed, chance):
    """Real reports against themselves as facts, when they are there."""
    texts = [path.read_text("utf-8") for path in sorted((SHARED / "samples").glob("*.txt"))]
    library = SHARED / "library" / "reports_dev.jsonl"
    if library.exists():
        lines = library.read_text("utf-8").splitlines()
        texts += [json.loads(one)["text"] for one in chance.sample(lines, min(15, len(lines)))]
    for text in texts:
        against(whole, changed, text, note(text), chance, most=20)


def speed():
    """Seconds for 5,000 characters with 60 facts, the best of three."""
    facts = note("\n".join(f"开展第{n}轮检查，走访{n + 20}户，投入{n}.5万元" for n in range(1, 61)))
    text = "".join(
        f"开展第{n % 60 + 1}轮检查，走访{n % 60 + 21}户，投入{n % 60 + 1}.5万元，抓好工作。"
        for n in range(250)
    )
    text = re.sub(r"\s", "", text)[:5000]
    times = []
    for _ in range(3):
        start = time.perf_counter()
        check(text, facts, year=2023)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()

"""Prints what the gate sees and what it cries wolf at: ``python benchmarks/gate.py [SEED …] [-v] [SHELF]``.

Seeds are 1 2 3 unless told otherwise; ``SHELF`` is a data folder to time the search for copied runs on.

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

from gate_cases import KINDS
from gate_drawing import altered
from gate_speed import mixed, shelved, speed

from assistant.checking import Leak, check
from assistant.noting import note
from index.expressions import expressions
from index.sentences import clauses as clause_spans
from index.types import Span

CASES = 300
SHARED = Path(__file__).parents[1] / ".." / "shared"
AMBER = frozenset(("derived", "unused"))
"""Kinds that ask and do not accuse; on a true draft only a reckoned figure may have one."""
ACCUSING = frozenset(("unasked", "unsupported", "leaked", "misplaced"))
SILENT = frozenset(("unused", "blank", "outdated"))
"""Kinds a true text may have: what it leaves out, leaves open, or said in an earlier year."""
LIMITS = {  # recall at least, false alarms at most (share of true drafts), after issue 5
    "count": (0.99, 0.02), "percent": (0.99, 0.02), "date": (0.99, 0.02), "title": (0.99, 0.02),
    "chinese": (0.98, 0.02), "meeting": (0.98, 0.02), "unit": (0.98, 0.02), "range": (0.98, 0.02),
    "organisation": (0.95, 0.05), "person": (0.95, 0.05), "place": (0.95, 0.05), "misplaced": (0.85, 0.02),
}  # fmt: skip
LIMITS |= {
    f"unasked: {label}{tail}": (0.85, 0.05)
    for label in ("backed", "aim", "action", "result", "cause", "fault", "sections")
    for tail in ("", ", second batch", ", fresh")
}
LIMITS |= {
    f"paraphrase{tail}": (0.95, 0.1) for tail in ("", ", second batch", ", third batch", ", fourth batch")
}
LIMITS |= {f"lies, {name} batch": (0.9, 0.1) for name in ("first", "second", "third", "fourth")}
OTHERS = (0.98, 0.02)


@dataclass
class Row:
    """What became of the cases of one kind."""

    true: int = 0
    alarms: list[str] = field(default_factory=list)
    false: int = 0
    missed: list[str] = field(default_factory=list)
    seconds: float = 0.0


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
    seeds = [int(word) for word in sys.argv[1:] if word.isdigit()] or [1, 2, 3]
    rows = defaultdict(Row)
    for seed in seeds:
        for kind, draw in KINDS.items():
            chance = random.Random(f"{seed}-{kind}")
            cases = [draw(chance) for _ in range(CASES)]
            timed(rows[kind], lambda row, cases=cases: [judge(row, case) for case in cases])
        timed(rows["composed"], lambda row, seed=seed: composed(row, random.Random(seed)))
    clauses(rows)
    sections(rows["unasked: sections"], "claims_sections")
    sections(rows["unasked: sections, fresh"], "claims_fresh")
    for name, tail in (
        ("claims_paraphrase", ""),
        ("claims_paraphrase_unseen", ", second batch"),
        ("claims_paraphrase_third", ", third batch"),
        ("claims_paraphrase_fourth", ", fourth batch"),
    ):
        row = rows[f"paraphrase{tail}"]
        timed(row, lambda row, name=name: paraphrases(row, name))
    for name in ("first", "second", "third", "fourth"):
        timed(rows[f"lies, {name} batch"], lambda row, name=name: lies(row, f"lies_{name}"))
    timed(rows["real, as a whole"], lambda row: real(row, rows["real, one changed"], random.Random(seeds[0])))
    print("| kind | true | alarms | rate | limit | false | recall | limit | precision | ms a check |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for kind, row in rows.items():
        print(line(kind, row))
        for what in (row.alarms + row.missed) if "-v" in sys.argv else ():
            print("   ", what)
    print(f"\nSeeds {seeds}. 3,000 characters with 60 facts: {speed(3000) * 1000:.0f} ms (limit 500)")
    print(f"The same with 334 mixed facts, nothing stated: {mixed(3000) * 1000:.0f} ms (limit 500)")
    for folder in (word for word in sys.argv[1:] if Path(word).is_dir()):
        print(shelved(Path(folder)))


def timed(row, act):
    """An act on a row, its seconds added to the row's."""
    start = time.perf_counter()
    act(row)
    row.seconds += time.perf_counter() - start


def line(kind, row):
    """One row of the table; a rate beyond its limit is marked."""
    least, most = LIMITS.get(kind, OTHERS)
    alarm = len(row.alarms) / row.true if row.true else 0.0
    seen = row.false - len(row.missed)
    recall = seen / row.false if row.false else 1.0
    precision = seen / (seen + len(row.alarms)) if seen + len(row.alarms) else 1.0
    mark = " !" if alarm > most or recall < least else ""
    ms = 1000 * row.seconds / (row.true + row.false)
    return (
        f"| {kind}{mark} | {row.true} | {len(row.alarms)} | {alarm:.1%} | {most:.0%} | {row.false} "
        f"| {recall:.1%} | {least:.0%} | {precision:.1%} | {ms:.1f} |"
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


def clauses(rows):
    """Labelled clauses, each as a sentence: what facts say and aims are true, the rest are unasked claims."""
    for name, tail in (("claims", ""), ("claims_unseen", ", second batch")):
        labelled = tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))
        facts = note(labelled.pop("facts"))
        for label, lines in labelled.items():
            row = rows[f"unasked: {label}{tail}"]
            start = time.perf_counter()
            for text in lines.strip().splitlines():
                told = {finding.kind for finding in check(text + "。", facts)} & ACCUSING
                if label in ("backed", "aim"):
                    row.true += 1
                    row.alarms += [f"ALARM {sorted(told)} {text!r}"] if told else []
                else:
                    row.false += 1
                    row.missed += [] if told else [f"MISSED [] {text!r}"]
            row.seconds = time.perf_counter() - start


def sections(row, name):
    """Whole sections: every claim between « and » is to be told, and no other clause."""
    for one in tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))["section"]:
        parts = re.split("[«»]", one["text"].strip())
        text, at, lies = "".join(parts), 0, []
        for place, part in enumerate(parts):
            lies += [Span(at, at + len(part))] if place % 2 else []
            at += len(part)
        found = check(text, note(one["facts"]), year=2023, section=one["heading"])
        told = [finding for finding in found if finding.kind in ACCUSING]
        row.false += len(lies)
        row.missed += [f"MISSED {s.of(text)}" for s in lies if not any(overlap(f.span, s) for f in told)]
        row.true += sum(len(re.findall("[，。：]", part)) for part in parts[::2])
        row.alarms += [f"ALARM {f.text}" for f in told if not any(overlap(f.span, s) for s in lies)]


def paraphrases(row, name):
    """Briefs in other words: no alarm on a true line; a lie is seen on its words or the figure beside."""
    for one in tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))["brief"]:
        facts = note("\n".join(one["facts"]))
        for text in one["true"]:
            told = [f"{f.kind} {f.text}" for f in check(text, facts, year=2024) if f.kind in ACCUSING]
            row.true += 1
            row.alarms += [f"ALARM {told} {text!r}"] if told else []
        for text in one["lies"]:
            parts, at = re.split("[«»]", text), 0
            found = check("".join(parts), facts, year=2024)
            told = [f.span for f in found if f.kind in ACCUSING | {"derived"}]
            for place, part in enumerate(parts):
                here = Span(at, at + len(part))
                beside = Span(here.end, here.end + len(re.split("[，。]", "".join(parts)[here.end :])[0]))
                at += len(part)
                if place % 2:
                    row.false += 1
                    seen = any(overlap(span, here) or overlap(span, beside) for span in told)
                    row.missed += [] if seen else [f"MISSED {text!r}"]


def lies(row, name):
    """Single lines: no alarm on a true one; a lie is seen on its wrong words or elsewhere in their clause."""
    for case in tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))["case"]:
        facts = note("\n".join(case["facts"]))
        for text in [case["true"]] if isinstance(case["true"], str) else case["true"]:
            told = [f"{f.kind} {f.text}" for f in check(text, facts, year=2024) if f.kind in ACCUSING]
            row.true += 1
            row.alarms += [f"ALARM {told} {text!r}"] if told else []
        for text, wrong in case["lies"]:
            at = text.index(wrong)
            clause = next(span for span in clause_spans(text) if span.start <= at < span.end)
            places = (Span(at, at + len(wrong)), clause)
            told = [f.span for f in check(text, facts, year=2024) if f.kind in ACCUSING | {"malformed"}]
            row.false += 1
            seen = any(overlap(span, place) for span in told for place in places)
            row.missed += [] if seen else [f"MISSED {text!r}"]


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
    """Real reports against themselves as facts, when they are there: samples, city reports, some others."""
    texts = [path.read_text("utf-8") for path in sorted((SHARED / "samples").glob("*.txt"))]
    library = SHARED / "library" / "reports_dev.jsonl"
    rows = [json.loads(one) for one in library.read_text("utf-8").splitlines()] if library.exists() else []
    cities = [row["text"] for row in rows if row["id"].startswith("gwrcity-")]
    others = [row["text"] for row in rows if not row["id"].startswith("gwrcity-")]
    for text in texts + chance.sample(others, min(15, len(others))):
        against(whole, changed, text, note(text), chance, most=20)
    for text in cities:
        against(whole, changed, text, note(text), chance, most=0)


if __name__ == "__main__":
    main()

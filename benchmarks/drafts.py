"""Prints every brief of briefs.toml drafted once without a model, and what can be measured of the drafts."""

import argparse
import re
import statistics
import tempfile
import time
import tomllib
from pathlib import Path

from assistant.service import Assistant, Done
from assistant.settings import open_settings
from assistant.stating import written
from assistant.unleading import unlabelled
from index.expressions import expressions

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared"
COLUMN = re.compile(r"(?:^|(?<=，))[^，：\d]{1,6}：")
DOCUMENTS = 20
"""Documents of the library put on the shelf beside the samples, the first by name."""


def main():
    """One set drafted on a fresh shelf; drafts first unless --quiet, then one line a brief and the sums."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="first")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--bundled", action="store_true", help="the bundled reports alone")
    chosen = parser.parse_args()
    briefs = tomllib.loads((ROOT / "benchmarks" / "briefs.toml").read_text(encoding="utf-8"))["brief"]
    with tempfile.TemporaryDirectory() as folder, Assistant(open_settings(Path(folder))) as assistant:
        fill(assistant, bundled=chosen.bundled)
        print(f"{len(assistant.shelf.reports())} reports on the shelf\n")
        rows = [_row(assistant, one, chosen.quiet) for one in briefs if one["set"] == chosen.set]
    _table(rows)


def fill(assistant, *, bundled=False):
    """The bundled reports, and where they are at hand the samples and documents of the library."""
    assistant.add_bundled()
    if not bundled and REAL.is_dir():
        assistant.add(sorted((REAL / "samples").glob("*.txt")))
        assistant.add(sorted((REAL / "library" / "docx").glob("*.docx"))[:DOCUMENTS])


def _row(assistant, given, quiet):
    brief = assistant.brief(given["section"], given["notes"], given.get("style", "points"), 0, 2024)
    assistant.hits(brief)  # the search is warm
    start = time.perf_counter()
    done = [one for one in assistant.draft(brief) if isinstance(one, Done)][-1].draft
    seconds = time.perf_counter() - start
    if not quiet:
        print(f"## {given['id']}  {given['topic']}  {brief.section}")
        print("\n".join(f"   {fact.id} {fact.text}" for fact in brief.facts))
        print(f"\n{done.text}\n")
        for sentence in done.sentences:
            print(f"   [{sentence.origin} {','.join(sentence.facts) or '-'} {len(sentence.passages)}]")
        print("".join(f"   !! {one.kind}: {one.text}\n" for one in done.findings if one.kind != "blank"))
    return given["id"], measured(done), seconds


def measured(draft):
    """What can be counted of a draft, by name."""
    text, told = draft.text, [one for one in draft.sentences if one.facts]
    stated = {one for sentence in told for one in sentence.facts}
    written = [one for one in draft.sentences if one.origin != "blank"]
    return {
        "facts": len(draft.brief.facts),
        "stated": sum(fact.id in stated and _is_told(fact, draft) for fact in draft.brief.facts),
        "changed": sum(_is_changed(fact, draft) for fact in draft.brief.facts) + _added(draft),
        "unasked": sum(one.kind not in ("blank", "unused") for one in draft.findings),
        "sentences": len(written),
        "phrased": sum(bool(one.passages) for one in written),
        "factless": sum(not one.facts for one in written),
        "characters": len(text),
    }


def _is_told(fact, draft):
    """Whether the fact's letters and digits stand in their order in the sentences that carry its id.

    Heads of a pasted table's columns (数量：) are no matter and need not; spoken words stand as written ones.
    """
    own = iter("".join(one.text for one in draft.sentences if fact.id in one.facts).lower())
    return all(char in own for char in _plain(fact.text) if char.isalnum())


def _plain(text):
    """A fact in written words, without the heads of columns if it is a row of a table."""
    plain = written(unlabelled(text))
    return (COLUMN.sub("", plain) if len(COLUMN.findall(plain)) > 1 else plain).lower()


def _is_changed(fact, draft):
    """Whether an expression of the fact is not re-extracted from the sentences that carry its id."""
    own = "".join(one.text for one in draft.sentences if fact.id in one.facts)
    kept = {one.key for one in expressions(own)}
    return any(
        one.key not in kept and re.sub(r"\s", "", one.text) not in own
        for one in expressions(written(fact.text))
    )


def _added(draft):
    """Expressions of the draft that neither a fact nor the heading holds."""
    own = "\n".join([draft.brief.section, *(fact.text for fact in draft.brief.facts)])
    facts = "\n".join(written(fact.text) for fact in draft.brief.facts)
    held = {one.key for one in (*expressions(own), *expressions(facts))}
    plain = re.sub(r"\s", "", own)
    return sum(
        one.kind != "blank" and one.key not in held and re.sub(r"\s", "", one.text) not in plain
        for one in expressions(draft.text)
    )


def _table(rows):
    names = list(rows[0][1])
    print(f"{'brief':<16}" + "".join(f"{name:>11}" for name in names) + f"{'s':>8}")
    for title, values, seconds in rows:
        print(f"{title:<16}" + "".join(f"{values[name]:>11}" for name in names) + f"{seconds:>8.3f}")
    whole = {name: sum(values[name] for _, values, _ in rows) for name in names}
    print(f"{'all':<16}" + "".join(f"{whole[name]:>11}" for name in names))
    print(
        f"\ncoverage {whole['stated'] / whole['facts']:.1%}, changed {whole['changed']}, "
        f"unasked {whole['unasked']}, phrased after samples {whole['phrased'] / whole['sentences']:.1%}, "
        f"without a fact {whole['factless'] / whole['sentences']:.1%}, "
        f"facts per 100 characters {100 * whole['facts'] / whole['characters']:.2f}, "
        f"median {statistics.median(seconds for *_, seconds in rows):.3f} s, "
        f"worst {max(seconds for *_, seconds in rows):.3f} s"
    )


if __name__ == "__main__":
    main()

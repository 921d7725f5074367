"""Report on the shelf, prepared anew -> its parts replaced; ids of before still lead to where they stood."""

from collections.abc import Sequence
from dataclasses import replace as with_
from os.path import commonprefix

from index import listing
from index.database import Transaction
from index.describing import GRAMMAR
from index.errors import ShelfError
from index.storing import Entering, Found, found_of, write_parts
from index.types import Passage, Removal

PASSAGE = (
    "SELECT p.number, p.id, r.id, p.headings, p.start_at, p.end_at, p.text, p.role, p.section, r.title"
    " FROM passages p JOIN reports r ON r.number = p.report"
)
PARTS = ("particulars", "sections", "passages", "removals", "vectors")


def refused(t: Transaction, number: int) -> list[Removal]:
    """What was taken out of a report and put back by the writer."""
    rows = t.read("SELECT text, why, place FROM refused WHERE report = :n ORDER BY place", n=number)
    return [Removal(text, why, 0, place) for text, why, place in rows]


def replace(t: Transaction, number: int, entering: Entering, put_back: Sequence[Removal]) -> None:
    """Replace all parts of a report by those of its new text, as ``stored``; what the writer set stays.

    Drafts may cite passages of the former text: their ids are kept with where their words begin now.

    Raises:
        ShelfError: ``duplicate_text`` when another report has this very text.
    """
    _refuse_equal(t, number, entering.report.id)
    rows = t.read(f"{PASSAGE} WHERE p.report = :n ORDER BY p.number", n=number)
    _remember(t, number, [found_of(row).passage for row in rows], entering)
    t.write(
        "INSERT INTO leaving (passage, report) SELECT number, report FROM passages WHERE report = :n"
        " ON CONFLICT (passage) DO NOTHING",
        n=number,
    )
    for part in PARTS:
        t.write(f"DELETE FROM {part} WHERE report = :n", n=number)
    t.write(
        "UPDATE reports SET id = :id, text = :text, chars = :chars, state = 'stored' WHERE number = :n",
        n=number, id=entering.report.id, text=entering.report.text, chars=len(entering.report.text),
    )  # fmt: skip
    write_parts(t, number, entering)
    listing.describe(t, number, entering.report, GRAMMAR)
    t.write("DELETE FROM refused WHERE report = :n", n=number)
    t.write_many(
        "INSERT INTO refused (report, place, text, why) VALUES (:report, :place, :text, :why)",
        [{"report": number, "place": one.place, "text": one.text, "why": one.why} for one in put_back],
    )


def formerly(t: Transaction, ids: Sequence[str]) -> list[Found]:
    """Passages that hold what these former ids named, each under the id asked for."""
    found: list[Found] = []
    rows = t.read("SELECT id, report, start_at FROM former WHERE id IN :ids", ids=list(ids))
    for name, report, start in rows:
        for row in t.read(
            f"{PASSAGE} WHERE p.report = :report AND p.start_at <= :start AND p.end_at > :start",
            report=report,
            start=start,
        ):
            one = found_of(row)
            found.append(with_(one, passage=with_(one.passage, id=name)))
    return found


def _refuse_equal(t: Transaction, number: int, report_id: str) -> None:
    for title, name in t.read(
        "SELECT title, name FROM reports WHERE id = :id AND number <> :n", id=report_id, n=number
    ):
        raise ShelfError("duplicate_text", title=title, name=name, id=report_id)


def _remember(t: Transaction, number: int, before: Sequence[Passage], entering: Entering) -> None:
    """Keep under every id of before, of the report and its passages, where its words begin now."""
    old_id, old_text = t.read("SELECT id, text FROM reports WHERE number = :n", n=number)[0]
    kept = [(str(old_id), 0), *((passage.id, passage.span.start) for passage in before)]
    kept += [
        (name, start) for name, start in t.read("SELECT id, start_at FROM former WHERE report = :n", n=number)
    ]
    t.write("DELETE FROM former WHERE report = :n", n=number)
    now = {passage.id for passage in entering.passages} | {entering.report.id}
    tail = len(commonprefix([str(old_text)[::-1], entering.report.text[::-1]]))
    moved = len(entering.report.text) - len(str(old_text))
    first_moved = len(str(old_text)) - tail
    rows = [
        {"id": name, "report": number, "start": start + moved * (start >= first_moved)}
        for name, start in kept
        if name not in now
    ]
    t.write_many(
        "INSERT INTO former (id, report, start_at) VALUES (:id, :report, :start)"
        " ON CONFLICT (id) DO UPDATE SET report = excluded.report, start_at = excluded.start_at",
        rows,
    )

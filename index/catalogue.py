"""Reports, sections, passages, removals and vectors on disk: the truth of the shelf.

Whatever else the shelf keeps (lexical index, vector store) is a copy of this and can be thrown away.
A report is ``stored`` when all of it stands here and ``ready`` when the copies hold it too; only ready
reports are found by searches.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.database import Database
from index.errors import ShelfError
from index.scanning import Packed
from index.schema import SCHEMA, VERSION
from index.storing import Entering, Found, found_of, put, refuse_equal, section_of, write, write_particulars
from index.types import Expression, Removal, Report

MOST_VALUES = 900
"""Values in one IN (…): SQLite before 3.32 took 999."""


@dataclass(frozen=True, slots=True)
class Card:
    """A report as a list shows it."""

    id: str
    title: str
    kind: str
    year: int | None
    chars: int
    sections: int
    passages: int
    added_at: str
    """UTC, ISO 8601."""
    name: str
    """Name of the file it came from."""
    state: str
    """``stored`` or ``ready``."""


class Catalogue:
    """The shelf's tables in a database. Reading is safe from any thread; writes go one at a time."""

    def __init__(self, database: Database) -> None:
        self.database = database
        database.ensure("shelf", VERSION, SCHEMA)

    # ---- settings --------------------------------------------------------------------------------

    def setting(self, name: str, default: str = "") -> str:
        """A value kept with the shelf, such as the embedder's name."""
        rows = self.database.read("SELECT value FROM shelf WHERE name = :name", name=name)
        return str(rows[0][0]) if rows else default

    def set(self, **values: object) -> None:
        """Keep values with the shelf, all or none."""
        with self.database.transaction() as t:
            for name, value in values.items():
                put(t, name, value)

    # ---- in and out ------------------------------------------------------------------------------

    def store(self, entering: Entering) -> int:
        """Write a report with all its parts, all or nothing, as ``stored``; its number.

        Raises:
            ShelfError: ``duplicate_file`` or ``duplicate_text``; values tell the equal one.
        """
        with self.database.transaction() as t:
            refuse_equal(t, entering.file_hash, entering.report.id)
            return write(t, entering)

    def refuse_equal(self, file_hash: str, report_id: str) -> None:
        """Let nothing onto the shelf twice.

        Raises:
            ShelfError: as ``store`` does.
        """
        with self.database.reading() as t:
            refuse_equal(t, file_hash, report_id)

    def make_ready(self, numbers: Sequence[int]) -> None:
        """Mark stored reports as found in the copies."""
        with self.database.transaction() as t:
            for number in numbers:
                t.write("UPDATE reports SET state = 'ready' WHERE number = :number", number=number)

    def remove(self, number: int) -> None:
        """Delete a report with all its parts, and note that the copies must still let go of it."""
        with self.database.transaction() as t:
            t.write(
                "INSERT INTO leaving (passage, report) SELECT number, report FROM passages WHERE report = :n",
                n=number,
            )
            t.write("DELETE FROM reports WHERE number = :n", n=number)

    def begin_anew(self, embedder: str, dim: int) -> None:
        """Every report is ``stored`` again, without vectors, to be embedded by another embedder."""
        with self.database.transaction() as t:
            t.write("DELETE FROM vectors")
            t.write("DELETE FROM leaving")
            t.write("UPDATE reports SET state = 'stored'")
            put(t, "embedder", embedder)
            put(t, "dim", dim)

    def leaving(self) -> list[tuple[int, int]]:
        """(passage, report) numbers that the copies may still hold."""
        rows = self.database.read("SELECT passage, report FROM leaving ORDER BY passage")
        return [(int(row[0]), int(row[1])) for row in rows]

    def forget_leaving(self) -> None:
        """The copies hold nothing of the removed reports any more."""
        with self.database.transaction() as t:
            t.write("DELETE FROM leaving")

    # ---- reading ---------------------------------------------------------------------------------

    def cards(self) -> list[Card]:
        """All reports in the order of adding."""
        rows = self.database.read(
            "SELECT r.id, r.title, r.kind, r.year, r.chars,"
            " (SELECT COUNT(*) FROM sections s WHERE s.report = r.number AND s.mark || s.heading <> ''),"
            " (SELECT COUNT(*) FROM passages p WHERE p.report = r.number),"
            " r.added_at, r.name, r.state FROM reports r ORDER BY r.number"
        )
        return [Card(*row) for row in rows]

    def number(self, report_id: str) -> int:
        """Number of the report with this id or with the only id that begins so.

        Raises:
            ShelfError: ``no_such_report``, ``ambiguous_id``.
        """
        wanted = report_id.strip().lower()
        rows = self.database.read(
            "SELECT number, id FROM reports WHERE substr(id, 1, :length) = :wanted ORDER BY number LIMIT 3",
            length=len(wanted),
            wanted=wanted,
        )
        if not wanted or not rows:
            raise ShelfError("no_such_report", id=report_id[:80])
        if len(rows) > 1:
            raise ShelfError("ambiguous_id", id=report_id, examples=", ".join(row[1] for row in rows))
        return int(rows[0][0])

    def report(self, number: int) -> Report:
        """A report with its sections."""
        rows = self.database.read(
            "SELECT id, title, text, kind, year FROM reports WHERE number = :n", n=number
        )
        if not rows:
            raise ShelfError("no_such_report", id=number)
        sections = self.database.read(
            "SELECT level, mark, heading, start_at, end_at, body_start, body_end, parent, role"
            " FROM sections WHERE report = :n ORDER BY place",
            n=number,
        )
        name, title, text, kind, year = rows[0]
        return Report(name, title, text, tuple(section_of(row) for row in sections), kind, year)

    def original(self, number: int) -> tuple[str, str]:
        """(hash of the original file, its suffix)."""
        rows = self.database.read("SELECT file_hash, suffix FROM reports WHERE number = :n", n=number)
        return (str(rows[0][0]), str(rows[0][1])) if rows else ("", "")

    def removals(self, number: int) -> list[Removal]:
        """What cleaning took out of a report."""
        rows = self.database.read(
            "SELECT text, why, at FROM removals WHERE report = :n ORDER BY place", n=number
        )
        return [Removal(*row) for row in rows]

    def passages(self, number: int) -> list[Found]:
        """All passages of a report in order, whatever its state."""
        return self._found("p.report = :n", n=number)

    def found(self, numbers: Iterable[int]) -> dict[int, Found]:
        """Passages of ready reports by number; others are left out."""
        wanted, found = list(numbers), {}
        for i in range(0, len(wanted), MOST_VALUES):
            part = wanted[i : i + MOST_VALUES]
            for one in self._found("p.number IN :numbers AND r.state = 'ready'", numbers=part):
                found[one.number] = one
        return found

    def passages_by_id(self, ids: Sequence[str]) -> list[Found]:
        """Passages of these ids, in no certain order; unknown ones are left out."""
        parts = (list(ids[i : i + MOST_VALUES]) for i in range(0, len(ids), MOST_VALUES))
        return [one for part in parts for one in self._found("p.id IN :ids", ids=part)]

    def _found(self, condition: str, **values: object) -> list[Found]:
        rows = self.database.read(
            "SELECT p.number, p.id, r.id, p.headings, p.start_at, p.end_at, p.text, p.role, p.section,"
            " r.title FROM passages p JOIN reports r ON r.number = p.report"
            f" WHERE {condition} ORDER BY p.number",
            **values,
        )
        return [found_of(row) for row in rows]

    # ---- the copies ------------------------------------------------------------------------------

    def hashes(self) -> list[str]:
        """Hashes of all original files."""
        return [str(row[0]) for row in self.database.read("SELECT file_hash FROM reports")]

    def in_state(self, state: str) -> list[int]:
        """Numbers of the reports in a state, in the order of adding."""
        rows = self.database.read("SELECT number FROM reports WHERE state = :s ORDER BY number", s=state)
        return [int(row[0]) for row in rows]

    def allowed(self, kind: str, year: int | None, ids: Sequence[str], without: Sequence[str]) -> list[int]:
        """Numbers of the ready reports that pass a filter; an empty part of it lets all pass."""
        rows = self.database.read(
            "SELECT number, id FROM reports WHERE state = 'ready'"
            " AND (:kind = '' OR kind = :kind) AND (:any_year = 1 OR year = :year) ORDER BY number",
            kind=kind,
            year=year or 0,
            any_year=int(year is None),
        )
        among, out = set(ids), set(without)
        return [int(n) for n, name in rows if (not among or name in among) and name not in out]

    def ready_passages(self) -> int:
        """How many passages the copies should hold."""
        rows = self.database.read(
            "SELECT COUNT(*) FROM passages p JOIN reports r ON r.number = p.report WHERE r.state = 'ready'"
        )
        return int(rows[0][0])

    def keep_vectors(self, packed: Sequence[tuple[int, bytes]]) -> None:
        """Keep (report number, packed vectors of its passages in order)."""
        with self.database.transaction() as t:
            t.write_many(
                "INSERT INTO vectors (report, packed) VALUES (:report, :packed)"
                " ON CONFLICT (report) DO UPDATE SET packed = excluded.packed",
                [{"report": report, "packed": data} for report, data in packed],
            )

    def packed(self, numbers: Sequence[int]) -> Iterator[Packed]:
        """The kept vectors of reports, with the numbers and roles of their passages."""
        for i in range(0, len(numbers), MOST_VALUES):
            part = list(numbers[i : i + MOST_VALUES])
            passages: dict[int, tuple[list[int], list[str]]] = {}
            for report, number, role in self.database.read(
                "SELECT report, number, role FROM passages WHERE report IN :part ORDER BY number", part=part
            ):
                columns = passages.setdefault(report, ([], []))
                columns[0].append(number)
                columns[1].append(role)
            for report, data in self.database.read(
                "SELECT report, packed FROM vectors WHERE report IN :part ORDER BY report", part=part
            ):
                yield Packed(report, *passages.get(report, ([], [])), bytes(data))

    # ---- particulars -----------------------------------------------------------------------------

    def renew_particulars(self, number: int, expressions: Sequence[Expression]) -> None:
        """Write a report's particulars anew, as a newer grammar sees them."""
        passages = [(found.number, found.passage) for found in self.passages(number)]
        with self.database.transaction() as t:
            t.write("DELETE FROM particulars WHERE report = :n", n=number)
            write_particulars(t, number, passages, expressions)

    def find_particulars(self, keys: Sequence[str]) -> dict[str, tuple[str, str, str]]:
        """Where these canonical keys first stand: (report id, passage id, report title) by key.

        The passage id is empty for what stands in a heading or title. Keys found nowhere are left out.
        """
        wanted, found = sorted(set(keys)), {}
        for i in range(0, len(wanted), MOST_VALUES):
            rows = self.database.read(
                "SELECT a.key, r.id, p.id, r.title FROM"
                " (SELECT MIN(number) AS first FROM particulars WHERE key IN :keys GROUP BY key) f"
                " JOIN particulars a ON a.number = f.first JOIN reports r ON r.number = a.report"
                " LEFT JOIN passages p ON p.number = a.passage",
                keys=wanted[i : i + MOST_VALUES],
            )
            for key, report, passage, title in rows:
                found[str(key)] = (str(report), str(passage or ""), str(title))
        return found

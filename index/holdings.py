"""What the shelf's tables hold, read: reports, passages, removals, vectors, particulars."""

from collections.abc import Iterable, Iterator, Sequence

from index import listing, replacing
from index.database import Database
from index.errors import ShelfError
from index.listing import Card
from index.scanning import Packed
from index.schema import SCHEMA, UPGRADES, VERSION
from index.storing import Found, found_of, section_of
from index.types import Removal, Report

MOST_VALUES = 900
"""Values in one IN (…): SQLite before 3.32 took 999."""


class Holdings:
    """Reads the shelf's tables in a database; safe from any thread."""

    def __init__(self, database: Database) -> None:
        self.database = database
        database.ensure("shelf", VERSION, SCHEMA, UPGRADES)

    def setting(self, name: str, default: str = "") -> str:
        """A value kept with the shelf, such as the embedder's name."""
        rows = self.database.read("SELECT value FROM shelf WHERE name = :name", name=name)
        return str(rows[0][0]) if rows else default

    def cards(self) -> list[Card]:
        """All reports in the order of adding."""
        with self.database.reading() as t:
            return listing.cards(t)

    def card(self, number: int) -> Card:
        """One report, as a list shows it."""
        with self.database.reading() as t:
            return listing.cards(t, number)[0]

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
        if wanted and not rows:
            rows = self.database.read("SELECT report, id FROM former WHERE id = :wanted", wanted=wanted)
        if not wanted or not rows:
            raise ShelfError("no_such_report", id=report_id[:80])
        if len(rows) > 1:
            raise ShelfError("ambiguous_id", id=report_id, examples=", ".join(row[1] for row in rows))
        return int(rows[0][0])

    def report(self, number: int) -> Report:
        """A report with its sections."""
        rows = self.database.read(
            "SELECT id, title, text, kind, year, era, viewpoint, organisation FROM reports WHERE number = :n",
            n=number,
        )
        if not rows:
            raise ShelfError("no_such_report", id=number)
        sections = self.database.read(
            "SELECT level, mark, heading, start_at, end_at, body_start, body_end, parent, role"
            " FROM sections WHERE report = :n ORDER BY place",
            n=number,
        )
        name, title, text, *described = rows[0]
        return Report(name, title, text, tuple(section_of(row) for row in sections), *described)

    def name(self, number: int) -> str:
        """Name of the file a report came from."""
        rows = self.database.read("SELECT name FROM reports WHERE number = :n", n=number)
        return str(rows[0][0]) if rows else ""

    def like(self, number: int) -> tuple[str, str, int]:
        """(title, id, percent) of the report that one nearly equals; empty when there is none."""
        rows = self.database.read(
            "SELECT l.title, l.id, r.like_share FROM reports r JOIN reports l ON l.number = r.like_report"
            " WHERE r.number = :n",
            n=number,
        )
        return (str(rows[0][0]), str(rows[0][1]), int(rows[0][2])) if rows else ("", "", 0)

    def original(self, number: int) -> tuple[str, str]:
        """(hash of the original file, its suffix)."""
        rows = self.database.read("SELECT file_hash, suffix FROM reports WHERE number = :n", n=number)
        return (str(rows[0][0]), str(rows[0][1])) if rows else ("", "")

    def removals(self, number: int) -> list[Removal]:
        """What cleaning took out of a report."""
        rows = self.database.read(
            "SELECT text, why, at, place FROM removals WHERE report = :n ORDER BY place", n=number
        )
        return [Removal(*row) for row in rows]

    def refused(self, number: int) -> list[Removal]:
        """What the writer put back into a report."""
        with self.database.reading() as t:
            return replacing.refused(t, number)

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
        """Passages of these ids, in no certain order; unknown ones are left out.

        An id from before a stretch was put back gives the passage that holds its words now, under that id.
        """
        parts = [list(ids[i : i + MOST_VALUES]) for i in range(0, len(ids), MOST_VALUES)]
        found = [one for part in parts for one in self._found("p.id IN :ids", ids=part)]
        missing = [part for part in parts if len(found) < len(set(ids))]
        with self.database.reading() as t:
            return found + [one for part in missing for one in replacing.formerly(t, part)]

    def allowed(
        self, kind: str, year: int | None, ids: Sequence[str], without: Sequence[str], viewpoint: str = "",
        organisation: str = "", era: str = "",
    ) -> list[int]:  # fmt: skip
        """Numbers of the ready reports that pass a filter; an empty part of it lets all pass."""
        filters = {
            "kind": kind, "year": year, "viewpoint": viewpoint, "organisation": organisation, "era": era
        }  # fmt: skip
        with self.database.reading() as t:
            return listing.allowed(t, filters, ids, without)

    def values(self) -> dict[str, dict[str, int]]:
        """What kinds, years, eras, viewpoints and organisations occur, and in how many reports."""
        with self.database.reading() as t:
            return listing.values(t)

    def hashes(self) -> list[str]:
        """Hashes of all original files."""
        return [str(row[0]) for row in self.database.read("SELECT file_hash FROM reports")]

    def in_state(self, state: str) -> list[int]:
        """Numbers of the reports in a state, in the order of adding."""
        rows = self.database.read("SELECT number FROM reports WHERE state = :s ORDER BY number", s=state)
        return [int(row[0]) for row in rows]

    def older_than(self, grammar: int) -> list[int]:
        """Numbers of the reports whose guesses an older grammar made."""
        rows = self.database.read(
            "SELECT number FROM reports WHERE described < :g ORDER BY number", g=grammar
        )
        return [int(row[0]) for row in rows]

    def leaving(self) -> list[tuple[int, int]]:
        """(passage, report) numbers that the copies may still hold."""
        rows = self.database.read("SELECT passage, report FROM leaving ORDER BY passage")
        return [(int(row[0]), int(row[1])) for row in rows]

    def ready_passages(self) -> int:
        """How many passages the copies should hold."""
        rows = self.database.read(
            "SELECT COUNT(*) FROM passages p JOIN reports r ON r.number = p.report WHERE r.state = 'ready'"
        )
        return int(rows[0][0])

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

    def _found(self, condition: str, **values: object) -> list[Found]:
        rows = self.database.read(f"{replacing.PASSAGE} WHERE {condition} ORDER BY p.number", **values)
        return [found_of(row) for row in rows]
